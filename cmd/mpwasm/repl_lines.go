package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/peterh/liner"
	"golang.org/x/term"

	"github.com/seed-3f7e3123/mpwasm/builder/userfile"
)

// errForget says that Ctrl-C was pressed at a prompt.
var errForget = errors.New("the line is to be forgotten")

// lineReader is where statements come from.
type lineReader interface {
	// greet says something to a person.
	greet(text string)
	// read returns a line without its end. The error is io.EOF at the end, or errForget.
	read(ctx context.Context, prompt string) (string, error)
	// stdin is what the program reads.
	stdin() io.Reader
	// complete has Tab ask for what the text before the cursor may go on as.
	complete(choices liner.WordCompleter)
	// lend lets the program have the terminal until the function returned is called.
	lend() (leave func() error, err error)
	Close() error
}

// newLineReader reads from a person, with editing and a history in a file, or else plain lines.
func newLineReader(s streams, history string) (lineReader, error) {
	in, ok := s.in.(*os.File)
	out, okOut := s.out.(*os.File)
	if !ok || !okOut || !term.IsTerminal(int(in.Fd())) || !term.IsTerminal(int(out.Fd())) || !liner.TerminalSupported() {
		return &plainLines{bufio.NewReader(s.in)}, nil
	}
	return newEditedLines(s, history)
}

// plainLines are those of a file or a pipe. The program reads on where the statement ends.
type plainLines struct{ in *bufio.Reader }

func (p *plainLines) greet(string)                 {}
func (p *plainLines) complete(liner.WordCompleter) {}
func (p *plainLines) Close() error                 { return nil }

func (p *plainLines) stdin() io.Reader                      { return p.in }
func (p *plainLines) lend() (leave func() error, err error) { return p.Close, nil }

// read waits for a line until a signal comes: where there is no prompt, Ctrl-C has no line to forget, and ends the command.
func (p *plainLines) read(ctx context.Context, _ string) (string, error) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	if ctx.Err() != nil {
		return "", errInterrupted
	}
	type answer struct {
		line string
		err  error
	}
	read := make(chan answer, 1)
	go func() {
		line, err := p.in.ReadString('\n')
		if line != "" && errors.Is(err, io.EOF) {
			err = nil // the last one, not ended
		}
		read <- answer{strings.TrimRight(line, "\r\n"), err}
	}()
	select {
	case a := <-read:
		return a.line, a.err
	case <-ctx.Done():
		return "", errInterrupted
	}
}

// editedLines are typed at a terminal.
type editedLines struct {
	streams
	state   *liner.State
	history string
	// cooked is the terminal as programs expect it, raw as editing needs it.
	cooked, raw liner.ModeApplier
}

func newEditedLines(s streams, history string) (*editedLines, error) {
	e := &editedLines{streams: s, history: history}
	var err error
	if e.cooked, err = liner.TerminalMode(); err != nil {
		return nil, fmt.Errorf("reading the terminal's mode: %w", err)
	}
	e.state = liner.NewLiner()
	e.state.SetCtrlCAborts(true)
	if e.raw, err = liner.TerminalMode(); err != nil {
		return nil, errors.Join(fmt.Errorf("reading the terminal's mode: %w", err), e.state.Close())
	}
	if history == "" {
		return e, nil
	}
	f, err := userfile.Open(history)
	if errors.Is(err, os.ErrNotExist) {
		return e, nil
	}
	if err == nil {
		_, err = e.state.ReadHistory(f)
		f.Close()
	}
	if err != nil {
		fmt.Fprintf(s.err, "mpwasm: going on without a history: reading it: %v\n", err)
		e.history = ""
	}
	return e, nil
}

func (e *editedLines) greet(text string) { fmt.Fprintln(e.out, text) }
func (e *editedLines) stdin() io.Reader  { return e.in }

func (e *editedLines) complete(choices liner.WordCompleter) {
	e.state.SetWordCompleter(choices)
	e.state.SetTabCompletionStyle(liner.TabPrints)
}

// read asks for a line. A person cannot be interrupted: when ctx ends the reading goes on until the command ends.
func (e *editedLines) read(ctx context.Context, prompt string) (string, error) {
	type answer struct {
		line string
		err  error
	}
	typed := make(chan answer, 1)
	// The prompt is shown a moment before Ctrl-C is a key. In that moment it is a signal, and the terminal forgets the line.
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	go func() {
		line, err := e.state.Prompt(prompt)
		typed <- answer{line, err}
	}()
	for {
		select {
		case a := <-typed:
			return e.typed(a.line, a.err)
		case <-interrupts:
			fmt.Fprint(e.out, "\n", prompt)
		case <-ctx.Done():
			fmt.Fprintln(e.out)
			return "", errInterrupted
		}
	}
}

// typed is what a line that was read comes to.
func (e *editedLines) typed(line string, err error) (string, error) {
	if errors.Is(err, liner.ErrPromptAborted) {
		return "", errForget
	}
	if errors.Is(err, io.EOF) {
		fmt.Fprintln(e.out)
	}
	if strings.TrimSpace(line) != "" {
		e.state.AppendHistory(line)
	}
	return line, err
}

func (e *editedLines) lend() (leave func() error, err error) {
	if err := e.cooked.ApplyMode(); err != nil {
		return nil, fmt.Errorf("setting the terminal's mode: %w", err)
	}
	return func() error {
		if err := e.raw.ApplyMode(); err != nil {
			return fmt.Errorf("setting the terminal's mode: %w", err)
		}
		return nil
	}, nil
}

// Close keeps the history and gives the terminal back.
func (e *editedLines) Close() error {
	return errors.Join(e.saveHistory(), e.state.Close())
}

func (e *editedLines) saveHistory() error {
	if e.history == "" {
		return nil
	}
	err := os.MkdirAll(filepath.Dir(e.history), 0o700)
	if err != nil {
		return fmt.Errorf("keeping the history: %w", err)
	}
	if info, err := os.Stat(e.history); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("keeping the history: %s is %s, expected a file", e.history, userfile.Kind(info.Mode()))
	}
	f, err := os.OpenFile(e.history, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("keeping the history: %w", err)
	}
	if _, err = e.state.WriteHistory(f); err != nil {
		err = fmt.Errorf("keeping the history: %w", err)
	}
	return errors.Join(err, f.Close())
}

// defaultHistory is a file of the user's, or none if the system has no place for it.
func defaultHistory() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "mpwasm", "history")
}
