package cpython

import (
	"embed"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing/fstest"
)

// guestDir is where the guest finds our modules and, below test, CPython's files.
const guestDir = "/cpython"

//go:embed all:guest
var guestFiles embed.FS

// hidden are parts of test.support that need what no sandbox has, and that ours stands for.
var hidden = []string{"test/support/interpreters", "test/support/venv.py", "test/support/pty_helper.py"}

// layers is a tree of files in which those of an earlier layer hide those of a later one.
type layers []fs.FS

// tools are modules of CPython's that its tests look at their results with, and that the library is not asked for.
var tools = []string{"pickletools.py", "filecmp.py", "fileinput.py", "http", "http/__init__.py", "http/cookies.py"}

// guestTree is what the guest sees: ours first, then CPython's Lib/test below test, and its tools. Nothing else of CPython's:
// modules are the guest's own.
func guestTree(libDir string) (layers, error) {
	ours, err := fs.Sub(guestFiles, "guest")
	if err != nil {
		return nil, err
	}
	return layers{only{tools, os.DirFS(libDir)}, ours, below{"test", os.DirFS(filepath.Join(libDir, "test"))}}, nil
}

// withEmpty adds empty files in front.
func (l layers) withEmpty(names []string) layers {
	empty := fstest.MapFS{}
	for _, name := range names {
		empty[name] = &fstest.MapFile{Mode: 0o444}
	}
	return append(layers{empty}, l...)
}

// Open opens a file of the first layer that has it; of a folder, all layers' entries.
func (l layers) Open(name string) (fs.File, error) {
	if slices.ContainsFunc(hidden, func(h string) bool { return name == h || strings.HasPrefix(name, h+"/") }) {
		if _, err := fs.Stat(l[len(l)-2], name); err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
	}
	entries := map[string]fs.DirEntry{}
	var info fs.FileInfo // of the folder
	for _, layer := range l {
		found, err := fs.Stat(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if !found.IsDir() {
			if info != nil {
				continue
			}
			return layer.Open(name)
		}
		if info == nil {
			info = found
		}
		list, err := fs.ReadDir(layer, name)
		if err != nil {
			return nil, err
		}
		for _, entry := range list {
			if _, hides := entries[entry.Name()]; !hides {
				entries[entry.Name()] = entry
			}
		}
	}
	if info == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	f := &folder{info: info}
	for _, key := range slices.Sorted(maps.Keys(entries)) {
		f.entries = append(f.entries, entries[key])
	}
	return f, nil
}

// folder is an open folder with entries of several layers.
type folder struct {
	info    fs.FileInfo
	entries []fs.DirEntry
	read    int
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *folder) Close() error               { return nil }

func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.Name(), Err: errors.New("is a folder")}
}

func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := f.entries[f.read:]
	if n > 0 {
		if len(rest) == 0 {
			return nil, io.EOF
		}
		rest = rest[:min(n, len(rest))]
	}
	f.read += len(rest)
	return slices.Clone(rest), nil
}

// only shows some files of a folder, by opening; they are in no list.
type only struct {
	names []string
	fs.FS
}

func (o only) Open(name string) (fs.File, error) {
	if !slices.Contains(o.names, name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return o.FS.Open(name)
}

// below shows a tree under a name.
type below struct {
	name string
	fs.FS
}

func (b below) Open(name string) (fs.File, error) {
	switch {
	case name == b.name:
		return b.FS.Open(".")
	case strings.HasPrefix(name, b.name+"/"):
		return b.FS.Open(name[len(b.name)+1:])
	case name == ".":
		return fstest.MapFS{b.name: &fstest.MapFile{Mode: fs.ModeDir | 0o555}}.Open(".")
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
