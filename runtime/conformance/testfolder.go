package conformance

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// testFolder is a folder of tests on this machine.
type testFolder struct {
	dir    string            // its path, absolute
	digest [sha256.Size]byte // of the names and the bytes of all files at or below it
	writes func(file string) bool
}

// openFolder reads a folder's digest. The function writes tells which of its tests create or change files in it.
func openFolder(dir string, writes func(file string) bool) (*testFolder, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	hash := sha256.New()
	fsys := os.DirFS(dir)
	err = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := readRegular(fsys, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(hash, "%s %d\n", name, len(data))
		hash.Write(data)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading folder of tests: %w", err)
	}
	folder := &testFolder{dir: dir, writes: writes}
	hash.Sum(folder.digest[:0])
	return folder, nil
}

// tests returns the names of the folder's .py files, sorted.
func (f *testFolder) tests() ([]string, error) {
	return fs.Glob(os.DirFS(f.dir), "*.py")
}

// read reads a file of the folder.
func (f *testFolder) read(file string) ([]byte, error) {
	return os.ReadFile(filepath.Join(f.dir, file))
}

// copyFolder copies a folder to a new temporary one, which the caller removes.
func copyFolder(dir string) (string, error) {
	scratch, err := os.MkdirTemp("", "mpwasm-conform-")
	if err != nil {
		return "", err
	}
	if err := os.CopyFS(scratch, os.DirFS(dir)); err != nil {
		os.RemoveAll(scratch)
		return "", fmt.Errorf("copying %s: %w", dir, err)
	}
	return scratch, nil
}
