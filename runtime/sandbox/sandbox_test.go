package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/artifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// programOfTests is a program that the tests of the JavaScript library run, too.
func programOfTests(name string) string {
	source, err := os.ReadFile(filepath.Join("..", "..", "web", "test", "programs", name))
	if err != nil {
		panic(err)
	}
	return string(source)
}

// engine makes an engine for a test.
func engine(t *testing.T, interpreter bool) *sandbox.Engine {
	t.Helper()
	ctx := context.Background()
	e, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{
		Artifact:        testartifact.Bytes(t),
		CompileCacheDir: testartifact.CompileCache(t),
		Interpreter:     interpreter,
	})
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

// run runs a program that must not cause trouble of the host.
func run(t *testing.T, e *sandbox.Engine, cfg sandbox.SessionConfig, source string) sandbox.Outcome {
	t.Helper()
	outcome, err := e.Run(context.Background(), sandbox.Program{Name: "test.py", Source: []byte(source)}, cfg)
	if err != nil {
		t.Fatal(err)
	}
	return outcome
}

func TestOutcomes(t *testing.T) {
	for _, interpreter := range []bool{false, true} {
		t.Run(fmt.Sprintf("interpreter=%v", interpreter), func(t *testing.T) {
			e := engine(t, interpreter)
			tests := []struct {
				name, source   string
				want           protocol.Kind
				status         int
				stdout, stderr string
			}{
				{"completed", "print('hello')", protocol.Completed, 0, "hello\n", ""},
				{"empty", "", protocol.Completed, 0, "", ""},
				{"raised", "print(1)\nraise ValueError('no')", protocol.Raised, 0, "1\n", ""},
				{"syntax error", "x = = 1", protocol.Raised, 0, "", ""},
				{"exit", "import sys; print(1); sys.exit(7)", protocol.Exited, 7, "1\n", ""},
				{"exit without a status", "raise SystemExit", protocol.Exited, 0, "", ""},
				{"exit with a text", "import sys; sys.exit('gone')", protocol.Exited, 1, "", "gone\n"},
				{"exit with a huge status", "import sys; sys.exit(2**70 + 5)", protocol.Exited, -1, "", ""},
				{"exit with a bool", "import sys; sys.exit(False)", protocol.Exited, 0, "", ""},
				{"exit with another bool", "import sys; sys.exit(True)", protocol.Exited, 1, "", ""},
				{"sleep to the microsecond", "import time; t = time.time_ns(); time.sleep(5000.25); print((time.time_ns() - t) // 1000)", protocol.Completed, 0, "5000250001\n", ""},
				{"streams told apart", "import sys; print(1, file=sys.stderr); print(2)", protocol.Completed, 0, "2\n", "1\n"},
				{"bytes as they are", `import sys; sys.stdout.buffer.write(b"\x00\xff\r\n")`, protocol.Completed, 0, "\x00\xff\r\n", ""},
			}
			for _, test := range tests {
				t.Run(test.name, func(t *testing.T) {
					o := run(t, e, sandbox.SessionConfig{}, test.source)
					if o.Kind != test.want || o.ExitStatus != test.status {
						t.Errorf("got %s with status %d, want %s with %d (%v)", o.Kind, o.ExitStatus, test.want, test.status, o.Error)
					}
					if string(o.Stdout) != test.stdout || string(o.Stderr) != test.stderr {
						t.Errorf("got stdout %q and stderr %q, want %q and %q", o.Stdout, o.Stderr, test.stdout, test.stderr)
					}
				})
			}
		})
	}
}

