package pymutate

import (
	"strings"
	"testing"
)

// TestProgramsFollowFromTheSeed makes each program twice.
func TestProgramsFollowFromTheSeed(t *testing.T) {
	programs := []string{"x = [1, 2]\nfor i in x:\n    print(i)\n", "def f(a):\n    return a + 'b'\nprint(f('c'))\n"}
	different := map[string]bool{}
	for seed := range uint64(200) {
		first, second := New(seed, programs).Program(), New(seed, programs).Program()
		if first != second {
			t.Fatalf("seed %d gave two programs:\n%s\n%s", seed, first, second)
		}
		different[first] = true
	}
	if len(different) < 150 {
		t.Errorf("200 seeds gave %d programs", len(different))
	}
}

// TestMeddleReachesEverything looks for each change and each use of each container among many programs.
func TestMeddleReachesEverything(t *testing.T) {
	var all strings.Builder
	for seed := range uint64(4000) {
		all.WriteString(New(seed, []string{"pass"}).Meddle())
	}
	text := all.String()
	for _, c := range containers {
		for _, part := range append(append([]string{c.make}, c.changes...), c.usage...) {
			if !strings.Contains(text, part+"\n") {
				t.Errorf("no program has %q", part)
			}
		}
	}
	for method := range methods {
		if !strings.Contains(text, "def "+method) {
			t.Errorf("no program has %q", method)
		}
	}
}

// TestNest nests as deep as asked for.
func TestNest(t *testing.T) {
	deepest := 0
	for seed := range uint64(300) {
		line := New(seed, []string{"pass"}).nest([]string{"x = 5"})[0]
		if !strings.HasPrefix(line, "x = ") {
			t.Fatalf("seed %d: %q", seed, line)
		}
		deepest = max(deepest, strings.Count(line, "("))
	}
	if deepest < 1024 {
		t.Errorf("the deepest nesting is %d", deepest)
	}
}
