package sandbox_test

import (
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// gcModule checks what micropython-port/README.md says of the module gc, in a session of 1 MiB.
const gcModule = `
import gc
gc.collect()
before = gc.mem_alloc()
assert 0 < before < 200000 and before + gc.mem_free() <= 1 << 20
x = bytearray(100000)
assert 100000 <= gc.mem_alloc() - before < 110000
x = None
gc.collect()
assert gc.mem_alloc() - before < 5000
assert gc.isenabled() and gc.threshold() == -1

def most(n):
    peak = 0
    for i in range(n):
        [i] * 100
        peak = max(peak, gc.mem_alloc())
    return peak - before

without = most(1000)
gc.collect()
gc.threshold(8000)
less = most(1000)
assert less < without // 2, (less, without)
gc.threshold(-1)
gc.disable()
try:
    most(10000)
    assert False, 'garbage was collected'
except MemoryError:
    gc.collect()
gc.enable()
assert most(10000) < 500000
'ok'
`

func TestGCModule(t *testing.T) {
	o := run(t, engine(t, false), sandbox.SessionConfig{MemoryLimitBytes: sandbox.MinMemoryLimitBytes}, gcModule)
	if o.Kind != protocol.Completed || o.Value != "ok" {
		t.Errorf("got %s, %v (%+v, %v)", o.Kind, o.Value, o.Error, o.Trap)
	}
}