func TestErrors(t *testing.T) {
	e := engine(t, false)
	tests := []struct {
		name, source string
		want         protocol.Error
	}{
		{"in a function", "def f():\n    return 1 / 0\n\nf()\n", protocol.Error{
			Type: "ZeroDivisionError", Message: "division by zero", Line: 2,
			Traceback: "Traceback (most recent call last):\n  File \"test.py\", line 4, in <module>\n    f()\n    ~^^\n  File \"test.py\", line 2, in f\n    return 1 / 0\n           ~~^~~\nZeroDivisionError: division by zero\n",
			Frames:    []protocol.Frame{{File: "test.py", Line: 4, Function: "<module>"}, {File: "test.py", Line: 2, Function: "f"}},
		}},
		{"syntax", "x = 1\ny = (\n", protocol.Error{
			Type: "SyntaxError", Message: "'(' was never closed", Line: 2,
			Traceback: "  File \"test.py\", line 2\n    y = (\n        ^\nSyntaxError: '(' was never closed\n",
			Frames:    []protocol.Frame{},
		}},
		{"a class of its own", "class E(Exception):\n  def __str__(self): return 'mine'\nraise E()", protocol.Error{
			Type: "E", Message: "mine", Line: 3,
			Traceback: "Traceback (most recent call last):\n  File \"test.py\", line 3, in <module>\n    raise E()\nE: mine\n",
			Frames:    []protocol.Frame{{File: "test.py", Line: 3, Function: "<module>"}},
		}},
		{"one that cannot be described", "class E(Exception):\n  def __str__(self): return 1 / 0\nraise E()", protocol.Error{
			Type: "E", Message: "<exception str() failed>", Line: 3,
			Traceback: "Traceback (most recent call last):\n  File \"test.py\", line 3, in <module>\n    raise E()\nE: <exception str() failed>\n",
			Frames:    []protocol.Frame{{File: "test.py", Line: 3, Function: "<module>"}},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := run(t, e, sandbox.SessionConfig{}, test.source)
			if o.Error == nil || !reflect.DeepEqual(*o.Error, test.want) {
				t.Errorf("got  %+v\nwant %+v", o.Error, test.want)
			}
		})
	}
}

func TestValues(t *testing.T) {
	e := engine(t, false)
	huge, _ := new(big.Int).SetString("-1606938044258990275541962092341162602522202993782792835301376", 10)
	tests := []struct {
		source string
		want   any
	}{
		{"1 + 1", int64(2)},
		{"x = 1", nil},
		{"x = 1\nx", int64(1)},
		{"x = 1; x\n\n# end\n", int64(1)},
		{"'text'", "text"},
		{"for i in range(3):\n  i", nil},
		{"if True:\n  5", nil},
		{"-2**63", int64(-1 << 63)},
		{"2**63 - 1", int64(1<<63 - 1)},
		{"2**63", new(big.Int).Lsh(big.NewInt(1), 63)},
		{"-2**200", huge},
		{"2**30, -2**30, 2**31, -1, 0", hostcall.Tuple{int64(1 << 30), int64(-1 << 30), int64(1 << 31), int64(-1), int64(0)}},
		{"1.5, 1e300, -0.0", hostcall.Tuple{1.5, 1e300, 0.0}},
		{"b'\\x00\\xff'", []byte{0, 0xff}},
		{"[None, True, False]", []any{nil, true, false}},
		{"{(1, 'a'): {2: [b'']}}", hostcall.Dict{
			{Key: hostcall.Tuple{int64(1), "a"}, Value: hostcall.Dict{{Key: int64(2), Value: []any{[]byte{}}}}},
		}},
		{"range(3)", hostcall.Repr("range(0, 3)")},
		{"'€ 😀'", "€ 😀"},
	}
	for _, test := range tests {
		t.Run(test.source, func(t *testing.T) {
			o := run(t, e, sandbox.SessionConfig{}, test.source)
			if o.Kind != protocol.Completed || !reflect.DeepEqual(o.Value, test.want) {
				t.Errorf("got %s %#v (%+v), want %#v", o.Kind, o.Value, o.Error, test.want)
			}
		})
	}
}

func TestCyclicValueIsItsRepr(t *testing.T) {
	o := run(t, engine(t, false), sandbox.SessionConfig{}, "a = []\na.append(a)\na")
	if o.Kind != protocol.Completed || fmt.Sprint(o.Value) != "[[...]]" {
		t.Errorf("got %s %#v %+v, want the repr", o.Kind, o.Value, o.Error)
	}
}

func TestSessionKeepsState(t *testing.T) {
	ctx := context.Background()
	s, err := engine(t, false).NewSession(ctx, sandbox.SessionConfig{})
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		source string
		want   any
	}{
		{"x = [1]", nil}, {"x.append(2)", nil}, {"raise KeyError", nil}, {"x", []any{int64(1), int64(2)}},
	} {
		o, err := s.Run(ctx, sandbox.Program{Source: []byte(step.source)})
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(o.Value, step.want) {
			t.Errorf("%s: got %v, want %v", step.source, o.Value, step.want)
		}
	}
	if err := s.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Run(ctx, sandbox.Program{}); !errors.Is(err, sandbox.ErrSessionOver) {
		t.Errorf("after Close: got %v, want ErrSessionOver", err)
	}
}

