package bench

import (
	_ "embed"
	"fmt"
	"os/exec"
)

//go:embed drivers/cpython.py
var cpythonDriver string

// CPython makes an engine of the python3 on the PATH, or of the one given.
func CPython(executable string) (Engine, error) {
	if executable == "" {
		executable = "python3"
	}
	path, err := exec.LookPath(executable)
	if err != nil {
		return nil, fmt.Errorf("looking for CPython: %w", err)
	}
	return NewProcess("cpython", path, "-c", cpythonDriver), nil
}
