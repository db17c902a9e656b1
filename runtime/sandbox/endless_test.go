package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// endless are programs that do not end by themselves, or not soon.
var endless = map[string]string{
	"loop":                   "while True: pass",
	"loop in try":            "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
	"loop in finally":        "try:\n  1/0\nfinally:\n  while True: pass",
	"loop in with":           "class C:\n  def __enter__(self): pass\n  def __exit__(self, *a):\n    while True: pass\nwith C(): pass",
	"generator":              "def g():\n  while True: yield\nfor _ in g(): pass",
	"generator that resists": "def g():\n  while True:\n    try: yield\n    except BaseException: pass\nfor _ in g(): pass",
	"sum of a range":         "sum(range(2**30 - 1))",
	"sum":                    "def g():\n  while True: yield 1\nsum(g())",
	"max":                    "max(forever(1))",
	"any":                    "any(map(lambda x: False, range(2**30 - 1)))",
	"all of a range":         "all(range(1, 2**30 - 1))",
	"in a range":             "-1.5 in iter(range(2**30 - 1))",
	"in a generator":         "1 in (0 for _ in forever(1))",
	"zip":                    "for _ in zip(forever(1), forever(1)): pass",
	"filter":                 "next(filter(None, forever(0)))",
	"tuple of a generator":   "tuple(x for x in forever(1) if x)",
	"set of the same":        "set(forever(1))",
	"dict of the same":       "dict((0, x) for x in forever(1))",
	"join of nothing":        "''.join(forever(''))",
	"power":                  "n = 3\nn**(10**7)",
	"power with modulus":     "n = 10\npow(3, n**4000, 7**4000)",
	"digits of a power":      "import sys\nsys.set_int_max_str_digits(0)\nn = 7\nstr(n**200000)",
	"reading many digits":    "import sys\nsys.set_int_max_str_digits(0)\nint('9'*200000)",
	"digits":                 "import sys\nsys.set_int_max_str_digits(0)\nn = 7\nwhile True: str(n**20000)",
	"reading digits":         "import sys\nsys.set_int_max_str_digits(0)\ns = '9'*20000\nwhile True: int(s)",
	"product":                "n = 7; x = n**30000\nwhile True: x * x",
	"quotient":               "n = 7; x = n**60000; y = n**30000\nwhile True: x // y",
	"regular expression":     "import re\nre.match('(a+)+b', 'a'*60)",
	"nested expression":      "import re\nre.match('(a?)' * 30 + 'b', 'a'*30)",
	"substitution":           "import re\nwhile True: re.sub('a*', 'b', 'a'*1000)",
	"text searched":          "s = 'a'*10**6\nwhile True: s.find('a'*1000 + 'b')",
	"text counted":           "s = 'a'*10**6\nwhile True: s.count('ab')",
	"text split":             "s = 'a '*10**4\nwhile True: s.split()",
	"text replaced":          "s = 'a'*10**5\nwhile True: s.replace('a', 'b')",
	"text joined":            "s = ['a']*10**5\nwhile True: ','.join(s)",
	"text copied":            "s = b'a'*10**5\nwhile True: s + s",
	"text compared":          "s = b'a'*3*10**6; t = b'a'*3*10**6\nwhile True: s == t",
	"sort with a key":        "sorted(range(10**6), key=lambda x: -x)",
	"sort that compares":     "class C:\n  def __lt__(self, other):\n    while True: pass\nsorted([C(), C()])",
	"list reversed":          "l = [0]*10**6\nwhile True: l.reverse()",
	"insertions":             "l = []\nwhile True:\n  l.insert(0, None)\n  if len(l) > 10**5: l.clear()",
	"shared lists":           "a = []\nfor _ in range(60): a = [a, a]\nrepr(a)",
	"shared lists compared":  "a = []; b = []\nfor _ in range(60): a, b = [a, a], [b, b]\na == b",
	"shared tuples hashed":   "a = ()\nfor _ in range(60): a = (a, a)\nhash(a)",
	"json of shared lists":   "import json\na = []\nfor _ in range(60): a = [a, a]\njson.dumps(a)",
	"calls without a return": "def f(n):\n  if not n: raise ValueError\n  try: f(n - 1)\n  except ValueError: f(n - 1)\nf(60)",
	"print":                  "while True: print('x' * 100)",
	"print of nothing":       "while True: print(end='')",
	"sleep":                  "import time\nwhile True: time.sleep(10**9)",
	"asyncio":                "import asyncio\nasync def f():\n  while True: await asyncio.sleep(0)\nasyncio.run(f())",
	"asyncio asleep":         "import asyncio\nasync def f():\n  while True: await asyncio.sleep(1000)\nasyncio.run(f())",
	"finaliser":              "import gc\nclass C:\n  def __del__(self):\n    while True: pass\nwhile True:\n  C()\n  gc.collect()",
	"comparison":             "class C:\n  def __eq__(self, other):\n    while True: pass\nC() == C()",
	"key":                    "class C:\n  def __hash__(self):\n    while True: pass\n{C(): 1}",
	"attribute":              "class C:\n  def __getattr__(self, name):\n    while True: pass\nC().x",
	"collections":            "import gc\nl = [[i] for i in range(10**4)]\nwhile True: gc.collect()",
	"compiling":              "while True: compile('x = 1\\n' * 1000, '', 'exec')",
	"digest":                 "import hashlib\nd = b'a'*10**6\nwhile True: hashlib.sha256(d)",
	"formatting":             "while True: '%1000d' % 1",
	"struct":                 "import struct\nwhile True: struct.pack('1000b', *([1]*1000))",
	"exceptions":             "while True:\n  try: raise ValueError\n  except ValueError: pass",
}

