package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

const counting = `
import random
total = 0
def add(n):
    global total
    total += n
    return total
def fill(n):
    global heap
    heap = bytearray(n)
    return len(heap)
def note(text):
    open('/tmp/note', 'a').write(text)
    return open('/tmp/note').read()
def draw(): return random.random()
`

func compile(t testing.TB, e *sandbox.Engine, source string, cfg sandbox.SessionConfig) *sandbox.Compiled {
	t.Helper()
	c, o, err := e.Compile(context.Background(), sandbox.Program{Source: []byte(source)}, cfg)
	if err != nil || o.Kind != protocol.Completed {
		t.Fatalf("compiling: %v, %+v", err, o)
	}
	t.Cleanup(func() {
		if err := c.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return c
}

// TestCompiledCallsAreIsolated makes the same calls again and again: none may see what an earlier one did.
func TestCompiledCallsAreIsolated(t *testing.T) {
	c := compile(t, engine(t, false), counting, sandbox.SessionConfig{FuelLimit: 10_000_000})
	var drawn any
	for i := range 3 {
		for _, call := range []struct {
			function string
			arg      any
			want     string
		}{
			{"add", 5, "5"},
			{"fill", 4 << 20, "4194304"}, // memory grows, and is as small as before afterwards
			{"note", "once", "once"},
			{"spin", nil, "<nil>"},
		} {
			args := []any{call.arg}
			if call.function == "spin" {
				o, err := c.Run(context.Background(), sandbox.Program{Source: []byte("total = 9; sum(range(2**30 - 1))")})
				if err != nil || o.Kind != protocol.Limited {
					t.Fatalf("round %d: %v, %+v; want a run that its fuel ends", i, err, o)
				}
				continue
			}
			if o, err := c.Call(context.Background(), call.function, args, nil); err != nil || fmt.Sprint(o.Value) != call.want {
				t.Errorf("round %d: %s: %v, %v, %+v; want %s", i, call.function, err, o.Value, o.Error, call.want)
			}
		}
		o, err := c.Call(context.Background(), "draw", nil, nil)
		if err != nil || drawn != nil && o.Value != drawn {
			t.Errorf("round %d: drew %v, %v; want %v again", i, o.Value, err, drawn)
		}
		drawn = o.Value
	}
	o, err := c.Run(context.Background(), sandbox.Program{Source: []byte("add(n), add(n)"), Inputs: map[string]any{"n": 2}})
	if err != nil || fmt.Sprint(o.Value) != "[2 4]" {
		t.Errorf("a program: %v, %v", o.Value, err)
	}
}

func TestCompiledFromManyGoroutines(t *testing.T) {
	c := compile(t, engine(t, false), counting, sandbox.SessionConfig{})
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for n := range 20 {
				if o, err := c.Call(context.Background(), "add", []any{i * n}, nil); err != nil || o.Value != int64(i*n) {
					t.Errorf("add(%d): %v, %v", i*n, o.Value, err)
				}
			}
		})
	}
	wg.Wait()
}

func TestCompileRefuses(t *testing.T) {
	e := engine(t, false)
	if c, o, err := e.Compile(context.Background(), sandbox.Program{Source: []byte("1/0")}, sandbox.SessionConfig{}); c != nil || err != nil || o.Kind != protocol.Raised {
		t.Errorf("a program that raises: %v, %v, %v; want its outcome alone", c, o.Kind, err)
	}
	if _, _, err := e.Compile(context.Background(), sandbox.Program{}, sandbox.SessionConfig{Stdin: strings.NewReader("")}); !errors.Is(err, sandbox.ErrInvalidConfig) {
		t.Errorf("a Stdin: error %v, want one of the configuration", err)
	}
	c := compile(t, e, "def f(): pass", sandbox.SessionConfig{})
	if _, err := c.Call(context.Background(), "f(", nil, nil); !errors.Is(err, sandbox.ErrInvalidInput) {
		t.Errorf("error %v, want one of input", err)
	}
	c.Close(context.Background())
	if _, err := c.Call(context.Background(), "f", nil, nil); !errors.Is(err, sandbox.ErrCompiledClosed) {
		t.Errorf("error %v, want one that says that it is closed", err)
	}
}

func BenchmarkCompiled(b *testing.B) {
	c := compile(b, benchEngine(b), counting, sandbox.SessionConfig{})
	call := func(b *testing.B) {
		if o, err := c.Call(context.Background(), "add", []any{1}, nil); err != nil || o.Value != int64(1) {
			b.Fatal(err, o)
		}
	}
	b.Run("one", func(b *testing.B) { sandbox.P50(b, func() { call(b) }) })
	b.Run("parallel", func(b *testing.B) {
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				call(b)
			}
		})
	})
}
