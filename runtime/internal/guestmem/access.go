package guestmem

import "encoding/binary"

// Read returns a part of the memory, not a copy; false if it is not within.
func (m *Memory) Read(address, size uint32) ([]byte, bool) {
	end := uint64(address) + uint64(size)
	if end > uint64(len(m.bytes)) {
		return nil, false
	}
	return m.bytes[address:end:end], true
}

// Write copies data to an address; false if there is no room behind it, and then nothing is written.
func (m *Memory) Write(address uint32, data []byte) bool {
	if uint64(address)+uint64(len(data)) > uint64(len(m.bytes)) {
		return false
	}
	copy(m.bytes[address:], data)
	return true
}

// ReadUint64 reads a number.
func (m *Memory) ReadUint64(address uint32) (uint64, bool) {
	data, ok := m.Read(address, 8)
	if !ok {
		return 0, false
	}
	return binary.LittleEndian.Uint64(data), true
}

// WriteUint32 writes a number; false if there is no room.
func (m *Memory) WriteUint32(address, v uint32) bool {
	data, ok := m.Read(address, 4)
	if ok {
		binary.LittleEndian.PutUint32(data, v)
	}
	return ok
}

// WriteUint64 writes a number; false if there is no room.
func (m *Memory) WriteUint64(address uint32, v uint64) bool {
	data, ok := m.Read(address, 8)
	if ok {
		binary.LittleEndian.PutUint64(data, v)
	}
	return ok
}
