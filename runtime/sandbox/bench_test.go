package sandbox_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// cpythonTimer runs a program in CPython and prints the seconds that it took, start-up excluded.
const cpythonTimer = `
import sys, time
code = compile(open(sys.argv[1]).read(), sys.argv[1], "exec")
began = time.perf_counter()
exec(code, {"__name__": "__main__"})
print(time.perf_counter() - began)
`

// benchEngine is an engine for benchmarks.
func benchEngine(b *testing.B) *sandbox.Engine {
	b.Helper()
	e, err := sandbox.NewEngine(context.Background(), sandbox.EngineConfig{
		Artifact:        testartifact.Bytes(b),
		CompileCacheDir: testartifact.CompileCache(b),
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { e.Close(context.Background()) })
	return e
}

// BenchmarkAgainstCPython times programs in the sandbox and in CPython, in turn, and reports how many
// times as long the sandbox takes: x-cpython, the quotient of the shortest runs of each.
func BenchmarkAgainstCPython(b *testing.B) {
	python, err := exec.LookPath("python3")
	if err != nil {
		b.Skip("the oracle, python3, is not on the PATH")
	}
	programs, err := filepath.Glob("../../testdata/bench/*.py")
	if err != nil || len(programs) == 0 {
		b.Fatalf("no programs: %v", err)
	}
	e := benchEngine(b)
	for _, path := range programs {
		b.Run(strings.TrimSuffix(filepath.Base(path), ".py"), func(b *testing.B) {
			source, err := os.ReadFile(path)
			if err != nil {
				b.Fatal(err)
			}
			ours, theirs := time.Hour, time.Hour
			for b.Loop() {
				ours = min(ours, timeOurs(b, e, source))
				theirs = min(theirs, timeCPython(b, python, path))
			}
			b.ReportMetric(float64(ours)/float64(theirs), "x-cpython")
			b.ReportMetric(ours.Seconds()*1000, "ms-sandbox")
			b.ReportMetric(theirs.Seconds()*1000, "ms-cpython")
			b.ReportMetric(0, "ns/op") // of both together: says nothing
		})
	}
}

func timeOurs(b *testing.B, e *sandbox.Engine, source []byte) time.Duration {
	b.Helper()
	cfg := sandbox.SessionConfig{MemoryLimitBytes: 64 << 20}
	o, err := e.Run(context.Background(), sandbox.Program{Source: source}, cfg)
	if err != nil || o.Kind != protocol.Completed {
		b.Fatalf("got %s, %v (%+v)", o.Kind, err, o.Error)
	}
	return time.Duration(o.Used.WallNS)
}

func timeCPython(b *testing.B, python, path string) time.Duration {
	b.Helper()
	out, err := exec.Command(python, "-c", cpythonTimer, path).Output()
	if err != nil {
		b.Fatal(err)
	}
	seconds, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		b.Fatal(err)
	}
	return time.Duration(seconds * float64(time.Second))
}

// BenchmarkSession times what it takes to have Python answer, from an engine that is ready.
func BenchmarkSession(b *testing.B) {
	e := benchEngine(b)
	for b.Loop() {
		o, err := e.Run(context.Background(), sandbox.Program{Source: []byte("1 + 1")}, sandbox.SessionConfig{})
		if err != nil || o.Value != int64(2) {
			b.Fatalf("got %v, %v", o.Value, err)
		}
	}
}

// BenchmarkPrint times print(1) in a new session of an engine that is ready.
func BenchmarkPrint(b *testing.B) {
	e := benchEngine(b)
	sandbox.P50(b, func() {
		o, err := e.Run(context.Background(), sandbox.Program{Source: []byte("print(1)")}, sandbox.SessionConfig{})
		if err != nil || o.Kind != protocol.Completed {
			b.Fatalf("got %v, %v", o.Kind, err)
		}
	})
}

// BenchmarkEngine times making an engine, with the compile cache warm.
func BenchmarkEngine(b *testing.B) {
	benchEngine(b) // fills the cache
	for b.Loop() {
		e, err := sandbox.NewEngine(context.Background(), sandbox.EngineConfig{
			Artifact:        testartifact.Bytes(b),
			CompileCacheDir: testartifact.CompileCache(b),
		})
		if err != nil {
			b.Fatal(err)
		}
		if err := e.Close(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHostCall times a call of a host function with small arguments, there and back: the median of how long short runs take divided by
// their calls, less what the same loop takes without them.
func BenchmarkHostCall(b *testing.B) {
	cfg := sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("typed", func(a, b int) int { return a + b }),
		hostcall.RawFunc("raw", func(_ context.Context, call hostcall.Call) (any, error) { return call.Args[0], nil }),
	}}
	e := benchEngine(b)
	for _, call := range []string{"typed(1, i)", "raw(i)", "raw('twenty characters...')", "raw([i, (1.5, None), {'key': b'value'}])"} {
		b.Run(call, func(b *testing.B) {
			s, err := e.NewSession(context.Background(), cfg)
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close(context.Background())
			const calls = 500 // which take less than a turn of a busy machine's scheduler
			var took [2][]int64
			for b.Loop() {
				for i, body := range []string{"pass", call} {
					o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("for i in range(" + strconv.Itoa(calls) + "): " + body)})
					if err != nil || o.Kind != protocol.Completed {
						b.Fatalf("got %s, %v (%+v)", o.Kind, err, o.Error)
					}
					took[i] = append(took[i], o.Used.WallNS)
				}
			}
			for _, all := range took {
				slices.Sort(all)
			}
			b.ReportMetric(float64(took[1][len(took[1])/2]-took[0][len(took[0])/2])/calls, "p50-ns/call")
		})
	}
}

// BenchmarkPool times what a user of a warm pool waits for an answer: the guest is lent, runs and is reset.
func BenchmarkPool(b *testing.B) {
	e := benchEngine(b)
	p := newPool(b, e, sandbox.PoolConfig{Size: 1, Warm: 1})
	for b.Loop() {
		o, err := p.Run(context.Background(), sandbox.Program{Source: []byte("1 + 1")}, sandbox.SessionConfig{})
		if err != nil || o.Value != int64(2) {
			b.Fatalf("got %v, %v", o.Value, err)
		}
	}
}
