package playground_test

import (
	"errors"
	"html"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/playground"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// fakeModule stands for the artifact where nothing runs it.
var fakeModule = []byte("\x00asm\x01\x00\x00\x00")

// The site keeps to its budgets, and holds what the page and the library need.
func TestBuild(t *testing.T) {
	s := builtSite(t)
	if err := s.CheckBudgets(playground.Budgets); err != nil {
		t.Error(err)
	}
	found := map[string]bool{}
	for _, file := range s.Files {
		found[file.Path] = true
		if file.Hashed != strings.HasPrefix(file.Path, "assets/") {
			t.Errorf("%s: hashed %v", file.Path, file.Hashed)
		}
		built := !strings.HasPrefix(file.Path, "examples/") // which are there as they were written
		if filepath.Ext(file.Path) == ".js" && built && !found[file.Path+".map"] && !strings.Contains(string(file.Data), "sourceMappingURL="+filepath.Base(file.Path)+".map") {
			t.Errorf("%s has no source map", file.Path)
		}
		if dir := os.TempDir(); strings.Contains(string(file.Data), dir+"/mpwasm") || strings.Contains(string(file.Data), playground.CacheDir()) {
			t.Errorf("%s names a path of this machine", file.Path)
		}
	}
	for _, path := range []string{"index.html", "sw.js", "app.webmanifest", "manifest.json", "licenses.txt", "lib/index.js", "lib/index.d.ts", "lib/worker.js", "lib/local.js", "lib/snapshot.js", "lib/trace.js", "lib/micropython.wasm", "lib/package.json", "embed.html", "lib/embed.js", "lib/run.js", "lib/rich.js", "lib/core.wasm", "lib/library.wasm"} {
		if !found[path] {
			t.Errorf("the site has no %s", path)
		}
	}
}

// A browser holds the page to the policy of the response, too: what the HTML allows, that allows, and the file for static hosts.
func TestPolicyOfThePage(t *testing.T) {
	s := builtSite(t)
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	said := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindSubmatch(w.Body.Bytes())
	if said == nil {
		t.Fatal("the HTML has no policy")
	}
	want := html.UnescapeString(string(said[1])) + "; frame-ancestors *"
	if got := w.Header().Get("Content-Security-Policy"); got != want {
		t.Errorf("the response says %q; with what the HTML says it would be %q", got, want)
	}
	for _, file := range s.Files {
		if file.Path == "_headers" && !strings.Contains(string(file.Data), "Content-Security-Policy: "+want+"\n") {
			t.Errorf("the file for static hosts is %q", file.Data)
		}
	}
}

// Modules of CPython's in the artifact bring its licence with them.
func TestLicenses(t *testing.T) {
	for _, license := range []string{"", "A. HISTORY OF THE SOFTWARE"} {
		s, err := playground.Build(t.Context(), playground.Config{Module: fakeModule, CacheDir: playground.CacheDir(), CPythonLicense: []byte(license)})
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range s.Files {
			if file.Path == "licenses.txt" && strings.Contains(string(file.Data), "---- CPython") != (license != "") {
				t.Errorf("with the licence %q: %.300s", license, file.Data)
			}
		}
	}
}

// A page about the modules is in the site, and the page's scripts link to it; without one nothing does.
func TestModulesPage(t *testing.T) {
	for _, pages := range []map[string][]byte{nil, {playground.ModulesName: []byte("<p>modules")}} {
		s, err := playground.Build(t.Context(), playground.Config{Module: fakeModule, CacheDir: playground.CacheDir(), Live: true, Pages: pages})
		if err != nil {
			t.Fatal(err)
		}
		there, linked := false, false
		for _, file := range s.Files {
			there = there || file.Path == playground.ModulesName && string(file.Data) == "<p>modules"
			linked = linked || strings.HasSuffix(file.Path, ".js") && strings.Contains(string(file.Data), "../"+playground.ModulesName)
		}
		if there != (pages != nil) || linked != (pages != nil) {
			t.Errorf("with %d pages: there %v, linked %v", len(pages), there, linked)
		}
	}
}

// The same sources give the same names: a name of the assets is a promise of what is in the file.
func TestBuildRepeats(t *testing.T) {
	var before *playground.Site
	for range 2 {
		s, err := playground.Build(t.Context(), playground.Config{Module: fakeModule, CacheDir: playground.CacheDir(), Live: true})
		if err != nil {
			t.Fatal(err)
		}
		if before == nil {
			before = s
			continue
		}
		for i, file := range s.Files {
			if file.Path != before.Files[i].Path || string(file.Data) != string(before.Files[i].Data) {
				t.Errorf("%s differs from %s of the first build", file.Path, before.Files[i].Path)
			}
		}
	}
}

// Mistakes in the sources are told with their places; so is that there is no artifact.
func TestBuildErrors(t *testing.T) {
	for _, test := range []struct{ name, file, text, tool, want string }{
		{"type", "playground/build.ts", "export const n: number = 'text';\n", "tsc", "playground/build.ts(1,14): error TS2322"},
		{"style", "playground/style/main.css", "@import './none.css';\n", "esbuild", `Could not resolve "./none.css"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "web")
			if err := os.CopyFS(dir, os.DirFS("../web")); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(test.file)), []byte(test.text), 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := playground.Build(t.Context(), playground.Config{Module: fakeModule, CacheDir: playground.CacheDir(), Sources: os.DirFS(dir)})
			var wrong *library.SourceError
			if !errors.As(err, &wrong) || wrong.Tool != test.tool || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want one of %s that holds %s", err, test.tool, test.want)
			}
		})
	}
	if _, err := playground.Build(t.Context(), playground.Config{CacheDir: playground.CacheDir()}); err == nil || !strings.Contains(err.Error(), "mpwasm build") {
		t.Errorf("with no artifact: got %v", err)
	}
}