// TestEndlessProgramsEnd ends each program by its deadline, by cancelling and by fuel, and uses the session again.
func TestEndlessProgramsEnd(t *testing.T) {
	e := engine(t, false)
	for name, source := range endless {
		t.Run(name, func(t *testing.T) {
			source = "print('begun')\nstate = 'of the run'\ndef forever(x):\n  while True: yield x\n" + source
			t.Run("deadline", func(t *testing.T) {
				o := endAndGoOn(t, e, context.Background(), sandbox.SessionConfig{Timeout: 50 * time.Millisecond, OutputLimitBytes: 1 << 30}, source)
				if o.Kind != protocol.Limited || o.Limit != protocol.DeadlineLimit {
					t.Errorf("got %s %s, want the deadline (%+v)", o.Kind, o.Limit, o.Error)
				}
				if late := time.Duration(o.Used.WallNS) - 50*time.Millisecond; late > 100*time.Millisecond {
					t.Logf("%v late", late) // not an error: the machine may be busy
				}
			})
			t.Run("cancel", func(t *testing.T) {
				ctx, cancel := context.WithCancel(context.Background())
				defer cancel()
				begun := hostcall.Func("begun", func() { time.AfterFunc(10*time.Millisecond, cancel) })
				cfg := sandbox.SessionConfig{Functions: []hostcall.Function{begun}, OutputLimitBytes: 1 << 30}
				o := endAndGoOn(t, e, ctx, cfg, "print('begun')\nstate = 'of the run'\nbegun()\n"+source)
				if o.Kind != protocol.Cancelled {
					t.Errorf("got %s %s, want cancelled (%+v)", o.Kind, o.Limit, o.Error)
				}
			})
			t.Run("fuel", func(t *testing.T) {
				cfg := sandbox.SessionConfig{FuelLimit: 300_000, OutputLimitBytes: 1 << 30}
				first := endAndGoOn(t, e, context.Background(), cfg, source)
				if first.Kind != protocol.Limited || first.Limit != protocol.FuelLimit || first.Used.Fuel != cfg.FuelLimit {
					t.Errorf("got %s %s after %d units, want the fuel limit of %d (%+v)", first.Kind, first.Limit, first.Used.Fuel, cfg.FuelLimit, first.Error)
				}
				again := endAndGoOn(t, e, context.Background(), cfg, source)
				if again.Used.Fuel != first.Used.Fuel || string(again.Stdout) != string(first.Stdout) || again.RolledBack != first.RolledBack {
					t.Errorf("the same run again ended otherwise: %+v, then %+v", first, again)
				}
			})
		})
	}
}

// endAndGoOn runs a program in a session that has run before, and checks that the session can be used afterwards.
func endAndGoOn(t *testing.T, e *sandbox.Engine, ctx context.Context, cfg sandbox.SessionConfig, source string) sandbox.Outcome {
	t.Helper()
	s, err := e.NewSession(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(context.Background())
	if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("state = 'from before'")}); err != nil || o.Kind != protocol.Completed {
		t.Fatalf("preparing: %s, %v", o.Kind, err)
	}
	ended, err := s.Run(ctx, sandbox.Program{Source: []byte(source)})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(ended.Stdout), "begun\n") {
		t.Errorf("the output began with %.20q, want \"begun\\n\"", ended.Stdout)
	}
	want := "of the run"
	if ended.RolledBack {
		want = "from before"
	}
	o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("import gc\ngc.collect()\nstate")})
	if err != nil || o.Kind != protocol.Completed || o.Value != want {
		t.Errorf("afterwards (rolled back: %v) got %s, %v (%+v), %v; want %q", ended.RolledBack, o.Kind, o.Value, o.Error, err, want)
	}
	return ended
}

