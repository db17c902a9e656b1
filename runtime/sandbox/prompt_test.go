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
