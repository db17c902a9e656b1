package playground

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// compareEngine is an engine for the tests, made once.
var compareEngine = sync.OnceValues(func() (*sandbox.Engine, error) {
	ctx := context.Background()
	built, err := builder.Build(ctx, builder.Config{CacheDir: CacheDir()})
	if err != nil {
		return nil, err
	}
	return sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: built.Module})
})

func newComparer(t *testing.T) *Comparer {
	t.Helper()
	engine, err := compareEngine()
	if err != nil {
		t.Fatal(err)
	}
	return NewComparer(engine, &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
}

// comparable is a request for a program, with the answer that a page of this engine would have.
func comparable(t *testing.T, c *Comparer, source string) protocol.CompareRequest {
	t.Helper()
	request := protocol.Request{
		Op:       protocol.OpRun,
		Session:  protocol.SessionOptions{Fuel: 1_000_000, TimeoutMS: 10_000, Mounts: []protocol.MountText{{Path: "/", Files: map[string]protocol.Text{"a.txt": []byte("a\xff")}, Writable: true}}, FilesLimitBytes: new(int64(1000))},
		Programs: []protocol.ProgramText{{Source: []byte(source)}},
	}
	response, err := c.engine.Answer(t.Context(), request, nil)
	if err != nil {
		t.Fatal(err)
	}
	return protocol.CompareRequest{Request: request, Response: response}
}

// post asks for a comparison, as the page does unless change makes it another request.
func post(t *testing.T, c *Comparer, asked any, change func(*http.Request)) (int, protocol.CompareResponse) {
	t.Helper()
	body, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), "POST", "http://127.0.0.1:8765/compare", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", "http://127.0.0.1:8765")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	WithCompare(http.NotFoundHandler(), c).ServeHTTP(w, r)
	var answer protocol.CompareResponse
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		t.Fatalf("got %s: %v", w.Body, err)
	}
	return w.Code, answer
}

// However a program ends, the server has the same as a page that runs the same engine.
func TestCompareAgrees(t *testing.T) {
	c := newComparer(t)
	for _, source := range []string{
		"print('<&>', open('a.txt', 'rb').read()); open('b.txt', 'w').write('b'); [1.5, 2**100, b'\\xff', '<']",
		"raise ValueError('no')",
		"import sys; sys.exit(3)",
		"while True: pass",
		"import random, time; (random.random(), time.time())",
	} {
		status, answer := post(t, c, comparable(t, c, source), nil)
		if status != http.StatusOK || len(answer.Fields) < 10 || answer.WallNS <= 0 {
			t.Errorf("%s: status %d, %+v", source, status, answer)
		}
		for _, field := range answer.Fields {
			if field.Differs || string(field.Page) != string(field.Server) {
				t.Errorf("%s: %s is %q in the page, %q on the server", source, field.Field, field.Page, field.Server)
			}
		}
	}
}

