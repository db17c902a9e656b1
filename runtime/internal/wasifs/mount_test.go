package wasifs

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestMountsMustFit(t *testing.T) {
	empty := fstest.MapFS{}
	file := fstest.MapFS{"f": {Data: []byte("12345")}}
	for _, mounts := range [][]Mount{
		{{Path: "lib", FS: empty}},
		{{Path: "/lib/", FS: empty}},
		{{Path: "/a/../lib", FS: empty}},
		{{Path: "/" + strings.Repeat("n", 256), FS: empty}},
		{{Path: "/lib", FS: empty}, {Path: "/lib", FS: empty}},
		{{Path: "/lib", FS: empty}, {Path: "/lib/sub", FS: empty}},
		{{Path: "/lib/sub", FS: empty}, {Path: "/lib", FS: empty}},
		{{Path: "/", FS: empty}, {Path: "/lib", FS: empty}},
		{{Path: "/lib", FS: empty}, {Path: "/", FS: empty}},
		{{Path: "/lib", FS: file, Copy: true}, {Path: "/lib2", FS: file, Copy: true}},
		{{Path: "/lib", FS: fstest.MapFS{"a": {}, "b": {}, "c": {}}, Copy: true}},
	} {
		if _, err := New(Config{Mounts: mounts, MaxBytes: 9, MaxFiles: 2}); err == nil {
			t.Errorf("%v: accepted", mounts)
		}
	}
	if f, err := New(Config{Mounts: []Mount{{Path: "/", FS: file}}}); err != nil {
		t.Error(err)
	} else if got := answer(f, "f"); got != "12345 OK" {
		t.Errorf("mounted at the root: got %s", got)
	}
}

