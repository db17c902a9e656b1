package bench

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/andybalholm/brotli"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// repeated times something several times. What it returns, if anything, is done after the clock has stopped.
func repeated(n int, do func() (after func() error, err error)) ([]int64, error) {
	var values []int64
	for range n {
		began := time.Now()
		after, err := do()
		took := time.Since(began).Nanoseconds()
		if err == nil && after != nil {
			err = after()
		}
		if err != nil {
			return nil, err
		}
		values = append(values, took)
	}
	return values, nil
}

// costSamples is how often a cost is measured: often for what takes microseconds.
const (
	costSamples = 7
	manySamples = 200
)

// WazeroCosts measures starting in this process: an engine with and without its compiled code on disk, a session, a
// reset, a call of a host function, memory.
func WazeroCosts(ctx context.Context, artifact []byte) (costs []Cost, err error) {
	add := func(name, unit string, values []int64) { costs = append(costs, Cost{name, "wazero", unit, values}) }
	dir, err := os.MkdirTemp("", "mpwasm-bench-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for compiled code: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	open := func(cache string) func() (func() error, error) {
		return func() (func() error, error) {
			e, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: artifact, CompileCacheDir: cache})
			if err != nil {
				return nil, err
			}
			return func() error { return e.Close(ctx) }, nil
		}
	}
	cold, err := repeated(2, open(""))
	if err != nil {
		return nil, fmt.Errorf("timing a cold engine: %w", err)
	}
	add("engine, cold", Nanoseconds, cold)
	warm, err := repeated(costSamples+1, open(filepath.Join(dir, "cache")))
	if err != nil {
		return nil, fmt.Errorf("timing a warm engine: %w", err)
	}
	add("engine, warm", Nanoseconds, warm[1:]) // the first one fills the cache
	e, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: artifact, CompileCacheDir: filepath.Join(dir, "cache")})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, e.Close(ctx)) }()
	return costs, wazeroSessionCosts(ctx, e, add)
}

// wazeroSessionCosts measures what sessions of an engine take.
func wazeroSessionCosts(ctx context.Context, e *sandbox.Engine, add func(name, unit string, values []int64)) error {
	session, err := repeated(manySamples, func() (func() error, error) {
		s, err := e.NewSession(ctx, sandbox.SessionConfig{})
		if err != nil {
			return nil, err
		}
		return func() error { return s.Close(ctx) }, nil
	})
	if err != nil {
		return fmt.Errorf("timing sessions: %w", err)
	}
	add("session", Nanoseconds, session)
	s, err := e.NewSession(ctx, sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("add", func(a, b int) int { return a + b }),
	}})
	if err != nil {
		return err
	}
	defer s.Close(ctx)
	run := func(source string) (int64, error) {
		o, err := s.Run(ctx, sandbox.Program{Source: []byte(source)})
		if err == nil && o.Kind != protocol.Completed {
			err = fmt.Errorf("running %.40q: %s", source, o.Kind)
		}
		return o.Used.WallNS, err
	}
	reset, err := repeated(manySamples, func() (func() error, error) {
		if err := s.Reset(); err != nil {
			return nil, err
		}
		_, err := run("1 + 1")
		return nil, err
	})
	if err != nil {
		return fmt.Errorf("timing resets: %w", err)
	}
	add("reset and 1 + 1", Nanoseconds, reset)
	const calls = 2000
	var each []int64
	for range costSamples {
		with, err1 := run("for i in range(" + strconv.Itoa(calls) + "): add(i, 1)")
		without, err2 := run("for i in range(" + strconv.Itoa(calls) + "): pass")
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		each = append(each, (with-without)/calls)
	}
	add("call of a host function", Nanoseconds, each)
	return sessionMemory(ctx, e, add)
}

