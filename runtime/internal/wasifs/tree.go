package wasifs

import (
	"bytes"
	"maps"
)

// kind is what a node is.
type kind uint8

const (
	file kind = iota
	folder
	mountPoint
)

// node is a file or folder in memory, or the place of a mount. Its number is where FS.nodes has it.
type node struct {
	owner    *owner // who may change the node in place; another FS makes a copy of its own
	kind     kind
	data     []byte         // of a file
	children map[string]int // of a folder: numbers of nodes by name
	mount    int            // of a mount point: its index in the configuration
	removed  bool           // it has no name any more, and lives until the last descriptor on it is closed
	fixed    bool           // a folder that leads to a mount: not the guest's to remove
}

// owner is an identity: two are the same if their addresses are.
type owner struct{ _ byte }

// rootNode is the number of the root folder.
const rootNode = 0

// mutable returns a node that may be changed.
func (f *FS) mutable(number int) *node {
	n := f.nodes[number]
	if n.owner == f.owner {
		return n
	}
	f.owns = true
	c := *n
	c.owner = f.owner
	c.data = bytes.Clone(n.data)
	c.children = maps.Clone(n.children)
	f.nodes[number] = &c
	return &c
}

// create adds a node to a folder. The caller has seen that the name is free.
func (f *FS) create(parent int, name string, n node) (int, Errno) {
	if f.files >= f.config.MaxFiles {
		return 0, ENOSPC
	}
	f.files++
	return f.link(parent, name, n), OK
}

// link adds a node to a folder, beyond any quota.
func (f *FS) link(parent int, name string, n node) int {
	number := f.next
	f.next++
	f.owns = true
	n.owner = f.owner
	if n.kind == folder {
		n.children = map[string]int{}
	}
	f.nodes[number] = &n
	f.mutable(parent).children[name] = number
	return number
}

// unlink takes a name from a folder.
func (f *FS) unlink(parent int, name string) {
	number := f.nodes[parent].children[name]
	delete(f.mutable(parent).children, name)
	f.mutable(number).removed = true
	f.release(number)
}

// release forgets a node that has neither name nor descriptor.
func (f *FS) release(number int) {
	n := f.nodes[number]
	if !n.removed {
		return
	}
	if f.isOpen(number) {
		return
	}
	f.bytes -= int64(len(n.data))
	f.files--
	delete(f.nodes, number)
}

// resize changes a file's length, if the quota allows.
func (f *FS) resize(number int, size int64) Errno {
	have := int64(len(f.nodes[number].data))
	if size-have > f.config.MaxBytes-f.bytes {
		return ENOSPC
	}
	n := f.mutable(number)
	if size <= have {
		n.data = bytes.Clone(n.data[:size]) // else what is cut off would take memory that the quota does not see
	} else {
		n.data = append(n.data, make([]byte, size-have)...)
	}
	f.bytes += size - have
	return OK
}