func TestInput(t *testing.T) {
	cfg := sandbox.SessionConfig{
		Args:  []string{"test.py", "a b", ""},
		Stdin: strings.NewReader("first\nsecond\nlast"),
	}
	o := run(t, engine(t, false), cfg, `
import sys
print(sys.argv)
print(repr(input("? ")), repr(sys.stdin.readline()), repr(input()))
try:
    input()
except EOFError:
    print("end")
`)
	want := "['test.py', 'a b', '']\n? 'first' 'second\\n' 'last'\nend\n"
	if string(o.Stdout) != want {
		t.Errorf("got %q, want %q (%+v)", o.Stdout, want, o.Error)
	}
}

func TestGrantsNothingByDefault(t *testing.T) {
	t.Setenv("MPWASM_SECRET", "secret")
	source := `
import os, time, random
print(os.getenv("MPWASM_SECRET"))
print(os.listdir("/"), os.getcwd())
for path in "/etc/passwd", "../..", "/tmp", "x":
    try:
        print(path, tuple(os.stat(path)[2:]))
    except OSError as e:
        print(path, "OSError", e.errno)
for path in "/x", "/tmp/x":
    try:
        print(path, open(path, "w").write("kept in memory"))
    except OSError as e:
        print(path, "OSError", e.errno)
t = time.time()
time.sleep(3600)
print(time.time() - t >= 3600, random.random(), os.urandom(4), time.time())
`
	e := engine(t, false)
	started := time.Now()
	first := run(t, e, sandbox.SessionConfig{}, source)
	if took := time.Since(started); took > time.Minute {
		t.Errorf("sleeping an hour on the fixed clock took %v", took)
	}
	want := "None\n['tmp'] /\n/etc/passwd OSError 2\n../.. OSError 13\n/tmp (0, 1, 0, 0, 0, 0, 0, 0)\nx OSError 2\n/x 14\n/tmp/x 14\nTrue "
	if !strings.HasPrefix(string(first.Stdout), want) {
		t.Errorf("got %q, want it to begin with %q (%+v)", first.Stdout, want, first.Error)
	}
	if again := run(t, e, sandbox.SessionConfig{}, source); string(again.Stdout) != string(first.Stdout) || again.Used.Fuel != first.Used.Fuel {
		t.Errorf("a second run differs: %q with fuel %d, then %q with %d", first.Stdout, first.Used.Fuel, again.Stdout, again.Used.Fuel)
	}
}

func TestMounts(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mod.py"), []byte("x = 'imported'"), 0o644); err != nil {
		t.Fatal(err)
	}
	e := engine(t, false)
	source := `
import os, sys
sys.path.insert(0, "/lib")
import mod
print(mod.x, os.listdir("/lib"), open("/lib/mod.py").read())
try:
    open("/lib/new", "w").write("x")
    print("written")
except OSError as e:
    print("OSError")
`
	for _, test := range []struct {
		writable bool
		want     string
	}{{false, "OSError\n"}, {true, "written\n"}} {
		cfg := sandbox.SessionConfig{Mounts: []sandbox.Mount{{FS: os.DirFS(dir), GuestPath: "/lib", Writable: test.writable}}, FilesLimitBytes: 1 << 10}
		o := run(t, e, cfg, source)
		if want := "imported ['mod.py'] x = 'imported'\n" + test.want; string(o.Stdout) != want {
			t.Errorf("writable=%v: got %q, want %q (%+v)", test.writable, o.Stdout, want, o.Error)
		}
	}
}

