//go:build unix

package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// artifactCache is a cache that holds the artifact and nothing else.
func artifactCache(t *testing.T, exe string) string {
	t.Helper()
	path, err := exec.Command(exe, "build").Output()
	if err != nil {
		t.Fatal(err)
	}
	from := filepath.Dir(strings.TrimSpace(string(path)))
	cache := t.TempDir()
	if err := os.CopyFS(filepath.Join(cache, "artifacts", filepath.Base(from)), os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return cache
}

// A program runs with a cache that is damaged, full or not to be written to, as long as the artifact is there.
func TestRunWithABadCache(t *testing.T) {
	exe, err := exec.LookPath("mpwasm")
	if err != nil {
		t.Fatal(err)
	}
	cache := artifactCache(t, exe)
	runs := func(what string, command ...string) {
		t.Helper()
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Env = append(os.Environ(), "MPWASM_CACHE="+cache, "EXE="+exe)
		var errs strings.Builder
		cmd.Stderr = &errs
		if out, err := cmd.Output(); err != nil || string(out) != "42\n" || errs.Len() > 0 {
			t.Errorf("%s: got %q, %v, stderr %q", what, out, err, &errs)
		}
	}
	program := []string{exe, "run", "-c", "print(6 * 7)"}
	runs("a full disk", "sh", "-c", `ulimit -f 0; exec "$EXE" run -c "print(6 * 7)"`)
	runs("a new cache", program...)
	damaged := 0
	compiled := filepath.Join(cache, "wazero")
	err = filepath.WalkDir(compiled, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		damaged++
		return os.Truncate(path, 100)
	})
	if err != nil || damaged == 0 {
		t.Errorf("damaging: %d files, %v", damaged, err)
	}
	runs("a damaged cache", program...)
	if err := os.RemoveAll(compiled); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(compiled, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	runs("a file for a folder", program...)
	if os.Geteuid() != 0 { // root may write everywhere
		if err := os.Remove(compiled); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(cache, 0o500); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(cache, 0o700)
		runs("a cache that is read-only", program...)
	}
}
