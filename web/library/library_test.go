package library_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/playground"
)

var units = flag.String("units", "*", "which files of web/test TestUnits runs, as a pattern without .test.ts")

func TestTypes(t *testing.T) {
	if err := source(t).CheckTypes(t.Context()); err != nil {
		t.Error(err)
	}
}

// writeParts cuts an artifact in two, as for the playground, and returns the folder of core.wasm and rest.wasm.
func writeParts(t *testing.T, path string) string {
	module, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	core, rest, err := playground.Cut(t.Context(), "", module)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, data := range map[string][]byte{"core.wasm": core, "rest.wasm": rest} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestUnits runs the tests of web/test in Node.js.
func TestUnits(t *testing.T) {
	built, err := artifact()
	if err != nil {
		t.Fatal(err)
	}
	tests, err := filepath.Glob(filepath.Join("..", "test", *units+".test.ts"))
	if err != nil || len(tests) == 0 {
		t.Fatalf("no tests: %v", err)
	}
	dir := t.TempDir()
	var entries, files []string
	for _, test := range tests {
		name := filepath.Base(test)
		entries = append(entries, "test/"+name)
		files = append(files, filepath.Join(dir, name[:len(name)-len(".ts")]+".js"))
	}
	if err := source(t).Bundle(dir, append(entries, "src/worker.ts")...); err != nil {
		t.Fatal(err)
	}
	writeRecursion(t, dir)
	node, err := npm.Executable("node")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), node, append([]string{"--test", "--test-reporter=tap"}, files...)...)
	cmd.Env = append(cmd.Environ(), "MPWASM_ARTIFACT="+built.path, "MPWASM_PARTS="+writeParts(t, built.path))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, failures(out))
	}
}
