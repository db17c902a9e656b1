package conformance

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// anyLines is the line of an expectation with patterns that stands for any number of whole lines.
const anyLines = "########\n"

// canonical puts line ends into the form in which outputs are compared.
func canonical(output []byte) []byte {
	return bytes.ReplaceAll(output, []byte("\r\n"), []byte("\n"))
}

// applyPatterns replaces those parts of an output that an expectation with patterns allows to vary by the
// expectation's own text, so that the result equals the expectation exactly when the output fits it, and differs in
// the lines that do not fit otherwise.
//
// The format is upstream's, used for the tests of its command line and a few others: each line of the expectation is
// a regular expression for one line, in which the characters ()[]{}.*+^$ stand for themselves unless a backslash
// precedes them; a line of eight # stands for any number of lines, up to the first that fits the next line.
func applyPatterns(expectation, output []byte) ([]byte, error) {
	want := splitLines(expectation)
	got := splitLines(output)
	var out []string
	for i, pattern := range want {
		if pattern == anyLines {
			skip, err := linesUntil(want[i+1:], got)
			if err != nil {
				return nil, err
			}
			if skip < 0 {
				break // nothing fits what follows: leave the rest to show up as a difference
			}
			out = append(out, anyLines)
			got = got[skip:]
			continue
		}
		if len(got) == 0 {
			break
		}
		fits, err := lineFits(pattern, got[0])
		if err != nil {
			return nil, err
		}
		if fits {
			out = append(out, pattern)
		} else {
			out = append(out, got[0])
		}
		got = got[1:]
	}
	return []byte(strings.Join(append(out, got...), "")), nil
}

// linesUntil returns how many lines of got come before the first that fits the head of want: all of them when want is
// empty, and -1 when none fits.
func linesUntil(want, got []string) (int, error) {
	if len(want) == 0 {
		return len(got), nil
	}
	for n, line := range got {
		fits, err := lineFits(want[0], line)
		if err != nil {
			return 0, err
		}
		if fits {
			return n, nil
		}
	}
	return -1, nil
}

// lineFits reports whether a line of an output fits a line of an expectation.
func lineFits(pattern, line string) (bool, error) {
	re, err := regexp.Compile("^(?:" + unescapePattern(pattern) + ")")
	if err != nil {
		return false, fmt.Errorf("compiling expected line %q: %w", pattern, err)
	}
	return re.MatchString(line), nil
}

// unescapePattern turns a line of an expectation into a regular expression: what was escaped becomes an operator,
// what was not stands for itself.
func unescapePattern(line string) string {
	var b strings.Builder
	escaped := false
	for _, r := range line {
		switch {
		case escaped:
			escaped = false
			b.WriteRune(r)
		case r == '\\':
			escaped = true
		case strings.ContainsRune("()[]{}.*+^$", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// splitLines splits text behind each line end. Only the last line may lack one.
func splitLines(text []byte) []string {
	lines := strings.SplitAfter(string(text), "\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	}
	return lines
}
