package guestmem

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

func addressOf(mem []byte) uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(mem))) }

// mapFile puts a private mapping of a file in the place of the beginning of another mapping.
func mapFile(space []byte, fd, size int) error {
	at, err := unix.MmapPtr(fd, 0, unsafe.Pointer(unsafe.SliceData(space)), uintptr(size),
		unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_FIXED)
	if err == nil && at != unsafe.Pointer(unsafe.SliceData(space)) {
		return unix.EINVAL
	}
	return err
}
