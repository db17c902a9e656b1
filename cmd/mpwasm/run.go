package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
	"github.com/seed-3f7e3123/mpwasm/web/playground/rich"
)

// saveFlag names a folder for what the program leaves.
const saveFlag = "save-files"

// Flags of run that take no value.
const (
	jsonFlag  = "json"
	stdinFlag = "stdin"
)

func runCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "run",
		Usage:     "run Python in the sandbox",
		ArgsUsage: "FILE | -c CODE | -  [ARG...]",
		Description: "Runs a file, the text after -c, or standard input (-). What follows is sys.argv.\n\n" +
			"A program has the playground's display(), plot and turtle: what they show is printed, or becomes files of\n" +
			"the program's, such as display-1.svg, which --save-files keeps.\n\n" + statusHelp(),
		Flags: append(slices.Concat(buildFlags(), limitFlags(), grantFlags()),
			&cli.StringFlag{Name: "c", Usage: "run `CODE`"},
			&cli.BoolFlag{Name: stdinFlag, Usage: "let the program read standard input, which is empty for it otherwise"},
			&cli.StringFlag{Name: saveFlag, Usage: "write the files that the program leaves into folder `DIR`, new or empty"},
			&cli.StringFlag{Name: recordFlag, Usage: "write into `FILE` what `mpwasm replay` needs to run it again; no --mount"},
			&cli.BoolFlag{Name: jsonFlag, Usage: "print the outcome as one JSON object instead of the program's output"},
		),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return runProgram(c, s) },
	}
}

// endFlagsAfterCode makes what follows `run -c CODE` arguments of the program, as Python does: without
// it, those that begin with a dash would be taken for flags of ours.
func endFlagsAfterCode(args []string) []string {
	start := slices.Index(args, "run") + 1
	if start == 0 {
		return args
	}
	for i := start; i < len(args); i++ {
		name, _, hasValue := strings.Cut(strings.TrimLeft(args[i], "-"), "=")
		switch {
		case !strings.HasPrefix(args[i], "-") || name == "": // the program's file, - or --
			return args
		case name == "c" && hasValue:
			return slices.Insert(slices.Clone(args), i+1, "--")
		case name == "c" && i+1 < len(args):
			return slices.Insert(slices.Clone(args), i+2, "--")
		case !hasValue && name != jsonFlag && name != stdinFlag:
			i++ // its value
		}
	}
	return args
}

