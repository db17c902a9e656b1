package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// follow begins to follow a program.
func follow(t *testing.T, e *sandbox.Engine, cfg sandbox.SessionConfig, source string) *sandbox.Trace {
	t.Helper()
	ctx := context.Background()
	session, err := e.NewSession(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	trace, err := session.Trace(ctx, sandbox.Program{Name: "test.py", Source: []byte(source)})
	if err := errors.Join(err, session.Close(ctx)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := trace.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	return trace
}

// strides goes, and says where it came to each time: "2 3 f:5 end".
func strides(t *testing.T, trace *sandbox.Trace, list ...sandbox.Stride) string {
	t.Helper()
	var found []string
	for _, stride := range list {
		m, err := trace.Step(context.Background(), stride)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, place(m))
	}
	return strings.Join(found, " ")
}

func place(m sandbox.Moment) string {
	switch {
	case m.Ended:
		return "end"
	case m.Function == "<module>":
		return fmt.Sprint(m.Line)
	}
	return fmt.Sprintf("%s:%d", m.Function, m.Line)
}

func repeat(stride sandbox.Stride, n int) []sandbox.Stride {
	list := make([]sandbox.Stride, n)
	for i := range list {
		list[i] = stride
	}
	return list
}

var followed = programOfTests("followed.py")

func TestTraceSteps(t *testing.T) {
	e := engine(t, false)
	trace := follow(t, e, sandbox.SessionConfig{}, followed)
	if at := place(trace.Now()); at != "1" {
		t.Fatalf("begins at %s", at)
	}
	all := "5 6 7 square:2 square:3 8 6 7 square:2 square:3 8 6 9 10 9 11 13 14 15 end"
	if got := strides(t, trace, repeat(sandbox.StepIn, 20)...); got != all {
		t.Errorf("step in: %s, want %s", got, all)
	}
	words := strings.Fields("1 " + all)
	for i := len(words) - 2; i >= 0; i-- {
		if got := strides(t, trace, sandbox.StepBack); got != words[i] {
			t.Fatalf("step back: %s, want %s", got, words[i])
		}
	}
	for _, test := range []struct {
		list []sandbox.Stride
		want string
	}{
		{repeat(sandbox.StepOver, 7), "5 6 7 8 6 7 8"},
		{repeat(sandbox.StepBackOver, 4), "7 6 8 7"},
		{[]sandbox.Stride{sandbox.StepIn, sandbox.StepIn, sandbox.StepOut}, "square:2 square:3 8"},
		{[]sandbox.Stride{sandbox.StepBack, sandbox.StepBack, sandbox.StepBackOut}, "square:3 square:2 7"},
		{[]sandbox.Stride{sandbox.Continue, sandbox.StepBackOver, sandbox.ContinueBack}, "end 15 1"},
	} {
		if got := strides(t, trace, test.list...); got != test.want {
			t.Errorf("%v: %s, want %s", test.list, got, test.want)
		}
	}
	trace.SetBreakpoints("test.py", 3, 14)
	list := []sandbox.Stride{sandbox.Continue, sandbox.Continue, sandbox.Continue, sandbox.Continue, sandbox.ContinueBack, sandbox.ContinueBack, sandbox.StepBackOut, sandbox.StepOver, sandbox.ContinueBack, sandbox.ContinueBack}
	if got, want := strides(t, trace, list...), "square:3 square:3 14 end 14 square:3 7 square:3 square:3 1"; got != want {
		t.Errorf("breakpoints: %s, want %s", got, want)
	}
	outcome := trace.Outcome()
	if outcome == nil || outcome.Kind != protocol.Completed || outcome.Value != int64(8) || string(outcome.Stdout) != "4\n13\neight\n" {
		t.Errorf("outcome is %+v", outcome)
	}
}

func TestTraceLooks(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	trace := follow(t, e, sandbox.SessionConfig{}, `class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
def outer(data):
    n = len(data)
    def inner(k):
        m = n + k
        return m
    return inner(n)
points = [Point(1, 2), {"a": 1, 2: (3,)}]
outer(points)
`)
	trace.SetBreakpoints("test.py", 10)
	if at := strides(t, trace, sandbox.Continue); at != "inner:10" {
		t.Fatal(at)
	}
	frames, err := trace.Frames(ctx)
	if want := []sandbox.Frame{{"test.py", 10, "inner"}, {"test.py", 11, "outer"}, {"test.py", 13, "<module>"}}; err != nil || fmt.Sprint(frames) != fmt.Sprint(want) {
		t.Errorf("frames are %v (%v), want %v", frames, err, want)
	}
	for _, test := range []struct {
		place sandbox.Place
		want  string
	}{
		{sandbox.Place{Scope: sandbox.Locals}, "n int 2; k int 2; m int 4"},
		{sandbox.Place{Frame: 1, Scope: sandbox.Locals}, "data list [Point(1, 2), {'a': 1, 2: (3,)}]; inner function; n int 2"},
		{sandbox.Place{Frame: 1, Scope: sandbox.Locals, Path: []int{0}}, "[0] Point Point(1, 2); [1] dict {'a': 1, 2: (3,)}"},
		{sandbox.Place{Frame: 1, Scope: sandbox.Locals, Path: []int{0, 1}}, "'a' int 1; 2 tuple (3,)"},
		{sandbox.Place{Frame: 1, Expression: "data[0]"}, "x int 1; y int 2"},
	} {
		vars, err := trace.Parts(ctx, test.place, 0, 100)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, v := range vars {
			if v.Type == "function" {
				v.Text = ""
			}
			got = append(got, strings.TrimSpace(v.Name+" "+v.Type+" "+v.Text))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%+v: %s, want %s", test.place, s, test.want)
		}
	}
	if v, err := trace.Evaluate(ctx, 1, "[n * 2, data[0].x]"); err != nil || v.Text != "[4, 1]" || v.Parts != 2 {
		t.Errorf("evaluated: %+v, %v", v, err)
	}
	if _, err := trace.Evaluate(ctx, 0, "n / 0"); err == nil || err.Error() != "ZeroDivisionError: division by zero" {
		t.Errorf("evaluated: %v", err)
	}
	if _, err := trace.Evaluate(ctx, 2, "points.clear()"); err != nil {
		t.Error(err)
	}
	if _, err := trace.Evaluate(ctx, 2, "while True: pass"); err == nil {
		t.Error("an endless loop has a value")
	}
	if got := strides(t, trace, sandbox.Continue); got != "end" || trace.Outcome().Value != nil && trace.Outcome().Value != int64(4) {
		t.Errorf("%s, %+v", got, trace.Outcome())
	}
}

// A debugger shows what a program is that has other things under the names of built-in ones.
func TestTraceLooksPastShadows(t *testing.T) {
	ctx := context.Background()
	trace := follow(t, engine(t, false), sandbox.SessionConfig{}, "list = dict = len = str = type = range = isinstance = repr = None\ntuple = lambda *a: 'hidden'\nx = [1, {'a': (2,)}]\npass\n")
	trace.SetBreakpoints("test.py", 4)
	if at := strides(t, trace, sandbox.Continue); at != "4" {
		t.Fatal(at)
	}
	frames, err := trace.Frames(ctx)
	if err != nil || len(frames) != 1 {
		t.Errorf("%v, %v", frames, err)
	}
	if v, err := trace.Evaluate(ctx, 0, "x"); err != nil || v.Type != "list" || v.Text != "[1, {'a': (2,)}]" || v.Parts != 2 {
		t.Errorf("%+v, %v", v, err)
	}
	if v, err := trace.Evaluate(ctx, 0, "tuple(1)"); err != nil || v.Text != "'hidden'" {
		t.Errorf("the program's own: %+v, %v", v, err)
	}
}

// A run that nobody follows pays nothing for what following is there: not one unit of fuel, and not one byte of memory, in a session in which a run
// was followed before, either. One that is followed does, so the calls are compiled in for that alone.
func TestTraceCostsOthersNothing(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	program := sandbox.Program{Source: []byte("n = 0\nfor i in range(1000):\n    n += i\n    n ^= 3\nn\n")}
	var fuel [2]uint64
	var memory [2]string
	for i, followed := range []bool{false, true} {
		s := newSession(t, e, sandbox.SessionConfig{})
		if followed {
			trace, err := s.Trace(ctx, program)
			if err != nil {
				t.Fatal(err)
			}
			for strides(t, trace, sandbox.Continue) != "end" {
			}
			plain, err := e.Run(ctx, program, sandbox.SessionConfig{})
			if got := trace.Outcome().Used.Fuel; err != nil || got <= plain.Used.Fuel {
				t.Errorf("followed it burnt %d, else %d (%v): no calls in front of its statements", got, plain.Used.Fuel, err)
			}
			if err := trace.Close(ctx); err != nil {
				t.Fatal(err)
			}
		}
		o, err := s.Run(ctx, program)
		if err != nil || o.Kind != protocol.Completed {
			t.Fatal(o, err)
		}
		fuel[i] = o.Used.Fuel
		if memory[i], err = s.MemorySHA256(); err != nil {
			t.Fatal(err)
		}
	}
	if fuel[0] != fuel[1] || memory[0] != memory[1] {
		t.Errorf("a run burnt %d and left %s, after another was followed %d and %s", fuel[0], memory[0], fuel[1], memory[1])
	}
}

// What functions say is asked for once, however often a moment is gone to.
func TestTraceCallsOnce(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	calls := 0
	var out strings.Builder
	trace := follow(t, e, sandbox.SessionConfig{
		Stdin: strings.NewReader("a\nb\n"), Stdout: &out,
		Functions: []hostcall.Function{hostcall.Func("count", func() int { calls++; return calls })},
	}, "for i in range(3):\n    print(count())\nprint(input())\nprint(input())\n")
	for range 2 {
		for strides(t, trace, sandbox.StepIn) != "end" {
		}
		for n := trace.Outcome().Used.Fuel; n > 0; n = n / 2 {
			if _, err := trace.GoToFuel(ctx, n); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := trace.GoTo(ctx, 4); err != nil {
			t.Fatal(err)
		}
		if stdout, _ := trace.Output(); string(stdout) != "1\n" {
			t.Errorf("at statement 4 it had written %q", stdout)
		}
	}
	if got, want := out.String(), "1\n2\n3\na\nb\n"; got != want || calls != 3 {
		t.Errorf("%d calls, wrote %q", calls, got)
	}
}

func TestTraceEnds(t *testing.T) {
	e := engine(t, false)
	for _, test := range []struct{ source, path, end string }{
		{"1 +", "", "raised SyntaxError"},
		{"x = 1\n1/0\n", "2 end 2", "raised ZeroDivisionError"},
		{"import sys\ntry:\n    sys.exit(3)\nfinally:\n    print(1)\n", "2 3 5 end 5", "exited"},
		{"def g():\n    yield 1\n    yield 2\nfor i in g():\n    i\n", "4 g:2 5 4 g:3 5 4 end 4", "completed"},
		{"while True:\n    pass\n", "2 1 2 1 2 1", ""},
		{"print(sorted([3, 1], key=lambda n: -n))\nasync def f():\n    return 1\nimport asyncio\nasyncio.run(f())\n", "2 4 5 f:3 end f:3", "completed"},
	} {
		trace := follow(t, e, sandbox.SessionConfig{FuelLimit: 1_000_000}, test.source)
		for i, want := range strings.Fields(test.path) {
			stride := sandbox.StepIn
			if i == len(strings.Fields(test.path))-1 && test.end != "" {
				stride = sandbox.StepBack
			}
			if got := strides(t, trace, stride); got != want {
				t.Errorf("%q, step %d: %s, want %s", test.source, i, got, want)
			}
		}
		if test.end == "" {
			if got := strides(t, trace, sandbox.Continue); got != "end" || trace.Outcome().Limit != protocol.FuelLimit {
				t.Errorf("%q: %s, %+v", test.source, got, trace.Outcome())
			}
			continue
		}
		o := trace.Outcome()
		end := string(o.Kind)
		if o.Error != nil {
			end += " " + o.Error.Type
		}
		if end != test.end {
			t.Errorf("%q ended: %s, want %s", test.source, end, test.end)
		}
	}
}

const longRun = `def work(n):
    total = 0
    for i in range(n):
        total += i & 3
    return total
for k in range(100):
    work(100_000)
`

func TestTraceLong(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	began := time.Now()
	run(t, e, sandbox.SessionConfig{}, longRun)
	t.Logf("not followed: %v", time.Since(began))
	trace := follow(t, e, sandbox.SessionConfig{}, longRun)
	began = time.Now()
	end, err := trace.Step(ctx, sandbox.Continue)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("to the end: %v, %+v", time.Since(began), end)
	for _, step := range []struct {
		stride sandbox.Stride
		want   string
	}{
		{sandbox.StepBack, "6"}, {sandbox.StepBack, "work:5"}, {sandbox.StepBackOver, "work:3"}, {sandbox.StepBackOver, "work:4"},
		{sandbox.StepIn, "work:3"}, {sandbox.StepIn, "work:5"}, {sandbox.StepBackOut, "7"}, {sandbox.StepOver, "6"}, {sandbox.StepBackOver, "7"},
	} {
		began := time.Now()
		m, err := trace.Step(ctx, step.stride)
		if err != nil {
			t.Fatal(err)
		}
		took := time.Since(began)
		t.Logf("%s: %v, %s %d", step.stride, took, place(m), m.Statement)
		if got := place(m); got != step.want || took > 5*time.Second {
			t.Errorf("%s: %s after %v, want %s at once", step.stride, got, took, step.want)
		}
	}
	for i := range uint64(4) {
		began := time.Now()
		m, err := trace.GoToFuel(ctx, end.Fuel*i/4)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("fuel %d: %v, %s %d", m.Fuel, time.Since(began), place(m), m.Statement)
		if i > 0 && (m.Fuel < end.Fuel*i/4 || m.Fuel > end.Fuel*i/4+10) {
			t.Errorf("going to fuel %d came to %d", end.Fuel*i/4, m.Fuel)
		}
	}
}

// BenchmarkTraceBack steps back by a statement at the end of a run of 10 million units.
func BenchmarkTraceBack(b *testing.B) {
	ctx := context.Background()
	e := newEngine(ctx)
	defer e.Close(ctx)
	session, err := e.NewSession(ctx, sandbox.SessionConfig{})
	if err != nil {
		b.Fatal(err)
	}
	defer session.Close(ctx)
	trace, err := session.Trace(ctx, sandbox.Program{Source: []byte(longRun)})
	if err != nil {
		b.Fatal(err)
	}
	defer trace.Close(ctx)
	end, err := trace.Step(ctx, sandbox.Continue)
	if err != nil {
		b.Fatal(err)
	}
	for n := uint64(0); b.Loop(); n++ { // everywhere in the run, from far away
		if _, err := trace.GoTo(ctx, end.Statement-1-n*7_654_321%(end.Statement-2)); err != nil {
			b.Fatal(err)
		}
	}
}

var address = regexp.MustCompile(`0x[0-9a-f]+|at [0-9a-f]{6,}`)

// beyondJumps has loops of a size that jumps just reach: with a call in front of each statement they do not, and compiling it raises RuntimeError.
const beyondJumps = "large_sources.py"

// A run that is followed, stopped at and gone back in gives what one gives that nobody follows. MPWASM_TRACE_EVERY=1 takes all programs of testdata/python.
func TestTraceChangesNothing(t *testing.T) {
	every := 40
	if n, err := strconv.Atoi(os.Getenv("MPWASM_TRACE_EVERY")); err == nil {
		every = max(n, 1)
	}
	ctx := context.Background()
	e := engine(t, false)
	files, err := filepath.Glob(filepath.FromSlash("../../testdata/python/*/*.py"))
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	for i := 0; i < len(files); i += every {
		source, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		cfg := sandbox.SessionConfig{Mounts: []sandbox.Mount{{FS: os.DirFS(filepath.Dir(files[i])), GuestPath: "/lib"}}, Path: []string{"/lib"}}
		want := run(t, e, cfg, string(source))
		trace := follow(t, e, cfg, string(source))
		for n := uint64(1); !trace.Now().Ended; n = n*2 + 1 {
			if _, err := trace.GoTo(ctx, n); err != nil {
				t.Fatalf("%s: %v", files[i], err)
			}
			if _, err := trace.Frames(ctx); err != nil {
				t.Errorf("%s: at statement %d: %v", files[i], n, err)
			}
			if _, err := trace.Step(ctx, sandbox.StepBack); err != nil {
				t.Fatalf("%s: %v", files[i], err)
			}
			strides(t, trace, sandbox.StepOver, sandbox.StepIn)
		}
		got := *trace.Outcome()
		stdout, stderr := trace.Output()
		shown := func(o sandbox.Outcome, stdout, stderr []byte) string {
			text := fmt.Sprintf("%s %s %d %v\n%s\n%s", o.Kind, o.Limit, o.ExitStatus, o.Error, stdout, stderr)
			return address.ReplaceAllString(text, "0x")
		}
		if a, b := shown(want, want.Stdout, want.Stderr), shown(got, stdout, stderr); filepath.Base(files[i]) == beyondJumps {
			if got.Error == nil || got.Error.Message != "bytecode overflow" {
				t.Errorf("%s: %+v, want it to be too large when it is followed", files[i], got.Error)
			}
		} else if a != b {
			t.Errorf("%s differs:\n%s\nand, followed:\n%s", files[i], firstDifference(a, b), firstDifference(b, a))
		}
		if err := trace.Close(ctx); err != nil {
			t.Error(err)
		}
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return a[max(0, i-100):min(len(a), i+200)]
}

// TestTraceRaise goes to where an exception came from that ended the run, which need not be the last statement.
func TestTraceRaise(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	for name, test := range map[string]struct{ source, want string }{
		"cleaned up after": {"def inner(n):\n    try:\n        return 1 // n\n    finally:\n        print('done')\n        n = 7\ndef outer():\n    for k in (2, 1, 0):\n        inner(k)\nouter()\n", "inner:3"},
		"in the library":   {"import json\ndef load(text):\n    return json.loads(text)\nload('1')\nload(\n    '{')\n", "load:3"},
		"a method":         {"class A:\n    def get(self):\n        raise KeyError(1)\ntry:\n    A().get()\nexcept KeyError as e:\n    raise ValueError('v') from e\n", "7"},
		"in a generator":   {"def items():\n    yield 1\n    yield 1 // 0\nprint(sum(items()))\n", "items:3"},
		"of the syntax":    {"x = = 1\n", "end"},
	} {
		t.Run(name, func(t *testing.T) {
			trace := follow(t, e, sandbox.SessionConfig{}, test.source)
			if m, err := trace.Step(ctx, sandbox.Continue); err != nil || !m.Ended {
				t.Fatal(m, err)
			}
			m, err := trace.GoToRaise(ctx)
			if err != nil || place(m) != test.want {
				t.Errorf("it goes to %s, want %s (%v): %s", place(m), test.want, err, trace.Outcome().Error.Traceback)
			}
		})
	}
	trace := follow(t, e, sandbox.SessionConfig{}, followed)
	if m, err := trace.GoToRaise(ctx); err != nil || place(m) != "1" {
		t.Errorf("before the end: %s, %v", place(m), err)
	}
}
