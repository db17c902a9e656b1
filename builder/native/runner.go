// Package native runs the C compiler of this machine in place of the toolchain's, for the build of the guest that tests run
// under sanitizers. The product needs no such compiler.
package native

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/toolchain"
)

// ErrNoCompiler is wrapped by the error that says that this machine cannot compile for 32 bits.
var ErrNoCompiler = errors.New("no C compiler for 32 bits")

// Compiler is clang on this machine. It implements the interface that package compile asks of a toolchain: paths are those of
// the mounted folders, in the command line and in what the compiler writes.
type Compiler struct {
	path    string
	version string
}

// Find finds clang and checks that it makes 32-bit programs with sanitizers.
func Find(ctx context.Context) (*Compiler, error) {
	path, err := exec.LookPath("clang")
	if err != nil {
		return nil, fmt.Errorf("looking for clang: %w; on Debian, install clang, libclang-rt-dev and gcc-multilib", ErrNoCompiler)
	}
	version, err := exec.CommandContext(ctx, path, "--version").Output()
	if err != nil {
		return nil, fmt.Errorf("asking clang for its version: %w", err)
	}
	c := &Compiler{path: path, version: strings.TrimSpace(string(version))}
	dir, err := os.MkdirTemp("", "mpwasm-native-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the compiler: %w", err)
	}
	defer os.RemoveAll(dir)
	source := filepath.Join(dir, "probe.c")
	if err := os.WriteFile(source, []byte("#include <stdio.h>\nint main(void) { return puts(\"\") < 0; }\n"), 0o644); err != nil {
		return nil, fmt.Errorf("trying the compiler: %w", err)
	}
	if _, err := c.exec(ctx, []string{"-m32", "-fsanitize=address,undefined", source, "-o", filepath.Join(dir, "probe")}); err != nil {
		return nil, fmt.Errorf("%w: clang makes no 32-bit programs with sanitizers; on Debian, install libclang-rt-dev and gcc-multilib (%v)", ErrNoCompiler, err)
	}
	return c, nil
}

// Version is what the compiler says of itself.
func (c *Compiler) Version() string { return c.version }

// Run runs the compiler. The name and the target in front of the arguments are the toolchain's and do not count.
func (c *Compiler) Run(ctx context.Context, cmd toolchain.Command) ([]byte, error) {
	out := ""
	var args []string
	for _, arg := range cmd.Args[1:] {
		if !strings.HasPrefix(arg, "--target=") {
			args = append(args, hostPath(cmd.Mounts, arg))
		}
	}
	for _, mount := range cmd.Mounts {
		args = append(args, "-ffile-prefix-map="+mount.Dir+"="+mount.Guest, "-fcoverage-prefix-map="+mount.Dir+"="+mount.Guest)
		if mount.Writable {
			out = mount.Dir
		}
	}
	stdout, err := c.exec(ctx, args)
	if err != nil {
		return nil, err
	}
	return stdout, guestDepfile(cmd.Mounts, filepath.Join(out, "deps"))
}

// Link runs the compiler as it is, to link.
func (c *Compiler) Link(ctx context.Context, args []string) error {
	_, err := c.exec(ctx, args)
	return err
}

func (c *Compiler) exec(ctx context.Context, args []string) ([]byte, error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, c.path, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return nil, &toolchain.ToolError{Args: []string{"clang"}, Status: uint32(cmd.ProcessState.ExitCode()), Stderr: stderr.String()}
	}
	return stdout.Bytes(), nil
}

// hostPath turns an argument's path below a mount into one of the host.
func hostPath(mounts []toolchain.Mount, arg string) string {
	for _, option := range []string{"", "-I", "-iquote"} {
		path, ok := strings.CutPrefix(arg, option+"/")
		if !ok {
			continue
		}
		for _, mount := range mounts {
			if rest, ok := strings.CutPrefix("/"+path, mount.Guest); ok && (rest == "" || rest[0] == '/') {
				return option + mount.Dir + rest
			}
		}
	}
	return arg
}

// guestDepfile puts the paths that the toolchain would have written into a depfile.
func guestDepfile(mounts []toolchain.Mount, name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("reading the depfile: %w", err)
	}
	words := strings.Split(string(text), " ")
	for i, word := range words {
		for _, mount := range mounts {
			if rest, ok := strings.CutPrefix(word, mount.Dir+"/"); ok {
				words[i] = mount.Guest + "/" + rest
			}
		}
	}
	return os.WriteFile(name, []byte(strings.Join(words, " ")), 0o644)
}
