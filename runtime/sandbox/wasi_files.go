package sandbox

import (
	"encoding/binary"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// WASI's kinds of files, and the rights that tell how a file is opened.
const (
	filetypeFolder = 3
	filetypeFile   = 4

	rightRead  = 1 << 1
	rightWrite = 1 << 6

	fdflagAppend = 1 << 0

	oflagCreate    = 1 << 0
	oflagFolder    = 1 << 1
	oflagExclusive = 1 << 2
	oflagTruncate  = 1 << 3
)

// Sizes of what is stored in the guest's memory.
const (
	prestatBytes  = 8
	fdstatBytes   = 24
	filestatBytes = 64
	direntBytes   = 24
	iovecBytes    = 8
	maxIovecs     = 1024
)

// preopenName is what the only open folder is called.
const preopenName = "/"

func filetype(folder bool) byte {
	if folder {
		return filetypeFolder
	}
	return filetypeFile
}

// path returns the text that two arguments, address and length, tell of.
func (c *wasiCall) path(i int) (string, wasifs.Errno) {
	if c.u32(i+1) > wasifs.MaxPathBytes {
		return "", wasifs.ENAMETOOLONG
	}
	data, errno := c.bytes(i, c.u32(i+1))
	return string(data), errno
}

// fdClose(fd)
func fdClose(c *wasiCall) wasifs.Errno { return c.session.files.CloseFD(c.u32(0)) }

// fdSync(fd)
func fdSync(c *wasiCall) wasifs.Errno { return c.session.files.Sync(c.u32(0)) }

// fdFdstatGet(fd, stat *fdstat)
func fdFdstatGet(c *wasiCall) wasifs.Errno {
	d, errno := c.session.files.Describe(c.u32(0))
	if errno != wasifs.OK {
		return errno
	}
	stat, errno := c.bytes(1, fdstatBytes)
	if errno != wasifs.OK {
		return errno
	}
	clear(stat)
	stat[0] = filetype(d.Folder)
	if d.Append {
		stat[2] = fdflagAppend
	}
	rights := uint64(0)
	if d.Read {
		rights |= rightRead
	}
	if d.Write {
		rights |= rightWrite
	}
	if d.Folder {
		rights = 1<<30 - 1 // whatever can be asked for
	}
	binary.LittleEndian.PutUint64(stat[8:], rights)
	binary.LittleEndian.PutUint64(stat[16:], rights)
	return wasifs.OK
}

// fdPrestatGet(fd, prestat *prestat)
func fdPrestatGet(c *wasiCall) wasifs.Errno {
	if c.u32(0) != wasifs.Root {
		return wasifs.EBADF
	}
	stat, errno := c.bytes(1, prestatBytes)
	if errno != wasifs.OK {
		return errno
	}
	clear(stat) // the tag of a folder is 0
	binary.LittleEndian.PutUint32(stat[4:], uint32(len(preopenName)))
	return wasifs.OK
}

// fdPrestatDirName(fd, name *u8, size u32)
func fdPrestatDirName(c *wasiCall) wasifs.Errno {
	if c.u32(0) != wasifs.Root {
		return wasifs.EBADF
	}
	if c.u32(2) < uint32(len(preopenName)) {
		return wasifs.ENAMETOOLONG
	}
	name, errno := c.bytes(1, uint32(len(preopenName)))
	copy(name, preopenName)
	return errno
}

// transfer calls a function for each of the buffers that two arguments, address and count, tell of, until one is not
// filled, and stores the sum of what the calls return. An error counts only if nothing came before it.
func (c *wasiCall) transfer(function func(uint32, []byte) (int, wasifs.Errno)) wasifs.Errno {
	count := c.u32(2)
	if count > maxIovecs {
		return wasifs.EINVAL
	}
	vectors, errno := c.bytes(1, count*iovecBytes)
	if errno != wasifs.OK {
		return errno
	}
	sum := uint32(0)
	for ; len(vectors) > 0; vectors = vectors[iovecBytes:] {
		buffer, ok := c.memory.Read(binary.LittleEndian.Uint32(vectors), binary.LittleEndian.Uint32(vectors[4:]))
		if !ok {
			return wasifs.EFAULT
		}
		n, errno := function(c.u32(0), buffer)
		if errno != wasifs.OK && sum == 0 {
			return errno
		}
		if sum += uint32(n); n < len(buffer) {
			break
		}
	}
	return c.put32(3, sum)
}

// fdRead(fd, vectors *iovec, count u32, read *u32)
func fdRead(c *wasiCall) wasifs.Errno { return c.transfer(c.session.files.Read) }

// fdWrite(fd, vectors *ciovec, count u32, written *u32)
func fdWrite(c *wasiCall) wasifs.Errno { return c.transfer(c.session.files.Write) }

// fdSeek(fd, offset i64, whence u32, result *u64)
func fdSeek(c *wasiCall) wasifs.Errno {
	offset, errno := c.session.files.Seek(c.u32(0), int64(c.args[1]), wasifs.Whence(c.u32(2)))
	if errno != wasifs.OK {
		return errno
	}
	return c.put64(3, uint64(offset))
}

// fdReaddir(fd, buffer *u8, size u32, cookie u64, used *u32)
//
// The last entry is cut off where the buffer ends. A buffer that is not full says that there are no more.
func fdReaddir(c *wasiCall) wasifs.Errno {
	buffer, errno := c.bytes(1, c.u32(2))
	if errno != wasifs.OK {
		return errno
	}
	cookie := c.args[3]
	entries, errno := c.session.files.ReadFolder(c.u32(0), cookie)
	if errno != wasifs.OK {
		return errno
	}
	used := 0
	for _, e := range entries {
		cookie++
		dirent := make([]byte, direntBytes, direntBytes+len(e.Name))
		binary.LittleEndian.PutUint64(dirent, cookie)
		binary.LittleEndian.PutUint64(dirent[8:], inode)
		binary.LittleEndian.PutUint32(dirent[16:], uint32(len(e.Name)))
		dirent[20] = filetype(e.Folder)
		if used += copy(buffer[used:], append(dirent, e.Name...)); used == len(buffer) {
			break
		}
	}
	return c.put32(4, uint32(used))
}