// runProgram is the command, from flags to exit status.
func runProgram(c *cli.Context, s streams) error {
	cfg, closeGrants, err := sessionConfig(c)
	if err != nil {
		return err
	}
	defer closeGrants()
	if err := checkSave(c.String(saveFlag)); err != nil {
		return err
	}
	program, argv, err := readProgram(c, s)
	if err != nil {
		return err
	}
	engine, err := openEngine(c, s, false)
	if err != nil {
		return err
	}
	defer engine.Close(c.Context)
	program.NoValue = !c.Bool(jsonFlag)
	cfg.Args = argv
	if c.Bool(stdinFlag) {
		cfg.Stdin = s.in
	}
	if !c.Bool(jsonFlag) {
		cfg.Stdout, cfg.Stderr = s.out, s.err
	}
	outcome, err := runAndRecord(c, engine, program, cfg)
	if err != nil {
		return err
	}
	if c.Bool(jsonFlag) {
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

// runAndRecord runs the program, and records it where that is asked for.
func runAndRecord(c *cli.Context, engine *sandbox.Engine, program sandbox.Program, cfg sandbox.SessionConfig) (outcome sandbox.Outcome, err error) {
	if path := c.String(recordFlag); path != "" {
		file, err := os.Create(path)
		if err != nil {
			return outcome, fmt.Errorf("--%s: %w", recordFlag, err)
		}
		cfg.Record = file
		defer func() { err = errors.Join(err, file.Close()) }()
	}
	return runAndSave(c, engine, program, cfg)
}

// runAndSave runs the program, and writes its files where that is asked for, however it ended.
func runAndSave(c *cli.Context, engine *sandbox.Engine, program sandbox.Program, cfg sandbox.SessionConfig) (sandbox.Outcome, error) {
	dir := c.String(saveFlag)
	prelude := richPrelude(program, cfg)
	if dir == "" && prelude == nil {
		return engine.Run(c.Context, program, cfg)
	}
	ctx := context.WithoutCancel(c.Context)
	session, err := engine.NewSession(ctx, cfg)
	if err != nil {
		return sandbox.Outcome{}, err
	}
	defer session.Close(ctx)
	if prelude != nil {
		if outcome, err := session.Run(c.Context, *prelude); err != nil || outcome.Kind != protocol.Completed {
			return outcome, err
		}
	}
	outcome, err := session.Run(c.Context, program)
	if err != nil || dir == "" {
		return outcome, err
	}
	files, err := session.Files()
	if err != nil {
		return outcome, err
	}
	return outcome, saveFiles(files, dir)
}

// richPrelude is what runs before a program that speaks of display, plot or turtle, but for those that are in a mounted folder; nil otherwise.
func richPrelude(program sandbox.Program, cfg sandbox.SessionConfig) *sandbox.Program {
	var own []string
	for _, mount := range cfg.Mounts {
		for _, name := range []string{"plot", "turtle"} {
			if _, err := fs.Stat(mount.FS, name+".py"); err == nil {
				own = append(own, name)
			}
		}
	}
	text := rich.Prelude(program.Source, own...)
	if text == "" {
		return nil
	}
	return &sandbox.Program{Name: "<display>", Source: []byte(text), NoValue: true}
}

// maxProgramBytes bounds a program: no guest has room for more.
const maxProgramBytes = 64 << 20

// readProgram finds the program and its sys.argv.
func readProgram(c *cli.Context, s streams) (program sandbox.Program, argv []string, err error) {
	args := c.Args().Slice()
	switch {
	case c.IsSet("c"):
		return sandbox.Program{Name: "<string>", Source: []byte(c.String("c"))}, append([]string{"-c"}, args...), nil
	case len(args) == 0:
		return program, nil, errors.New("running: no program; expected a file, -c CODE, or - for standard input")
	case args[0] == "-" && c.Bool(stdinFlag):
		return program, nil, errors.New("running: --stdin lets the program read standard input, but with - that is the program")
	case args[0] == "-":
		source, err := readAll(c.Context, maxProgramBytes, func() (io.Reader, error) { return unclosed{s.in}, nil })
		if err != nil {
			return program, nil, fmt.Errorf("reading the program from standard input: %w", err)
		}
		return sandbox.Program{Name: "<stdin>", Source: source}, args, nil
	default:
		program, err := readProgramFile(c.Context, args[0])
		return program, args, err
	}
}

// readProgramFile reads the program that a file holds, without the mark that some editors put in front.
func readProgramFile(ctx context.Context, path string) (sandbox.Program, error) {
	source, err := readFile(ctx, path, maxProgramBytes)
	if err != nil {
		return sandbox.Program{}, fmt.Errorf("reading the program: %w", err)
	}
	return sandbox.Program{Name: programName(path), Source: bytes.TrimPrefix(source, []byte("\xef\xbb\xbf"))}, nil
}

// programName is what tracebacks call a file: its path, or as much of the path's end as a name has room for.
func programName(path string) string {
	name := strings.ToValidUTF8(filepath.ToSlash(path), "\ufffd")
	if len(name) > hostcall.MaxNameBytes {
		name = "..." + strings.ToValidUTF8(name[len(name)-hostcall.MaxNameBytes+len("..."):], "")
	}
	return name
}

// openEngine makes the artifact that the flags describe ready to run, in wazero's compiler or its interpreter.
func openEngine(c *cli.Context, s streams, interpreter bool) (*sandbox.Engine, error) {
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
		Interpreter:     interpreter,
	})
}
