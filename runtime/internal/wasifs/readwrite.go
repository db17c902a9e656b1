package wasifs

import (
	"errors"
	"io"
	"io/fs"
	"math"
)

// Read reads from a file at its offset. 0 bytes are the end of the file.
func (f *FS) Read(fd uint32, buffer []byte) (int, Errno) {
	d, errno := f.descriptor(fd)
	switch {
	case errno != OK:
		return 0, errno
	case d.folder:
		return 0, EISDIR
	case !d.read:
		return 0, EBADF
	}
	n := 0
	if d.sub == "" {
		if data := f.nodes[d.node].data; d.offset < int64(len(data)) {
			n = copy(buffer, data[d.offset:])
		}
	} else if n, errno = d.handle.readAt(f.mountOf(place{d.node, d.sub}), d.sub, buffer, d.offset); errno != OK {
		return 0, errno
	}
	d.offset += int64(n)
	return n, OK
}

// Write writes to a file at its offset: all, or nothing where the quota does not allow it.
func (f *FS) Write(fd uint32, data []byte) (int, Errno) {
	d, errno := f.descriptor(fd)
	switch {
	case errno != OK:
		return 0, errno
	case d.folder:
		return 0, EISDIR
	case !d.write:
		return 0, EBADF
	case len(data) == 0:
		return 0, OK
	}
	size := int64(len(f.nodes[d.node].data))
	if d.append {
		d.offset = size
	}
	if d.offset > math.MaxInt64-int64(len(data)) {
		return 0, EFBIG
	}
	end := d.offset + int64(len(data))
	if end > size {
		if errno := f.resize(d.node, end); errno != OK {
			return 0, errno
		}
	}
	copy(f.mutable(d.node).data[d.offset:], data)
	d.offset = end
	return len(data), OK
}

// Whence says where an offset counts from.
type Whence uint32

const (
	FromStart Whence = iota
	FromOffset
	FromEnd
)

// Seek sets a file's offset and returns it.
func (f *FS) Seek(fd uint32, offset int64, whence Whence) (int64, Errno) {
	d, errno := f.descriptor(fd)
	switch {
	case errno != OK:
		return 0, errno
	case d.folder:
		return 0, EISDIR
	}
	base := int64(0)
	switch whence {
	case FromStart:
	case FromOffset:
		base = d.offset
	case FromEnd:
		if base, errno = f.size(d); errno != OK {
			return 0, errno
		}
	default:
		return 0, EINVAL
	}
	if offset > 0 && base > math.MaxInt64-offset || base+offset < 0 {
		return 0, EINVAL
	}
	d.offset = base + offset
	return d.offset, OK
}

// Sync does nothing: nothing is held back.
func (f *FS) Sync(fd uint32) Errno {
	_, errno := f.descriptor(fd)
	return errno
}

func (f *FS) size(d *descriptor) (int64, Errno) {
	if d.sub == "" {
		return int64(len(f.nodes[d.node].data)), OK
	}
	info, err := fs.Stat(f.mountOf(place{d.node, d.sub}).FS, d.sub)
	if err != nil {
		return 0, hostErrno(err)
	}
	return info.Size(), OK
}

// handle is an open file of a mount and how far it has been read.
type handle struct {
	file fs.File
	pos  int64
}

func (h *handle) open(m *Mount, name string) Errno {
	opened, err := m.FS.Open(name)
	if err != nil {
		return hostErrno(err)
	}
	h.file, h.pos = opened, 0
	return OK
}

func (h *handle) close() error {
	if h.file == nil {
		return nil
	}
	err := h.file.Close()
	*h = handle{}
	return err
}

// readAt reads at an offset, with what the file offers for that. Without anything it reads up to there.
func (h *handle) readAt(m *Mount, name string, buffer []byte, offset int64) (int, Errno) {
	if h.file == nil {
		if errno := h.open(m, name); errno != OK {
			return 0, errno
		}
	}
	if random, ok := h.file.(io.ReaderAt); ok {
		return ended(random.ReadAt(buffer, offset))
	}
	if errno := h.seek(m, name, offset); errno != OK {
		return 0, errno
	}
	if h.pos < offset { // the end came first
		return 0, OK
	}
	n, errno := ended(io.ReadFull(h.file, buffer))
	h.pos += int64(n)
	return n, errno
}

func (h *handle) seek(m *Mount, name string, offset int64) Errno {
	if h.pos == offset {
		return OK
	}
	if seeker, ok := h.file.(io.Seeker); ok {
		if _, err := seeker.Seek(offset, io.SeekStart); err != nil {
			return hostErrno(err)
		}
		h.pos = offset
		return OK
	}
	if h.pos > offset {
		if err := h.close(); err != nil {
			return hostErrno(err)
		}
		if errno := h.open(m, name); errno != OK {
			return errno
		}
	}
	n, err := io.CopyN(io.Discard, h.file, offset-h.pos)
	h.pos += n
	_, errno := ended(0, err)
	return errno
}

// ended is for reads of which the end of the file is no error.
func ended(n int, err error) (int, Errno) {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return n, hostErrno(err)
}
