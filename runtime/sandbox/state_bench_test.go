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
