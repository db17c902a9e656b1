package passes

import "github.com/seed-3f7e3123/mpwasm/builder/wasm"

// privateFrame is a function's frame on the shadow stack, as far as the function alone knows its addresses.
type privateFrame struct {
	local uint32
	found bool
	// shared holds the offsets that addresses are made of. What starts there is open to others; who has the address
	// of one variable must not use it to get at the next.
	shared map[uint64]bool
}

// privateFrame looks for the local that has the frame's address throughout: set once, to the stack pointer less
// a constant.
func (fn *functionFlow) privateFrame(stackPointer uint32) privateFrame {
	frame := privateFrame{shared: map[uint64]bool{0: true}}
	sets := map[uint32]int{}
	for pos := range fn.code {
		in := &fn.code[pos]
		if in.Op != wasm.OpLocalSet && in.Op != wasm.OpLocalTee {
			continue
		}
		sets[in.Index]++
		if pos >= 3 && fn.code[pos-1].Op == wasm.OpI32Sub && fn.code[pos-2].Op == wasm.OpI32Const &&
			fn.code[pos-3].Op == wasm.OpGlobalGet && fn.code[pos-3].Index == stackPointer && !frame.found {
			frame.local, frame.found = in.Index, true
		}
	}
	frame.found = frame.found && sets[frame.local] == 1
	for pos := 2; pos < len(fn.code) && frame.found; pos++ {
		if fn.code[pos].Op == wasm.OpI32Add && fn.code[pos-1].Op == wasm.OpI32Const &&
			fn.code[pos-2].Op == wasm.OpLocalGet && fn.code[pos-2].Index == frame.local {
			frame.shared[fn.code[pos-1].Value] = true
		}
	}
	return frame
}

// has reports whether an access goes to a private word.
func (frame *privateFrame) has(f *valueFlow, fn *functionFlow, m memoryAccess) bool {
	from := &fn.code[f.origins[m.address].pos]
	return frame.found && from.Op == wasm.OpLocalGet && from.Index == frame.local && !frame.shared[fn.code[m.pos].Value]
}
