package conformance

import (
	"context"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
)

// featureAnswers are what the feature checks print on a target that has everything.
var featureAnswers = map[string]string{
	"native_check.py": "native\n", "int_big.py": "1" + strings.Repeat("0", 45) + "\n", "int_64.py": "4611686018427387904\n",
	"bytearray.py": "bytearray\n", "set_check.py": "{1}\n", "slice.py": "slice\n", "async_check.py": "async\n",
	"const.py": "1\n", "reverse_ops.py": "", "io_module.py": "io\n", "fstring.py": "a=1\n", "byteorder.py": "little\n",
	"float.py": "64\n", "complex.py": "complex\n", "coverage.py": "coverage\n",
}

// fakeUpstream makes a tree with upstream's folders, feature checks and the given tests, and opens it.
func fakeUpstream(t *testing.T, list string, tests map[string]string) *Upstream {
	t.Helper()
	files := make(map[string]string)
	maps.Copy(files, tests)
	for _, folder := range upstreamFolders {
		files[folder+"/data/keep"] = ""
	}
	for _, check := range featureChecks() {
		files["feature_check/"+check] = "# " + check
	}
	parsed, err := ParseList("x.txt", []byte(list))
	if err != nil {
		t.Fatal(err)
	}
	u, err := newUpstream(t.Context(), UpstreamConfig{TestsDir: writeTree(t, files)}, parsed)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// answering is a target that answers the feature checks, with the given changes, and echoes the source of a test
// behind "#!" as the test's output.
func answering(changes map[string]string) fakeTarget {
	return func(_ context.Context, p Program) (Result, error) {
		base := path.Base(p.Name)
		if strings.HasPrefix(p.Name, "/tests/feature_check/") {
			if answer, ok := changes[base]; ok {
				return printed(answer), nil
			}
			return printed(featureAnswers[base]), nil
		}
		output, status := strings.TrimPrefix(string(p.Source), "#!"), 0
		if strings.Contains(output, "Traceback") {
			status = 1
		}
		result := printed(output)
		result.ExitStatus = status
		return result, nil
	}
}

func TestFeatureAnswersCoverTheChecks(t *testing.T) {
	if got, want := slices.Sorted(maps.Keys(featureAnswers)), featureChecks(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for check, answer := range featureAnswers {
		if missing := missingFeatures(check, answer); len(missing) > 0 {
			t.Errorf("%s printing %q: missing %v", check, answer, missing)
		}
	}
}

func TestUpstreamJudges(t *testing.T) {
	for _, test := range []struct {
		name   string
		file   string            // the test's name; its text is output, which the target prints
		output string            //
		more   map[string]string // files beside it
		kind   JudgementKind
		from   string
	}{
		{"exp file fits", "basics/a.py", "1\n", map[string]string{"basics/a.py.exp": "1\n"}, JudgedPass, ""},
		{"exp file differs", "basics/a.py", "2\n", map[string]string{"basics/a.py.exp": "1\n"}, JudgedFail, "a.py.exp"},
		{"exp file goes before CPython", "basics/a.py", "print(1)", map[string]string{"basics/a.py.exp": "print(1)"}, JudgedPass, ""},
		{"CPython fits", "basics/a.py", "#!", nil, JudgedPass, ""},
		{"CPython differs", "basics/a.py", "#!x\n", nil, JudgedFail, "CPython"},
		{"a missing line end differs", "basics/a.py", "1", map[string]string{"basics/a.py.exp": "1\n"}, JudgedFail, "a.py.exp"},
		{"line ends do not count", "basics/a.py", "1\r\n2\n", map[string]string{"basics/a.py.exp": "1\n2\r\n"}, JudgedPass, ""},
		{"NUL and bytes that are not UTF-8", "basics/a.py", "\x00\xff\n", map[string]string{"basics/a.py.exp": "\x00\xff\n"}, JudgedPass, ""},
		{"SKIP", "basics/a.py", "SKIP\n", map[string]string{"basics/a.py.exp": "1\n"}, JudgedAbsent, ""},
		{"SKIP among other lines is output", "basics/a.py", "1\nSKIP\n", map[string]string{"basics/a.py.exp": "1\n"}, JudgedFail, "a.py.exp"},
		{"an exception differs even from an equal exp", "basics/a.py", "Traceback\n", map[string]string{"basics/a.py.exp": "Traceback\n"}, JudgedFail, "a.py.exp"},
		{"an exception fits CRASH", "basics/a.py", "Traceback\n", map[string]string{"basics/a.py.exp": "Traceback\nCRASH"}, JudgedPass, ""},
		{"no pattern outside of cmdline", "basics/a.py", "1\n", map[string]string{"basics/a.py.exp": "\\.\n"}, JudgedFail, "a.py.exp"},
		{"pattern in cmdline", "cmdline/a.py", "x\n1\n", map[string]string{"cmdline/a.py.exp": "########\n\\\\d\n"}, JudgedPass, ""},
		{"pattern in cmdline differs", "cmdline/a.py", "x\n", map[string]string{"cmdline/a.py.exp": "\\\\d\n"}, JudgedFail, "a.py.exp"},
		{"pattern of a special test", "micropython/meminfo.py", "7\n", map[string]string{"micropython/meminfo.py.exp": "\\\\d\n"}, JudgedPass, ""},
		{"SKIP among other lines of a special test", "micropython/meminfo.py", "x\nSKIP\ny\n", map[string]string{"micropython/meminfo.py.exp": "1\n"}, JudgedAbsent, ""},
		{"an exception hides a special test's output", "cmdline/a.py", "Traceback\n", map[string]string{"cmdline/a.py.exp": "Traceback\n"}, JudgedFail, "a.py.exp"},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := map[string]string{test.file: test.output}
			maps.Copy(files, test.more)
			u := fakeUpstream(t, "", files)
			target := answering(nil)
			c := findCase(t, u, target, test.file)
			result, _ := target.Run(t.Context(), c.Program)
			judgement, err := c.Judge(t.Context(), result)
			if err != nil {
				t.Fatal(err)
			}
			if judgement.Kind != test.kind || judgement.WantFrom != test.from {
				t.Errorf("got %+v, want kind %d from %q", judgement, test.kind, test.from)
			}
		})
	}
}

