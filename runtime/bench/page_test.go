package bench

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fakePage answers as drivers/page.mjs does, in this process.
type fakePage struct {
	exited chan struct{}
	closed bool
}

func (p *fakePage) Exited() <-chan struct{} { return p.exited }
func (p *fakePage) Err() error              { return io.EOF }
func (p *fakePage) Close() error            { p.closed = true; return nil }

// play opens the page at an address and answers each program by the answers, one after the other; an empty one is the end of the browser.
func (p *fakePage) play(t *testing.T, address string, answers []string) {
	base, _ := url.Parse(address)
	at := func(path string) string { return base.ResolveReference(&url.URL{Path: path}).String() }
	for i, says := range answers {
		if i > 0 {
			response, err := http.Get(at("/next"))
			if err != nil {
				return // the engine was closed
			}
			program, _ := io.ReadAll(response.Body)
			response.Body.Close()
			says = strings.ReplaceAll(says, "PROGRAM", string(program))
		}
		if says == "" {
			close(p.exited)
			return
		}
		if says == "late" {
			return
		}
		response, err := http.Post(at("/answer"), "application/json", strings.NewReader(says))
		if err != nil {
			return // the engine took the last answer and was closed; had it not taken it, the test would miss its sample
		}
		response.Body.Close()
	}
}

// openFake makes an engine whose page answers so.
func openFake(t *testing.T, answers ...string) (*pageEngine, *[]*fakePage) {
	t.Helper()
	var pages []*fakePage
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.wasm"), []byte("wasm"), 0o644); err != nil {
		t.Fatal(err)
	}
	e, err := newPageEngine("x-chromium", folder, "/?engine=x", func(_ context.Context, address string) (openPage, error) {
		p := &fakePage{exited: make(chan struct{})}
		pages = append(pages, p)
		go p.play(t, address, answers)
		return p, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = e.Close() })
	return e, &pages
}

func TestPageAnswers(t *testing.T) {
	e, pages := openFake(t, `{"version": "X 1"}`, `{"ns": 5, "output": "PROGRAM"}`, `{"error": "Traceback\nNameError: x"}`, `{"ns": 6}`)
	sample, err := e.Run(t.Context(), Program{Source: []byte("7")})
	if err != nil || sample.Took != 5 || sample.Output != "7" || e.Version() != "X 1" {
		t.Errorf("got %v, %v of %s, want the program's answer", sample, err, e.Version())
	}
	if why, ok := refused(second(e.Run(t.Context(), Program{}))); !ok || why != "NameError: x" {
		t.Errorf("got %q, %v, want the last line of the error", why, ok)
	}
	if sample, err := e.Run(t.Context(), Program{}); err != nil || sample.Took != 6 {
		t.Errorf("got %v, %v, want another answer", sample, err)
	}
	if err := e.Close(); err != nil || len(*pages) != 1 || !(*pages)[0].closed {
		t.Errorf("got %v of %d browsers, want one that is closed", err, len(*pages))
	}
}

func TestPageServesPackageAndDriver(t *testing.T) {
	e, _ := openFake(t)
	for path, want := range map[string]string{"/package/a.wasm": "application/wasm", "/drivers/page.mjs": "text/javascript; charset=utf-8", "/": "text/html; charset=utf-8"} {
		response, err := http.Get("http://" + e.listener.Addr().String() + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if got := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || got != want {
			t.Errorf("%s: got %s of type %q, want %q", path, response.Status, got, want)
		}
		if got := response.Header.Get("Cross-Origin-Embedder-Policy"); got != "require-corp" {
			t.Errorf("%s: got %q, want a page whose clock is fine", path, got)
		}
	}
}

func TestPageIsLost(t *testing.T) {
	for name, says := range map[string]string{"browser ends": "", "program is late": "late"} {
		t.Run(name, func(t *testing.T) {
			e, pages := openFake(t, `{"version": "X 1"}`, says)
			for range 2 { // each time in another browser
				ctx, cancel := context.WithTimeout(t.Context(), time.Second)
				_, err := e.Run(ctx, Program{Source: []byte("7")})
				cancel()
				if _, ok := refused(err); !ok {
					t.Errorf("got %v, want a refusal", err)
				}
			}
			if len(*pages) != 2 || !(*pages)[0].closed {
				t.Errorf("got %d browsers, want another one after the first was closed", len(*pages))
			}
		})
	}
}

func TestPageDoesNotStart(t *testing.T) {
	e, _ := openFake(t, `{"error": "no WebAssembly"}`)
	if _, err := e.Run(t.Context(), Program{}); err == nil || !strings.Contains(err.Error(), "no WebAssembly") {
		t.Errorf("got %v, want what the page said", err)
	}
}

func second(_ Sample, err error) error { return err }
