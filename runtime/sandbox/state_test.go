package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

func testEngine(t testing.TB, interpreter bool) *Engine {
	t.Helper()
	ctx := context.Background()
	e, err := NewEngine(ctx, EngineConfig{Artifact: testartifact.Bytes(t), CompileCacheDir: testartifact.CompileCache(t), Interpreter: interpreter})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	return e
}

func testSession(t testing.TB, e *Engine, cfg SessionConfig) *Session {
	t.Helper()
	s, err := e.NewSession(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return s
}

func do(t testing.TB, s *Session, source string) Outcome {
	t.Helper()
	o, err := s.Run(context.Background(), Program{Source: []byte(source)})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// hostile are programs that leave something behind, each in its own way.
var hostile = []string{
	"secret = 'the secret of another user'",
	"import builtins\nbuiltins.len = lambda x: 42",
	"big = [bytearray(100_000) for i in range(100)]",
	"import os, sys\nos.mkdir('/d'); f = open('/d/f', 'w'); f.write('secret'); os.chdir('/d')\nsys.path.append('/d')",
	"import random, time\nrandom.seed(5); time.sleep(1000)",
	"def f(n): return f(n + 1)\nf(0)",
	"import micropython\nmicropython.heap_lock()\nx = [0] * 1000",
	"x = bytearray(8 << 20)\nn = 3\nn**10**7", // rolled back
	"while True: pass",
	"raise ValueError('no')",
	"import sys; sys.exit(3)",
	"import os; os.putenv('SECRET', 'x' * 1000)",
	"g = (i for i in range(10)); next(g)",
}

// TestResetLeavesNothing compares a session that was reset with a new one: every byte of memory, every global, files, clock
// and random numbers.
func TestResetLeavesNothing(t *testing.T) {
	for _, interpreter := range []bool{false, true} {
		t.Run(fmt.Sprintf("interpreter=%v", interpreter), func(t *testing.T) { resetLeavesNothing(t, testEngine(t, interpreter)) })
	}
	t.Run("memory in slices", func(t *testing.T) { resetLeavesNothing(t, sliceEngine(t)) })
}

// sliceEngine is an engine whose memories are slices, as everywhere but on Linux.
func sliceEngine(t testing.TB) *Engine {
	e := testEngine(t, false)
	testSession(t, e, SessionConfig{}) // makes the image
	if err := e.starts.image.Close(); err != nil {
		t.Fatal(err)
	}
	e.starts.image = e.starts.image.Slices()
	clear(e.starts.known)
	return e
}

func resetLeavesNothing(t *testing.T, e *Engine) {
	cfg := SessionConfig{FuelLimit: 3_000_000, FilesLimitBytes: 1 << 20, MemoryLimitBytes: 32 << 20}
	fresh := testSession(t, e, cfg)
	used := testSession(t, e, cfg)
	want := used.guest.memory.Bytes()
	want = bytes.Clone(want)
	for i := range hostile {
		for _, source := range hostile[max(0, i-2) : i+1] {
			do(t, used, source)
		}
		if err := used.Reset(); err != nil {
			t.Fatal(err)
		}
		if got := used.guest.memory.Bytes(); !bytes.Equal(got, want) || !bytes.Equal(got, fresh.guest.memory.Bytes()) {
			t.Fatalf("after %d programs memory of %d bytes differs from a new one's %d", i+1, len(got), len(want))
		}
		if len(used.guest.memory.Bytes()) != len(fresh.guest.memory.Bytes()) {
			t.Fatalf("after %d programs the instance has a memory of another size", i+1)
		}
		var a, b state
		if err := fresh.save(&a); err != nil {
			t.Fatal(err)
		}
		if err := used.save(&b); err != nil {
			t.Fatal(err)
		}
		if a.globals != b.globals || a.elapsed != b.elapsed || a.random != b.random || len(b.memory.Index) != len(a.memory.Index) {
			t.Fatalf("after %d programs the state differs", i+1)
		}
		if o := do(t, used, "import os\n(len('abc'), os.listdir('/'), os.getcwd(), 'secret' in globals(), os.getenv('SECRET'))"); o.Kind != protocol.Completed {
			t.Errorf("got %s (%+v)", o.Kind, o.Error)
		} else if got := o.Value; fmt.Sprint(got) != "[3 [tmp] / false <nil>]" {
			t.Errorf("after %d programs a program sees %v", i+1, got)
		}
	}
}

// TestClosedSessionsLeaveNothing does the same where a session is closed and another goes on with its guest.
func TestClosedSessionsLeaveNothing(t *testing.T) {
	t.Run("memory that is mapped", func(t *testing.T) { closedLeaveNothing(t, testEngine(t, false), 1) })
	t.Run("memory in slices", func(t *testing.T) { closedLeaveNothing(t, sliceEngine(t), 0) })
}

// closedLeaveNothing wants at least so many guests to be idle each time; slices that have grown are not kept.
func closedLeaveNothing(t *testing.T, e *Engine, least int) {
	ctx := context.Background()
	cfg := SessionConfig{FuelLimit: 3_000_000, FilesLimitBytes: 1 << 20, MemoryLimitBytes: 32 << 20}
	other := SessionConfig{Args: []string{"other"}, Seed: 2, MemoryLimitBytes: cfg.MemoryLimitBytes}
	fresh := testSession(t, e, other)
	var want state
	if err := fresh.save(&want); err != nil {
		t.Fatal(err)
	}
	var reused []string
	for _, source := range hostile {
		used := testSession(t, e, cfg)
		do(t, used, source)
		if err := used.Close(ctx); err != nil {
			t.Fatal(err)
		}
		if n := e.idle.count(); n < least || n > 1 {
			t.Fatalf("after %q %d guests are idle, want 1", source, n)
		}
		for _, idle := range e.idle.all {
			if bytes.Contains(idle.memory.Bytes(), []byte("secret of another user")) {
				t.Errorf("after %q the idle guest holds what the program left", source)
			}
			reused = append(reused, source)
		}
		next := testSession(t, e, other)
		if e.idle.count() != 0 {
			t.Errorf("after %q the next session has a guest of its own", source)
		}
		var got state
		if err := next.save(&got); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(next.guest.memory.Bytes(), fresh.guest.memory.Bytes()) || len(next.guest.memory.Bytes()) != len(fresh.guest.memory.Bytes()) {
			t.Errorf("after %q memory differs from that of a new guest", source)
		}
		if got.globals != want.globals || got.elapsed != want.elapsed || got.random != want.random || got.objects != want.objects {
			t.Errorf("after %q the state differs from that of a new guest", source)
		}
		if err := next.Close(ctx); err != nil {
			t.Fatal(err)
		}
		if err := e.idle.close(ctx); err != nil {
			t.Fatal(err)
		}
		e.idle.over = false
	}
	if len(reused) < 3 {
		t.Errorf("only guests of %q were kept", reused)
	}
}

// TestIdleGuests finds that a session takes only a guest that fits it, and that few are kept.
func TestIdleGuests(t *testing.T) {
	ctx := context.Background()
	e := testEngine(t, false)
	var sessions []*Session
	for range e.idle.most + 3 {
		sessions = append(sessions, testSession(t, e, SessionConfig{}))
	}
	for _, s := range sessions {
		if err := s.Close(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if n := e.idle.count(); n != e.idle.most {
		t.Errorf("%d guests are idle, want %d", n, e.idle.most)
	}
	large := testSession(t, e, SessionConfig{MemoryLimitBytes: 2 * DefaultMemoryLimitBytes})
	if large.reused || e.idle.count() != e.idle.most {
		t.Error("a session with another limit took a guest with less room")
	}
	if o := do(t, large, "len(bytearray(20 << 20))"); o.Value != int64(20<<20) {
		t.Errorf("got %v (%+v)", o.Value, o.Error)
	}
	lost := testSession(t, e, SessionConfig{})
	module := lost.guest.machine
	lost.lose(errors.New("trouble"))
	if err := lost.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if s := testSession(t, e, SessionConfig{}); s.guest.machine == module {
		t.Error("a session goes on with a guest that was lost")
	}
}
