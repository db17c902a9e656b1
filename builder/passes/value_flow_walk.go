package passes

import (
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// flowWalk goes once through the code of a function, with the operand stack as values. It passes over code that no
// branch can reach since it follows one that is always taken: nothing happens there.
type flowWalk struct {
	*valueFlow
	fn        *functionFlow
	watch     func(*wasm.Instruction) bool
	constants map[value]uint32 // i32.const
	pos       int
	stack     []value
	blocks    []flowBlock // open blocks, innermost last; the first is the function
	dead      int         // blocks open in code that cannot be reached, the one where that begins included; 0: none
}

// flowBlock is an open block.
type flowBlock struct {
	op      wasm.Opcode
	base    int     // height of the stack below the parameters
	params  []value // as they were on entry
	results []value
	label   []value // what a branch to it sets: results, or the parameters of a loop
}

func (w *flowWalk) function(t wasm.FuncType) {
	for i := range w.fn.produced {
		w.fn.produced[i] = noValue
	}
	results := valuesFrom(w.fn.result, len(t.Results))
	w.blocks = []flowBlock{{op: wasm.OpBlock, results: results, label: results}}
	for w.pos = range w.fn.code {
		in := &w.fn.code[w.pos]
		if w.dead > 0 && !w.revive(in) {
			continue
		}
		w.step(in)
	}
}

// revive looks for the end of code that cannot be reached, and reports whether in is to be looked at.
func (w *flowWalk) revive(in *wasm.Instruction) bool {
	switch {
	case in.Op.OpensBlock():
		w.dead++
	case in.Op == wasm.OpElse && w.dead == 1:
		return true
	case in.Op == wasm.OpEnd:
		if w.dead > 1 {
			w.dead--
			return false
		}
		return true
	}
	return false
}

// valuesFrom lists n values with consecutive numbers.
func valuesFrom(first value, n int) []value {
	list := make([]value, n)
	for i := range list {
		list[i] = first + value(i)
	}
	return list
}

func (w *flowWalk) pop(n int) []value {
	rest := len(w.stack) - n
	popped := slices.Clone(w.stack[rest:])
	w.stack = w.stack[:rest]
	return popped
}

// produce makes the results of the instruction in hand and pushes them.
func (w *flowWalk) produce(types ...wasm.ValueType) []value {
	if len(types) == 0 {
		return nil
	}
	list := valuesFrom(w.add(origin{pos: int32(w.pos)}, types...), len(types))
	w.fn.produced[w.pos] = list[0]
	w.stack = append(w.stack, list...)
	return list
}

// flow connects values one by one.
func (w *flowWalk) flow(from, to []value) {
	for i := range to {
		w.edges = append(w.edges, flowEdge{from[i], to[i]})
	}
}

// branch connects what lies on top of the stack to what a label takes, which stays on the stack.
func (w *flowWalk) branch(depth uint32) {
	label := w.blocks[len(w.blocks)-1-int(depth)].label
	w.flow(w.stack[len(w.stack)-len(label):], label)
}

func (w *flowWalk) step(in *wasm.Instruction) {
	switch in.Op {
	case wasm.OpBlock, wasm.OpLoop, wasm.OpIf:
		w.open(in)
	case wasm.OpElse:
		w.otherArm()
	case wasm.OpEnd:
		w.close()
	case wasm.OpBr:
		w.branch(in.Index)
		w.dead = 1
	case wasm.OpBrIf:
		w.pop(1)
		w.branch(in.Index)
	case wasm.OpBrTable:
		w.pop(1)
		for _, label := range in.Lists.Labels {
			w.branch(label)
		}
		w.branch(in.Index)
		w.dead = 1
	case wasm.OpReturn:
		w.branch(uint32(len(w.blocks) - 1))
		w.dead = 1
	case wasm.OpUnreachable:
		w.dead = 1
	case wasm.OpCall, wasm.OpCallIndirect, wasm.OpReturnCall, wasm.OpReturnCallIndirect:
		w.call(in)
	default:
		w.plain(in)
	}
}

func (w *flowWalk) open(in *wasm.Instruction) {
	t := w.m.BlockFuncType(in.Block)
	if in.Op == wasm.OpIf {
		w.pop(1)
	}
	params := w.pop(len(t.Params))
	b := flowBlock{op: in.Op, base: len(w.stack), params: params}
	if in.Op == wasm.OpLoop {
		b.label = w.produce(t.Params...)
		w.flow(params, b.label)
	} else {
		w.stack = append(w.stack, params...)
	}
	b.results = valuesFrom(w.add(origin{}, t.Results...), len(t.Results))
	if in.Op != wasm.OpLoop {
		b.label = b.results
	}
	w.blocks = append(w.blocks, b)
}

// leave connects what the code of the innermost block leaves to the block's results, if it gets there.
func (w *flowWalk) leave() *flowBlock {
	b := &w.blocks[len(w.blocks)-1]
	if w.dead == 0 {
		w.flow(w.stack[len(w.stack)-len(b.results):], b.results)
	}
	w.dead = 0
	w.stack = w.stack[:b.base]
	return b
}

func (w *flowWalk) otherArm() {
	b := w.leave()
	b.op = wasm.OpElse
	w.stack = append(w.stack, b.params...)
}

func (w *flowWalk) close() {
	b := w.leave()
	if b.op == wasm.OpIf { // without else: the parameters are the results
		w.flow(b.params, b.results)
	}
	if len(w.blocks) > 1 {
		for i, v := range b.results {
			w.origins[v] = origin{int32(w.pos), int32(i)}
		}
		if len(b.results) > 0 {
			w.fn.produced[w.pos] = b.results[0]
		}
	}
	w.stack = append(w.stack, b.results...)
	w.blocks = w.blocks[:len(w.blocks)-1]
}

// call connects arguments to parameters and results to results.
func (w *flowWalk) call(in *wasm.Instruction) {
	var t wasm.FuncType
	callee := -1 // position of a function that the module defines
	if in.Op == wasm.OpCall || in.Op == wasm.OpReturnCall {
		t, callee = w.m.Types[w.spaces.funcs[in.Index]], int(in.Index)-w.spaces.imported
	} else {
		t = w.m.Types[in.Index]
		w.pop(1)
	}
	args := w.pop(len(t.Params))
	if w.watch(in) {
		w.fn.calls = append(w.fn.calls, waitingCall{w.pos, slices.Clone(w.stack)})
	}
	results := w.produce(t.Results...)
	w.fn.activation.unknown(results)
	if callee >= 0 {
		w.flow(args, valuesFrom(w.funcs[callee].local, len(args)))
		w.flow(valuesFrom(w.funcs[callee].result, len(results)), results)
	} else {
		w.sinks = append(w.sinks, args...)
		w.sources = append(w.sources, results...)
	}
	if in.Op == wasm.OpReturnCall || in.Op == wasm.OpReturnCallIndirect {
		w.branch(uint32(len(w.blocks) - 1))
		w.dead = 1
	}
}
