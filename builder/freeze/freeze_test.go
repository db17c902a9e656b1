package freeze_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/freeze"
)

func lib(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"b.py", "a.py", "json/__init__.py", "json/tool.py", "json/notes.txt"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("# "+name+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func targets(modules []freeze.Module) string {
	var names []string
	for _, module := range modules {
		names = append(names, module.Target)
	}
	return strings.Join(names, " ")
}

func TestLibrary(t *testing.T) {
	dir := lib(t)
	modules, err := freeze.Library(dir, []string{"json/*.py", "b.py"})
	if err != nil {
		t.Fatal(err)
	}
	if got := targets(modules); got != "json/__init__.py json/tool.py b.py" || modules[2].Source != "# b.py\n" {
		t.Errorf("got %s", got)
	}
	if _, err := freeze.Library(dir, []string{"c*.py"}); err == nil || !strings.Contains(err.Error(), "c*.py matches nothing") {
		t.Errorf("got %v, expected an error that names the pattern", err)
	}
}

func TestMerge(t *testing.T) {
	first, second := []freeze.Module{{Target: "z.py"}, {Target: "a/b.py"}}, []freeze.Module{{Target: "m.py"}}
	merged, err := freeze.Merge(first, second)
	if err != nil || targets(merged) != "a/b.py m.py z.py" {
		t.Errorf("got %s and %v, expected them in order", targets(merged), err)
	}
	if _, err := freeze.Merge(first, first); err == nil || !strings.Contains(err.Error(), "freezing z.py: there are two modules of that name") {
		t.Errorf("got %v, expected an error", err)
	}
}
