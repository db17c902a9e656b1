package conformance

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// testServer serves a page that nobody reads.
func testServer(t *testing.T) *PageServer {
	t.Helper()
	server, err := servePage(map[string][]byte{"index.html": []byte("page")}, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	return server
}

// dial connects to the socket of an address as a page does.
func dial(address, origin string) (*websocket.Conn, *http.Response, error) {
	socket := strings.Replace(strings.Replace(address, "http:", "ws:", 1), "/?", "/socket?", 1)
	return websocket.DefaultDialer.Dial(socket, http.Header{"Origin": {origin}})
}

func originOf(server *PageServer) string { return "http://" + server.listener.Addr().String() }

func TestSocketChecksOriginAndToken(t *testing.T) {
	server := testServer(t)
	address, pages := server.expect()
	for _, test := range []struct{ name, address, origin string }{
		{"another origin", address, "http://example.org"},
		{"no origin", address, ""},
		{"another port", address, "http://127.0.0.1:1"},
		{"another token", address + "x", originOf(server)},
		{"no token", originOf(server) + "/?", originOf(server)},
	} {
		if _, response, err := dial(test.address, test.origin); err == nil || response == nil || response.StatusCode != http.StatusForbidden {
			t.Errorf("%s: got %v, %v; want it to be forbidden", test.name, response, err)
		}
	}
	conn, _, err := dial(address, originOf(server))
	if err != nil {
		t.Fatalf("the page itself: %v", err)
	}
	defer conn.Close()
	(<-pages).conn.Close()
	if _, response, err := dial(address, originOf(server)); err == nil || response.StatusCode != http.StatusForbidden {
		t.Errorf("a second time: got %v, %v; want it to be forbidden", response, err)
	}
}

func TestPageServerServesItsFilesAlone(t *testing.T) {
	server := testServer(t)
	for path, want := range map[string]int{"/": 200, "/index.html": 200, "/none": 404, "/../page.go": 404, "/socket": 403} {
		response, err := http.Get(originOf(server) + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != want {
			t.Errorf("%s: got status %d, want %d", path, response.StatusCode, want)
		}
	}
}

// fakeBrowser opens the page by answering requests itself.
type fakeBrowser struct {
	exited chan struct{}
	closed atomic.Bool
}

func (f *fakeBrowser) Exited() <-chan struct{} { return f.exited }
func (f *fakeBrowser) Err() error              { return errBroken }
func (f *fakeBrowser) Close() error            { f.closed.Store(true); return nil }

// pageThat opens a page that answers each request so; where the answer is nil, it goes away.
func pageThat(t *testing.T, server *PageServer, answer func(protocol.Request) *protocol.Response) func(string) (running, error) {
	return func(address string) (running, error) {
		conn, _, err := dial(address, originOf(server))
		if err != nil {
			return nil, err
		}
		t.Cleanup(func() { conn.Close() })
		go func() {
			defer conn.Close()
			for {
				var request protocol.Request
				if conn.ReadJSON(&request) != nil {
					return
				}
				response := answer(request)
				if response == nil {
					return
				}
				response.ID = request.ID
				if conn.WriteJSON(response) != nil {
					return
				}
			}
		}()
		return &fakeBrowser{exited: make(chan struct{})}, nil
	}
}

var hello = Program{Name: "/hello.py", Source: []byte("print('hello')")}

func TestBrowserRuns(t *testing.T) {
	server := testServer(t)
	target := &Browser{server: server, name: "fake", connect: time.Minute, open: pageThat(t, server, func(protocol.Request) *protocol.Response {
		return &protocol.Response{Outcomes: []protocol.Report{{Outcome: protocol.Completed}}, Merged: protocol.Text("hello\n"), MemorySHA256: "digest"}
	})}
	for range 3 {
		result, err := target.Run(t.Context(), hello)
		if err != nil || string(result.Merged) != "hello\n" || result.MemorySHA256 != "digest" {
			t.Errorf("got %+v, %v", result, err)
		}
	}
	if target.starts != 1 {
		t.Errorf("the browser was started %d times, want once", target.starts)
	}
	browser := target.running.(*fakeBrowser)
	if err := target.Close(); err != nil || !browser.closed.Load() {
		t.Errorf("the browser was not ended: %v", err)
	}
}

func TestBrowserThatEndsAtOnce(t *testing.T) {
	exited := make(chan struct{})
	close(exited)
	target := &Browser{server: testServer(t), name: "fake", connect: time.Minute, open: func(string) (running, error) { return &fakeBrowser{exited: exited}, nil }}
	if err := target.Open(t.Context()); !errors.Is(err, errBroken) {
		t.Errorf("got %v, want how it ended", err)
	}
}

func TestBrowserThatNeverConnects(t *testing.T) {
	target := &Browser{server: testServer(t), name: "fake", connect: time.Millisecond, open: func(string) (running, error) {
		return &fakeBrowser{exited: make(chan struct{})}, nil
	}}
	for range 2 { // the second time without another wait
		if err := target.Open(t.Context()); err == nil || !strings.Contains(err.Error(), "fake") {
			t.Errorf("got %v, want an error that names the browser", err)
		}
	}
	if target.starts != maxStarts {
		t.Error("it would be started again")
	}
}

func TestBrowserThatIsMissing(t *testing.T) {
	target := NewBrowser(testServer(t), "chromium", "/nowhere/chromium")
	report, err := Run(t.Context(), target, []Suite{fakeSuite{wants("a/a.py", "a")}}, Options{})
	if err != nil || !strings.Contains(report.Error, "/nowhere/chromium") {
		t.Errorf("got %+v, %v, want a report that names the path", report, err)
	}
	if m := NewMatrix("", "", []*Report{report}, nil); m.Unexpected() != 1 {
		t.Error("that is not unexpected")
	}
}

// A page that goes away in the midst of a test costs that test. The browser is started again, but not for ever.
func TestBrowserIsStartedAgain(t *testing.T) {
	server := testServer(t)
	target := &Browser{server: server, name: "fake", connect: time.Minute, open: pageThat(t, server, func(protocol.Request) *protocol.Response { return nil })}
	for range maxStarts {
		if _, err := target.Run(t.Context(), hello); !errors.Is(err, errPageLost) {
			t.Errorf("got %v, want that the page is lost", err)
		}
	}
	if _, err := target.Run(t.Context(), hello); err == nil || !strings.Contains(err.Error(), "lost 3 times") {
		t.Errorf("got %v, want that it was lost too often", err)
	}
}

// A program that does not end is given up: the page is told, and answers both.
func TestBrowserCancels(t *testing.T) {
	server := testServer(t)
	var cancelled atomic.Int64
	hang := make(chan struct{})
	target := &Browser{server: server, name: "fake", connect: time.Minute, open: func(address string) (running, error) {
		conn, _, err := dial(address, originOf(server))
		if err != nil {
			return nil, err
		}
		t.Cleanup(func() { conn.Close() })
		go func() {
			var request protocol.Request
			for conn.ReadJSON(&request) == nil {
				if request.Op == protocol.OpRun {
					close(hang)
				} else if request.Op == protocol.OpCancel {
					cancelled.Store(int64(request.Cancel))
					if conn.WriteJSON(protocol.Response{ID: request.ID}) != nil {
						return
					}
				}
			}
		}()
		return &fakeBrowser{exited: make(chan struct{})}, nil
	}}
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-hang; cancel() }()
	if _, err := target.Run(ctx, hello); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was cancelled", err)
	}
	if cancelled.Load() != 1 || target.page.lost() {
		t.Errorf("request %d was cancelled, want 1; the page is lost: %v", cancelled.Load(), target.page.lost())
	}
}
