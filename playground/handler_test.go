package playground

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

var text = []byte(strings.Repeat("a text that is worth compressing\n", 100))

// exampleSite has a compressed file whose name carries a hash, and a small one.
func exampleSite(t *testing.T) *Site {
	t.Helper()
	site := &Site{}
	for _, file := range []File{
		{Path: "index.html", Data: []byte("<p>"), Parts: PagePart},
		{Path: "assets/a-1234.js", Data: text, Hashed: true, Parts: PagePart | EnginePart},
		{Path: "assets/b-1234.wasm", Data: text, Hashed: true, Parts: EnginePart},
		{Path: "examples/index.html", Data: text},
	} {
		if err := site.add(file); err != nil {
			t.Fatal(err)
		}
	}
	if err := site.compress(context.Background()); err != nil {
		t.Fatal(err)
	}
	return site
}

func TestHandler(t *testing.T) {
	handler := exampleSite(t).Handler()
	for _, test := range []struct {
		method, path, accept string
		status               int
		contentType, encoded string
		cache                string
	}{
		{"GET", "/", "", 200, "text/html; charset=utf-8", "", "no-cache"},
		{"GET", "/assets/a-1234.js", "gzip, deflate, br", 200, "text/javascript; charset=utf-8", "br", "public, max-age=31536000, immutable"},
		{"GET", "/assets/a-1234.js", "br;q=0, gzip;q=0.5", 200, "text/javascript; charset=utf-8", "gzip", "public, max-age=31536000, immutable"},
		{"GET", "/assets/b-1234.wasm", "identity", 200, "application/wasm", "", "public, max-age=31536000, immutable"},
		{"HEAD", "/assets/b-1234.wasm", "br", 200, "application/wasm", "br", "public, max-age=31536000, immutable"},
		{"GET", "/examples/", "br", 200, "text/html; charset=utf-8", "br", "no-cache"},
		{"GET", "/none", "br", 404, "text/plain; charset=utf-8", "", ""},
		{"GET", "/assets/", "br", 404, "text/plain; charset=utf-8", "", ""},
		{"GET", "/../index.html", "br", 404, "text/plain; charset=utf-8", "", ""},
		{"POST", "/", "", 405, "text/plain; charset=utf-8", "", ""},
	} {
		t.Run(test.method+test.path+" "+test.accept, func(t *testing.T) {
			r := httptest.NewRequest(test.method, test.path, nil)
			r.Header.Set("Accept-Encoding", test.accept)
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, r)
			header := w.Header()
			if w.Code != test.status || header.Get("Content-Type") != test.contentType ||
				header.Get("Content-Encoding") != test.encoded || header.Get("Cache-Control") != test.cache {
				t.Fatalf("got status %d and %v", w.Code, header)
			}
			if test.status != http.StatusOK {
				return
			}
			if policy := header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval';") {
				t.Errorf("policy %q", policy)
			}
			if test.method == "GET" && test.path != "/" && !bytes.Equal(decoded(t, w.Body, test.encoded), text) {
				t.Error("the body is not the file")
			}
		})
	}
}

func decoded(t *testing.T, body io.Reader, encoding string) []byte {
	t.Helper()
	switch encoding {
	case "br":
		body = brotli.NewReader(body)
	case "gzip":
		unzipped, err := gzip.NewReader(body)
		if err != nil {
			t.Fatal(err)
		}
		body = unzipped
	}
	data, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A client that has the file is not sent it again; one that has another encoding of it is.
func TestHandlerETag(t *testing.T) {
	handler := exampleSite(t).Handler()
	get := func(accept, etag string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", "/assets/a-1234.js", nil)
		r.Header.Set("Accept-Encoding", accept)
		r.Header.Set("If-None-Match", etag)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w
	}
	first := get("br", "")
	etag := first.Header().Get("ETag")
	if etag == "" || first.Code != http.StatusOK {
		t.Fatalf("got status %d, ETag %q", first.Code, etag)
	}
	if again := get("br", etag); again.Code != http.StatusNotModified || again.Body.Len() != 0 {
		t.Errorf("got status %d for what the client has", again.Code)
	}
	if other := get("gzip", etag); other.Code != http.StatusOK {
		t.Errorf("got status %d for another encoding", other.Code)
	}
}

func TestAccepts(t *testing.T) {
	for header, want := range map[string]bool{
		"": false, "br": true, "BR": true, "gzip, br": true, " br ; q=0.1": true, "br;q=0": false, "br;q=0.000": false,
		"br;q=x": false, "brotli": false, "gzip;q=1,br;q=0": false,
	} {
		if got := accepts(header, "br"); got != want {
			t.Errorf("%q: got %v", header, got)
		}
	}
}
