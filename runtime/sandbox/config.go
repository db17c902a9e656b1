package sandbox

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"time"
)

// EngineConfig says what an engine runs, and how.
type EngineConfig struct {
	// Artifact is the module that `mpwasm build` writes.
	Artifact []byte
	// CompileCacheDir keeps the compiled module on disk, so that the next engine starts at once. Empty
	// means that every engine compiles. The folder belongs to whoever may run code as this process:
	// what it holds is machine code.
	CompileCacheDir string
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

// DefaultOutputLimitBytes bounds what is captured of a run's output when nothing else is asked for.
const DefaultOutputLimitBytes = 1 << 20

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
	// Stdin is what the program reads. Nil means an empty stream.
	Stdin io.Reader
	// Stdout and Stderr receive what the program writes, as it writes it. A nil one is captured in the
	// Outcome instead.
	Stdout, Stderr io.Writer
	// Mounts are folders of the host that the guest sees.
	Mounts []Mount
}

// Mount makes a folder of the host visible to the guest.
type Mount struct {
	// HostDir is the folder.
	HostDir string
	// GuestPath is the absolute path at which the guest sees it.
	GuestPath string
	// Writable lets the guest change it.
	Writable bool
}

// ErrInvalidConfig is wrapped by errors that say that a configuration cannot be used.
var ErrInvalidConfig = errors.New("invalid configuration")

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInvalidConfig, fmt.Sprintf(format, args...))
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
	if c.Path == nil {
		c.Path = []string{""}
	}
	for _, s := range append(append([]string{}, c.Args...), c.Path...) {
		if strings.ContainsRune(s, 0) {
			return c, invalid("argument %q: it must not hold a NUL", s)
		}
	}
	for _, m := range c.Mounts {
		if !strings.HasPrefix(m.GuestPath, "/") {
			return c, invalid("mount of %s at %q: the guest's path must be absolute", m.HostDir, m.GuestPath)
		}
	}
	return c, nil
}
