package cpython

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// twoFiles are files of tests for the lists.
var twoFiles = []file{
	{Language, "test_a", []class{{"C", []string{"test_x", "test_y"}}, {"D", []string{"test_x", "test_y"}}}},
	{Library, "test_b.test_c", []class{{"E", []string{"test_x"}}}},
}

func TestReadMethods(t *testing.T) {
	files, err := readMethods([]byte("# comment\nlanguage test_a\n C _x . !check\n doctest a.b\nlibrary test_b.test_c\n m:E _x\n"))
	check(t, err)
	var all []string
	for _, f := range files {
		for _, c := range f.classes {
			for _, method := range c.methods {
				all = append(all, f.area+" "+f.top()+" "+f.test(c, method))
			}
		}
	}
	want := "language test_a test_a.C.test_x|language test_a test_a.C.test|language test_a test_a.C.check|" +
		"language test_a test_a.doctest.a.b|library test_b test_b.test_c.E.test_x"
	if got := strings.Join(all, "|"); got != want {
		t.Errorf("got %s, expected %s", got, want)
	}
	for _, text := range []string{"language\n", "other test_a\n", " C _x\n"} {
		if _, err := readMethods([]byte(text)); err == nil {
			t.Errorf("%q: expected an error", text)
		}
	}
}

// TestMethods: the list that is there has the files of both areas, each test once.
func TestMethods(t *testing.T) {
	files, err := readMethods(methodsText)
	check(t, err)
	seen, areas := map[string]bool{}, map[string]int{}
	for _, f := range files {
		for _, c := range f.classes {
			for _, method := range c.methods {
				name := f.test(c, method)
				if seen[name] {
					t.Errorf("%s is listed twice", name)
				}
				seen[name] = true
				areas[f.area]++
			}
		}
	}
	if areas[Language] < 4600 || areas[Library] < 20000 {
		t.Errorf("found %v", areas)
	}
	if _, err := readKnown(listFiles, files); err != nil {
		t.Error(err)
	}
}

func TestKnown(t *testing.T) {
	k, err := readKnown(fstest.MapFS{
		"lists/skip.txt":         {Data: []byte("# x\ntest_a.D.*  has no D\n")},
		"lists/known/test_a.txt": {Data: []byte("fails test_a.C.test_x = TypeError: no\n")},
		"lists/known/test_b.txt": {Data: []byte("absent test_b.*  somebody's words\n")},
	}, twoFiles)
	check(t, err)
	if reason, found := k.skip("test_a.D.test_y"); !found || reason != "has no D" {
		t.Errorf("got %q, %v", reason, found)
	}
	for _, test := range []struct {
		o    Outcome
		note string
	}{
		{Outcome{Test: "test_a.C.test_x", Kind: Failed}, ""},
		{Outcome{Test: "test_a.C.test_x", Kind: Failed, Reason: "trap: unreachable"}, "it traps, which no list allows"},
		{Outcome{Test: "test_a.C.test_x", Kind: Passed}, "it passes now; it is listed as: = TypeError: no"},
		{Outcome{Test: "test_a.C.test_x", Kind: Skipped}, "it skips itself, and is not listed"},
		{Outcome{Test: "test_a.C.test_y", Kind: Passed}, ""},
		{Outcome{Test: "test_a.C.test_y", Kind: Failed}, "it fails, and is not listed"},
		{Outcome{Test: "test_b.test_c.E.test_x", Kind: Skipped}, ""},
		{Outcome{Test: "test_b.test_c.E.test_x", Kind: Failed}, "it fails, and is not listed"},
		{Outcome{Test: "test_a.D.test_x", Kind: NotApplicable}, ""},
	} {
		if got := k.judge(test.o).Note; got != test.note {
			t.Errorf("%v: got %q, expected %q", test.o, got, test.note)
		}
	}
}

func TestKnownRefuses(t *testing.T) {
	for list, want := range map[string]string{
		"fails test_a.X.test_x = no\n": "no test matches test_a.X.test_x",
		"fails test_a.C.test_x\n":      "expected `fails TEST REASON`",
		"falls test_a.C.test_x = no\n": "expected `fails TEST REASON`",
	} {
		_, err := readKnown(fstest.MapFS{"lists/skip.txt": {}, "lists/known/test_a.txt": {Data: []byte(list)}}, twoFiles)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, expected it to say %q", list, err, want)
		}
	}
	if _, err := readKnown(fstest.MapFS{"lists/skip.txt": {Data: []byte("test_z.* gone\n")}}, twoFiles); err == nil {
		t.Error("expected an error for a pattern without a test")
	}
}

func TestReportAndLists(t *testing.T) {
	report := &Report{}
	report.add(twoFiles[1], []Outcome{{Test: "test_b.test_c.E.test_x", Kind: Passed}}, time.Second)
	report.add(twoFiles[0], []Outcome{
		{Test: "test_a.C.test_x", Kind: Failed, Reason: "TypeError: 7 is no"}, {Test: "test_a.C.test_y", Kind: Failed, Reason: "TypeError: 7 is no"},
		{Test: "test_a.D.test_x", Kind: Skipped, Reason: "needs a D"}, {Test: "test_a.D.test_y", Kind: Passed},
	}, time.Second)
	report.sort()
	if c := report.Total(Language); c.Applicable() != 3 || c.Passed != 1 || c.Skipped != 1 || report.Files[0].Name != "test_a" {
		t.Errorf("got %+v, %s first", c, report.Files[0].Name)
	}
	if causes := report.Causes(""); len(causes) != 1 || causes[0].Text != "TypeError: N is no" || len(causes[0].Tests) != 2 {
		t.Errorf("got %v", causes)
	}
	outcomes := map[string]Outcome{}
	for _, o := range report.Files[0].Outcomes {
		outcomes[o.Test] = o
	}
	k := &known{listed: map[string]Outcome{"test_a.D.test_x": {Kind: Skipped, Reason: "words"}}}
	text, complete := k.write(twoFiles[:1], outcomes)
	want := "fails test_a.C.* = TypeError: 7 is no\nabsent test_a.D.test_x words\n"
	if !complete || text != want {
		t.Errorf("got %q, %v, expected %q", text, complete, want)
	}
	delete(outcomes, "test_a.D.test_y")
	if _, complete := k.write(twoFiles[:1], outcomes); complete {
		t.Error("expected a list not to be written for half of a file's tests")
	}
}

func TestLayers(t *testing.T) {
	lib := t.TempDir()
	for name, text := range map[string]string{"test/support/__init__.py": "theirs", "test/support/testcase.py": "theirs", "test/test_a.py": "theirs"} {
		check(t, os.MkdirAll(filepath.Join(lib, filepath.Dir(name)), 0o755))
		check(t, os.WriteFile(filepath.Join(lib, name), []byte(text), 0o644))
	}
	tree, err := guestTree(lib)
	check(t, err)
	check(t, fstest.TestFS(tree, "judge.py", "test/support/__init__.py", "test/support/testcase.py", "test/test_a.py"))
	for name, ours := range map[string]bool{"test/support/__init__.py": true, "test/support/testcase.py": false} {
		text, err := tree.Open(name)
		check(t, err)
		info, err := text.Stat()
		check(t, err)
		check(t, text.Close())
		if (info.Size() != int64(len("theirs"))) != ours {
			t.Errorf("%s: ours is %v, expected %v", name, !ours, ours)
		}
	}
}