// outside makes a folder with a secret beside a folder that is mounted, and links of all kinds in that.
func outside(t *testing.T) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("making links needs a privilege there")
	}
	top := t.TempDir()
	dir := filepath.Join(top, "mounted")
	for name, text := range map[string]string{"secret": "secret", "mounted/in": "inside", "mounted/d/deep": "deep"} {
		name = filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{
		"to-in": "in", "to-d": "d", "d/up": "../in", "chain": "to-d/up",
		"out": "../secret", "abs": filepath.Join(top, "secret"), "abs-in": filepath.Join(dir, "in"), "up": "..", "d/out": "../../secret",
		"sly": "d/../../secret", "out-and-in": "../mounted/in", "loop": "loop", "gone": "none", "below-file": "in/x",
	} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestLinks follows symbolic links of a mount, whatever file system it is.
func TestLinks(t *testing.T) {
	dir := outside(t)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for kind, fsys := range map[string]fs.FS{"os.DirFS": os.DirFS(dir), "os.Root": root.FS()} {
		t.Run(kind, func(t *testing.T) {
			f, err := New(Config{Mounts: []Mount{{Path: "/m", FS: fsys}}})
			if err != nil {
				t.Fatal(err)
			}
			for name, want := range map[string]string{
				"to-in": "inside OK", "to-d/deep": "deep OK", "d/up": "inside OK", "chain": "inside OK", "to-d/../in": "inside OK",
				"out": " ENOTCAPABLE", "abs": " ENOTCAPABLE", "abs-in": " ENOTCAPABLE", "up/secret": " ENOTCAPABLE",
				"up/mounted/in": " ENOTCAPABLE", "d/out": " ENOTCAPABLE", "to-d/out": " ENOTCAPABLE", "sly": " ENOTCAPABLE",
				"out-and-in": " ENOTCAPABLE", "loop": " ELOOP", "gone": " ENOENT", "below-file": " ENOTDIR",
			} {
				if got := answer(f, "m/"+name); got != want {
					t.Errorf("%s: got %q, want %q", name, got, want)
				}
			}
			fd, _ := f.Open(Root, "m", OpenFlags{Folder: true})
			list, errno := f.ReadFolder(fd, 0)
			if want := []Entry{{"chain", false}, {"d", true}, {"in", false}, {"to-d", true}, {"to-in", false}}; errno != OK || !slices.Equal(list, want) {
				t.Errorf("listing: got %v, %v, want %v", list, errno, want)
			}
		})
	}
}

// TestReservedNames asks a mount for names that mean something else on Windows. It must not even be asked.
func TestReservedNames(t *testing.T) {
	all := fstest.MapFS{}
	names := []string{"con", "NUL", "aux.py", "com1", "Lpt9.txt", "COM¹", "conin$", "nul .txt", "a.", "a ", `a\b`, "a:b", "c:", "a*", "a?", "a\x01", "a\xff"}
	for _, name := range names {
		all[name] = &fstest.MapFile{Data: []byte("secret")}
	}
	all["console"], all["com"], all["comet.py"] = &fstest.MapFile{}, &fstest.MapFile{}, &fstest.MapFile{}
	f, err := New(Config{Mounts: []Mount{{Path: "/m", FS: all}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if _, errno := get(f, "m/"+name); errno != ENOENT {
			t.Errorf("%q: %v", name, errno)
		}
	}
	fd, _ := f.Open(Root, "m", OpenFlags{Folder: true})
	if list, _ := f.ReadFolder(fd, 0); len(list) != 3 {
		t.Errorf("listing: got %v", list)
	}
}

// TestCopiesKeepNames copies names that a mount does not show: a guest may give them to its files, and finds them again.
func TestCopiesKeepNames(t *testing.T) {
	all := fstest.MapFS{"a\xff": {}}
	names := []string{"a:b.txt", "con", "a?", "a\x01", "what. "}
	for _, name := range names {
		all[name] = &fstest.MapFile{Data: []byte("text")}
	}
	f, err := New(Config{MaxBytes: 100, MaxFiles: 10, Mounts: []Mount{{Path: "/", FS: all, Copy: true}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if data, errno := get(f, name); errno != OK || data != "text" {
			t.Errorf("%q: %q, %v", name, data, errno)
		}
	}
}

func TestView(t *testing.T) {
	f := writable(t)
	put(t, f, "f", "text")
	f.MakeFolder(Root, "d")
	f.MakeFolder(Root, "d/e")
	put(t, f, "d/g", "")
	view := f.View()
	put(t, f, "f", "later")
	f.RemoveFolder(Root, "d/e")
	if err := fstest.TestFS(view, "f", "d/e", "d/g", "copy/here/c.txt", "copy/here/sub/d"); err != nil {
		t.Error(err)
	}
	if data, err := fs.ReadFile(view, "f"); err != nil || string(data) != "text" {
		t.Errorf("got %q, %v, want what the file held then", data, err)
	}
	for _, name := range []string{"lib", "lib/mod.py", "none", "f/x"} {
		if _, err := fs.Stat(view, name); err == nil {
			t.Errorf("%s is there", name)
		}
	}
}

// TestListingsAreBounded reads a large folder through many descriptors at once.
func TestListingsAreBounded(t *testing.T) {
	large := fstest.MapFS{}
	for i := range 1200 {
		large[fmt.Sprintf("%0250d", i)] = &fstest.MapFile{}
	}
	f, err := New(Config{Mounts: []Mount{{Path: "/m", FS: large}}})
	if err != nil {
		t.Fatal(err)
	}
	var last uint32
	var errno Errno
	for n := 0; n < MaxDescriptors && errno == OK; n++ {
		if last, errno = f.Open(Root, "m", OpenFlags{Folder: true, Read: true}); errno == OK {
			_, errno = f.ReadFolder(last, 0)
		}
	}
	if errno != ENOMEM || f.listingBytes() > MaxListingBytes {
		t.Errorf("got %v with listings of %d bytes", errno, f.listingBytes())
	}
	for fd := uint32(Root + 1); fd < last; fd++ {
		f.CloseFD(fd)
	}
	if _, errno := f.ReadFolder(last, 0); errno != OK {
		t.Errorf("after closing the others: %v", errno)
	}
}
