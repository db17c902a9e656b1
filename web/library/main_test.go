package library_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	deployed "github.com/seed-3f7e3123/mpwasm/runtime/artifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// scratch is removed when the tests have run.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "mpwasm-library-"); err != nil {
		panic(err)
	}
	status := m.Run()
	if err := os.RemoveAll(scratch); err != nil {
		panic(err)
	}
	os.Exit(status)
}

// cacheDir is where a user's caches are.
func cacheDir() string {
	dir, err := deployed.CacheDir()
	if err != nil {
		return filepath.Join(scratch, "cache")
	}
	return dir
}

// unpacked is the library with its tests.
var unpacked = sync.OnceValues(func() (library.Source, error) {
	dir := filepath.Join(scratch, "library")
	if err := os.CopyFS(filepath.Join(dir, "test"), os.DirFS(filepath.Join("..", "test"))); err != nil {
		return library.Source{}, err
	}
	return library.Unpack(context.Background(), dir, cacheDir(), progress.Discard)
})

func source(t testing.TB) library.Source {
	t.Helper()
	s, err := unpacked()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// artifact is the standard variant's module, and a file that holds it.
var artifact = sync.OnceValues(func() (built struct {
	module []byte
	path   string
}, err error) {
	result, err := builder.Build(context.Background(), builder.Config{CacheDir: cacheDir()})
	if err != nil {
		return built, err
	}
	built.module = result.Module
	built.path = filepath.Join(scratch, "micropython.wasm")
	return built, os.WriteFile(built.path, result.Module, 0o644)
})

// engine runs the artifact in wazero.
func engine(t testing.TB) *sandbox.Engine {
	t.Helper()
	e, err := openEngine()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

var openEngine = sync.OnceValues(func() (*sandbox.Engine, error) {
	built, err := artifact()
	if err != nil {
		return nil, err
	}
	return sandbox.NewEngine(context.Background(), sandbox.EngineConfig{Artifact: built.module, CompileCacheDir: filepath.Join(cacheDir(), "wazero")})
})

// sessionConfig is what the options of a request are called in Go.
func sessionConfig(o protocol.SessionOptions) sandbox.SessionConfig {
	return sandbox.SessionConfig{
		MemoryLimitBytes: o.Memory, FuelLimit: o.Fuel, Timeout: time.Duration(o.TimeoutMS) * time.Millisecond,
		OutputLimitBytes: o.MaxOutput, Args: o.Args, Path: o.Path, Stdin: bytes.NewReader(o.Stdin),
	}
}

// failures are the parts of a TAP report that tell of failed tests.
func failures(tap []byte) string {
	var out strings.Builder
	failed := false
	for line := range strings.Lines(string(tap)) {
		text := strings.TrimSpace(line)
		if strings.HasPrefix(text, "not ok") {
			failed = true
		} else if strings.HasPrefix(text, "ok ") || strings.HasPrefix(text, "# Subtest") {
			failed = false
		}
		if failed {
			out.WriteString(line)
		}
	}
	if out.Len() == 0 {
		return string(tap)
	}
	return out.String()
}
