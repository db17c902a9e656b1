package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

func runCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "run",
		Usage:     "run Python in the sandbox",
		ArgsUsage: "FILE | -c CODE | -  [ARG...]",
		Description: "Runs a file, the text after -c, or standard input (-). What follows is sys.argv.\n" +
			"Ends with the program's own status; 1 with a traceback after an exception; 2 for wrong usage\n" +
			"or trouble of the host; 10 to 14 when a limit or a trap ended the program; 130 after Ctrl-C.",
		Flags: append(buildFlags(),
			&cli.StringFlag{Name: "c", Usage: "run `CODE`"},
			&cli.BoolFlag{Name: "json", Usage: "print the outcome as one JSON object instead of the program's output"},
		),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return runProgram(c, s) },
	}
}

// runProgram is the command, from flags to exit status.
func runProgram(c *cli.Context, s streams) error {
	program, argv, err := readProgram(c, s)
	if err != nil {
		return err
	}
	engine, err := openEngine(c, s)
	if err != nil {
		return err
	}
	defer engine.Close(c.Context)
	cfg := sandbox.SessionConfig{Args: argv, Stdin: s.in, Stdout: s.out, Stderr: s.err}
	if c.Bool("json") {
		cfg.Stdout, cfg.Stderr = nil, nil
	}
	outcome, err := engine.Run(c.Context, program, cfg)
	if err != nil {
		return err
	}
	if c.Bool("json") {
		if err := printReport(s.out, outcome, engine.ArtifactSHA256()); err != nil {
			return err
		}
	} else {
		printOutcome(s.err, outcome)
	}
	if status := exitStatus(outcome); status != statusOK {
		return statusError(status)
	}
	return nil
}

// readProgram finds the program and its sys.argv.
func readProgram(c *cli.Context, s streams) (program sandbox.Program, argv []string, err error) {
	args := c.Args().Slice()
	switch {
	case c.IsSet("c"):
		return sandbox.Program{Name: "<string>", Source: []byte(c.String("c"))}, append([]string{"-c"}, args...), nil
	case len(args) == 0:
		return program, nil, errors.New("running: no program; expected a file, -c CODE, or - for standard input")
	case args[0] == "-":
		source, err := io.ReadAll(s.in)
		if err != nil {
			return program, nil, fmt.Errorf("reading the program from standard input: %w", err)
		}
		return sandbox.Program{Name: "<stdin>", Source: source}, args, nil
	default:
		source, err := os.ReadFile(args[0])
		if err != nil {
			return program, nil, fmt.Errorf("reading the program: %w", err)
		}
		return sandbox.Program{Name: strings.ReplaceAll(args[0], `\`, "/"), Source: source}, args, nil
	}
}

// openEngine makes the artifact that the flags describe ready to run.
func openEngine(c *cli.Context, s streams) (*sandbox.Engine, error) {
	result, err := ensureArtifact(c, s)
	if err != nil {
		return nil, err
	}
	dir, err := cacheDir(c)
	if err != nil {
		return nil, err
	}
	return sandbox.NewEngine(c.Context, sandbox.EngineConfig{
		Artifact:        result.Module,
		CompileCacheDir: filepath.Join(dir, "wazero"),
	})
}
