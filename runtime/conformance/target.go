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
	// Options are what else the session gets; the fields above take precedence. No limit on output means 16 MiB.
	Options protocol.SessionOptions
	// Then are programs that run in the same session afterwards.
	Then []protocol.ProgramText
	// Resumed are programs that run, after all others, in a new session that begins with a snapshot of the first.
	Resumed []protocol.ProgramText
	// Recording is, instead of all this but Name, a file of recordings, which are had again and compared.
	Recording []byte
	// Value asks for the value of the program's last expression, as Then's programs do by themselves.
	Value bool
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

// Result is what came of a program: of the last one, where others ran after it.
type Result struct {
	// Outcome is how the program ended.
	Outcome protocol.Kind
	// ExitStatus is the process exit status that `mpwasm run` would give: 0, 1 for an uncaught exception, n for
	// sys.exit(n).
	ExitStatus int
	// Merged is stdout and stderr in the order in which the guest wrote them, as if they were one file. The traceback
	// of an uncaught exception is at its end.
	Merged []byte
	// Detail says more about an outcome of protocol.Trapped or protocol.Limited: the trap's text, the limit's name.
	// For people.
	Detail string
	// Used is what the program used, the guest's start-up excluded.
	Used protocol.Usage
	// Differences are what is not as it was recorded, of a recording.
	Differences []protocol.Difference
	// Reports are all outcomes, and MemorySHA256 the digest of the guest's memory in the end: what targets are
	// compared by.
	Reports      []protocol.Report
	MemorySHA256 string
}

// Opener is a target that has to be opened before it can run anything, in a time that is not a test's.
type Opener interface {
	Open(ctx context.Context) error
}
