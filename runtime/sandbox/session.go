package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Program is Python source text.
type Program struct {
	// Name is what tracebacks call the program; "<string>" if empty. UTF-8 of at most 255 bytes.
	Name string
	// Source is the text, in UTF-8.
	Source []byte
	// NoValue leaves Outcome.Value out: then nothing is kept of the last expression, and no __repr__ runs
	// for it.
	NoValue bool
	// AssignedValue gives Outcome.Value to a program, too, whose last statement assigns to a name, as in "total = 3": the value of that name.
	AssignedValue bool
	// Prompt has the guest print that value on stdout, unless it is None, as an interactive prompt does, instead
	// of leaving it in Outcome.Value.
	Prompt bool
	// Inputs are variables that the program finds in its namespace: names, and values as hostcall.Encode takes
	// them. Like all that programs set, they stay there for later programs of the session.
	Inputs map[string]any

	look        bool // at a run that waits
	interactive bool // its value and its exception stay in the session; of runs that JavaScript paused
	call        bool // of what Source names, with inputs that are arguments
	handles     int  // how many the host may hold
}

// ErrInvalidInput is wrapped by errors that say that a program cannot be passed: its inputs, or all of it, since the guest has no
// room for so much.
var ErrInvalidInput = errors.New("invalid input")

// encodeInputs encodes inputs for the guest; none as nothing at all.
func encodeInputs(set *hostcall.Set, inputs map[string]any) ([]byte, error) {
	if len(inputs) == 0 {
		return nil, nil
	}
	data, err := set.EncodeVariables(inputs)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidInput, err)
	}
	return data, nil
}

// Session is one guest. Any goroutine may use it, one at a time: while a call is under way others get
// [ErrSessionBusy]. A session that nobody uses costs its memory, some hundred KiB at first, and no goroutine.
type Session struct {
	lifetime
	engine *Engine
	guest  guest
	config SessionConfig

	granted wasifs.Config
	files   *wasifs.FS
	clock   clock
	random  rand.ChaCha8

	functions *hostcall.Set
	awaits    bool // some of them are awaitable

	stdin          *input
	stdout, stderr io.Writer
	outBuf, errBuf bytes.Buffer // what is captured, where the configuration has no writer

	initial *state  // what Reset goes back to
	past    history // how to go back to before a run
	paused  *Paused // the run that waits; nil if none does
	kept    *kept   // that run, with its guest; nil if it is had again
	behind  bool    // the guest is in the midst of a run that was kept, and given up
	begun   bool    // its configuration decided what it began with
	stale   bool    // what it began with holds objects that nobody has
}

// NewSession starts a guest. It is to be closed.
func (e *Engine) NewSession(ctx context.Context, cfg SessionConfig) (*Session, error) {
	return e.open(ctx, cfg, nil)
}

// open starts a session, with a guest of the pool's if there is a pool that has one.
func (e *Engine) open(ctx context.Context, cfg SessionConfig, home *Pool) (*Session, error) {
	cfg, err := cfg.normalize()
	if err != nil {
		return nil, err
	}
	release, err := e.live.hold()
	if err != nil {
		return nil, fmt.Errorf("beginning a session: %w", err)
	}
	defer release()
	s, err := e.newSession(cfg)
	if err != nil {
		return nil, err
	}
	s.home = home
	begun, err := e.startState(ctx, s)
	if err != nil {
		return nil, err
	}
	begun.files, begun.start = s.files.Clone(), s.clock.start
	s.begun = true
	if err := s.begin(ctx, e.starts.image, begun); err != nil {
		return nil, err
	}
	return s, nil
}

// newSession makes a session without a guest.
func (e *Engine) newSession(cfg SessionConfig) (*Session, error) {
	s := &Session{engine: e, config: cfg, clock: newClock(cfg), random: newRandom(cfg.Seed), stdin: newInput(cfg.Stdin), stdout: cfg.Stdout, stderr: cfg.Stderr}
	var err error
	if s.functions, err = hostcall.NewSet(cfg.Functions, cfg.RequestLimitBytes, cfg.ReplyLimitBytes); err != nil {
		return nil, invalid("%w", err)
	}
	s.awaits = s.functions.HasAwaitable()
	if cfg.HandleLimit > 0 {
		s.functions.AllowHandles(s.callHeld)
	}
	s.functions.AllowObjects(cfg.ObjectLimit)
	s.granted = grantedFiles(cfg)
	if s.files, err = newFiles(s.granted); err != nil {
		return nil, err
	}
	if s.stdout == nil {
		s.stdout = &s.outBuf
	}
	if s.stderr == nil {
		s.stderr = &s.errBuf
	}
	return s, nil
}

