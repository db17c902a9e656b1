package conformance

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/diff"
)

// Bounds of what a report shows of one test on a terminal.
const (
	maxShownLines     = 40
	maxShownLineRunes = 200
)

// text writes an unexpected result: what happened, and how the output differs.
func (c *CaseReport) text(target string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s/%s: %s\n", c.Verdict, c.Suite, c.Name, printable(c.Reason))
	switch {
	case c.WantFrom != "":
		b.WriteString(shown(difference(c.WantFrom, c.Want, target, c.Got)))
	case len(c.Got) > 0:
		b.WriteString(shown("it printed:\n" + string(c.Got)))
	}
	return b.String()
}

// difference is a unified diff of two outputs.
func difference(wantName string, want []byte, gotName string, got []byte) string {
	text := diff.Diff(wantName, want, gotName, got)
	if _, rest, ok := bytes.Cut(text, []byte("\n")); ok { // its first line repeats the names
		text = rest
	}
	return string(text)
}

// shown cuts text down to the bounds, in its middle, and makes it fit for a terminal.
func shown(text string) string {
	lines := splitLines([]byte(text))
	hideFrom, hideTo := len(lines), len(lines)
	if len(lines) > maxShownLines {
		hideFrom = maxShownLines * 3 / 4
		hideTo = len(lines) - maxShownLines/4
	}
	var b strings.Builder
	for i, line := range lines {
		switch {
		case i < hideFrom || i >= hideTo:
			b.WriteString("    " + shownLine(strings.TrimSuffix(line, "\n")) + "\n")
		case i == hideFrom:
			fmt.Fprintf(&b, "    ... (%d more lines)\n", hideTo-hideFrom)
		}
	}
	return b.String()
}

// shownLine cuts and escapes one line.
func shownLine(line string) string {
	line = printable(line)
	if runes := []rune(line); len(runes) > maxShownLineRunes {
		return fmt.Sprintf("%s... (%d more)", string(runes[:maxShownLineRunes]), len(runes)-maxShownLineRunes)
	}
	return line
}

// printable escapes what could do something to a terminal, or could not be told apart on it: control characters other
// than tab, and bytes that are not UTF-8.
func printable(text string) string {
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case r == '\t' || unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		}
	}
	return b.String()
}
