package library_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/runtime/browser"
)

// officialPackage is MicroPython as its authors publish it for pages.
const officialPackage = "@micropython/micropython-webassembly-pyscript"

// BenchmarkPeers times programs on the library and on the official npm MicroPython, in the same page of Chromium, and
// reports how many times as long the official one takes: x-faster. Run it with
//
//	go test ./web/library -run '^$' -bench Peers -benchtime 1x
func BenchmarkPeers(b *testing.B) {
	dir := b.TempDir()
	writePeers(b, dir)
	for b.Loop() {
		times := runPeers(b, dir)
		for name, t := range times {
			b.Run(name, func(b *testing.B) {
				b.ReportMetric(t.Ours, "ms-ours")
				b.ReportMetric(t.Theirs, "ms-official")
				b.ReportMetric(t.Theirs/t.Ours, "x-faster")
				b.ReportMetric(0, "ns/op") // of nothing
			})
		}
	}
}

// writePeers writes the library, the official package and the page's script.
func writePeers(b *testing.B, dir string) {
	b.Helper()
	built, err := artifact()
	if err != nil {
		b.Fatal(err)
	}
	if err := source(b).Bundle(dir, "src/index.ts", "src/worker.ts"); err != nil {
		b.Fatal(err)
	}
	script, err := os.ReadFile(filepath.Join("testdata", "peers.js"))
	if err != nil {
		b.Fatal(err)
	}
	for name, data := range map[string][]byte{"micropython.wasm": built.module, "peers.js": script, "index.html": []byte("<!doctype html><script type=module src=peers.js></script>")} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	packages, err := npm.Install(b.Context(), cacheDir(), []string{officialPackage}, progress.Discard)
	if err != nil {
		b.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "peer"), os.DirFS(packages.File(officialPackage))); err != nil {
		b.Fatal(err)
	}
}

// peerTimes are milliseconds.
type peerTimes struct{ Ours, Theirs float64 }

// runPeers opens the page and waits for its times, by the programs' names.
func runPeers(b *testing.B, dir string) map[string]peerTimes {
	b.Helper()
	results := make(chan pageResult, 1)
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/result" {
			results <- readResult(r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	chromium, err := browser.Start(b.Context(), "chromium", "", server.URL+"/")
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := chromium.Close(); err != nil {
			b.Error(err)
		}
	}()
	select {
	case result := <-results:
		var times map[string]peerTimes
		if err := json.Unmarshal([]byte(result.Name), &times); err != nil || result.Error != "" {
			b.Fatalf("the page said %q, %s", result.Name, result.Error)
		}
		return times
	case <-chromium.Exited():
		b.Fatal(chromium.Err())
	case <-time.After(perBrowserTest):
		b.Fatal("the browser is silent")
	}
	return nil
}
