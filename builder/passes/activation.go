package passes

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// activation tells, in a function of Options.Activations, what is loaded from the structure that the first parameter
// points to. The locals that this address is moved to, and from, have the address of an activation throughout, if not of
// the same one. Addresses are derived from it by arithmetic alone:
//
//	local.get $activation   ;; an address in the structure
//	i32.load offset=8       ;; what the structure holds: kept where it was loaded from
//	i32.load                ;; what that points to is a stranger, and must be kept
//
// Values that are derived from a stranger, too, are none.
//
// What such a function stores in its own frame on the shadow stack, and loads again, is what was stored, or else what
// survives a setjmp, which compilers put there, would be a stranger. That goes for words that nothing else has the
// address of. (privateFrame)
type activation struct {
	memory    []memoryAccess
	strangers []value
}

// memoryAccess is an i32.load or an i32.store.
type memoryAccess struct {
	pos            int
	address, datum value
}

// access notes an i32.load or an i32.store.
func (a *activation) access(pos int, address, datum value) {
	a.memory = append(a.memory, memoryAccess{pos, address, datum})
}

// unknown notes values that may be anything. The receiver may be nil.
func (a *activation) unknown(values []value) {
	if a != nil {
		a.strangers = append(a.strangers, values...)
	}
}

// activate makes ready for a function that works on an activation.
func (f *valueFlow) activate(function uint32) error {
	params := f.m.Types[f.spaces.funcs[function]].Params
	if int(function) < f.spaces.imported || len(params) == 0 || params[0] != wasm.I32 {
		return fmt.Errorf("function %d cannot work on an activation: it must be defined here, with an i32 for its first parameter", function)
	}
	fn := &f.funcs[int(function)-f.spaces.imported]
	fn.activation = &activation{}
	fn.activation.unknown(valuesFrom(fn.local+1, len(params)-1))
	return nil
}

// settleActivations makes a source of what is loaded from anywhere but an activation or a private frame.
func (f *valueFlow) settleActivations() {
	for i := range f.funcs {
		fn := &f.funcs[i]
		if fn.activation == nil {
			continue
		}
		strangers := fn.activation.strangers
		loads := f.joinFrame(fn)
		for _, l := range loads {
			strangers = append(strangers, l.datum)
		}
		addresses := fn.activationLocals()
		var reads []value
		for _, e := range f.edges {
			if addresses[e.from] {
				reads = append(reads, e.to)
			}
		}
		for v := range addresses {
			f.keptElsewhere[v] = true
		}
		strange, derived := f.spread(strangers, flowEdge.forward), f.spread(reads, flowEdge.forward)
		for _, l := range loads {
			if strange[l.address] || !derived[l.address] {
				f.sources = append(f.sources, l.datum)
			}
		}
	}
}

// activationLocals finds the locals that the first parameter is moved to, and those that are moved there.
func (fn *functionFlow) activationLocals() map[value]bool {
	found := map[value]bool{fn.local: true}
	for before := 0; before < len(found); {
		before = len(found)
		for pos := 1; pos < len(fn.code); pos++ {
			from, to := &fn.code[pos-1], &fn.code[pos]
			if from.Op != wasm.OpLocalGet || to.Op != wasm.OpLocalSet && to.Op != wasm.OpLocalTee {
				continue
			}
			a, b := fn.local+value(from.Index), fn.local+value(to.Index)
			if found[a] || found[b] {
				found[a], found[b] = true, true
			}
		}
	}
	return found
}

// joinFrame connects what is stored in a private word of the function's frame to what is loaded from it, and returns
// the other loads.
func (f *valueFlow) joinFrame(fn *functionFlow) (others []memoryAccess) {
	frame := fn.privateFrame(f.stackPointer)
	stored := map[uint64][]value{}
	for _, m := range fn.activation.memory {
		if in := &fn.code[m.pos]; in.Op == wasm.OpI32Store && frame.has(f, fn, m) {
			stored[in.Value] = append(stored[in.Value], m.datum)
		}
	}
	for _, m := range fn.activation.memory {
		in := &fn.code[m.pos]
		switch {
		case in.Op == wasm.OpI32Store:
		case frame.has(f, fn, m) && stored[in.Value] != nil:
			for _, v := range stored[in.Value] {
				f.edges = append(f.edges, flowEdge{v, m.datum})
			}
		default:
			others = append(others, m)
		}
	}
	return others
}
