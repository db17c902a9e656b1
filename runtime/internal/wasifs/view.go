package wasifs

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// View returns what the tree in memory holds now, for the host to read. Mounts are not part of it. It may be used by
// several goroutines, and stays as it is.
func (f *FS) View() fs.FS { return view{f.Clone()} }

type view struct{ files *FS }

var _ interface {
	fs.ReadDirFS
	fs.ReadFileFS
	fs.StatFS
} = view{}

// find returns what a path leads to.
func (v view) find(op, name string) (viewInfo, error) {
	if !fs.ValidPath(name) {
		return viewInfo{}, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	n := v.files.nodes[rootNode]
	if name != "." {
		for part := range strings.SplitSeq(name, "/") {
			number, ok := n.children[part]
			if n = v.files.nodes[number]; !ok || n.kind == mountPoint {
				return viewInfo{}, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
			}
		}
	}
	return viewInfo{path.Base(name), n}, nil
}

// Open opens a file or folder.
func (v view) Open(name string) (fs.File, error) {
	info, err := v.find("open", name)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		entries, err := v.ReadDir(name)
		return &viewFolder{info, name, entries}, err
	}
	return viewFile{bytes.NewReader(info.node.data), info}, nil
}

// Stat describes a file or folder.
func (v view) Stat(name string) (fs.FileInfo, error) { return v.find("stat", name) }

// ReadFile returns a copy of what a file holds.
func (v view) ReadFile(name string) ([]byte, error) {
	info, err := v.find("read", name)
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	if err != nil {
		return nil, err
	}
	return append([]byte{}, info.node.data...), nil
}

// ReadDir lists a folder, sorted by name.
func (v view) ReadDir(name string) ([]fs.DirEntry, error) {
	info, err := v.find("readdir", name)
	if err == nil && !info.IsDir() {
		err = &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	if err != nil {
		return nil, err
	}
	entries := []fs.DirEntry{}
	for name, number := range info.node.children {
		if n := v.files.nodes[number]; n.kind != mountPoint && name != "" {
			entries = append(entries, fs.FileInfoToDirEntry(viewInfo{name, n}))
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// viewInfo is what is known of a file. There are no times.
type viewInfo struct {
	name string
	node *node
}

func (i viewInfo) Name() string       { return i.name }
func (i viewInfo) Size() int64        { return int64(len(i.node.data)) }
func (i viewInfo) ModTime() time.Time { return time.Time{} }
func (i viewInfo) IsDir() bool        { return i.node.kind == folder }
func (i viewInfo) Sys() any           { return nil }
func (i viewInfo) Mode() fs.FileMode {
	if i.IsDir() {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

type viewFile struct {
	*bytes.Reader
	info viewInfo
}

func (f viewFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f viewFile) Close() error               { return nil }

type viewFolder struct {
	info viewInfo
	name string
	left []fs.DirEntry
}

func (f *viewFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *viewFolder) Close() error               { return nil }
func (f *viewFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

// ReadDir returns the next n entries, or all if n is not positive.
func (f *viewFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(f.left)
	} else if len(f.left) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.left))
	entries := f.left[:n]
	f.left = f.left[n:]
	return entries, nil
}
