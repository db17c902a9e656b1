package conformance

import (
	"strings"
	"testing"
)

func TestApplyPatterns(t *testing.T) {
	for _, test := range []struct {
		name, pattern, output string
		fits                  bool
	}{
		{"plain", "a\nb\n", "a\nb\n", true},
		{"plain, other line", "a\nb\n", "a\nc\n", false},
		{"line too many", "a\n", "a\nb\n", false},
		{"line missing", "a\nb\n", "a\n", false},
		{"empty and empty", "", "", true},
		{"empty expectation", "", "a\n", false},
		{"empty output", "a\n", "", false},
		{"unescaped operators are text", "(a+b)*[c].{d}^$\n", "(a+b)*[c].{d}^$\n", true},
		{"unescaped dot is no wildcard", "a.c\n", "abc\n", false},
		{"escaped operators", "mem: total=\\\\d\\+, at \\[0-9a-f\\]\\+\n", "mem: total=123, at 7f3a\n", true},
		{"escaped operators, no fit", "mem: total=\\\\d\\+\n", "mem: total=x\n", false},
		{"a line must fit to its end", "a\\.\n", "abc\n", false},
		{"last line without line end", "a\n>>> ", "a\n>>> ", true},
		{"any lines: none", "a\n########\nb\n", "a\nb\n", true},
		{"any lines: two", "a\n########\nb\n", "a\nx\ny\nb\n", true},
		{"any lines first", "########\nFalse\n", "Warning: compare\nFalse\n", true},
		{"any lines last", "a\n########\n", "a\nx\ny\n", true},
		{"any lines last, none", "a\n########\n", "a\n", true},
		{"any lines twice", "########\nb\n########\nd\n", "a\nb\nc\nd\n", true},
		{"any lines, then nothing fits", "a\n########\nb\n", "a\nx\ny\n", false},
		{"any lines, output over", "a\n########\nb\n", "a\n", false},
		{"any lines, more after", "a\n########\nb\n", "a\nx\nb\nc\n", false},
		{"bytes that are not UTF-8", "a\\.b\n", "a\xffb\n", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := applyPatterns([]byte(test.pattern), []byte(test.output))
			if err != nil {
				t.Fatal(err)
			}
			if fits := string(got) == test.pattern; fits != test.fits {
				t.Errorf("got %q for pattern %q, fits is %t, want %t", got, test.pattern, fits, test.fits)
			}
		})
	}
}

func TestApplyPatternsShowsWhatDiffers(t *testing.T) {
	got, err := applyPatterns([]byte("n=\\\\d\\+\nsame\nn=\\\\d\\+\n"), []byte("n=1\nother\nn=2\n"))
	if want := "n=\\\\d\\+\nother\nn=\\\\d\\+\n"; err != nil || string(got) != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

func TestApplyPatternsBadExpression(t *testing.T) {
	for _, pattern := range []string{"\\(\n", "########\n\\(\n"} {
		_, err := applyPatterns([]byte(pattern), []byte("a\n"))
		if err == nil || !strings.Contains(err.Error(), "compiling expected line") {
			t.Errorf("pattern %q: got error %v", pattern, err)
		}
	}
}
