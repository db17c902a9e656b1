package sandbox

import (
	"bytes"
	"context"
	"flag"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

var mixedRuns = flag.Int("mixed-runs", 3000, "how many runs TestMixedOutcomesKeepMemoryFlat makes")

// resident is how much memory this process has, in bytes, once Go has given back what it can.
func resident(t testing.TB) int64 {
	t.Helper()
	debug.FreeOSMemory()
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := strconv.ParseInt(strings.Fields(string(data))[1], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return pages * int64(os.Getpagesize())
}

// mappings counts the guests' memories that this process has, and descriptors what it has open.
func mappings(t testing.TB) int {
	t.Helper()
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Count(maps, []byte("/memfd:mpwasm"))
}

func descriptors(t testing.TB) int {
	t.Helper()
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	return len(open)
}

// mixed are programs that end in every way that there is, with what they are to end as.
var mixed = []struct {
	source string
	kind   protocol.Kind
}{
	{"sum(range(100))", protocol.Completed},
	{"x = [[i] for i in range(3000)]", protocol.Completed},
	{"def f(): raise ValueError('no')\nf()", protocol.Raised},
	{"def f(n):\n  if n: f(n - 1)\n  else: 1 / 0\nf(30)", protocol.Raised},
	{"[0] * 10**7", protocol.Raised},
	{"import sys; sys.exit(3)", protocol.Exited},
	{"while True: pass", protocol.Limited},                                // in Python
	{"x = bytearray(500000)\nn = 3\nn ** 10 ** 7", protocol.Limited},      // in C, rolled back
	{"while True: print('x' * 100)", protocol.Limited},                    // by its output
	{"open('/f', 'w').write('x' * 1000)\nopen('/f')", protocol.Completed}, // with a file left open
	{"open('/m/data.txt').read(1)", protocol.Completed},
	{"open('/f', 'w').write('x' * 10**7)", protocol.Raised},
	{"import os\nn = 0\nwhile True:\n  n += 1\n  os.mkdir('d%d' % n)", protocol.Raised},
	{"l = [open('/m/data.txt') for _ in range(20)]", protocol.Completed},
}

// TestMixedOutcomesKeepMemoryFlat runs programs of all kinds in sessions that are reset now and then, and replaced now and
// then. What the process holds of memory and descriptors must not grow after the first twentieth.
//
//	go test ./runtime/sandbox -run MixedOutcomes -mixed-runs 200000 -timeout 2h
func TestMixedOutcomesKeepMemoryFlat(t *testing.T) {
	ctx := context.Background()
	e := testEngine(t, false)
	cfg := snapshotConfig()
	cfg.MemoryLimitBytes, cfg.FuelLimit, cfg.OutputLimitBytes, cfg.FilesLimit = 2<<20, 200_000, 10_000, 50
	s, err := e.NewSession(ctx, cfg) // not testSession, which would remember every one
	if err != nil {
		t.Fatal(err)
	}
	defer func() { s.Close(ctx) }()
	var early int64
	var open int
	for i := range *mixedRuns {
		program := mixed[i%len(mixed)]
		o, err := s.Run(ctx, Program{Source: []byte(program.source)})
		if err != nil || o.Kind != program.kind {
			t.Fatalf("run %d, %s: got %s %s (%+v, %v), %v; want %s", i, program.source, o.Kind, o.Limit, o.Error, o.Trap, err, program.kind)
		}
		switch {
		case i%97 == 0:
			if err := s.Close(ctx); err != nil {
				t.Fatal(err)
			}
			if s, err = e.NewSession(ctx, cfg); err != nil {
				t.Fatal(err)
			}
		case i%3 == 0:
			if err := s.Reset(); err != nil {
				t.Fatal(err)
			}
		}
		if i == *mixedRuns/20 {
			early, open = resident(t), descriptors(t)
		}
	}
	late := resident(t)
	t.Logf("%d runs: %d KB after a twentieth, %d KB at the end", *mixedRuns, early>>10, late>>10)
	if late > early+early/10+8<<20 {
		t.Errorf("memory grew from %d KB to %d KB", early>>10, late>>10)
	}
	if now := descriptors(t); now > open+5 {
		t.Errorf("%d descriptors are open, %d were early on", now, open)
	}
}

// TestClosingGivesEverythingBack looks at what is left of an engine and its sessions.
func TestClosingGivesEverythingBack(t *testing.T) {
	ctx := context.Background()
	before, open := mappings(t), descriptors(t)
	for range 3 {
		e, err := NewEngine(ctx, EngineConfig{Artifact: testartifact.Bytes(t), CompileCacheDir: testartifact.CompileCache(t)})
		if err != nil {
			t.Fatal(err)
		}
		for i := range 50 {
			s, err := e.NewSession(ctx, snapshotConfig())
			if err != nil {
				t.Fatal(err)
			}
			do(t, s, "x = list(range(10000))\nf = open('/m/data.txt')\nf.read(1)")
			if i%2 == 0 { // the others are the engine's to close
				if err := s.Close(ctx); err != nil {
					t.Fatal(err)
				}
			}
		}
		if mappings(t) == before {
			t.Log("memory is no mapping here")
		}
		if err := e.Close(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if got := mappings(t); got != before {
		t.Errorf("%d memories are mapped, %d were before", got, before)
	}
	if got := descriptors(t); got > open {
		t.Errorf("%d descriptors are open, %d were before", got, open)
	}
}

// BenchmarkIdleSession reports what a session takes that waits for its next program: KB-new of one that has run none,
// KB-used of one that has run a small one.
func BenchmarkIdleSession(b *testing.B) {
	e := testEngine(b, false)
	testSession(b, e, SessionConfig{})
	const many = 400
	for b.Loop() {
		before := resident(b)
		var sessions []*Session
		for range many {
			sessions = append(sessions, testSession(b, e, SessionConfig{}))
		}
		begun := resident(b)
		for _, s := range sessions {
			do(b, s, "x = [str(i) for i in range(100)]\nlen(x)")
		}
		b.ReportMetric(float64(begun-before)/many/1000, "KB-new")
		b.ReportMetric(float64(resident(b)-before)/many/1000, "KB-used")
		for _, s := range sessions {
			if err := s.Close(context.Background()); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(0, "ns/op") // of many sessions: says nothing
}
