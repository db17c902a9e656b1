package library_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/seed-3f7e3123/mpwasm/runtime/browser"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// perBrowserTest is how long a browser may be silent, on a machine that is busy.
const perBrowserTest = 3 * time.Minute

// pageKinds are what a page may be: isolated, with shared memory, by two headers; or not, and then with or without JSPI.
var pageKinds = map[string]struct {
	isolated bool
	script   string // runs before the tests
}{
	"isolated": {isolated: true},
	"plain":    {},
	"old":      {script: "delete WebAssembly.Suspending; delete WebAssembly.promising"},
}

// TestSessionsInBrowsers runs the tests of web/test in pages, as plain modules.
func TestSessionsInBrowsers(t *testing.T) {
	dir := t.TempDir()
	writePage(t, dir)
	for _, name := range []string{"chromium", "firefox"} {
		t.Run(name, func(t *testing.T) {
			for kind, page := range pageKinds {
				t.Run(kind, func(t *testing.T) {
					var missing *browser.NotFoundError
					if _, err := browser.Find(name); errors.As(err, &missing) {
						t.Skip(err)
					}
					runPage(t, name, dir, page.isolated, page.script)
				})
			}
		})
	}
}

// writePage writes the tests for browsers, the worker and the artifact.
func writePage(t *testing.T, dir string) {
	t.Helper()
	built, err := artifact()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "micropython.wasm"), built.module, 0o644); err != nil {
		t.Fatal(err)
	}
	writeRecursion(t, dir)
	s := source(t)
	result := api.Build(api.BuildOptions{
		EntryPoints:   []string{filepath.Join(s.Dir, "test", "browser", "main.ts"), filepath.Join(s.Dir, "src", "worker.ts")},
		EntryNames:    "[name]",
		Outdir:        dir,
		Bundle:        true,
		Write:         true,
		Format:        api.FormatESModule,
		Target:        library.Target,
		MainFields:    []string{"module", "main"},
		External:      []string{"node:fs/promises", "node:worker_threads"},
		Loader:        map[string]api.Loader{".py": api.LoaderText},
		Alias:         map[string]string{"node:test": filepath.Join(s.Dir, "test", "browser", "test.ts"), "node:assert/strict": filepath.Join(s.Dir, "test", "browser", "assert.ts")},
		AbsWorkingDir: s.Dir,
		LogLevel:      api.LogLevelSilent,
	})
	for _, message := range result.Errors {
		t.Fatal(message.Text, message.Location)
	}
}

// runPage opens the tests in a browser and makes each of them one of t's.
func runPage(t *testing.T, name, dir string, isolated bool, script string) {
	results := make(chan pageResult)
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isolated {
			w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
			w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		}
		switch r.URL.Path {
		case "/result":
			select {
			case results <- readResult(r):
			case <-r.Context().Done():
			}
		case "/":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = io.WriteString(w, "<!doctype html><script>"+script+"</script><script type=module src=main.js></script>") // to a browser that is there
		default:
			files.ServeHTTP(w, r)
		}
	}))
	defer server.Close()
	b, err := browser.Start(context.Background(), name, "", server.URL+"/")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}()
	for count := 0; ; count++ {
		select {
		case result := <-results:
			if result.Name == "" {
				t.Logf("%d tests", count)
				if count == 0 {
					t.Error("no tests ran")
				}
				return
			}
			t.Run(result.Name, func(t *testing.T) {
				if result.Error != "" {
					t.Error(strings.TrimSpace(result.Error))
				}
			})
		case <-b.Exited():
			t.Fatal(b.Err())
		case <-time.After(perBrowserTest):
			t.Fatal("the browser is silent")
		}
	}
}

// pageResult is what a page tells of a test.
type pageResult struct{ Name, Error string }

func readResult(r *http.Request) (result pageResult) {
	if err := json.NewDecoder(r.Body).Decode(&result); err != nil {
		return pageResult{"decoding a result", err.Error()}
	}
	return result
}
