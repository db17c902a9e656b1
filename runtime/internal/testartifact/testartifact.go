// Package testartifact gives tests the artifact, built as a user builds it.
package testartifact

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/artifact"
)

// Command is the package of the command line, which builds the artifact or finds it in its cache.
const Command = "github.com/seed-3f7e3123/mpwasm/cmd/mpwasm"

// Bytes returns the module of the standard variant.
func Bytes(tb testing.TB) []byte {
	tb.Helper()
	module, err := Module()
	if err != nil {
		tb.Fatal(err)
	}
	return module
}

// Module is Bytes for examples, which have no testing.TB.
func Module() ([]byte, error) { return standard() }

// standard asks the command line, once a process. It is run instead of imported since this side of the
// house, the runtime, knows nothing of the builder.
var standard = sync.OnceValues(func() ([]byte, error) {
	cmd := exec.Command("go", "run", Command, "build")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	path, err := cmd.Output()
	if err != nil {
		return nil, errors.Join(err, errors.New(stderr.String()))
	}
	return os.ReadFile(strings.TrimSpace(string(path)))
})

// CacheDir returns the folder that the command line keeps things in.
func CacheDir(tb testing.TB) string {
	tb.Helper()
	dir, err := artifact.CacheDir()
	if err != nil {
		return tb.TempDir()
	}
	return dir
}

// CompileCache returns a folder in which engines of several tests share compiled code.
func CompileCache(tb testing.TB) string {
	tb.Helper()
	return filepath.Join(CacheDir(tb), "wazero")
}
