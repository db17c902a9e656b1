// Package link turns objects into a module with wasm-ld.
package link

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"github.com/seed-3f7e3123/mpwasm/builder/compile"
	"github.com/seed-3f7e3123/mpwasm/builder/toolchain"
)

// Kind is what starts the module.
type Kind string

const (
	// Reactor modules export _initialize and functions to be called in any number.
	Reactor Kind = "crt1-reactor.o"
	// Command modules export _start, which runs main once.
	Command Kind = "crt1-command.o"
)

// Object is a relocatable object. Names need not differ.
type Object struct {
	Name string
	Data []byte
}

// Config says how to link.
type Config struct {
	Kind Kind
	// StackBytes is the size of the shadow stack. It stands below the data, so that overflowing it
	// traps instead of overwriting data.
	StackBytes int
	// Exports are exported beside what the sources mark with export_name.
	Exports []string
}

const (
	inputDir = "/link"
	libDir   = "/usr/lib/wasm32-wasip1"
	builtins = "/usr/lib/wasm32-unknown-wasip1/libclang_rt.builtins.a"
)

// Link links objects, the C library and the compiler's builtins. Unreferenced sections are dropped;
// the name section is kept, since the passes and stack traces use it.
func Link(ctx context.Context, runner compile.Runner, cfg Config, objects []Object) ([]byte, error) {
	dir, err := os.MkdirTemp("", "mpwasm-link-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the linker: %w", err)
	}
	defer os.RemoveAll(dir)
	args := []string{
		"wasm-ld", "--stack-first", "-z", "stack-size=" + strconv.Itoa(cfg.StackBytes), "--gc-sections", "--no-demangle",
		"-L" + libDir, path.Join(libDir, string(cfg.Kind)), "-o", inputDir + "/linked.wasm",
	}
	if cfg.Kind == Reactor {
		args = append(args, "--entry=_initialize")
	}
	for _, name := range cfg.Exports {
		args = append(args, "--export="+name)
	}
	for i, object := range objects {
		name := fmt.Sprintf("%03d-%s.o", i, path.Base(object.Name)) // in the order of the list, always
		if err := os.WriteFile(filepath.Join(dir, name), object.Data, 0o644); err != nil {
			return nil, fmt.Errorf("writing an object for the linker: %w", err)
		}
		args = append(args, path.Join(inputDir, name))
	}
	args = append(args, "-lsetjmp", "-lc", "-lm", builtins)
	mounts := []toolchain.Mount{{Guest: inputDir, Dir: dir, Writable: true}}
	if _, err := runner.Run(ctx, toolchain.Command{Args: args, Mounts: mounts}); err != nil {
		return nil, fmt.Errorf("linking: %w", err)
	}
	module, err := os.ReadFile(filepath.Join(dir, "linked.wasm"))
	if err != nil {
		return nil, fmt.Errorf("reading the linked module: %w", err)
	}
	return module, nil
}
