package sandbox_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// each returns a source with a text for each number.
func each(before, format, after string) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		b.WriteString(before)
		for i := range n {
			b.WriteString(strings.ReplaceAll(format, "%d", fmt.Sprint(i)))
		}
		b.WriteString(after)
		return b.String()
	}
}

// growing are sources whose compilation may take no longer than they grow.
var growing = map[string]func(n int) string{
	"names of a module":      each("", "v%d = %d\n", ""),
	"names of a function":    each("def f():\n", "    v%d = %d\n", "f()\n"),
	"names of a class":       each("class A:\n", "    v%d = %d\n", ""),
	"global":                 each("def f():\n", "    global v%d\n    v%d = 1\n", "f()\n"),
	"functions":              each("", "def f%d(a: int, b=1) -> str: return a + b\n", ""),
	"lambdas":                each("x = [", "lambda: %d,", "]\n"),
	"imports":                each("", "import math as m%d\n", ""),
	"texts":                  each("x = [", "'text number %d',", "]\n"),
	"bytes":                  each("x = [", "b'text number %d',", "]\n"),
	"floats":                 each("x = [", "%d.25,", "]\n"),
	"complex numbers":        each("x = [", "%d.5j,", "]\n"),
	"large integers":         each("x = [", "123456789012345%d,", "]\n"),
	"tuples":                 each("x = [", "(%d, 'text', %d.5),", "]\n"),
	"tuples of bools":        bools,
	"keys":                   each("x = {", "'key number %d': %d,", "}\n"),
	"f-strings":              each("", "x = f'value %d {%d:>5}'\n", ""),
	"operators":              each("x = 1", " + %d", "\n"),
	"while":                  each("", "while True:\n    break\n", ""),
	"for":                    each("", "for q in (1,): pass\n", ""),
	"try":                    each("", "try:\n    x = %d\nexcept ValueError:\n    pass\n", ""),
	"with":                   each("class A:\n    def __enter__(self): pass\n    def __exit__(self, *a): pass\nA = A()\n", "with A as x: pass\n", ""),
	"comprehensions":         each("", "x = [q for q in (1, 2)]\n", ""),
	"a hexadecimal number":   each("x = 0x", "7777", "\n"),
	"lines in front":         each("", "# comment\n", "1\n"),
	"a text of several":      each("x = (", "'part %d'\n", ")\n"),
	"an error behind others": each("", "x = 1\n", "x = = 1\n"),
}

// bools is a source with the numbers as tuples of bools.
func bools(n int) string {
	var b strings.Builder
	b.WriteString("x = [")
	for i := range n {
		b.WriteString("(")
		for bit := range 14 {
			b.WriteString(map[bool]string{true: "True, ", false: "False, "}[i>>bit&1 == 1])
		}
		b.WriteString("), ")
	}
	return b.String() + "]\n"
}

// TestGrowth compiles sources of three sizes, each four times the one before, and compares what they take more: four times as much, and
// not the square.
func TestGrowth(t *testing.T) {
	e := engine(t, false)
	for name, source := range growing {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var used []float64
			for _, n := range []int{400, 1600, 6400} {
				s, err := e.NewSession(context.Background(), sandbox.SessionConfig{MemoryLimitBytes: 64 << 20})
				if err != nil {
					t.Fatal(err)
				}
				o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(source(n))})
				if err != nil || o.Kind != protocol.Completed && o.Error.Type != "SyntaxError" {
					t.Fatalf("%d: got %s, %v (%+v)", n, o.Kind, err, o.Error)
				}
				used = append(used, float64(o.Used.Fuel))
				s.Close(context.Background())
			}
			if more := (used[2] - used[1]) / (used[1] - used[0]); more > 7 {
				t.Errorf("fuel for 400, 1,600 and 6,400: %.0f; what is more is %.1f times as much, want about 4 (the square would be 16)", used, more)
			}
		})
	}
}
