package passes

import (
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// bodyLowering rewrites the code of one function.
type bodyLowering struct {
	*lowering
	results []wasm.ValueType // of the function
	code    []wasm.Instruction
	plan    bodyPlan
	stack   *operandStack // nil unless the code asks for the type of an operand
	// scratch is the local that throw_ref keeps its operand in; usesScratch tells whether it is needed.
	scratch     uint32
	usesScratch bool

	body    wasm.Expr      // the output
	blocks  []loweredBlock // open blocks of the input, innermost last; the first is the function
	height  int            // open labels in the output
	tries   int            // try_tables met so far
	changed bool
}

// loweredBlock is an open block of the input. Labels are counted from the outside, the function's being 0: that
// way they do not change as blocks open and close inside.
type loweredBlock struct {
	label   int          // where branches to the block go
	handler int          // where exceptions go, or noHandler
	catches []wasm.Catch // of a try_table with a handler
}

const noHandler = -1

// function lowers the function with that position in the function section.
func (l *lowering) function(i int) error {
	f := &l.out.Functions[i]
	code, err := f.Body.Instructions()
	if err != nil {
		return err
	}
	b := &bodyLowering{
		lowering: l,
		results:  l.out.Types[f.Type].Results,
		code:     code,
		plan:     l.planBody(code),
		scratch:  localCount(l.in, f),
	}
	for i := range code {
		if code[i].Op == wasm.OpRefIsNull {
			b.stack = newOperandStack(l.in, &l.spaces, f)
		}
	}
	b.open(noHandler, nil)
	if b.unwindBlock() {
		b.emit(wasm.Instruction{Op: wasm.OpBlock, Block: wasm.BlockEmpty})
		b.height++
	}
	for i := range code {
		if err := b.instruction(i); err != nil {
			return err
		}
	}
	if b.lowerLocals(f); b.changed {
		f.Body = b.body
	}
	return nil
}

// lowerLocals replaces exnref among the locals and adds the one for throw_ref.
func (b *bodyLowering) lowerLocals(f *wasm.Function) {
	list := append([]wasm.Locals(nil), f.Locals...)
	for i := range list {
		list[i].Type = lowerType(list[i].Type)
	}
	if b.usesScratch {
		list = append(list, wasm.Locals{Count: 1, Type: wasm.I64})
	}
	f.Locals = list
}

// unwindBlock reports whether the body needs a block of its own for exceptions that leave the function. When it
// has no results its own label will do.
func (b *bodyLowering) unwindBlock() bool { return b.plan.unwinds && len(b.results) > 0 }

// open enters a block of the input whose label is the next in the output.
func (b *bodyLowering) open(handler int, catches []wasm.Catch) {
	b.blocks = append(b.blocks, loweredBlock{label: b.height, handler: handler, catches: catches})
	b.height++
}

// emit writes instructions.
func (b *bodyLowering) emit(list ...wasm.Instruction) {
	for i := range list {
		b.body = wasm.AppendInstruction(b.body, &list[i])
	}
}

// replace writes instructions that differ from those of the input.
func (b *bodyLowering) replace(list ...wasm.Instruction) {
	b.changed = true
	b.emit(list...)
}

// depth returns the branch depth of a label here.
func (b *bodyLowering) depth(label int) uint32 { return uint32(b.height - 1 - label) }

// branch returns the new depth for a branch of the input.
func (b *bodyLowering) branch(depth uint32) uint32 {
	return b.depth(b.blocks[len(b.blocks)-1-int(depth)].label)
}

// target returns the depth of where an exception goes from here: the innermost handler, or out of the function.
func (b *bodyLowering) target() uint32 {
	for i := len(b.blocks) - 1; i >= 0; i-- {
		if h := b.blocks[i].handler; h != noHandler {
			return b.depth(h)
		}
	}
	if b.unwindBlock() {
		return b.depth(1)
	}
	return b.depth(0)
}

// instruction lowers the instruction at that position of the input.
func (b *bodyLowering) instruction(i int) error {
	in := b.code[i]
	switch in.Op {
	case wasm.OpBlock, wasm.OpLoop, wasm.OpIf:
		in.Block = b.blockType(in.Block)
		b.emit(in)
		b.open(noHandler, nil)
	case wasm.OpTryTable:
		b.tryTable(in)
	case wasm.OpEnd:
		if err := b.end(); err != nil {
			return err
		}
	case wasm.OpBr, wasm.OpBrIf, wasm.OpBrTable:
		b.branches(in)
	case wasm.OpThrow:
		b.throw(in.Index)
	case wasm.OpThrowRef:
		b.throwRef()
	case wasm.OpRefNull, wasm.OpRefIsNull, wasm.OpSelectT:
		b.references(in)
	default:
		b.emit(in)
		if b.plan.checks[i] {
			b.check()
		}
	}
	if b.stack != nil {
		b.stack.step(&b.code[i])
	}
	return nil
}

// blockType replaces exnref as the type of a block; a type index stays what it is.
func (b *bodyLowering) blockType(t wasm.BlockType) wasm.BlockType {
	if v, ok := t.ValueType(); ok && v == wasm.ExnRef {
		b.changed = true
		return wasm.BlockOf(wasm.I64)
	}
	return t
}

// tryTable opens a block for the try_table and, if an exception can get there, one in it for the handler.
func (b *bodyLowering) tryTable(in wasm.Instruction) {
	b.replace(wasm.Instruction{Op: wasm.OpBlock, Block: b.blockType(in.Block)})
	handled := b.plan.handlers[b.tries]
	b.tries++
	if !handled {
		b.open(noHandler, nil)
		return
	}
	b.open(b.height+1, in.Lists.Catches)
	inner := wasm.BlockEmpty
	if params := lowerTypes(b.in.BlockFuncType(in.Block).Params); len(params) > 0 {
		inner = wasm.BlockIndex(b.out.AddType(wasm.FuncType{Params: params}))
	}
	b.emit(wasm.Instruction{Op: wasm.OpBlock, Block: inner})
	b.height++
}

// end closes the innermost block. Behind a body that can throw comes its handler, where the operand stack is as
// it was before the try_table, its parameters taken off.
func (b *bodyLowering) end() error {
	closed := b.blocks[len(b.blocks)-1]
	b.blocks = b.blocks[:len(b.blocks)-1]
	switch {
	case len(b.blocks) == 0 && b.unwindBlock():
		b.replace(wasm.Instruction{Op: wasm.OpReturn}, wasm.Instruction{Op: wasm.OpEnd})
		for _, t := range b.results {
			b.emit(wasm.Zero(t))
		}
	case closed.handler != noHandler:
		b.emit(wasm.Instruction{Op: wasm.OpBr, Index: b.depth(closed.label)}, wasm.Instruction{Op: wasm.OpEnd})
		b.height--
		if err := b.handler(closed.catches); err != nil {
			return err
		}
	}
	b.emit(wasm.Instruction{Op: wasm.OpEnd})
	b.height--
	return nil
}

// branches adapts branch depths to the labels that are new.
func (b *bodyLowering) branches(in wasm.Instruction) {
	in.Index = b.branch(in.Index)
	if in.Op == wasm.OpBrTable {
		for i, depth := range in.Lists.Labels {
			in.Lists.Labels[i] = b.branch(depth)
		}
	}
	b.emit(in)
}

// references replaces instructions on exnref.
func (b *bodyLowering) references(in wasm.Instruction) {
	switch {
	case in.Op == wasm.OpRefNull && in.Lists.Types[0] == wasm.ExnRef:
		b.replace(wasm.I64Const(0))
	case in.Op == wasm.OpRefIsNull && b.stack.top() == wasm.ExnRef:
		b.replace(wasm.Instruction{Op: wasm.OpI64Eqz})
	case in.Op == wasm.OpSelectT && slices.Contains(in.Lists.Types, wasm.ExnRef):
		b.replace(wasm.Instruction{Op: wasm.OpSelect})
	default:
		b.emit(in)
	}
}
