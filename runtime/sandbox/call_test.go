package sandbox_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// callees are what the tests of calls define.
const callees = `
import collections.abc, json as j
total = 0

def nothing(): pass
def echo(*args, **kwargs): return [args, kwargs]

def add(n=1):
    global total
    total += n
    return total

class Account:
    @classmethod
    def open(cls, owner): return "account of " + owner

account = Account()

def fail():
    return [][0]

def leave(): raise SystemExit(7)
def sort(): return sorted(range(10 ** 6), key=lambda n: -n)
def spin():
    while True: pass
def speak(text): print(text)
`

// calling makes a session in which the callees are defined.
func calling(t testing.TB, e *sandbox.Engine, cfg sandbox.SessionConfig) *sandbox.Session {
	t.Helper()
	s, err := e.NewSession(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(callees)}); err != nil || o.Kind != protocol.Completed {
		t.Fatalf("defining what is called: %v, %+v", err, o)
	}
	return s
}

func TestCall(t *testing.T) {
	s := calling(t, engine(t, false), sandbox.SessionConfig{})
	type call struct {
		function string
		args     []any
		kwargs   map[string]any
		want     any
	}
	for _, c := range []call{
		{"nothing", nil, nil, nil},
		{"echo", []any{1, "two", []any{3.5, nil}}, map[string]any{"b": true, "a": []byte("x")},
			[]any{hostcall.Tuple{int64(1), "two", []any{3.5, nil}}, hostcall.Dict{{Key: "a", Value: []byte("x")}, {Key: "b", Value: true}}}},
		{"add", []any{5}, nil, int64(5)},
		{"add", nil, map[string]any{"n": 2}, int64(7)}, // what a call does stays
		{"Account.open", []any{"Ada"}, nil, "account of Ada"},
		{"account.open", nil, map[string]any{"owner": "Grace"}, "account of Grace"},
		{"j.dumps", []any{[]any{1}}, nil, "[1]"},
		{"json.loads", []any{"[2]"}, nil, []any{int64(2)}}, // imported under another name
		{"len", []any{"abc"}, nil, int64(3)},
	} {
		o, err := s.Call(context.Background(), c.function, c.args, c.kwargs)
		if err != nil {
			t.Fatalf("%s: %v", c.function, err)
		}
		if o.Kind != protocol.Completed || !reflect.DeepEqual(o.Value, c.want) {
			t.Errorf("%s: %s, %+v, value %v; want %v", c.function, o.Kind, o.Error, o.Value, c.want)
		}
	}
}

func TestCallEnds(t *testing.T) {
	cfg := sandbox.SessionConfig{FuelLimit: 1_000_000, OutputLimitBytes: 100, MemoryLimitBytes: 8 << 20}
	s := calling(t, engine(t, false), cfg)
	for _, c := range []struct {
		function string
		args     []any
		want     string // how the call ended
	}{
		{"unknown", nil, "raised NameError: name 'unknown' is"},
		{"json.unknown", nil, "raised AttributeError: "},
		{"account.unknown", nil, "raised AttributeError: "},
		{"nothing", []any{1}, "raised TypeError: "},
		{"total", nil, "raised TypeError: 'int' object is"},
		{"leave", nil, "exited 7"},
		{"spin", nil, "limited fuel"},
		{"sort", nil, "limited fuel"},
		{"speak", []any{strings.Repeat("x", 101)}, "limited output"},
	} {
		o, err := s.Call(context.Background(), c.function, c.args, nil)
		if err != nil {
			t.Fatalf("%s: %v", c.function, err)
		}
		if got := ending(o); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %s, want %s", c.function, got, c.want)
		}
	}
	o, err := s.Call(context.Background(), "fail", nil, nil)
	if err != nil || o.Error == nil || o.Error.Line != 20 || !strings.Contains(o.Error.Traceback, "in fail") {
		t.Errorf("got %v, %+v; want an IndexError in line 20 of fail", err, o.Error)
	}
	if o, err = s.Call(context.Background(), "speak", []any{"still here"}, nil); err != nil || string(o.Stdout) != "still here\n" {
		t.Errorf("afterwards: %v, %+v; want the session as it was", err, o)
	}
}

func TestCallRefuses(t *testing.T) {
	s := calling(t, engine(t, false), sandbox.SessionConfig{})
	for _, function := range []string{"", ".", "a..b", "f()", "a b", "a\x00", "\xff", strings.Repeat("x", 5000)} {
		if _, err := s.Call(context.Background(), function, nil, nil); !errors.Is(err, sandbox.ErrInvalidInput) {
			t.Errorf("%.20q: error %v, want one of input", function, err)
		}
	}
	if _, err := s.Call(context.Background(), "echo", []any{1, make(chan int)}, nil); !errors.Is(err, hostcall.ErrUnencodable) || !strings.Contains(err.Error(), "argument 1") {
		t.Errorf("error %v, want one that says that argument 1 has no counterpart", err)
	}
	if _, err := s.Call(context.Background(), "echo", nil, map[string]any{"not a name": 1}); !errors.Is(err, sandbox.ErrInvalidInput) {
		t.Errorf("error %v, want one of input", err)
	}
}

// ending says in words how a run ended.
func ending(o sandbox.Outcome) string {
	switch o.Kind {
	case protocol.Raised:
		return "raised " + o.Error.Type + ": " + o.Error.Message
	case protocol.Exited:
		return "exited " + string(rune('0'+o.ExitStatus))
	case protocol.Limited:
		return "limited " + string(o.Limit)
	}
	return string(o.Kind)
}

func BenchmarkCall(b *testing.B) {
	s := calling(b, benchEngine(b), sandbox.SessionConfig{})
	for _, bench := range []struct {
		name, function string
		args           []any
	}{{"nothing", "nothing", nil}, {"arguments", "echo", []any{1, "two", []any{3.5, nil}}}} {
		b.Run(bench.name, func(b *testing.B) {
			sandbox.P50(b, func() {
				if o, err := s.Call(context.Background(), bench.function, bench.args, nil); err != nil || o.Kind != protocol.Completed {
					b.Fatal(err, o)
				}
			})
		})
	}
}
