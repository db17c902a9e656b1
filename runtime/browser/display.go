package browser

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// display is a virtual X display of one's own. Nil is none.
type display struct {
	cmd    *exec.Cmd
	number string
}

// displayWithin is how long Xvfb may take to start.
const displayWithin = 20 * time.Second

// startDisplay starts Xvfb on a display number that is free, which it tells through a pipe.
func startDisplay() (*display, error) {
	executable, err := exec.LookPath("Xvfb")
	if err != nil {
		return nil, fmt.Errorf("finding Xvfb, the virtual display (on Debian: apt-get install xvfb): %w", err)
	}
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer read.Close()
	defer write.Close()
	d := &display{cmd: exec.Command(executable, "-displayfd", "3", "-screen", "0", "1024x768x24", "-nolisten", "tcp")}
	d.cmd.ExtraFiles = []*os.File{write} // descriptor 3
	ownGroup(d.cmd)
	if err := d.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting Xvfb: %w", err)
	}
	buffer := make([]byte, 16)
	n, err := readWithin(read, buffer)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("waiting for Xvfb to start: %w", err), d.close())
	}
	d.number = strings.TrimSpace(string(buffer[:n]))
	return d, nil
}

func readWithin(file *os.File, buffer []byte) (int, error) {
	if err := file.SetReadDeadline(time.Now().Add(displayWithin)); err != nil {
		return 0, err
	}
	return file.Read(buffer)
}

// env is what tells a program of the display.
func (d *display) env() []string {
	if d == nil {
		return nil
	}
	return []string{"DISPLAY=:" + d.number}
}

func (d *display) close() error {
	if d == nil {
		return nil
	}
	killGroup(d.cmd)
	var killed *exec.ExitError
	if err := d.cmd.Wait(); err != nil && !errors.As(err, &killed) {
		return fmt.Errorf("ending Xvfb: %w", err)
	}
	return nil
}
