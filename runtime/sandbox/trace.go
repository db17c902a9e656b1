package sandbox

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"sync/atomic"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// Trace follows a run of a program statement by statement, forwards and back, with a session of its own.
//
// A run repeats, so a moment is had by running to it: from the beginning, or from the nearest of some points that the trace keeps, wherever the run
// was for the first time. Functions are called once, stdin is read once, and output is given out once; what they said is told again. Each moment is at the begin of a
// statement, which are counted from 1; only the code of the program, and of modules in files that it imports, has any.
//
// The statements call the host, so a run that is followed burns a little more fuel, and objects lie at other addresses, than in one that is not.
// Output and value are the same.
type Trace struct {
	session *Session
	address uint32 // of what the guest and the host tell each other
	base    state  // before the run
	event   event
	begun   *hostcall.Begun // calls of awaitable functions
	breaks  map[string]map[int]bool

	points    []*point // by their count
	pointData int
	spacing   uint64
	here      *point // the moment at hand, if the run can be taken up there

	now     *asked // the moment at hand; nil at the end
	burnt   uint64
	told    int     // how many pieces were written by then
	written []piece // so far
	pausing atomic.Bool
	last    uint64 // how many statements there were, once that is known
	outcome *Outcome
}

// piece is something that was written.
type piece struct {
	stream int32
	data   []byte
}

// Moment is where a run is.
type Moment struct {
	// Statement is its number, from 1 on; at the end, the number of all.
	Statement uint64
	// Fuel is how much the run had burnt.
	Fuel uint64
	// Frame is what runs; empty at the end.
	Frame
	// Depth is how many frames there are.
	Depth int
	// Ended tells that the run has come to its end: see Outcome.
	Ended bool
}

// Stride is a way to go.
type Stride string

// Strides. Each ends at a breakpoint, too.
const (
	// StepIn goes to the next statement.
	StepIn Stride = "in"
	// StepOver goes to the next statement of the function, or of one that called it.
	StepOver Stride = "over"
	// StepOut goes to the next statement of the function that called it.
	StepOut Stride = "out"
	// StepBack goes to the statement before.
	StepBack Stride = "back"
	// StepBackOver goes to the statement before, of the function or one that called it.
	StepBackOver Stride = "back over"
	// StepBackOut goes to the statement before, of the function that called it.
	StepBackOut Stride = "back out"
	// Continue goes to the next breakpoint, or the end.
	Continue Stride = "continue"
	// ContinueBack goes to the breakpoint before, or the first statement.
	ContinueBack Stride = "continue back"
)

var errAtEnd = errors.New("the run has ended")

// Trace begins to follow a run of a program, in a fork of the session, which itself is not touched. It stands at the first statement then, or at the end
// if there is none, as after a SyntaxError. Timeouts do not count; contexts do. It is to be closed.
//
// Sessions with a HandleLimit cannot be followed, nor can functions that answer later. Mounts have to stand still.
func (s *Session) Trace(ctx context.Context, program Program) (_ *Trace, err error) {
	cfg := s.config
	if cfg.HandleLimit > 0 {
		return nil, invalid("a session with handles cannot be followed")
	}
	cfg.Timeout, cfg.Record = 0, nil
	snapshot, err := s.Snapshot()
	if err != nil {
		return nil, err
	}
	fork, err := s.engine.RestoreSession(ctx, snapshot, cfg)
	if err != nil {
		return nil, err
	}
	t := &Trace{session: fork, breaks: map[string]map[int]bool{}, spacing: firstSpacing}
	defer func() {
		if err != nil {
			err = errors.Join(err, t.Close(ctx))
		}
	}()
	err = t.use(ctx, "following a run", func(ctx context.Context) error {
		inputs, err := program.check(fork.functions)
		if err != nil {
			return err
		}
		program.Source, program.Inputs = bytes.Clone(program.Source), nil
		t.event = event{program: program, inputs: inputs}
		if t.address, err = fork.guest.call(context.WithValue(ctx, runKey{}, &run{session: fork}), "mpwasm_tracing"); err != nil {
			return err
		}
		if err := fork.save(&t.base); err != nil {
			return err
		}
		return t.goTo(ctx, 1)
	})
	return t, err
}