// What the page has otherwise is told, and nothing else.
func TestCompareDiffers(t *testing.T) {
	c := newComparer(t)
	for _, test := range []struct {
		want   []string
		change func(*protocol.Response)
	}{
		{[]string{"outcome"}, func(r *protocol.Response) { r.Outcomes[0].Outcome = protocol.Exited }},
		{[]string{"stdout"}, func(r *protocol.Response) { r.Outcomes[0].Stdout = []byte("1\n\n") }},
		{[]string{"value"}, func(r *protocol.Response) { r.Outcomes[0].Value = json.RawMessage("1267650600228229401496703205377") }},
		{[]string{"fuel"}, func(r *protocol.Response) { r.Outcomes[0].Used.Fuel++ }},
		{[]string{"memory"}, func(r *protocol.Response) { r.MemorySHA256 = strings.Repeat("0", 64) }},
		{nil, func(r *protocol.Response) { r.Outcomes[0].Used.WallNS++ }},
	} {
		asked := comparable(t, c, "print(1); 2**100")
		test.change(&asked.Response)
		_, answer := post(t, c, asked, nil)
		var got []string
		for _, field := range answer.Fields {
			if field.Differs {
				got = append(got, field.Field)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("got %v, want %v", got, test.want)
		}
	}
}

// What does not come from the page, or asks for more than it may, is refused, and says why.
func TestCompareRefuses(t *testing.T) {
	c := newComparer(t)
	header := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	program := protocol.ProgramText{Source: []byte("1")}
	asks := func(change func(*protocol.Request)) protocol.CompareRequest {
		asked := protocol.CompareRequest{Request: protocol.Request{Op: protocol.OpRun, Session: protocol.SessionOptions{Fuel: 1000, TimeoutMS: 1000}, Programs: []protocol.ProgramText{program}}}
		change(&asked.Request)
		return asked
	}
	fine := asks(func(*protocol.Request) {})
	for _, test := range []struct {
		name   string
		asked  any
		change func(*http.Request)
		status int
		want   string
	}{
		{"method", fine, func(r *http.Request) { r.Method = "GET" }, 405, "method GET"},
		{"another site", fine, header("Sec-Fetch-Site", "cross-site"), 403, "from no other"},
		{"another site, old browser", fine, func(r *http.Request) {
			r.Header.Del("Sec-Fetch-Site")
			r.Header.Set("Origin", "http://elsewhere.example")
		}, 403, "from no other"},
		{"a name for this machine", fine, func(r *http.Request) {
			r.Host = "elsewhere.example:8765"
			r.Header.Set("Origin", "http://elsewhere.example:8765")
		}, 403, `host "elsewhere.example:8765"`},
		{"form", fine, header("Content-Type", "text/plain"), 415, `type "text/plain"`},
		{"no JSON", "text", nil, 400, "decoding the request"},
		{"large", asks(func(r *protocol.Request) { r.Programs[0].Source = bytes.Repeat([]byte("#"), maxCompareBytes) }), nil, 413, "larger than"},
		{"memory", asks(func(r *protocol.Request) { r.Session.Memory = CompareBounds.Memory + 1 }), nil, 400, "option memory is 67108865: this server grants at most 67108864"},
		{"fuel", asks(func(r *protocol.Request) { r.Session.Fuel = 1 << 63 }), nil, 400, "option fuel"},
		{"no limit of fuel", asks(func(r *protocol.Request) { r.Session.Fuel = 0 }), nil, 400, "option fuel is 0"},
		{"time", asks(func(r *protocol.Request) { r.Session.TimeoutMS = 3_600_000 }), nil, 400, "option timeoutMs"},
		{"no limit of time", asks(func(r *protocol.Request) { r.Session.TimeoutMS = 0 }), nil, 400, "option timeoutMs is 0"},
		{"output", asks(func(r *protocol.Request) { r.Session.MaxOutput = 1 << 40 }), nil, 400, "option maxOutput"},
		{"files", asks(func(r *protocol.Request) { r.Session.FilesLimitBytes = new(int64(1 << 40)) }), nil, 400, "option filesLimitBytes"},
		{"invalid", asks(func(r *protocol.Request) { r.Session.Memory = 1 }), nil, 400, "invalid configuration"},
		{"negative", asks(func(r *protocol.Request) { r.Session.Memory = -1 }), nil, 400, "option memory is -1: it must not be negative"},
		{"time that wraps", asks(func(r *protocol.Request) { r.Session.TimeoutMS = math.MinInt64 }), nil, 400, "option timeoutMs is -9223372036854775808"},
		{"time beyond", json.RawMessage(`{"request":{"op":"run","session":{"fuel":1,"timeoutMs":1e400}}}`), nil, 400, "decoding the request"},
		{"time in parts", json.RawMessage(`{"request":{"op":"run","session":{"fuel":1,"timeoutMs":1.5}}}`), nil, 400, "decoding the request"},
		{"no number", json.RawMessage(`{"request":{"op":"run","session":{"fuel":"many","timeoutMs":1}}}`), nil, 400, "decoding the request"},
		{"negative fuel", json.RawMessage(`{"request":{"op":"run","session":{"fuel":-1,"timeoutMs":1}}}`), nil, 400, "decoding the request"},
		{"output", asks(func(r *protocol.Request) { r.Session.MaxOutput = math.MinInt64 }), nil, 400, "option maxOutput"},
		{"number of files", asks(func(r *protocol.Request) { r.Session.FilesLimit = math.MinInt }), nil, 400, "option filesLimit"},
		{"a folder of the server", asks(func(r *protocol.Request) { r.Session.Mounts = []protocol.MountText{{Path: "/etc", Folder: "/etc"}} }), nil, 400, `no folder "/etc"`},
		{"op", asks(func(r *protocol.Request) { r.Op = protocol.OpFolder }), nil, 400, `op "folder"`},
		{"programs", asks(func(r *protocol.Request) { r.Programs = append(r.Programs, program) }), nil, 400, "2 programs"},
		{"snapshot", asks(func(r *protocol.Request) { r.Keep = true }), nil, 400, "without a snapshot"},
		{"no answer", fine, nil, 400, "the page's answer has 0 outcomes"},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, answer := post(t, c, test.asked, test.change)
			if status != test.status || !strings.Contains(answer.Error, test.want) || answer.Fields != nil {
				t.Errorf("got status %d, %+v; want %d, %s", status, answer, test.status, test.want)
			}
		})
	}
}

