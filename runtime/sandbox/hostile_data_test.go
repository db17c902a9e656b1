package sandbox_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// hostileData are keys whose hashes lie close together, and orders that bad sorts fear. Each takes at most three times the fuel that
// n random keys take.
var hostileData = []struct{ name, random, hostile string }{
	{"pairs", "{(i * 7919 % 1000003, i): 1 for i in range(N)}", "{(i // 200, i % 200): 1 for i in range(N)}"},
	{"halves", "{i * 7919 % 1000003 / 7: 1 for i in range(N)}", "{i / 2: 1 for i in range(N)}"},
	{"powers", "{i * 7919 % 1000003: 1 for i in range(N)}", "{i << 12: 1 for i in range(N)}"},
	{"large", "{(i * 7919 % 1000003) * 10**9: 1 for i in range(N)}", "{i << 32: 1 for i in range(N)}"},
	{"words", "{'%d' % (i * 7919 % 1000003): 1 for i in range(N)}", "{'%08d' % i: 1 for i in range(N)}"},
	{"misses", "d = {i * 7919 % 1000003: 1 for i in range(N)}\nfor i in range(N): -i in d", "d = {i: 1 for i in range(N)}\nfor i in range(N): i + N in d"},
	{"sets", "a = {i * 7919 % 1000003 for i in range(N)}; b = {i * 104729 % 1000003 for i in range(N)}\na & b, a | b, a - b", "a = {i * 64 for i in range(N)}; b = {i * 64 + 32 for i in range(N)}\na & b, a | b, a - b"},
	{"emptied from the front", "d = {i: 1 for i in range(N)}\nfor i in range(N): del d[i]", "d = {i: 1 for i in range(N)}\nwhile d: del d[next(iter(d))]"},
	{"in of a range", "for i in range(N): i * 7 in range(1000)", "for i in range(N): i * 7 in range(10**9)"},
	// Without collections, which the small list does not need: they would be most of what is measured.
	{"sorted", "import gc\ngc.disable()\na = [i * 7919 % 1000003 for i in range(N)]\na.sort()", "import gc\ngc.disable()\na = [i for i in range(N)]\na.sort()"},
	{"reversed", "a = [i * 7919 % 1000003 for i in range(N)]\na.sort()", "a = [N - i for i in range(N)]\na.sort()"},
	{"nearly sorted", "a = [i * 7919 % 1000003 for i in range(N)]\na.sort()", "a = [i if i % 100 else N - i for i in range(N)]\na.sort()"},
	{"equals", "a = [i * 7919 % 1000003 for i in range(N)]\na.sort()", "a = [i % 2 for i in range(N)]\na.sort()"},
}

func TestHostileDataCostsNoMore(t *testing.T) {
	e := engine(t, false)
	cfg := sandbox.SessionConfig{MemoryLimitBytes: 64 << 20, FuelLimit: 1 << 32}
	fuel := func(source string) uint64 {
		o := run(t, e, cfg, source)
		if o.Kind != protocol.Completed {
			t.Fatalf("got %s (%+v) for %s", o.Kind, o.Error, source)
		}
		return o.Used.Fuel
	}
	for _, test := range hostileData {
		t.Run(test.name, func(t *testing.T) {
			small := fuel("N = 5000\n" + test.hostile)
			large := fuel("N = 40000\n" + test.hostile)
			random := fuel("N = 40000\n" + test.random)
			told := fmt.Sprintf("%d units for 5,000, %d for 40,000, %d for random ones", small, large, random)
			if large > 3*random {
				t.Errorf("took more than three times the fuel of random data: %s", told)
			}
			if large > 12*small { // eight times as much, and some for n log n
				t.Errorf("grows faster than the data: %s", told)
			}
		})
	}
}

// BenchmarkHostileData reports how many times the time, and the fuel, of random data the hostile data of each kind takes in the same run.
// At most 3 is wanted of both.
func BenchmarkHostileData(b *testing.B) {
	e := benchEngine(b)
	for _, test := range hostileData {
		b.Run(test.name, func(b *testing.B) {
			hostile, hostileFuel := bestRun(b, e, "N = 40000\n"+test.hostile)
			random, randomFuel := bestRun(b, e, "N = 40000\n"+test.random)
			b.ReportMetric(float64(hostile)/float64(random), "x-time")
			b.ReportMetric(float64(hostileFuel)/float64(randomFuel), "x-fuel")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// bestRun returns the shortest of seven runs in sessions of their own, and the fuel that each takes.
func bestRun(b *testing.B, e *sandbox.Engine, source string) (time.Duration, uint64) {
	b.Helper()
	best, fuel := time.Hour, uint64(0)
	for range 7 {
		s, err := e.NewSession(context.Background(), sandbox.SessionConfig{MemoryLimitBytes: 64 << 20, FuelLimit: 1 << 32})
		if err != nil {
			b.Fatal(err)
		}
		o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(source)})
		if err != nil || o.Kind != protocol.Completed {
			b.Fatalf("got %s, %v (%+v)", o.Kind, err, o.Error)
		}
		best, fuel = min(best, time.Duration(o.Used.WallNS)), o.Used.Fuel
		s.Close(context.Background())
	}
	return best, fuel
}
