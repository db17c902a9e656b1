package sandbox

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/translated"
)

// EngineConfig says what an engine runs, and how.
type EngineConfig struct {
	// Artifact is the module that `mpwasm build` writes. Nil means the one that the program carries after `mpwasm build
	// --embed`, or else the one that was built last with the user's cache. A service should carry its own.
	Artifact []byte
	// Translated is, instead of an Artifact, one that `mpwasm build --go` translated to Go: the variable Artifact of the package that it wrote. It
	// runs about 1.9 times as fast as what wazero compiles, needs no compile cache, and does the same, to the last byte of memory.
	Translated *translated.Artifact
	// CompileCacheDir keeps the compiled module on disk, so that the next engine starts at once. Empty
	// means that every engine compiles. The folder belongs to whoever may run code as this process:
	// what it holds is machine code. A damaged file is made again; a folder that cannot be read or written is
	// done without, which is no error.
	CompileCacheDir string
	// KeptRuns is how many paused runs keep their guest where it waits, so that Resume goes on at once; beyond that the oldest are run again from
	// their beginning when they are resumed, as those are that were stored. 0 means [DefaultKeptRuns], less than 0 none.
	KeptRuns int
	// Interpreter runs the module in wazero's interpreter instead of compiling it: slower, and on every
	// platform that Go has.
	Interpreter bool
}

// Bounds of [SessionConfig].MemoryLimitBytes.
const (
	DefaultMemoryLimitBytes = 16 << 20
	MinMemoryLimitBytes     = 1 << 20
	MaxMemoryLimitBytes     = 1 << 30
)

// DefaultKeptRuns is how many paused runs keep their guest when nothing else is asked for.
const DefaultKeptRuns = 64

// DefaultOutputLimitBytes bounds what is captured of a run's output when nothing else is asked for.
const DefaultOutputLimitBytes = 1 << 20

// DefaultObjectLimit is how many objects of the host's programs may hold when nothing else is asked for.
const DefaultObjectLimit = 1024

// DefaultRequestLimitBytes and DefaultReplyLimitBytes bound calls of host functions when nothing else is asked for.
const (
	DefaultRequestLimitBytes = 1 << 20
	DefaultReplyLimitBytes   = 1 << 20
)

// SessionConfig says what a session's guest gets. The zero value grants nothing.
type SessionConfig struct {
	// MemoryLimitBytes is how large the GC heap may grow before MemoryError is raised. 0 means
	// [DefaultMemoryLimitBytes].
	MemoryLimitBytes int64
	// FuelLimit is how much fuel each run may burn: backward jumps and returns of Python code, and turns of
	// loops in the interpreter's own code. 0 means no limit.
	FuelLimit uint64
	// Timeout is how long each run may take, by the host's clock. 0 means no limit.
	Timeout time.Duration
	// OutputLimitBytes is how much each run may write, both streams together. The run ends when it writes
	// more; what fits is kept. 0 means [DefaultOutputLimitBytes] where output is captured, and no limit
	// where Stdout and Stderr both are given.
	OutputLimitBytes int64
	// Args is sys.argv.
	Args []string
	// Path is what sys.path begins with; frozen modules are found in any case. Nil means the guest's
	// current directory.
	Path []string
	// Stdin is what the program reads. Nil means an empty stream. It is read when the program asks. Where a run ends while
	// it waits, the read goes on, in a goroutine of its own, until the reader answers; the next run gets what it gave.
	Stdin io.Reader
	// Stdout and Stderr receive what the program writes, as it writes it. A nil one is captured in the
	// Outcome instead.
	Stdout, Stderr io.Writer
	// Env is the environment: KEY=VALUE each. os.getenv shows it.
	Env []string
	// Clock is what the program takes for time. The zero value is FixedClock.
	Clock ClockKind
	// ClockStart is what a fixed clock shows at first. Zero means [DefaultClockStart].
	ClockStart time.Time
	// Seed is what random numbers follow from, those of os.urandom too: whoever knows it knows them all.
	Seed uint64
	// Functions are Go functions that programs may call; see package hostcall. They run in the goroutine that runs
	// the program.
	Functions []hostcall.Function
	// RequestLimitBytes and ReplyLimitBytes bound the arguments and the result of a call of a host function, in
	// their encoded form. Programs see a ValueError beyond that. 0 means [DefaultRequestLimitBytes] and
	// [DefaultReplyLimitBytes]; at most 1 GiB.
	RequestLimitBytes, ReplyLimitBytes int64
	// HostCallLimit is how often each run may call host functions, and HostBytesLimit how many bytes their arguments and results may have
	// together, encoded. The run ends where it would be more. 0 means no limit.
	HostCallLimit, HostBytesLimit uint64
	// HandleLimit is how many objects of programs the host may hold at a time, up to 65,535: functions, generators, instances and whatever
	// else has no plain value come as a *[hostcall.Handle] then. 0 means none: they come as a hostcall.Repr, and host functions are not called
	// with them. Where there may be some, host functions run in goroutines of their own, one at a time.
	HandleLimit int
	// ObjectLimit is how many of the host's objects, each a *[hostcall.Object] or an iteration over one, programs may hold at a time;
	// 0 means [DefaultObjectLimit].
	ObjectLimit int
	// Record is written what is needed to run each run again, by [Recording.Replay] or `mpwasm replay`, one after the other: the session before
	// it, the program, what functions and stdin told it, and what came of it. A run that Timeout or a context ended is left out, since
	// nobody can name the moment. It cannot go with mounts that are not Writable, whose files are the host's.
	Record io.Writer
	// CountHostTime lets the time that host functions take count for Timeout, which ends their context then. Without it
	// Timeout is for the program's own work, and host functions answer for their time themselves; the context of
	// [Session.Run] bounds both in any case.
	CountHostTime bool
	// Mounts are folders that the guest sees.
	Mounts []Mount
	// FilesLimitBytes is how many bytes the files may hold together that the guest keeps in memory: those it writes,
	// anywhere but in mounts, and those of writable mounts. They live as long as the session; see Session.Files. There is an
	// empty folder /tmp, and the working folder is /. 0 means [DefaultFilesLimitBytes]; [NoFiles], that it cannot write.
	FilesLimitBytes int64
	// FilesLimit is how many files and folders there may be in memory. 0 means [DefaultFilesLimit].
	FilesLimit int
}