// No more programs run at a time than may; who would wait too long is told so, and a visitor who leaves ends the run.
func TestCompareTurns(t *testing.T) {
	c := newComparer(t)
	c.wait = 50 * time.Millisecond
	server := httptest.NewServer(WithCompare(http.NotFoundHandler(), c))
	defer server.Close()
	endless := comparable(t, c, "1")
	endless.Request.Programs[0].Source = []byte("while True: pass")
	endless.Request.Session.Fuel = CompareBounds.Fuel
	body, err := json.Marshal(endless)
	if err != nil {
		t.Fatal(err)
	}
	ctx, leave := context.WithCancel(t.Context())
	var running sync.WaitGroup
	for range maxCompareRuns {
		running.Go(func() {
			r, err := http.NewRequestWithContext(ctx, "POST", server.URL+comparePath, bytes.NewReader(body))
			if err != nil {
				t.Error(err)
				return
			}
			r.Header.Set("Content-Type", "application/json")
			if response, err := http.DefaultClient.Do(r); err == nil {
				response.Body.Close()
				t.Errorf("an endless program ended with %s", response.Status)
			}
		})
	}
	taken := func(n int) {
		t.Helper()
		for end := time.Now().Add(time.Minute); len(c.turns) != n; time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%d programs run, want %d", len(c.turns), n)
			}
		}
	}
	taken(maxCompareRuns)
	if status, answer := post(t, c, endless, nil); status != http.StatusServiceUnavailable || !strings.Contains(answer.Error, "busy") {
		t.Errorf("got status %d, %+v", status, answer)
	}
	leave()
	running.Wait()
	taken(0)
	if status, answer := post(t, c, comparable(t, c, "1"), nil); status != http.StatusOK {
		t.Errorf("afterwards: status %d, %+v", status, answer)
	}
}

// Whoever sends slowly, or nothing at all, keeps no one else from having a program run, and is ended after a while.
func TestCompareSlowSenders(t *testing.T) {
	c := newComparer(t)
	c.readTime = 5 * time.Second
	server := httptest.NewServer(WithCompare(http.NotFoundHandler(), c))
	defer server.Close()
	var slow []net.Conn
	for range maxCompareRuns + 3 {
		conn, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{", comparePath, server.Listener.Addr())
		slow = append(slow, conn)
	}
	for end := time.Now().Add(time.Minute); c.pending.Load() != int64(len(slow)); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d bytes are pending, want one of each sender", c.pending.Load())
		}
	}
	if status, answer := post(t, c, comparable(t, c, "1"), nil); status != http.StatusOK {
		t.Errorf("beside slow senders: status %d, %+v", status, answer)
	}
	for _, conn := range slow {
		if err := conn.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		line, err := bufio.NewReader(conn).ReadString('\n')
		if err != nil || !strings.Contains(line, "408") {
			t.Errorf("a slow sender got %q, %v; want status 408", line, err)
		}
	}
	if left := c.pending.Load(); left != 0 {
		t.Errorf("%d bytes are pending in the end", left)
	}
}

// What all requests hold together is bounded.
func TestComparePending(t *testing.T) {
	c := newComparer(t)
	c.pending.Store(maxComparePending - 10)
	if status, answer := post(t, c, comparable(t, c, "1"), nil); status != http.StatusServiceUnavailable || !strings.Contains(answer.Error, "busy") {
		t.Errorf("got status %d, %+v", status, answer)
	}
	if left := c.pending.Load(); left != maxComparePending-10 {
		t.Errorf("%d bytes are pending, want as many as before", left)
	}
}

func TestIsLoopback(t *testing.T) {
	for addr, want := range map[string]bool{"127.0.0.1": true, "127.1.2.3": true, "::1": true, "0.0.0.0": false, "::": false, "192.0.2.1": false} {
		if got := IsLoopback(&net.TCPAddr{IP: net.ParseIP(addr)}); got != want {
			t.Errorf("%s: got %v", addr, got)
		}
	}
	for host, want := range map[string]bool{"localhost": true, "localhost:8765": true, "127.0.0.1:80": true, "[::1]:80": true, "::1": true, "elsewhere.example": false, "192.0.2.1:80": false, "": false} {
		if got := namesLoopback(host); got != want {
			t.Errorf("%q: got %v", host, got)
		}
	}
}
