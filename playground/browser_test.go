package playground_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"iter"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/playground"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// sitePath is where the tests' static server has the site: not at its root.
const sitePath = "/some/path/"

// scenarioFiles hold what browsers are driven through.
var scenarioFiles = []string{"running.mjs", "panels.mjs", "shelf.mjs", "lost.mjs", "files.mjs", "faults.mjs", "clicker.mjs", "looks.mjs", "assist.mjs", "drawing.mjs", "library.mjs", "loading.mjs", "embed.mjs", "debug.mjs", "examples.mjs", "gallery.mjs", "update.mjs"}

// What is driven in browsers: `go test ./playground -run Browsers -timeout 6h -clicks 10000 -scenarios clicks` is the long way.
var (
	onlyScenarios = flag.String("scenarios", "", "a pattern for the names of the scenarios that browsers are driven through")
	clicks        = flag.Int("clicks", 100, "how often somebody clicks who has no plan")
	clicksSeed    = flag.Int("clicks-seed", 1, "what those clicks follow from")
)

// browser is one that can be driven, and how Debian calls it; atOnce is how many scenarios it plays side by side.
type browser struct {
	name, executable, install string
	atOnce                    int
}

var browsers = []browser{
	{"chromium", "chromium", "apt-get install chromium", 2},
	{"firefox", "firefox-esr", "apt-get install firefox-esr", 1}, // where one window alone has the focus
}

// TestBrowsers uses each control of the bundled page in real browsers, side by side. The server is a plain one for files, sets no
// header, and has the site below a path. Firefox plays the scenarios in which browsers differ most; all of them where
// MPWASM_TEST_FULL is set, or -scenarios names some.
func TestBrowsers(t *testing.T) {
	site := builtSite(t)
	for _, browser := range browsers {
		t.Run(browser.name, func(t *testing.T) {
			t.Parallel()
			report(t, drive(t, browser, host{site: site}, scenarioFiles...))
		})
	}
}

// fullEnv has all scenarios played in all browsers.
const fullEnv = "MPWASM_TEST_FULL"

// TestCompareInBrowsers compares programs of the page with the server's sandbox.
func TestCompareInBrowsers(t *testing.T) {
	result, err := builder.Build(t.Context(), builder.Config{CacheDir: playground.CacheDir()})
	if err != nil {
		t.Fatal(err)
	}
	site, err := playground.Build(t.Context(), playground.Config{Module: result.Module, Manifest: result.Manifest, CacheDir: playground.CacheDir(), Compare: &playground.CompareBounds})
	if err != nil {
		t.Fatal(err)
	}
	engine, err := sandbox.NewEngine(t.Context(), sandbox.EngineConfig{Artifact: result.Module})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close(t.Context())
	comparer := playground.NewComparer(engine, &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	for _, browser := range browsers {
		t.Run(browser.name, func(t *testing.T) {
			report(t, drive(t, browser, host{site, comparer}, "compare.mjs"))
		})
	}
}

// report makes a test of each scenario.
func report(t *testing.T, results iter.Seq[scenarioResult]) {
	for result := range results {
		t.Run(result.Name, func(t *testing.T) {
			if result.Skipped != "" {
				t.Skip(result.Skipped)
			}
			t.Logf("%.1f s", result.Seconds)
			if result.Error != "" {
				t.Error(result.Error)
			}
		})
	}
}

// BenchmarkBrowsers measures what a user waits for.
func BenchmarkBrowsers(b *testing.B) {
	for _, browser := range browsers {
		b.Run(browser.name, func(b *testing.B) {
			for b.Loop() {
				for result := range drive(b, browser, host{site: builtSite(b)}, "bench.mjs") {
					if result.Error != "" {
						b.Fatal(result.Error)
					}
					for metric, value := range result.Result {
						b.ReportMetric(value, metric)
					}
				}
			}
			b.ReportMetric(0, "ns/op") // which says nothing here
		})
	}
}

// staticHost is a plain server for files. The driver talks to Firefox by WebDriver BiDi, where its own steps are
// evaluated in the page, so for Firefox the page's policy lets that through, and nothing else.
func staticHost(t testing.TB, browser, dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	if browser != "firefox" {
		return files
	}
	relaxed := map[string]string{}
	for path, name := range map[string]string{"": "index.html", "embed.html": "embed.html"} {
		page, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		const strict = "&#39;wasm-unsafe-eval&#39;"
		if strings.Count(string(page), strict) != 1 {
			t.Fatalf("the policy of %s does not hold %s", name, strict)
		}
		relaxed[path] = strings.Replace(string(page), strict, strict+" &#39;unsafe-eval&#39;", 1)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page, found := relaxed[r.URL.Path]
		if !found {
			files.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, page) // a browser that has gone is none of the test's business
	})
}

