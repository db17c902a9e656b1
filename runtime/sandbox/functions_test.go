package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// echo hands back what it gets, with the keyword arguments if there are any.
func echo(_ context.Context, call hostcall.Call) (any, error) {
	switch {
	case len(call.Kwargs) > 0:
		return hostcall.Tuple{call.Args, call.Kwargs}, nil
	case len(call.Args) == 1:
		return call.Args[0], nil
	default:
		return call.Args, nil
	}
}

type options struct {
	MaxRows int
	Order   string `py:"order_by,required"`
}

func testFunctions() []hostcall.Function {
	return []hostcall.Function{
		hostcall.RawFunc("echo", echo),
		hostcall.Func("add", func(a, b int) int { return a + b }),
		hostcall.Func("small", func(n int8) int8 { return n }),
		hostcall.Func("join", func(separator string, words ...string) string { return strings.Join(words, separator) }),
		hostcall.Func("db.query", func(_ context.Context, text string, o options) ([]map[string]any, error) {
			return []map[string]any{{"text": text, "max": o.MaxRows, "order": o.Order}}, nil
		}),
		hostcall.Func("db.fail", func(typeName, message string) error { return hostcall.Raise(typeName, message) }),
		hostcall.Func("db.wrapped", func() error { return fmt.Errorf("reading: %w", hostcall.Raise("KeyError", "k")) }),
		hostcall.Func("db.broken", func() (int, error) { return 0, errors.New("it broke") }),
		hostcall.Func("db.nothing", func() {}),
		hostcall.Func("db.odd", func() any { return make(chan int) }),
		hostcall.Func("db.large", func(n int) []byte { return make([]byte, n) }),
	}
}

