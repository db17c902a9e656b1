package conformance

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// testOracle finds CPython, which this project needs anyway.
func testOracle(t *testing.T, cacheDir string) *oracle {
	t.Helper()
	o, err := newOracle(t.Context(), "", cacheDir)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func testFolderOf(t *testing.T, files map[string]string, writing string) *testFolder {
	t.Helper()
	folder, err := openFolder(writeTree(t, files), func(file string) bool { return file == writing })
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestOracleAnswer(t *testing.T) {
	t.Setenv("PYTHONPATH", "/nowhere")
	folder := testFolderOf(t, map[string]string{
		"merged.py":   "import sys\nprint('out', flush=True)\nsys.stderr.write('err\\n')\n",
		"crash.py":    "print('before', flush=True)\nsys.exit(3)\n",
		"status.py":   "import sys\nsys.exit(3)\n",
		"unicode.py":  "print('\\u2713')\n",
		"paths.py":    "import sys, other\nprint(sys.argv, other.__file__)\nprint(open('other.py').read())\n",
		"other.py":    "# neighbour\n",
		"settings.py": "import sys\nprint(sys.flags.no_site, sys.dont_write_bytecode, '/nowhere' in sys.path)\n",
		"writes.py":   "open('new', 'w').close()\nopen('other.py', 'a').write('x')\nprint(__file__)\n",
		"stdin.py":    "print(repr(input.__name__))\ntry:\n  input()\nexcept EOFError:\n  print('end')\n",
	}, "writes.py")
	o := testOracle(t, "")
	for _, test := range []struct{ file, want string }{
		{"merged.py", "out\nerr\n"},
		{"status.py", "CPython itself fails here: exit status 3\n"},
		{"unicode.py", "✓\n"},
		{"paths.py", "['/tests/f/paths.py'] /tests/f/other.py\n# neighbour\n\n"},
		{"settings.py", "1 True False\n"},
		{"writes.py", "/tests/f/writes.py\n"},
		{"stdin.py", "'input'\nend\n"},
	} {
		got, err := o.answer(t.Context(), folder, test.file, "/tests/f", []byte(test.want))
		if err != nil || string(got) != test.want {
			t.Errorf("%s: got %q, %v, want %q", test.file, got, err, test.want)
		}
	}
	got, err := o.answer(t.Context(), folder, "crash.py", "/tests/f", nil)
	if err != nil || !strings.HasPrefix(string(got), "CPython itself fails here: exit status 1\nbefore\nTraceback") ||
		!strings.Contains(string(got), `File "/tests/f/crash.py", line 2`) {
		t.Errorf("crash.py: got %q, %v", got, err)
	}
	if _, err := os.Stat(filepath.Join(folder.dir, "new")); !errors.Is(err, os.ErrNotExist) {
		t.Error("a test that writes has written into its own folder")
	}
	if text, err := folder.read("other.py"); err != nil || string(text) != "# neighbour\n" {
		t.Errorf("a test that writes has changed its neighbour to %q, %v", text, err)
	}
}

func TestOracleCache(t *testing.T) {
	files := map[string]string{"a.py": "import b\n", "b.py": "print(1)\n"}
	folder := testFolderOf(t, files, "")
	o := testOracle(t, filepath.Join(t.TempDir(), "new", "cache"))
	if got, err := o.answer(t.Context(), folder, "a.py", "/t", []byte("1\n")); err != nil || string(got) != "1\n" {
		t.Fatalf("got %q, %v", got, err)
	}

	o.python = filepath.Join(t.TempDir(), "no-python")
	if got, err := o.answer(t.Context(), folder, "a.py", "/t", []byte("1\n")); err != nil || string(got) != "1\n" {
		t.Errorf("second time: got %q, %v, want the cached answer", got, err)
	}
	for _, test := range []struct {
		name   string
		ask    *oracle
		folder *testFolder
		file   string
		guest  string
	}{
		{"another version", &oracle{o.python, "3.99", o.cache}, folder, "a.py", "/t"},
		{"another guest path", o, folder, "a.py", "/u"},
		{"another file", o, folder, "b.py", "/t"},
		{"a neighbour changed", o, testFolderOf(t, map[string]string{"a.py": "import b\n", "b.py": "print(2)\n"}, ""), "a.py", "/t"},
		{"a neighbour moved", o, testFolderOf(t, map[string]string{"a.py": "import b\n", "c.py": "print(1)\n"}, ""), "a.py", "/t"},
	} {
		if got, err := test.ask.answer(t.Context(), test.folder, test.file, test.guest, []byte("1\n")); err == nil {
			t.Errorf("%s: got %q from the cache, want the interpreter to be asked", test.name, got)
		}
	}
	if got, err := o.answer(t.Context(), folder, "a.py", "/t", []byte("2\n")); err == nil {
		t.Errorf("another answer hoped for: got %q from the cache, want the interpreter to be asked", got)
	}
	same := testFolderOf(t, files, "")
	if got, err := o.answer(t.Context(), same, "a.py", "/t", []byte("1\n")); err != nil || string(got) != "1\n" {
		t.Errorf("the same folder elsewhere: got %q, %v, want the cached answer", got, err)
	}
}

// A test that watches the time may print something else at each run. The oracle looks for the answer hoped for, and
// gives up on one that CPython does not give.
func TestOracleAsksAgain(t *testing.T) {
	for _, test := range []struct{ name, hoped, want, runs string }{
		{"at once", "1\n", "1\n", "1"},
		{"on the last attempt", "3\n", "3\n", "3"},
		{"never", "4\n", "3\n", "3"},
	} {
		t.Run(test.name, func(t *testing.T) {
			count := filepath.Join(t.TempDir(), "count")
			if err := os.WriteFile(count, []byte("0"), 0o666); err != nil {
				t.Fatal(err)
			}
			t.Setenv("MPWASM_TEST_COUNT", count)
			folder := testFolderOf(t, map[string]string{"a.py": "import os\nname = os.environ['MPWASM_TEST_COUNT']\n" +
				"n = int(open(name).read()) + 1\nopen(name, 'w').write(str(n))\nprint(n)\n"}, "")
			got, err := testOracle(t, filepath.Join(t.TempDir(), "cache")).answer(t.Context(), folder, "a.py", "/t", []byte(test.hoped))
			if err != nil || string(got) != test.want {
				t.Errorf("got %q, %v, want %q", got, err, test.want)
			}
			if runs, err := os.ReadFile(count); err != nil || string(runs) != test.runs {
				t.Errorf("asked %s times, %v, want %s", runs, err, test.runs)
			}
		})
	}
}

func TestOracleEndsWithContext(t *testing.T) {
	folder := testFolderOf(t, map[string]string{"loop.py": "while True: pass\n"}, "")
	o := testOracle(t, "")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := o.answer(ctx, folder, "loop.py", "/t", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want context.Canceled", err)
	}
}

func TestNewOracleErrors(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, answer, want string }{
		{"too old", "3 7 cpython\n3.7", "is cpython 3.7, expected cpython 3.8 or newer"},
		{"major version 2", "2 7 cpython\n", "is cpython 2.7"},
		{"another implementation", "3 11 pypy\n", "is pypy 3.11"},
		{"no interpreter", "hello", `unexpected answer "hello"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv(fakePythonEnv, test.answer)
			_, err := newOracle(t.Context(), self, "")
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "install Python 3.8") {
				t.Errorf("got error %v, want one with %q", err, test.want)
			}
		})
	}
	if _, err := newOracle(t.Context(), "no-such-python", ""); err == nil || !strings.Contains(err.Error(), "no-such-python") {
		t.Errorf("got error %v, want one that names the command", err)
	}
}

func TestReplaceDir(t *testing.T) {
	sep := string(filepath.Separator)
	dir := filepath.Join(t.TempDir(), "x")
	in := dir + sep + "a.py " + dir + "y " + strings.ReplaceAll(dir+sep, `\`, `\\`) + "b.py"
	if got, want := string(replaceDir([]byte(in), dir, "/g")), "/g/a.py "+dir+"y /g/b.py"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