// sessionMemory measures what this process holds for idle sessions, where the system tells.
func sessionMemory(ctx context.Context, e *sandbox.Engine, add func(name, unit string, values []int64)) error {
	before, ok := resident()
	if !ok {
		return nil
	}
	const sessions = 50
	var open []*sandbox.Session
	for range sessions {
		s, err := e.NewSession(ctx, sandbox.SessionConfig{})
		if err != nil {
			return err
		}
		open = append(open, s)
		if _, err := s.Run(ctx, sandbox.Program{Source: []byte("1 + 1")}); err != nil {
			return err
		}
	}
	after, _ := resident()
	for _, s := range open {
		if err := s.Close(ctx); err != nil {
			return err
		}
	}
	add("memory of an idle session", Bytes, []int64{max(after-before, 0) / sessions})
	return nil
}

// resident is the memory of this process.
func resident() (int64, bool) {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, false
	}
	fields := strings.Fields(string(text))
	if len(fields) < 2 {
		return 0, false
	}
	pages, err := strconv.ParseInt(fields[1], 10, 64)
	return pages * int64(os.Getpagesize()), err == nil
}

// ProcessCost measures the time from starting a command to its end.
func ProcessCost(ctx context.Context, name, engine string, command ...string) (Cost, error) {
	values, err := repeated(costSamples, func() (func() error, error) {
		out, err := exec.CommandContext(ctx, command[0], command[1:]...).CombinedOutput()
		if err != nil {
			return nil, fmt.Errorf("starting %s: %w\n%s", engine, err, out)
		}
		return nil, nil
	})
	return Cost{name, engine, Nanoseconds, values}, err
}

// OpenCost measures the time from opening an engine to the end of its first program.
func OpenCost(ctx context.Context, engine string, open func() (Engine, error)) (Cost, error) {
	values, err := repeated(costSamples, func() (func() error, error) {
		e, err := open()
		if err != nil {
			return nil, err
		}
		_, err = e.Run(ctx, Program{Name: "start", Source: []byte("print(1 + 1)"), Want: "2\n"})
		return e.Close, err
	})
	return Cost{"process to first output", engine, Nanoseconds, values}, err
}

// imported are modules that programs begin with.
var imported = []string{"json", "re", "collections", "dataclasses", "datetime", "random", "decimal", "asyncio", "typing", "math"}

// ImportCosts measures imports, each in a session of its own, so only on engines of ours.
func ImportCosts(ctx context.Context, e Engine) (costs []Cost, err error) {
	base, err := importTimes(ctx, e, "pass")
	if err != nil {
		return nil, err
	}
	floor := int64(median(floats(base)))
	for _, name := range imported {
		values, err := importTimes(ctx, e, "import "+name)
		if why, no := refused(err); no && strings.Contains(why, "ImportError") || strings.Contains(why, "ModuleNotFoundError") {
			continue // a variant may not have it
		}
		if err != nil {
			return nil, fmt.Errorf("timing import %s: %w", name, err)
		}
		for i := range values {
			values[i] = max(values[i]-floor, 0)
		}
		costs = append(costs, Cost{"import " + name, e.Name(), Nanoseconds, values})
	}
	return costs, nil
}

func importTimes(ctx context.Context, e Engine, source string) (values []int64, err error) {
	for range costSamples {
		sample, err := e.Run(ctx, Program{Name: "import", Source: []byte(source)})
		if err != nil {
			return nil, err
		}
		values = append(values, sample.Took.Nanoseconds())
	}
	return values, nil
}

// WireCosts are the bytes that a page fetches for an engine: files as they are, and compressed.
func WireCosts(engine string, files ...[]byte) []Cost {
	raw, packed := 0, 0
	for _, data := range files {
		var out bytes.Buffer
		w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
		_, _ = io.Copy(w, bytes.NewReader(data)) // to memory
		_ = w.Close()
		raw, packed = raw+len(data), packed+out.Len()
	}
	return []Cost{{"bytes", engine, Bytes, []int64{int64(raw)}}, {"bytes on the wire (brotli)", engine, Bytes, []int64{int64(packed)}}}
}
