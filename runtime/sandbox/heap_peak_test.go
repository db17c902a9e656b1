package sandbox_test

import (
	"context"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// TestHeapPeak allocates different amounts in new sessions: the peak tells them apart.
func TestHeapPeak(t *testing.T) {
	e := engine(t, false)
	cfg := sandbox.SessionConfig{MemoryLimitBytes: 64 << 20}
	less := run(t, e, cfg, "len(bytearray(1 << 20))")
	more := run(t, e, cfg, "len(bytearray(9 << 20))")
	if less.Value != int64(1<<20) || more.Value != int64(9<<20) {
		t.Fatalf("got %v and %v (%+v, %+v), want both to complete", less.Value, more.Value, less.Error, more.Error)
	}
	// The heap grows by pages of 64 KiB, and holds the descriptions of its own pages: 20 KiB for each MiB.
	d := int64(more.Used.HeapPeakBytes) - int64(less.Used.HeapPeakBytes)
	if least, most := int64(8<<20-64<<10), int64(8<<20+9*20<<10+64<<10); d < least || d > most {
		t.Errorf("8 MiB more raise the peak by %d bytes, from %d to %d", d, less.Used.HeapPeakBytes, more.Used.HeapPeakBytes)
	}
}

// TestHeapPeakIsOfTheRun looks at the peaks of runs in one session. The heap gives no memory back by itself, so a small
// run shows what an earlier one took; going back to a checkpoint does give it back.
func TestHeapPeakIsOfTheRun(t *testing.T) {
	ctx := context.Background()
	s, err := engine(t, false).NewSession(ctx, sandbox.SessionConfig{MemoryLimitBytes: 64 << 20, FuelLimit: 5_000_000})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(ctx)
	peak := func(source string, want protocol.Kind, rolledBack bool) uint64 {
		t.Helper()
		o, err := s.Run(ctx, sandbox.Program{Source: []byte(source), NoValue: true})
		if err != nil || o.Kind != want || o.RolledBack != rolledBack {
			t.Fatalf("%s: got %s, rolled back %v (%+v), %v; want %s, %v", source, o.Kind, o.RolledBack, o.Error, err, want, rolledBack)
		}
		return o.Used.HeapPeakBytes
	}
	first := peak("1", protocol.Completed, false)
	large := peak("x = bytearray(8 << 20); x = None", protocol.Completed, false)
	if large < first+8<<20 {
		t.Errorf("8 MiB raise the peak from %d to %d", first, large)
	}
	if after := peak("import gc; gc.collect()", protocol.Completed, false); after != large {
		t.Errorf("a small run shows %d, want the %d that the heap holds since the large one", after, large)
	}
	stopped := peak("x = bytearray(32 << 20)\nn = 3\nn**10**7", protocol.Limited, true)
	if stopped < 32<<20 {
		t.Errorf("a run that is stopped in C code with 32 MiB shows %d", stopped)
	}
	if after := peak("1", protocol.Completed, false); after != large {
		t.Errorf("after going back, a small run shows %d, want %d again", after, large)
	}
}
