package main

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/google/go-dap"

	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// answer does what a request asks for.
func (a *adapter) answer(ctx context.Context, message dap.Message) error {
	request, ok := message.(dap.RequestMessage)
	if !ok {
		return nil
	}
	if handled, err := a.answerSession(ctx, message); handled {
		return err
	}
	if a.trace == nil {
		return a.refuse(request.GetRequest(), "the program does not run yet")
	}
	if handled, err := a.answerMove(ctx, message); handled {
		return err
	}
	return a.answerLook(ctx, request, message)
}

// answerSession is for what begins and ends a session, and for breakpoints.
func (a *adapter) answerSession(ctx context.Context, message dap.Message) (bool, error) {
	switch m := message.(type) {
	case *dap.InitializeRequest:
		if !m.Arguments.LinesStartAt1 {
			a.firstLine = 0
		}
		r := &dap.InitializeResponse{Response: response(&m.Request)}
		r.Body.SupportsConfigurationDoneRequest = true
		r.Body.SupportsStepBack = true
		r.Body.SupportsConditionalBreakpoints = true
		r.Body.SupportsEvaluateForHovers = true
		r.Body.SupportsTerminateRequest = true
		return true, errors.Join(a.send(r), a.send(&dap.InitializedEvent{Event: event("initialized")}))
	case *dap.LaunchRequest:
		args, err := parseLaunch(m.Arguments)
		if err != nil {
			return true, a.refuse(&m.Request, err.Error())
		}
		a.launch = args
		return true, a.send(&dap.LaunchResponse{Response: response(&m.Request)})
	case *dap.SetBreakpointsRequest:
		return true, a.setBreakpoints(m)
	case *dap.SetExceptionBreakpointsRequest:
		return true, a.send(&dap.SetExceptionBreakpointsResponse{Response: response(&m.Request)})
	case *dap.ConfigurationDoneRequest:
		if a.trace != nil {
			return true, a.refuse(&m.Request, "the program runs")
		}
		if err := a.send(&dap.ConfigurationDoneResponse{Response: response(&m.Request)}); err != nil {
			return true, err
		}
		return true, a.start(ctx)
	case *dap.ThreadsRequest:
		r := &dap.ThreadsResponse{Response: response(&m.Request)}
		r.Body.Threads = []dap.Thread{{Id: 1, Name: "main"}}
		return true, a.send(r)
	case *dap.TerminateRequest:
		return true, errors.Join(a.send(&dap.TerminateResponse{Response: response(&m.Request)}), a.send(&dap.TerminatedEvent{Event: event("terminated")}))
	case *dap.DisconnectRequest:
		a.over = true
		return true, a.send(&dap.DisconnectResponse{Response: response(&m.Request)})
	}
	return false, nil
}

func (a *adapter) setBreakpoints(m *dap.SetBreakpointsRequest) error {
	name := a.names.guest(m.Arguments.Source.Path)
	r := &dap.SetBreakpointsResponse{Response: response(&m.Request)}
	r.Body.Breakpoints = []dap.Breakpoint{}
	var lines []int
	conditions := map[int]string{}
	for _, b := range m.Arguments.Breakpoints {
		line := b.Line + 1 - a.firstLine
		lines = append(lines, line)
		conditions[line] = b.Condition
		r.Body.Breakpoints = append(r.Body.Breakpoints, dap.Breakpoint{Verified: name != "", Line: b.Line})
	}
	if name != "" {
		a.breaks[name], a.conditions[name] = lines, conditions
	}
	return a.send(r)
}

// answerMove is for what lets the program go.
func (a *adapter) answerMove(ctx context.Context, message dap.Message) (bool, error) {
	var r dap.Message
	var stride sandbox.Stride
	reason := "step"
	switch m := message.(type) {
	case *dap.PauseRequest:
		a.trace.Pause()
		return true, a.send(&dap.PauseResponse{Response: response(&m.Request)})
	case *dap.ContinueRequest:
		answer := &dap.ContinueResponse{Response: response(&m.Request)}
		answer.Body.AllThreadsContinued = true
		r, stride, reason = answer, sandbox.Continue, "breakpoint"
	case *dap.ReverseContinueRequest:
		r, stride, reason = &dap.ReverseContinueResponse{Response: response(&m.Request)}, sandbox.ContinueBack, "breakpoint"
	case *dap.NextRequest:
		r, stride = &dap.NextResponse{Response: response(&m.Request)}, sandbox.StepOver
	case *dap.StepInRequest:
		r, stride = &dap.StepInResponse{Response: response(&m.Request)}, sandbox.StepIn
	case *dap.StepOutRequest:
		r, stride = &dap.StepOutResponse{Response: response(&m.Request)}, sandbox.StepOut
	case *dap.StepBackRequest:
		r, stride = &dap.StepBackResponse{Response: response(&m.Request)}, sandbox.StepBackOver
	default:
		return false, nil
	}
	if err := a.send(r); err != nil {
		return true, err
	}
	a.move(ctx, stride, reason)
	return true, nil
}

