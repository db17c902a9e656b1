package wasifs

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// State is the part of an FS that can be stored: all but what mounts hold.
type State struct {
	// Mounts are the paths of the mounts that are read.
	Mounts []string `cbor:"mounts"`
	// Nodes are files, folders and mount points, by ascending number; the first is the root, 0.
	Nodes []NodeState `cbor:"nodes"`
	// Next is the number of the next node, above all others.
	Next int `cbor:"next"`
	// Descriptors are what is open, by ascending number; the first is the root, 3.
	Descriptors []DescriptorState `cbor:"descriptors"`
}

// NodeState is a file, a folder or a mount point.
type NodeState struct {
	Number int `cbor:"number"`
	// Kind is 0 for a file, 1 for a folder, 2 for a mount point.
	Kind uint8 `cbor:"kind"`
	// Data is what a file holds.
	Data []byte `cbor:"data"`
	// Children are what a folder holds: numbers by name.
	Children map[string]int `cbor:"children"`
	// Mount is the index of a mount point's path in State.Mounts.
	Mount int `cbor:"mount"`
	// Removed is for what has no name any more and is open.
	Removed bool `cbor:"removed"`
	// Fixed is for folders that the guest cannot remove.
	Fixed bool `cbor:"fixed"`
}

// DescriptorState is an open file or folder.
type DescriptorState struct {
	Number int `cbor:"number"`
	Node   int `cbor:"node"`
	// Sub is the path in the mount, "." for its root, where the node is a mount point.
	Sub     string  `cbor:"sub"`
	Folder  bool    `cbor:"folder"`
	Offset  int64   `cbor:"offset"`
	Read    bool    `cbor:"read"`
	Write   bool    `cbor:"write"`
	Append  bool    `cbor:"append"`
	Listing []Entry `cbor:"listing"`
}

// State returns what can be stored. It shares the contents of files with the FS.
func (f *FS) State() State {
	s := State{Mounts: f.config.paths(), Next: f.next, Nodes: []NodeState{}, Descriptors: []DescriptorState{}}
	for _, number := range slices.Sorted(maps.Keys(f.nodes)) {
		n := f.nodes[number]
		s.Nodes = append(s.Nodes, NodeState{
			Number: number, Kind: uint8(n.kind), Data: n.data, Children: n.children, Mount: n.mount, Removed: n.removed, Fixed: n.fixed,
		})
	}
	for number, d := range f.fds {
		if d != nil {
			s.Descriptors = append(s.Descriptors, DescriptorState{
				Number: number, Node: d.node, Sub: d.sub, Folder: d.folder, Offset: d.offset,
				Read: d.read, Write: d.write, Append: d.append, Listing: d.listing,
			})
		}
	}
	return s
}

// errState says that a state is none that an FS can be in.
var errState = errors.New("no state of a guest's files")

// FromState makes an FS that is in a state, which may come from anywhere. It grants nothing yet: see With.
func FromState(s State) (*FS, error) {
	f := &FS{owner: new(owner), owns: true, nodes: map[int]*node{}, next: s.Next}
	for _, mount := range s.Mounts {
		f.config.Mounts = append(f.config.Mounts, Mount{Path: mount})
	}
	for i, n := range s.Nodes {
		if err := f.addNode(n, i == 0); err != nil {
			return nil, fmt.Errorf("%w: node %d: %w", errState, n.Number, err)
		}
	}
	for i, d := range s.Descriptors {
		if err := f.addDescriptor(d, i == 0); err != nil {
			return nil, fmt.Errorf("%w: descriptor %d: %w", errState, d.Number, err)
		}
	}
	if len(f.nodes) == 0 || len(f.fds) == 0 {
		return nil, fmt.Errorf("%w: no root", errState)
	}
	if err := f.checkTree(); err != nil {
		return nil, fmt.Errorf("%w: %w", errState, err)
	}
	if f.listingBytes() > MaxListingBytes {
		return nil, fmt.Errorf("%w: listings take more than %d bytes", errState, MaxListingBytes)
	}
	return f, nil
}

