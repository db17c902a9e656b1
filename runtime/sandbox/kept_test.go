package sandbox_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/settled"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// keptEngine keeps so many paused runs.
func keptEngine(t *testing.T, most int) *sandbox.Engine {
	t.Helper()
	e, err := sandbox.NewEngine(t.Context(), sandbox.EngineConfig{Artifact: testartifact.Bytes(t), CompileCacheDir: testartifact.CompileCache(t), KeptRuns: most})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	// The first that pauses is had again.
	if o, err := e.Run(t.Context(), sandbox.Program{Source: []byte("approve(1)")}, keptConfig()); err != nil || o.Paused == nil {
		t.Fatal(err, o)
	} else if err := o.Paused.Drop(t.Context()); err != nil {
		t.Fatal(err)
	}
	return e
}

func keptConfig() sandbox.SessionConfig {
	return sandbox.SessionConfig{Timeout: time.Minute, Functions: []hostcall.Function{
		hostcall.RawFunc("approve", func(context.Context, hostcall.Call) (any, error) { return nil, hostcall.ErrPause }),
		hostcall.Func("look", func(ctx context.Context) error { return ctx.Err() }),
	}}
}

// slow takes longer before it asks than afterwards.
const slow = "print('begins')\nfor _ in range(100_000): pass\na = approve('x')\nlook()\nprint('goes on', a)\n[a, approve('y')]"

// TestKeptRuns goes on at once where the run is kept, and has it again where it is not: with the same outcome, output, fuel and memory.
func TestKeptRuns(t *testing.T) {
	ctx := t.Context()
	e := keptEngine(t, 2)
	type result struct {
		fuel, host uint64
		sha        string
	}
	finish := func(p *sandbox.Paused, kept bool) (r result) {
		t.Helper()
		if p.Kept() != kept {
			t.Errorf("it is kept: %v, want %v", p.Kept(), kept)
		}
		callers, cancel := context.WithCancel(ctx)
		o, err := p.Resume(callers, int64(1), nil)
		cancel() // of whoever resumed it before
		if err != nil || o.Paused == nil || string(o.Stdout) != "goes on 1\n" {
			t.Fatal(err, o)
		}
		s := p.Session()
		if o, err = o.Paused.Resume(ctx, int64(2), nil); err != nil || o.Value == nil || len(o.Stdout) > 0 {
			t.Fatal(err, o)
		}
		if _, err := p.Resume(ctx, 1, nil); !errors.Is(err, sandbox.ErrInvalidPaused) {
			t.Errorf("resumed twice: %v", err)
		}
		return result{fuel: o.Used.Fuel, host: o.Used.HostCalls, sha: memorySHA(t, s)}
	}
	pause := func() *sandbox.Paused {
		t.Helper()
		short, cancel := context.WithCancel(ctx)
		defer cancel() // the run goes on with the context of whoever resumes it
		o, err := newSession(t, e, keptConfig()).Run(short, sandbox.Program{Source: []byte(slow)})
		if err != nil || o.Paused == nil || string(o.Stdout) != "begins\n" || o.Used.HeapPeakBytes == 0 {
			t.Fatal(err, o)
		}
		return o.Paused
	}
	all := []*sandbox.Paused{pause(), pause(), pause()} // the first is kept no more
	again := finish(all[0], false)
	for _, p := range []*sandbox.Paused{all[2], pause()} {
		if _, err := p.MarshalRun(); err != nil {
			t.Fatal(err)
		}
		if got := finish(p, true); got != again {
			t.Errorf("kept %+v, again %+v", got, again)
		}
	}
	// Storing it with its session goes back; so does whatever else is asked of the session.
	p := pause()
	before := memorySHA(t, p.Session())
	if _, err := p.MarshalBinary(); err != nil {
		t.Fatal(err)
	}
	if got := finish(p, false); got != again {
		t.Errorf("after it was stored %+v, want %+v", got, again)
	}
	if p = pause(); true {
		if err := p.Drop(ctx); err != nil || memorySHA(t, p.Session()) != before {
			t.Errorf("dropped, the session is another: %v", err)
		}
	}
	if p = pause(); true {
		cancelled, cancel := context.WithCancel(ctx)
		cancel()
		if _, err := p.Resume(cancelled, 1, nil); err == nil || errors.Is(err, sandbox.ErrInvalidPaused) {
			t.Errorf("without time: %v", err)
		}
		if got := finish(p, true); got != again {
			t.Errorf("resumed without time before %+v, want %+v", got, again)
		}
	}
}

// TestKeptRunsLeaveNothing closes sessions and the engine with runs that wait: their goroutines end.
func TestKeptRunsLeaveNothing(t *testing.T) {
	before := runtime.NumGoroutine()
	e := keptEngine(t, 8)
	for i := range 12 {
		s, err := e.NewSession(t.Context(), keptConfig())
		if err != nil {
			t.Fatal(err)
		}
		o, err := s.Run(t.Context(), sandbox.Program{Source: []byte("try:\n  approve(1)\nfinally:\n  print('no')")})
		if err != nil || o.Paused == nil || strings.Contains(string(o.Stdout), "no") {
			t.Fatal(err, o)
		}
		if i%2 == 0 {
			if err := s.Close(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := e.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if after := settled.Goroutines(before); after > before {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}
