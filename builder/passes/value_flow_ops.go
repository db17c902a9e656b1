package passes

import "github.com/seed-3f7e3123/mpwasm/builder/wasm"

// smallMask is the end of the addresses that no pointer that matters is below, so that a value masked with less is
// not a pointer: the first page holds the shadow stack or static data.
const smallMask = 1 << 16

// plain deals with instructions that neither branch nor call.
func (w *flowWalk) plain(in *wasm.Instruction) {
	switch in.Op {
	case wasm.OpLocalGet:
		local := w.fn.local + value(in.Index)
		w.flow([]value{local}, w.produce(w.types[local]))
	case wasm.OpLocalSet, wasm.OpLocalTee:
		local := w.fn.local + value(in.Index)
		v := w.pop(1)
		w.flow(v, []value{local})
		if in.Op == wasm.OpLocalTee {
			w.flow(v, w.produce(w.types[local]))
		}
	case wasm.OpGlobalGet:
		w.global(in)
	case wasm.OpGlobalSet:
		w.sinks = append(w.sinks, w.pop(1)...)
	case wasm.OpSelect, wasm.OpSelectT:
		w.pop(1)
		arms := w.pop(2)
		result := w.produce(w.types[arms[0]])
		w.flow(arms[:1], result)
		w.flow(arms[1:], result)
	case wasm.OpDrop:
		w.pop(1)
	case wasm.OpI32Const:
		w.constants[w.produce(wasm.I32)[0]] = uint32(in.Value)
	default:
		if t, fixed := in.Op.Signature(); fixed {
			w.fixed(in.Op, t)
			return
		}
		w.reference(in)
	}
}

// global reads a global.
func (w *flowWalk) global(in *wasm.Instruction) {
	v := w.produce(w.spaces.globals[in.Index].Type)
	w.fn.activation.unknown(v)
	if in.Index != w.stackPointer {
		w.sources = append(w.sources, v...)
	}
}

// reference deals with instructions on references and tables, through which no number passes but indices.
func (w *flowWalk) reference(in *wasm.Instruction) {
	switch in.Op {
	case wasm.OpRefNull:
		w.produce(in.Lists.Types[0])
	case wasm.OpRefFunc:
		w.produce(wasm.FuncRef)
	case wasm.OpRefIsNull:
		w.pop(1)
		w.produce(wasm.I32)
	case wasm.OpTableGet:
		w.pop(1)
		w.produce(w.spaces.tables[in.Index].Elem)
	case wasm.OpTableSet:
		w.pop(2)
	case wasm.OpTableGrow:
		w.pop(2)
		w.produce(wasm.I32)
	case wasm.OpTableFill:
		w.pop(3)
	}
}

// fixed deals with the instructions whose types are always the same.
func (w *flowWalk) fixed(op wasm.Opcode, t wasm.FuncType) {
	operands := w.pop(len(t.Params))
	results := w.produce(t.Results...)
	if w.fn.activation != nil && (op == wasm.OpI32Load || op == wasm.OpI32Store) {
		w.sinks = append(w.sinks, operands...)
		datum := append(operands[1:], results...)[0]
		w.fn.activation.access(w.pos, operands[0], datum)
		return
	}
	switch passing := w.passing(op, operands); {
	case passing == passesUnknown:
		w.sinks = append(w.sinks, operands...)
		w.sources = append(w.sources, results...)
		w.fn.activation.unknown(results)
	case passing == passesAddress:
		w.sinks = append(w.sinks, operands[0])
	case passing == passesFirst:
		w.flow(operands[:1], results)
	case passing == passesBoth:
		w.flow(operands[:1], results)
		w.flow(operands[1:], results)
	}
}

// passing is what becomes of pointers among the operands of an instruction.
type passing int

const (
	passesUnknown passing = iota // operands are needed, results come from somewhere
	passesNone                   // results are no pointers, operands are not used as such
	passesAddress                // the same, but the first operand is an address
	passesFirst                  // the first operand gets to the result
	passesBoth                   // either operand does
)

// passing classifies an instruction. What is not listed may do anything.
func (w *flowWalk) passing(op wasm.Opcode, operands []value) passing {
	switch {
	case op >= wasm.OpI32Load8S && op <= wasm.OpI64Load16U:
		return passesAddress
	case op == wasm.OpI32Store8 || op == wasm.OpI32Store16 || op == wasm.OpI64Store8 || op == wasm.OpI64Store16:
		return passesAddress
	case op == wasm.OpI32Add || op == wasm.OpI32Or || op == wasm.OpI32Xor ||
		op == wasm.OpI64Add || op == wasm.OpI64And || op == wasm.OpI64Or || op == wasm.OpI64Xor:
		return passesBoth
	case op == wasm.OpI32And:
		if w.small(operands[0]) || w.small(operands[1]) {
			return passesNone
		}
		return passesBoth
	case op == wasm.OpI32Sub || op == wasm.OpI64Sub || op >= wasm.OpI64Shl && op <= wasm.OpI64Rotr ||
		op == wasm.OpI32WrapI64 || op == wasm.OpI64ExtendI32S || op == wasm.OpI64ExtendI32U:
		return passesFirst
	case op == wasm.OpMemorySize || op == wasm.OpMemoryGrow || op == wasm.OpTableSize || op == wasm.OpNop,
		op >= wasm.OpI32Const && op <= wasm.OpF64Const,
		op >= wasm.OpI32Eqz && op <= wasm.OpF64PromoteF32, // comparisons, arithmetic, conversions
		op >= wasm.OpI32Extend8S && op <= wasm.OpI64Extend16S:
		return passesNone
	}
	return passesUnknown
}

// small reports whether a value is a constant below smallMask.
func (w *flowWalk) small(v value) bool {
	c, ok := w.constants[v]
	return ok && c < smallMask
}
