package artifact

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCached(t *testing.T) {
	dir := t.TempDir()
	if _, err := Cached(dir); !errors.Is(err, ErrNone) || !strings.Contains(err.Error(), "mpwasm build") {
		t.Fatalf("an empty cache: got %v, want ErrNone that says what to do", err)
	}
	inside, outside := filepath.Join(dir, "a.wasm"), filepath.Join(t.TempDir(), "b.wasm")
	for _, path := range []string{inside, outside, inside} {
		content := []byte("module " + filepath.Base(path))
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if err := Record(dir, path, content); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := Cached(dir); err != nil || string(got) != string(content) {
			t.Errorf("got %q, %v, want %q", got, err, content)
		}
	}
	t.Setenv("MPWASM_CACHE", dir)
	if _, err := Embedded(); errors.Is(err, ErrNone) { // else the tests run after build --embed
		if got, err := Find(); err != nil || string(got) != "module a.wasm" {
			t.Errorf("Find: got %q, %v", got, err)
		}
	}
	if err := os.WriteFile(inside, []byte("another"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Cached(dir); err == nil || !strings.Contains(err.Error(), "as it was built") {
		t.Errorf("a changed file: got %v, want an error about its digest", err)
	}
	if err := os.Remove(inside); err != nil {
		t.Fatal(err)
	}
	if _, err := Cached(dir); !errors.Is(err, ErrNone) {
		t.Errorf("a file that is gone: got %v, want ErrNone", err)
	}
	if err := os.WriteFile(filepath.Join(dir, recordName), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Cached(dir); err == nil || errors.Is(err, ErrNone) {
		t.Errorf("a damaged record: got %v, want an error", err)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "*.json.*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
