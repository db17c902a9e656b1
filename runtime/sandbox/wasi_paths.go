package sandbox

import (
	"encoding/binary"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// inode is the number of every file: numbers of their own would differ between hosts. It is not 0, which the C library
// takes for one that it has to ask for.
const inode = 1

// pathFilestatGet(fd, flags u32, path *u8, size u32, stat *filestat)
func pathFilestatGet(c *wasiCall) wasifs.Errno {
	name, errno := c.path(2)
	if errno != wasifs.OK {
		return errno
	}
	found, errno := c.session.files.Stat(c.u32(0), name)
	if errno != wasifs.OK {
		return errno
	}
	stat, errno := c.bytes(4, filestatBytes)
	if errno != wasifs.OK {
		return errno
	}
	clear(stat)
	binary.LittleEndian.PutUint64(stat[8:], inode)
	stat[16] = filetype(found.Folder)
	binary.LittleEndian.PutUint64(stat[24:], 1) // names of the file
	binary.LittleEndian.PutUint64(stat[32:], uint64(found.Size))
	return wasifs.OK
}

// pathOpen(fd, dirflags u32, path *u8, size u32, oflags u32, rights u64, inheriting u64, fdflags u32, opened *u32)
func pathOpen(c *wasiCall) wasifs.Errno {
	name, errno := c.path(2)
	if errno != wasifs.OK {
		return errno
	}
	oflags, rights, fdflags := c.u32(4), c.args[5], c.u32(7)
	fd, errno := c.session.files.Open(c.u32(0), name, wasifs.OpenFlags{
		Create:    oflags&oflagCreate != 0,
		Exclusive: oflags&oflagExclusive != 0,
		Truncate:  oflags&oflagTruncate != 0,
		Folder:    oflags&oflagFolder != 0,
		Read:      rights&rightRead != 0,
		Write:     rights&rightWrite != 0,
		Append:    fdflags&fdflagAppend != 0,
	})
	if errno != wasifs.OK {
		return errno
	}
	return c.put32(8, fd)
}

// pathCreateDirectory(fd, path *u8, size u32)
func pathCreateDirectory(c *wasiCall) wasifs.Errno { return c.onPath(c.session.files.MakeFolder) }

// pathRemoveDirectory(fd, path *u8, size u32)
func pathRemoveDirectory(c *wasiCall) wasifs.Errno { return c.onPath(c.session.files.RemoveFolder) }

// pathUnlinkFile(fd, path *u8, size u32)
func pathUnlinkFile(c *wasiCall) wasifs.Errno { return c.onPath(c.session.files.Remove) }

func (c *wasiCall) onPath(function func(uint32, string) wasifs.Errno) wasifs.Errno {
	name, errno := c.path(1)
	if errno != wasifs.OK {
		return errno
	}
	return function(c.u32(0), name)
}

// pathRename(fd, old *u8, size u32, new_fd, new *u8, size u32)
func pathRename(c *wasiCall) wasifs.Errno {
	from, errno := c.path(1)
	if errno != wasifs.OK {
		return errno
	}
	to, errno := c.path(4)
	if errno != wasifs.OK {
		return errno
	}
	return c.session.files.Rename(c.u32(0), from, c.u32(3), to)
}
