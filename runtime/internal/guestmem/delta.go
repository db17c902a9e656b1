package guestmem

import (
	"bytes"
	"slices"
)

// Delta is the content of a memory, as what sets it apart from an image.
type Delta struct {
	// Size is the memory's length in bytes.
	Size int
	// Index lists the pages that differ, in ascending order, and Data holds them, one after the other.
	Index []uint32
	Data  []byte
}

// add adds a page.
func (d *Delta) add(index int, page []byte) {
	d.Index = append(d.Index, uint32(index))
	d.Data = append(d.Data, page...)
}

// page returns the i-th page that differs.
func (d *Delta) page(i int) []byte { return d.Data[i*PageBytes : (i+1)*PageBytes] }

// has tells whether a page differs.
func (d *Delta) has(index int) bool {
	_, found := slices.BinarySearch(d.Index, uint32(index))
	return found
}

// Diff returns the delta of a memory that holds the given bytes.
func Diff(i *Image, content []byte) Delta {
	d := Delta{Size: len(content)}
	for index := range len(content) / PageBytes {
		if page := content[index*PageBytes : (index+1)*PageBytes]; !bytes.Equal(page, i.page(index)) {
			d.add(index, page)
		}
	}
	return d
}

// Save makes the delta that of the memory's content. What it held before is used again.
func (m *Memory) Save(d *Delta) {
	touched := m.touched()
	// At once: room that grows as pages come would be made, and cleared, nine times over.
	d.Size, d.Index, d.Data = len(m.bytes), slices.Grow(d.Index[:0], len(touched)), slices.Grow(d.Data[:0], len(touched)*PageBytes)
	for _, index := range touched {
		if page := m.page(index); !bytes.Equal(page, m.image.page(index)) {
			d.add(index, page)
		}
	}
}

// Load makes the memory's content that of a delta of the same image. The memory must have the delta's size.
func (m *Memory) Load(d *Delta) {
	next := 0
	for _, index := range m.forget(d) {
		for next < len(d.Index) && int(d.Index[next]) < index {
			m.set(int(d.Index[next]), d.page(next))
			next++
		}
		want := m.image.page(index)
		if next < len(d.Index) && int(d.Index[next]) == index {
			want = d.page(next)
			next++
		}
		m.set(index, want)
	}
	for ; next < len(d.Index); next++ {
		m.set(int(d.Index[next]), d.page(next))
	}
}

// set changes a page. One that is as it should be is left alone: writing to it would make it the memory's own.
func (m *Memory) set(index int, want []byte) {
	if page := m.page(index); !bytes.Equal(page, want) {
		copy(page, want)
	}
}

// Pages calls a function with every page that holds anything but zeros, in ascending order, for a memory that is the
// image changed by the delta.
func (d *Delta) Pages(i *Image, yield func(index uint32, page []byte)) {
	next := 0
	for index := range d.Size / PageBytes {
		page := i.page(index)
		if next < len(d.Index) && int(d.Index[next]) == index {
			page = d.page(next)
			next++
		}
		if !bytes.Equal(page, zeros[:]) {
			yield(uint32(index), page)
		}
	}
}

// FromPages makes the delta of a memory that holds zeros but for the pages given, which ascend.
func FromPages(i *Image, size int, index []uint32, data []byte) Delta {
	d := Delta{Size: size}
	next := 0
	for at := range size / PageBytes {
		page := zeros[:]
		if next < len(index) && int(index[next]) == at {
			page = data[next*PageBytes : (next+1)*PageBytes]
			next++
		}
		if !bytes.Equal(page, i.page(at)) {
			d.add(at, page)
		}
	}
	return d
}

// On returns the delta of the same content, of one image, for another.
func (d *Delta) On(from, to *Image) Delta {
	var index []uint32
	var data []byte
	d.Pages(from, func(i uint32, page []byte) {
		index, data = append(index, i), append(data, page...)
	})
	return FromPages(to, d.Size, index, data)
}
