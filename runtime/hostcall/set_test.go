package hostcall

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func testSet(t testing.TB) *Set {
	t.Helper()
	set, err := NewSet([]Function{
		RawFunc("echo", func(_ context.Context, call Call) (any, error) { return call.Args, nil }),
		Func("m.long", func(n int) error { return Raise("ValueError", strings.Repeat("é", max(0, min(n, 100_000)))) }),
		Func("m.broken", func() error { return Raise("Value\xffError", "\xff") }),
	}, 1000, 200<<10)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// request encodes a request as the guest does.
func request(t testing.TB, index any, args []any, keywords Dict) []byte {
	t.Helper()
	data, err := Encode([]any{index, args, keywords})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestServe(t *testing.T) {
	set := testSet(t)
	for name, test := range map[string]struct {
		request []byte
		want    []any
	}{
		"value":               {request(t, 0, []any{int64(1), "a"}, Dict{}), []any{int64(0), []any{int64(1), "a"}}},
		"too large a request": {request(t, 0, []any{strings.Repeat("x", 1000)}, Dict{}), []any{int64(1), "ValueError", "arguments of 1007 bytes: the host takes 1000"}},
		"a message that is cut, between characters": {request(t, 1, []any{60_000}, Dict{}), []any{int64(1), "ValueError", strings.Repeat("é", maxMessageBytes/2)}},
		"a message that is no text":                 {request(t, 2, []any{}, Dict{}), []any{int64(1), "Value\ufffdError", "\ufffd"}},
	} {
		t.Run(name, func(t *testing.T) {
			reply, err := set.Serve(context.Background(), test.request)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := Decode(reply); err != nil || !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %.200v, %v; want %.200v", got, err, test.want)
			}
		})
	}
}

// badError is an error whose methods panic.
type badError struct{}

func (badError) Error() string { panic("in Error") }

type badUnwrap struct{ error }

func (badUnwrap) Unwrap() error { panic("in Unwrap") }

// What panics of a function is its panic, be it in a method of what the function returned.
func TestServePanics(t *testing.T) {
	var none *Exception
	for name, function := range map[string]any{
		"in the function": func() error { panic("in the function") },
		"in Error":        func() error { return badError{} },
		"in Unwrap":       func() error { return badUnwrap{errors.New("x")} },
		"nil pointer":     func() error { return none },
		"nil":             func() error { return fmt.Errorf("wrapped: %w", none) },
	} {
		set, err := NewSet([]Function{Func("f", function)}, 1000, 1000)
		if err != nil {
			t.Fatal(err)
		}
		reply, err := set.Serve(context.Background(), request(t, 0, []any{}, Dict{}))
		var panicked *PanicError
		if !errors.As(err, &panicked) || panicked.Function != "f" || !strings.Contains(err.Error(), name) || reply != nil {
			t.Errorf("%s: got %q, %v; want a PanicError", name, reply, err)
		}
	}
}

// TestServeRefuses makes requests that no guest makes whose memory is intact.
func TestServeRefuses(t *testing.T) {
	set := testSet(t)
	for name, data := range map[string][]byte{
		"nothing":             nil,
		"no list":             []byte("\xf6"),
		"too short":           []byte("\x82\x00\x80"),
		"a function beyond":   request(t, 3, []any{}, Dict{}),
		"a function before":   request(t, -1, []any{}, Dict{}),
		"no index":            request(t, "echo", []any{}, Dict{}),
		"no arguments":        []byte("\x83\x00\xf6\xa0"),
		"no keywords":         []byte("\x83\x00\x80\xf6"),
		"a keyword of a kind": request(t, 0, []any{}, Dict{{int64(1), nil}}),
		"more than a request": append(request(t, 0, []any{}, Dict{}), 0),
	} {
		if reply, err := set.Serve(context.Background(), data); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: got %q, %v; want ErrMalformed", name, reply, err)
		}
	}
}

// Whatever a guest asks, there is a reply that it can read, or an error about the request.
func FuzzServe(f *testing.F) {
	f.Add(request(f, 0, []any{int64(1), Tuple{"a"}}, Dict{}))
	f.Add(request(f, 1, []any{int64(5)}, Dict{{"a", nil}}))
	f.Add(request(f, 3, []any{}, Dict{}))
	f.Add([]byte("\x83\x00\x80\xa1\x01\x02"))
	set := testSet(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		reply, err := set.Serve(context.Background(), data)
		if err != nil {
			if !errors.Is(err, ErrMalformed) {
				t.Errorf("got %v, want ErrMalformed", err)
			}
			return
		}
		value, err := Decode(reply)
		if parts, ok := value.([]any); err != nil || !ok || len(parts) < 2 || parts[0] != int64(len(parts)-2) {
			t.Errorf("got the reply %#v, %v", value, err)
		}
	})
}
