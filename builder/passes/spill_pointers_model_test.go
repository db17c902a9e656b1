package passes

import (
	"context"
	"encoding/binary"
	"fmt"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	wasmbinary "github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// heapModel is a heap whose collector looks for pointers in the shadow stack. It has no memory: a pointer is a
// number that nothing else is, and what the collector does not find must never be used again.
type heapModel struct {
	objects  map[uint32]bool // by pointer, whether it is alive
	used     []uint32        // what was used, in order: allocations are numbered
	mistakes []string
}

const (
	// modelStackTop is where the shadow stack begins, downwards.
	modelStackTop = 60000
	// modelFirstObject is the first pointer; the others follow at this distance.
	modelFirstObject, modelObjectSize = 0x40000000, 16
)

func (h *heapModel) alloc(_ context.Context, m api.Module) uint32 {
	p := uint32(modelFirstObject + modelObjectSize*len(h.objects))
	h.objects[p] = true
	h.scribble(m)
	return p
}

func (h *heapModel) use(_ context.Context, m api.Module, p uint32) {
	h.used = append(h.used, p)
	h.scribble(m)
	if p == 0 {
		return // a local that was never set
	}
	if alive, known := h.objects[p]; !known {
		h.mistakes = append(h.mistakes, fmt.Sprintf("use %d: %#x is no pointer", len(h.used), p))
	} else if !alive {
		h.mistakes = append(h.mistakes, fmt.Sprintf("use %d: %#x was freed", len(h.used), p))
	}
}

func (h *heapModel) collect(_ context.Context, m api.Module) {
	h.scribble(m)
	from := stackPointer(m)
	stack, _ := m.Memory().Read(from, modelStackTop-from)
	found := map[uint32]bool{}
	for ; len(stack) >= 4; stack = stack[4:] {
		found[binary.LittleEndian.Uint32(stack)] = true
	}
	for p := range h.objects {
		h.objects[p] = h.objects[p] && found[p]
	}
}

func stackPointer(m api.Module) uint32 { return uint32(m.ExportedGlobal(stackPointerGlobal).Get()) }

// scribble overwrites what lies below the stack: nobody may rely on it.
func (h *heapModel) scribble(m api.Module) {
	from := max(stackPointer(m), 2048) - 2048
	below, _ := m.Memory().Read(from, stackPointer(m)-from)
	for i := range below {
		below[i] = 0xAA
	}
}

// runOnModel calls the function name of m and returns what the heap saw, and how the call ended.
func runOnModel(t testing.TB, config wazero.RuntimeConfig, m *wasm.Module, name string, args ...uint64) (*heapModel, string) {
	t.Helper()
	h := &heapModel{objects: map[uint32]bool{}}
	ctx := context.Background()
	r := wazero.NewRuntimeWithConfig(ctx, config.WithCoreFeatures(api.CoreFeaturesV2|experimental.CoreFeaturesTailCall))
	defer r.Close(ctx)
	_, err := r.NewHostModuleBuilder("env").
		NewFunctionBuilder().WithFunc(h.alloc).Export("alloc").
		NewFunctionBuilder().WithFunc(h.use).Export("use").
		NewFunctionBuilder().WithFunc(h.collect).Export("collect").Instantiate(ctx)
	if err != nil {
		t.Fatal(err)
	}
	module, err := r.Instantiate(ctx, wasmbinary.Encode(m))
	if err != nil {
		t.Fatal(err)
	}
	results, err := module.ExportedFunction(name).Call(ctx, args...)
	if err != nil {
		return h, "trap: " + trapKind(err)
	}
	return h, fmt.Sprintf("results %x, stack pointer %d", results, stackPointer(module))
}

// spillPairs counts, over many runs, how often a module without the pass uses what was freed.
type spillPairs struct{ runs, mistaken int }

// compare runs a function before and after the pass. It must do the same, and use nothing that was freed.
func (c *spillPairs) compare(t *testing.T, before, after *wasm.Module, name string, args ...uint64) {
	t.Helper()
	for _, e := range engines {
		want, wantEnd := runOnModel(t, e.config(), before, name, args...)
		got, gotEnd := runOnModel(t, e.config(), after, name, args...)
		if len(got.mistakes) > 0 {
			t.Errorf("%s: %s(%d): %v", e.name, name, args, got.mistakes[0])
		}
		if fmt.Sprint(got.used) != fmt.Sprint(want.used) || gotEnd != wantEnd {
			t.Errorf("%s: %s(%d):\nbefore the pass %s, %x\nafter it        %s, %x", e.name, name, args, wantEnd, want.used, gotEnd, got.used)
		}
		c.runs++
		if len(want.mistakes) > 0 {
			c.mistaken++
		}
	}
}
