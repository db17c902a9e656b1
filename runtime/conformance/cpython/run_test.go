package cpython

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// engine is one with the standard artifact.
func engine(t *testing.T) *sandbox.Engine {
	t.Helper()
	built, err := builder.Build(t.Context(), builder.Config{CacheDir: testartifact.CacheDir(t)})
	check(t, err)
	e, err := sandbox.NewEngine(t.Context(), sandbox.EngineConfig{Artifact: built.Module, CompileCacheDir: testartifact.CompileCache(t)})
	check(t, err)
	t.Cleanup(func() { check(t, e.Close(t.Context())) })
	return e
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A file of tests with most of what can go wrong in one.
const everyKind = `
import unittest, no_such_module
from test import helper
from test.support import cpython_only

class Fine(unittest.TestCase):
    count = 0
    def test_passes(self):
        self.assertEqual(helper.one, 1)
        Fine.count += 1
    def test_alone(self):
        Fine.count += 1
        self.assertEqual(Fine.count, 1)  # nothing is left of other tests
    def test_fails(self):
        self.assertEqual(1, 2)
    def test_error(self):
        [][1]
    def test_subtests(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertLess(i, 1)
    @unittest.skip("not today")
    def test_skipped(self):
        1 / 0
    @cpython_only
    def test_details(self):
        1 / 0
    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")
    @unittest.expectedFailure
    def test_unexpected(self):
        pass
    def test_endless(self):
        while True:
            pass
    def test_exit(self):
        raise SystemExit(3)
    def test_module(self):
        no_such_module.f()
    def test_source(self):
        with open(__file__) as f:
            self.assertIn("a line of the file", f.read())

class HalfCompiles(unittest.TestCase):
    def test_good(self):
        self.assertTrue(True)
    def test_bad(self):
        x = = 1

class NoBase(helper.Missing):
    def test_a(self):
        pass
`

func TestRunFile(t *testing.T) {
	ours, err := guestTree(t.TempDir())
	check(t, err)
	r := &runner{cfg: Config{Engine: engine(t)}, known: &known{}}
	r.tree = append(ours[:len(ours)-1], fstest.MapFS{
		"test/__init__.py":      {},
		"test/helper.py":        {Data: []byte("one = 1\nimport nowhere\nclass Missing(nowhere.Base): pass\n")},
		"test/test_x.py":        {Data: []byte(everyKind)},
		"test/test_skip.py":     {Data: []byte("import unittest\nraise unittest.SkipTest('no thanks')\n")},
		"test/test_doc.py":      {Data: []byte("__test__ = {'a': '''\n>>> 1 + 1\n2\n>>> print('x')\nx\n''', 'b': '''\n>>> 1\n2\n'''}\n")},
		"test/pkg/__init__.py":  {Data: []byte("base = 1\n")},
		"test/pkg/test_deep.py": {Data: []byte("import unittest\nfrom test.pkg import base\nclass C(unittest.TestCase):\n    def test_base(self): self.assertEqual(base, 1)\n")},
	})
	check(t, r.prepare(t.Context()))
	for _, test := range []struct{ file, class, method, want string }{
		{"test_x", "Fine", "test_passes", "passed"},
		{"test_x", "Fine", "test_alone", "passed"},
		{"test_x", "Fine", "test_fails", "failed AssertionError: 1 != 2"},
		{"test_x", "Fine", "test_error", "failed IndexError: *"},
		{"test_x", "Fine", "test_subtests", "failed AssertionError: 1 not less than 1"},
		{"test_x", "Fine", "test_skipped", "skipped not today"},
		{"test_x", "Fine", "test_details", "skipped is about CPython's implementation"},
		{"test_x", "Fine", "test_expected", "passed"},
		{"test_x", "Fine", "test_unexpected", "failed AssertionError: it was expected to fail, and passes"},
		{"test_x", "Fine", "test_endless", "failed the limit of fuel"},
		{"test_x", "Fine", "test_exit", "failed *"},
		{"test_x", "Fine", "test_module", "failed *no_such_module*"},
		{"test_x", "Fine", "test_source", "passed"},
		{"test_x", "Fine", "test_missing", "failed ValueError: no such test method *"},
		{"test_x", "HalfCompiles", "test_good", "passed"},
		{"test_x", "HalfCompiles", "test_bad", "failed SyntaxError: invalid syntax*x = = 1*"},
		{"test_x", "NoBase", "test_a", "failed *nowhere*"},
		{"test_skip", "C", "test_a", "skipped no thanks"},
		{"test_doc", doctests, "test.test_doc.__test__.a", "passed"},
		{"test_doc", doctests, "test.test_doc.__test__.b", "failed line 2, 1: expected *"},
		{"pkg.test_deep", "C", "test_base", "passed"},
	} {
		outcomes, err := r.runFile(t.Context(), file{name: test.file, classes: []class{{test.class, []string{test.method}}}})
		check(t, err)
		got := strings.TrimSpace(string(outcomes[0].Kind) + " " + outcomes[0].Reason)
		pattern := strings.ReplaceAll(regexp.QuoteMeta(test.want), `\*`, ".*")
		if !regexp.MustCompile("^" + pattern + "$").MatchString(got) {
			t.Errorf("%s: got %q, expected %q", outcomes[0].Test, got, test.want)
		}
	}
}
