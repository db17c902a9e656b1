package toolchain

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
)

// archive makes a tar archive of files, by name and content.
func archive(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for name, text := range files {
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestUntar(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if err := untar(context.Background(), archive(t, map[string]string{"include/a/b.h": "x", "lib/c.a": ""}), dir); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "include", "a", "b.h")); err != nil || string(data) != "x" {
		t.Errorf("got %q, %v", data, err)
	}
}

func TestUntarStaysInside(t *testing.T) {
	for _, name := range []string{"../evil", "/evil", "a/../../evil"} {
		parent := t.TempDir()
		if err := untar(context.Background(), archive(t, map[string]string{name: "x"}), filepath.Join(parent, "out")); err == nil {
			t.Errorf("%s was accepted", name)
		}
		if _, err := os.Stat(filepath.Join(parent, "evil")); err == nil {
			t.Errorf("%s was written outside", name)
		}
	}
}

func TestUntarTruncated(t *testing.T) {
	whole := archive(t, map[string]string{"a": strings.Repeat("x", 2000)})
	if err := untar(context.Background(), whole[:1000], t.TempDir()); err == nil {
		t.Error("a truncated archive was accepted")
	}
}

func TestOpenChecksDigests(t *testing.T) {
	packages := npm.Packages{Dir: t.TempDir()}
	path := packages.File(resourcesFile)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("tampered"), 0o644); err != nil {
		t.Fatal(err)
	}
	cache := t.TempDir()
	_, err := Open(context.Background(), Config{Packages: packages, CacheDir: cache})
	var digest *DigestError
	if !errors.As(err, &digest) || digest.Expected != resourcesDigest || digest.Path != path {
		t.Fatalf("got %v, want a DigestError for %s", err, path)
	}
	if left, _ := filepath.Glob(filepath.Join(cache, "sysroot", "*", "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
