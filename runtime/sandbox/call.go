package sandbox

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// Call calls what a name means to the session's programs: "quote", "pricing.quote", "Account.open", a built-in function,
// whatever they defined, or imported. Its first part is a name of __main__ or of a module that was imported. Arguments are
// encoded as [hostcall.Encode] does; keyword arguments go in the order of their names. Either may be nil.
//
// What the call returns is Outcome.Value. Limits, outcomes and what is left of a call that had to be ended are those of
// [Session.Run]; nothing is compiled. A name that means nothing raises what it would raise in a program.
//
// The error wraps [ErrInvalidInput] for a name that is none, and for arguments that have no counterpart in Python.
func (s *Session) Call(ctx context.Context, function string, args []any, kwargs map[string]any) (outcome Outcome, err error) {
	err = s.use(ctx, "calling a function", func(ctx context.Context) (err error) {
		program, arguments, err := s.encodeCall(function, args, kwargs)
		if err != nil {
			return err
		}
		outcome, err = s.runOrGoBack(ctx, program, arguments)
		return err
	})
	return outcome, err
}

// encodeCall makes of a call what the guest takes: a program of a kind, and what would be its inputs.
func (s *Session) encodeCall(function string, args []any, kwargs map[string]any) (Program, []byte, error) {
	if err := checkDotted(function); err != nil {
		return Program{}, nil, fmt.Errorf("calling a function: %w: %w", ErrInvalidInput, err)
	}
	arguments, err := s.functions.EncodeArguments(args, kwargs)
	if err != nil {
		return Program{}, nil, fmt.Errorf("calling %s: %w: %w", function, ErrInvalidInput, err)
	}
	return Program{Source: []byte(function), call: true}, arguments, nil
}

// checkDotted checks a dotted name. Python's rules for identifiers are the guest's matter: what is none means nothing.
func checkDotted(name string) error {
	if len(name) > hostcall.MaxNameBytes || !utf8.ValidString(name) {
		return fmt.Errorf("the name %.40q: it must be UTF-8 of at most %d bytes", name, hostcall.MaxNameBytes)
	}
	for part := range strings.SplitSeq(name, ".") {
		if part == "" || strings.ContainsAny(part, "\x00 ()[]#") {
			return fmt.Errorf("the name %q: expected names with dots between them, as in \"pricing.quote\"", name)
		}
	}
	return nil
}
