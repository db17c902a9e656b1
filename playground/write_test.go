package playground

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func files(t *testing.T, dir string) []string {
	t.Helper()
	var found []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found = append(found, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// A site replaces a former one, and leaves nothing beside its folder.
func TestWrite(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "deep", "site")
	first := exampleSite(t)
	if err := first.describe(Config{}); err != nil {
		t.Fatal(err)
	}
	if err := first.Write(dir); err != nil {
		t.Fatal(err)
	}
	want := []string{"assets/a-1234.js", "assets/a-1234.js.br", "assets/a-1234.js.gz", "assets/b-1234.wasm", "assets/b-1234.wasm.br", "assets/b-1234.wasm.gz",
		"examples/index.html", "examples/index.html.br", "examples/index.html.gz", "index.html", "manifest.json"}
	if got := files(t, dir); !slices.Equal(got, want) {
		t.Fatalf("got %q", got)
	}
	second := &Site{}
	if err := second.add(File{Path: "index.html", Data: []byte("new")}); err != nil {
		t.Fatal(err)
	}
	if err := second.describe(Config{}); err != nil {
		t.Fatal(err)
	}
	if err := second.Write(dir); err != nil {
		t.Fatal(err)
	}
	if got := files(t, parent); !slices.Equal(got, []string{"deep/site/index.html", "deep/site/manifest.json"}) {
		t.Errorf("after the second site: %q", got)
	}
}

// A folder with something else in it is left alone.
func TestCheckFolder(t *testing.T) {
	site := exampleSite(t)
	if err := site.describe(Config{}); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, file, text, want string }{
		{"foreign", "notes.txt", "mine", "holds no site of ours"},
		{"foreign manifest", "manifest.json", `{"name": "app"}`, "format 0, expected 1"},
		{"damaged manifest", "manifest.json", `{`, "decoding manifest.json"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, test.file), []byte(test.text), 0o644); err != nil {
				t.Fatal(err)
			}
			if err := site.Write(dir); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got error %v, want one that holds %q", err, test.want)
			}
			if got := files(t, dir); !slices.Equal(got, []string{test.file}) {
				t.Errorf("the folder now holds %q", got)
			}
		})
	}
	dir := filepath.Join(t.TempDir(), "site")
	if err := site.Write(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "CNAME"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := site.Write(dir); err == nil || !strings.Contains(err.Error(), "would be lost") {
		t.Errorf("a file beside the site's: got error %v", err)
	}
}

func TestCheckBudgets(t *testing.T) {
	site := exampleSite(t)
	size := site.Size(EnginePart).Brotli
	if size >= site.Size(EnginePart).Gzip || site.Size(EnginePart).Raw != 2*len(text) {
		t.Fatalf("sizes %+v", site.Size(EnginePart))
	}
	if err := site.CheckBudgets([]Budget{{EnginePart, "engine", size}}); err != nil {
		t.Error(err)
	}
	if err := site.CheckBudgets([]Budget{{EnginePart, "engine", size - 1}}); err == nil || !strings.Contains(err.Error(), "engine: ") {
		t.Errorf("got %v", err)
	}
}