// deep reads programs that recurse until something gives way, by name.
func deep(t *testing.T) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "testdata", "recursion.txtar"))
	if err != nil || len(archive.Files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	programs := map[string]string{}
	for _, file := range archive.Files {
		programs[strings.TrimSuffix(file.Name, ".py")] = strings.TrimSpace(string(file.Data))
	}
	return programs
}

// TestDeepRecursion checks that recursion ends in an exception, at the same depth on both engines.
func TestDeepRecursion(t *testing.T) {
	compiler, interpreter := engine(t, false), engine(t, true)
	cfg := sandbox.SessionConfig{MemoryLimitBytes: 64 << 20, Timeout: 10 * time.Minute}
	for name, source := range deep(t) {
		t.Run(name, func(t *testing.T) {
			source := "try:\n  " + strings.ReplaceAll(source, "\n", "\n  ") + "\nexcept (RuntimeError, MemoryError, SyntaxError, ValueError) as e: print(type(e).__name__, e)"
			got, err := compiler.Run(context.Background(), sandbox.Program{Source: []byte(source)}, cfg)
			if err != nil || got.Kind != protocol.Completed {
				t.Fatalf("got %s %s, %v (%+v, %v), want a program that catches an exception", got.Kind, got.Limit, err, got.Error, got.Trap)
			}
			t.Logf("%s, %d units", strings.TrimSpace(string(got.Stdout)), got.Used.Fuel)
			other, err := interpreter.Run(context.Background(), sandbox.Program{Source: []byte(source)}, cfg)
			if err != nil || string(other.Stdout) != string(got.Stdout) || other.Used.Fuel != got.Used.Fuel {
				t.Errorf("the interpreter gave %q after %d units (%v), the compiler %q after %d", other.Stdout, other.Used.Fuel, err, got.Stdout, got.Used.Fuel)
			}
		})
	}
}

// TestFuelEndsAnywhere has fuel end at each unit of a loop, of which one is where garbage waits for the hook that asks for more.
func TestFuelEndsAnywhere(t *testing.T) {
	for limit := uint64(100_000); limit < 100_150; limit++ {
		o, err := runOnce(engine(t, false), sandbox.SessionConfig{FuelLimit: limit, MemoryLimitBytes: 16 << 20}, "while True: bytes(100)")
		if err != nil || o.Kind != protocol.Limited || o.Limit != protocol.FuelLimit || o.Used.Fuel != limit {
			t.Errorf("%d units: %v, %s %s after %d", limit, err, o.Kind, o.Limit, o.Used.Fuel)
		}
	}
}

// TestHugeSources compiles texts that are large in one way or another, in time or not at all.
func TestHugeSources(t *testing.T) {
	var names strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&names, "name%d = %d\n", i, i)
	}
	tests := map[string]string{
		"comment":     "#" + strings.Repeat("x", 10<<20),
		"statements":  strings.Repeat("x = 1\n", 10<<20/6),
		"string":      "x = '" + strings.Repeat("x", 10<<20) + "'",
		"names":       names.String(),
		"parentheses": strings.Repeat("(", 100_000) + strings.Repeat(")", 100_000),
		"list":        "[" + strings.Repeat("1,", 500_000) + "]",
		"not text":    strings.Repeat("\x00\xff", 1<<20),
	}
	e := engine(t, false)
	for name, source := range tests {
		t.Run(name, func(t *testing.T) {
			s, err := e.NewSession(context.Background(), sandbox.SessionConfig{Timeout: 100 * time.Millisecond})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close(context.Background())
			o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(source), NoValue: true})
			if err != nil || o.Kind == protocol.Trapped {
				t.Fatalf("got %s, %v (%v)", o.Kind, err, o.Trap)
			}
			t.Logf("%s %s after %v", o.Kind, o.Limit, time.Duration(o.Used.WallNS))
			if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("1 + 1")}); err != nil || o.Value != int64(2) {
				t.Errorf("afterwards got %s, %v (%+v), %v", o.Kind, o.Value, o.Error, err)
			}
		})
	}
}

// TestRollBackNeedsNoContext goes on with a session whose last run was ended by its context.
func TestRollBackNeedsNoContext(t *testing.T) {
	s, err := engine(t, false).NewSession(context.Background(), sandbox.SessionConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(context.Background())
	ctx, cancel := context.WithCancelCause(context.Background())
	time.AfterFunc(20*time.Millisecond, func() { cancel(errors.New("the user left")) })
	o, err := s.Run(ctx, sandbox.Program{Source: []byte("l = [0] * 10**6\n3 ** 10**7")})
	if err != nil || o.Kind != protocol.Cancelled || !o.RolledBack {
		t.Fatalf("got %s (rolled back: %v), %v; want a run cancelled in the midst of C code", o.Kind, o.RolledBack, err)
	}
	if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("1 + 1")}); err != nil || o.Value != int64(2) {
		t.Errorf("afterwards got %v, %v", o.Value, err)
	}
}
