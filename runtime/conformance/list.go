package conformance

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
)

// List is what is known beforehand about the tests of a suite; see [ParseList].
type List struct {
	name    string
	entries []listEntry
}

// listEntry is one line of a list.
type listEntry struct {
	line    int
	expect  Expect
	pattern string
	reason  string
}

// listVerbs are the words that a line of a list may begin with.
var listVerbs = map[string]Expect{
	"skip":   ExpectSkip,
	"absent": ExpectAbsent,
	"fails":  ExpectFail,
	"passes": ExpectPass,
	"varies": ExpectEither,
}

// ParseList reads an expectation list. Each line is
//
//	VERB PATTERN REASON...
//
// where PATTERN is a test's name or a pattern as of [path.Match], the reason is mandatory, and the verb is one of
//
//	skip    the test is not run: it cannot apply, or it would harm
//	absent  the test is run and must find by itself that it does not apply
//	fails   the test is run and must fail: a fault that is known
//	passes  the test is run and must pass, whatever the suite says otherwise: for a target's own list
//	varies  the test is run, and passes or fails with how the target was compiled
//
// Empty lines and lines that start with # mean nothing. The name is for errors.
func ParseList(name string, text []byte) (*List, error) {
	list := &List{name: name}
	seen := make(map[string]int)
	scanner := bufio.NewScanner(bytes.NewReader(text))
	for n := 1; scanner.Scan(); n++ {
		line := strings.TrimSpace(scanner.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		entry, err := parseEntry(line)
		if err != nil {
			return nil, fmt.Errorf("reading list %s:%d: %w", name, n, err)
		}
		if first, dup := seen[entry.pattern]; dup {
			return nil, fmt.Errorf("reading list %s:%d: %s is listed already, on line %d", name, n, entry.pattern, first)
		}
		seen[entry.pattern] = n
		entry.line = n
		list.entries = append(list.entries, entry)
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("reading list %s: %w", name, err)
	}
	return list, nil
}

// parseEntry reads one line that is neither empty nor a comment.
func parseEntry(line string) (listEntry, error) {
	fields := strings.Fields(line)
	expect, ok := listVerbs[fields[0]]
	if !ok {
		return listEntry{}, fmt.Errorf("unknown word %q, expected one of absent, fails, passes, skip, varies", fields[0])
	}
	if len(fields) < 2 {
		return listEntry{}, fmt.Errorf("%q names no test, expected `%s PATTERN REASON`", fields[0], fields[0])
	}
	if _, err := path.Match(fields[1], ""); err != nil {
		return listEntry{}, fmt.Errorf("pattern %q: %w", fields[1], err)
	}
	if len(fields) < 3 {
		return listEntry{}, fmt.Errorf("%s has no reason, expected `%s PATTERN REASON`", fields[1], fields[0])
	}
	return listEntry{expect: expect, pattern: fields[1], reason: strings.Join(fields[2:], " ")}, nil
}

// resolve assigns the entries to a suite's tests. An entry without a test, and a test with two entries, is an error
// each, and all are reported at once: both mean that the list says something about the suite that is not so.
func (l *List) resolve(tests []string) (map[string]listEntry, error) {
	resolved := make(map[string]listEntry)
	var problems []error
	for _, entry := range l.entries {
		used := false
		for _, test := range tests {
			if ok, _ := path.Match(entry.pattern, test); !ok {
				continue
			}
			used = true
			if other, dup := resolved[test]; dup {
				problems = append(problems, fmt.Errorf("list %s: %s matches both line %d (%s) and line %d (%s)",
					l.name, test, other.line, other.pattern, entry.line, entry.pattern))
				continue
			}
			resolved[test] = entry
		}
		if !used {
			problems = append(problems, fmt.Errorf("list %s:%d: no test matches %s", l.name, entry.line, entry.pattern))
		}
	}
	return resolved, errors.Join(problems...)
}

// of returns the entries of a list whose patterns begin with a suite's name, without that.
func (l *List) of(suite string) *List {
	part := &List{name: l.name}
	for _, entry := range l.entries {
		if pattern, ok := strings.CutPrefix(entry.pattern, suite+"/"); ok {
			entry.pattern = pattern
			part.entries = append(part.entries, entry)
		}
	}
	return part
}

// apply sets what the list says on cases. Cases that a missing feature already skips stay skipped for that reason,
// unless the list skips them as well.
func (l *List) apply(cases []Case) error {
	names := make([]string, len(cases))
	for i := range cases {
		names[i] = cases[i].Name
	}
	resolved, err := l.resolve(names)
	if err != nil {
		return err
	}
	for i := range cases {
		c := &cases[i]
		entry, listed := resolved[c.Name]
		if listed && (entry.expect == ExpectSkip || c.Expect != ExpectSkip) {
			c.Expect, c.Reason = entry.expect, entry.reason
			if c.Expect == ExpectPass {
				c.Reason = ""
			}
		}
	}
	return nil
}

// sortCases orders cases by name, as [Suite] promises.
func sortCases(cases []Case) {
	slices.SortFunc(cases, func(a, b Case) int { return strings.Compare(a.Name, b.Name) })
}