func TestHostFunctions(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"typed", "print(add(2, 3))", "5"},
		{"variadic", "print(join('-', 'a', 'b'), join('-') == '')", "a-b True"},
		{"of a module", "import db\nprint(db.query('q', order_by='x', max_rows=3) == [{'text': 'q', 'max': 3, 'order': 'x'}])", "True"},
		{"from a module", "from db import nothing as n\nprint(n())", "None"},
		{"keywords in a raw one", "print(echo(1, a=2) == ([1], {'a': 2}))", "True"},
		{"shown", "import db\nprint(add, db.query, db.query.__name__)", "<host function add> <host function db.query> db.query"},
		{"too few", "add(1)", "TypeError: add() takes 2 positional arguments but 1 were given; it is add(int, int) -> int"},
		{"too many", "add(1, 2, 3)", "TypeError: add() takes 2 positional arguments but 3 were given; it is add(int, int) -> int"},
		{"wrong type", "add(1, 'b')", "TypeError: add() argument 2: expected int, got str"},
		{"bool is no int", "add(1, True)", "TypeError: add() argument 2: expected int, got bool"},
		{"overflow", "small(128)", "OverflowError: small() argument 1: int does not fit int8"},
		{"no keywords", "add(1, b=2)", "TypeError: add() takes 2 positional arguments but 1 were given; it is add(int, int) -> int"},
		{"no keywords either", "add(1, 2, c=2)", "TypeError: add() takes no keyword arguments, got c; it is add(int, int) -> int"},
		{"unknown keyword", "import db\ndb.query('q', order_by='x', rows=1)", "TypeError: db.query() keyword argument: rows is unknown; expected max_rows, order_by; it is db.query(str, *, max_rows: int = ..., order_by: str) -> list[dict[str, object]]"},
		{"missing keyword", "import db\ndb.query('q')", "TypeError: db.query() keyword argument: order_by is missing; it is db.query(str, *, max_rows: int = ..., order_by: str) -> list[dict[str, object]]"},
		{"chosen exception", "import db\ndb.fail('KeyError', 'k')", "KeyError: 'k'"},
		{"OSError", "import db\ndb.fail('OSError', 'gone')", "OSError: gone"},
		{"unknown exception", "import db\ndb.fail('db.Error', 'k')", "RuntimeError: db.Error: k"},
		{"a name that is no exception", "import db\ndb.fail('print', 'k')", "RuntimeError: print: k"},
		{"wrapped exception", "import db\ndb.wrapped()", "KeyError: 'k'"},
		{"any error", "import db\ndb.broken()", "RuntimeError: it broke"},
		{"no counterpart", "import db\ndb.odd()", "TypeError: db.odd() gave what cannot be passed: value has no counterpart in Python: chan int"},
		{"large enough", "import db\nprint(len(db.large(1000)))", "1000"},
		{"too large a reply", "import db\ndb.large(3000)", "ValueError: db.large() gave 3005 bytes: the program takes 2048"},
		{"too large a request", "echo('x' * 3000)", "ValueError: arguments of 3007 bytes: the host takes 2048"},
		{"callable", "echo(lambda: 1)", "TypeError: can't pass 'function' to the host"},
		{"iterator", "echo(iter([1]))", "TypeError: can't pass 'list_iterator' to the host"},
		{"generator", "echo([x for x in [1]], (x for x in [1]))", "TypeError: can't pass 'generator' to the host"},
		{"object", "class C: pass\necho({'a': C()})", "TypeError: can't pass 'C' to the host"},
		{"a function of ours", "echo(echo)", "TypeError: can't pass 'host_function' to the host"},
		{"itself", "l = []\nl.append(l)\necho(l)", "ValueError: value is nested too deep, or contains itself"},
		{"no other is made", "type(echo)()", "TypeError: cannot create 'host_function' instances"},
		{"none is derived", "class F(type(echo)): pass", "TypeError: type 'host_function' is not an acceptable base type"},
		{"none is changed", "echo.__name__ = 'add'", "AttributeError: 'host_function' object attribute '__name__' is read-only"},
		{"renamed", "add = 1\nprint(add)\ndel add\nprint(add(1, 2))", "1\n3"},
		{"in a repr that is the result", "class C:\n  def __repr__(self): return add('', 1)\nC()", "TypeError: add() argument 1: expected int, got str"},
		{"in a sort", "print(sorted([3, 1, 2], key=lambda x: add(x, -2 * x)))", "[3, 2, 1]"},
		{"unpacked", "print(join(*['-', 'a'], **{}), echo(*range(3), **{'a': 1}) == ([0, 1, 2], {'a': 1}))", "a True"},
		{"through a partial object", "f = add\nclass C: pass\nC.f = f\nprint(C.f(1, 2), C().f(3, 4))", "3 7"},
		{"of a module that is imported twice", "import db, sys\ndel sys.modules['db']\ntry:\n  import db as again\nexcept ImportError as e:\n  print(e, db.nothing())", "No module named 'db' None"},
		{"unknown", "nobody()", "NameError: name 'nobody' is not defined"},
	}
	e := engine(t, false)
	cfg := sandbox.SessionConfig{Functions: testFunctions(), RequestLimitBytes: 2048, ReplyLimitBytes: 2048}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := run(t, e, cfg, test.source)
			got := strings.TrimSpace(string(o.Stdout))
			if o.Error != nil {
				got += o.Error.Type + ": " + o.Error.Message
			}
			if got != test.want {
				t.Errorf("got %q, want %q (%s, %v)", got, test.want, o.Kind, o.Trap)
			}
		})
	}
}

func TestInputs(t *testing.T) {
	program := sandbox.Program{
		Source: []byte("(name, n + 1, rows[0][1], blob)"),
		Inputs: map[string]any{"name": "Ada", "n": new(big.Int).Lsh(big.NewInt(1), 80), "rows": []any{hostcall.Tuple{1, 2.5}}, "blob": []byte{0, 255}},
	}
	o, err := engine(t, false).Run(context.Background(), program, sandbox.SessionConfig{})
	want := "hostcall.Tuple{\"Ada\", 1208925819614629174706177, 2.5, []uint8{0x0, 0xff}}"
	if got := fmt.Sprintf("%#v", o.Value); err != nil || got != want {
		t.Errorf("got %s, %v (%+v), want %s", got, err, o.Error, want)
	}
}

