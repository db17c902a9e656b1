package playground_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// sitePath is where the tests' static server has the site: not at its root.
const sitePath = "/some/path/"

// scenarioFiles hold what browsers are driven through.
var scenarioFiles = []string{"running.mjs", "panels.mjs", "looks.mjs"}

// browsers are those that can be driven, and how Debian calls them.
var browsers = []struct{ name, executable, install string }{
	{"chromium", "chromium", "apt-get install chromium"},
	{"firefox", "firefox-esr", "apt-get install firefox-esr"},
}

// TestBrowsers uses each control of the bundled page in real browsers. The server is a plain one for files, sets no
// header, and has the site below a path.
func TestBrowsers(t *testing.T) {
	packages, err := npm.Install(t.Context(), cacheDir(), []string{"playwright-core", "axe-core"}, progress.Discard)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "site")
	if err := builtSite(t).Write(dir); err != nil {
		t.Fatal(err)
	}
	for _, browser := range browsers {
		t.Run(browser.name, func(t *testing.T) {
			executable, err := exec.LookPath(browser.executable)
			if err != nil {
				t.Skipf("%s is not installed; on Debian: %s", browser.executable, browser.install)
			}
			server := httptest.NewServer(http.StripPrefix(sitePath, staticHost(t, browser.name, dir)))
			defer server.Close()
			drive(t, map[string]any{
				"modules": packages.Dir, "browser": browser.name, "executable": executable,
				"url": server.URL + sitePath, "scenarios": scenarioFiles,
			})
		})
	}
}

// staticHost is a plain server for files. The driver talks to Firefox by WebDriver BiDi, where its own steps are
// evaluated in the page, so for Firefox the page's policy lets that through, and nothing else.
func staticHost(t *testing.T, browser, dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	if browser != "firefox" {
		return files
	}
	page, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	const strict = "&#39;wasm-unsafe-eval&#39;"
	if strings.Count(string(page), strict) != 1 {
		t.Fatalf("the page's policy does not hold %s", strict)
	}
	relaxed := strings.Replace(string(page), strict, strict+" &#39;unsafe-eval&#39;", 1)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "" {
			files.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, relaxed) // a browser that has gone is none of the test's business
	})
}

// scenarioResult is a line that the driver prints.
type scenarioResult struct {
	Name    string `json:"name"`
	Error   string `json:"error"`
	Skipped string `json:"skipped"`
}

// drive runs the driver, each of whose scenarios is a test.
func drive(t *testing.T, config map[string]any) {
	encoded, err := json.Marshal(config)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	defer cancel()
	node, err := npm.Executable("node")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(ctx, node, filepath.Join("testdata", "browser", "main.mjs"), string(encoded))
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
	for lines.Scan() {
		var result scenarioResult
		if err := json.Unmarshal(lines.Bytes(), &result); err != nil {
			t.Errorf("the driver printed %q: %v", lines.Text(), err)
			continue
		}
		t.Run(result.Name, func(t *testing.T) {
			if result.Skipped != "" {
				t.Skip(result.Skipped)
			}
			if result.Error != "" {
				t.Error(result.Error)
			}
		})
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("driving the browser: %v", err)
	}
}
