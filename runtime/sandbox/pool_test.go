package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/settled"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// counts counts what a pool tells.
type counts struct{ warm, cold, gaveUp, kept, lost atomic.Int64 }

func (c *counts) Acquired(_ time.Duration, warm bool) {
	if warm {
		c.warm.Add(1)
	} else {
		c.cold.Add(1)
	}
}

func (c *counts) GaveUp(time.Duration) { c.gaveUp.Add(1) }

func (c *counts) Released(_ time.Duration, kept bool) {
	if kept {
		c.kept.Add(1)
	} else {
		c.lost.Add(1)
	}
}

func newPool(t testing.TB, e *sandbox.Engine, cfg sandbox.PoolConfig) *sandbox.Pool {
	t.Helper()
	p, err := e.NewPool(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return p
}

// TestPoolShowsNoOtherUsersData uses a guest in many ways; the next user's memory is that of a new session.
func TestPoolShowsNoOtherUsersData(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	metrics := new(counts)
	p := newPool(t, e, sandbox.PoolConfig{Size: 1, Warm: 1, Metrics: metrics})
	second := sandbox.SessionConfig{Args: []string{"second"}, Seed: 2}
	want, err := newSession(t, e, second).MemorySHA256()
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range []string{
		"secret = 'of the first user'",
		"l = ['secret'] * 10**6",
		"import builtins\nbuiltins.print = None\nimport sys\nsys.path.clear()",
		"open('/secret', 'w').write('x')",
		"raise ValueError('secret')",
		"secret = 1\nsum(range(2**30 - 1))", // ends inside C code
	} {
		first := sandbox.SessionConfig{Args: []string{"secret"}, FuelLimit: 1 << 20, Seed: 1, FilesLimitBytes: 1 << 20}
		if _, err := p.Run(ctx, sandbox.Program{Source: []byte(source)}, first); err != nil {
			t.Fatal(err)
		}
		s, err := p.NewSession(ctx, second)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.MemorySHA256()
		if err != nil || got != want {
			t.Errorf("after %q: memory is %s, %v; that of a new session is %s", source, got, err, want)
		}
		if o, err := s.Run(ctx, sandbox.Program{Source: []byte("import os, sys\n(sys.argv, os.listdir('/'), 'secret' in globals(), print is None)")}); err != nil ||
			fmt.Sprint(o.Value) != "[[second] [tmp] false false]" {
			t.Errorf("after %q: got %v, %v (%+v)", source, o.Value, err, o.Error)
		}
		if err := s.Close(ctx); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Run(ctx, sandbox.Program{}); !errors.Is(err, sandbox.ErrSessionOver) {
			t.Errorf("a session that was given back: got %v, want ErrSessionOver", err)
		}
	}
	if metrics.cold.Load() != 0 || metrics.warm.Load() != 12 || metrics.kept.Load() != 12 || metrics.lost.Load() != 0 {
		t.Errorf("%d cold, %d warm, %d kept, %d lost; want 12 warm ones that are kept",
			metrics.cold.Load(), metrics.warm.Load(), metrics.kept.Load(), metrics.lost.Load())
	}
}

func TestPoolWaits(t *testing.T) {
	ctx := context.Background()
	metrics := new(counts)
	p := newPool(t, engine(t, false), sandbox.PoolConfig{Size: 1, Metrics: metrics})
	lent, err := p.NewSession(ctx, sandbox.SessionConfig{})
	if err != nil {
		t.Fatal(err)
	}
	short, cancel := context.WithCancelCause(ctx)
	left := errors.New("the user left")
	ended := make(chan error)
	go func() {
		_, err := p.NewSession(short, sandbox.SessionConfig{})
		ended <- err
	}()
	for p.Stats().Waiting == 0 {
		runtime.Gosched()
	}
	if got, want := p.Stats(), (sandbox.PoolStats{Size: 1, Lent: 1, Waiting: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	cancel(left)
	if err := <-ended; !errors.Is(err, left) {
		t.Errorf("got %v, want the context's cause", err)
	}
	go func() {
		o, err := p.Run(ctx, sandbox.Program{Source: []byte("1 + 1")}, sandbox.SessionConfig{})
		ended <- errors.Join(err, wantValue(o, int64(2)))
	}()
	for p.Stats().Waiting == 0 {
		runtime.Gosched()
	}
	if err := lent.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err != nil {
		t.Errorf("who waited: %v", err)
	}
	if got, want := p.Stats(), (sandbox.PoolStats{Size: 1, Idle: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if metrics.gaveUp.Load() != 1 {
		t.Errorf("%d gave up, want 1", metrics.gaveUp.Load())
	}
}

func wantValue(o sandbox.Outcome, want any) error {
	if o.Value != want {
		return fmt.Errorf("got %s %v (%+v), want %v", o.Kind, o.Value, o.Error, want)
	}
	return nil
}

func TestPoolCloses(t *testing.T) {
	ctx := context.Background()
	p := newPool(t, engine(t, false), sandbox.PoolConfig{Size: 1})
	lent, err := p.NewSession(ctx, sandbox.SessionConfig{})
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error)
	go func() {
		_, err := p.NewSession(ctx, sandbox.SessionConfig{})
		ended <- err
	}()
	for p.Stats().Waiting == 0 {
		runtime.Gosched()
	}
	if err := p.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; !errors.Is(err, sandbox.ErrPoolClosed) {
		t.Errorf("who waited: got %v, want ErrPoolClosed", err)
	}
	if o, err := lent.Run(ctx, sandbox.Program{Source: []byte("1 + 1")}); err != nil || o.Value != int64(2) {
		t.Errorf("what is lent: got %v, %v", o.Value, err)
	}
	if err := lent.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if got, want := p.Stats(), (sandbox.PoolStats{Size: 1}); got != want {
		t.Errorf("got %+v, want %+v: nothing is kept", got, want)
	}
}

func TestPoolConfigIsChecked(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	for _, cfg := range []sandbox.PoolConfig{{Size: -1}, {Warm: -1}, {Size: 1, Warm: 2}, {MemoryLimitBytes: 1}} {
		if _, err := e.NewPool(ctx, cfg); !errors.Is(err, sandbox.ErrInvalidConfig) {
			t.Errorf("%+v: got %v, want ErrInvalidConfig", cfg, err)
		}
	}
	p := newPool(t, e, sandbox.PoolConfig{Size: 1})
	for _, cfg := range []sandbox.SessionConfig{{MemoryLimitBytes: 2 << 20}, {Timeout: -1}, {Functions: []hostcall.Function{{}}}} {
		for range 2 { // a slot that is lost would show the second time
			if _, err := p.NewSession(ctx, cfg); !errors.Is(err, sandbox.ErrInvalidConfig) {
				t.Errorf("%+v: got %v, want ErrInvalidConfig", cfg, err)
			}
		}
	}
}

// TestPoolOfManyUsers has 8 goroutines use a pool 1,000 times, each with a function that knows its user.
func TestPoolOfManyUsers(t *testing.T) {
	ctx := context.Background()
	before := runtime.NumGoroutine()
	e := engine(t, false)
	metrics := new(counts)
	p := newPool(t, e, sandbox.PoolConfig{Size: 3, Warm: 1, Metrics: metrics})
	var users sync.WaitGroup
	for user := range 8 {
		users.Go(func() {
			for turn := range 125 {
				id := fmt.Sprintf("user %d, turn %d", user, turn)
				cfg := sandbox.SessionConfig{FuelLimit: 100_000, Functions: []hostcall.Function{hostcall.Func("me", func() string { return id })}}
				source := "assert 'x' not in globals()\nx = me()\nx"
				want := any(id)
				switch turn % 5 {
				case 1:
					source, want = "x = 1\nwhile True: pass", nil
				case 2:
					source, want = "x = 1\n1/0", nil
				}
				o, err := p.Run(ctx, sandbox.Program{Source: []byte(source)}, cfg)
				if err != nil || o.Value != want {
					t.Errorf("%s: got %s %v, %v (%+v)", id, o.Kind, o.Value, err, o.Error)
				}
			}
		})
	}
	users.Wait()
	if metrics.warm.Load()+metrics.cold.Load() != 1000 || metrics.cold.Load() > 3 || metrics.kept.Load() != 1000 {
		t.Errorf("%d warm, %d cold, %d kept; want 1000 in all, at most 3 of them cold", metrics.warm.Load(), metrics.cold.Load(), metrics.kept.Load())
	}
	if after := settled.Goroutines(before); after > before {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}

// TestThousandSessions keeps 1,000 sessions at once, has 8 goroutines use them in turn, and closes the engine while they
// are open.
func TestThousandSessions(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	sessions := make([]*sandbox.Session, 1000)
	for i := range sessions {
		s, err := e.NewSession(ctx, sandbox.SessionConfig{})
		if err != nil {
			t.Fatal(err)
		}
		sessions[i] = s
	}
	for turn := range 2 {
		var users sync.WaitGroup
		for user := range 8 {
			users.Go(func() {
				for i := user; i < len(sessions); i += 8 {
					source := "x = " + fmt.Sprint(i)
					if turn == 1 {
						source = "x"
					}
					o, err := sessions[i].Run(ctx, sandbox.Program{Source: []byte(source)})
					if err != nil || o.Kind != protocol.Completed || turn == 1 && o.Value != int64(i) {
						t.Errorf("session %d: got %s %v, %v", i, o.Kind, o.Value, err)
					}
				}
			})
		}
		users.Wait()
	}
	for _, s := range sessions[:500] {
		if err := s.Close(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := sessions[999].Run(ctx, sandbox.Program{}); !errors.Is(err, sandbox.ErrSessionOver) {
		t.Errorf("after closing the engine: got %v, want ErrSessionOver", err)
	}
}

// TestPoolAfterTrouble lends a guest whose last run ended by a panic in a host function.
func TestPoolAfterTrouble(t *testing.T) {
	ctx := context.Background()
	p := newPool(t, engine(t, false), sandbox.PoolConfig{Size: 1})
	broken := sandbox.SessionConfig{Functions: []hostcall.Function{hostcall.Func("f", func() { panic("no") })}}
	if _, err := p.Run(ctx, sandbox.Program{Source: []byte("f()")}, broken); err == nil || !strings.Contains(err.Error(), "host function f panicked: no") {
		t.Fatalf("got %v, want a panic", err)
	}
	o, err := p.Run(ctx, sandbox.Program{Source: []byte("1 + 1")}, sandbox.SessionConfig{})
	if err := errors.Join(err, wantValue(o, int64(2))); err != nil {
		t.Error(err)
	}
}