// answerLook is for what shows the program as it stands.
func (a *adapter) answerLook(ctx context.Context, request dap.RequestMessage, message dap.Message) (err error) {
	var r dap.Message
	switch m := message.(type) {
	case *dap.StackTraceRequest:
		r, err = a.stack(ctx, m)
	case *dap.ScopesRequest:
		answer := &dap.ScopesResponse{Response: response(&m.Request)}
		for _, scope := range []struct {
			name  string
			scope sandbox.Scope
		}{{"Locals", sandbox.Locals}, {"Globals", sandbox.Globals}} {
			answer.Body.Scopes = append(answer.Body.Scopes, dap.Scope{
				Name: scope.name, PresentationHint: string(scope.scope), VariablesReference: a.reference(sandbox.Place{Frame: m.Arguments.FrameId - 1, Scope: scope.scope}),
			})
		}
		r = answer
	case *dap.VariablesRequest:
		r, err = a.variables(ctx, m)
	case *dap.EvaluateRequest:
		r, err = a.evaluate(ctx, m)
	default:
		return a.refuse(request.GetRequest(), "it is not supported")
	}
	if err != nil {
		return a.refuse(request.GetRequest(), err.Error())
	}
	return a.send(r)
}

func (a *adapter) stack(ctx context.Context, m *dap.StackTraceRequest) (dap.Message, error) {
	frames, err := a.trace.Frames(ctx)
	if err != nil {
		return nil, err
	}
	r := &dap.StackTraceResponse{Response: response(&m.Request)}
	r.Body.TotalFrames = len(frames)
	r.Body.StackFrames = []dap.StackFrame{}
	for i, f := range frames {
		if i < m.Arguments.StartFrame || (m.Arguments.Levels > 0 && i >= m.Arguments.StartFrame+m.Arguments.Levels) {
			continue
		}
		frame := dap.StackFrame{Id: i + 1, Name: f.Function, Line: f.Line - 1 + a.firstLine, Column: a.firstLine}
		if path := a.names.host(f.File); path != "" {
			frame.Source = &dap.Source{Name: filepath.Base(path), Path: path}
		} else { // of the library
			frame.PresentationHint = "subtle"
		}
		r.Body.StackFrames = append(r.Body.StackFrames, frame)
	}
	return r, nil
}

// reference is a number for what has parts.
func (a *adapter) reference(place sandbox.Place) int {
	a.values = append(a.values, place)
	return len(a.values)
}

// maxVariables is how many parts are shown if the editor does not say.
const maxVariables = 200

func (a *adapter) variables(ctx context.Context, m *dap.VariablesRequest) (dap.Message, error) {
	n := m.Arguments.VariablesReference
	if n < 1 || n > len(a.values) {
		return nil, errors.New("this value was of another moment")
	}
	place, count := a.values[n-1], m.Arguments.Count
	if count == 0 {
		count = maxVariables
	}
	parts, err := a.trace.Parts(ctx, place, m.Arguments.Start, count)
	if err != nil {
		return nil, err
	}
	r := &dap.VariablesResponse{Response: response(&m.Request)}
	r.Body.Variables = []dap.Variable{}
	for i, v := range parts {
		shown := dap.Variable{Name: v.Name, Value: v.Text, Type: v.Type}
		if v.Parts > 0 {
			part := place
			part.Path = append(append([]int{}, place.Path...), m.Arguments.Start+i)
			shown.VariablesReference = a.reference(part)
		}
		if place.Scope != "" && len(place.Path) == 0 {
			shown.EvaluateName = v.Name
		}
		r.Body.Variables = append(r.Body.Variables, shown)
	}
	return r, nil
}

func (a *adapter) evaluate(ctx context.Context, m *dap.EvaluateRequest) (dap.Message, error) {
	frame := max(m.Arguments.FrameId, 1) - 1
	v, err := a.trace.Evaluate(ctx, frame, m.Arguments.Expression)
	if err != nil {
		return nil, err
	}
	r := &dap.EvaluateResponse{Response: response(&m.Request)}
	r.Body.Result, r.Body.Type = v.Text, v.Type
	if v.Parts > 0 {
		r.Body.VariablesReference = a.reference(sandbox.Place{Frame: frame, Expression: m.Arguments.Expression})
	}
	return r, nil
}