func (t *Trace) use(ctx context.Context, doing string, call func(context.Context) error) error {
	return t.session.use(ctx, doing, call)
}

// Close ends it. To close twice is no error.
func (t *Trace) Close(ctx context.Context) error {
	var err error
	if t.begun != nil {
		err = t.begun.End()
	}
	return errors.Join(err, t.session.Close(ctx))
}

// Now is the moment at hand.
func (t *Trace) Now() Moment {
	if t.now == nil {
		return Moment{Statement: t.last, Fuel: t.outcome.Used.Fuel, Ended: true}
	}
	return Moment{
		Statement: t.now.count, Fuel: t.burnt, Depth: int(t.now.depth),
		Frame: Frame{File: t.now.file, Line: t.now.line, Function: t.now.name},
	}
}

// Outcome is how the run ended, once it was at its end; nil before.
func (t *Trace) Outcome() *Outcome { return t.outcome }

// Output is what the program had written by the moment at hand.
func (t *Trace) Output() (stdout, stderr []byte) {
	for _, p := range t.written[:t.told] {
		if p.stream == 2 {
			stderr = append(stderr, p.data...)
		} else {
			stdout = append(stdout, p.data...)
		}
	}
	return stdout, stderr
}

// SetBreakpoints says at which lines of a file to stop, in place of those that were there.
func (t *Trace) SetBreakpoints(file string, lines ...int) {
	delete(t.breaks, file)
	for _, line := range lines {
		if t.breaks[file] == nil {
			t.breaks[file] = map[int]bool{}
		}
		t.breaks[file][line] = true
	}
}

// GoTo goes to a statement, by its number; 0 is the first. Where there are less, it goes to the end.
func (t *Trace) GoTo(ctx context.Context, statement uint64) (Moment, error) {
	return t.move(ctx, func(ctx context.Context) error { return t.goTo(ctx, max(statement, 1)) })
}

// GoToFuel goes to the first statement that begins when so much fuel is burnt.
func (t *Trace) GoToFuel(ctx context.Context, fuel uint64) (Moment, error) {
	return t.move(ctx, func(ctx context.Context) error {
		if fuel == 0 {
			return t.goTo(ctx, 1)
		}
		j := &journey{wishes: nowhere, start: math.MaxUint64, fuel: fuel, decide: func(_ *asked, burnt uint64) bool { return burnt >= fuel }}
		return t.settle(ctx, j)
	})
}

// Step goes a stride, and says where it came to.
func (t *Trace) Step(ctx context.Context, stride Stride) (Moment, error) {
	return t.move(ctx, func(ctx context.Context) error {
		switch stride {
		case StepBack, StepBackOver, StepBackOut, ContinueBack:
			return t.backward(ctx, stride)
		case StepIn, StepOver, StepOut, Continue:
			return t.forward(ctx, stride)
		}
		return fmt.Errorf("%w: a stride %q", ErrInvalidInput, stride)
	})
}

// raisedAt finds the frames of a traceback of which there is source: modules of the library have none.
var raisedAt = regexp.MustCompile(`(?m)^  File "([^"]*)", line (\d+)(?:, in (?:.*\.)?(.*))?\n    `)

// GoToRaise goes to where an exception was raised that ended the run: to the last statement of the innermost function of the program's in its traceback.
// Before the run was at its end, and if that was another one, it stays where it is.
func (t *Trace) GoToRaise(ctx context.Context) (Moment, error) {
	return t.move(ctx, func(ctx context.Context) error {
		if t.outcome == nil || t.outcome.Error == nil || t.last == 0 {
			return nil
		}
		frames := raisedAt.FindAllStringSubmatch(string(t.outcome.Error.Traceback), -1)
		if len(frames) == 0 {
			return t.goTo(ctx, t.last)
		}
		file, line, name := frames[len(frames)-1][1], frames[len(frames)-1][2], cmp.Or(frames[len(frames)-1][3], "<module>")
		most, err := strconv.Atoi(line)
		if err != nil {
			return fmt.Errorf("going to where an exception was raised: %w", err)
		}
		matches := func(a *asked) bool { return a.file == file && a.name == name && a.line <= most }
		return t.goToLast(ctx, t.last+1, matches, wishes{fuel: math.MinInt32}, t.last)
	})
}

