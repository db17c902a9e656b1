package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// serve starts an HTTPS server on the loopback interface and returns the provider for its /archive.
func serve(t *testing.T, handler http.HandlerFunc) *upstream {
	t.Helper()
	server := httptest.NewTLSServer(handler)
	t.Cleanup(server.Close)
	return &upstream{
		archive: remote{url: server.URL + "/archive"},
		client:  server.Client(),
		release: "MicroPython 9.8.7",
	}
}

func TestUpstreamDelivers(t *testing.T) {
	archive := tinyArchive(t)
	sum := sha256.Sum256(archive)
	for name, handler := range map[string]http.HandlerFunc{
		"plain":   func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(archive) },
		"chunked": func(w http.ResponseWriter, _ *http.Request) { w.(http.Flusher).Flush(); _, _ = w.Write(archive) },
		"redirected": func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/archive" {
				http.Redirect(w, r, "/elsewhere", http.StatusFound)
				return
			}
			_, _ = w.Write(archive)
		},
	} {
		t.Run(name, func(t *testing.T) {
			u := serve(t, handler)
			u.archive.sha256 = hex.EncodeToString(sum[:])
			cacheDir := t.TempDir()
			tree, err := fetchTiny(t, Config{CacheDir: cacheDir, Providers: []Provider{u}})
			check(t, err)
			checkTree(t, tree, cacheDir, u.archive.url)
		})
	}
}

func TestUpstreamFails(t *testing.T) {
	archive := tinyArchive(t)
	insecure := httptest.NewServer(http.NotFoundHandler())
	defer insecure.Close()
	for name, test := range map[string]struct {
		handler http.HandlerFunc
		says    string
	}{
		"missing": {http.NotFound, "expected status 200 OK, found 404 Not Found"},
		"truncated": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", strconv.Itoa(len(archive)))
			_, _ = w.Write(archive[:len(archive)/2])
		}, "unexpected EOF"},
		"truncated, unknown length": {func(w http.ResponseWriter, _ *http.Request) {
			w.(http.Flusher).Flush()
			_, _ = w.Write(archive[:len(archive)/2])
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}, "EOF"},
		"truncated, said to be whole": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write(archive[:len(archive)/2])
		}, "truncated"},
		"a page": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte("<html>log in</html>"))
		}, "expected .tar.xz or .tar.gz"},
		"too long": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", strconv.Itoa(1<<40))
		}, "expected at most 536870912 bytes, found 1099511627776"},
		"circles":     {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/archive", http.StatusFound) }, "expected at most 5"},
		"to insecure": {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, insecure.URL, http.StatusFound) }, "expected an https address"},
		"to a file": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		}, "expected an https address"},
	} {
		t.Run(name, func(t *testing.T) {
			u := serve(t, test.handler)
			cacheDir := t.TempDir()
			_, err := fetchTiny(t, Config{CacheDir: cacheDir, Providers: []Provider{u}})
			var unavailable *UnavailableError
			if !errors.As(err, &unavailable) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, expected an UnavailableError that says %q", err, test.says)
			}
			if left := leftovers(t, cacheDir); len(left) > 0 {
				t.Errorf("%v was left behind", left)
			}
		})
	}
}

func TestUpstreamChecksArchiveDigest(t *testing.T) {
	u := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("other")) })
	u.archive.sha256 = strings.Repeat("0", 64)
	_, err := u.Obtain(t.Context(), t.TempDir(), progress.Discard)
	var wrong *DigestError
	sum := sha256.Sum256([]byte("other"))
	if !errors.As(err, &wrong) || wrong.Got != hex.EncodeToString(sum[:]) || wrong.Want != u.archive.sha256 || wrong.What != u.archive.url {
		t.Errorf("got %v, expected a DigestError for the archive", err)
	}
}

func TestUpstreamBoundsBody(t *testing.T) {
	for size, fine := range map[int]bool{99: true, 100: true, 101: false, 1 << 20: false} {
		u := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.(http.Flusher).Flush() // no Content-Length
			_, _ = w.Write(make([]byte, size))
		})
		u.maxBytes = 100
		_, err := u.Obtain(t.Context(), t.TempDir(), progress.Discard)
		if (err == nil) != fine {
			t.Errorf("%d bytes with a limit of 100: got %v", size, err)
		}
	}
}

// TestUpstreamStalls: a server that accepts and then says nothing, at either of two moments.
func TestUpstreamStalls(t *testing.T) {
	for name, before := range map[string]func(http.ResponseWriter){
		"headers": func(http.ResponseWriter) {},
		"body":    func(w http.ResponseWriter) { _, _ = w.Write([]byte("start")); w.(http.Flusher).Flush() },
	} {
		t.Run(name, func(t *testing.T) {
			u := serve(t, func(w http.ResponseWriter, r *http.Request) { before(w); <-r.Context().Done() })
			u.stallTimeout = 50 * time.Millisecond
			start := time.Now()
			_, err := u.Obtain(t.Context(), t.TempDir(), progress.Discard)
			if !errors.Is(err, errStalled) || time.Since(start) > 10*time.Second {
				t.Errorf("got %v after %v, expected errStalled after 50ms", err, time.Since(start))
			}
		})
	}
}

func TestUpstreamCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	u := serve(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte("start"))
		w.(http.Flusher).Flush()
		cancel()
		<-r.Context().Done()
	})
	if _, err := u.Obtain(ctx, t.TempDir(), progress.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, expected context.Canceled", err)
	}
}

// TestUpstreamWithoutNetwork uses an address that nothing listens at, and a client of our own making.
func TestUpstreamWithoutNetwork(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	check(t, listener.Close())
	u := &upstream{archive: remote{url: "https://" + listener.Addr().String() + "/archive"}, release: "MicroPython 9.8.7"}
	scratch := t.TempDir()
	_, err = u.Obtain(t.Context(), scratch, progress.Discard)
	if err == nil || !strings.HasPrefix(err.Error(), "asking for the archive: dial tcp") {
		t.Errorf("got %v, expected a failure to connect", err)
	}
	if files, _ := os.ReadDir(scratch); len(files) > 0 {
		t.Errorf("found %v, expected nothing to be written", files)
	}
}

// TestDefaultClientGivesUp checks the bounds, since no test can wait for them.
func TestDefaultClientGivesUp(t *testing.T) {
	transport := defaultClient().Transport.(*http.Transport)
	if transport.TLSHandshakeTimeout == 0 || transport.ResponseHeaderTimeout == 0 || transport.DialContext == nil || transport.Proxy == nil {
		t.Error("expected bounds for each step, and the environment's proxies")
	}
}