func findCase(t *testing.T, u *Upstream, target Target, name string) Case {
	t.Helper()
	cases, err := u.Cases(t.Context(), target)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(cases, func(c Case) bool { return c.Name == name })
	if i < 0 {
		t.Fatalf("no case %s", name)
	}
	return cases[i]
}

func TestUpstreamPrograms(t *testing.T) {
	u := fakeUpstream(t, "", map[string]string{"import/a.py": "import b", "io/b.py": "open('x', 'w')", "extmod/vfs_posix.py": ""})
	for _, test := range []struct {
		name     string
		writable bool
	}{{"import/a.py", false}, {"io/b.py", true}, {"extmod/vfs_posix.py", true}} {
		c := findCase(t, u, answering(nil), test.name)
		folder := path.Dir(test.name)
		guest := "/tests/" + folder
		if c.Group != folder || c.Program.Name != "/tests/"+test.name || c.Program.Dir != guest {
			t.Errorf("%s: got group %s, program %s in %s", test.name, c.Group, c.Program.Name, c.Program.Dir)
		}
		want := Mount{HostDir: u.folders[folder].dir, GuestPath: guest, Writable: test.writable}
		if !slices.Equal(c.Program.Mounts, []Mount{want}) {
			t.Errorf("%s: got mounts %+v, want %+v", test.name, c.Program.Mounts, want)
		}
	}
}

func TestUpstreamFeatures(t *testing.T) {
	tests := map[string]string{
		"basics/set_a.py": "1\n", "basics/set_a.py.exp": "1\n",
		"basics/other.py": "1\n", "basics/other.py.exp": "1\n",
	}
	for _, test := range []struct {
		name, list string
		changes    map[string]string
		want       []string // verdicts of the two tests and of the check
	}{
		{"there", "", nil, []string{"passed", "passed", "passed"}},
		{"missing", "", map[string]string{"set_check.py": "CRASH"}, []string{"skipped", "passed", "unexpected-skip"}},
		{"missing, and listed", "absent feature_check/set_check.py why", map[string]string{"set_check.py": ""},
			[]string{"skipped", "passed", "skipped"}},
		{"there, and listed", "absent feature_check/set_check.py why", nil, []string{"passed", "passed", "unexpected-pass"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			report, err := Run(t.Context(), answering(test.changes), []Suite{fakeUpstream(t, test.list, tests)}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			verdicts := make(map[string]string)
			for _, c := range report.Cases {
				verdicts[c.Name] = string(c.Verdict)
			}
			got := []string{verdicts["basics/set_a.py"], verdicts["basics/other.py"], verdicts["feature_check/set_check.py"]}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestUpstreamErrors(t *testing.T) {
	t.Run("not upstream's tests", func(t *testing.T) {
		dir := t.TempDir()
		_, err := NewUpstream(t.Context(), UpstreamConfig{TestsDir: dir})
		if err == nil || !strings.Contains(err.Error(), "expected the folder tests of MicroPython's source in "+dir) {
			t.Errorf("got error %v", err)
		}
	})
	t.Run("a list of another version", func(t *testing.T) {
		u := fakeUpstream(t, "skip basics/gone.py why", nil)
		_, err := Run(t.Context(), answering(nil), []Suite{u}, Options{})
		if err == nil || !strings.Contains(err.Error(), "no test matches basics/gone.py") {
			t.Errorf("got error %v", err)
		}
	})
	t.Run("the host is broken", func(t *testing.T) {
		broken := fakeTarget(func(context.Context, Program) (Result, error) { return Result{}, errBroken })
		_, err := fakeUpstream(t, "", nil).Cases(t.Context(), broken)
		if want := fmt.Sprintf("running feature check async_check.py on fake: %v", errBroken); err == nil || err.Error() != want {
			t.Errorf("got error %v, want %s", err, want)
		}
	})
}
