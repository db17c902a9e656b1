package sandbox_test

import (
	"fmt"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// TestMemoryGrowsToEveryLimit fills the heap, drops the data after MemoryError was caught, and fills half of it again in the
// same program.
func TestMemoryGrowsToEveryLimit(t *testing.T) {
	limits := []int64{1 << 20, 2 << 20, 4 << 20, 8 << 20, 16 << 20, 32 << 20, 64 << 20, 128 << 20, 256 << 20}
	if !testing.Short() {
		limits = append(limits, sandbox.MaxMemoryLimitBytes)
	}
	e := engine(t, false)
	for _, limit := range limits {
		t.Run(fmt.Sprintf("%d MiB", limit>>20), func(t *testing.T) {
			size := min(limit/80, 1<<20)/4096*4096 - 96 // fills its pages but for little
			o := run(t, e, sandbox.SessionConfig{MemoryLimitBytes: limit}, fmt.Sprintf(`
def fill(most):
    keep = []
    try:
        while len(keep) < most:
            keep.append(bytearray(%d))
    except MemoryError:
        pass
    return len(keep)

n = fill(1 << 30)
n if fill(n // 2) == n // 2 else -1
`, size))
			count, ok := o.Value.(int64)
			if o.Kind != protocol.Completed || !ok || count < 0 {
				t.Fatalf("got %s %s, %v (%+v, %v), want the program to go on", o.Kind, o.Limit, o.Value, o.Error, o.Trap)
			}
			held := count * size
			if held > limit || held < limit*3/4 {
				t.Errorf("the program held %d bytes of %d", held, limit)
			}
			if peak := int64(o.Used.HeapPeakBytes); peak > limit || peak < held {
				t.Errorf("the peak is %d, the program held %d of %d", peak, held, limit)
			}
		})
	}
}
