package browser

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
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

// How long Xvfb may take to start, and to end.
const (
	displayWithin     = 20 * time.Second
	displayEndsWithin = 5 * time.Second
)

// startDisplay starts Xvfb, which tells through a pipe that it is ready.
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
	// The number is not one of those that others take, who may remove our socket when they end.
	number := fmt.Sprintf(":%d", 1000+rand.IntN(50_000))
	d := &display{cmd: exec.Command(executable, number, "-displayfd", "3", "-screen", "0", "1024x768x24", "-noreset", "-nolisten", "tcp")}
	d.cmd.ExtraFiles = []*os.File{write} // descriptor 3
	ownGroup(d.cmd)
	if err := d.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting Xvfb: %w", err)
	}
	text, err := readLine(read)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("waiting for Xvfb to start: %w", err), d.close())
	}
	d.number = text
	return d, nil
}

// readLine reads up to the line's end, which Xvfb writes by itself: it gives up where nobody reads that.
func readLine(file *os.File) (string, error) {
	if err := file.SetReadDeadline(time.Now().Add(displayWithin)); err != nil {
		return "", err
	}
	line, err := bufio.NewReader(file).ReadString('\n')
	return strings.TrimSpace(line), err
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
	endGroup(d.cmd) // so that it removes its lock; it does so at once
	late := time.AfterFunc(displayEndsWithin, func() { killGroup(d.cmd) })
	defer late.Stop()
	var killed *exec.ExitError
	if err := d.cmd.Wait(); err != nil && !errors.As(err, &killed) {
		return fmt.Errorf("ending Xvfb: %w", err)
	}
	return nil
}