func (f *FS) addNode(n NodeState, first bool) error {
	_, exists := f.nodes[n.Number]
	switch {
	case exists || n.Number < 0 || n.Number >= f.next || first != (n.Number == rootNode):
		return errors.New("its number is taken, out of range, or not the root's")
	case n.Kind > uint8(mountPoint):
		return fmt.Errorf("its kind is %d", n.Kind)
	case kind(n.Kind) != file && len(n.Data) > 0, kind(n.Kind) != folder && len(n.Children) > 0:
		return errors.New("it holds what its kind does not")
	case kind(n.Kind) == mountPoint && (n.Mount < 0 || n.Mount >= len(f.config.Mounts)), kind(n.Kind) != mountPoint && n.Mount != 0:
		return errors.New("its mount is not there")
	case n.Fixed && (n.Removed || kind(n.Kind) == file), first && !n.Fixed, kind(n.Kind) == mountPoint && n.Removed:
		return errors.New("it is fixed or removed and must not be")
	}
	made := &node{owner: f.owner, kind: kind(n.Kind), data: slices.Clone(n.Data), mount: n.Mount, removed: n.Removed, fixed: n.Fixed}
	if made.kind == folder {
		made.children = map[string]int{}
		maps.Copy(made.children, n.Children)
	}
	f.nodes[n.Number] = made
	f.bytes += int64(len(n.Data))
	if !n.Fixed && made.kind != mountPoint {
		f.files++
	}
	return nil
}

func (f *FS) addDescriptor(d DescriptorState, first bool) error {
	n := f.nodes[d.Node]
	switch {
	case d.Number < len(f.fds) || d.Number > Root+MaxDescriptors || first != (d.Number == Root):
		return errors.New("its number is taken, out of range, or not the root's")
	case n == nil, first && d.Node != rootNode:
		return errors.New("what it has open is not there")
	case (n.kind == mountPoint) != (d.Sub != "") || d.Sub != "" && !fs.ValidPath(d.Sub):
		return errors.New("its path in a mount is none")
	case d.Sub == "" && d.Folder != (n.kind == folder), d.Sub == "." && !d.Folder:
		return errors.New("it is a folder or not, but what it has open is otherwise")
	case d.Offset < 0, d.Write && (d.Folder || d.Sub != ""), !d.Folder && len(d.Listing) > 0, first && !d.Folder:
		return errors.New("it is in a state that it cannot be in")
	}
	for len(f.fds) < d.Number {
		f.fds = append(f.fds, nil)
	}
	f.fds = append(f.fds, &descriptor{
		node: d.Node, sub: d.Sub, folder: d.Folder, offset: d.Offset,
		read: d.Read, write: d.Write, append: d.Append, listing: slices.Clone(d.Listing),
	})
	return nil
}

// checkTree makes sure that every node has one name, or none and is open, and that mounts are where their paths say.
func (f *FS) checkTree() error {
	type named struct {
		number int
		path   string
	}
	seen := map[int]bool{}
	mounts := map[int]bool{}
	pending := []named{{rootNode, "/"}}
	for number, n := range f.nodes {
		if n.removed {
			pending = append(pending, named{number: number})
		}
	}
	for len(pending) > 0 {
		at := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		n := f.nodes[at.number]
		if n == nil || seen[at.number] {
			return fmt.Errorf("node %d is not there, or twice", at.number)
		}
		seen[at.number] = true
		if n.kind == mountPoint {
			if mounts[n.mount] || f.config.Mounts[n.mount].Path != at.path {
				return fmt.Errorf("mount %d is not at its path", n.mount)
			}
			mounts[n.mount] = true
		}
		if n.removed && (len(n.children) > 0 || !f.isOpen(at.number)) {
			return fmt.Errorf("node %d is removed, but full or not open", at.number)
		}
		for name, child := range n.children {
			if name == "" || name == "." || name == ".." || len(name) > MaxNameBytes || strings.ContainsAny(name, "/\x00") {
				return fmt.Errorf("%q is no name", name)
			}
			if c := f.nodes[child]; c != nil && c.removed {
				return fmt.Errorf("node %d is removed and has a name", child)
			}
			pending = append(pending, named{child, path.Join(at.path, name)})
		}
	}
	if len(seen) != len(f.nodes) || len(mounts) != len(f.config.Mounts) {
		return errors.New("some nodes or mounts have no name")
	}
	return nil
}

func (f *FS) isOpen(number int) bool {
	return slices.ContainsFunc(f.fds, func(d *descriptor) bool { return d != nil && d.node == number })
}
