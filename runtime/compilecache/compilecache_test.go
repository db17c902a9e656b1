package compilecache_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"

	"github.com/seed-3f7e3123/mpwasm/runtime/compilecache"
)

// module exports "answer", which returns 42.
var module = []byte("\x00asm\x01\x00\x00\x00" + "\x01\x05\x01\x60\x00\x01\x7f" + "\x03\x02\x01\x00" + "\x07\x0a\x01\x06answer\x00\x00" + "\x0a\x06\x01\x04\x00\x41\x2a\x0b")

// compile compiles the module with a folder, and runs it.
func compile(t *testing.T, dir string) {
	t.Helper()
	ctx := context.Background()
	c, err := compilecache.Compile(ctx, dir, module, func(cache wazero.CompilationCache) (wazero.Runtime, error) {
		config := wazero.NewRuntimeConfig()
		if cache != nil {
			config = config.WithCompilationCache(cache)
		}
		return wazero.NewRuntimeWithConfig(ctx, config), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := c.Close(ctx); err != nil {
			t.Error(err)
		}
	}()
	instance, err := c.Runtime.InstantiateModule(ctx, c.Module, wazero.NewModuleConfig())
	if err != nil {
		t.Fatal(err)
	}
	if results, err := instance.ExportedFunction("answer").Call(ctx); err != nil || len(results) != 1 || results[0] != 42 {
		t.Fatalf("got %v, %v; want 42", results, err)
	}
}

// files lists what is in the folder: the path of wazero's file, and that of sums.
func files(t *testing.T, dir string) (code, sums string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || entry.IsDir():
			return err
		case filepath.Base(path) == "sums":
			sums = path
		case code == "":
			code = path
		default:
			t.Errorf("there is %s, too", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return code, sums
}

// Whatever became of a file, the module is compiled, and the folder is whole afterwards: what was damaged is made again.
func TestDamageHeals(t *testing.T) {
	dir := t.TempDir()
	compile(t, dir)
	code, sums := files(t, dir)
	if code == "" || sums == "" {
		t.Skip("wazero has no compiler here, and nothing to keep")
	}
	whole, err := os.ReadFile(code)
	if err != nil {
		t.Fatal(err)
	}
	write := func(path string, data []byte) {
		t.Helper()
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	check := func(what string) {
		t.Helper()
		compile(t, dir)
		now, err := os.ReadFile(code)
		if err != nil || string(now) != string(whole) {
			t.Errorf("%s: the file is not as it was (%d bytes, %v)", what, len(now), err)
		}
		before, err := os.Stat(code)
		if err != nil {
			t.Fatal(err)
		}
		compile(t, dir)
		if after, err := os.Stat(code); err != nil || !os.SameFile(before, after) {
			t.Errorf("%s: the file was made again once more: %v", what, err)
		}
	}
	for i := range whole { // each byte counts, also those of which wazero has no checksum
		damaged := append([]byte{}, whole...)
		damaged[i] ^= 0x80
		write(code, damaged)
		compile(t, dir)
		if now, err := os.ReadFile(code); err != nil || string(now) != string(whole) {
			t.Fatalf("byte %d: the file is not as it was: %v", i, err)
		}
	}
	for _, n := range []int{0, 1, 7, len(whole) / 2, len(whole) - 1} {
		write(code, whole[:n])
		check("cut")
	}
	write(code, append(append([]byte{}, whole...), 0))
	check("longer")
	for _, text := range []string{"", "{", "null", "[]", `{"x": {"size": 1}}`} {
		write(sums, []byte(text))
		check("sums " + text)
	}
	if err := os.Remove(sums); err != nil {
		t.Fatal(err)
	}
	check("no sums")
	if err := os.Remove(code); err != nil {
		t.Fatal(err)
	}
	check("no file")
	write(filepath.Join(filepath.Dir(code), strings.Repeat("0", 64)), []byte("foreign"))
	check("a file of nobody's")
}

// A folder that is of no use is done without.
func TestUselessFolder(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	compile(t, file)
	compile(t, filepath.Join(file, "below"))
	compile(t, filepath.Join(dir, "new", "folder"))
	compile(t, "")

	// wazero's own folder is a file.
	used := filepath.Join(dir, "used")
	compile(t, used)
	code, _ := files(t, used)
	if code == "" {
		t.Skip("wazero has no compiler here")
	}
	if err := os.RemoveAll(filepath.Dir(code)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Dir(code), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	compile(t, used)
	compile(t, used)
}

// Nobody can write to the folder, but what is there is used.
func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	compile(t, dir)
	readOnly(t, dir)
	compile(t, dir)
	empty := t.TempDir()
	readOnly(t, empty)
	compile(t, empty)
}

func readOnly(t *testing.T, dir string) {
	t.Helper()
	chmod := func(mode fs.FileMode) error {
		return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				err = os.Chmod(path, mode)
			}
			return err
		})
	}
	if err := chmod(0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := chmod(0o700); err != nil {
			t.Error(err)
		}
	})
}

// What is no module is an error, and one alone.
func TestNoModule(t *testing.T) {
	for _, dir := range []string{"", t.TempDir()} {
		_, err := compilecache.Compile(context.Background(), dir, []byte("text"), func(cache wazero.CompilationCache) (wazero.Runtime, error) {
			config := wazero.NewRuntimeConfig()
			if cache != nil {
				config = config.WithCompilationCache(cache)
			}
			return wazero.NewRuntimeWithConfig(context.Background(), config), nil
		})
		if err == nil || !strings.Contains(err.Error(), "magic") {
			t.Errorf("got %v", err)
		}
	}
}
