package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/google/go-dap"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// adapter is one debugging session with an editor. Requests are answered one after the other; while the program goes somewhere, all but those that
// end that wait.
//
// See https://microsoft.github.io/debug-adapter-protocol/specification
type adapter struct {
	in    *bufio.Reader
	names sourceNames
	begin func(ctx context.Context, stdout, stderr writerFunc) (*sandbox.Trace, error)

	mu  sync.Mutex // of what follows
	out io.Writer
	seq int

	trace        *sandbox.Trace
	breaks       map[string][]int // lines, by the guest's name of the file
	conditions   map[string]map[int]string
	launch       launchArguments
	values       []sandbox.Place // what has a reference, which is the number and 1; of the moment at hand
	firstLine    int             // what the editor calls a file's first line
	waiting      []dap.Message
	moving       chan moved // is told where the program came to; nil while it stands
	stoppedAtEnd bool
	over         bool
}

// launchArguments are those of launch requests that count here.
type launchArguments struct {
	StopOnEntry bool `json:"stopOnEntry"`
	StopAtEnd   bool `json:"stopAtEnd"`
}

type moved struct {
	moment sandbox.Moment
	reason string
	err    error
}

// writerFunc writes by calling a function.
type writerFunc func(string) error

func (f writerFunc) Write(data []byte) (int, error) { return len(data), f(string(data)) }

func newAdapter(in io.Reader, out io.Writer, names sourceNames, begin func(context.Context, writerFunc, writerFunc) (*sandbox.Trace, error)) *adapter {
	return &adapter{in: bufio.NewReader(in), out: out, names: names, begin: begin, breaks: map[string][]int{}, conditions: map[string]map[int]string{}, firstLine: 1}
}

