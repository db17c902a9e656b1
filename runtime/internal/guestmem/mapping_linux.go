package guestmem

import (
	"encoding/binary"
	"errors"
	"os"
	"slices"

	"golang.org/x/sys/unix"
)

// backing is a file in memory that holds the image, and /proc/self/pagemap, which tells of every page of this process
// whether it is still the file's. Both are nil where the system does not offer them.
type backing struct {
	file    *os.File
	pagemap *os.File
}

func newBacking(data []byte) backing {
	if os.Getpagesize() != PageBytes {
		return backing{}
	}
	b, err := openBacking(data)
	if err == nil {
		err = b.probe(len(data))
	}
	if err != nil { // not this kernel, or not in this container
		b.close()
		return backing{}
	}
	return b
}

func openBacking(data []byte) (b backing, err error) {
	fd, err := unix.MemfdCreate("mpwasm", unix.MFD_CLOEXEC)
	if err != nil {
		return b, err
	}
	b.file = os.NewFile(uintptr(fd), "mpwasm")
	if err := b.file.Truncate(int64(len(data))); err != nil {
		return b, err
	}
	for at := 0; at < len(data); at += PageBytes { // a file with holes: pages of zeros take nothing
		page := data[at : at+PageBytes]
		if string(page) == string(zeros[:]) {
			continue
		}
		if _, err := b.file.WriteAt(page, int64(at)); err != nil {
			return b, err
		}
	}
	b.pagemap, err = os.Open("/proc/self/pagemap")
	return b, err
}

// close closes both. Closing them again does nothing.
func (b backing) close() error {
	var errs []error
	for _, f := range []*os.File{b.file, b.pagemap} {
		if f == nil {
			continue
		}
		if err := f.Close(); !errors.Is(err, os.ErrClosed) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// errPagemap says that the page map is not to be trusted.
var errPagemap = errors.New("the page map does not tell which pages were written to")

// probe writes to a page of a mapping and looks whether the page map tells.
func (b backing) probe(size int) error {
	mem, err := unix.Mmap(int(b.file.Fd()), 0, size, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE)
	if err != nil {
		return err
	}
	defer unix.Munmap(mem)
	sum := byte(0)
	for at := 0; at < size; at += PageBytes {
		sum |= mem[at]
	}
	mem[size-1] = sum
	pages, err := b.written(mem, nil, new([]byte))
	if err != nil {
		return err
	}
	if len(pages) != 1 || pages[0] != size/PageBytes-1 {
		return errPagemap
	}
	return nil
}

// Bits of an entry of the page map.
//
// See https://docs.kernel.org/admin-guide/mm/pagemap.html
const (
	pageOfFile  = 1 << 61 // or of shared memory
	pageSwapped = 1 << 62
	pagePresent = 1 << 63
)

// mostEntries is how many entries of the page map are read at once.
const mostEntries = 4096

// written appends to a list the pages of a private mapping that are its own. Room for entries of the page map is kept: it would be most of what
// a short call allocates.
func (b backing) written(mem []byte, list []int, entries *[]byte) ([]int, error) {
	if size := min(len(mem)/PageBytes, mostEntries) * 8; len(*entries) < size {
		*entries = make([]byte, size)
	}
	first := int64(addressOf(mem) / PageBytes)
	for at, pages := 0, len(mem)/PageBytes; at < pages; {
		part := (*entries)[:min(len(*entries), (pages-at)*8)]
		if _, err := b.pagemap.ReadAt(part, (first+int64(at))*8); err != nil {
			return list, err
		}
		for ; len(part) > 0; part = part[8:] {
			entry := binary.LittleEndian.Uint64(part)
			if entry&(pagePresent|pageSwapped) != 0 && entry&pageOfFile == 0 {
				list = append(list, at)
			}
			at++
		}
	}
	return list, nil
}

// mapping is the address space of a memory: as much as it may ever have, of which the beginning can be used.
type mapping struct {
	space   []byte // nil where memory is a slice
	usable  int    // how much of it
	scratch []int
	entries []byte // of the page map
}

// mapped says that the memory is no slice.
func (m *Memory) mapped() bool { return m.space != nil }

// reserve maps the image, and reserves the addresses that follow.
func (m *Memory) reserve() {
	b := m.image.backing
	if b.file == nil {
		return
	}
	space, err := unix.Mmap(-1, 0, int(m.max), unix.PROT_NONE, unix.MAP_PRIVATE|unix.MAP_ANON|unix.MAP_NORESERVE)
	if err != nil { // no addresses left: a process with little of them allowed, or a small machine
		return
	}
	if err := mapFile(space, int(b.file.Fd()), len(m.image.data)); err != nil {
		unix.Munmap(space)
		return
	}
	m.space, m.usable = space, len(m.image.data)
}

// resize changes the length. What was cut off is zeros when it comes again.
func (m *Memory) resize(size int) bool {
	if m.space == nil {
		m.resizeSlice(size)
		return true
	}
	if size > m.usable {
		if unix.Mprotect(m.space[m.usable:size], unix.PROT_READ|unix.PROT_WRITE) != nil {
			return false
		}
		m.usable = size
	}
	if size < len(m.bytes) && unix.Madvise(m.space[size:len(m.bytes)], unix.MADV_DONTNEED) != nil {
		return false
	}
	m.bytes = m.space[:size]
	return true
}

// Free gives the memory back. Whoever still reads or writes it ends the process.
func (m *Memory) Free() {
	if m.space != nil {
		unix.Munmap(m.space) // fails only for addresses that are not a mapping's
	}
	m.space, m.bytes = nil, nil
}

// touched lists the pages that may have been written to since the memory began.
func (m *Memory) touched() []int {
	if m.space == nil {
		return m.all()
	}
	list, err := m.image.backing.written(m.bytes, m.scratch[:0], &m.entries)
	m.scratch = list
	if err != nil {
		return m.all()
	}
	return list
}

// manyPages is from how many pages on it is cheaper to have the kernel drop those that were written to, and to read again what is needed.
const manyPages = 64

// forget is touched, for pages that are to be what a delta says. It may make those that are no part of the delta what they were when the
// memory began, and leaves them out then. The delta's own keep their place: to drop them, and to write them anew, takes a fault of each.
func (m *Memory) forget(d *Delta) []int {
	list := m.touched()
	others := 0
	for _, index := range list {
		if !d.has(index) {
			others++
		}
	}
	if m.space == nil || others <= manyPages {
		return list
	}
	begin := 0
	for _, index := range d.Index {
		if !m.drop(begin, int(index)) {
			return m.all()
		}
		begin = int(index) + 1
	}
	if !m.drop(begin, len(m.bytes)/PageBytes) {
		return m.all()
	}
	return slices.DeleteFunc(list, func(index int) bool { return !d.has(index) })
}

// drop makes pages what they were when the memory began.
func (m *Memory) drop(begin, end int) bool {
	return begin == end || unix.Madvise(m.bytes[begin*PageBytes:end*PageBytes], unix.MADV_DONTNEED) == nil
}
