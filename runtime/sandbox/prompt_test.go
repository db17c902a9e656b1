package sandbox_test

import (
	"context"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

func TestContinues(t *testing.T) {
	s, err := engine(t, false).NewSession(context.Background(), sandbox.SessionConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(context.Background())
	for text, want := range map[string]bool{
		"":                           false,
		"1 + 1":                      false,
		"f(":                         true,
		"f(1,\n2)":                   false,
		"x = '''a":                   true,
		"if x:":                      true,
		"if x:\n  1":                 true,
		"if x:\n  1\n":               false,
		"@d":                         true,
		"x = 1 + \\":                 true,
		"def f():\n  return [1, 2\n": true,
		"(\x00":                      true,
	} {
		if got, err := s.Continues(context.Background(), text); got != want || err != nil {
			t.Errorf("%q: got %t, %v; want %t", text, got, err, want)
		}
	}
}

func TestPromptPrintsValues(t *testing.T) {
	s, err := engine(t, false).NewSession(context.Background(), sandbox.SessionConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(context.Background())
	for _, c := range []struct{ source, want string }{
		{"'a\\n'", "'a\\n'\n"},
		{"None", ""},
		{"x = 1", ""},
		{"x; [x, 2**70]", "[1, 1180591620717411303424]\n"},
		{"_[0]", "1\n"},
		{"class C:\n  def __repr__(self): return 'a C'\nC()", "a C\n"},
	} {
		o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(c.source), Prompt: true})
		if err != nil || string(o.Stdout) != c.want || o.Value != nil {
			t.Errorf("%s: printed %q, value %v, error %v (%+v); want %q", c.source, o.Stdout, o.Value, err, o.Error, c.want)
		}
	}
}

// After an exception at a prompt, sys.last_exc is it, and its frames have their variables; another run changes nothing of that, and a program that is
// no prompt's keeps none.
func TestPromptKeepsTheLastException(t *testing.T) {
	s, err := engine(t, false).NewSession(context.Background(), sandbox.SessionConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(context.Background())
	run := func(source string, prompt bool) sandbox.Outcome {
		t.Helper()
		o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(source), Prompt: prompt})
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	const define = "def f(a, *rest):\n  b = a + 1\n  def g(c):\n    return c / (b - 4)\n  try:\n    raise KeyError(a)\n  except KeyError:\n    pass\n  return g(5)\n"
	const look = "import sys\ntb = sys.last_exc.__traceback__\nfound = []\nwhile tb:\n  f = tb.tb_frame\n  found.append((f.f_code.co_name, sorted(f.f_locals.items(), key=lambda i: i[0]) if f.f_code.co_name != '<module>' else f.f_locals is globals()))\n  tb = tb.tb_next\nprint(repr(sys.last_exc), [(n, [i for i in v if i[0] != 'g'] if n != '<module>' else v) for n, v in found])"
	const want = "ZeroDivisionError('division by zero') [('<module>', True), ('f', [('a', 3), ('b', 4), ('rest', (7,))]), ('g', [('b', 4), ('c', 5)])]\n"
	run(define, true)
	if o := run("f(3, 7)", true); o.Error == nil || o.Error.Type != "ZeroDivisionError" {
		t.Fatalf("%+v", o)
	}
	for range 2 {
		if o := run(look, false); string(o.Stdout) != want {
			t.Errorf("printed %q %+v, want %q", o.Stdout, o.Error, want)
		}
	}
	if o := run("sys.last_exc.__traceback__.tb_next.tb_frame.f_locals['b']", true); string(o.Stdout) != "4\n" {
		t.Errorf("at the prompt: printed %q %+v", o.Stdout, o.Error)
	}
	run("import sys\ndel sys.last_exc", false)
	run("f(3)", false)
	if o := run("hasattr(sys, 'last_exc')", false); o.Value != false {
		t.Errorf("a program left sys.last_exc: %v", o.Value)
	}
	// A recursion without an end keeps the innermost frames.
	run("def r(n):\n  return r(n + 1)\nr(0)", true)
	if o := run("tb = sys.last_exc.__traceback__\nkept = 0\nwhile tb:\n  kept += hasattr(tb.tb_frame, 'f_locals')\n  tb = tb.tb_next\nkept", false); o.Value != int64(33) {
		t.Errorf("%v frames have variables, want 32 and the module's", o.Value)
	}
}
