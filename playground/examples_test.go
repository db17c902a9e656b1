package playground_test

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
)

// TestExamples runs the library's examples in Node.js, as a user does who has the site's folder: each prints what it says.
// TestBrowsers runs them in their page.
func TestExamples(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := builtSite(t).Write(dir); err != nil {
		t.Fatal(err)
	}
	node, err := npm.Executable("node")
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), node, filepath.Join("testdata", "examples.mjs"), dir).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}
