package hostcall

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
)

// Set is what a guest may call: functions by their indexes.
type Set struct {
	functions []Function
	// requestLimit and replyLimit bound both directions, in bytes.
	requestLimit, replyLimit int64
	held
	given
}

// NewSet checks functions, together. The limits bound requests and replies in their encoded form, in bytes.
func NewSet(functions []Function, requestLimit, replyLimit int64) (*Set, error) {
	names, modules := map[string]bool{}, map[string]bool{}
	for i, f := range functions {
		if f.err == nil && f.call == nil {
			f.err = errors.New("it was not made by Func or RawFunc")
		}
		if f.err != nil {
			return nil, fmt.Errorf("host function %d, %q: %w", i, f.name, f.err)
		}
		if names[f.name] {
			return nil, fmt.Errorf("host function %d, %q: there are two of that name", i, f.name)
		}
		names[f.name] = true
		if module, _, dotted := strings.Cut(f.name, "."); dotted {
			modules[module] = true
		}
	}
	for module := range modules {
		if names[module] {
			return nil, fmt.Errorf("host function %q: a module has the same name", module)
		}
	}
	return &Set{functions: functions, requestLimit: requestLimit, replyLimit: replyLimit}, nil
}

// Names returns the functions' names in the order of their indexes.
func (s *Set) Names() []string {
	names := make([]string, len(s.functions))
	for i, f := range s.functions {
		names[i] = f.name
	}
	return names
}

// Serve makes the call that a request of the guest's asks for, and returns the encoded reply
// (micropython-port/README.md describes both). Whatever the program did wrong, and errors of the function, are
// replies that raise exceptions. An error of Serve is trouble of the host: a *PanicError, or a request that no guest makes
// whose memory is intact ([ErrMalformed]).
func (s *Set) Serve(ctx context.Context, request []byte) (reply []byte, err error) {
	return s.serve(ctx, request, nil)
}

func (s *Set) serve(ctx context.Context, request []byte, work *work) (reply []byte, err error) {
	if int64(len(request)) > s.requestLimit {
		return s.raise(Raisef("ValueError", "arguments of %d bytes: the host takes %d", len(request), s.requestLimit))
	}
	function, call, err := s.decode(request)
	if err != nil {
		return nil, fmt.Errorf("decoding a host call: %w", err)
	}
	work.takeOver()
	return s.invoke(ctx, function, call, work)
}

// invoke calls a function, and makes the reply.
func (s *Set) invoke(ctx context.Context, function Function, call Call, work *work) (reply []byte, err error) {
	defer func() { // the function's code: its own, and methods of what it returns
		if v := recover(); v != nil {
			reply, err = nil, &PanicError{Function: call.Function, Value: v, Stack: debug.Stack()}
		}
	}()
	value, err := function.call(ctx, call)
	if err != nil {
		var panicked *PanicError
		if errors.As(err, &panicked) || errors.Is(err, ErrPause) { // the first: in a session that the function used
			return nil, err
		}
	}
	if work.raisedAs(err) {
		return []byte{majorArray | 1, replyAgain}, nil
	}
	return s.Reply(call.Function, value, err)
}

// Decode tells what a request asks for.
func (s *Set) Decode(request []byte) (Call, error) {
	_, call, err := s.decode(request)
	s.forgetFresh()
	return call, err
}

// Reply encodes what a function gave: a value, or an error, which becomes an exception. It fails for no value.
func (s *Set) Reply(function string, value any, err error) (reply []byte, _ error) {
	if err != nil {
		return s.raise(err)
	}
	reply, err = appendAny(append(make([]byte, 0, 64), majorArray|2, replyValue), value, nesting{MaxDepth, s})
	switch {
	case err != nil:
		return s.raise(Raisef("TypeError", "%s() gave what cannot be passed: %v", function, err))
	case int64(len(reply)) > s.replyLimit:
		return s.raise(Raisef("ValueError", "%s() gave %d bytes: the program takes %d", function, len(reply), s.replyLimit))
	}
	return reply, nil
}

// What a reply begins with.
const (
	replyValue     = 0
	replyException = 1
	replyCall      = 2 // of something of the program's
	replyAgain     = 3 // raises what that raised
)

