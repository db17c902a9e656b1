//go:build unix

package userfile_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/userfile"
)

// Only a regular file is opened; anything else is named, and nothing waits for it.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	file, fifo, link := filepath.Join(dir, "file"), filepath.Join(dir, "fifo"), filepath.Join(dir, "link")
	if err := os.WriteFile(file, []byte("text"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(fifo, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("file", link); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{file: "", link: "", fifo: "found a FIFO", dir: "found a folder", "/dev/null": "found a device", filepath.Join(dir, "none"): "no such file"} {
		check := func(how string, data []byte, err error) {
			t.Helper()
			if want == "" && (err != nil || string(data) != "text") || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
				t.Errorf("%s %s: got %q, %v; want %q", how, path, data, err, want)
			}
		}
		data, err := userfile.Read(path)
		check("reading", data, err)
		data, err = userfile.ReadFS(os.DirFS("/"), strings.TrimPrefix(path, "/"))
		check("reading by a file system", data, err)
		f, err := userfile.Open(path)
		if err == nil {
			f.Close()
			data = []byte("text")
		}
		check("opening", data, err)
	}
}
