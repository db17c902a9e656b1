package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// gathering awaits three calls at once, and another when they are answered.
var gathering = programOfTests("gathering.py")

// answerTo is what ask gives.
func answerTo(name string) (any, error) {
	if name == "b" {
		return nil, hostcall.Raise("KeyError", "no "+name)
	}
	return strings.ToUpper(name), nil
}

func asksLater(name string) hostcall.Function {
	return hostcall.RawFunc(name, func(ctx context.Context, _ hostcall.Call) (any, error) { return pausing(ctx) }).Awaitable()
}

// TestAwaitedCalls answers the calls that a program awaits together in each order, with the run stored in between.
func TestAwaitedCalls(t *testing.T) {
	e, ctx := engine(t, false), t.Context()
	cfg := sandbox.SessionConfig{Functions: []hostcall.Function{asksLater("ask")}}
	want := []any{[]any{"A", "KeyError('no b')", "C"}, "D"}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}} {
		o, err := newSession(t, e, cfg).Run(ctx, sandbox.Program{Source: []byte(gathering)})
		if err != nil || o.Paused == nil {
			t.Fatal(err, o)
		}
		all := o.Paused.PendingCalls()
		if len(all) != 3 || string(o.Stdout) != "asking for a\nasking for b\nasking for c\n" {
			t.Fatalf("%d calls at once, after %q", len(all), o.Stdout)
		}
		p := o.Paused
		for i, which := range order {
			stored, err := p.MarshalBinary()
			if err != nil {
				t.Fatal(err)
			}
			if p, err = engine(t, false).RestorePaused(ctx, stored, cfg); err != nil {
				t.Fatal(err)
			}
			defer p.Session().Close(ctx)
			if left := p.PendingCalls(); len(left) != 3-i || !slices.ContainsFunc(left, func(w sandbox.Pending) bool { return reflect.DeepEqual(w, all[which]) }) {
				t.Fatalf("order %v: it waits for %+v", order, left)
			}
			name := all[which].Call.Args[0].(string)
			value, answerErr := answerTo(name)
			if o, err = p.ResumeCall(ctx, all[which].ID, value, answerErr); err != nil || o.Paused == nil {
				t.Fatal(err, o)
			}
			if !strings.HasPrefix(string(o.Stdout), name+" is ") || strings.Contains(string(o.Stdout), "asking") {
				t.Errorf("order %v: answered %s, it writes %q", order, name, o.Stdout)
			}
			if _, err := p.ResumeCall(ctx, all[which].ID, value, answerErr); err == nil {
				t.Error("answered twice")
			}
			p = o.Paused
		}
		if o, err = p.Resume(ctx, "D", nil); err != nil || !reflect.DeepEqual(o.Value, want) {
			// a tuple comes as one
			if got := fmt.Sprint(o.Value); err != nil || got != fmt.Sprint(want) {
				t.Errorf("order %v: %v, %v, want %v", order, err, got, want)
			}
		}
	}
}

// TestAwaitedCallsAtOnce has functions that answer by themselves: all are at work at the same time.
func TestAwaitedCallsAtOnce(t *testing.T) {
	meet := make(chan string)
	cfg := sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("give", func(ctx context.Context, text string) error {
			select {
			case meet <- text:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}).Awaitable(),
		hostcall.Func("take", func() string { return <-meet }).Awaitable(),
		hostcall.Func("stuck", func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }).Awaitable(),
		hostcall.Func("later", func() error { return hostcall.ErrPause }),
		hostcall.Func("quick", func(n int) int { return n * n }).Awaitable(),
		hostcall.Func("broken", func() { panic("no") }).Awaitable(),
	}}
	s := newSession(t, engine(t, false), cfg)
	for source, want := range map[string]any{
		"asyncio.run(gather(take(), give('x')))":                            []any{"x", nil},
		"asyncio.run(gather(give('y'), take()))":                            []any{nil, "y"},
		"asyncio.run(quick(7))":                                             int64(49),
		"asyncio.run(gather(quick('a'), quick(2), return_exceptions=True))": []any{hostcall.Repr("TypeError('quick() argument 1: expected an int that fits, got str')"), int64(4)},
		"asyncio.run(polls())":                                              "z",
		"asyncio.run(first(stuck(), quick(3)))":                             int64(9),
		"repr(quick(1))[:17]":                                               "<coroutine object",
	} {
		o, err := program(s, `import asyncio
async def gather(*a, **k): return await asyncio.gather(*a, **k)
async def polls():
    a = asyncio.create_task(take()); b = asyncio.create_task(give("z"))
    while not a.done(): await asyncio.sleep(0)
    return a.result()
async def first(*a):
    done, rest = await asyncio.wait([asyncio.create_task(x) for x in a], return_when=asyncio.FIRST_COMPLETED)
    for r in rest: r.cancel()
    return done.pop().result()
`+source)()
		if got := fmt.Sprint(o.Value); err != nil || o.Kind != protocol.Completed || got != fmt.Sprint(want) && !strings.Contains(source, "'a'") {
			t.Errorf("%s: %v, %+v, want %v", source, err, o, want)
		}
	}
	if _, err := program(s, "import asyncio\nasyncio.run(broken())")(); !errors.As(err, new(*hostcall.PanicError)) {
		t.Errorf("a panic: %v", err)
	}
	// A function that pauses while others are at work: what those gave is not lost.
	o, err := program(s, "import asyncio\nasync def main():\n  a, b = asyncio.create_task(quick(5)), asyncio.create_task(quick(6))\n  await asyncio.sleep(0)\n  x = later()\n  return [await a, await b, x]\nasyncio.run(main())")()
	if err != nil || o.Paused == nil {
		t.Fatal(err, o)
	}
	stored, err := o.Paused.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	p, err := engine(t, false).RestorePaused(t.Context(), stored, cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Session().Close(t.Context())
	if o, err := p.Resume(t.Context(), "late", nil); err != nil || fmt.Sprint(o.Value) != "[25 36 late]" {
		t.Errorf("%v, %+v", err, o)
	}
}
