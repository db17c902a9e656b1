package conformance

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Lines that were put in do not make all that follow differ, and a missing line end is seen.
func TestBesideEachOther(t *testing.T) {
	lines := func(from, to int) string {
		var b strings.Builder
		for i := from; i < to; i++ {
			fmt.Fprintln(&b, i)
		}
		return b.String()
	}
	for _, test := range []struct{ name, left, right, want string }{
		{"put in", "a\nb\nc\n", "a\nx\nb\nc\n", "  a|a\n!  |x\n  b|b\n  c|c\n"},
		{"changed", "a\nb\n", "a\nB\n", "  a|a\n! b|B\n"},
		{"values", "23232", "23233", "! 23232|23233\n"},
		{"no line end", "a\n", "a", "! a|a (no line end)\n"},
		{"nothing", "", "a\n", "!  |a\n"},
		{"not for a page", "\x1b", "\xff", `! \x1b|\xff` + "\n"},
		{"far apart", "x\n" + lines(0, 9) + "y\n", "X\n" + lines(0, 9) + "Y\n", "! x|X\n  0|0\n  1|1\n  2|2\n  ⋮|⋮\n  6|6\n  7|7\n  8|8\n! y|Y\n"},
	} {
		var got strings.Builder
		for _, line := range besideEachOther([]byte(test.left), []byte(test.right)) {
			mark := ' '
			if line.Differs {
				mark = '!'
			}
			fmt.Fprintf(&got, "%c %s|%s\n", mark, line.Left, line.Right)
		}
		// An empty side has nothing before its bar.
		if want := strings.ReplaceAll(test.want, "!  |", "! |"); got.String() != want {
			t.Errorf("%s: got\n%swant\n%s", test.name, &got, want)
		}
	}
}

// A cell of the table names each difference that no list explains, and leads to the first.
func TestCellOfSeveralDifferences(t *testing.T) {
	of := func(field Field, reason string) Difference {
		return Difference{Reference: "wazero", Target: "node", Reason: reason, FieldDifference: FieldDifference{Field: field, Want: protocol.Text("a"), Got: protocol.Text("b")}}
	}
	cell := htmlCell{Class: "passed", Text: "passed"}
	for i, step := range []struct {
		difference Difference
		want       string
	}{
		{of(FieldMemory, "a reason"), "known-failure differs, as listed d0"},
		{of(FieldStdout, ""), "bad differs: stdout d1"},
		{of(FieldFuel, ""), "bad differs: stdout, fuel d1"},
		{of(FieldValue, "a reason"), "bad differs: stdout, fuel d1"},
	} {
		cell.add(step.difference, fmt.Sprintf("d%d", i))
		if got := strings.Join([]string{cell.Class, cell.Text, cell.Link}, " "); got != step.want {
			t.Errorf("after %s: got %q, want %q", step.difference, got, step.want)
		}
	}
}
