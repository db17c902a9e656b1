package playground_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/playground"
	launch "github.com/seed-3f7e3123/mpwasm/runtime/browser"
)

// appFiles are somebody's page that uses the library as an npm package, in a worker and on the page's own thread.
var appFiles = map[string]string{
	"package.json": `{"name": "app", "private": true, "type": "module", "dependencies": {"mpwasm": "0.0.0"}}`,
	"index.html":   `<!doctype html><meta charset="utf-8"><script type="module" src="./main.js"></script>`,
	"main.js": `import { MicroPython } from "mpwasm";
const tell = (result) => fetch("/result", { method: "POST", body: JSON.stringify(result) });
try {
  const engine = await MicroPython.load();
  const values = [];
  for (const thread of ["worker", "here"]) {
    const session = await engine.session({ thread });
    values.push((await session.run("print('x')\n6 * 7")).value);
    await session.dispose();
  }
  await tell({ values });
} catch (error) {
  await tell({ error: String(error) });
}
`,
}

// TestBundlers builds a page that imports the library in ways that people do, and opens it in Chromium. A tool makes the
// folder that is served out of the page's.
func TestBundlers(t *testing.T) {
	for name, build := range map[string]func(t *testing.T, app, out string){
		"plain module": servePlainly,
		"esbuild":      buildWithESBuild,
		"Vite":         buildWithVite,
	} {
		t.Run(name, func(t *testing.T) {
			var missing *launch.NotFoundError
			if _, err := launch.Find("chromium"); errors.As(err, &missing) {
				t.Skip(err)
			}
			app, out := t.TempDir(), t.TempDir()
			writeApp(t, app)
			build(t, app, out)
			openApp(t, out)
		})
	}
}

// TestPackageInNode runs a program that imports the library as an npm package in Node.js.
func TestPackageInNode(t *testing.T) {
	app := t.TempDir()
	writeApp(t, app)
	const program = `import { MicroPython, SnapshotError } from "mpwasm";
const engine = await MicroPython.load();
for (const thread of ["here", "worker"]) {
  const session = await engine.session({ thread });
  const { value, stdout } = await session.run("print('x')\n6 * 7");
  await session.restore(await session.snapshot());
  const refused = await session.restore(new Uint8Array(9)).catch((error) => error instanceof SnapshotError);
  console.log(thread, value, JSON.stringify(stdout), refused);
  await session.dispose();
}
`
	if err := os.WriteFile(filepath.Join(app, "main.js"), []byte(program), 0o644); err != nil {
		t.Fatal(err)
	}
	node, err := npm.Executable("node")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), node, "main.js")
	cmd.Dir = app
	out, err := cmd.CombinedOutput()
	if want := "here 42 \"x\\n\" true\nworker 42 \"x\\n\" true\n"; err != nil || string(out) != want {
		t.Errorf("got %v, %s; want %s", err, out, want)
	}
}

// writeApp writes the page, with the library in node_modules.
func writeApp(t *testing.T, dir string) {
	t.Helper()
	for name, text := range appFiles {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	site := filepath.Join(t.TempDir(), "site")
	if err := builtSite(t).Write(site); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "node_modules", "mpwasm"), os.DirFS(filepath.Join(site, "lib"))); err != nil {
		t.Fatal(err)
	}
}

// servePlainly uses no tool: an import map says where the library is.
func servePlainly(t *testing.T, app, out string) {
	if err := os.CopyFS(out, os.DirFS(app)); err != nil {
		t.Fatal(err)
	}
	const page = `<!doctype html><meta charset="utf-8"><script type="importmap">{"imports": {"mpwasm": "./node_modules/mpwasm/index.js"}}</script><script type="module" src="./main.js"></script>`
	if err := os.WriteFile(filepath.Join(out, "index.html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
}

// buildWithESBuild bundles the page. esbuild does not follow addresses in new URL(): the worker and the artifact are
// copied beside the bundle.
func buildWithESBuild(t *testing.T, app, out string) {
	result := api.Build(api.BuildOptions{
		AbsWorkingDir: app, EntryPoints: []string{"main.js"}, Outdir: out, Bundle: true, Write: true,
		Format: api.FormatESModule, MinifyIdentifiers: true, MinifySyntax: true, MinifyWhitespace: true, LogLevel: api.LogLevelSilent,
	})
	for _, message := range append(result.Errors, result.Warnings...) {
		t.Error(message.Text, message.Location)
	}
	for from, to := range map[string]string{
		"index.html": "index.html", "node_modules/mpwasm/worker.js": "worker.js", "node_modules/mpwasm/micropython.wasm": "micropython.wasm",
	} {
		data, err := os.ReadFile(filepath.Join(app, filepath.FromSlash(from)))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(out, to), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// buildWithVite builds the page with Vite's defaults, which finds worker and artifact by itself.
func buildWithVite(t *testing.T, app, out string) {
	packages, err := npm.Install(t.Context(), playground.CacheDir(), []string{"vite"}, progress.Discard)
	if err != nil {
		t.Fatal(err)
	}
	node, err := npm.Executable("node")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), node, packages.File("vite/bin/vite.js"), "build", "--base", "./", "--outDir", out, "--emptyOutDir")
	cmd.Dir = app
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	scripts, err := fs.Glob(os.DirFS(out), "assets/worker-*.js")
	if err != nil || len(scripts) != 1 {
		t.Errorf("Vite made of the worker %v, %v; want one script", scripts, err)
	}
}

// openApp serves a folder and waits for what the page says.
func openApp(t *testing.T, dir string) {
	type said struct {
		Values []int
		Error  string
	}
	results := make(chan said, 1)
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/result" {
			files.ServeHTTP(w, r)
			return
		}
		var result said
		if err := json.NewDecoder(r.Body).Decode(&result); err != nil {
			result.Error = err.Error()
		}
		results <- result
	}))
	defer server.Close()
	b, err := launch.Start(t.Context(), "chromium", "", server.URL+"/")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}()
	select {
	case result := <-results:
		if result.Error != "" || len(result.Values) != 2 || result.Values[0] != 42 || result.Values[1] != 42 {
			t.Errorf("the page said %+v, want 42 twice", result)
		}
	case <-b.Exited():
		t.Fatal(b.Err())
	case <-time.After(2 * time.Minute):
		t.Fatal("the page said nothing")
	}
}
