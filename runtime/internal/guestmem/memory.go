package guestmem

// Memory is a guest's linear memory, as wazero's experimental.LinearMemory wants it. It is not safe for concurrent use.
type Memory struct {
	image *Image
	bytes []byte
	max   uint64
	want  uint64 // the size that a call of Reallocate is to give, whatever it is asked for; 0 for none
	decoy *Decoy // what an instance that is being made gets in the memory's place
	mapping
}

// New makes a memory of at most max bytes that begins as the image. It has no length yet.
func New(image *Image, max uint64) *Memory {
	m := &Memory{image: image, max: max}
	m.reserve()
	return m
}

// Bytes returns the memory. It is valid until the memory grows or is freed.
func (m *Memory) Bytes() []byte { return m.bytes }

// Image returns what the memory began as.
func (m *Memory) Image() *Image { return m.image }

// Small says that the memory takes little of the system's beside what differs from the image: no room for what it once held.
func (m *Memory) Small() bool { return m.mapped() || cap(m.bytes) <= 2*len(m.bytes) }

// A Decoy takes what the module's data segments write when an instance is made. An image holds that already, and to write it once more
// would make all of its pages the memory's own. Its zero value is ready; it serves one memory at a time.
type Decoy struct{ bytes []byte }

// Distract has the next call of Reallocate give the decoy. It says whether that is worth while; if so, Reveal must follow.
func (m *Memory) Distract(decoy *Decoy) bool {
	if !m.mapped() || len(m.image.data) == 0 {
		return false
	}
	m.decoy = decoy
	return true
}

// Reveal gives the instance the memory, which is as large as the instance wanted it.
func (m *Memory) Reveal(grow func(pages uint32) (uint32, bool)) bool {
	size := len(m.decoy.bytes)
	m.decoy = nil
	return m.Resize(grow, size)
}

// Reallocate gives the memory another size. It returns nil when that is more than the memory may have, or than the
// system has.
func (m *Memory) Reallocate(size uint64) []byte {
	if m.decoy != nil {
		if m.decoy.bytes = m.decoy.bytes[:min(int(size), cap(m.decoy.bytes))]; len(m.decoy.bytes) < int(size) {
			m.decoy.bytes = make([]byte, size)
		}
		return m.decoy.bytes
	}
	if m.want != 0 {
		size = m.want
	}
	if size > m.max || !m.resize(int(size)) {
		return nil
	}
	return m.bytes
}

// Resize gives the memory another size by way of its instance, which has to know it. WebAssembly's memories only grow,
// and so does wazero's call; but the instance takes over whatever length Reallocate returns, and with that it can be
// made smaller, which makes another instance needless.
func (m *Memory) Resize(grow func(pages uint32) (uint32, bool), size int) bool {
	if len(m.bytes) == size {
		return true
	}
	m.want = uint64(size)
	_, ok := grow(1)
	m.want = 0
	return ok
}

func (m *Memory) page(index int) []byte { return m.bytes[index*PageBytes : (index+1)*PageBytes] }

// all lists the pages of the memory, for where it is not known which were written to.
func (m *Memory) all() []int {
	m.scratch = m.scratch[:0]
	for index := range len(m.bytes) / PageBytes {
		m.scratch = append(m.scratch, index)
	}
	return m.scratch
}

// resizeSlice is resize for memory that is a slice.
func (m *Memory) resizeSlice(size int) {
	old := len(m.bytes)
	if size <= old {
		m.bytes = m.bytes[:size]
		return
	}
	if size > cap(m.bytes) {
		grown := make([]byte, size, min(int(m.max), size+size/4))
		copy(grown, m.bytes)
		m.bytes = grown
	}
	m.bytes = m.bytes[:size]
	clear(m.bytes[old:])
	if old < len(m.image.data) {
		copy(m.bytes[old:], m.image.data[old:])
	}
}
