package bench

import (
	_ "embed"
	"fmt"
	"os/exec"
	"strconv"
)

//go:embed drivers/micropython.py
var nativeDriver string

// Native makes an engine of a MicroPython that was built for this machine (its port unix): the one on the PATH, or the one given.
func Native(executable string) (Engine, error) {
	if executable == "" {
		executable = "micropython"
	}
	path, err := exec.LookPath(executable)
	if err != nil {
		return nil, fmt.Errorf("looking for MicroPython built for this machine: %w", err)
	}
	return NewProcess("native", path, "-X", "heapsize="+strconv.Itoa(peerHeap), "-c", nativeDriver), nil
}