func TestContextEndsARun(t *testing.T) {
	e := engine(t, false)
	s, err := e.NewSession(context.Background(), sandbox.SessionConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(context.Background())
	programs := []string{
		"while True: pass",
		"import micropython\nmicropython.heap_lock()\nwhile True: pass",
		"while True:\n  try:\n    while True: pass\n  except BaseException: pass",
		"def f():\n  try:\n    while True: pass\n  finally:\n    f()\nf()",
		"import time\nwhile True: time.sleep(1000)",
	}
	for _, source := range programs {
		deadline, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		o, err := s.Run(deadline, sandbox.Program{Source: []byte("print('begun')\n" + source)})
		cancel()
		if err != nil || o.Kind != protocol.Limited || o.Limit != protocol.DeadlineLimit || string(o.Stdout) != "begun\n" {
			t.Errorf("%s: got %s %s %q, %v; want the deadline to end it", source, o.Kind, o.Limit, o.Stdout, err)
		}
		if o, err = s.Run(context.Background(), sandbox.Program{Source: []byte("6 * 7")}); err != nil || o.Value != int64(42) {
			t.Errorf("after %s: got %v, %v; want a session that goes on", source, o.Value, err)
		}
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if o, err := s.Run(cancelled, sandbox.Program{Source: []byte(programs[0])}); err != nil || o.Kind != protocol.Cancelled {
		t.Errorf("got %s, %v; want it cancelled", o.Kind, err)
	}
}

// Each limit lets just enough pass, and not one more.
func TestFuelLimitIsExact(t *testing.T) {
	program := "def f():\n  for i in range(200000): pass\nf()" // more than a slice
	e := engine(t, false)
	used := run(t, e, sandbox.SessionConfig{}, program).Used.Fuel
	if used < 200_000 || used > 210_000 { // one unit a turn, and some for compiling
		t.Fatalf("the program burns %d, expected about one unit a turn", used)
	}
	for _, test := range []struct {
		limit uint64
		want  protocol.Kind
	}{{used, protocol.Completed}, {used - 1, protocol.Limited}, {1, protocol.Limited}} {
		o := run(t, e, sandbox.SessionConfig{FuelLimit: test.limit}, program)
		if o.Kind != test.want || o.Kind == protocol.Limited && o.Limit != protocol.FuelLimit {
			t.Errorf("with a limit of %d: got %s %s, want %s", test.limit, o.Kind, o.Limit, test.want)
		}
		if o.Used.Fuel != test.limit {
			t.Errorf("with a limit of %d: %d burnt, want all of it", test.limit, o.Used.Fuel)
		}
	}
}

func TestOutputLimitIsExact(t *testing.T) {
	e := engine(t, false)
	for _, test := range []struct {
		limit          int64
		want           protocol.Kind
		stdout, stderr string
	}{
		{10, protocol.Completed, "12345", "67890"},
		{9, protocol.Limited, "12345", "6789"},
		{5, protocol.Limited, "12345", ""},
		{1, protocol.Limited, "1", ""},
	} {
		o := run(t, e, sandbox.SessionConfig{OutputLimitBytes: test.limit},
			"import sys\nsys.stdout.write('12345')\nsys.stderr.write('67890')\nx = 1\n")
		if o.Kind != test.want || string(o.Stdout) != test.stdout || string(o.Stderr) != test.stderr {
			t.Errorf("with a limit of %d: got %s, %q and %q; want %s, %q and %q",
				test.limit, o.Kind, o.Stdout, o.Stderr, test.want, test.stdout, test.stderr)
		}
		if limited := test.want == protocol.Limited; o.Truncated != limited || limited && o.Limit != protocol.OutputLimit {
			t.Errorf("with a limit of %d: truncated %v by %q", test.limit, o.Truncated, o.Limit)
		}
	}
	o := run(t, e, sandbox.SessionConfig{}, "try:\n  while True: print('x' * 1000)\nexcept BaseException: pass")
	if o.Limit != protocol.OutputLimit || len(o.Stdout) != sandbox.DefaultOutputLimitBytes {
		t.Errorf("without a limit: %d bytes were captured (%s), want %d", len(o.Stdout), o.Kind, sandbox.DefaultOutputLimitBytes)
	}
}

// writerFunc is a stream that calls a function.
type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// Output arrives while the program runs, not after it.
func TestOutputStreams(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var got []string
	stdout := writerFunc(func(p []byte) (int, error) {
		if got = append(got, string(p)); strings.Contains(string(p), "two") {
			cancel()
		}
		return len(p), nil
	})
	o, err := engine(t, false).Run(ctx, sandbox.Program{Source: []byte("print('one')\nprint('two')\nwhile True: pass")}, sandbox.SessionConfig{Stdout: stdout})
	if err != nil || o.Kind != protocol.Cancelled || strings.Join(got, "") != "one\ntwo" && strings.Join(got, "") != "one\ntwo\n" {
		t.Errorf("got %s, %v after %q; want it cancelled after both lines", o.Kind, err, got)
	}
}

// failingWriter is a stream of the host that breaks.
type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestHostTroubleIsAnError(t *testing.T) {
	cfg := sandbox.SessionConfig{Stdout: failingWriter{}}
	_, err := engine(t, false).Run(context.Background(), sandbox.Program{Source: []byte("while True: print(1)")}, cfg)
	if !errors.Is(err, os.ErrClosed) {
		t.Errorf("got %v, want the writer's error", err)
	}
}

func TestEngineWithoutArtifact(t *testing.T) {
	t.Setenv("MPWASM_CACHE", t.TempDir())
	e, err := sandbox.NewEngine(context.Background(), sandbox.EngineConfig{})
	if err == nil { // the tests carry one, after mpwasm build --embed
		e.Close(context.Background())
		return
	}
	if !errors.Is(err, sandbox.ErrInvalidConfig) || !errors.Is(err, artifact.ErrNone) || !strings.Contains(err.Error(), "run `mpwasm build`") {
		t.Errorf("got %v, want ErrInvalidConfig that says what to do", err)
	}
}

func TestConfigIsChecked(t *testing.T) {
	ctx := context.Background()
	if _, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: []byte{}}); !errors.Is(err, sandbox.ErrInvalidConfig) {
		t.Errorf("an empty artifact: got %v, want ErrInvalidConfig", err)
	}
	if _, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: []byte("\x00asm")}); err == nil {
		t.Error("a truncated module was accepted")
	}
	e := engine(t, false)
	for name, cfg := range map[string]sandbox.SessionConfig{
		"1048576 (1 MiB)":     {MemoryLimitBytes: sandbox.MinMemoryLimitBytes - 1},
		"1073741824 (1 GiB)":  {MemoryLimitBytes: sandbox.MaxMemoryLimitBytes + 1},
		"not be negative":     {OutputLimitBytes: -1},
		"must not hold a NUL": {Args: []string{"a\x00b"}},
		"must be absolute":    {Mounts: []sandbox.Mount{{FS: fstest.MapFS{}, GuestPath: "lib"}}},
	} {
		_, err := e.NewSession(ctx, cfg)
		if !errors.Is(err, sandbox.ErrInvalidConfig) || !strings.Contains(err.Error(), name) {
			t.Errorf("got %v, want ErrInvalidConfig that says %q", err, name)
		}
	}
}

