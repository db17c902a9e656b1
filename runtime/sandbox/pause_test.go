package sandbox_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// asking is a program that asks the host, and does what a repeated run must do alike meanwhile.
var asking = programOfTests("asking.py")

// price answers what asking asks.
func price(name string, amount struct{ Amount int }) (float64, error) {
	if name == "rice" {
		return 0, hostcall.Raise("KeyError", name)
	}
	return float64(len(name)) + float64(amount.Amount), nil
}

// answerFor answers what a paused run waits for.
func answerFor(p sandbox.Pending) (any, error) {
	return price(p.Call.Args[0].(string), struct{ Amount int }{int(p.Call.Kwargs["amount"].(int64))})
}

func pausing(ctx context.Context) (any, error) {
	return nil, fmt.Errorf("ask a person: %w", hostcall.ErrPause)
}

// begun is what web/test/pause.test.ts has for the same session: either goes on with what the other stored.
const begun = "1410484e475074bce400034dc93ce7e2b0e04ace98297cc630f2332417fb2cdd"

// A run is stored without its session where that can be begun anew.
func TestPausedRunsAlone(t *testing.T) {
	e, ctx := engine(t, false), t.Context()
	cfg := orders(func(string, int) {})
	cfg.Args, cfg.Env, cfg.Seed = []string{"a"}, []string{"B=1", "A=2"}, 5
	program := sandbox.Program{Source: []byte("import random\nn = random.random()\nprint(n)\n[n, approve('x', 1)]")}
	pause := func(s *sandbox.Session) *sandbox.Paused {
		t.Helper()
		o, err := s.Run(ctx, program)
		if err != nil || o.Paused == nil {
			t.Fatal(err, o)
		}
		return o.Paused
	}
	s := newSession(t, e, cfg)
	p := pause(s)
	stored, err := p.MarshalRun()
	if err != nil || len(stored) > 4096 {
		t.Fatalf("%d bytes, %v", len(stored), err)
	}
	if !strings.Contains(hex.EncodeToString(stored), begun) {
		t.Errorf("another digest than JavaScript's: %x", stored)
	}
	want, err := p.Resume(ctx, "yes", nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := e.RestorePaused(ctx, stored, cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Session().Close(ctx)
	if got, err := again.Resume(ctx, "yes", nil); err != nil || fmt.Sprint(got.Value) != fmt.Sprint(want.Value) || got.Used.Fuel != want.Used.Fuel {
		t.Errorf("%v with %d, expected %v with %d; %v", got.Value, got.Used.Fuel, want.Value, want.Used.Fuel, err)
	}
	for name, change := range map[string]func(*sandbox.SessionConfig){
		"args":      func(c *sandbox.SessionConfig) { c.Args = nil },
		"path":      func(c *sandbox.SessionConfig) { c.Path = []string{"/x"} },
		"env":       func(c *sandbox.SessionConfig) { c.Env = []string{"A=3", "B=1"} },
		"seed":      func(c *sandbox.SessionConfig) { c.Seed = 6 },
		"clock":     func(c *sandbox.SessionConfig) { c.ClockStart = sandbox.DefaultClockStart.Add(1) },
		"real":      func(c *sandbox.SessionConfig) { c.Clock = sandbox.RealClock },
		"memory":    func(c *sandbox.SessionConfig) { c.MemoryLimitBytes = 8 << 20 },
		"functions": func(c *sandbox.SessionConfig) { c.Functions = nil },
	} {
		other := cfg
		change(&other)
		if p, err := e.RestorePaused(ctx, stored, other); !errors.Is(err, sandbox.ErrInvalidPaused) {
			t.Errorf("with another %s: %v %v", name, p, err)
		}
	}
	if _, err := pause(s).MarshalRun(); err == nil || !strings.Contains(err.Error(), "was used before") {
		t.Errorf("of a session that was used: %v", err)
	}
	if err := s.Reset(); err != nil {
		t.Fatal(err)
	}
	if _, err := pause(s).MarshalRun(); err != nil {
		t.Errorf("after a reset: %v", err)
	}
}

// pauseConfig offers shop.price, which answers at once, or pauses.
func pauseConfig(later bool) sandbox.SessionConfig {
	cfg := sandbox.SessionConfig{Seed: 5, FuelLimit: 3_000_000, Functions: []hostcall.Function{hostcall.Func("shop.price", price)}}
	if later {
		cfg.Functions = []hostcall.Function{hostcall.RawFunc("shop.price", func(ctx context.Context, _ hostcall.Call) (any, error) { return pausing(ctx) })}
	}
	return cfg
}

// told is a run's outcome with all that it wrote.
type told struct {
	sandbox.Outcome
	pauses int
}

// resumeAll goes on with a run until it is over.
func resumeAll(t *testing.T, o sandbox.Outcome, next func(*sandbox.Paused) *sandbox.Paused) told {
	t.Helper()
	all := told{Outcome: o}
	for o.Kind == protocol.Paused {
		all.pauses++
		p := next(o.Paused)
		value, answerErr := answerFor(p.Pending())
		var err error
		if o, err = p.Resume(t.Context(), value, answerErr); err != nil {
			t.Fatal(err)
		}
		stdout := append(all.Stdout, o.Stdout...)
		all.Outcome = o
		all.Stdout = stdout
	}
	return all
}

// TestPause pauses a run at every call, and compares what comes of it with a run that never waits.
func TestPause(t *testing.T) {
	e := engine(t, false)
	straight, waits := newSession(t, e, pauseConfig(false)), newSession(t, e, pauseConfig(true))
	for _, s := range []*sandbox.Session{straight, waits} {
		if o, err := program(s, "before = [1, 2]\nimport random; random.random()")(); err != nil || o.Kind != protocol.Completed {
			t.Fatal(err, o)
		}
	}
	want, err := program(straight, asking)()
	if err != nil || want.Kind != protocol.Completed {
		t.Fatal(err, want)
	}
	first, err := program(waits, asking)()
	if err != nil || first.Kind != protocol.Paused {
		t.Fatalf("%v, %+v, want a run that is paused", err, first)
	}
	pending := first.Paused.Pending()
	if pending.Kind != sandbox.PendingCall || pending.Call.Function != "shop.price" || pending.Call.Args[0] != "tea" {
		t.Errorf("it waits for %+v", pending)
	}
	if o, err := program(waits, "1")(); !errors.Is(err, sandbox.ErrSessionPaused) {
		t.Errorf("meanwhile it ran another program: %v, %+v", err, o)
	}
	got := resumeAll(t, first, func(p *sandbox.Paused) *sandbox.Paused { return p })
	sameRun(t, got, want)
	if memorySHA(t, waits) != memorySHA(t, straight) {
		t.Error("memory is not that of a run that never waited")
	}
	if _, err := first.Paused.Resume(t.Context(), 1, nil); !errors.Is(err, sandbox.ErrInvalidPaused) {
		t.Errorf("resuming it again: %v", err)
	}
	before := memorySHA(t, waits) // and the run can be repeated like others
	if o, err := program(waits, stuck)(); err == nil && o.RolledBack && memorySHA(t, waits) != before {
		t.Error("going back after it gives another memory")
	}
}

// sameRun compares a run that was paused with one that was not.
func sameRun(t *testing.T, got told, want sandbox.Outcome) {
	t.Helper()
	if got.pauses != 3 || got.Kind != want.Kind || !reflect.DeepEqual(got.Value, want.Value) || string(got.Stdout) != string(want.Stdout) {
		t.Errorf("after %d pauses got %+v\nwant %+v", got.pauses, got.Outcome, want)
	}
	if got.Used.Fuel != want.Used.Fuel || got.Used.HeapPeakBytes != want.Used.HeapPeakBytes {
		t.Errorf("used %+v, want %+v", got.Used, want.Used)
	}
}

// TestPauseElsewhere pauses runs of Engine.Run, Session.Call and a Compiled, by stdin and by a real clock.
func TestPauseElsewhere(t *testing.T) {
	e := engine(t, false)
	cfg := pauseConfig(true)
	o, err := e.Run(t.Context(), sandbox.Program{Source: []byte("import shop\nshop.price('tea', amount=2)")}, cfg)
	if err != nil || o.Kind != protocol.Paused {
		t.Fatal(err, o)
	}
	if got := resumeAll(t, o, func(p *sandbox.Paused) *sandbox.Paused { return p }); got.Value != 5.0 {
		t.Errorf("Engine.Run: %+v", got)
	}
	const quote = "import shop\ncount = 0\ndef quote(name):\n    global count\n    count += 1\n    return [count, shop.price(name, amount=1)]\n"
	s := newSession(t, e, cfg)
	if o, err := program(s, quote)(); err != nil || o.Kind != protocol.Completed {
		t.Fatal(err, o)
	}
	c, _, err := e.Compile(t.Context(), sandbox.Program{Source: []byte(quote)}, cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(t.Context())
	for name, call := range map[string]func(context.Context, string, []any, map[string]any) (sandbox.Outcome, error){"session": s.Call, "compiled": c.Call} {
		o, err := call(t.Context(), "quote", []any{"salt"}, nil)
		if err != nil || o.Kind != protocol.Paused {
			t.Fatal(name, err, o)
		}
		if got := resumeAll(t, o, func(p *sandbox.Paused) *sandbox.Paused { return p }); !reflect.DeepEqual(got.Value, []any{int64(1), 5.0}) {
			t.Errorf("%s: %+v", name, got.Outcome)
		}
	}
}

// laterReader has nothing to read yet.
type laterReader struct{}

func (laterReader) Read([]byte) (int, error) { return 0, hostcall.ErrPause }

func TestPauseForInput(t *testing.T) {
	cfg := sandbox.SessionConfig{Stdin: laterReader{}, Clock: sandbox.RealClock, Timeout: 20 * time.Second}
	s := newSession(t, engine(t, false), cfg)
	o, err := program(s, "import time\na = time.time(), time.monotonic()\nfirst = input('? ')\nsecond = input()\nb = time.time(), time.monotonic()\n[first, second, input(), a <= b]")()
	for _, line := range []any{"one\ntwo\n", []byte("three\n")} {
		if err != nil || o.Kind != protocol.Paused || o.Paused.Pending().Kind != sandbox.PendingInput {
			t.Fatal(err, o)
		}
		if _, err := o.Paused.Resume(t.Context(), 5, nil); !errors.Is(err, sandbox.ErrInvalidInput) {
			t.Errorf("input of a number: %v", err)
		}
		o, err = o.Paused.Resume(t.Context(), line, nil)
	}
	if want := []any{"one", "two", "three", true}; err != nil || !reflect.DeepEqual(o.Value, want) {
		t.Errorf("%v, %+v, want %v", err, o, want)
	}
}

func TestPauseEnds(t *testing.T) {
	s := newSession(t, engine(t, false), pauseConfig(true))
	before := memorySHA(t, s)
	o, err := program(s, asking)()
	if err != nil || o.Paused == nil {
		t.Fatal(err, o)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := o.Paused.Resume(cancelled, 1, nil); err == nil || errors.Is(err, sandbox.ErrInvalidPaused) {
		t.Errorf("resuming without time: %v", err)
	}
	if _, err := o.Paused.Resume(t.Context(), nil, hostcall.ErrPause); !errors.Is(err, hostcall.ErrPause) {
		t.Errorf("without an answer: %v", err)
	}
	o, err = o.Paused.Resume(t.Context(), 1, nil) // it is still there
	if err != nil || o.Kind != protocol.Paused || strings.Contains(string(o.Stdout), "tea") {
		t.Fatalf("%v, %+v", err, o)
	}
	if err := o.Paused.Drop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if memorySHA(t, s) != before {
		t.Error("dropped, the session is not what it was before the run")
	}
	if _, err := o.Paused.Resume(t.Context(), 1, nil); !errors.Is(err, sandbox.ErrInvalidPaused) {
		t.Errorf("resuming what was dropped: %v", err)
	}
	if o, err := program(s, "6 * 7")(); err != nil || o.Value != int64(42) {
		t.Errorf("afterwards: %v, %+v", err, o)
	}
}

// TestPauseTravels stores a run at every pause and goes on with it in a session of another engine.
func TestPauseTravels(t *testing.T) {
	e, other := engine(t, false), engine(t, false)
	straight, waits := newSession(t, e, pauseConfig(false)), newSession(t, e, pauseConfig(true))
	for _, s := range []*sandbox.Session{straight, waits} {
		if o, err := program(s, "import random\nheap = [random.random() for _ in range(1000)]")(); err != nil || o.Kind != protocol.Completed {
			t.Fatal(err, o)
		}
	}
	want, err := program(straight, asking)()
	if err != nil {
		t.Fatal(err)
	}
	o, err := program(waits, asking)()
	if err != nil {
		t.Fatal(err)
	}
	last := waits
	got := resumeAll(t, o, func(p *sandbox.Paused) *sandbox.Paused {
		stored, err := p.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		restored, err := other.RestorePaused(t.Context(), stored, pauseConfig(true))
		if err != nil {
			t.Fatal(err)
		}
		last = restored.Session()
		t.Cleanup(func() { restored.Session().Close(context.Background()) })
		if !reflect.DeepEqual(restored.Pending(), p.Pending()) {
			t.Errorf("restored, it waits for %+v, not %+v", restored.Pending(), p.Pending())
		}
		if again, err := restored.MarshalBinary(); err != nil || len(again) != len(stored) {
			t.Errorf("stored again it has %d bytes, was %d: %v", len(again), len(stored), err)
		}
		return restored
	})
	sameRun(t, got, want)
	if memorySHA(t, last) != memorySHA(t, straight) {
		t.Error("memory is not that of a run that never waited")
	}
}

// TestPauseFitsNot goes on where what a run is given is not what it was given before.
func TestPauseFitsNot(t *testing.T) {
	e := engine(t, false)
	cfg := pauseConfig(true)
	mount := func(text string) sandbox.SessionConfig {
		c := cfg
		c.Mounts = []sandbox.Mount{{FS: fstest.MapFS{"f": {Data: []byte(text)}}, GuestPath: "/m"}}
		return c
	}
	s := newSession(t, e, mount("tea"))
	o, err := program(s, "import shop\nshop.price(open('/m/f').read(), amount=1)")()
	if err != nil || o.Paused == nil {
		t.Fatal(err, o)
	}
	stored, err := o.Paused.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	p, err := e.RestorePaused(t.Context(), stored, mount("ink"))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Session().Close(t.Context())
	if _, err := p.Resume(t.Context(), 1, nil); !errors.Is(err, sandbox.ErrInvalidPaused) || !strings.Contains(err.Error(), "number 0 of its journal was a call of shop.price with [tea]") {
		t.Errorf("with another file: %v", err)
	}
	if o, err := program(p.Session(), "1 + 1")(); err != nil || o.Value != int64(2) {
		t.Errorf("afterwards: %v, %+v", err, o)
	}
	for at := 0; at < len(stored); at += 1 + len(stored)/50 {
		damaged := bytes.Clone(stored)
		damaged[at] ^= 1
		if _, err := e.RestorePaused(t.Context(), damaged, mount("tea")); !errors.Is(err, sandbox.ErrInvalidPaused) {
			t.Errorf("damaged at %d: %v", at, err)
		}
		if _, err := e.RestorePaused(t.Context(), stored[:at], mount("tea")); !errors.Is(err, sandbox.ErrInvalidPaused) {
			t.Errorf("cut at %d: %v", at, err)
		}
	}
}
