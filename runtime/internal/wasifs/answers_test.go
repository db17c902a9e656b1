package wasifs

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

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
