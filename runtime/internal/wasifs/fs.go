package wasifs

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// Limits on what a guest can ask for. They bound what the host spends on it.
const (
	// MaxDescriptors is how many files and folders can be open at a time.
	MaxDescriptors = 128
	// MaxNameBytes and MaxPathBytes are how long a name and a path may be.
	MaxNameBytes = 255
	MaxPathBytes = 4096
	// MaxListingBytes is how much the listings of folders that are being read may hold together.
	MaxListingBytes = 16 << 20
)

// Root is the descriptor of the root folder, the only one that is open from the start. Descriptors 0 to 2 do not exist.
const Root = 3

// Mount is a folder of the host.
type Mount struct {
	// Path is where the guest sees it: absolute, clean, not below another mount.
	Path string
	// FS is what is in it.
	FS fs.FS
	// Copy puts a copy of it into the tree in memory, where the guest may change it and the quota applies. Else the
	// guest can only read it.
	Copy bool
}

// Config is what a guest is granted.
type Config struct {
	// Mounts are folders of the host.
	Mounts []Mount
	// MaxBytes is how many bytes the files in memory may hold together, and MaxFiles how many files and folders there
	// may be. With MaxFiles 0 the guest cannot write at all.
	MaxBytes int64
	MaxFiles int
	// Folders are names in the root that are folders from the start, for good, unless something is mounted there. They do not count.
	// A root that is a mount has none.
	Folders []string
}

// FS is a guest's files and descriptors. It is not safe for concurrent use.
type FS struct {
	config Config
	owner  *owner
	owns   bool // whether any node is the owner's
	nodes  map[int]*node
	next   int   // number of the next node
	bytes  int64 // that files hold
	files  int   // nodes that count, which those do not that lead to mounts
	fds    []*descriptor
}

// New makes a tree of what is granted. Mounts that are to be copied are read here.
func New(config Config) (*FS, error) {
	f := &FS{config: config.afterCopies(), owner: new(owner), owns: true, nodes: map[int]*node{}, next: rootNode + 1}
	f.nodes[rootNode] = &node{owner: f.owner, kind: folder, children: map[string]int{}, fixed: true}
	f.fds = make([]*descriptor, Root+1)
	f.fds[Root] = &descriptor{node: rootNode, folder: true}
	index := 0
	for _, m := range config.Mounts {
		if err := f.addMount(index, m); err != nil {
			return nil, fmt.Errorf("mounting at %s: %w", m.Path, err)
		}
		if !m.Copy {
			index++
		}
	}
	if root := f.nodes[rootNode]; root.kind == folder {
		for _, name := range config.Folders {
			if _, exists := root.children[name]; !exists {
				f.link(rootNode, name, node{kind: folder, fixed: true})
			}
		}
	}
	return f, nil
}

// addMount puts a mount, or a copy of it, in its place.
func (f *FS) addMount(index int, m Mount) error {
	if !path.IsAbs(m.Path) || path.Clean(m.Path) != m.Path || strings.ContainsRune(m.Path, 0) {
		return fmt.Errorf("the path must be absolute and clean, such as /lib")
	}
	if m.Path == "/" {
		return f.mountRoot(index, m)
	}
	parent, dir := rootNode, strings.Split(m.Path[1:], "/")
	for i, name := range dir {
		if len(name) > MaxNameBytes {
			return fmt.Errorf("a name in the path is longer than %d bytes", MaxNameBytes)
		}
		if f.nodes[parent].kind != folder {
			return fmt.Errorf("/%s is another mount", path.Join(dir[:i]...))
		}
		number, exists := f.nodes[parent].children[name]
		last := i == len(dir)-1
		switch {
		case last && exists:
			return fmt.Errorf("something is mounted there, or below it, already")
		case last && !m.Copy:
			f.link(parent, name, node{kind: mountPoint, mount: index})
			return nil
		case !exists:
			number = f.link(parent, name, node{kind: folder, fixed: true})
		}
		parent = number
	}
	return f.copyMount(m, ".", parent)
}

func (f *FS) mountRoot(index int, m Mount) error {
	if len(f.nodes[rootNode].children) > 0 {
		return fmt.Errorf("other mounts are below it")
	}
	if m.Copy {
		return f.copyMount(m, ".", rootNode)
	}
	f.nodes[rootNode] = &node{owner: f.owner, kind: mountPoint, mount: index, fixed: true}
	f.fds[Root].sub = "."
	return nil
}

// copyMount copies a folder of a mount into a folder in memory.
func (f *FS) copyMount(m Mount, from string, to int) error {
	entries, errno := m.list(from)
	if errno != OK {
		return fmt.Errorf("copying %s: %v", from, errno)
	}
	for _, e := range entries {
		name, _, errno := m.lookup(from, e.Name)
		if errno != OK {
			return fmt.Errorf("copying %s: %v", path.Join(from, e.Name), errno)
		}
		n := node{kind: file}
		if e.Folder {
			n.kind = folder
		} else {
			data, err := fs.ReadFile(m.FS, name)
			if err != nil {
				return err
			}
			n.data = data
		}
		if f.bytes += int64(len(n.data)); f.bytes > f.config.MaxBytes {
			return fmt.Errorf("the copy is larger than the %d bytes that files may hold", f.config.MaxBytes)
		}
		number, errno := f.create(to, e.Name, n)
		if errno != OK {
			return fmt.Errorf("the copy has more than the %d files and folders that there may be", f.config.MaxFiles)
		}
		if e.Folder {
			if err := f.copyMount(m, name, number); err != nil {
				return err
			}
		}
	}
	return nil
}

// Clone returns a copy. Neither sees what becomes of the other. Open files of mounts are opened again when the copy
// reads them. A copy that nobody changes may be cloned by several goroutines at once.
func (f *FS) Clone() *FS {
	if f.owns { // from now on nothing that exists belongs to anybody
		f.owner, f.owns = new(owner), false
	}
	c := *f
	c.owner = new(owner)
	c.nodes = maps.Clone(f.nodes)
	c.fds = slices.Clone(f.fds)
	for i, d := range c.fds {
		if d != nil {
			copied := *d
			copied.handle = handle{}
			c.fds[i] = &copied
		}
	}
	return &c
}

// Close closes what is open of mounts. The value stays as it is.
func (f *FS) Close() error {
	var first error
	for _, d := range f.fds {
		if d != nil {
			if err := d.handle.close(); err != nil && first == nil {
				first = err
			}
		}
	}
	return first
}

// With returns a copy for which something else is granted: mounts must be at the same paths, and what is in memory must
// fit. Mounts that were copied are in memory by now.
func (f *FS) With(config Config) (*FS, error) {
	config = config.afterCopies()
	if got, want := config.paths(), f.config.paths(); !slices.Equal(got, want) {
		return nil, fmt.Errorf("mounts are at %q, expected them at %q", got, want)
	}
	if f.bytes > config.MaxBytes || f.files > config.MaxFiles {
		return nil, fmt.Errorf("%d files with %d bytes: there may be %d with %d", f.files, f.bytes, config.MaxFiles, config.MaxBytes)
	}
	c := f.Clone()
	c.config = config
	return c, nil
}

// afterCopies is the configuration without the mounts that are copied.
func (c Config) afterCopies() Config {
	c.Mounts = slices.DeleteFunc(slices.Clone(c.Mounts), func(m Mount) bool { return m.Copy })
	return c
}

func (c Config) paths() []string {
	paths := []string{}
	for _, m := range c.Mounts {
		paths = append(paths, m.Path)
	}
	return paths
}