// serve answers until the editor has enough.
func (a *adapter) serve(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer func() {
		if a.trace != nil {
			a.trace.Close(ctx)
		}
	}()
	requests, ended := a.read(ctx)
	for !a.over {
		var err error
		switch {
		case a.moving == nil && len(a.waiting) > 0:
			next := a.waiting[0]
			a.waiting = a.waiting[1:]
			err = a.answer(ctx, next)
		default:
			select {
			case m := <-a.moving:
				a.moving = nil
				err = a.stopped(ctx, m)
			case request := <-requests:
				if a.moving != nil && !endsMove(request) {
					a.waiting = append(a.waiting, request)
					continue
				}
				err = a.answer(ctx, request)
			case err = <-ended:
				if errors.Is(err, io.EOF) {
					return nil
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if err != nil {
			return fmt.Errorf("debugging: %w", err)
		}
	}
	return nil
}

// read reads requests, in a goroutine of its own.
func (a *adapter) read(ctx context.Context) (<-chan dap.Message, <-chan error) {
	requests, ended := make(chan dap.Message), make(chan error, 1)
	go func() {
		for {
			message, err := dap.ReadProtocolMessage(a.in)
			var unknown *dap.DecodeProtocolMessageFieldError
			switch {
			case errors.As(err, &unknown): // a request that the library does not know
				a.refuse(&dap.Request{ProtocolMessage: dap.ProtocolMessage{Seq: unknown.Seq}, Command: unknown.FieldValue}, "it is not known here")
				continue
			case err != nil:
				ended <- err
				return
			}
			select {
			case requests <- message:
			case <-ctx.Done():
				return
			}
		}
	}()
	return requests, ended
}

// endsMove tells which requests do not wait until the program stands.
func endsMove(message dap.Message) bool {
	switch message.(type) {
	case *dap.PauseRequest, *dap.DisconnectRequest, *dap.TerminateRequest, *dap.ThreadsRequest:
		return true
	}
	return false
}

func (a *adapter) send(message dap.Message) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.seq++
	switch m := message.(type) {
	case dap.ResponseMessage:
		m.GetResponse().Seq = a.seq
	case dap.EventMessage:
		m.GetEvent().Seq = a.seq
	}
	return dap.WriteProtocolMessage(a.out, message)
}

func event(name string) dap.Event {
	return dap.Event{ProtocolMessage: dap.ProtocolMessage{Type: "event"}, Event: name}
}

func response(request *dap.Request) dap.Response {
	return dap.Response{ProtocolMessage: dap.ProtocolMessage{Type: "response"}, RequestSeq: request.Seq, Success: true, Command: request.Command}
}

func (a *adapter) refuse(request *dap.Request, why string) error {
	r := &dap.ErrorResponse{Response: response(request)}
	r.Success, r.Message = false, why
	r.Body.Error = &dap.ErrorMessage{Id: 1, Format: why}
	return a.send(r)
}

// start begins to follow the program, when all breakpoints are known.
func (a *adapter) start(ctx context.Context) error {
	output := func(category string) writerFunc {
		return func(text string) error {
			e := &dap.OutputEvent{Event: event("output")}
			e.Body.Category, e.Body.Output = category, text
			return a.send(e)
		}
	}
	trace, err := a.begin(ctx, output("stdout"), output("stderr"))
	if err != nil {
		return err
	}
	a.trace = trace
	now := trace.Now()
	if now.Ended || a.launch.StopOnEntry {
		return a.stopped(ctx, moved{moment: now, reason: "entry"})
	}
	if slices.Contains(a.breaks[now.File], now.Line) && a.wanted(ctx, now) {
		return a.stopped(ctx, moved{moment: now, reason: "breakpoint"})
	}
	a.move(ctx, sandbox.Continue, "breakpoint")
	return nil
}

// move lets the program go, while other requests are read.
func (a *adapter) move(ctx context.Context, stride sandbox.Stride, reason string) {
	a.values = nil
	a.moving = make(chan moved, 1)
	go func(done chan<- moved) {
		a.tellBreakpoints(stride)
		moment, err := a.trace.Step(ctx, stride)
		for err == nil && moment.Statement > 1 && !a.wanted(ctx, moment) { // there is none before the first
			moment, err = a.trace.Step(ctx, stride)
		}
		done <- moved{moment, reason, err}
	}(a.moving)
}

// tellBreakpoints tells the trace where to stop: steps end at no breakpoint that has a condition.
func (a *adapter) tellBreakpoints(stride sandbox.Stride) {
	far := stride == sandbox.Continue || stride == sandbox.ContinueBack
	for file, lines := range a.breaks {
		there := slices.DeleteFunc(slices.Clone(lines), func(line int) bool { return !far && a.conditions[file][line] != "" })
		a.trace.SetBreakpoints(file, there...)
	}
}

// wanted tells whether the program may stand here: not at a breakpoint whose condition is false. One that raises stands.
func (a *adapter) wanted(ctx context.Context, m sandbox.Moment) bool {
	condition := a.conditions[m.File][m.Line]
	if m.Ended || condition == "" {
		return true
	}
	v, err := a.trace.Evaluate(ctx, 0, "not ("+condition+")")
	return err != nil || v.Text != "True"
}

// stopped says that the program stands again, or that its run has ended.
func (a *adapter) stopped(ctx context.Context, m moved) error {
	if m.err != nil {
		return m.err
	}
	e := &dap.StoppedEvent{Event: event("stopped"), Body: dap.StoppedEventBody{Reason: m.reason, ThreadId: 1, AllThreadsStopped: true}}
	if !m.moment.Ended {
		if m.reason == "breakpoint" && !slices.Contains(a.breaks[m.moment.File], m.moment.Line) {
			e.Body.Reason = "pause"
			if m.moment.Statement == 1 {
				e.Body.Reason = "entry"
			}
		}
		return a.send(e)
	}
	outcome := a.trace.Outcome()
	raised := outcome.Kind == protocol.Raised
	if (raised || a.launch.StopAtEnd) && m.moment.Statement > 0 && !a.stoppedAtEnd {
		a.stoppedAtEnd = true
		goBack := a.trace.GoToRaise
		if !raised {
			goBack = func(ctx context.Context) (sandbox.Moment, error) { return a.trace.Step(ctx, sandbox.StepBack) }
		}
		if _, err := goBack(ctx); err != nil {
			return err
		}
		e.Body.Reason, e.Body.Description = "pause", "The program has ended; this was its last statement"
		if raised {
			e.Body.Reason, e.Body.Description = "exception", outcome.Error.Type
			e.Body.Text = outcome.Error.Type + ": " + string(outcome.Error.Message)
		}
		return a.send(e)
	}
	return a.ended(outcome)
}

// ended says how the run ended.
func (a *adapter) ended(outcome *sandbox.Outcome) error {
	text := ""
	printOutcome(writerFunc(func(s string) error { text += s; return nil }), *outcome)
	if text != "" {
		e := &dap.OutputEvent{Event: event("output")}
		e.Body.Category, e.Body.Output = "stderr", text
		if err := a.send(e); err != nil {
			return err
		}
	}
	exited := &dap.ExitedEvent{Event: event("exited")}
	exited.Body.ExitCode = exitStatus(*outcome)
	return errors.Join(a.send(exited), a.send(&dap.TerminatedEvent{Event: event("terminated")}))
}

func parseLaunch(data json.RawMessage) (args launchArguments, err error) {
	if len(data) > 0 {
		err = json.Unmarshal(data, &args)
	}
	return args, err
}
