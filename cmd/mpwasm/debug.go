package main

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

func debugCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "debug",
		Usage:     "follow a program step by step, forwards and back, for an editor",
		ArgsUsage: "FILE [ARG...]",
		Description: "Speaks the Debug Adapter Protocol over standard input and output: breakpoints, steps in, over, out and back, the stack, variables, and expressions,\n" +
			"which are evaluated and leave nothing behind. Give an editor this command as a debug adapter. Of the arguments of its launch request there are\n" +
			"stopOnEntry, and stopAtEnd: to stop once more at the last statement of the run, from where it can be followed back. Runs that raise do so anyway.",
		Flags:        slices.Concat(buildFlags(), limitFlags(), grantFlags()),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return debugProgram(c, s) },
	}
}

func debugProgram(c *cli.Context, s streams) error {
	cfg, closeGrants, err := sessionConfig(c)
	if err != nil {
		return err
	}
	defer closeGrants()
	if c.NArg() == 0 {
		return fmt.Errorf("debug takes a file")
	}
	file := c.Args().First()
	program, err := readProgramFile(c.Context, file)
	if err != nil {
		return err
	}
	names, err := namesOf(file, c.StringSlice("mount"))
	if err != nil {
		return err
	}
	cfg.Args = c.Args().Slice()
	engine, err := openEngine(c, s, false)
	if err != nil {
		return err
	}
	defer engine.Close(context.WithoutCancel(c.Context))
	a := newAdapter(s.in, s.out, names, func(ctx context.Context, stdout, stderr writerFunc) (*sandbox.Trace, error) {
		cfg.Stdout, cfg.Stderr = stdout, stderr
		session, err := engine.NewSession(ctx, cfg)
		if err != nil {
			return nil, err
		}
		defer session.Close(ctx)
		return session.Trace(ctx, program)
	})
	return a.serve(c.Context)
}

// sourceNames says which file of the host the guest means by a name.
type sourceNames struct {
	program, file string      // the program's name, and its absolute path
	mounts        [][2]string // absolute path, and the guest's
}

func namesOf(file string, mounts []string) (n sourceNames, err error) {
	n.program = programName(file)
	if n.file, err = filepath.Abs(file); err != nil {
		return n, err
	}
	for _, mount := range mounts {
		at := strings.LastIndex(mount, ":")
		host, err := filepath.Abs(mount[:at])
		if err != nil {
			return n, err
		}
		n.mounts = append(n.mounts, [2]string{host, mount[at+1:]})
	}
	return n, nil
}

// host is the file that a name of the guest's means; "" for none.
func (n *sourceNames) host(name string) string {
	if name == n.program {
		return n.file
	}
	for _, m := range n.mounts {
		if rest, ok := strings.CutPrefix(path.Join("/", name), strings.TrimSuffix(m[1], "/")+"/"); ok {
			return filepath.Join(m[0], filepath.FromSlash(rest))
		}
	}
	return ""
}

// guest is the name by which the guest knows a file; "" for none.
func (n *sourceNames) guest(file string) string {
	if filepath.Clean(file) == n.file {
		return n.program
	}
	for _, m := range n.mounts {
		if rest, err := filepath.Rel(m[0], file); err == nil && filepath.IsLocal(rest) {
			return path.Join(m[1], filepath.ToSlash(rest))
		}
	}
	return ""
}
