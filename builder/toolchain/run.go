package toolchain

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/sys"
)

// Mount makes a folder of the host visible to the compiler. Only real folders will do: clang tells
// files apart by their inode numbers, which an fs.FS does not have.
type Mount struct {
	// Guest is the absolute, slash-separated path at which the compiler sees the folder.
	Guest string
	// Dir is the folder.
	Dir string
	// Writable lets the compiler write into it.
	Writable bool
}

// Command is one run of a tool.
type Command struct {
	// Args is the command line. Args[0] selects the tool: clang, wasm-ld, llvm-ar.
	Args []string
	// Mounts are visible beside the sysroot, which is always at /usr.
	Mounts []Mount
	// Stdin may be nil.
	Stdin io.Reader
}

// ToolError says that a tool ran and refused its input. Its text is the tool's own.
type ToolError struct {
	Args   []string
	Status uint32
	Stderr string
}

func (e *ToolError) Error() string {
	return fmt.Sprintf("%s ended with status %d:\n%s", e.Args[0], e.Status, strings.TrimRight(e.Stderr, "\n"))
}

// Run runs a tool to its end and returns what it wrote to standard output. A tool that ends with
// another status than 0 gives a [*ToolError].
//
// A run is not interrupted: checking for it costs the compiler most of its speed. Cancelling the
// context keeps further runs from starting; each lasts well below a second.
func (t *Toolchain) Run(ctx context.Context, cmd Command) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var stdout, stderr bytes.Buffer
	config := wazero.NewModuleConfig().
		WithName(""). // anonymous, so that several run at once
		WithArgs(cmd.Args...).
		WithStdout(&stdout).
		WithStderr(&stderr).
		WithFSConfig(t.fsConfig(cmd.Mounts))
	if cmd.Stdin != nil {
		config = config.WithStdin(cmd.Stdin)
	}
	module, err := t.compiled.Runtime.InstantiateModule(context.WithoutCancel(ctx), t.compiled.Module, config)
	if module != nil {
		defer module.Close(context.WithoutCancel(ctx))
	}
	var exit *sys.ExitError
	switch {
	case err == nil:
		return stdout.Bytes(), nil
	case errors.As(err, &exit) && exit.ExitCode() == 0:
		return stdout.Bytes(), nil
	case errors.As(err, &exit):
		return nil, &ToolError{Args: cmd.Args, Status: exit.ExitCode(), Stderr: stderr.String()}
	default:
		return nil, fmt.Errorf("running %s: %w\n%s", cmd.Args[0], err, stderr.String())
	}
}

func (t *Toolchain) fsConfig(mounts []Mount) wazero.FSConfig {
	config := wazero.NewFSConfig().WithReadOnlyDirMount(t.sysroot, "/usr")
	for _, m := range mounts {
		if m.Writable {
			config = config.WithDirMount(m.Dir, m.Guest)
		} else {
			config = config.WithReadOnlyDirMount(m.Dir, m.Guest)
		}
	}
	return config
}
