//go:build unix

package main

import (
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// benched is an artifact to measure, on an engine.
type benched interface {
	// size is the artifact's, in bytes.
	size() int
	// run returns the CPU time of one run, the start of the guest excluded, and how it ended.
	run(b *testing.B, test upstreamBenchmark) (time.Duration, ending)
}

// benchedEngines open an artifact; it is closed with the benchmark.
var benchedEngines = map[string]func(b *testing.B, artifact []byte) benched{
	"wazero": openInWazero,
	"V8":     openInV8,
}

// buildBenched builds the artifact without the named passes.
func buildBenched(b *testing.B, without ...string) []byte {
	b.Helper()
	result, err := builder.Build(b.Context(), builder.Config{CacheDir: testCacheDir(), Without: without})
	if err != nil {
		b.Fatal(err)
	}
	return result.Module
}

// ending is how a test ended: with its output, and what went wrong.
type ending struct {
	completed bool
	text      string
}

// endingOf is the ending of a run.
func endingOf(report protocol.Report) ending {
	text := string(report.Stdout)
	if report.Outcome == protocol.Completed {
		return ending{true, text}
	}
	return ending{false, fmt.Sprintf("%s: %v, trap: %s, after it printed %s", report.Outcome, report.Error, report.Trap, text)}
}

// inWazero measures with wazero's compiler.
type inWazero struct {
	engine *sandbox.Engine
	bytes  int
}

func openInWazero(b *testing.B, artifact []byte) benched {
	b.Helper()
	engine, err := sandbox.NewEngine(b.Context(), sandbox.EngineConfig{Artifact: artifact})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { engine.Close(context.Background()) })
	return inWazero{engine, len(artifact)}
}

func (e inWazero) size() int { return e.bytes }

func (e inWazero) run(b *testing.B, test upstreamBenchmark) (time.Duration, ending) {
	b.Helper()
	session, err := e.engine.NewSession(b.Context(), sandbox.SessionConfig{MemoryLimitBytes: benchMemoryBytes})
	if err != nil {
		b.Fatal(err)
	}
	defer session.Close(b.Context())
	runtime.LockOSThread() // the guest runs on this thread
	defer runtime.UnlockOSThread()
	began := threadCPUTime(b)
	outcome, err := session.Run(b.Context(), sandbox.Program{Source: test.source, NoValue: true})
	took := threadCPUTime(b) - began
	if err != nil {
		b.Fatal(err)
	}
	report, err := outcome.Report()
	if err != nil {
		b.Fatal(err)
	}
	return took, endingOf(report)
}

func threadCPUTime(b *testing.B) time.Duration {
	b.Helper()
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t); err != nil {
		b.Fatal(err)
	}
	return time.Duration(t.Nano())
}

// inV8 measures in Node.js. Its CPU time is that of the process, the optimising compiler's included.
type inV8 struct {
	node  *library.Node
	bytes int
}

func openInV8(b *testing.B, artifact []byte) benched {
	b.Helper()
	source, err := library.Unpack(b.Context(), b.TempDir(), testCacheDir(), progress.Discard)
	if err != nil {
		b.Fatal(err)
	}
	node, err := source.StartNode(context.Background(), artifact)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := node.Close(); err != nil {
			b.Error(err)
		}
	})
	return inV8{node, len(artifact)}
}

func (e inV8) size() int { return e.bytes }

func (e inV8) run(b *testing.B, test upstreamBenchmark) (time.Duration, ending) {
	b.Helper()
	options := protocol.SessionOptions{Memory: benchMemoryBytes, Thread: "here"}
	response, err := e.node.Run(options, protocol.ProgramText{Source: test.source, NoValue: true})
	if err != nil {
		b.Fatal(err)
	}
	return time.Duration(response.CPUMicros[0]) * time.Microsecond, endingOf(response.Outcomes[0])
}
