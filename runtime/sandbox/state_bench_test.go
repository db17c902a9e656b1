package sandbox

import (
	"context"
	"slices"
	"testing"
	"time"
)

// P50 runs a function as often as the benchmark wants, and reports the median of how long it takes, which a busy machine changes least.
func P50(b *testing.B, function func()) {
	b.Helper()
	b.ReportAllocs()
	var took []time.Duration
	for b.Loop() {
		began := time.Now()
		function()
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Nanoseconds())/1000, "p50-us")
}

// BenchmarkResetAndRun makes a session ready for another user, and runs 1 + 1 in it.
func BenchmarkResetAndRun(b *testing.B) {
	s := testSession(b, testEngine(b, false), SessionConfig{})
	P50(b, func() {
		if err := s.Reset(); err != nil {
			b.Fatal(err)
		}
		if o := do(b, s, "1 + 1"); o.Value != int64(2) {
			b.Fatalf("got %v", o.Value)
		}
	})
}

// BenchmarkRunAgain runs 1 + 1 in a session that holds much already.
func BenchmarkRunAgain(b *testing.B) {
	s := testSession(b, testEngine(b, false), SessionConfig{})
	do(b, s, "l = [[i] for i in range(100000)]")
	P50(b, func() { do(b, s, "1 + 1") })
}

// BenchmarkNewSession begins and ends a session.
func BenchmarkNewSession(b *testing.B) {
	e := testEngine(b, false)
	P50(b, func() {
		s, err := e.NewSession(context.Background(), SessionConfig{})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(context.Background()); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkPrintInTurn runs print(1) in a new session whose guest is made for it, and in one whose guest another session left, in turn, so that
// both have the same of a busy machine.
func BenchmarkPrintInTurn(b *testing.B) {
	ctx := context.Background()
	e := testEngine(b, false)
	printed := func() float64 {
		began := time.Now()
		if o, err := e.Run(ctx, Program{Source: []byte("print(1)")}, SessionConfig{}); err != nil || string(o.Stdout) != "1\n" {
			b.Fatalf("got %s, %v", o.Stdout, err)
		}
		return float64(time.Since(began).Nanoseconds()) / 1000
	}
	var made, left []float64
	for b.Loop() {
		if err := e.idle.close(ctx); err != nil {
			b.Fatal(err)
		}
		e.idle.over = false
		made, left = append(made, printed()), append(left, printed())
	}
	for name, took := range map[string][]float64{"made": made, "left": left} {
		slices.Sort(took)
		b.ReportMetric(took[0], "min-us-"+name)
		b.ReportMetric(took[len(took)/2], "p50-us-"+name)
	}
	b.ReportMetric(0, "ns/op") // of both together: says nothing
}

// BenchmarkSnapshotAndRestore takes a snapshot of a small session, changes the session and goes back.
func BenchmarkSnapshotAndRestore(b *testing.B) {
	s := testSession(b, testEngine(b, false), SessionConfig{})
	do(b, s, "x = [i for i in range(1000)]")
	P50(b, func() {
		snapshot, err := s.Snapshot()
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Restore(snapshot); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkStoreAndRead stores the snapshot of a small session and reads it back.
func BenchmarkStoreAndRead(b *testing.B) {
	e := testEngine(b, false)
	s := testSession(b, e, SessionConfig{})
	do(b, s, "x = [i for i in range(1000)]")
	snapshot := take(b, s)
	size := 0
	P50(b, func() {
		stored := store(b, snapshot)
		size = len(stored)
		readStored(b, e, stored)
	})
	b.ReportMetric(float64(size), "bytes")
}
