package cpython

import (
	"bufio"
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

//go:embed all:lists
var listFiles embed.FS

// Places of the lists.
const (
	skipList  = "lists/skip.txt"
	knownDir  = "lists/known"
	knownHead = "# What does not pass in this file, and why: fails, or absent (it skips itself). `conform --suite cpython --update` rewrites the\n" +
		"# list: a reason that begins with = is what the run said, and changes with it; any other is kept as long as the test fails.\n\n"
)

// known is what the lists say of the tests.
type known struct {
	skips []entry
	// listed are the kind and the reason of tests that do not pass.
	listed map[string]Outcome
}

// trapReason begins the reason of a test whose guest trapped.
const trapReason = "trap: "

// entry is a line of a list: a pattern and the reason.
type entry struct{ pattern, reason string }

// matches is as [path.Match], for names without slashes.
func (e entry) matches(test string) bool {
	ok, _ := path.Match(e.pattern, test)
	return ok
}

// readKnown reads the lists. A pattern that matches no test is an error.
func readKnown(lists fs.FS, files []file) (*known, error) {
	k := &known{listed: map[string]Outcome{}}
	tests := map[string][]string{} // by row of the report
	for _, f := range files {
		for _, c := range f.classes {
			for _, method := range c.methods {
				tests[f.top()] = append(tests[f.top()], f.test(c, method))
			}
		}
	}
	var problems []error
	err := readList(lists, skipList, func(words []string) error {
		e := entry{words[0], strings.Join(words[1:], " ")}
		top, _, _ := strings.Cut(e.pattern, ".")
		if !slices.ContainsFunc(tests[top], e.matches) {
			problems = append(problems, fmt.Errorf("%s: no test matches %s", skipList, e.pattern))
		}
		k.skips = append(k.skips, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	entries, err := fs.ReadDir(lists, knownDir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, found := range entries {
		name := path.Join(knownDir, found.Name())
		top := strings.TrimSuffix(found.Name(), ".txt")
		err := readList(lists, name, func(words []string) error {
			kind, found := map[string]Kind{"fails": Failed, "absent": Skipped}[words[0]]
			if !found || len(words) < 3 {
				return fmt.Errorf("expected `fails TEST REASON` or `absent TEST REASON`, found %q", strings.Join(words, " "))
			}
			e, used := entry{words[1], strings.Join(words[2:], " ")}, false
			for _, test := range tests[top] {
				if e.matches(test) {
					k.listed[test] = Outcome{Test: test, Kind: kind, Reason: e.reason}
					used = true
				}
			}
			if !used {
				problems = append(problems, fmt.Errorf("%s: no test matches %s", name, e.pattern))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return k, errors.Join(problems...)
}

// readList calls a function for each line that is neither empty nor a comment.
func readList(lists fs.FS, name string, line func(words []string) error) error {
	text, err := fs.ReadFile(lists, name)
	if err != nil {
		return fmt.Errorf("reading a list: %w", err)
	}
	scanner := bufio.NewScanner(bytes.NewReader(text))
	scanner.Buffer(nil, len(text)+1)
	for n := 1; scanner.Scan(); n++ {
		words := strings.Fields(scanner.Text())
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		if len(words) < 2 {
			return fmt.Errorf("reading %s:%d: %s has no reason", name, n, words[0])
		}
		if err := line(words); err != nil {
			return fmt.Errorf("reading %s:%d: %w", name, n, err)
		}
	}
	return scanner.Err()
}

// skip tells whether a test does not apply, and why.
func (k *known) skip(test string) (reason string, found bool) {
	for _, e := range k.skips {
		if e.matches(test) {
			return e.reason, true
		}
	}
	return "", false
}

// judge compares an outcome with what is listed.
func (k *known) judge(o Outcome) Outcome {
	listed, found := k.listed[o.Test]
	switch {
	case o.Kind == NotApplicable && found:
		o.Note = "it is in both lists"
	case o.Kind == NotApplicable:
	case o.Kind == Passed && found:
		o.Note = "it passes now; it is listed as: " + listed.Reason
	case o.Kind == Failed && strings.HasPrefix(o.Reason, trapReason):
		o.Note = "it traps, which no list allows"
	case o.Kind == Failed && (!found || listed.Kind != Failed):
		o.Note = "it fails, and is not listed"
	case o.Kind == Skipped && (!found || listed.Kind != Skipped):
		o.Note = "it skips itself, and is not listed"
	}
	return o
}

// Update writes the lists of what does not pass anew, into the folder of this package's sources, for the files whose tests
// all ran.
func Update(dir string, report *Report) error {
	files, err := readMethods(methodsText)
	if err != nil {
		return err
	}
	k, err := readKnown(os.DirFS(dir), files)
	if err != nil {
		return err
	}
	byTop := map[string][]file{}
	for _, f := range files {
		byTop[f.top()] = append(byTop[f.top()], f)
	}
	outcomes := map[string]Outcome{}
	for _, row := range report.Files {
		for _, o := range row.Outcomes {
			outcomes[o.Test] = o
		}
	}
	for top, list := range byTop {
		text, complete := k.write(list, outcomes)
		name := filepath.Join(dir, filepath.FromSlash(knownDir), top+".txt")
		switch {
		case !complete:
			continue
		case text == "":
			if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		default:
			if err := os.WriteFile(name, []byte(knownHead+text), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// write makes the list of a row's files; not complete means that not all of their tests ran.
func (k *known) write(files []file, outcomes map[string]Outcome) (text string, complete bool) {
	var lines strings.Builder
	for _, f := range files {
		for _, c := range f.classes {
			var group []Outcome // what is to be said of the class
			for _, method := range c.methods {
				o, found := outcomes[f.test(c, method)]
				if !found {
					return "", false
				}
				o.Reason = k.reason(o)
				group = append(group, o)
			}
			writeGroup(&lines, strings.TrimSuffix(f.test(c, ""), "."), group)
		}
	}
	return lines.String(), true
}

// reason is what a list says of an outcome: the reason that it has, if somebody wrote it.
func (k *known) reason(o Outcome) string {
	if old, found := k.listed[o.Test]; found && old.Kind == o.Kind && !strings.HasPrefix(old.Reason, "=") {
		return old.Reason
	}
	return "= " + limitText(addresses.ReplaceAllString(o.Reason, "0x..."), 120)
}

// addresses are those of objects, which other builds have elsewhere.
var addresses = regexp.MustCompile(`0x[0-9a-f]{4,}|id='\d+'`)

func limitText(text string, n int) string {
	if runes := []rune(text); len(runes) > n {
		return string(runes[:n]) + "..."
	}
	return text
}

// writeGroup writes the lines for a class: one where all its tests do not pass for one reason.
func writeGroup(lines *strings.Builder, class string, group []Outcome) {
	verbs := map[Kind]string{Failed: "fails", Skipped: "absent"}
	same := len(group) > 1 && verbs[group[0].Kind] != ""
	for _, o := range group {
		same = same && o.Kind == group[0].Kind && o.Reason == group[0].Reason
	}
	if same {
		fmt.Fprintf(lines, "%s %s.* %s\n", verbs[group[0].Kind], class, group[0].Reason)
		return
	}
	for _, o := range group {
		if verb := verbs[o.Kind]; verb != "" {
			fmt.Fprintf(lines, "%s %s %s\n", verb, o.Test, o.Reason)
		}
	}
}
