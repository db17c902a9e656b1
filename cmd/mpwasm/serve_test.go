package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// served is a running `mpwasm serve`.
type served struct {
	url  string
	stop context.CancelFunc
	done chan int
	errs *bytes.Buffer // to be read when it has ended
}

// startServe runs the command until the test ends, and waits for the address that it prints.
func startServe(t *testing.T, args ...string) *served {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	in, out := io.Pipe()
	s := &served{stop: cancel, done: make(chan int, 1), errs: &bytes.Buffer{}}
	go func() {
		s.done <- run(ctx, append([]string{"mpwasm", "serve", "--addr", "127.0.0.1:0"}, args...), streams{in: strings.NewReader(""), out: out, err: s.errs})
		out.Close()
	}()
	lines := bufio.NewScanner(in)
	if !lines.Scan() {
		t.Fatalf("serve ended with status %d: %s", <-s.done, s.errs)
	}
	s.url = lines.Text()
	t.Cleanup(cancel)
	return s
}

// compareTab is in a page that offers to compare; the rules of its style stand in every page.
const compareTab = `id="tab-compare"`

func get(t *testing.T, url string) (*http.Response, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r, string(body)
}

// The server serves the page, says that its address is taken, and ends at once and well when it is asked to.
func TestServe(t *testing.T) {
	s := startServe(t)
	r, page := get(t, s.url)
	if !strings.Contains(page, "<title>MicroPython playground</title>") || !strings.HasSuffix(r.Header.Get("Content-Security-Policy"), "; frame-ancestors 'self'") {
		t.Errorf("got %v %.200s", r.Header, page)
	}
	if !strings.Contains(page, compareTab) {
		t.Error("on a loopback address, the page does not offer to compare")
	}
	if r, answer := get(t, s.url+"compare"); r.StatusCode != http.StatusMethodNotAllowed || !strings.Contains(answer, "POST") {
		t.Errorf("comparing with GET: %s, %s", r.Status, answer)
	}
	var errs bytes.Buffer
	addr := strings.Trim(strings.TrimPrefix(s.url, "http://"), "/")
	status := run(t.Context(), []string{"mpwasm", "serve", "--addr", addr}, streams{out: io.Discard, err: &errs})
	if status != statusTrouble || !strings.Contains(errs.String(), "another program uses the port") {
		t.Errorf("a second server: status %d, %s", status, &errs)
	}
	s.stop()
	if status := <-s.done; status != statusOK {
		t.Errorf("ended with status %d: %s", status, s.errs)
	}
}

// With --watch, a page is told when its sources change, and sources with mistakes change nothing.
func TestServeWatch(t *testing.T) {
	sources := filepath.Join(t.TempDir(), "web")
	if err := os.CopyFS(sources, os.DirFS("../../web")); err != nil {
		t.Fatal(err)
	}
	s := startServe(t, "--watch", "--sources", sources, "--compare=false")
	if _, page := get(t, s.url); strings.Contains(page, compareTab) {
		t.Error("with --compare=false, the page offers to compare")
	}
	if r, _ := get(t, s.url+"compare"); r.StatusCode != http.StatusNotFound {
		t.Errorf("with --compare=false, comparing: %s", r.Status)
	}
	socket, _, err := websocket.DefaultDialer.Dial(strings.Replace(s.url, "http", "ws", 1)+"live", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	page := filepath.Join(sources, "playground", "index.html")
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	mistake := filepath.Join(sources, "playground", "mistake.ts")
	if err := os.WriteFile(mistake, []byte("export const n: number = 'text';\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Second) // so that the mistake is seen by itself, mostly; either way the page must not break
	if err := os.Remove(mistake); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(page, bytes.Replace(text, []byte("<title>"), []byte("<title>Changed "), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	for { // once for the mistake's end and once for the change, or once for both
		if err := socket.SetReadDeadline(time.Now().Add(2 * time.Minute)); err != nil {
			t.Fatal(err)
		}
		if _, message, err := socket.ReadMessage(); err != nil || string(message) != "reload" {
			t.Fatalf("got %q, %v", message, err)
		}
		if _, page := get(t, s.url); strings.Contains(page, "<title>Changed ") {
			break
		}
	}
	s.stop()
	if status := <-s.done; status != statusOK {
		t.Errorf("ended with status %d: %s", status, s.errs)
	}
}