// ClockKind is a kind of clock.
type ClockKind string

const (
	// FixedClock shows the same on every run: it goes on by a microsecond when it is read, and when the program
	// sleeps, which takes no time.
	FixedClock ClockKind = "fixed"
	// RealClock shows the host's time.
	RealClock ClockKind = "real"
)

// DefaultFilesLimitBytes is how many bytes a guest's files may hold together if nothing else is asked for.
const DefaultFilesLimitBytes = 16 << 20

// NoFiles as SessionConfig.FilesLimitBytes means that the guest cannot write: there is what is mounted, and nothing else.
const NoFiles = -1

// DefaultFilesLimit is how many files and folders a guest that may write can have if nothing else is asked for.
const DefaultFilesLimit = 1024

// Mount makes a folder visible to the guest.
type Mount struct {
	// FS is what is in the folder. For one of the host take os.OpenRoot(dir) and its FS method, which no symbolic
	// link leads out of, not even one that is made meanwhile. Of os.DirFS, links that lead out are not followed
	// either, but somebody who can change the folder could slip one in at the right moment. Sessions that mount
	// it call it from goroutines of theirs; it must be safe for that.
	FS fs.FS
	// GuestPath is the absolute path at which the guest sees it. It must not be below another mount.
	GuestPath string
	// Writable gives the guest a copy, made when the session begins, in its tree in memory. Without it, it can only
	// read, and what changes on the host changes for the guest.
	Writable bool
}

// maxHandles is what the flags of a run have room for.
const maxHandles = 1<<16 - 1

// ErrInvalidConfig is wrapped by errors that say that a configuration cannot be used.
var ErrInvalidConfig = errors.New("invalid configuration")

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrInvalidConfig, fmt.Errorf(format, args...))
}

// normalize fills in defaults and checks every field.
func (c SessionConfig) normalize() (SessionConfig, error) {
	if c.MemoryLimitBytes == 0 {
		c.MemoryLimitBytes = DefaultMemoryLimitBytes
	}
	if c.MemoryLimitBytes < MinMemoryLimitBytes || c.MemoryLimitBytes > MaxMemoryLimitBytes {
		return c, invalid("memory limit of %d bytes: it must be between %d (1 MiB) and %d (1 GiB)", c.MemoryLimitBytes, int64(MinMemoryLimitBytes), int64(MaxMemoryLimitBytes))
	}
	if c.Timeout < 0 {
		return c, invalid("timeout of %v: it must not be negative; 0 means none", c.Timeout)
	}
	if c.OutputLimitBytes < 0 {
		return c, invalid("output limit of %d bytes: it must not be negative", c.OutputLimitBytes)
	}
	if c.OutputLimitBytes == 0 {
		c.OutputLimitBytes = math.MaxInt64
		if c.Stdout == nil || c.Stderr == nil {
			c.OutputLimitBytes = DefaultOutputLimitBytes
		}
	}
	if err := c.normalizeCalls(); err != nil {
		return c, err
	}
	if c.Path == nil {
		c.Path = []string{""}
	}
	for _, s := range append(append([]string{}, c.Args...), c.Path...) {
		if strings.ContainsRune(s, 0) {
			return c, invalid("argument %.80q: it must not hold a NUL", s)
		}
		if !utf8.ValidString(s) {
			return c, invalid("argument %.80q: it must be UTF-8", s)
		}
	}
	if err := c.normalizeHost(); err != nil {
		return c, err
	}
	return c, c.normalizeFiles()
}