func TestHostTimeDoesNotCount(t *testing.T) {
	e := engine(t, false)
	slow := hostcall.Func("slow", func(ctx context.Context) error {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(1100 * time.Millisecond):
			return nil
		}
	})
	cfg := sandbox.SessionConfig{Functions: []hostcall.Function{slow}, Timeout: time.Second}
	if o := run(t, e, cfg, "slow()\nslow()"); o.Kind != protocol.Completed {
		t.Errorf("got %s %s, want a run that completes: waiting does not count", o.Kind, o.Limit)
	}
	cfg.CountHostTime = true
	if o := run(t, e, cfg, "try:\n  slow()\nexcept RuntimeError:\n  pass"); o.Limit != protocol.DeadlineLimit {
		t.Errorf("got %s %s, want a run that its deadline ends", o.Kind, o.Limit)
	}
}

func TestTimeoutEndsARealSleep(t *testing.T) {
	cfg := sandbox.SessionConfig{Clock: sandbox.RealClock, Timeout: 50 * time.Millisecond}
	if o := run(t, engine(t, false), cfg, "import time\ntime.sleep(3600)"); o.Limit != protocol.DeadlineLimit {
		t.Errorf("got %s %s, want a run that its deadline ends", o.Kind, o.Limit)
	}
}

// newSession makes a session for a test.
func newSession(t *testing.T, e *sandbox.Engine, cfg sandbox.SessionConfig) *sandbox.Session {
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

func TestPanicInAHostFunction(t *testing.T) {
	boom := errors.New("boom")
	s := newSession(t, engine(t, false), sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("panics", func() { panic(boom) }),
	}})
	_, err := s.Run(context.Background(), sandbox.Program{Source: []byte("x = 1\ntry:\n  panics()\nexcept BaseException:\n  x = 2")})
	var panicked *hostcall.PanicError
	if !errors.As(err, &panicked) || panicked.Function != "panics" || !errors.Is(err, boom) || !strings.Contains(string(panicked.Stack), "TestPanicInAHostFunction") {
		t.Fatalf("got %v, want a PanicError with the function, the value and the stack", err)
	}
	if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("x")}); err != nil || o.Value != int64(1) {
		t.Errorf("afterwards x is %v, %v; want 1: no except clause ran", o.Value, err)
	}
}

func TestHostFunctionUsesSessions(t *testing.T) {
	e := engine(t, false)
	other := newSession(t, e, sandbox.SessionConfig{})
	var own *sandbox.Session
	evaluate := func(s **sandbox.Session) func(context.Context, string) (any, error) {
		return func(ctx context.Context, source string) (any, error) {
			o, err := (*s).Run(ctx, sandbox.Program{Source: []byte(source)})
			return o.Value, err
		}
	}
	own = newSession(t, e, sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("elsewhere", evaluate(&other)),
		hostcall.Func("here", evaluate(&own)),
		hostcall.Func("detached", func(source string) error {
			_, err := own.Run(context.Background(), sandbox.Program{Source: []byte(source)})
			return err
		}),
		hostcall.Func("close", func() error { return own.Close(context.Background()) }),
	}})
	for source, want := range map[string]string{
		"str(elsewhere('40 + 2'))":                                          "42",
		"try:\n  here('1')\nexcept RuntimeError as e:\n  r = str(e)\nr":     "running a program: " + sandbox.ErrSessionBusy.Error(),
		"try:\n  detached('1')\nexcept RuntimeError as e:\n  r = str(e)\nr": "running a program: " + sandbox.ErrSessionBusy.Error(),
	} {
		o, err := own.Run(context.Background(), sandbox.Program{Source: []byte(source)})
		if err != nil || o.Value != want {
			t.Errorf("%s: got %v, %v (%+v), want %s", source, o.Value, err, o.Error, want)
		}
	}
	o, err := own.Run(context.Background(), sandbox.Program{Source: []byte("close()\nprint('still here')")})
	if err != nil || o.Kind != protocol.Cancelled || len(o.Stdout) > 0 {
		t.Errorf("closing from within: got %s, %q, %v; want a run that is cancelled", o.Kind, o.Stdout, err)
	}
	if _, err := own.Run(context.Background(), sandbox.Program{}); !errors.Is(err, sandbox.ErrSessionOver) {
		t.Errorf("after that: got %v, want ErrSessionOver", err)
	}
}

