package sandbox_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// Where C code stands between the frames, no point can be kept: going back begins before it, and comes to the same moments.

const below = `import asyncio
def items(n):
    for i in range(n):
        square = i * i
        yield square
def doubled(n):
    return [2 * k for k in items(n) if k % 2 == 0]
async def child(name, n):
    total = 0
    for i in range(n):
        total += i
        await asyncio.sleep(0)
    return f"{name} {total}"
async def main():
    return await asyncio.gather(child("a", 3), child("b", 4))
def key(word):
    size = len(word)
    return -size
print(doubled(5))
print(sorted(["b", "ccc", "aa"], key=key))
print(asyncio.run(main()))
class Box:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        less = self.n < other.n
        return less
print(max(Box(1), Box(3)).n, {Box(2).n: k for k in "xy"})
import threading
def work(n, found):
    for i in range(n):
        found.append(i)
    threading.Event().wait(0.1)
    return n
found = []
threads = [threading.Thread(target=work, args=(n, found)) for n in (2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(found)
`

// moments are what is seen of a moment: where it is, the frames and the innermost one's variables.
func seen(t *testing.T, trace *sandbox.Trace) string {
	t.Helper()
	ctx := context.Background()
	m := trace.Now()
	if m.Ended {
		return "end"
	}
	frames, err := trace.Frames(ctx)
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf("%d %s", m.Statement, place(m))
	for _, f := range frames {
		text += fmt.Sprintf(" < %s:%d", f.Function, f.Line)
	}
	if m.Function != "<module>" {
		vars, err := trace.Parts(ctx, sandbox.Place{Scope: sandbox.Locals}, 0, 20)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range vars {
			if !strings.Contains(v.Text, " object") { // which has an address
				text += fmt.Sprintf(" %s=%s", v.Name, v.Text)
			}
		}
	}
	stdout, _ := trace.Output()
	return address.ReplaceAllString(text, "0x") + fmt.Sprintf(" %q", stdout)
}

func TestTraceBelow(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	trace := follow(t, e, sandbox.SessionConfig{}, below)
	forwards := []string{seen(t, trace)}
	for !trace.Now().Ended {
		strides(t, trace, sandbox.StepIn)
		forwards = append(forwards, seen(t, trace))
	}
	all := strings.Join(forwards, "\n")
	for _, want := range []string{
		"items:5 < items:5", "doubled:7 < <module>:19 n=5 i=2 square=4",
		"key:18 < key:18 < <module>:20 word='ccc' size=3",
		"child:12 < child:12",
		"name='b' n=4 total=3 i=2",
		"__lt__:27 < __lt__:27",
		"n=3 found=[0, 1, 0, 1] i=2",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no moment is %q:\n%s", want, all)
		}
	}
	if n := len(forwards); trace.Outcome().Error != nil || n < 60 {
		t.Fatalf("%d moments, %+v", n, trace.Outcome())
	}
	for i := len(forwards) - 2; i >= 0; i-- {
		strides(t, trace, sandbox.StepBack)
		if got := seen(t, trace); got != forwards[i] {
			t.Fatalf("back: %s\nforwards it was %s", got, forwards[i])
		}
	}
	end, err := trace.Step(ctx, sandbox.Continue)
	if err != nil {
		t.Fatal(err)
	}
	for n := uint64(1); n <= end.Statement; n = n*3/2 + 1 { // at random, so to say
		at := 1 + n*7919%(end.Statement-1)
		if _, err := trace.GoTo(ctx, at); err != nil {
			t.Fatal(err)
		}
		if got := seen(t, trace); got != forwards[at-1] {
			t.Fatalf("gone to: %s\nforwards it was %s", got, forwards[at-1])
		}
	}
}

// What a step back costs below a generator, whose run is had from its last point before again.
func TestTraceBelowFar(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	trace := follow(t, e, sandbox.SessionConfig{}, "def items(n):\n    for i in range(n):\n        yield i\ntotal = 0\nfor k in items(300_000):\n    total += k\nprint(sum(items(300_000)))\n")
	end, err := trace.Step(ctx, sandbox.Continue)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []uint64{end.Statement - 2, end.Statement / 2, end.Statement / 4} {
		began := time.Now()
		m, err := trace.GoTo(ctx, at)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("statement %d of %d, fuel %d of %d, %s: %v", m.Statement, end.Statement, m.Fuel, end.Fuel, place(m), time.Since(began))
		began = time.Now()
		if m, err = trace.Step(ctx, sandbox.StepBack); err != nil || m.Statement != at-1 {
			t.Fatal(m, err)
		}
		took := time.Since(began)
		t.Logf("back: %s, %v", place(m), took)
		if took > 10*time.Second {
			t.Errorf("a step back took %v", took)
		}
	}
}

type till struct{ held, calls int }

func (k *till) Add(n int) int { k.calls++; k.held += n; return k.held }
func (k *till) Held() int     { return k.held }
func (k *till) All() func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range 3 {
			if k.calls++; !yield(k.held + i) {
				return
			}
		}
	}
}

// Objects of the host's are called once, too, however often a moment is gone to.
func TestTraceObjects(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	k := &till{}
	trace := follow(t, e, sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("till", func() *hostcall.Object { return hostcall.ObjectOf(k, "add", "held", "__iter__") }),
	}}, "t = till()\nfor n in (5, 7):\n    t.add(n)\nseen = [i for i in t]\nprint(t.held(), seen)\n")
	for range 2 {
		for strides(t, trace, sandbox.StepIn) != "end" {
		}
		if got := string(trace.Outcome().Stdout); got != "12 [12, 13, 14]\n" || k.calls != 5 {
			t.Fatalf("it wrote %q after %d calls: %+v", got, k.calls, trace.Outcome().Error)
		}
		for strides(t, trace, sandbox.StepBack) != "2" {
		}
	}
	if v, err := trace.Evaluate(ctx, 0, "type(t).__name__"); err != nil || v.Text != "'till'" {
		t.Errorf("evaluated: %+v, %v", v, err)
	}
	if v, err := trace.Evaluate(ctx, 0, "t.add(1)"); err == nil || k.calls != 5 {
		t.Errorf("an expression called the host: %+v, %d calls", v, k.calls)
	}
}
