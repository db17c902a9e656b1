package bench

import "golang.org/x/sys/unix"

// boundMemory bounds the private memory of a process that may be written to. Address space cannot be bounded: engines of
// WebAssembly reserve far more than they use.
func boundMemory(pid int, limit uint64) error {
	return unix.Prlimit(pid, unix.RLIMIT_DATA, &unix.Rlimit{Cur: limit, Max: limit}, nil)
}