// secondVersion copies a site and changes the page's title, as another build would.
func secondVersion(t testing.TB, dir string) string {
	t.Helper()
	next := filepath.Join(t.TempDir(), "next")
	if err := os.CopyFS(next, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	replace := func(name, old, new string) (before, after string) {
		data, err := os.ReadFile(filepath.Join(next, name))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(string(data), old) != 1 {
			t.Fatalf("%s does not hold %s once", name, old)
		}
		changed := strings.Replace(string(data), old, new, 1)
		if err := os.WriteFile(filepath.Join(next, name), []byte(changed), 0o644); err != nil {
			t.Fatal(err)
		}
		// Servers tell versions apart by the second in which they were written.
		later := time.Now().Add(time.Minute)
		if err := os.Chtimes(filepath.Join(next, name), later, later); err != nil {
			t.Fatal(err)
		}
		digest := func(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text)))[:12] }
		return digest(string(data)), digest(changed)
	}
	before, after := replace("index.html", "<title>MicroPython playground", "<title>Second playground")
	replace("sw.js", before, after)
	worker, err := os.ReadFile(filepath.Join(next, "sw.js"))
	if err != nil {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`version:"[0-9a-f]+"`).Find(worker)
	replace("sw.js", string(version), `version:"second"`)
	return next
}

// scenarioResult is a line that the driver prints.
type scenarioResult struct {
	Name    string             `json:"name"`
	Error   string             `json:"error"`
	Skipped string             `json:"skipped"`
	Seconds float64            `json:"seconds"` // how long it took
	Result  map[string]float64 `json:"result"`  // of benchmarks
}

// host is what a test's server has.
type host struct {
	site *playground.Site
	// comparer answers beside the site, if there is one.
	comparer http.Handler
}

// drive starts a server and a browser, and yields how scenarios ended.
func drive(t testing.TB, b browser, h host, scenarios ...string) iter.Seq[scenarioResult] {
	t.Helper()
	executable, err := exec.LookPath(b.executable)
	if err != nil {
		t.Skipf("%s is not installed; on Debian: %s", b.executable, b.install)
	}
	packages, err := npm.Install(t.Context(), playground.CacheDir(), []string{"playwright-core", "axe-core"}, progress.Discard)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "site")
	if err := h.site.Write(dir); err != nil {
		t.Fatal(err)
	}
	next := secondVersion(t, dir)
	mux := http.NewServeMux()
	var files atomic.Value
	files.Store(staticHost(t, b.name, dir))
	mux.Handle(sitePath, http.StripPrefix(sitePath, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		files.Load().(http.Handler).ServeHTTP(w, r)
	})))
	if h.comparer != nil {
		mux.Handle(sitePath+"compare", h.comparer)
	}
	// A site of somebody else's, with the library beside its page.
	mux.Handle("/example/lib/", http.StripPrefix("/example", http.FileServer(http.Dir(dir))))
	mux.Handle("/example/", http.StripPrefix("/example", http.FileServer(http.Dir(filepath.Join("..", "web", "embed", "example")))))
	// As `mpwasm serve` serves the site, with its headers.
	mux.Handle("/served/", http.StripPrefix("/served", h.site.Handler()))
	mux.HandleFunc("/deploy", func(http.ResponseWriter, *http.Request) { files.Store(staticHost(t, b.name, next)) })
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	whole := len(scenarios) == len(scenarioFiles)
	atOnce := 1
	if whole {
		atOnce = b.atOnce
	}
	config, err := json.Marshal(map[string]any{
		"modules": packages.Dir, "browser": b.name, "executable": executable, "url": server.URL + sitePath, "scenarios": scenarios,
		"only": *onlyScenarios, "clicks": *clicks, "seed": *clicksSeed, "atOnce": atOnce,
		"sample": whole && b.name == "firefox" && *onlyScenarios == "" && os.Getenv(fullEnv) == "",
	})
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(scenarioResult) bool) { runDriver(t, string(config), yield) }
}

// runDriver runs the driver to its end and yields the results that it prints.
func runDriver(t testing.TB, config string, yield func(scenarioResult) bool) {
	node, err := npm.Executable("node")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 12*time.Minute+time.Duration(*clicks)*10*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, node, filepath.Join("testdata", "browser", "main.mjs"), config)
	cmd.Stderr = os.Stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) } // so that it ends its browser
	cmd.WaitDelay = 20 * time.Second
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	for wanted := true; wanted && lines.Scan(); {
		var result scenarioResult
		if err := json.Unmarshal(lines.Bytes(), &result); err != nil {
			t.Errorf("the driver printed %q: %v", lines.Text(), err)
			continue
		}
		if wanted = yield(result); !wanted {
			cancel()
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("driving the browser: %v", err)
	}
}