// Pause has a step forwards that is under way, or the next one, end soon, at any statement. It may be called by another goroutine.
func (t *Trace) Pause() { t.pausing.Store(true) }

func (t *Trace) move(ctx context.Context, go_ func(context.Context) error) (Moment, error) {
	defer t.pausing.Store(false)
	err := t.use(ctx, "following a run", go_)
	if err != nil {
		return Moment{}, err
	}
	return t.Now(), nil
}

// goTo goes to a statement, or to the end if there are less.
func (t *Trace) goTo(ctx context.Context, count uint64) error {
	return t.settle(ctx, &journey{
		wishes: wishes{until: count, fuel: math.MinInt32}, start: count,
		decide: func(a *asked, _ uint64) bool { return a.count >= count },
	})
}

// settle travels, and makes where it came to the moment at hand.
func (t *Trace) settle(ctx context.Context, j *journey) error {
	if err := t.travel(ctx, j); err != nil {
		return err
	}
	t.now, t.burnt, t.told = j.stopped, j.burnt, j.progress.written
	return nil
}

// matcher tells which statements end a stride, and where the guest is to ask for that.
func (t *Trace) matcher(stride Stride) (func(*asked) bool, wishes) {
	w := nowhere
	for _, lines := range t.breaks {
		for line := range lines {
			w.lines.add(line)
		}
	}
	from := t.now
	ends := func(*asked) bool { return false }
	switch stride {
	case StepIn, StepBack:
		w.until, ends = 0, func(*asked) bool { return true }
	case StepOver, StepBackOver:
		ends = func(a *asked) bool { return a.depth <= from.depth && a.within(from, a.depth) }
	case StepOut, StepBackOut:
		ends = func(a *asked) bool { return a.depth < from.depth && a.within(from, a.depth) }
	}
	switch {
	case stride == Continue || stride == ContinueBack:
	case from == nil: // nothing runs: of the outermost frame
		w.until, ends = 0, func(a *asked) bool { return a.depth == 1 || stride == StepBack }
	case w.until != 0:
		w.frames = from.chain
		if stride == StepOver || stride == StepBackOver {
			w.frames.add(from.frame / 16)
		}
	}
	return func(a *asked) bool { return ends(a) || t.breaks[a.file][a.line] }, w
}

func (t *Trace) forward(ctx context.Context, stride Stride) error {
	if t.now == nil {
		return nil
	}
	matches, wishes := t.matcher(stride)
	from := t.now.count
	return t.settle(ctx, &journey{
		wishes: wishes, start: from, pausable: true,
		decide: func(a *asked, _ uint64) bool { return a.count > from && matches(a) },
	})
}

// backward looks for the last statement before that ends the stride, from point to point; the first one ends any.
func (t *Trace) backward(ctx context.Context, stride Stride) error {
	end := t.last + 1
	if t.now != nil {
		end = t.now.count
	}
	if stride == StepBack {
		return t.goTo(ctx, max(end, 2)-1)
	}
	matches, wishes := t.matcher(stride)
	return t.goToLast(ctx, end, matches, wishes, 1)
}

// goToLast goes to the last statement of some before the end, or to another one where there is none.
func (t *Trace) goToLast(ctx context.Context, end uint64, matches func(*asked) bool, wishes wishes, otherwise uint64) error {
	for width := uint64(1000); end > 1; width *= 8 {
		found, from, err := t.lastBefore(ctx, matches, wishes, end, end-min(end-1, width))
		if err != nil {
			return err
		}
		if found > 0 {
			return t.goTo(ctx, found)
		}
		end = from
	}
	return t.goTo(ctx, otherwise)
}

// lastBefore looks for the last statement of some, among those from a first one on and before the end. It says, too, from where on it looked.
func (t *Trace) lastBefore(ctx context.Context, matches func(*asked) bool, wishes wishes, end, first uint64) (found, from uint64, err error) {
	wishes.until = min(wishes.until, end)
	j := &journey{wishes: wishes, quiet: first, start: first, decide: func(a *asked, _ uint64) bool {
		if a.count >= first && a.count < end && matches(a) {
			found = a.count
		}
		return a.count >= end
	}}
	err = t.travel(ctx, j)
	return found, first, err
}
