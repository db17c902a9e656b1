package sandbox_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

var otherArtifact = flag.String("other-artifact", "", "compare benchmarks of dicts with the artifact in `FILE`, such as one with upstream's dicts")

// dictSetup makes keys of each kind, in order and others that are none, and a dict of the first.
const dictSetup = `
import gc
N = %d
R = max(1, 50000 // N)
def key(i): return %s
keys = [key(i) for i in range(N)]
again = [key(i) for i in range(N)]
none = [key(i + N) for i in range(N)]
def insert():
    for _ in range(R):
        d = {}
        for k in keys: d[k] = 1
    return d
def hit():
    for _ in range(R):
        for k in again: d[k]
def miss():
    for _ in range(R):
        for k in none: k in d
def iterate():
    for _ in range(R):
        for k, v in d.items(): pass
def pop():
    for _ in range(R):
        e = d.copy()
        for k in keys: del e[k]
d = insert()
gc.collect()
before = gc.mem_alloc()
d = None
gc.collect()
size = before - gc.mem_alloc()
d = insert()
size
`

var dictKeys = []struct{ name, key string }{
	{"ints", "i"},
	{"spread", "i * 7919 % 1000003"},
	{"words", "'w%d' % i"},
	{"pairs", "(i // 300, i % 300)"},
	{"halves", "i / 2"},
}

// dictSession runs the set-up in a session of an artifact, and returns the session with the size of the dict.
func dictSession(b *testing.B, path, setup string) (*sandbox.Session, int64) {
	b.Helper()
	wasm := testartifact.Bytes(b)
	if path != "" {
		var err error
		if wasm, err = os.ReadFile(path); err != nil {
			b.Fatal(err)
		}
	}
	ctx := context.Background()
	e, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: wasm, CompileCacheDir: testartifact.CompileCache(b)})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { e.Close(ctx) })
	s, err := e.NewSession(ctx, sandbox.SessionConfig{MemoryLimitBytes: 256 << 20})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close(ctx) })
	o, err := s.Run(ctx, sandbox.Program{Source: []byte(setup)})
	if err != nil || o.Kind != protocol.Completed {
		b.Fatalf("got %s, %v (%+v)", o.Kind, err, o.Error)
	}
	size, _ := o.Value.(int64)
	return s, size
}

func timeRun(b *testing.B, s *sandbox.Session, source string) time.Duration {
	b.Helper()
	o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(source)})
	if err != nil || o.Kind != protocol.Completed {
		b.Fatalf("got %s, %v (%+v)", o.Kind, err, o.Error)
	}
	return time.Duration(o.Used.WallNS)
}

// BenchmarkDicts times what is done with dicts of several sizes, 50,000 keys at a time, and reports nanoseconds a key and
// bytes a key; with -other-artifact, also how many times as fast, and as large, they are there.
func BenchmarkDicts(b *testing.B) {
	for _, kind := range dictKeys {
		for _, n := range []int{10, 1000, 100000} {
			b.Run(fmt.Sprintf("%s/%d", kind.name, n), func(b *testing.B) {
				setup := fmt.Sprintf(dictSetup, n, kind.key)
				ours, size := dictSession(b, "", setup)
				b.ReportMetric(float64(size)/float64(n), "B/key")
				var theirs *sandbox.Session
				if *otherArtifact != "" {
					var otherSize int64
					theirs, otherSize = dictSession(b, *otherArtifact, setup)
					b.ReportMetric(float64(size)/float64(otherSize), "x-memory")
				}
				keys := float64(n * max(1, 50000/n))
				for _, what := range []string{"insert", "hit", "miss", "iterate", "pop"} {
					best, other := time.Hour, time.Hour
					for i := range 7 {
						best = min(best, timeRun(b, ours, what+"()"))
						if theirs != nil && (i == 0 || other < time.Second) {
							other = min(other, timeRun(b, theirs, what+"()"))
						}
					}
					b.ReportMetric(float64(best)/keys, "ns/"+what)
					if theirs != nil {
						b.ReportMetric(float64(other)/float64(best), "x-"+what)
					}
				}
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}
