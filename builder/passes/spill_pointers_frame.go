package passes

import (
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// spillFrame rewrites the code of one function.
type spillFrame struct {
	*spillSlots
	spilling *spilling
	pointer  uint32 // the local that holds the address of the frame
	body     wasm.Expr
	depth    int // open blocks of the input
}

// function spills in the function with that position in the function section, where necessary.
func (s *spilling) function(flow *valueFlow, i int) {
	fn := &flow.funcs[i]
	given := localCount(s.in, &s.in.Functions[i])
	needs := findNeeds(flow, fn)
	if needs == nil {
		return
	}
	f := &spillFrame{spillSlots: assignSlots(needs), spilling: s}
	f.pointer = f.scratch(wasm.I32)
	f.open(s.out.Types[s.out.Functions[i].Type].Results)
	for pos := range fn.code {
		f.instruction(pos)
	}
	out := &s.out.Functions[i]
	out.Body = f.body
	out.Locals = append([]wasm.Locals(nil), out.Locals...)
	for _, t := range fn.locals[given:] {
		if last := len(out.Locals) - 1; last >= 0 && out.Locals[last].Type == t {
			out.Locals[last].Count++
			continue
		}
		out.Locals = append(out.Locals, wasm.Locals{Count: 1, Type: t})
	}
	s.spilled++
	s.calls += len(f.calls)
	for _, sharing := range f.sharing {
		if sharing != nil {
			s.values++
		}
	}
}

// scratch adds a local.
func (f *spillFrame) scratch(t wasm.ValueType) uint32 {
	f.fn.locals = append(f.fn.locals, t)
	return uint32(len(f.fn.locals) - 1)
}

func (f *spillFrame) emit(list ...wasm.Instruction) {
	for i := range list {
		f.body = wasm.AppendInstruction(f.body, &list[i])
	}
}

// open makes the frame and opens the block that everything leaves by.
func (f *spillFrame) open(results []wasm.ValueType) {
	f.emit(
		wasm.Instruction{Op: wasm.OpGlobalGet, Index: f.spilling.stackPointer},
		wasm.I32Const(int32(f.frame)),
		wasm.Instruction{Op: wasm.OpI32Sub},
		wasm.Instruction{Op: wasm.OpLocalTee, Index: f.pointer},
		wasm.Instruction{Op: wasm.OpGlobalSet, Index: f.spilling.stackPointer})
	block := wasm.BlockEmpty
	switch len(results) {
	case 0:
	case 1:
		block = wasm.BlockOf(results[0])
	default:
		block = wasm.BlockIndex(f.spilling.out.AddType(wasm.FuncType{Results: results}))
	}
	f.emit(wasm.Instruction{Op: wasm.OpBlock, Block: block})
}

// close drops the frame.
func (f *spillFrame) close() {
	f.emit(
		wasm.Instruction{Op: wasm.OpLocalGet, Index: f.pointer},
		wasm.I32Const(int32(f.frame)),
		wasm.Instruction{Op: wasm.OpI32Add},
		wasm.Instruction{Op: wasm.OpGlobalSet, Index: f.spilling.stackPointer})
}

func (f *spillFrame) instruction(pos int) {
	for v := range f.stores[pos].all() {
		f.store(v)
	}
	in := f.code[pos]
	switch {
	case in.Op == wasm.OpReturn:
		f.emit(wasm.Instruction{Op: wasm.OpBr, Index: uint32(f.depth)})
		return
	case in.Op == wasm.OpReturnCall || in.Op == wasm.OpReturnCallIndirect:
		f.close()
	case in.Op.OpensBlock():
		f.depth++
	case in.Op == wasm.OpEnd:
		if f.depth--; f.depth < 0 {
			f.emit(in)
			f.close()
		}
	}
	f.emit(in)
	f.keep(pos)
}

// store copies a variable to its place.
func (f *spillFrame) store(v int) {
	store := wasm.Instruction{Op: wasm.OpI32Store, Align: 2, Value: uint64(f.offset[v])}
	switch f.vars[v].typ {
	case wasm.I64:
		store.Op, store.Align = wasm.OpI64Store, 3
	case wasm.V128:
		store.Op, store.Align = wasm.OpV128Store, 4
	}
	f.emit(
		wasm.Instruction{Op: wasm.OpLocalGet, Index: f.pointer},
		wasm.Instruction{Op: wasm.OpLocalGet, Index: f.vars[v].local},
		store)
}

// keep copies what an instruction left on the operand stack to new locals. What lies above the lowest of them has
// to make way for a moment.
func (f *spillFrame) keep(pos int) {
	temps := f.temps[pos]
	if len(temps) == 0 {
		return
	}
	first := f.fn.produced[pos]
	top := f.results(pos) - 1
	locals := make([]uint32, top+1)
	lowest := top
	for _, v := range temps {
		locals[f.vars[v].ordinal] = f.vars[v].local
		lowest = min(lowest, f.vars[v].ordinal)
	}
	for i := lowest; i <= top; i++ {
		if locals[i] == 0 && !f.takes(temps, i) {
			locals[i] = f.scratch(f.flow.types[first+value(i)])
		}
	}
	for i := top; i > lowest; i-- {
		f.emit(wasm.Instruction{Op: wasm.OpLocalSet, Index: locals[i]})
	}
	f.emit(wasm.Instruction{Op: wasm.OpLocalTee, Index: locals[lowest]})
	for i := lowest + 1; i <= top; i++ {
		f.emit(wasm.Instruction{Op: wasm.OpLocalGet, Index: locals[i]})
	}
}

// takes reports whether one of the variables takes that result.
func (f *spillFrame) takes(temps []int, ordinal int) bool {
	for _, v := range temps {
		if f.vars[v].ordinal == ordinal {
			return true
		}
	}
	return false
}

// results returns how many values an instruction left.
func (f *spillFrame) results(pos int) int {
	first, n := f.fn.produced[pos], 0
	for int(first)+n < len(f.flow.types) && f.flow.origins[first+value(n)] == (origin{int32(pos), int32(n)}) {
		n++
	}
	return n
}
