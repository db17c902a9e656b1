package wasifs

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// writable is a tree with two mounts.
func writable(t *testing.T) *FS {
	t.Helper()
	f, err := New(Config{MaxBytes: 1000, MaxFiles: 20, Mounts: []Mount{
		{Path: "/lib", FS: fstest.MapFS{"mod.py": {Data: []byte("x = 1")}, "pkg/a.py": {Data: []byte("a")}}},
		{Path: "/copy/here", Copy: true, FS: fstest.MapFS{"c.txt": {Data: []byte("copied")}, "sub/d": {}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// put writes a file.
func put(t *testing.T, f *FS, name, text string) {
	t.Helper()
	fd, errno := f.Open(Root, name, OpenFlags{Create: true, Truncate: true, Write: true})
	if errno == OK {
		_, errno = f.Write(fd, []byte(text))
		f.CloseFD(fd)
	}
	if errno != OK {
		t.Fatalf("writing %s: %v", name, errno)
	}
}

// get reads a file.
func get(f *FS, name string) (string, Errno) {
	fd, errno := f.Open(Root, name, OpenFlags{Read: true})
	if errno != OK {
		return "", errno
	}
	defer f.CloseFD(fd)
	var text strings.Builder
	for buffer := make([]byte, 3); ; {
		n, errno := f.Read(fd, buffer)
		if n == 0 || errno != OK {
			return text.String(), errno
		}
		text.Write(buffer[:n])
	}
}

// answer is what reading a file gives, in a line.
func answer(f *FS, name string) string {
	text, errno := get(f, name)
	return fmt.Sprintf("%s %v", text, errno)
}

func TestReadAndWrite(t *testing.T) {
	f := writable(t)
	put(t, f, "f", "0123456789")
	fd, errno := f.Open(Root, "f", OpenFlags{Read: true, Write: true})
	if errno != OK {
		t.Fatal(errno)
	}
	buffer := make([]byte, 4)
	if n, errno := f.Read(fd, buffer); n != 4 || errno != OK || string(buffer) != "0123" {
		t.Errorf("got %q, %v", buffer[:n], errno)
	}
	if at, errno := f.Seek(fd, -2, FromEnd); at != 8 || errno != OK {
		t.Errorf("got %d, %v", at, errno)
	}
	if n, errno := f.Write(fd, []byte("abcd")); n != 4 || errno != OK {
		t.Errorf("got %d, %v", n, errno)
	}
	if at, errno := f.Seek(fd, 2, FromOffset); at != 14 || errno != OK {
		t.Errorf("got %d, %v", at, errno)
	}
	if n, errno := f.Read(fd, buffer); n != 0 || errno != OK {
		t.Errorf("beyond the end: got %d, %v", n, errno)
	}
	f.Write(fd, []byte("z"))
	if got, _ := get(f, "f"); got != "01234567abcd\x00\x00z" {
		t.Errorf("got %q", got)
	}
	end, errno := f.Open(Root, "f", OpenFlags{Write: true, Append: true})
	if errno != OK {
		t.Fatal(errno)
	}
	f.Seek(end, 0, FromStart)
	f.Write(end, []byte("!"))
	if _, errno := f.Read(end, buffer); errno != EBADF {
		t.Errorf("reading what is open for writing: %v", errno)
	}
	if got, _ := get(f, "f"); got != "01234567abcd\x00\x00z!" {
		t.Errorf("appended: got %q", got)
	}
	for _, bad := range []struct {
		offset int64
		whence Whence
	}{{-1, FromStart}, {-100, FromEnd}, {1<<63 - 1, FromOffset}, {0, 3}} {
		if _, errno := f.Seek(fd, bad.offset, bad.whence); errno != EINVAL {
			t.Errorf("seeking to %d from %d: %v", bad.offset, bad.whence, errno)
		}
	}
	check(t, f)
}

func TestQuota(t *testing.T) {
	f := writable(t)
	put(t, f, "f", strings.Repeat("x", 1000-len("copied")))
	fd, _ := f.Open(Root, "f", OpenFlags{Write: true, Append: true})
	if n, errno := f.Write(fd, []byte("y")); n != 0 || errno != ENOSPC {
		t.Errorf("one byte more: got %d, %v", n, errno)
	}
	f.Seek(fd, 1<<62, FromStart)
	f.fds[fd].append = false
	if _, errno := f.Write(fd, []byte("y")); errno != ENOSPC {
		t.Errorf("far beyond: %v", errno)
	}
	f.Seek(fd, 1<<63-1, FromStart)
	if _, errno := f.Write(fd, []byte("y")); errno != EFBIG {
		t.Errorf("beyond what can be counted: %v", errno)
	}
	if errno := f.Remove(Root, "f"); errno != OK {
		t.Fatal(errno)
	}
	if other, _ := f.Open(Root, "g", OpenFlags{Create: true, Write: true}); f.bytes < 900 {
		t.Error("what is open takes no room any more")
	} else if _, errno := f.Write(other, []byte("y")); errno != ENOSPC {
		t.Errorf("before the removed file is closed: %v", errno)
	}
	f.CloseFD(fd)
	put(t, f, "g", "y")
	made := 0
	for ; f.MakeFolder(Root, fmt.Sprint("d", made)) == OK; made++ {
		check(t, f)
	}
	if want := 20 - 4; made != want { // copied: c.txt, sub, sub/d; and g
		t.Errorf("%d folders fit, want %d", made, want)
	}
	if _, errno := f.Open(Root, "h", OpenFlags{Create: true, Write: true}); errno != ENOSPC {
		t.Errorf("one file more: %v", errno)
	}
}

func TestDescriptorsRunOut(t *testing.T) {
	f := writable(t)
	put(t, f, "f", "")
	for i := range MaxDescriptors {
		if fd, errno := f.Open(Root, "f", OpenFlags{Read: true}); errno != OK || fd != uint32(Root+1+i) {
			t.Fatalf("descriptor %d: got %d, %v", i, fd, errno)
		}
	}
	if _, errno := f.Open(Root, "f", OpenFlags{Read: true}); errno != EMFILE {
		t.Errorf("one more: %v", errno)
	}
	f.CloseFD(50)
	if fd, errno := f.Open(Root, "f", OpenFlags{Read: true}); fd != 50 || errno != OK {
		t.Errorf("after closing 50: got %d, %v", fd, errno)
	}
}

func TestNothingIsWritableByDefault(t *testing.T) {
	f, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	if _, errno := f.Open(Root, "f", OpenFlags{Create: true, Write: true}); errno != EROFS {
		t.Errorf("creating a file: %v", errno)
	}
	if errno := f.MakeFolder(Root, "d"); errno != EROFS {
		t.Errorf("making a folder: %v", errno)
	}
	if list, errno := f.ReadFolder(Root, 0); len(list) != 0 || errno != OK {
		t.Errorf("listing: %v, %v", list, errno)
	}
}

// TestClone changes a tree and its copy, each in its own way.
func TestClone(t *testing.T) {
	f := writable(t)
	put(t, f, "f", "both")
	fd, _ := f.Open(Root, "f", OpenFlags{Read: true, Write: true})
	f.Read(fd, make([]byte, 2))
	c := f.Clone()
	f.Write(fd, []byte("XX"))
	put(t, f, "only", "f")
	c.Write(fd, []byte("yy"))
	c.Remove(Root, "f")
	c.MakeFolder(Root, "d")
	if got := answer(f, "f"); got != "boXX OK" {
		t.Errorf("got %s", got)
	}
	if _, errno := f.Stat(Root, "d"); errno != ENOENT {
		t.Errorf("the copy's folder: %v", errno)
	}
	c.Seek(fd, 0, FromStart)
	buffer := make([]byte, 9)
	if n, _ := c.Read(fd, buffer); string(buffer[:n]) != "boyy" {
		t.Errorf("the copy's removed file holds %q", buffer[:n])
	}
	if _, errno := c.Stat(Root, "only"); errno != ENOENT {
		t.Errorf("the copy has what came later: %v", errno)
	}
	check(t, f)
	check(t, c)
}

func TestListing(t *testing.T) {
	f := writable(t)
	for _, name := range []string{"b", "a", "ä", "B"} {
		put(t, f, name, "")
	}
	fd, errno := f.Open(Root, ".", OpenFlags{Folder: true, Read: true})
	if errno != OK {
		t.Fatal(errno)
	}
	first, errno := f.ReadFolder(fd, 0)
	want := []Entry{{"B", false}, {"a", false}, {"b", false}, {"copy", true}, {"lib", true}, {"ä", false}}
	if errno != OK || !slices.Equal(first, want) {
		t.Errorf("got %v, %v, want %v", first, errno, want)
	}
	f.Remove(Root, "B")
	if rest, errno := f.ReadFolder(fd, 4); errno != OK || !slices.Equal(rest, want[4:]) {
		t.Errorf("after a file is removed: got %v, %v, want the rest of what was there", rest, errno)
	}
	if again, errno := f.ReadFolder(fd, 0); errno != OK || len(again) != 5 {
		t.Errorf("from the start: got %v, %v", again, errno)
	}
}
