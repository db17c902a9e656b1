package wasifs

import (
	"io/fs"
	"path"
	"strings"
)

// place is where a file or folder is: a node, or, where that is a mount point, a path in the mount.
type place struct {
	node int
	sub  string // path in the mount; "" for a node of the tree
}

// found is what a path leads to.
type found struct {
	place
	exists bool
	folder bool
	info   fs.FileInfo // of what is in a mount
	parent place       // the folder it is in, or would be in
	name   string      // its name there; "" for the folder that the path begins at, or one that ".." or "." names
	slash  bool        // the path says that it is a folder
}

// at describes a node of the tree, or the root of the mount that is there.
func (f *FS) at(number int) found {
	n := f.nodes[number]
	at := found{place: place{node: number}, exists: true, folder: n.kind != file}
	if n.kind == mountPoint {
		at.sub = "."
	}
	return at
}

// mountOf returns the mount that a place is in.
func (f *FS) mountOf(p place) *Mount { return &f.config.Mounts[f.nodes[p.node].mount] }

// find follows a path from an open folder. Only the last name of the path may be missing. Nothing leads above the
// folder: ENOTCAPABLE.
func (f *FS) find(fd uint32, name string) (found, Errno) {
	d, errno := f.descriptor(fd)
	switch {
	case errno != OK:
		return found{}, errno
	case !d.folder:
		return found{}, ENOTDIR
	case name == "":
		return found{}, ENOENT
	case strings.ContainsRune(name, 0):
		return found{}, EINVAL
	case name[0] == '/':
		return found{}, ENOTCAPABLE
	case len(name) > MaxPathBytes:
		return found{}, ENAMETOOLONG
	}
	start := found{place: place{node: d.node, sub: d.sub}, exists: true, folder: true}
	w := walker{fs: f, floor: start.place, nodes: []int{d.node}, found: start}
	for part := range strings.SplitSeq(name, "/") {
		if errno := w.step(part); errno != OK {
			return found{}, errno
		}
	}
	w.slash = strings.HasSuffix(name, "/")
	if w.slash && w.exists && !w.folder {
		return found{}, ENOTDIR
	}
	return w.found, OK
}

// walker is on its way along a path.
type walker struct {
	fs    *FS
	floor place // where the path begins
	nodes []int // the nodes that lead to where it is
	found
}

// step goes on by a part of the path.
func (w *walker) step(part string) Errno {
	if part == "" { // a slash at the end, or two in a row
		return OK
	}
	if !w.exists {
		return ENOENT
	}
	if !w.folder {
		return ENOTDIR
	}
	switch {
	case part == ".":
		w.name = ""
		return OK
	case part == "..":
		return w.up()
	case len(part) > MaxNameBytes:
		return ENAMETOOLONG
	case w.sub != "":
		return w.downMount(part)
	}
	parent := w.place
	number, ok := w.fs.nodes[parent.node].children[part]
	if ok {
		w.nodes = append(w.nodes, number)
		w.found = w.fs.at(number)
	} else {
		w.found = found{}
	}
	w.parent, w.name = parent, part
	return OK
}

// up goes to the parent.
func (w *walker) up() Errno {
	if w.place == w.floor {
		return ENOTCAPABLE
	}
	if w.sub != "" && w.sub != "." {
		w.found = found{place: place{node: w.node, sub: path.Dir(w.sub)}, exists: true, folder: true}
		return OK
	}
	if len(w.nodes) == 1 {
		return ENOTCAPABLE
	}
	w.nodes = w.nodes[:len(w.nodes)-1]
	w.found = w.fs.at(w.nodes[len(w.nodes)-1])
	return OK
}

// downMount goes to what a folder of a mount holds.
func (w *walker) downMount(part string) Errno {
	parent := w.place
	sub, info, errno := w.fs.mountOf(parent).lookup(parent.sub, part)
	switch errno {
	case OK:
		w.found = found{place: place{node: parent.node, sub: sub}, exists: true, folder: info.IsDir(), info: info}
	case ENOENT:
		w.found = found{}
	default:
		return errno
	}
	w.parent, w.name = parent, part
	return OK
}