func TestCancellingAHostFunction(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	s := newSession(t, engine(t, false), sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("wait", func(ctx context.Context) error {
			cancel()
			<-ctx.Done()
			return context.Cause(ctx)
		}),
	}})
	o, err := s.Run(ctx, sandbox.Program{Source: []byte("try:\n  wait()\nfinally:\n  print('no')")})
	if err != nil || o.Kind != protocol.Cancelled || len(o.Stdout) > 0 {
		t.Errorf("got %s, %q, %v; want a run that is cancelled", o.Kind, o.Stdout, err)
	}
}

// TestClosingARunningSession closes from another goroutine.
func TestClosingARunningSession(t *testing.T) {
	began := make(chan bool, 1)
	s := newSession(t, engine(t, false), sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("began", func() { began <- true }),
	}})
	go func() {
		<-began
		if _, err := s.MemorySHA256(); !errors.Is(err, sandbox.ErrSessionBusy) {
			t.Errorf("during the run: got %v, want ErrSessionBusy", err)
		}
		if err := s.Close(context.Background()); err != nil {
			t.Error(err)
		}
	}()
	o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("began()\nwhile True: pass")})
	if err != nil || o.Kind != protocol.Cancelled {
		t.Errorf("got %s, %v, want a run that is cancelled", o.Kind, err)
	}
}

func TestFunctionsAreChecked(t *testing.T) {
	e := engine(t, false)
	nothing := func() {}
	type hidden struct{ _ int }
	for want, functions := range map[string][]hostcall.Function{
		`"": the name "": expected letters`:                        {hostcall.Func("", nothing)},
		`"a.b.c": the name "b.c": expected letters`:                {hostcall.Func("a.b.c", nothing)},
		`"9a": the name "9a": expected letters`:                    {hostcall.Func("9a", nothing)},
		`"lambda": the name "lambda" is a keyword`:                 {hostcall.Func("lambda", nothing)},
		`"db.if": the name "if" is a keyword`:                      {hostcall.RawFunc("db.if", echo)},
		`"__main__.x": the module "__main__" is the program's own`: {hostcall.Func("__main__.x", nothing)},
		`1, "f": there are two of that name`:                       {hostcall.Func("f", nothing), hostcall.Func("f", nothing)},
		`"f": a module has the same name`:                          {hostcall.Func("f", nothing), hostcall.Func("f.g", nothing)},
		`it was not made by Func or RawFunc`:                       {{}},
		`"f": expected a function, got int`:                        {hostcall.Func("f", 1)},
		`"f": the function is nil`:                                 {hostcall.RawFunc("f", nil)},
		`"g": the function is nil`:                                 {hostcall.Func("g", (func())(nil))},
		`parameter 2: chan int has no counterpart`:                 {hostcall.Func("f", func(int, chan int) {})},
		`has no counterpart in Python: an interface must be any`:   {hostcall.Func("f", func(r interface{ Read([]byte) (int, error) }) {})},
		`the variadic parameter: func() has no counterpart`:        {hostcall.Func("f", func(...func()) {})},
		`keyword arguments: sandbox_test.hidden has no field`:      {hostcall.Func("f", func(hidden) {})},
		`the result: chan int has no counterpart`:                  {hostcall.Func("f", func() map[string]chan int { return nil })},
		`2 results: expected at most a value and an error`:         {hostcall.Func("f", func() (int, int) { return 0, 0 })},
		`the result: time.Time has no field that Python could see`: {hostcall.Func("f", func() time.Time { return time.Time{} })},
	} {
		_, err := e.NewSession(context.Background(), sandbox.SessionConfig{Functions: functions})
		if !errors.Is(err, sandbox.ErrInvalidConfig) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want ErrInvalidConfig that says %s", err, want)
		}
	}
}

