package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// replName is what the command is called.
const replName = "repl"

func replCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  replName,
		Usage: "run Python line by line in the sandbox, with state kept",
		Description: "Asks for statements and runs each. Tab completes names; behind a whole name it says what that is,\n" +
			"and behind the parenthesis of a call what this wants. Ctrl-C stops the statement that runs, or forgets the one being typed;\n" +
			"what ran before is kept. Ctrl-D at an empty prompt, or exit(), ends it. Limits hold for each statement, and neither a\n" +
			"limit nor an exception ends the repl. Its exit status is 0, that of sys.exit(), 2 for wrong usage or a host error, or 130 after\n" +
			"SIGTERM, and after Ctrl-C while it waits for a line of a pipe.",
		Flags: append(slices.Concat(buildFlags(), limitFlags(), grantFlags()),
			&cli.StringFlag{Name: "history", Usage: "keep what was typed in `FILE`; empty for none", Value: defaultHistory()},
		),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return replProgram(c, s) },
	}
}

// replProgram is the command, from flags to exit status.
func replProgram(c *cli.Context, s streams) (err error) {
	if err := noArguments(c); err != nil {
		return err
	}
	cfg, closeGrants, err := sessionConfig(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeGrants()) }()
	engine, err := openEngine(c, s, false)
	if err != nil {
		return err
	}
	defer engine.Close(context.WithoutCancel(c.Context))
	lines, err := newLineReader(s, c.String("history"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lines.Close()) }()
	cfg.Args, cfg.Stdin, cfg.Stdout, cfg.Stderr = []string{""}, lines.stdin(), s.out, s.err

	// Ctrl-C is for the statement that runs, not for the command: whoever else hears of it, the process does not end.
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	ctx, stop := signal.NotifyContext(context.WithoutCancel(c.Context), syscall.SIGTERM)
	defer stop()
	session, err := engine.NewSession(ctx, cfg)
	if err != nil {
		return err
	}
	defer session.Close(context.WithoutCancel(ctx))
	r := repl{session, lines, libraryOf(engine), s}
	lines.complete(func(line string, pos int) (string, []string, string) { return r.complete(ctx, line, pos) })
	return inRepl(r.run(ctx))
}

// replError is a host error of a repl. A Ctrl-C that came before was for a statement, and is no reason for it.
type replError struct{ error }

func (e replError) Unwrap() error { return e.error }

// inRepl marks an error, unless it says that the repl ended as it was meant to.
func inRepl(err error) error {
	var status statusError
	if err == nil || errors.Is(err, errInterrupted) || errors.As(err, &status) {
		return err
	}
	return replError{err}
}

// repl reads, runs and prints until the input or the program ends.
type repl struct {
	session *sandbox.Session
	lines   lineReader
	// library gives the names of all modules that are built in.
	library func(context.Context) []string
	streams
}

func (r repl) run(ctx context.Context) error {
	r.lines.greet("MicroPython in a sandbox. Ctrl-C stops what runs, Ctrl-D leaves.")
	for {
		source, err := r.statement(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if source == "" {
			continue
		}
		outcome, err := r.runOne(ctx, source)
		if err != nil {
			return err
		}
		if outcome.Kind == protocol.Exited {
			return endOf(outcome)
		}
		printOutcome(r.err, outcome)
		if outcome.RolledBack {
			fmt.Fprintln(r.err, "mpwasm: names and values are as they were before this statement")
		}
	}
}

// endOf is what the command ends with after a program that has asked to end.
func endOf(o sandbox.Outcome) error {
	if status := exitStatus(o); status != statusOK {
		return statusError(status)
	}
	return nil
}

// statement reads lines until they make a statement; none if Ctrl-C forgot it. The error is io.EOF at the end.
func (r repl) statement(ctx context.Context) (source string, err error) {
	for prompt := ">>> "; ; prompt = "... " {
		line, err := r.lines.read(ctx, prompt)
		if errors.Is(err, errForget) {
			return "", nil
		}
		if errors.Is(err, io.EOF) && source != "" {
			return source, nil
		}
		if err != nil {
			return "", err
		}
		source += line
		more, err := r.session.Continues(ctx, source)
		if err != nil {
			return "", err
		}
		if !more {
			return source, nil
		}
		source += "\n"
	}
}

// runOne runs a statement until it ends or Ctrl-C is pressed.
func (r repl) runOne(ctx context.Context, source string) (sandbox.Outcome, error) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	leave, err := r.lines.lend()
	if err != nil {
		return sandbox.Outcome{}, err
	}
	outcome, err := r.session.Run(ctx, sandbox.Program{Name: "<stdin>", Source: []byte(source), Prompt: true})
	return outcome, errors.Join(err, leave())
}
