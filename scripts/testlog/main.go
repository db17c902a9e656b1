// Command testlog reads what the test runners wrote and says it in few lines.
//
//	testlog failures FILE    prints the output of the tests that failed
//	testlog count FILE...    prints "N passed, N failed, N skipped" over all files
//	testlog slowest FILE     prints the ten tests that took longest, with their seconds
//	testlog cache            prints where mpwasm keeps its cache by default
//
// A file holds the events of `go test -json`, or the report of `mpwasm conform --json`.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/runtime/artifact"
)

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "testlog:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, args []string) error {
	switch {
	case len(args) == 2 && args[0] == "failures":
		return eachEvent(args[1], failures(w))
	case len(args) == 2 && args[0] == "slowest":
		return slowest(w, args[1])
	case len(args) > 1 && args[0] == "count":
		return count(w, args[1:])
	case len(args) == 1 && args[0] == "cache":
		dir, err := artifact.CacheDir()
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(w, dir)
		return err
	default:
		return fmt.Errorf("unknown arguments %q; expected failures FILE, slowest FILE, count FILE... or cache", args)
	}
}

// event is one line of `go test -json` (see `go doc test2json`).
type event struct {
	Action  string
	Package string
	Test    string
	Output  string
	Elapsed float64 // seconds, of tests that ended
}

// eachEvent calls f for every event of a file. Lines that are no events (the go command's own words)
// come as output of no test.
func eachEvent(file string, f func(event)) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil || e.Action == "" {
			e = event{Action: "output", Output: lines.Text() + "\n"}
		}
		f(e)
	}
	return lines.Err()
}

// failures collects the output of each test and prints that of those that fail.
func failures(w io.Writer) func(event) {
	output := map[string]*strings.Builder{}
	return func(e event) {
		key := e.Package + " " + e.Test
		if output[key] == nil {
			output[key] = new(strings.Builder)
		}
		switch e.Action {
		case "output", "build-output":
			if e.Package == "" || e.Action == "build-output" {
				fmt.Fprint(w, e.Output)
				return
			}
			output[key].WriteString(e.Output)
		case "fail":
			fmt.Fprintf(w, "%s:\n%s", key, output[key])
			delete(output, key)
		case "pass", "skip":
			delete(output, key)
		}
	}
}

// slowest prints the ten tests of the file that took longest; parts of a test count in it.
func slowest(w io.Writer, file string) error {
	var tests []event
	err := eachEvent(file, func(e event) {
		if e.Elapsed > 0 && e.Test != "" && !strings.Contains(e.Test, "/") {
			tests = append(tests, e)
		}
	})
	slices.SortStableFunc(tests, func(a, b event) int { return cmp.Compare(b.Elapsed, a.Elapsed) })
	for _, e := range tests[:min(len(tests), 10)] {
		fmt.Fprintf(w, "%7.1f s  %s %s\n", e.Elapsed, e.Package, e.Test)
	}
	return err
}

// totals counts tests by how they ended.
type totals struct{ Passed, Failed, Skipped int }

func count(w io.Writer, files []string) error {
	var all totals
	for _, file := range files {
		if err := all.add(file); err != nil {
			return fmt.Errorf("counting %s: %w", file, err)
		}
	}
	_, err := fmt.Fprintf(w, "%d passed, %d failed, %d skipped\n", all.Passed, all.Failed, all.Skipped)
	return err
}

// add counts one file, which need not be there: a runner that could not start writes none.
func (t *totals) add(file string) error {
	data, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	var matrix struct {
		Targets []struct {
			Cases []struct{ Verdict string }
		}
	}
	if json.Unmarshal(data, &matrix) == nil && matrix.Targets != nil { // of conform
		for _, target := range matrix.Targets {
			t.addCases(target.Cases)
		}
		return nil
	}
	return eachEvent(file, t.addEvent)
}

// addCases counts the tests of one target of conform.
func (t *totals) addCases(cases []struct{ Verdict string }) {
	for _, c := range cases {
		switch c.Verdict {
		case "passed":
			t.Passed++
		case "skipped", "known-failure": // as listed, with a reason
			t.Skipped++
		default:
			t.Failed++
		}
	}
}

// addEvent counts an event of go test.
func (t *totals) addEvent(e event) {
	if e.Test == "" {
		return // a package
	}
	switch e.Action {
	case "pass":
		t.Passed++
	case "fail":
		t.Failed++
	case "skip":
		t.Skipped++
	}
}