// raise is a reply that raises an exception. A message that is too large is cut.
func (s *Set) raise(err error) ([]byte, error) {
	exception := exceptionOf(err)
	reply := []byte{majorArray | 3, replyException}
	for _, text := range []string{exception.Type, exception.Message} {
		text = strings.ToValidUTF8(text[:min(len(text), maxMessageBytes)], "\ufffd")
		var err error
		if reply, err = appendText(reply, text); err != nil {
			return nil, err
		}
	}
	return reply, nil
}

// maxMessageBytes bounds the text of an exception.
const maxMessageBytes = 64 << 10

// decode takes a request apart: an array of the index, the arguments and the keyword arguments. Most calls have few
// arguments and no keywords, so nothing is made that is not asked for.
func (s *Set) decode(request []byte) (Function, Call, error) {
	function, call, rest, err := s.called(request)
	if err != nil {
		return Function{}, Call{}, err
	}
	if call.Args, rest, err = s.decodeArguments(rest); err != nil {
		return Function{}, Call{}, fmt.Errorf("%w: the arguments: %w", ErrMalformed, err)
	}
	if call.Kwargs, rest, err = s.decodeKeywords(rest); err != nil {
		return Function{}, Call{}, fmt.Errorf("%w: the keywords: %w", ErrMalformed, err)
	}
	if len(rest) > 0 {
		return Function{}, Call{}, fmt.Errorf("%w: %d bytes after its end", ErrMalformed, len(rest))
	}
	return function, call, nil
}

// called takes off a request what is called: [index, ...] of a function, [number, "type.member", ...] of an object.
func (s *Set) called(request []byte) (function Function, call Call, rest []byte, err error) {
	if len(request) == 0 || request[0] != majorArray|3 && request[0] != majorArray|4 {
		return function, call, nil, fmt.Errorf("%w: not a list of index, arguments and keywords", ErrMalformed)
	}
	index, rest, err := head(request[1:], majorUnsigned)
	if err != nil {
		return function, call, nil, fmt.Errorf("%w: the index: %w", ErrMalformed, err)
	}
	if request[0] == majorArray|4 {
		if len(rest) == 0 || rest[0]&majorMask != majorText {
			return function, call, nil, fmt.Errorf("%w: the name of a member that is no text", ErrMalformed)
		}
		name, rest, err := takeBytes(rest)
		return s.memberOf(index, string(name)), Call{Function: string(name)}, rest, err
	}
	if index >= uint64(len(s.functions)) {
		return function, call, nil, fmt.Errorf("%w: function %d of %d", ErrMalformed, index, len(s.functions))
	}
	return s.functions[index], Call{Function: s.functions[index].name}, rest, nil
}

// head takes the head of an item of the given major type off data.
func head(data []byte, major byte) (n uint64, rest []byte, err error) {
	if len(data) == 0 || data[0]&majorMask != major {
		return 0, nil, fmt.Errorf("no item of major type %d", major>>5)
	}
	return argument(data)
}

func (s *Set) decodeArguments(data []byte) (args []any, rest []byte, err error) {
	n, rest, err := head(data, majorArray)
	if err != nil {
		return nil, nil, err
	}
	args = make([]any, 0, min(n, uint64(len(rest)))) // an item takes a byte at least
	for range n {
		var arg any
		if arg, rest, err = decode(rest, nesting{MaxDepth, s}); err != nil {
			return nil, nil, err
		}
		args = append(args, arg)
	}
	return args, rest, nil
}

func (s *Set) decodeKeywords(data []byte) (keywords Kwargs, rest []byte, err error) {
	n, rest, err := head(data, majorMap)
	if err != nil || n == 0 {
		return nil, rest, err
	}
	keywords = make(Kwargs, min(n, uint64(len(rest)/2)))
	for range n {
		if len(rest) == 0 || rest[0]&majorMask != majorText {
			return nil, nil, errors.New("a name that is no text")
		}
		var name []byte
		if name, rest, err = takeBytes(rest); err != nil {
			return nil, nil, err
		}
		if keywords[string(name)], rest, err = decode(rest, nesting{MaxDepth, s}); err != nil {
			return nil, nil, err
		}
	}
	return keywords, rest, nil
}