func TestInputsAreChecked(t *testing.T) {
	s := newSession(t, engine(t, false), sandbox.SessionConfig{})
	for want, inputs := range map[string]map[string]any{
		`the name "a b": expected letters`:             {"a b": 1},
		`the name "def" is a keyword`:                  {"def": 1},
		`variable x: value has no counterpart`:         {"x": make(chan int)},
		`variable y: item 1: value has no counterpart`: {"y": []any{1, func() {}}},
	} {
		_, err := s.Run(context.Background(), sandbox.Program{Inputs: inputs})
		if !errors.Is(err, sandbox.ErrInvalidInput) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want ErrInvalidInput that says %s", err, want)
		}
	}
	o, err := s.Run(context.Background(), sandbox.Program{Inputs: map[string]any{"x": hostcall.Dict{{Key: []any{}, Value: 1}}}})
	if err != nil || o.Error == nil || o.Error.Type != "TypeError" {
		t.Errorf("a key that cannot be hashed: got %s %+v, %v; want a TypeError", o.Kind, o.Error, err)
	}
	o, err = s.Run(context.Background(), sandbox.Program{Inputs: map[string]any{"x": make([]byte, 20<<20)}})
	if err != nil || o.Error == nil || o.Error.Type != "MemoryError" {
		t.Errorf("more than the heap: got %s %+v, %v; want a MemoryError", o.Kind, o.Error, err)
	}
}

// TestHostCallsInDepth calls a function with deep values from ever deeper C frames: recursion ends in an exception, at the
// same depth on both engines.
func TestHostCallsInDepth(t *testing.T) {
	source := `
deep = 1
for i in range(62): deep = [deep]
depth = 0
def f(x):
    global depth
    echo(deep)
    depth += 1
    return sorted([0, 0], key=f)
try:
    f(0)
except RuntimeError as e:
    r = str(e)
(depth > 10, depth, r)
`
	cfg := sandbox.SessionConfig{Functions: []hostcall.Function{hostcall.RawFunc("echo", echo)}}
	compiler, interpreter := run(t, engine(t, false), cfg, source), run(t, engine(t, true), cfg, source)
	got, ok := compiler.Value.(hostcall.Tuple)
	if !ok || got[0] != true || got[2] != "maximum recursion depth exceeded" {
		t.Fatalf("got %s %v (%+v, %v), want a RuntimeError that is caught", compiler.Kind, compiler.Value, compiler.Error, compiler.Trap)
	}
	if fmt.Sprint(interpreter.Value) != fmt.Sprint(compiler.Value) || interpreter.Used.Fuel != compiler.Used.Fuel {
		t.Errorf("the interpreter gave %v after %d units, the compiler %v after %d", interpreter.Value, interpreter.Used.Fuel, compiler.Value, compiler.Used.Fuel)
	}
	t.Logf("%v calls deep, %d units", got[1], compiler.Used.Fuel)
}

// TestHostCallLimits ends runs that ask too often or too much, which cannot be caught, and counts what others use.
func TestHostCallLimits(t *testing.T) {
	called := 0
	cfg := sandbox.SessionConfig{HostCallLimit: 3, HostBytesLimit: 1000, Functions: []hostcall.Function{
		hostcall.Func("echo", func(x any) any { called++; return x }),
	}}
	s := newSession(t, engine(t, false), cfg)
	for _, test := range []struct {
		program string
		want    string
		calls   int
	}{
		{"[echo(i) for i in range(3)]", "completed", 3},
		{"try:\n  for i in range(9): echo(i)\nexcept BaseException: pass", "limited host calls", 3},
		{"echo('x' * 600)", "limited host bytes", 1},  // the reply is too much
		{"echo('x' * 2000)", "limited host bytes", 0}, // the request
		{"1", "completed", 0},
	} {
		called = 0
		o, err := program(s, test.program)()
		if err != nil || ending(o) != test.want || called != test.calls {
			t.Errorf("%s: %v, %s after %d calls, want %s after %d", test.program, err, ending(o), called, test.want, test.calls)
		}
		if o.Kind == protocol.Completed && (int(o.Used.HostCalls) != test.calls || (o.Used.HostBytes > 0) != (test.calls > 0)) {
			t.Errorf("%s: used %+v", test.program, o.Used)
		}
	}
}
