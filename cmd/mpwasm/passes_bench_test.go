//go:build unix

package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder/source"
)

// measuredPasses are those that slow the guest down.
var measuredPasses = []string{"spill-pointers", "fuel-metering", "stack-checks"}

// Upstream's performance tests choose their parameters by the speed of the machine in MHz and by its memory in
// KiB. These make most of them run for 20 to 200 ms.
const (
	benchMHz = 1000
	benchKiB = 1000
)

// benchMemoryBytes is far more than any of the tests needs and little enough for them to collect garbage.
const benchMemoryBytes = 256 << 20

// benchEnd runs the test that stands before it, and prints its result, as upstream's benchrun.py does but for taking
// the time.
const benchEnd = `
def _bench(mhz, kib):
    fits = [key for key in bm_params if 10 * key[0] <= 12 * mhz and key[1] <= kib]
    run, result = bm_setup(bm_params[max(fits)])
    run()
    print(result())
_bench(%d, %d)
`

// BenchmarkPasses measures what passes cost. It builds the artifact with and without a pass, runs upstream's
// performance tests on both, in turn, and reports how many times as long the tests take with the pass, by the CPU time
// of the shortest runs: x-time. The geometric mean over all tests, and x-bytes, the same for the size of the artifact,
// come last. It does so in wazero and in V8, which compiles while it runs: the shortest run of several is one of code
// that it has optimised. Run it with
//
//	go test ./cmd/mpwasm -run '^$' -bench Passes -benchtime 5s
func BenchmarkPasses(b *testing.B) {
	tests := upstreamBenchmarks(b)
	for name, open := range benchedEngines {
		b.Run(name, func(b *testing.B) { benchmarkPasses(b, tests, open) })
	}
}

func benchmarkPasses(b *testing.B, tests []upstreamBenchmark, open func(*testing.B, []byte) benched) {
	with := open(b, buildBenched(b))
	for _, pass := range measuredPasses {
		b.Run(pass, func(b *testing.B) {
			without := open(b, buildBenched(b, pass))
			var sum float64 // of logarithms
			var measured int
			for _, test := range tests {
				b.Run(test.name, func(b *testing.B) {
					x := compareCPUTime(b, test, with, without)
					sum, measured = sum+math.Log(x), measured+1
				})
			}
			b.Run("all", func(b *testing.B) {
				for b.Loop() {
				}
				b.ReportMetric(math.Exp(sum/float64(measured)), "x-time")
				b.ReportMetric(float64(with.size())/float64(without.size()), "x-bytes")
				b.ReportMetric(float64(measured), "tests")
				b.ReportMetric(0, "ns/op") // of nothing
			})
		})
	}
}

// compareCPUTime runs a test on two artifacts and returns the quotient of their CPU times. It skips a test that ends
// otherwise without the pass: if that is spill-pointers, the collector may have freed what was in use.
func compareCPUTime(b *testing.B, test upstreamBenchmark, with, without benched) float64 {
	_, want := with.run(b, test)
	if !want.completed {
		b.Fatalf("with the pass the test ends so: %.500s", want.text)
	}
	times := [2]time.Duration{math.MaxInt64, math.MaxInt64}
	for round := 0; b.Loop(); round++ {
		for turn := range 2 {
			i := (round + turn) % 2 // neither goes first each time
			took, got := [2]benched{with, without}[i].run(b, test)
			if got != want {
				b.Skipf("without the pass the test ends so: %.500s", got.text)
			}
			times[i] = min(times[i], took)
		}
	}
	x := float64(times[0]) / float64(times[1])
	b.ReportMetric(x, "x-time")
	b.ReportMetric(times[0].Seconds()*1000, "ms-with")
	b.ReportMetric(times[1].Seconds()*1000, "ms-without")
	b.ReportMetric(0, "ns/op") // of both together: says nothing
	return x
}

// upstreamBenchmark is one of upstream's performance tests, made ready to run.
type upstreamBenchmark struct {
	name   string
	source []byte
}

// upstreamBenchmarks reads the tests, but not those of native code and of bytecode in files, which the port does not
// have.
func upstreamBenchmarks(b *testing.B) (tests []upstreamBenchmark) {
	b.Helper()
	tree, err := source.Fetch(b.Context(), source.Config{CacheDir: testCacheDir()})
	if err != nil {
		b.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(tree.Dir, "tests", "perf_bench", "*.py"))
	if err != nil || len(paths) == 0 {
		b.Fatalf("no tests: %v", err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".py")
		if name == "benchrun" || strings.HasPrefix(name, "viper_") || strings.HasPrefix(name, "core_import_mpy_") {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		tests = append(tests, upstreamBenchmark{name, fmt.Appendf(text, benchEnd, benchMHz, benchKiB)})
	}
	return tests
}
