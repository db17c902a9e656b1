package conformance

import (
	"strings"
	"testing"
)

func TestParseList(t *testing.T) {
	list, err := ParseList("x.txt", []byte("# a comment\n\n  skip   a/*.py  no   terminal # really\nfails b/c.py wrong\r\nabsent d.py no ssl"))
	if err != nil {
		t.Fatal(err)
	}
	want := []listEntry{
		{3, ExpectSkip, "a/*.py", "no terminal # really"},
		{4, ExpectFail, "b/c.py", "wrong"},
		{5, ExpectAbsent, "d.py", "no ssl"},
	}
	if len(list.entries) != len(want) {
		t.Fatalf("got %+v, want %+v", list.entries, want)
	}
	for i, entry := range list.entries {
		if entry != want[i] {
			t.Errorf("entry %d: got %+v, want %+v", i, entry, want[i])
		}
	}
}

func TestParseListErrors(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"no reason", "\nskip a.py", "x.txt:2: a.py has no reason, expected `skip PATTERN REASON`"},
		{"no test", "fails", `x.txt:1: "fails" names no test`},
		{"unknown word", "slow a.py takes long", `unknown word "slow", expected one of absent, fails, passes, skip, varies`},
		{"bad pattern", "skip a[ why", `pattern "a[": syntax error in pattern`},
		{"listed twice", "skip a.py why\nfails b.py why\nfails a.py why", "x.txt:3: a.py is listed already, on line 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := ParseList("x.txt", []byte(test.text))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got error %v, want one with %q", err, test.want)
			}
		})
	}
}

func TestListApply(t *testing.T) {
	lacking := expecting(wants("f/native_a.py", ""), ExpectSkip, "no native emitter")
	for _, test := range []struct {
		name, list string
		want       string // expectation and reason of each case
		err        string
	}{
		{"empty", "", "0: / 0: / 0: / 1:no native emitter", ""},
		{"all verbs", "skip f/a.py one\nabsent f/b.py two\nfails f/c.py three", "1:one / 2:two / 3:three / 1:no native emitter", ""},
		{"a family", "fails f/[ab].py why", "3:why / 3:why / 0: / 1:no native emitter", ""},
		{"a missing feature goes before fails", "fails f/native_a.py why", "0: / 0: / 0: / 1:no native emitter", ""},
		{"skip goes before a missing feature", "skip f/native_a.py why", "0: / 0: / 0: / 1:why", ""},
		{"unknown tests", "skip f/x.py why\nskip g/* why", "", "x.txt:1: no test matches f/x.py\nlist x.txt:2: no test matches g/*"},
		{"one test, two lists", "skip f/a.py why\nfails f/* why", "", "f/a.py matches both line 1 (f/a.py) and line 2 (f/*)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, err := ParseList("x.txt", []byte(test.list))
			if err != nil {
				t.Fatal(err)
			}
			cases := []Case{wants("f/a.py", ""), wants("f/b.py", ""), wants("f/c.py", ""), lacking}
			err = list.apply(cases)
			if test.err != "" {
				if err == nil || !strings.Contains(err.Error(), test.err) {
					t.Fatalf("got error %v, want one with %q", err, test.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range cases {
				got = append(got, string('0'+rune(c.Expect))+":"+c.Reason)
			}
			if joined := strings.Join(got, " / "); joined != test.want {
				t.Errorf("got %s, want %s", joined, test.want)
			}
		})
	}
}

// The list that is part of the program must be readable, and its reasons must be more than a word; that each entry
// names a test of the pinned source is found out by every run.
func TestUpstreamListIsInOrder(t *testing.T) {
	list, err := ParseList("upstream.txt", upstreamList)
	if err != nil {
		t.Fatal(err)
	}
	if len(list.entries) == 0 {
		t.Error("the list is empty, but upstream's tests of a terminal cannot apply")
	}
	for _, entry := range list.entries {
		if len(strings.Fields(entry.reason)) < 3 {
			t.Errorf("line %d: the reason %q says too little", entry.line, entry.reason)
		}
	}
}
