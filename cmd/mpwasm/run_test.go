package main

import (
	"reflect"
	"strings"
	"testing"
)

// A file of any path has a name that a program can have.
func TestProgramName(t *testing.T) {
	long := strings.Repeat("é", 200) + "/x.py"
	for path, want := range map[string]string{
		"a/b.py":   "a/b.py",
		"a\xff.py": "a\ufffd.py",
		long:       "..." + strings.Repeat("é", 123) + "/x.py",
		"x" + long: "..." + strings.Repeat("é", 123) + "/x.py",
	} {
		if got := programName(path); got != want || len(got) > 255 {
			t.Errorf("%.20q: got %q (%d bytes), want %q", path, got, len(got), want)
		}
	}
}

func TestEndFlagsAfterCode(t *testing.T) {
	for in, want := range map[string]string{
		"mpwasm run -c CODE -x":         "mpwasm run -c CODE -- -x",
		"mpwasm run --json -c CODE":     "mpwasm run --json -c CODE --",
		"mpwasm run -c=CODE -c x":       "mpwasm run -c=CODE -- -c x",
		"mpwasm run -c":                 "mpwasm run -c",
		"mpwasm run - -c x":             "mpwasm run - -c x",
		"mpwasm run -- -c x":            "mpwasm run -- -c x",
		"mpwasm run file.py":            "mpwasm run file.py",
		"mpwasm run file.py -c x -y":    "mpwasm run file.py -c x -y",
		"mpwasm build -c x -y":          "mpwasm build -c x -y",
		"mpwasm run --jobs 2 f -c x":    "mpwasm run --jobs 2 f -c x",
		"mpwasm run --jobs 2 -c x -y":   "mpwasm run --jobs 2 -c x -- -y",
		"mpwasm run --jobs=2 -c x -y":   "mpwasm run --jobs=2 -c x -- -y",
		"mpwasm --cache d run -c a b c": "mpwasm --cache d run -c a -- b c",
	} {
		if got := endFlagsAfterCode(strings.Fields(in)); !reflect.DeepEqual(got, strings.Fields(want)) {
			t.Errorf("%s: got %q, want %s", in, got, want)
		}
	}
}
