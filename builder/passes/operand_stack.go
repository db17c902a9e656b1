package passes

import "github.com/seed-3f7e3123/mpwasm/builder/wasm"

// unknownType is the type of an operand in code that cannot be reached, where any would do.
const unknownType wasm.ValueType = 0

// operandStack follows the types of operands through the instructions of a function, which must be valid. (On
// code that is not valid the types are wrong, but nothing worse happens.)
//
// See https://webassembly.github.io/spec/core/appendix/algorithm.html
type operandStack struct {
	m      *wasm.Module
	spaces *spaces
	locals []wasm.ValueType
	stack  []wasm.ValueType
	blocks []operandBlock // open blocks, innermost last; the first is the function itself
}

// operandBlock is an open block.
type operandBlock struct {
	typ  wasm.FuncType
	base int // height of the stack below the block's parameters
}

func newOperandStack(m *wasm.Module, s *spaces, f *wasm.Function) *operandStack {
	return &operandStack{
		m: m, spaces: s, locals: localTypes(m, f),
		blocks: []operandBlock{{typ: m.Types[f.Type]}},
	}
}

// top returns the type of the operand on top of the stack.
func (s *operandStack) top() wasm.ValueType {
	if len(s.blocks) == 0 || len(s.stack) <= s.blocks[len(s.blocks)-1].base {
		return unknownType
	}
	return s.stack[len(s.stack)-1]
}

func (s *operandStack) push(types ...wasm.ValueType) { s.stack = append(s.stack, types...) }

// pop removes n operands and returns the lowest of them. Below what an unreachable block has pushed, there are
// as many of unknown type as anybody asks for.
func (s *operandStack) pop(n int) (t wasm.ValueType) {
	for range n {
		if t = s.top(); len(s.blocks) > 0 && len(s.stack) > s.blocks[len(s.blocks)-1].base {
			s.stack = s.stack[:len(s.stack)-1]
		}
	}
	return t
}

// reset drops the operands of the innermost block: they are not there when its end is reached by a branch, and
// cannot be told apart from any others when its end is not reached at all.
func (s *operandStack) reset() { s.stack = s.stack[:s.blocks[len(s.blocks)-1].base] }

func (s *operandStack) apply(t wasm.FuncType) {
	s.pop(len(t.Params))
	s.push(t.Results...)
}

// step takes the effect of an instruction into account.
func (s *operandStack) step(in *wasm.Instruction) {
	if len(s.blocks) == 0 {
		return // behind the end of the function
	}
	if t, fixed := in.Op.Signature(); fixed {
		s.apply(t)
		return
	}
	switch in.Op {
	case wasm.OpBlock, wasm.OpLoop, wasm.OpTryTable, wasm.OpIf, wasm.OpElse, wasm.OpEnd:
		s.block(in)
	case wasm.OpUnreachable, wasm.OpBr, wasm.OpBrTable, wasm.OpReturn, wasm.OpThrow, wasm.OpThrowRef,
		wasm.OpReturnCall, wasm.OpReturnCallIndirect:
		s.reset()
	case wasm.OpBrIf, wasm.OpDrop, wasm.OpLocalSet, wasm.OpGlobalSet:
		s.pop(1)
	case wasm.OpCall:
		s.apply(s.m.Types[s.spaces.funcs[in.Index]])
	case wasm.OpCallIndirect:
		s.pop(1)
		s.apply(s.m.Types[in.Index])
	case wasm.OpSelect:
		s.pop(1)
		a, b := s.pop(1), s.pop(1)
		s.push(max(a, b)) // the known one, if only one is
	case wasm.OpSelectT:
		s.pop(3)
		s.push(in.Lists.Types...)
	case wasm.OpLocalGet:
		s.push(s.locals[in.Index])
	case wasm.OpLocalTee:
		s.pop(1)
		s.push(s.locals[in.Index])
	case wasm.OpGlobalGet:
		s.push(s.spaces.globals[in.Index].Type)
	default:
		s.reference(in)
	}
}

// block opens or closes a block, or goes on to its other arm.
func (s *operandStack) block(in *wasm.Instruction) {
	switch in.Op {
	case wasm.OpElse:
		s.reset()
		s.push(s.blocks[len(s.blocks)-1].typ.Params...)
		return
	case wasm.OpEnd:
		s.reset()
		closed := s.blocks[len(s.blocks)-1]
		s.blocks = s.blocks[:len(s.blocks)-1]
		s.push(closed.typ.Results...)
		return
	case wasm.OpIf:
		s.pop(1)
	}
	t := s.m.BlockFuncType(in.Block)
	s.pop(len(t.Params))
	s.blocks = append(s.blocks, operandBlock{typ: t, base: len(s.stack)})
	s.push(t.Params...)
}

// reference deals with references and tables.
func (s *operandStack) reference(in *wasm.Instruction) {
	switch in.Op {
	case wasm.OpRefNull:
		s.push(in.Lists.Types[0])
	case wasm.OpRefFunc:
		s.push(wasm.FuncRef)
	case wasm.OpRefIsNull:
		s.pop(1)
		s.push(wasm.I32)
	case wasm.OpTableGet:
		s.pop(1)
		s.push(s.spaces.tables[in.Index].Elem)
	case wasm.OpTableSet:
		s.pop(2)
	case wasm.OpTableGrow:
		s.pop(2)
		s.push(wasm.I32)
	case wasm.OpTableFill:
		s.pop(3)
	}
}
