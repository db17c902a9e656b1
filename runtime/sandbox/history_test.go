package sandbox_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// stuck is a run that ends in the midst of C code, so that the session goes back to before it.
const stuck = "sum(range(2**30 - 1))"

// TestGoingBackRepeats has a session go back after runs of every kind: its memory, files, clock and random numbers must be those
// from before, without a function being called or anything being read or written again.
func TestGoingBackRepeats(t *testing.T) {
	calls := 0
	var written strings.Builder
	cfg := sandbox.SessionConfig{
		FuelLimit: 3_000_000,
		Functions: []hostcall.Function{hostcall.Func("ask", func(text string) string { calls++; return fmt.Sprint(text, calls) })},
		Stdin:     strings.NewReader("first\nsecond\nthird\n"),
		Stdout:    &written,
	}
	s := newSession(t, engine(t, false), cfg)
	steps := []func() (sandbox.Outcome, error){
		program(s, "import random, time, os\nwas = []\ndef note(x):\n    was.append(x)\n    return was"),
		program(s, "note(ask('a')); note(input()); note(random.random()); note(time.time()); print('once')"),
		func() (sandbox.Outcome, error) { return s.Call(context.Background(), "note", []any{[]any{1, 2}}, nil) },
		func() (sandbox.Outcome, error) {
			_, err := s.Continues(context.Background(), "def f():\n  ")
			return sandbox.Outcome{Kind: protocol.Completed}, err
		},
		program(s, "open('/tmp/f', 'w').write('kept')"),
		program(s, "note(1 / 0)"),
		program(s, "raise SystemExit(3)"),
		program(s, "heap = [bytearray(1000) for _ in range(1000)]"),
		program(s, "for i in range(300000): pass"),
		program(s, "note(ask('b')); note(input())"),
	}
	for i, step := range steps {
		if o, err := step(); err != nil || o.Kind == protocol.Limited || o.RolledBack {
			t.Fatalf("step %d: %v, %+v", i, err, o)
		}
		before, wrote, called := memorySHA(t, s), written.Len(), calls
		o, err := program(s, stuck)()
		if err != nil || !o.RolledBack {
			t.Fatalf("after step %d: %v, %+v; want a run that is rolled back", i, err, o)
		}
		if memorySHA(t, s) != before || written.Len() != wrote || calls != called {
			t.Errorf("after step %d the session is not what it was (%d calls, want %d)", i, calls, called)
		}
	}
	o, err := program(s, "[len(was), was[0], was[1], was[-1], open('/tmp/f').read()]")()
	if want := "[7 a1 first second kept]"; err != nil || fmt.Sprint(o.Value) != want {
		t.Errorf("in the end: %v, %v, want %s", o.Value, err, want)
	}
}

// program returns what runs a program.
func program(s *sandbox.Session, source string) func() (sandbox.Outcome, error) {
	return func() (sandbox.Outcome, error) {
		return s.Run(context.Background(), sandbox.Program{Source: []byte(source)})
	}
}

func memorySHA(t *testing.T, s *sandbox.Session) string {
	t.Helper()
	sum, err := s.MemorySHA256()
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// BenchmarkRunInAHeap runs next to nothing in sessions that hold more and more: the time should not grow.
func BenchmarkRunInAHeap(b *testing.B) {
	e := benchEngine(b)
	for _, megabytes := range []int{0, 1, 10, 100} {
		b.Run(fmt.Sprintf("%dMB", megabytes), func(b *testing.B) {
			s, err := e.NewSession(context.Background(), sandbox.SessionConfig{MemoryLimitBytes: 256 << 20})
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close(context.Background())
			fill := fmt.Sprintf("heap = [bytes([i & 255]) * 4096 for i in range(%d)]", megabytes*256)
			if o, err := program(s, fill)(); err != nil || o.Kind != protocol.Completed {
				b.Fatal(err, o)
			}
			sandbox.P50(b, func() {
				if o, err := program(s, "1+1")(); err != nil || o.Value != int64(2) {
					b.Fatal(err, o)
				}
			})
		})
	}
}
