package wasifs

// descriptor is an open file or folder.
type descriptor struct {
	node   int
	sub    string // the path in the mount, where node is a mount point
	folder bool
	offset int64
	read   bool
	write  bool
	append bool
	// listing is what the folder held when its reading began.
	listing []Entry
	// handle is not part of the value: it can be made again from the rest.
	handle handle
}

// descriptor finds an open descriptor.
func (f *FS) descriptor(fd uint32) (*descriptor, Errno) {
	if uint64(fd) >= uint64(len(f.fds)) || f.fds[fd] == nil {
		return nil, EBADF
	}
	return f.fds[fd], OK
}

// OpenFlags say how to open.
type OpenFlags struct {
	Create    bool // make the file if it is not there
	Exclusive bool // with Create: it must not be there
	Truncate  bool
	Folder    bool // it must be a folder
	Read      bool
	Write     bool
	Append    bool // write at the end, wherever the offset is
}

// Open opens a file or folder and returns the lowest descriptor that is free.
func (f *FS) Open(dir uint32, name string, flags OpenFlags) (uint32, Errno) {
	fd, errno := f.freeDescriptor()
	if errno != OK {
		return 0, errno
	}
	at, errno := f.find(dir, name)
	if errno != OK {
		return 0, errno
	}
	if !at.exists {
		if at.place, errno = f.openNew(at, flags); errno != OK {
			return 0, errno
		}
	} else if errno := f.openExisting(at, flags); errno != OK {
		return 0, errno
	}
	d := &descriptor{node: at.node, sub: at.sub, folder: at.folder, read: flags.Read, write: flags.Write, append: flags.Append}
	if at.sub != "" && !at.folder { // whether it can be read is known only then
		if errno := d.handle.open(f.mountOf(at.place), at.sub); errno != OK {
			return 0, errno
		}
	}
	for uint32(len(f.fds)) <= fd {
		f.fds = append(f.fds, nil)
	}
	f.fds[fd] = d
	return fd, OK
}

// openNew makes a file that is not there.
func (f *FS) openNew(at found, flags OpenFlags) (place, Errno) {
	switch {
	case !flags.Create:
		return place{}, ENOENT
	case flags.Folder, at.slash:
		return place{}, EISDIR
	}
	if errno := f.writable(at.parent); errno != OK {
		return place{}, errno
	}
	number, errno := f.create(at.parent.node, at.name, node{kind: file})
	return place{node: number}, errno
}

// openExisting checks that what is there may be opened, and empties it if asked to.
func (f *FS) openExisting(at found, flags OpenFlags) Errno {
	switch {
	case flags.Create && flags.Exclusive:
		return EEXIST
	case flags.Folder && !at.folder:
		return ENOTDIR
	case at.folder && (!flags.Folder || flags.Write || flags.Create || flags.Truncate):
		return EISDIR
	case at.folder:
		return OK
	case (flags.Write || flags.Truncate) && at.sub != "":
		return EROFS
	case flags.Truncate:
		return f.resize(at.node, 0)
	}
	return OK
}

// writable tells whether a folder may be changed.
func (f *FS) writable(p place) Errno {
	switch {
	case p.sub != "", f.config.MaxFiles == 0:
		return EROFS
	case f.nodes[p.node].removed:
		return ENOENT
	}
	return OK
}

func (f *FS) freeDescriptor() (uint32, Errno) {
	for fd := Root + 1; fd < len(f.fds); fd++ {
		if f.fds[fd] == nil {
			return uint32(fd), OK
		}
	}
	if len(f.fds) >= Root+1+MaxDescriptors {
		return 0, EMFILE
	}
	return uint32(len(f.fds)), OK
}

// CloseFD closes a descriptor. The root folder stays open.
func (f *FS) CloseFD(fd uint32) Errno {
	d, errno := f.descriptor(fd)
	if errno != OK {
		return errno
	}
	if fd == Root {
		return EBUSY
	}
	err := d.handle.close()
	f.fds[fd] = nil
	for len(f.fds) > Root+1 && f.fds[len(f.fds)-1] == nil {
		f.fds = f.fds[:len(f.fds)-1]
	}
	f.release(d.node)
	return hostErrno(err)
}

// Description is what a descriptor is.
type Description struct {
	Folder, Read, Write, Append bool
}

// Describe describes a descriptor.
func (f *FS) Describe(fd uint32) (Description, Errno) {
	d, errno := f.descriptor(fd)
	if errno != OK {
		return Description{}, errno
	}
	return Description{Folder: d.folder, Read: d.read, Write: d.write, Append: d.append}, OK
}
