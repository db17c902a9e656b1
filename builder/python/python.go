// Package python finds the host's Python 3 and runs MicroPython's own build scripts with it.
package python

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// ErrNotFound is wrapped by the error that says that there is no Python 3 on the PATH.
var ErrNotFound = errors.New("python 3 not found")

// Interpreter is a Python 3 of the host.
type Interpreter struct {
	path string
}

// Find returns the first of python3, python and py on the PATH that is a Python 3.
func Find(ctx context.Context) (Interpreter, error) {
	var tried []string
	for _, name := range []string{"python3", "python", "py"} {
		path, err := exec.LookPath(name)
		if err != nil {
			tried = append(tried, name+": not on the PATH")
			continue
		}
		out, err := exec.CommandContext(ctx, path, "-c", "import sys; print(sys.version_info[0])").Output()
		if ctx.Err() != nil {
			return Interpreter{}, ctx.Err()
		}
		if version := strings.TrimSpace(string(out)); err != nil || version != "3" {
			tried = append(tried, fmt.Sprintf("%s: version %q", path, version))
			continue
		}
		return Interpreter{path: path}, nil
	}
	return Interpreter{}, fmt.Errorf("looking for Python: %w (%s); install Python 3.8 or newer (`mpwasm doctor` says how)", ErrNotFound, strings.Join(tried, "; "))
}

// Path is the interpreter's file.
func (p Interpreter) Path() string { return p.path }

// Run runs a script in dir and returns what it printed. Scripts see a fixed hash seed, so that what
// they write does not depend on the order of a set, and leave no byte code beside their sources.
func (p Interpreter) Run(ctx context.Context, dir string, script string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, p.path, append([]string{script}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PYTHONHASHSEED=0", "PYTHONDONTWRITEBYTECODE=1", "PYTHONUTF8=1")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("running %s: %w\n%s", script, err, strings.TrimSpace(stderr.String()))
	}
	return stdout.Bytes(), nil
}