// The environment lies beside the GC heap, in what a guest's memory may have for that (memoryOverhead). An entry takes its text, a
// NUL and a pointer; web/src/options.ts has the same bounds.
const (
	maxEnvBytes   = 16 << 20
	envEntryBytes = 8
)

// normalizeHost is for environment and clock.
func (c *SessionConfig) normalizeHost() error {
	size := 0
	for _, entry := range c.Env {
		if key, _, ok := strings.Cut(entry, "="); !ok || key == "" || strings.ContainsRune(entry, 0) || !utf8.ValidString(entry) {
			return invalid("environment %.80q: expected KEY=VALUE, in UTF-8 without a NUL", entry)
		}
		size += len(entry) + envEntryBytes
	}
	if size > maxEnvBytes {
		return invalid("environment of %d entries, %d bytes: it must not take more than %d, counting %d for each entry", len(c.Env), size, maxEnvBytes, envEntryBytes)
	}
	switch c.Clock {
	case "":
		c.Clock = FixedClock
	case FixedClock, RealClock:
	default:
		return invalid("clock %q: expected %q or %q", c.Clock, FixedClock, RealClock)
	}
	if !c.ClockStart.IsZero() && c.Clock == RealClock {
		return invalid("a real clock begins at the host's time: a start is for a fixed one")
	}
	if c.ClockStart.IsZero() {
		c.ClockStart = DefaultClockStart
	}
	if err := checkStart(c.ClockStart); err != nil {
		return invalid("%w", err)
	}
	return nil
}

// checkStart is for the start of a fixed clock.
func checkStart(start time.Time) error {
	if year := start.UTC().Year(); year < 1970 || year > 2200 {
		return fmt.Errorf("clock that starts in %d: expected a year from 1970 to 2200", year)
	}
	return nil
}

// normalizeFiles is for the guest's files. That mounts fit together is seen when they are mounted.
func (c *SessionConfig) normalizeFiles() error {
	if c.FilesLimitBytes < NoFiles || c.FilesLimit < 0 {
		return invalid("files of at most %d bytes, %d in number: neither may be negative, but for NoFiles", c.FilesLimitBytes, c.FilesLimit)
	}
	if c.FilesLimit > 0 && c.FilesLimitBytes == NoFiles {
		return invalid("a limit of %d files, but FilesLimitBytes says that the guest cannot write", c.FilesLimit)
	}
	if c.FilesLimitBytes == 0 {
		c.FilesLimitBytes = DefaultFilesLimitBytes
	}
	if c.FilesLimit == 0 && c.FilesLimitBytes > 0 {
		c.FilesLimit = DefaultFilesLimit
	}
	for _, m := range c.Mounts {
		switch {
		case m.FS == nil:
			return invalid("mount at %q: it has no FS", m.GuestPath)
		case !strings.HasPrefix(m.GuestPath, "/"):
			return invalid("mount at %q: the guest's path must be absolute", m.GuestPath)
		case c.Record != nil && !m.Writable:
			return invalid("mount at %s in a session that records: it must be writable, since what it holds is to be in the recording", m.GuestPath)
		case m.Writable && c.FilesLimitBytes == NoFiles:
			return invalid("writable mount at %s: the guest gets a copy, but FilesLimitBytes says that it cannot write", m.GuestPath)
		}
	}
	return nil
}

// normalizeCalls fills in and checks what is about host functions.
func (c *SessionConfig) normalizeCalls() error {
	for _, limit := range []struct {
		name     string
		value    *int64
		standard int64
	}{
		{"request", &c.RequestLimitBytes, DefaultRequestLimitBytes},
		{"reply", &c.ReplyLimitBytes, DefaultReplyLimitBytes},
	} {
		if *limit.value == 0 {
			*limit.value = limit.standard
		}
		if c.ObjectLimit == 0 {
			c.ObjectLimit = DefaultObjectLimit
		}
		if c.ObjectLimit < 0 {
			return invalid("limit of %d objects: it must not be negative", c.ObjectLimit)
		}
		if c.HandleLimit < 0 || c.HandleLimit > maxHandles {
			return invalid("limit of %d handles: it must be between 0 and %d", c.HandleLimit, maxHandles)
		}
		if *limit.value < 1 || *limit.value > MaxMemoryLimitBytes {
			return invalid("%s limit of %d bytes: it must be between 1 and %d (1 GiB)", limit.name, *limit.value, int64(MaxMemoryLimitBytes))
		}
	}
	return nil
}
