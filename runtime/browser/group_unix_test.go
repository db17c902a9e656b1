//go:build unix

package browser

import (
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// groupLives tells whether a process of the group is left; those that are killed may take a moment to go.
func groupLives(cmd *exec.Cmd) bool {
	for range 5000 {
		if syscall.Kill(-cmd.Process.Pid, 0) == syscall.ESRCH {
			return false
		}
		time.Sleep(time.Millisecond)
	}
	return true
}

func TestDisplay(t *testing.T) {
	if _, err := exec.LookPath("Xvfb"); err != nil {
		t.Skip("Xvfb is not installed; only WebKit wants it")
	}
	d, err := startDisplay()
	if err != nil {
		t.Fatal(err)
	}
	if env := d.env(); len(env) != 1 || env[0] == "DISPLAY=:" {
		t.Errorf("got %q, want a display's number", env)
	}
	if err := syscall.Kill(d.cmd.Process.Pid, 0); err != nil {
		t.Errorf("it has ended: %v", err)
	}
	if err := d.close(); err != nil {
		t.Error(err)
	}
}
