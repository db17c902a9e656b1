package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"
)

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// statusError ends the command with a status. What there was to say has been said.
type statusError int

func (e statusError) Error() string { return fmt.Sprintf("status %d", int(e)) }

// run runs the command line and returns the exit status.
func run(ctx context.Context, args []string, s streams) int {
	err := newApp(s).RunContext(ctx, endFlagsAfterCode(args))
	var status statusError
	var inRepl replError
	switch {
	case err == nil:
		return statusOK
	case errors.As(err, &status):
		return int(status)
	case errors.Is(err, errInterrupted) || ctx.Err() != nil && !errors.As(err, &inRepl):
		fmt.Fprintln(s.err, "mpwasm: interrupted")
		return statusInterrupted
	default:
		fmt.Fprintf(s.err, "mpwasm: %v\n", err)
		return statusTrouble
	}
}

func newApp(s streams) *cli.App {
	app := &cli.App{
		Name:      "mpwasm",
		Usage:     "MicroPython as one WebAssembly file: build it, check it, run Python in it",
		Reader:    s.in,
		Writer:    s.out,
		ErrWriter: s.err,
		Flags: []cli.Flag{&cli.StringFlag{
			Name:    cacheFlag,
			Usage:   "keep what is fetched and built in `DIR`",
			EnvVars: []string{"MPWASM_CACHE"},
			Value:   defaultCacheDir(),
		}},
		Commands: []*cli.Command{
			buildCommand(s),
			verifyCommand(s),
			runCommand(s),
			replayCommand(s),
			debugCommand(s),
			replCommand(s),
			bundleCommand(s),
			serveCommand(s),
			conformCommand(s),
			benchCommand(s),
			modulesCommand(s),
			doctorCommand(s),
			versionCommand(s),
		},
		HideVersion: true,
		// A folder's name may hold a comma; what is meant more than once is given more than once.
		DisableSliceFlagSeparator: true,
		ExitErrHandler:            func(*cli.Context, error) {}, // run decides
		OnUsageError:              usageError,
		Action: func(c *cli.Context) error { // of no command, or one that is not there
			if name := c.Args().First(); name != "" {
				return fmt.Errorf("there is no command %q; `mpwasm help` lists the commands", name)
			}
			return cli.ShowAppHelp(c)
		},
	}
	for _, command := range app.Commands {
		if command.Name != replName { // which lives on after Ctrl-C, and waits for nothing that a signal does not end
			command.Action = endable(command.Action, endGrace)
		}
	}
	return app
}

// usageError replaces urfave's, which prints the whole help for a typo.
func usageError(c *cli.Context, err error, _ bool) error {
	name := c.App.Name
	if c.Command != nil && c.Command.Name != "" && c.Command.Name != name {
		name += " " + c.Command.Name
	}
	return fmt.Errorf("%w; `%s --help` lists the flags", err, name)
}

const cacheFlag = "cache"

// defaultCacheDir is the user's cache folder, or none if the system has no such thing.
func defaultCacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "mpwasm")
}

// cacheDir returns the folder to keep things in, as an absolute path.
func cacheDir(c *cli.Context) (string, error) {
	dir := c.String(cacheFlag)
	if dir == "" {
		return "", fmt.Errorf("finding the cache folder: this system names none; choose one with --%s or MPWASM_CACHE", cacheFlag)
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("finding the cache folder: %w", err)
	}
	return dir, nil
}

// noArguments refuses arguments, for commands that take none.
func noArguments(c *cli.Context) error {
	if c.Args().Present() {
		return fmt.Errorf("%s takes no arguments, found %q", c.Command.Name, c.Args().First())
	}
	return nil
}
