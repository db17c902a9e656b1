package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// handleConfig offers functions that call back.
func handleConfig() sandbox.SessionConfig {
	return sandbox.SessionConfig{
		Seed: 3, HandleLimit: 8, FuelLimit: 2_000_000,
		Functions: []hostcall.Function{
			hostcall.Func("each", func(ctx context.Context, items []any, f *hostcall.Handle) ([]any, error) {
				for i, item := range items {
					value, err := f.Call(ctx, []any{item}, nil)
					if err != nil {
						return nil, err
					}
					items[i] = value
				}
				return items, nil
			}),
			hostcall.Func("total", func(ctx context.Context, items *hostcall.Handle) (sum int64, err error) {
				for item, err := range items.All(ctx) {
					if err != nil {
						return 0, err
					}
					sum += item.(int64)
				}
				return sum, nil
			}),
			hostcall.Func("safely", func(ctx context.Context, f *hostcall.Handle) string {
				_, err := f.Call(ctx, nil, nil)
				return fmt.Sprint(err)
			}),
			hostcall.Func("same", func(h *hostcall.Handle) *hostcall.Handle { return h }),
		},
	}
}

// give runs a program and returns the value that it completes with.
func give(t *testing.T, s *sandbox.Session, source string) any {
	t.Helper()
	outcome, err := s.Run(t.Context(), sandbox.Program{Source: []byte(source)})
	if err != nil || outcome.Kind != protocol.Completed {
		t.Fatalf("%s: %v %v %+v", source, err, outcome.Kind, outcome.Error)
	}
	return outcome.Value
}

func TestHandles(t *testing.T) {
	e := engine(t, false)
	s, ctx := newSession(t, e, handleConfig()), t.Context()
	f := give(t, s, "class Account:\n  def __init__(self): self.total = 1\n  def add(self, n, by=1):\n    self.total += n * by\n    return self.total\nAccount()").(*hostcall.Handle)
	if f.Type() != "Account" {
		t.Errorf("type %q", f.Type())
	}
	add, err := f.Attr(ctx, "add")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := add.(*hostcall.Handle).Call(ctx, []any{3}, map[string]any{"by": 2}); err != nil || got != int64(7) {
		t.Errorf("add: %v %v", got, err)
	}
	if got, err := f.Attr(ctx, "total"); err != nil || got != int64(7) {
		t.Errorf("total: %v %v", got, err)
	}
	var exception *hostcall.Exception
	if _, err := f.Call(ctx, nil, nil); !errors.As(err, &exception) || exception.Type != "TypeError" {
		t.Errorf("called: %v", err)
	}
	if _, err := f.Attr(ctx, "none"); !errors.As(err, &exception) || exception.Type != "AttributeError" {
		t.Errorf("attribute: %v", err)
	}
	if got, err := s.Call(ctx, "isinstance", []any{f, give(t, s, "Account")}, nil); err != nil || got.Value != true {
		t.Errorf("passed back: %v %v", got, err)
	}
	squares := give(t, s, "(n * n for n in range(4))").(*hostcall.Handle)
	var items []any
	for item, err := range squares.All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, item)
	}
	if !reflect.DeepEqual(items, []any{int64(0), int64(1), int64(4), int64(9)}) {
		t.Errorf("items %v", items)
	}
	outcome, err := s.CallHandle(ctx, add.(*hostcall.Handle), []any{"no number"}, nil)
	if err != nil || outcome.Kind != protocol.Raised || outcome.Error.Type != "TypeError" {
		t.Errorf("outcome %+v %v", outcome, err)
	}
}

