package sandbox

import (
	"bytes"
	"context"
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
	t.Run("memory in slices", func(t *testing.T) {
		e := testEngine(t, false)
		testSession(t, e, SessionConfig{}) // makes the image
		if err := e.starts.image.Close(); err != nil {
			t.Fatal(err)
		}
		e.starts.image = e.starts.image.Slices()
		clear(e.starts.known)
		resetLeavesNothing(t, e)
	})
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
		if used.guest.module.Memory().Size() != fresh.guest.module.Memory().Size() {
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