// begin gives the session a guest, in the state given, which is about the image.
func (s *Session) begin(ctx context.Context, image *guestmem.Image, initial *state) (err error) {
	ctx = context.WithValue(ctx, runKey{}, &run{session: s})
	idle := &s.engine.idle
	if s.home != nil {
		idle = &s.home.idle
	}
	if s.guest, s.reused = idle.take(image, s.config.MemoryLimitBytes); !s.reused {
		if s.guest, err = s.engine.instantiate(ctx, image, s.config.MemoryLimitBytes); err != nil {
			return err
		}
	}
	if err := s.load(initial); err != nil {
		return errors.Join(err, s.guest.machine.close(ctx))
	}
	s.engine.live.add(s)
	s.initial = initial
	s.past.starts(initial)
	return nil
}

// start starts the interpreter in a new instance.
func (s *Session) start(ctx context.Context) error {
	if err := s.guest.start(ctx, s.config.MemoryLimitBytes); err != nil {
		return err
	}
	names := s.functions.Names()
	for _, list := range []struct {
		which   uint64
		name    string
		strings []string
	}{
		{listArgv, "arguments", s.config.Args},
		{listPath, "path", append(append([]string{}, s.config.Path...), ".frozen")},
		{listFunctions, "names of functions", names},
	} {
		if list.which == listFunctions && len(names) == 0 {
			continue
		}
		err := s.guest.setList(ctx, list.which, list.strings)
		var taken takenError
		switch {
		case errors.Is(err, errNoRoom):
			return invalid("%s of %d strings, %d bytes: a guest with a memory limit of %d bytes has no room for them",
				list.name, len(list.strings), len(strings.Join(list.strings, "")), s.config.MemoryLimitBytes)
		case errors.As(err, &taken) && taken.index < len(names):
			return invalid("%w", hostcall.TakenError(names[taken.index]))
		case err != nil:
			return err
		}
	}
	return nil
}

// Run runs a program as __main__, among the names that earlier programs left. When ctx ends, so does
// the run: as protocol.Limited if a deadline passed, else as protocol.Cancelled.
//
// However the run ends, the session can be used again. Where the program had to be ended in the midst of C code, the
// session is as it was before the run; Outcome.RolledBack tells.
func (s *Session) Run(ctx context.Context, program Program) (outcome Outcome, err error) {
	err = s.use(ctx, "running a program", func(ctx context.Context) (err error) {
		inputs, err := program.check(s.functions)
		if err != nil {
			return err
		}
		outcome, err = s.runOrGoBack(ctx, program, inputs)
		return err
	})
	return outcome, err
}

// runOrGoBack runs a program with inputs that are encoded. If its outcome is to be rolled back, the session is then as it was
// before.
func (s *Session) runOrGoBack(ctx context.Context, program Program, inputs []byte) (Outcome, error) {
	return s.recorded(ctx, &event{program: program, inputs: inputs}, nil)
}

// execute has happen what an event says, which may be the rest of a run, and sees to what is left of it.
func (s *Session) execute(ctx context.Context, e *event, goesOn *rest) (Outcome, error) {
	if s.paused != nil {
		return Outcome{}, ErrSessionPaused
	}
	if err := s.letGo(ctx, goesOn); err != nil {
		return Outcome{}, err
	}
	if err := s.keepWayBack(); err != nil {
		return Outcome{}, err
	}
	outcome, err := s.runWith(ctx, e, goesOn)
	return s.after(ctx, e, outcome, err)
}

// after sees to what is left of a run.
func (s *Session) after(ctx context.Context, e *event, outcome Outcome, err error) (Outcome, error) {
	if s.kept != nil {
		s.paused = outcome.Paused
		return outcome, err
	}
	if outcome.RolledBack || outcome.Paused != nil || errors.Is(err, errOnTheWay) {
		err = errors.Join(err, s.goBack(ctx))
		s.functions.Rollback(outcome.Paused != nil || s.paused != nil)
		s.paused = outcome.Paused
		return outcome, err
	}
	if err != nil || outcome.Limit != "" || outcome.Kind == protocol.Cancelled || !s.config.repeatable() {
		s.past.add(nil) // when it was ended is nobody's to repeat
		return outcome, err
	}
	e.program.Source, e.program.Inputs = bytes.Clone(e.program.Source), nil
	e.fuel, e.tape = outcome.Used.Fuel, nil
	s.past.add(e)
	return outcome, nil
}

// runOnce runs a program and closes the session, so that there is nothing to go back to, unless the run is paused.
func (s *Session) runOnce(ctx context.Context, program Program) (outcome Outcome, err error) {
	defer func() {
		if outcome.Paused == nil {
			err = errors.Join(err, s.Close(ctx))
		}
	}()
	err = s.use(ctx, "running a program", func(ctx context.Context) (err error) {
		inputs, err := program.check(s.functions)
		if err != nil {
			return err
		}
		if s.config.Record != nil {
			outcome, err = s.runOrGoBack(ctx, program, inputs)
		} else if outcome, err = s.runWith(ctx, &event{program: program, inputs: inputs}, nil); outcome.Paused != nil && s.kept == nil {
			err = errors.Join(err, s.goBack(ctx))
		}
		if outcome.Paused != nil {
			outcome.Paused.owned, s.paused = true, outcome.Paused
		}
		return err
	})
	return outcome, err
}

