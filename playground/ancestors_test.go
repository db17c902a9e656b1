package playground

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestAncestors(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "frame-ancestors *",
		"any":                               "frame-ancestors *",
		"self":                              "frame-ancestors 'self'",
		"none":                              "frame-ancestors 'none'",
		"https://example.org":               "frame-ancestors https://example.org",
		"self https://a.example":            "frame-ancestors 'self' https://a.example",
		"https://*.a.example http://b:8080": "frame-ancestors https://*.a.example http://b:8080",
		"http://localhost:*":                "frame-ancestors http://localhost:*",
		"any self":                          "!stands alone",
		"https://a none":                    "!stands alone",
		"example.org":                       "!expected any, self, none, or an origin",
		"https://a/path":                    "!expected",
		"https://a;script-src":              "!expected",
		"https://a,https://b":               "!expected",
		"javascript:x":                      "!expected",
		"'self'":                            "!expected",
		"*":                                 "!expected",
		"https://a\nx:":                     "!expected",
	} {
		ancestors, err := ParseAncestors(parts(text))
		if problem, wrong := strings.CutPrefix(want, "!"); wrong {
			if err == nil || !strings.Contains(err.Error(), problem) {
				t.Errorf("%q: got %v, %v; want %s", text, ancestors, err, problem)
			}
			continue
		}
		if err != nil || ancestors.directive() != want {
			t.Errorf("%q: got %q, %v; want %q", text, ancestors.directive(), err, want)
		}
		site := exampleSite(t)
		site.Ancestors = ancestors
		w := httptest.NewRecorder()
		site.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		if got := w.Header().Get("Content-Security-Policy"); got != contentPolicy+"; "+want {
			t.Errorf("%q: the header is %q", text, got)
		}
		if got := string(site.headersFile()); !strings.Contains(got, "/*\n  Content-Security-Policy: "+contentPolicy+"; "+want+"\n") {
			t.Errorf("%q: the file is %q", text, got)
		}
	}
}

// parts is as strings.Split, but a line's end stays.
func parts(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, " ")
}
