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

// TestAnswers asks for one thing each, and compares the answer with README.md's.
func TestAnswers(t *testing.T) {
	open := func(name string, flags OpenFlags) func(*FS) Errno {
		return func(f *FS) Errno { _, errno := f.Open(Root, name, flags); return errno }
	}
	read := func(name string) func(*FS) Errno { return open(name, OpenFlags{Read: true}) }
	write := func(name string) func(*FS) Errno {
		return open(name, OpenFlags{Write: true, Create: true, Truncate: true})
	}
	stat := func(name string) func(*FS) Errno {
		return func(f *FS) Errno { _, errno := f.Stat(Root, name); return errno }
	}
	mkdir := func(name string) func(*FS) Errno { return func(f *FS) Errno { return f.MakeFolder(Root, name) } }
	remove := func(name string) func(*FS) Errno { return func(f *FS) Errno { return f.Remove(Root, name) } }
	rmdir := func(name string) func(*FS) Errno { return func(f *FS) Errno { return f.RemoveFolder(Root, name) } }
	rename := func(a, b string) func(*FS) Errno { return func(f *FS) Errno { return f.Rename(Root, a, Root, b) } }
	long := strings.Repeat("n", MaxNameBytes)

	for name, test := range map[string]struct {
		do   func(*FS) Errno
		want Errno
	}{
		"read a file":                   {read("f"), OK},
		"read what is not there":        {read("none"), ENOENT},
		"read below what is not there":  {read("none/f"), ENOENT},
		"read below a file":             {read("f/x"), ENOTDIR},
		"read a file as a folder":       {read("f/"), ENOTDIR},
		"read a folder":                 {read("d"), EISDIR},
		"open a folder as one":          {open("d", OpenFlags{Folder: true, Read: true}), OK},
		"open a file as a folder":       {open("f", OpenFlags{Folder: true}), ENOTDIR},
		"write a folder":                {write("d"), EISDIR},
		"write a new folder":            {write("new/"), EISDIR},
		"write where no folder is":      {write("none/f"), ENOENT},
		"create what is there":          {open("f", OpenFlags{Create: true, Exclusive: true, Write: true}), EEXIST},
		"dots":                          {read("./d/.././f"), OK},
		"above the root":                {read("../f"), ENOTCAPABLE},
		"above the root, by a detour":   {read("d/../../f"), ENOTCAPABLE},
		"above the root of a mount":     {read("lib/../f"), OK},
		"above the root, from a mount":  {read("lib/pkg/../../../f"), ENOTCAPABLE},
		"dots after what is not there":  {read("none/../f"), ENOENT},
		"dots after a file":             {read("f/../f"), ENOTDIR},
		"an absolute path":              {read("/f"), ENOTCAPABLE},
		"an empty path":                 {read(""), ENOENT},
		"a NUL":                         {read("f\x00"), EINVAL},
		"the longest name":              {write(long), OK},
		"a longer name":                 {write(long + "n"), ENAMETOOLONG},
		"a longer name, not to be made": {read("lib/" + long + "n"), ENAMETOOLONG},
		"the longest path":              {read(strings.Repeat("./", MaxPathBytes/2-1) + "f"), OK},
		"a longer path":                 {read(strings.Repeat("./", MaxPathBytes/2) + "f"), ENAMETOOLONG},
		"names that Windows reserves":   {write("con"), OK},
		"a backslash":                   {write(`..\..\f`), OK},
		"write to a mount":              {write("lib/mod.py"), EROFS},
		"create in a mount":             {write("lib/new"), EROFS},
		"stat a mount":                  {stat("lib"), OK},
		"stat in a mount":               {stat("lib/pkg/a.py"), OK},
		"stat what is not in a mount":   {stat("lib/none"), ENOENT},
		"stat below a file of a mount":  {stat("lib/mod.py/x"), ENOTDIR},
		"make a folder":                 {mkdir("new"), OK},
		"make a folder with a slash":    {mkdir("new/"), OK},
		"make a folder that is there":   {mkdir("d"), EEXIST},
		"make a folder of the root":     {mkdir("."), EEXIST},
		"make a folder below none":      {mkdir("none/new"), ENOENT},
		"make a folder in a mount":      {mkdir("lib/new"), EROFS},
		"remove a file":                 {remove("f"), OK},
		"remove a folder as a file":     {remove("d"), EISDIR},
		"remove from a mount":           {remove("lib/mod.py"), EROFS},
		"remove what is not there":      {remove("none"), ENOENT},
		"remove an empty folder":        {rmdir("d/e"), OK},
		"remove a full folder":          {rmdir("d"), ENOTEMPTY},
		"remove a file as a folder":     {rmdir("f"), ENOTDIR},
		"remove the root":               {rmdir("."), EBUSY},
		"remove a folder as its dot":    {rmdir("d/e/."), EINVAL},
		"remove a mount":                {rmdir("lib"), EBUSY},
		"remove a folder of a mount":    {rmdir("lib/pkg"), EROFS},
		"remove what leads to a mount":  {rmdir("copy"), EBUSY},
		"rename a file":                 {rename("f", "d/g"), OK},
		"rename to itself":              {rename("f", "d/../f"), OK},
		"rename over a file":            {rename("f", "d/old"), OK},
		"rename a file over a folder":   {rename("f", "d"), EISDIR},
		"rename a file to a folder's":   {rename("f", "new/"), ENOTDIR},
		"rename a folder":               {rename("d", "new/"), OK},
		"rename a folder over a file":   {rename("d", "f"), ENOTDIR},
		"rename a folder over an empty": {rename("s", "d/e"), OK},
		"rename a folder over a full":   {rename("s", "d"), ENOTEMPTY},
		"rename a folder into itself":   {rename("d", "d/e/d"), EINVAL},
		"rename what is not there":      {rename("none", "f"), ENOENT},
		"rename to a mount":             {rename("f", "lib/f"), EXDEV},
		"rename over a mounted file":    {rename("f", "lib/mod.py"), EXDEV},
		"rename from a mount":           {rename("lib/mod.py", "f"), EROFS},
		"rename a mount":                {rename("lib", "other"), EBUSY},
		"rename over a mount":           {rename("s", "lib"), EBUSY},
		"rename the root":               {rename(".", "other"), EBUSY},
		"no such descriptor":            {func(f *FS) Errno { _, errno := f.Stat(9, "f"); return errno }, EBADF},
		"no standard streams":           {func(f *FS) Errno { _, errno := f.Write(1, []byte("x")); return errno }, EBADF},
		"close the root":                {func(f *FS) Errno { return f.CloseFD(Root) }, EBUSY},
		"close what is closed":          {func(f *FS) Errno { return f.CloseFD(77) }, EBADF},
		"read the root":                 {func(f *FS) Errno { _, errno := f.Read(Root, nil); return errno }, EISDIR},
		"a cookie out of nothing":       {func(f *FS) Errno { _, errno := f.ReadFolder(Root, 5); return errno }, EINVAL},
		"a descriptor beyond 31 bits":   {func(f *FS) Errno { _, errno := f.Describe(1 << 31); return errno }, EBADF},
		"a descriptor of the last":      {func(f *FS) Errno { _, errno := f.Describe(1<<32 - 1); return errno }, EBADF},
		"seek a folder":                 {func(f *FS) Errno { _, errno := f.Seek(Root, 0, FromStart); return errno }, EISDIR},
	} {
		t.Run(name, func(t *testing.T) {
			f := writable(t)
			put(t, f, "f", "text")
			for _, dir := range []string{"d", "d/e", "s"} {
				if errno := f.MakeFolder(Root, dir); errno != OK {
					t.Fatal(errno)
				}
			}
			put(t, f, "d/old", "old")
			before := f.Clone()
			if got := test.do(f); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
			if test.want != OK && !same(f, before) {
				t.Error("the error left a trace")
			}
			check(t, f)
		})
	}
}

// same compares trees by what they hold.
func same(a, b *FS) bool { return fmt.Sprint(tree(a)) == fmt.Sprint(tree(b)) }

// tree lists all files in memory with what they hold.
func tree(f *FS) []string {
	var list []string
	var walk func(number int, path string)
	walk = func(number int, path string) {
		n := f.nodes[number]
		list = append(list, fmt.Sprintf("%s %d %q", path, n.kind, n.data))
		for name, child := range n.children {
			walk(child, path+"/"+name)
		}
	}
	walk(rootNode, "")
	slices.Sort(list)
	return list
}

// check makes sure that the accounts are right.
func check(t *testing.T, f *FS) {
	t.Helper()
	bytes := int64(0)
	for _, n := range f.nodes {
		bytes += int64(len(n.data))
	}
	if bytes != f.bytes || f.bytes > f.config.MaxBytes || f.files > f.config.MaxFiles || f.files < 0 {
		t.Errorf("%d bytes are held, %d accounted for, of %d; %d files of %d", bytes, f.bytes, f.config.MaxBytes, f.files, f.config.MaxFiles)
	}
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
