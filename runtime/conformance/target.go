package conformance

import (
	"context"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Target is an engine that runs Python programs: wazero in this process, or a browser at the other end of a socket.
//
// Implementations must be safe for calls of Run from several goroutines at once. Run must return soon after its
// context is done; the runner stops waiting for a target that does not, and reports a hang.
type Target interface {
	// Name is the target's name in reports and on the command line, such as "wazero".
	Name() string

	// Run runs one program from a fresh guest to its end. What the program does, a trap included, is the [Result].
	// The error is for trouble of the host: the program was not run, or it is not known what it did.
	Run(ctx context.Context, program Program) (Result, error)

	// Close frees what the target holds. No Run may be under way or follow.
	Close() error
}

// Program is one run asked of a target.
type Program struct {
	// Name is the program's file as the guest knows it: sys.argv[0], __file__, and the file name in tracebacks. An
	// absolute slash path below one of the mounts' guest paths.
	Name string
	// Source is the text of the program, UTF-8.
	Source []byte
	// Args are the rest of sys.argv.
	Args []string
	// Dir is the guest's current directory when the program starts, an absolute slash path. sys.path[0] is the folder
	// of Name, which need not be the same.
	Dir string
	// Mounts are the folders that the guest sees; it sees no others.
	Mounts []Mount
	// Stdin is what the program may read from its standard input, and then end of file.
	Stdin []byte
}

// Mount grants the guest a folder of the host.
type Mount struct {
	// HostDir is the folder's path on the host.
	HostDir string
	// GuestPath is where the guest finds it, an absolute slash path.
	GuestPath string
	// Writable lets the guest create, change and remove files. The target then gives each run a copy of its own, so
	// that no run sees what another wrote and HostDir never changes.
	Writable bool
}

// Result is what came of a program.
type Result struct {
	// Outcome is how the program ended.
	Outcome protocol.Kind
	// ExitStatus is the process exit status that `mpwasm run` would give: 0, 1 for an uncaught exception, n for
	// sys.exit(n).
	ExitStatus int
	// Stdout and Stderr are the two streams as far as they came. The traceback of an uncaught exception is at the end
	// of Stderr.
	Stdout, Stderr []byte
	// Merged is both streams in the order in which the guest wrote them, as if they were one file.
	Merged []byte
	// Error is the uncaught exception, for protocol.Raised.
	Error *protocol.Error
	// Detail says more about an outcome of protocol.Trapped or protocol.Limited: the trap's text, the limit's name.
	// For people.
	Detail string
	// Used is what the program used, the guest's start-up excluded.
	Used protocol.Usage
}
