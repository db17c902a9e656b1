package main

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"
)

// Ctrl-C ends a program that would not end by itself, what it printed having arrived before.
func TestInterruptEndsARun(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Go cannot send Ctrl-C to a single process there")
	}
	exe, err := exec.LookPath("mpwasm")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, "run", "-c", "print('begun')\nwhile True:\n  try:\n    while True: pass\n  except BaseException: pass")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	watchdog := time.AfterFunc(5*time.Minute, func() { cmd.Process.Kill() })
	defer watchdog.Stop()
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil || line != "begun\n" {
		t.Fatalf("got %q, %v, want what the program printed (%s)", line, err, &stderr)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != statusInterrupted {
		t.Errorf("got %v, want status %d", err, statusInterrupted)
	}
	if !strings.HasSuffix(stderr.String(), "mpwasm: the program was interrupted\n") {
		t.Errorf("stderr is %q", &stderr)
	}
}
