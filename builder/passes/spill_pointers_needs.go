package passes

import (
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// spillNeeds says what has to be in the frame during which call of a function.
type spillNeeds struct {
	flow *valueFlow
	fn   *functionFlow
	dataflow
	vars []spillVar
	// varOf finds the variable of a local; -1: none.
	varOf []int
	// temps lists the variables that take values from the operand stack after an instruction, by position.
	temps map[int][]int
	calls map[int]*spillCall // by position
	// later holds, for each call and each loop, the variables with a need at this or a later call.
	later map[int]bitset
}

// spillVar is a local that may need a place in the frame: one of the function's, or a new one for a value that
// waits on the operand stack.
type spillVar struct {
	local   uint32
	typ     wasm.ValueType
	ordinal int // of a new local: which result of its instruction it takes
}

// spillCall is a call that may collect.
type spillCall struct {
	waiting bitset // variables on the operand stack below the operands
	need    bitset // those, and the ones needed after the call
}

// spillable reports whether values of a type may hold pointers: one, or several side by side.
func spillable(t wasm.ValueType) bool { return t == wasm.I32 || t == wasm.I64 || t == wasm.V128 }

// findNeeds returns nil when nothing has to be in the frame at any call.
func findNeeds(flow *valueFlow, fn *functionFlow) *spillNeeds {
	if len(fn.calls) == 0 {
		return nil
	}
	n := &spillNeeds{flow: flow, fn: fn, temps: map[int][]int{}, calls: map[int]*spillCall{}, later: map[int]bitset{}}
	n.varOf = slices.Repeat([]int{-1}, len(fn.locals))
	for local, t := range fn.locals {
		if spillable(t) && flow.isPointer[fn.local+value(local)] {
			n.track(uint32(local), t)
		}
	}
	waiting := n.nameWaiting()
	if len(n.vars) == 0 {
		return nil
	}
	n.dataflow = dataflow{code: fn.code, shape: shapeOf(fn.code), size: len(n.vars)}
	for i, call := range fn.calls {
		c := &spillCall{waiting: newBitset(n.size), need: newBitset(n.size)}
		for _, v := range waiting[i] {
			c.waiting.add(v)
		}
		n.calls[call.pos] = c
	}
	n.findLive()
	for pos, c := range n.calls {
		if c.need.empty() {
			delete(n.calls, pos)
		}
	}
	if len(n.calls) == 0 {
		return nil
	}
	n.findLater()
	return n
}

// track makes a variable of a local.
func (n *spillNeeds) track(local uint32, t wasm.ValueType) int {
	v := len(n.vars)
	n.vars = append(n.vars, spillVar{local: local, typ: t})
	if int(local) < len(n.varOf) {
		n.varOf[local] = v
	}
	return v
}

// nameWaiting finds a variable for every pointer that waits on the operand stack during a call: the local it was
// read from, if that still has the value, or else a new one. It returns the variables for each call.
func (n *spillNeeds) nameWaiting() [][]int {
	sets := map[uint32][]int{} // by local, where it is set
	for pos := range n.fn.code {
		if in := &n.fn.code[pos]; in.Op == wasm.OpLocalSet || in.Op == wasm.OpLocalTee {
			sets[in.Index] = append(sets[in.Index], pos)
		}
	}
	temps := map[value]int{}
	waiting := make([][]int, len(n.fn.calls))
	for i, call := range n.fn.calls {
		for _, v := range call.waiting {
			if !spillable(n.flow.types[v]) || !n.flow.isPointer[v] {
				continue
			}
			waiting[i] = append(waiting[i], n.nameValue(v, call.pos, sets, temps))
		}
	}
	return waiting
}

func (n *spillNeeds) nameValue(v value, call int, sets map[uint32][]int, temps map[value]int) int {
	from := n.flow.origins[v]
	in := &n.fn.code[from.pos]
	if in.Op == wasm.OpLocalGet || in.Op == wasm.OpLocalTee {
		// All code that runs between the two lies between them: the value cannot wait for anything else.
		next, _ := slices.BinarySearch(sets[in.Index], int(from.pos)+1)
		if next == len(sets[in.Index]) || sets[in.Index][next] > call {
			if n.varOf[in.Index] < 0 {
				return n.track(in.Index, n.flow.types[v])
			}
			return n.varOf[in.Index]
		}
	}
	temp, ok := temps[v]
	if !ok {
		temp = n.track(uint32(len(n.fn.locals)), n.flow.types[v])
		n.fn.locals = append(n.fn.locals, n.flow.types[v])
		n.vars[temp].ordinal = int(from.ordinal)
		n.temps[int(from.pos)] = append(n.temps[int(from.pos)], temp)
		temps[v] = temp
	}
	return temp
}

// findLive finds what is needed after each call.
func (n *spillNeeds) findLive() {
	n.backward(
		func(pos int, live bitset) {
			n.forget(pos, live)
			if c := n.calls[pos]; c != nil {
				c.need.copy(live)
				c.need.union(c.waiting)
			}
		},
		func(pos int, live bitset) {
			in := &n.code[pos]
			if v := n.setBy(in); v >= 0 {
				live.remove(v)
			}
			if in.Op == wasm.OpLocalGet && n.varOf[in.Index] >= 0 {
				if got := n.fn.produced[pos]; got != noValue && n.flow.isPointer[got] {
					live.add(n.varOf[in.Index])
				}
			}
		})
}

// findLater finds what is going to be needed by calls before it is set.
func (n *spillNeeds) findLater() {
	n.backward(n.forget, func(pos int, later bitset) {
		if v := n.setBy(&n.code[pos]); v >= 0 {
			later.remove(v)
		}
		c := n.calls[pos]
		if c != nil {
			later.union(c.need)
		}
		if c != nil || n.code[pos].Op == wasm.OpLoop {
			n.later[pos] = later.clone()
		}
	})
}

// setBy returns the variable that an instruction sets, or -1.
func (n *spillNeeds) setBy(in *wasm.Instruction) int {
	if in.Op == wasm.OpLocalSet || in.Op == wasm.OpLocalTee {
		return n.varOf[in.Index]
	}
	return -1
}

// forget removes what an instruction leaves on the operand stack: it was not there before.
func (n *spillNeeds) forget(pos int, set bitset) {
	for _, v := range n.temps[pos] {
		set.remove(v)
	}
}