func TestMemoryGrowsToItsLimit(t *testing.T) {
	e := engine(t, false)
	for _, limit := range []int64{sandbox.MinMemoryLimitBytes, 8 << 20} {
		o := run(t, e, sandbox.SessionConfig{MemoryLimitBytes: limit}, `
keep = []
try:
    while True:
        keep.append(bytearray(12000))
except MemoryError:
    n = len(keep)
    keep = None
n * 12000
`) // blocks that fill pages of 4 KiB but for little
		used, ok := o.Value.(int64)
		if !ok || used > limit || used < limit*3/4 {
			t.Errorf("with %d bytes: the program held %v (%s %+v)", limit, o.Value, o.Kind, o.Error)
		}
		if peak := int64(o.Used.HeapPeakBytes); peak > limit || peak < used {
			t.Errorf("with %d bytes: peak is %d, the program held %d", limit, peak, used)
		}
	}
}

// Encoding a value runs Python code, which may change what is being encoded.
func TestValueThatChangesWhileItIsRead(t *testing.T) {
	e := engine(t, false)
	for name, source := range map[string]string{
		"list": "import gc\nclass E:\n  def __repr__(self):\n    L.clear(); gc.collect()\n    global keep\n" +
			"    keep = [bytearray(b'\\x03\\x05\\x07\\x09' * 8) for i in range(300)]\n    return 'x'\nL = [E()] + [0] * 1000\nL",
		"dict": "class E:\n  def __repr__(self):\n    D.clear()\n    return 'x'\nD = {i: E() for i in range(5)}\nD",
	} {
		if o := run(t, e, sandbox.SessionConfig{}, source); o.Kind != protocol.Completed || o.Value == nil {
			t.Errorf("%s: got %s, %v (%+v)", name, o.Kind, o.Value, o.Error)
		}
	}
	repr := "class E:\n  def __repr__(self): print('repr')\nE()"
	o, err := e.Run(context.Background(), sandbox.Program{Source: []byte(repr), NoValue: true}, sandbox.SessionConfig{})
	if err != nil || o.Kind != protocol.Completed || len(o.Stdout) > 0 {
		t.Errorf("without a value: got %s, %q, %v; want nothing to run", o.Kind, o.Stdout, err)
	}
}