// check checks a program, fills in its name, and encodes its inputs.
func (p *Program) check(set *hostcall.Set) ([]byte, error) {
	if p.Name == "" {
		p.Name = "<string>"
	}
	if len(p.Name) > hostcall.MaxNameBytes || strings.ContainsRune(p.Name, 0) || !utf8.ValidString(p.Name) {
		return nil, fmt.Errorf("running a program: %w: the name %.40q: it must be UTF-8 of at most %d bytes, without a NUL", ErrInvalidInput, p.Name, hostcall.MaxNameBytes)
	}
	inputs, err := encodeInputs(set, p.Inputs)
	if err != nil {
		return nil, fmt.Errorf("running a program: %w", err)
	}
	return inputs, nil
}

// runWith has happen what an event says, and takes down in it what comes into the guest. If the outcome is to be rolled back, or
// paused, the guest cannot be used until it is as it was.
func (s *Session) runWith(ctx context.Context, e *event, goesOn *rest) (Outcome, error) {
	r := &run{session: s, output: s.config.OutputLimitBytes, record: e, tape: e.tape}
	s.functions.BeginRun()
	if s.config.HandleLimit > 0 {
		r.functions = s.functions.NewCalls()
	}
	defer func() {
		if s.kept == nil {
			r.endCalls()
		}
	}()
	if goesOn == nil && !e.replayed {
		e.program.handles = s.config.HandleLimit
	}
	if goesOn != nil {
		r.again = &replay{journal: e.journal, goesOn: goesOn}
	}
	if e.replayed {
		r.again, r.record = &replay{journal: e.journal, shown: true}, nil
	}
	r.begin()
	res, err := r.call(ctx, e)
	return s.ended(ctx, e, r, res, err)
}

// settled is what came of a run that had been kept, and what is left of it.
func (s *Session) settled(ctx context.Context, e *event, r *run, res result, err error) (Outcome, error) {
	defer r.endCalls()
	outcome, err := s.ended(ctx, e, r, res, err)
	return s.after(ctx, e, outcome, err)
}

// ended is what came of a run, when the guest came back or the run is kept.
func (s *Session) ended(ctx context.Context, e *event, r *run, res result, err error) (Outcome, error) {
	if r.kept != nil && r.pending != nil {
		s.engine.keep(r.kept)
		peak, peakErr := s.guest.call(context.WithValue(ctx, runKey{}, r), "mpwasm_heap_peak")
		res.heapPeak, err = peak, errors.Join(err, peakErr)
	} else {
		r.endCalls()
	}
	if errors.Is(err, errNoRoom) {
		return Outcome{}, fmt.Errorf("running a program: %w: %w", ErrInvalidInput, err)
	}
	trap := new(trapError)
	if errors.As(err, trap) {
		var peakErr error
		if res.heapPeak, peakErr = s.guest.call(context.WithValue(ctx, runKey{}, r), "mpwasm_heap_peak"); peakErr != nil {
			return Outcome{RolledBack: true}, errors.Join(err, peakErr)
		}
	}
	if e.tape != nil {
		e.tape.result = res
	}
	outcome, err := s.outcome(r, res, err)
	outcome.Used.WallNS = int64(r.before + time.Since(r.began))
	if e.replayed {
		return outcome, errors.Join(err, r.again.unfinished())
	}
	if r.again != nil { // it has not come to where it was paused
		return s.notResumed(r, outcome, err)
	}
	return outcome, err
}

// outcome puts together what the guest and the imports know of a run.
func (s *Session) outcome(r *run, res result, err error) (Outcome, error) {
	outcome := Outcome{
		Stdout:    bytes.Clone(s.outBuf.Bytes()),
		Stderr:    bytes.Clone(s.errBuf.Bytes()),
		Truncated: r.cut,
		Used:      protocol.Usage{Fuel: r.fuel + uint64(res.fuelConsumed), HeapPeakBytes: uint64(res.heapPeak), HostCalls: r.calls, HostBytes: r.bytes},
	}
	s.outBuf.Reset()
	s.errBuf.Reset()
	var trap trapError
	outcome.RolledBack = errors.As(err, &trap)
	switch {
	case r.hostErr != nil:
		return outcome, fmt.Errorf("serving the guest: %w", r.hostErr)
	case r.pending != nil:
		return outcome, outcome.pausedOutcome(r)
	case outcome.RolledBack && r.stop != 0: // C code that did not come back in time
		return outcome, outcome.stopped(r.stop)
	case outcome.RolledBack:
		outcome.Kind, outcome.Trap = protocol.Trapped, trap.error
		return outcome, nil
	case err != nil:
		return outcome, err
	}
	return outcome, outcome.fill(s.functions, res)
}
