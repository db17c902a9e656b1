package sandbox

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// CallHandle calls an object that is held, as [Session.Call] calls what has a name: the outcome says what it used, and how it ended.
// [hostcall.Handle.Call] is shorter, where the value is all that is wanted.
func (s *Session) CallHandle(ctx context.Context, h *hostcall.Handle, args []any, kwargs map[string]any) (Outcome, error) {
	return s.operate(ctx, "#", append([]any{h}, args...), kwargs)
}

// OutcomeError is the error of a call of a handle that did not complete.
type OutcomeError struct {
	// Outcome is that of the call.
	Outcome Outcome
}

// Error says how it ended.
func (e *OutcomeError) Error() string {
	if o := e.Outcome; o.Error == nil {
		return fmt.Sprintf("calling a handle: %s %s", o.Kind, o.Limit)
	}
	return "calling a handle: " + e.Unwrap().Error()
}

// Unwrap returns the exception, a *[hostcall.Exception], if one was raised.
func (e *OutcomeError) Unwrap() error {
	if e.Outcome.Error == nil {
		return nil
	}
	return hostcall.Raise(e.Outcome.Error.Type, string(e.Outcome.Error.Message))
}

// callHeld is what handles call.
func (s *Session) callHeld(ctx context.Context, operation string, args []any, kwargs map[string]any) (any, error) {
	outcome, err := s.operate(ctx, operation, args, kwargs)
	if err == nil && outcome.Kind != protocol.Completed {
		err = &OutcomeError{outcome}
	}
	return outcome.Value, err
}

// operate has the guest do something with objects that are held.
func (s *Session) operate(ctx context.Context, operation string, args []any, kwargs map[string]any) (outcome Outcome, err error) {
	err = s.use(ctx, "calling a handle", func(ctx context.Context) error {
		e, err := s.operation(operation, args, kwargs)
		if err == nil {
			outcome, err = s.recorded(ctx, e, nil)
		}
		return err
	})
	return outcome, err
}

func (s *Session) operation(name string, args []any, kwargs map[string]any) (*event, error) {
	arguments, err := s.functions.EncodeArguments(args, kwargs)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidInput, err)
	}
	return &event{program: Program{Source: []byte(name), call: true}, inputs: arguments}, nil
}

// letGo has the guest let go of objects whose handles were closed, before a run that is not the rest of one.
func (s *Session) letGo(ctx context.Context, goesOn *rest) error {
	if s.config.HandleLimit == 0 || goesOn != nil {
		return nil
	}
	args := s.functions.Freed()
	if args == nil {
		return nil
	}
	e, err := s.operation("#free", args, nil)
	if err == nil {
		_, err = s.execute(ctx, e, nil)
	}
	return err
}

// forget makes all handles and objects of the host's be over, since the session is in a state of its own.
func (s *Session) forget(stale bool, in *state) error {
	s.functions.ForgetObjects(in.objects)
	if s.config.HandleLimit > 0 {
		s.functions.Forget(stale)
	}
	return nil
}

// endCalls has host functions come to their end that wait for what they called back, since the run has. It is done once.
func (r *run) endCalls() {
	var err error
	if r.begun != nil {
		err = r.begun.End()
	}
	if r.functions != nil {
		err = errors.Join(err, r.functions.End())
	}
	if err != nil {
		r.hostErr = errors.Join(r.hostErr, err)
	}
	for _, end := range r.ends {
		end()
	}
	r.ends = nil
}