// A run that is stopped inside another module leaves the session in __main__.
func TestStopInsideAModule(t *testing.T) {
	ctx := context.Background()
	s, err := engine(t, false).NewSession(ctx, sandbox.SessionConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(ctx)
	deadline, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	source := "mine = 42\nimport asyncio\nasync def main():\n  while True: await asyncio.sleep(0)\nasyncio.run(main())"
	if o, err := s.Run(deadline, sandbox.Program{Source: []byte(source)}); err != nil || o.Kind != protocol.Limited {
		t.Fatalf("got %s, %v (%+v); want it limited", o.Kind, err, o.Error)
	}
	if o, err := s.Run(ctx, sandbox.Program{Source: []byte("mine, __name__")}); err != nil || !reflect.DeepEqual(o.Value, hostcall.Tuple{int64(42), "__main__"}) {
		t.Errorf("afterwards: got %v, %v (%+v); want the names of __main__", o.Value, err, o.Error)
	}
}

// What ended a program is told even when it left no memory to tell it in, or the heap locked.
func TestOutcomeWithoutMemory(t *testing.T) {
	e := engine(t, false)
	for name, test := range map[string]struct {
		source string
		kind   protocol.Kind
		err    string
	}{
		"heap full of small objects": {"a = []\nwhile True: a.append([])", protocol.Raised, "MemoryError"},
		"heap full of strings":       {"a = None\nwhile True: a = (a, 'x' * 10)", protocol.Raised, "MemoryError"},
		"heap locked":                {"import micropython\nmicropython.heap_lock()\npass", protocol.Completed, ""},
		"raised with it locked":      {"import micropython\nmicropython.heap_lock()\n1/0", protocol.Raised, "ZeroDivisionError"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			s, err := e.NewSession(ctx, sandbox.SessionConfig{MemoryLimitBytes: sandbox.MinMemoryLimitBytes})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close(ctx)
			o, err := s.Run(ctx, sandbox.Program{Source: []byte(test.source)})
			if err != nil || o.Kind != test.kind {
				t.Fatalf("got %s, %v (%v); want %s", o.Kind, err, o.Trap, test.kind)
			}
			if test.err != "" && (o.Error.Type != test.err || o.Error.Line == 0 && name != "raised with it locked") { // a traceback takes memory
				t.Errorf("got %+v, want a %s with its line", o.Error, test.err)
			}
			o, err = s.Run(ctx, sandbox.Program{Source: []byte("6 * 7")})
			full := test.err == "MemoryError" && o.Kind == protocol.Raised && o.Error.Type == test.err
			if err != nil || !full && o.Value != int64(42) {
				t.Errorf("afterwards: got %v (%s %+v), %v; want 42, or that there is no memory", o.Value, o.Kind, o.Error, err)
			}
		})
	}
}

// The script of the design that builds with an unsound collector do not survive.
func TestCollectorIsSound(t *testing.T) {
	source, err := os.ReadFile("../../testdata/gc_torture.py")
	if err != nil {
		t.Fatal(err)
	}
	if o := run(t, engine(t, false), sandbox.SessionConfig{}, string(source)); string(o.Stdout) != "ok 20000\n" {
		t.Errorf("got %q (%s %+v), want ok 20000", o.Stdout, o.Kind, o.Error)
	}
}

// TestAssignedValue asks for the values of programs that end in assignments.
func TestAssignedValue(t *testing.T) {
	s := newSession(t, engine(t, false), sandbox.SessionConfig{})
	for source, want := range map[string]any{
		"x = 6 * 7":                int64(42),
		"a = b = [1]":              []any{int64(1)},
		"x = 1\nx += 2":            int64(3),
		"y: int = 5":               int64(5),
		"y: int":                   nil,
		"a, b = 1, 2":              nil, // no name
		"l = [0]\nl[0] = 1":        nil,
		"x = 7\n'last'":            "last",
		"if True:\n    x = 1":      nil,
		"(x) = 'in parentheses'":   "in parentheses",
		"x = 8\ndef f(): return x": nil,
	} {
		for _, wanted := range []bool{true, false} {
			o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(source), AssignedValue: wanted})
			if err != nil || o.Kind != protocol.Completed {
				t.Fatal(source, err, o.Error)
			}
			expected := want
			if !wanted && !strings.HasSuffix(source, "'last'") {
				expected = nil
			}
			if !reflect.DeepEqual(o.Value, expected) {
				t.Errorf("%q gave %v, want %v (asked for: %v)", source, o.Value, expected, wanted)
			}
		}
	}
}
