//go:build !linux

package guestmem

// backing is what an image holds of the system: nothing.
type backing struct{}

func newBacking([]byte) backing { return backing{} }

func (backing) close() error { return nil }

// mapping is what a memory holds of the system: nothing.
type mapping struct{ scratch []int }

func (m *Memory) mapped() bool { return false }

func (m *Memory) reserve() {}

func (m *Memory) resize(size int) bool {
	m.resizeSlice(size)
	return true
}

// Free gives the memory back.
func (m *Memory) Free() { m.bytes = nil }

// touched lists the pages that may have been written to since the memory began.
func (m *Memory) touched() []int { return m.all() }

// forget is touched, for pages that are to be what a delta says.
func (m *Memory) forget(*Delta) []int { return m.all() }
