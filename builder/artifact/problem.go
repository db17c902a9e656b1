package artifact

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Problem is one reason why an artifact is not accepted.
type Problem struct {
	// Check is the name of the check that found it, such as "imports".
	Check string
	// Expected and Found say what should be there and what is. Names in them that come from the artifact
	// are quoted where they hold anything but printable characters.
	Expected, Found string
	// Hint says what to do.
	Hint string
}

// Error tells all of it in one line.
func (p *Problem) Error() string {
	return fmt.Sprintf("checking %s: expected %s, found %s; %s", p.Check, p.Expected, p.Found, p.Hint)
}

// Status is how a check ended.
type Status int

// The ways for a check to end. NotChecked happens only when another check failed.
const (
	OK Status = iota
	Failed
	NotChecked
)

// String returns "OK", "FAILED" or "-".
func (s Status) String() string {
	switch s {
	case OK:
		return "OK"
	case Failed:
		return "FAILED"
	}
	return "-"
}

// Check is one of the things that [Verify] looks at.
type Check struct {
	Name   string
	Status Status
	// Note says what was found to be in order, or why nothing was checked.
	Note string
	// Problems are what made the check fail: the first ones, if they are very many.
	Problems []*Problem
	omitted  int
}

// maxProblems is how many problems a check lists. A hostile module can have millions.
const maxProblems = 50

// fail adds a problem.
func (c *Check) fail(expected, found, hint string) {
	c.Status = Failed
	if len(c.Problems) == maxProblems {
		c.omitted++
		return
	}
	c.Problems = append(c.Problems, &Problem{Check: c.Name, Expected: expected, Found: found, Hint: hint})
}

// add adds a problem unless it is nil.
func (c *Check) add(p *Problem) {
	if p != nil {
		c.fail(p.Expected, p.Found, p.Hint)
	}
}

// skip says why nothing can be checked.
func (c *Check) skip(why string) { c.Status, c.Note = NotChecked, why }

// finish tells of the problems that were not listed.
func (c *Check) finish() {
	if c.Status == Failed {
		c.Note = ""
	}
	if c.omitted > 0 {
		last := c.Problems[maxProblems-1]
		last.Hint += fmt.Sprintf(" (and %s more like these)", grouped(int64(c.omitted)))
	}
}

// maxText is how many bytes of a text from an artifact are shown.
const maxText = 200

// printable returns a text from an artifact in a form that is safe to show on a terminal: quoted when it
// is empty or holds anything but printable characters, and cut when it is long.
func printable(s string) string {
	cut := ""
	if len(s) > maxText {
		n := maxText
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		s, cut = s[:n], "..."
	}
	if s == "" || !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) {
		s = strconv.Quote(s)
	}
	return s + cut
}

// printableList returns texts separated by commas, or "none".
func printableList(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(firstOf(list, printable), ", ")
}

// maxListed is how many entries of a list are shown.
const maxListed = 200

// firstOf returns the texts of a list's first entries, and how many more there are.
func firstOf[T any](list []T, text func(T) string) []string {
	var texts []string
	for i, entry := range list {
		if i == maxListed {
			return append(texts, fmt.Sprintf("and %s more", grouped(int64(len(list)-i))))
		}
		texts = append(texts, text(entry))
	}
	return texts
}

// grouped writes a number with its digits in groups of three: 560,000.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
