package sandbox_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// brokenFS is a file system that panics, or gives an error, with every call.
type brokenFS string

func (b brokenFS) Open(string) (fs.File, error) {
	err := errors.New("the file system is broken")
	if b == "panic" {
		panic(err)
	}
	return nil, err
}

// raceFolder makes a folder that holds d/f, and a secret beside it. The function it returns makes d a link to the outside,
// and a folder again.
func raceFolder(t *testing.T) (fs.FS, func() error) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("making links needs a privilege there")
	}
	top := t.TempDir()
	dir := filepath.Join(top, "mounted")
	for name, text := range map[string]string{"mounted/d/f": "inside", "outside/f": "secret"} {
		name = filepath.Join(top, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	d, kept := filepath.Join(dir, "d"), filepath.Join(top, "kept")
	return root.FS(), func() error {
		return errors.Join(os.Rename(d, kept), os.Symlink("../outside", d), os.Remove(d), os.Rename(kept, d))
	}
}
