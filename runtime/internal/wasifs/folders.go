package wasifs

import (
	"slices"
	"strings"
)

// Stat is what is known of a file or folder. There are no times, owners or numbers of files: they would differ between
// hosts.
type Stat struct {
	Folder bool
	Size   int64 // of a file; 0 for a folder
}

// Stat describes what a path leads to.
func (f *FS) Stat(dir uint32, name string) (Stat, Errno) {
	at, errno := f.find(dir, name)
	switch {
	case errno != OK:
		return Stat{}, errno
	case !at.exists:
		return Stat{}, ENOENT
	case at.folder:
		return Stat{Folder: true}, OK
	case at.sub != "":
		return Stat{Size: at.info.Size()}, OK
	}
	return Stat{Size: int64(len(f.nodes[at.node].data))}, OK
}

// Entry is a name in a folder.
type Entry struct {
	Name   string `cbor:"name"`
	Folder bool   `cbor:"folder"`
}

// entryBytes is what an entry takes beside its name.
const entryBytes = 24

// ReadFolder returns the entries from the one with number cookie on, sorted by name. Cookie 0 begins: what the folder
// holds then is what later calls go on with.
func (f *FS) ReadFolder(fd uint32, cookie uint64) ([]Entry, Errno) {
	d, errno := f.descriptor(fd)
	switch {
	case errno != OK:
		return nil, errno
	case !d.folder:
		return nil, ENOTDIR
	}
	if cookie == 0 {
		d.listing = nil
		listing, errno := f.list(place{d.node, d.sub})
		if errno != OK {
			return nil, errno
		}
		if f.listingBytes()+listingBytes(listing) > MaxListingBytes {
			return nil, ENOMEM
		}
		d.listing = listing
	}
	if cookie > uint64(len(d.listing)) {
		return nil, EINVAL
	}
	return d.listing[cookie:], OK
}

func (f *FS) list(p place) ([]Entry, Errno) {
	if p.sub != "" {
		return f.mountOf(p).list(p.sub)
	}
	children := f.nodes[p.node].children
	entries := make([]Entry, 0, len(children))
	for name, number := range children {
		entries = append(entries, Entry{Name: name, Folder: f.nodes[number].kind != file})
	}
	slices.SortFunc(entries, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
	return entries, OK
}

// listingBytes is what the listings of all descriptors take.
func (f *FS) listingBytes() int {
	sum := 0
	for _, d := range f.fds {
		if d != nil {
			sum += listingBytes(d.listing)
		}
	}
	return sum
}

func listingBytes(listing []Entry) int {
	sum := 0
	for _, e := range listing {
		sum += len(e.Name) + entryBytes
	}
	return sum
}

// MakeFolder makes a folder.
func (f *FS) MakeFolder(dir uint32, name string) Errno {
	at, errno := f.find(dir, name)
	switch {
	case errno != OK:
		return errno
	case at.exists:
		return EEXIST
	}
	if errno := f.writable(at.parent); errno != OK {
		return errno
	}
	_, errno = f.create(at.parent.node, at.name, node{kind: folder})
	return errno
}

// Remove removes a file.
func (f *FS) Remove(dir uint32, name string) Errno {
	at, errno := f.findToRemove(dir, name)
	switch {
	case errno != OK:
		return errno
	case at.folder:
		return EISDIR
	}
	f.unlink(at.parent.node, at.name)
	return OK
}

// RemoveFolder removes an empty folder.
func (f *FS) RemoveFolder(dir uint32, name string) Errno {
	at, errno := f.findToRemove(dir, name)
	switch {
	case errno != OK:
		return errno
	case !at.folder:
		return ENOTDIR
	case len(f.nodes[at.node].children) > 0:
		return ENOTEMPTY
	}
	f.unlink(at.parent.node, at.name)
	return OK
}

// findToRemove finds what may lose its name.
func (f *FS) findToRemove(dir uint32, name string) (found, Errno) {
	at, errno := f.find(dir, name)
	switch {
	case errno != OK:
		return at, errno
	case !at.exists:
		return at, ENOENT
	case at.sub != "" && at.sub != ".":
		return at, EROFS
	case at.sub == "." || f.nodes[at.node].fixed: // a mount, or a folder on the way to one
		return at, EBUSY
	case at.name == "": // by "." or ".."
		return at, EINVAL
	}
	return at, OK
}

// Rename gives a file or folder another name. What has that name already is replaced: a file by a file, an empty folder
// by a folder.
func (f *FS) Rename(oldDir uint32, oldName string, newDir uint32, newName string) Errno {
	from, errno := f.findToRemove(oldDir, oldName)
	if errno != OK {
		return errno
	}
	to, errno := f.find(newDir, newName)
	if errno != OK {
		return errno
	}
	if to.exists {
		if to, errno = f.findToRemove(newDir, newName); errno == EROFS {
			return EXDEV
		} else if errno != OK {
			return errno
		}
	} else if to.parent.sub != "" {
		return EXDEV
	}
	switch {
	case to.exists && to.node == from.node:
		return OK
	case !from.folder && (to.folder || to.slash):
		if to.folder {
			return EISDIR
		}
		return ENOTDIR
	case to.exists && from.folder && !to.folder:
		return ENOTDIR
	case from.folder && f.within(to.parent.node, from.node):
		return EINVAL
	case to.folder && len(f.nodes[to.node].children) > 0:
		return ENOTEMPTY
	}
	if errno := f.writable(to.parent); errno != OK {
		return errno
	}
	if to.exists {
		f.unlink(to.parent.node, to.name)
	}
	delete(f.mutable(from.parent.node).children, from.name)
	f.mutable(to.parent.node).children[to.name] = from.node
	return OK
}

// within tells whether a folder is another, or below it.
func (f *FS) within(number, top int) bool {
	pending := []int{top}
	for len(pending) > 0 {
		at := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if at == number {
			return true
		}
		for _, child := range f.nodes[at].children {
			pending = append(pending, child)
		}
	}
	return false
}
