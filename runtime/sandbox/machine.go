package sandbox

import (
	"context"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
)

// code is an artifact that is ready to run: compiled by wazero, or translated to Go.
type code interface {
	// instantiate makes a machine of a memory, which has no length yet and begins as its image; if that is empty, as the artifact's data.
	instantiate(ctx context.Context, memory *guestmem.Memory) (machine, error)
	close(ctx context.Context) error
}

// machine is an instance of the artifact.
type machine interface {
	// function finds an export; nil if there is none.
	function(name string) function
	// global finds a mutable global that is exported; nil if there is none.
	global(name string) global
	// grow has the memory reallocated, for so many pages more, and takes note of what it is then. It tells how many pages there were.
	grow(pages uint32) (uint32, bool)
	// close frees the memory.
	close(ctx context.Context) error
}

// function is called with a stack that holds its parameters, and its result afterwards. The error is a trap.
type function interface {
	CallWithStack(ctx context.Context, stack []uint64) error
}

// global is a number of 32 bits.
type global interface {
	Get() uint64
	Set(v uint64)
}
