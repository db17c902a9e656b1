//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/urfave/cli/v2"
)

func mkfifo(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Whatever a command waits for that does not come, SIGINT and SIGTERM end it at once.
func TestSignalsEndReading(t *testing.T) {
	exe, err := exec.LookPath("mpwasm")
	if err != nil {
		t.Fatal(err)
	}
	fifo := mkfifo(t)
	for _, args := range []string{"run " + fifo, "run -", "repl", "run --stdin -c input()", "conform merge " + fifo} {
		for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
			cmd := exec.Command(exe, strings.Fields(args)...)
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			stdin, err := cmd.StdinPipe() // which gives nothing and does not end
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			watchdog := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
			time.Sleep(time.Second) // to come to the reading
			sent := time.Now()
			if err := cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			var exit *exec.ExitError
			if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != statusInterrupted || !strings.HasSuffix(stderr.String(), "interrupted\n") {
				t.Errorf("%s, %v: got %v, stderr %q; want status %d", args, signal, err, &stderr, statusInterrupted)
			}
			if took := time.Since(sent); took > endGrace/2 {
				t.Errorf("%s, %v: it took %v", args, signal, took)
			}
			watchdog.Stop()
			stdin.Close()
		}
	}
}

// A statement that Ctrl-C stops does not end a repl at a pipe; the input goes on where it ends.
func TestInterruptStopsAStatementOfAPipe(t *testing.T) {
	exe, err := exec.LookPath("mpwasm")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, "repl")
	cmd.Stdin = strings.NewReader("print('begun')\nwhile True: pass\n\nprint('after')\n")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	watchdog := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	defer watchdog.Stop()
	if _, err := io.ReadFull(out, make([]byte, len("begun\n"))); err != nil {
		t.Fatal(err)
	}
	time.Sleep(500 * time.Millisecond)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, err := io.ReadAll(out)
	if err != nil || string(rest) != "after\n" {
		t.Errorf("got %q, %v", rest, err)
	}
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}

// SIGTERM ends a repl at its prompt.
func TestTermEndsThePrompt(t *testing.T) {
	term, wait := startTerminal(t, "repl", "--history", "")
	term.expect(">>> ")
	process := term.process
	if err := process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	term.expect("interrupted")
	var exit *exec.ExitError
	if err := wait(); !errors.As(err, &exit) || exit.ExitCode() != statusInterrupted {
		t.Errorf("got %v, want status %d", err, statusInterrupted)
	}
}

// A program may come from a FIFO, as of a shell's <(...).
func TestRunOfAFIFO(t *testing.T) {
	fifo := mkfifo(t)
	go os.WriteFile(fifo, []byte("print(6 * 7)"), 0o600)
	var out, errs bytes.Buffer
	if status := run(t.Context(), []string{"mpwasm", "run", fifo}, streams{out: &out, err: &errs}); status != 0 || out.String() != "42\n" {
		t.Errorf("got status %d, %q, %q", status, &out, &errs)
	}
}

// What is no file or no folder is refused where one is needed, and nothing waits for it.
func TestSpecialFilesAreRefused(t *testing.T) {
	fifo := mkfifo(t)
	dir := filepath.Dir(fifo)
	if err := os.WriteFile(filepath.Join(dir, "m.c"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"m.py", "a.py", "a.py.exp", "fifo.json"} {
		if err := os.Symlink("fifo", filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for args, want := range map[string]string{
		"run --mount " + fifo + ":/data -c pass":             "is a FIFO, expected a folder",
		"run --mount /dev/null:/data -c pass":                "is a device, expected a folder",
		"repl --mount " + fifo + ":/data":                    "is a FIFO, expected a folder",
		"run /dev/zero":                                      "found more than",
		"verify " + fifo:                                     "expected a regular file",
		"run --source " + fifo + " -c pass":                  "is a FIFO, expected a folder or an archive",
		"build --freeze " + dir:                              "found a FIFO, expected a regular file",
		"build --c-module " + dir:                            "found a FIFO, expected a regular file",
		"conform --suite " + dir:                             "is no regular file",
		"conform --suite " + fifo:                            "expected a folder",
		"bundle --out " + fifo:                               "expected a folder",
		"serve --addr 127.0.0.1:0 --watch --sources " + fifo: "expected the repository's folder web",
	} {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		var errs bytes.Buffer
		status := run(ctx, append([]string{"mpwasm"}, strings.Fields(args)...), streams{in: strings.NewReader(""), out: io.Discard, err: &errs})
		cancel()
		if status != statusTrouble || !strings.Contains(errs.String(), want) {
			t.Errorf("%s: got status %d, %q; want %q", args, status, &errs, want)
		}
	}
}

// A command that does not notice that it is to end is left to itself after a while.
func TestEndable(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	action := endable(func(*cli.Context) error {
		cancel()
		select {}
	}, 10*time.Millisecond)
	app := &cli.App{Action: action, ExitErrHandler: func(*cli.Context, error) {}}
	if err := app.RunContext(ctx, []string{"x"}); !errors.Is(err, errInterrupted) {
		t.Errorf("got %v", err)
	}
}
