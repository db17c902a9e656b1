//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// terminal is a command in a terminal of its own.
type terminal struct {
	*os.File
	t       *testing.T
	process *os.Process
	// next is what it showed after what was expected last.
	next string
}

// expect reads until the terminal shows the text.
func (term *terminal) expect(text string) {
	term.t.Helper()
	buf := make([]byte, 4096)
	for !strings.Contains(term.next, text) {
		n, err := term.Read(buf)
		if err != nil {
			term.t.Fatalf("waiting for %q: %v; the terminal shows %q", text, err, term.next[max(0, len(term.next)-500):])
		}
		term.next += string(buf[:n])
	}
	_, term.next, _ = strings.Cut(term.next, text)
}

func (term *terminal) send(text string) {
	term.t.Helper()
	if _, err := term.WriteString(text); err != nil {
		term.t.Fatal(err)
	}
}

// startTerminal starts the command with a terminal, to be ended by wait.
func startTerminal(t *testing.T, args ...string) (term *terminal, wait func() error) {
	t.Helper()
	exe, err := exec.LookPath("mpwasm")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm")
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	watchdog := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	t.Cleanup(func() {
		watchdog.Stop()
		cmd.Process.Kill()
		f.Close()
	})
	return &terminal{File: f, t: t, process: cmd.Process}, cmd.Wait
}

// TestReplAtATerminal types statements, stops one with Ctrl-C, edits and recalls.
func TestReplAtATerminal(t *testing.T) {
	const ctrlC, ctrlD, up = "\x03", "\x04", "\x1b[A"
	history := filepath.Join(t.TempDir(), "new", "history")
	term, wait := startTerminal(t, "repl", "--history", history)
	term.expect("Ctrl-D leaves")
	term.expect(">>> ")
	term.send("x = 6 * 7\r")
	term.expect(">>> ")
	term.send("print('begun')\r")
	term.expect("begun\r\n")
	term.expect(">>> ")
	term.send("while True: pass\r")
	term.expect("... ")
	term.send("\r")
	time.Sleep(200 * time.Millisecond) // Ctrl-C is meant for the loop; too soon, it would forget a line
	term.send(ctrlC)
	term.expect("interrupted")
	term.expect(">>> ")
	term.send("forget this" + ctrlC)
	term.expect(">>> ")
	term.send("x\r")
	term.expect("42\r\n")
	term.expect(">>> ")
	term.send(up + " + 1\r")
	term.expect("43\r\n")
	term.expect(">>> ")
	term.send("x.bit_le\t() + len('a')\r") // Tab completes
	term.expect("7\r\n")
	term.expect(">>> ")
	term.send("from statis\t import med\t_lo\t\r") // modules, and what they have
	term.expect(">>> ")
	term.send("median_low([3, 1])\r")
	term.expect("1\r\n")
	term.expect(">>> ")
	term.send("(lambda width: width)(1); f = lambda width: width\r")
	term.expect(">>> ")
	term.send("f(wid\t5)\r") // parameters
	term.expect("5\r\n")
	term.expect(">>> ")
	term.send("class Longer: size = 8\r")
	term.expect("... ")
	term.send("\r")
	term.expect(">>> ")
	term.send("Lon\t.si\t + 1\r")
	term.expect("9\r\n")
	term.expect(">>> ")
	term.send("len\t") // Tab explains a name that is whole
	term.expect("function len(x)\r\n    How many items")
	term.expect(">>> len")
	term.send("('abcd')\r")
	term.expect("4\r\n")
	term.expect(">>> ")
	term.send("def area(radius, unit='cm', *, deep=1, **more): 'Area of ' 'it.'\r")
	term.expect("... ")
	term.send("\r")
	term.expect(">>> ")
	term.send("area(\t") // and what a call wants
	term.expect("function area(radius, unit='cm', *, deep=1, **more)\r\n    Area of it.\r\n")
	term.expect(">>> area(")
	term.send(ctrlC)
	term.expect(">>> ")
	term.send("set\t") // with the names that go on from it
	term.expect("class set(iterable=())\r\n    Items once each, in no order.\r\nsetattr\r\n")
	term.send(ctrlC)
	term.expect(">>> ")
	term.send("x\t")
	term.expect("x: int = 42\r\n")
	term.send(ctrlC)
	term.expect(">>> ")
	term.send("input('name' + '? ')\r")
	term.expect("name? ") // what is typed sooner, the editor gets
	term.send("typed\r")
	term.expect("'typed'")
	term.expect(">>> ")
	term.send("import sys; sys.exit(3)\r")
	term.expect("\n")
	var exit *exec.ExitError
	if err := wait(); !errors.As(err, &exit) || exit.ExitCode() != 3 {
		t.Errorf("got %v, want status 3", err)
	}
	kept, err := os.ReadFile(history)
	if err != nil || !strings.Contains(string(kept), "x = 6 * 7\n") || strings.Contains(string(kept), "forget") {
		t.Errorf("the history is %q, %v", kept, err)
	}

	term, wait = startTerminal(t, "repl", "--history", history)
	term.expect(">>> ")
	term.send(up)
	term.expect("sys.exit(3)")
	term.send("\x15" + ctrlD) // Ctrl-U empties the line
	if err := wait(); err != nil {
		t.Errorf("after Ctrl-D got %v, want success", err)
	}
}
