package sandbox_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// TestHeapPeak runs programs that differ in nothing but the sizes of two objects, of which one is dropped before the other is
// made. The peak tells to the page how large the larger was, and is the same on both engines. A third object keeps them off the end of a
// MiB of addresses, where the description of the next one would count as well.
func TestHeapPeak(t *testing.T) {
	peak := func(e *sandbox.Engine, first, second int) int64 {
		t.Helper()
		source := fmt.Sprintf("import gc\nbefore = bytearray(600 << 10)\nx = bytearray(%d)\nx = None\ngc.collect()\ny = bytearray(%d)\nlen(y)", first, second)
		o := run(t, e, sandbox.SessionConfig{}, source)
		if o.Value != int64(second) {
			t.Fatalf("got %s, %v (%+v)", o.Kind, o.Value, o.Error)
		}
		return int64(o.Used.HeapPeakBytes)
	}
	pages := func(bytes int) int64 { return int64(bytes+4095) / 4096 * 4096 }
	compiler, interpreter := engine(t, false), engine(t, true)
	// What else is in use with the first object, and with the second, when less garbage is left.
	with1, with2 := peak(compiler, 50*4096, 10*4096)-50*4096, peak(compiler, 10*4096, 50*4096)-50*4096
	if with1 < with2-4096 || with1 > with2+64<<10 {
		t.Errorf("apart from the objects %d bytes and %d are in use", with1, with2)
	}
	for _, sizes := range [][2]int{{20 * 4096, 20 * 4096}, {20 * 4096, 60*4096 - 1}, {60*4096 - 4095, 20 * 4096}, {60*4096 - 4096, 60 * 4096}} {
		want := max(with1+pages(sizes[0]), with2+pages(sizes[1]))
		for _, e := range []*sandbox.Engine{compiler, interpreter} {
			// The other objects are on pages of their own, of which there may be one more or less.
			if got := peak(e, sizes[0], sizes[1]); got < want-4096 || got > want+4096 {
				t.Errorf("%v: the peak is %d, want %d", sizes, got, want)
			}
		}
	}
}

// TestHeapPeakIsOfTheRun looks at the peaks of runs in one session: what an earlier run used, and does no more, does not count.
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
	peak("import gc; gc.collect()", protocol.Completed, false)
	small := peak("1", protocol.Completed, false)
	if tables := uint64(10 * 20 << 10); small > first+tables+64<<10 { // for what the large one took
		t.Errorf("a small run shows %d after a large one, and %d before", small, first)
	}
	stopped := peak("x = bytearray(32 << 20)\nn = 3\nn**10**7", protocol.Limited, true)
	if stopped < 32<<20 {
		t.Errorf("a run that is stopped in C code with 32 MiB shows %d", stopped)
	}
	if after := peak("1", protocol.Completed, false); after != small {
		t.Errorf("after going back, a small run shows %d, want %d again", after, small)
	}
}