func TestHandlesAreRefused(t *testing.T) {
	e := engine(t, false)
	s, ctx := newSession(t, e, handleConfig()), t.Context()
	other := newSession(t, e, handleConfig())
	f := give(t, s, "print").(*hostcall.Handle)
	if _, err := other.Call(ctx, "repr", []any{f}, nil); !errors.Is(err, sandbox.ErrInvalidInput) {
		t.Errorf("of another session: %v", err)
	}
	if _, err := newSession(t, e, sandbox.SessionConfig{}).Call(ctx, "repr", []any{f}, nil); !errors.Is(err, sandbox.ErrInvalidInput) {
		t.Errorf("where there are none: %v", err)
	}
	if _, err := s.Call(ctx, "#free", nil, nil); !errors.Is(err, sandbox.ErrInvalidInput) {
		t.Errorf("a name that is none: %v", err)
	}
	snapshot, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	for name, end := range map[string]func() error{
		"closed":   func() error { f.Close(); return nil },
		"reset":    s.Reset,
		"restored": func() error { return s.Restore(snapshot) },
		"rolled back": func() error {
			outcome, err := s.Run(ctx, sandbox.Program{Source: []byte("f = lambda: 0\n[f, 'a' * 10**6 < 'b' * 10**6, sum(range(10**9))]")})
			if err == nil && outcome.Kind != protocol.Limited {
				err = fmt.Errorf("%v", outcome.Kind)
			}
			f.Close()
			return err
		},
	} {
		f = give(t, s, "lambda: 5").(*hostcall.Handle)
		if err := end(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, err := f.Call(ctx, nil, nil); !errors.Is(err, hostcall.ErrHandleOver) {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
	f = give(t, s, "lambda: 5").(*hostcall.Handle)
	if err := s.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Call(ctx, nil, nil); !errors.Is(err, sandbox.ErrSessionOver) {
		t.Errorf("of a session that ended: %v", err)
	}
}

func TestHandlesAreBounded(t *testing.T) {
	e := engine(t, false)
	s := newSession(t, e, handleConfig())
	held := give(t, s, "[print] * 8").([]any)
	outcome, err := s.Run(t.Context(), sandbox.Program{Source: []byte("print")})
	if err != nil || outcome.Kind != protocol.Raised || outcome.Error.Message != "the host holds 8 objects already" {
		t.Fatalf("one too many: %+v %v", outcome, err)
	}
	for _, h := range held {
		h.(*hostcall.Handle).Close()
	}
	give(t, s, "[print] * 8")
	// A restored session begins with none.
	forked, err := s.Fork(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer forked.Close(t.Context())
	give(t, forked, "[print] * 8")
	// Functions leave none behind.
	s = newSession(t, e, handleConfig())
	give(t, s, "for _ in range(100): each([1], lambda x: x), same(print), total(x for x in (1, 2))")
	give(t, s, "[print] * 8")
	if got := give(t, newSession(t, e, sandbox.SessionConfig{}), "print"); got != hostcall.Repr("<built-in function print>") {
		t.Errorf("without handles: %v", got)
	}
}

func TestCallingBack(t *testing.T) {
	e := engine(t, false)
	cfg := handleConfig()
	cfg.HandleLimit = 64
	for _, c := range []struct{ name, source, want string }{
		{"function", "each([1, 2, 3], lambda n: n * 2)", "[2 4 6]"},
		{"names", "seen = []\neach([1, 2], seen.append)\nseen", "[1 2]"},
		{"generator", "total(n * n for n in range(5))", "30"},
		{"nested", "each([[1, 2], [3]], lambda row: each(row, lambda n: -n))", "[[-1 -2] [-3]]"},
		{"identity", "f = lambda: 0\nsame(f) is f", "true"},
		{"exception", "class Mine(Exception): pass\ndef f(n): raise Mine(n)\ntry:\n  each([7], f)\nexcept Mine as e: got = e.args\ngot", "[7]"},
		{"caught", "def f(): return 1 / 0\nsafely(f)", "ZeroDivisionError: division by zero"},
		{"exit", "import sys\ntry: each([7], sys.exit)\nexcept SystemExit as e: got = e.code\ngot", "7"},
		{"limits", "r = 0\ndef f(x):\n  global r\n  r += 1\n  each([x], f)\ntry: each([1], f)\nexcept RecursionError as e: print(e)\nr", "32"},
		{"later", "def f(): return same(f) is f\nsafely(f)", "<nil>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := fmt.Sprint(give(t, newSession(t, e, cfg), c.source)); got != c.want {
				t.Errorf("%s, expected %s", got, c.want)
			}
		})
	}
}

// The run's limits hold in what is called back, functions that wait hear of its end, and the session goes on.
func TestCallingBackEnds(t *testing.T) {
	e := engine(t, false)
	s := newSession(t, e, handleConfig())
	f := give(t, s, "def kept(): return 5\nkept").(*hostcall.Handle)
	for _, source := range []string{"while True: pass", "sum(range(10**9))"} {
		outcome, err := s.Run(t.Context(), sandbox.Program{Source: []byte("def f(x):\n  " + source + "\neach([1], lambda x: each([x], f))")})
		if err != nil || outcome.Limit != protocol.FuelLimit {
			t.Fatalf("%s: %+v %v", source, outcome, err)
		}
		if got, err := f.Call(t.Context(), nil, nil); err != nil || got != int64(5) {
			t.Errorf("after that: %v %v", got, err)
		}
	}
}

// A run that calls back, and pauses, is the run that does not pause.
func TestCallingBackAndPausing(t *testing.T) {
	e := engine(t, false)
	program := sandbox.Program{Source: []byte("import shop\ndone = each([1, 2], lambda n: n + 1)\nprice = shop.price('tea', amount=4)\n(done, price, each([price], lambda p: p * 2), len)")}
	config := func(later bool) sandbox.SessionConfig {
		cfg := handleConfig()
		cfg.Functions = append(cfg.Functions, pauseConfig(later).Functions...)
		return cfg
	}
	want, err := newSession(t, e, config(false)).Run(t.Context(), program)
	if err != nil || want.Kind != protocol.Completed {
		t.Fatalf("%+v %v", want, err)
	}
	outcome, err := newSession(t, e, config(true)).Run(t.Context(), program)
	if err != nil || outcome.Paused == nil {
		t.Fatalf("%+v %v", outcome, err)
	}
	stored, err := outcome.Paused.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	paused, err := e.RestorePaused(t.Context(), stored, config(true))
	if err != nil {
		t.Fatal(err)
	}
	defer paused.Session().Close(t.Context())
	got, err := paused.Resume(t.Context(), 7.0, nil)
	if err != nil || fmt.Sprint(got.Value) != fmt.Sprint(want.Value) || got.Used.Fuel != want.Used.Fuel {
		t.Fatalf("%v with %d fuel, expected %v with %d; %v", got.Value, got.Used.Fuel, want.Value, want.Used.Fuel, err)
	}
	if text, err := got.Value.(hostcall.Tuple)[3].(*hostcall.Handle).Repr(t.Context()); err != nil || text != "<built-in function len>" {
		t.Errorf("%q %v", text, err)
	}
	// What a function of Go's waits for cannot be stored.
	_, err = newSession(t, e, config(true)).Run(t.Context(), sandbox.Program{Source: []byte("import shop\neach([1], lambda n: shop.price('tea', amount=1))")})
	if err == nil || !strings.Contains(err.Error(), "cannot pause the run that called back") {
		t.Errorf("pausing while called back: %v", err)
	}
}
