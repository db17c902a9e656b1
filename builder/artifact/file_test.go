package artifact_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// names returns the names of the files in a folder.
func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, entry := range entries {
		list = append(list, entry.Name())
	}
	return strings.Join(list, " ")
}

func TestWriteRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", artifact.FileName)
	first := good(t)
	second := build(t, moduleBytes(t, func(m *wasm.Module) { addFunction(m) }), inputs())
	for _, a := range []artifact.Artifact{first, first, second, first} {
		if err := a.Write(path); err != nil {
			t.Fatal(err)
		}
		if got, want := names(t, filepath.Dir(path)), "micropython.wasm micropython.wasm.json"; got != want {
			t.Errorf("the folder holds %q, want %q", got, want)
		}
		got, err := artifact.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, a) {
			t.Errorf("read %+v, want %+v", got, a)
		}
	}
}

// TestWriteInterrupted makes each step of a write fail, as a full disk would. What is left must not look
// like an artifact that it is not.
func TestWriteInterrupted(t *testing.T) {
	other := build(t, moduleBytes(t, func(m *wasm.Module) { addFunction(m) }), inputs())
	block := func(t *testing.T, path string) { // a folder with something in it cannot be replaced
		if err := errors.Join(os.RemoveAll(path), os.MkdirAll(filepath.Join(path, "x"), 0o755)); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("at the module", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), artifact.FileName)
		if err := good(t).Write(path); err != nil {
			t.Fatal(err)
		}
		block(t, path)
		if err := other.Write(path); err == nil {
			t.Fatal("the module replaced a folder")
		}
		if got := names(t, filepath.Dir(path)); got != "micropython.wasm" {
			t.Errorf("the folder holds %q, want no manifest and no rest of a write", got)
		}
	})
	t.Run("at the manifest", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), artifact.FileName)
		if err := good(t).Write(path); err != nil {
			t.Fatal(err)
		}
		block(t, artifact.ManifestPath(path))
		if err := other.Write(path); err == nil {
			t.Fatal("the manifest replaced a folder")
		}
		module, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(module, good(t).Module) {
			t.Errorf("the module was replaced before its manifest could be removed: %v", err)
		}
	})
	t.Run("at the folder", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := other.Write(filepath.Join(file, artifact.FileName)); err == nil {
			t.Fatal("a file was taken for a folder")
		}
	})
}

// TestWriteAtOnce writes one artifact from several goroutines while others read it.
func TestWriteAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), artifact.FileName)
	a := good(t)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 20 {
				if err := a.Write(path); err != nil {
					t.Error(err)
				}
			}
		})
		wait.Go(func() {
			for range 40 {
				got, err := artifact.Read(path)
				if errors.Is(err, fs.ErrNotExist) {
					continue // not written yet
				}
				if err != nil {
					t.Error(err)
				} else if err := got.CheckDigest(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	if got, want := names(t, filepath.Dir(path)), "micropython.wasm micropython.wasm.json"; got != want {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func TestReadMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), artifact.FileName)
	for _, missing := range []string{path, artifact.ManifestPath(path)} {
		if err := good(t).Write(path); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(missing); err != nil {
			t.Fatal(err)
		}
		_, err := artifact.Read(path)
		if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), filepath.Base(missing)) {
			t.Errorf("without %s: %v", missing, err)
		}
	}
}

// TestReadLimits reads files at their largest and one byte beyond.
func TestReadLimits(t *testing.T) {
	path := filepath.Join(t.TempDir(), artifact.FileName)
	a := good(t)
	for _, test := range []struct {
		file string
		size int64
		fits bool
	}{
		{path, artifact.MaxModuleBytes, true},
		{path, artifact.MaxModuleBytes + 1, false},
		{artifact.ManifestPath(path), artifact.MaxManifestBytes + 1, false},
	} {
		if err := a.Write(path); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(test.file, test.size); err != nil { // zeros, which take no space
			t.Fatal(err)
		}
		got, err := artifact.Read(path)
		if test.fits != (err == nil) || test.fits && int64(len(got.Module)) != test.size {
			t.Errorf("%s of %d bytes: %d read, %v", filepath.Base(test.file), test.size, len(got.Module), err)
		}
	}
}

func TestReadBadManifest(t *testing.T) {
	path := filepath.Join(t.TempDir(), artifact.FileName)
	if err := good(t).Write(path); err != nil {
		t.Fatal(err)
	}
	for data, want := range map[string]any{`{"format": 2}`: new(*artifact.FormatError), `{"format": 1}`: new(*artifact.Problem)} {
		if err := os.WriteFile(artifact.ManifestPath(path), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := artifact.Read(path); !errors.As(err, want) || !strings.Contains(err.Error(), "micropython.wasm.json") {
			t.Errorf("manifest %s: the error is %v, want a %T that names the file", data, err, want)
		}
	}
}
