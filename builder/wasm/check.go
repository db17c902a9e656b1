package wasm

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm/internal/leb128"
)

// Spaces holds the size of each index space, to tell whether an index in code is in range.
type Spaces struct {
	Types, Funcs, Tables, Memories, Globals, Tags, Elements, Data int
	Locals                                                        int // of the function, parameters included
}

// Checker tells whether code is well-formed: every opcode known, every immediate complete, blocks
// nested properly, every index and branch depth in range. It does not look at operand types: that is
// validation, which is left to an engine.
//
// A Checker keeps its working memory between calls; the zero value is ready for use.
type Checker struct {
	d     decoder
	open  []Opcode // what each enclosing block was opened by; the function's body counts as a block
	where int      // offset of the instruction in hand
}

// Body checks the body of a function, which must fill b. Offsets in errors count from base.
func (c *Checker) Body(b []byte, base int, spaces *Spaces) error {
	c.start(b, base)
	for len(c.open) > 0 {
		var in Instruction
		c.where = c.d.r.Offset()
		if err := c.d.next(&in); err != nil {
			return err
		}
		if err := c.instruction(&in, spaces); err != nil {
			return fmt.Errorf("at offset %#x: %v: %w", c.where, in.Op, err)
		}
	}
	if left := c.d.r.Left(); left > 0 {
		return c.d.r.Errorf("end of the code expected after the last end, %d more bytes found", left)
	}
	return nil
}

// ConstExpr checks the constant expression that b begins with and returns its length in bytes.
// Offsets in errors count from base.
func (c *Checker) ConstExpr(b []byte, base int, spaces *Spaces) (int, error) {
	c.start(b, base)
	for len(c.open) > 0 {
		var in Instruction
		c.where = c.d.r.Offset()
		if err := c.d.next(&in); err != nil {
			return 0, err
		}
		if err := constInstruction(in.Op); err != nil {
			return 0, fmt.Errorf("at offset %#x: %w", c.where, err)
		}
		if err := c.instruction(&in, spaces); err != nil {
			return 0, fmt.Errorf("at offset %#x: %v: %w", c.where, in.Op, err)
		}
	}
	return c.d.r.Pos(), nil
}

func (c *Checker) start(b []byte, base int) {
	c.d.r = leb128.NewReader(b, base)
	c.open = append(c.open[:0], OpBlock)
}

// constInstruction refuses what may not stand in a constant expression.
func constInstruction(op Opcode) error {
	switch op {
	case OpI32Const, OpI64Const, OpF32Const, OpF64Const, OpV128Const, OpRefNull, OpRefFunc, OpGlobalGet, OpEnd:
		return nil
	case OpI32Add, OpI32Sub, OpI32Mul, OpI64Add, OpI64Sub, OpI64Mul:
		return &UnsupportedError{Proposal: "extended-const", What: fmt.Sprintf("%v in a constant expression", op)}
	}
	return fmt.Errorf("constant instruction expected, %v found", op)
}

// instruction checks nesting and indices.
func (c *Checker) instruction(in *Instruction, s *Spaces) error {
	if err := c.indices(in, s); err != nil {
		return err
	}
	switch {
	case in.Op.OpensBlock():
		c.open = append(c.open, in.Op)
	case in.Op == OpElse:
		if c.open[len(c.open)-1] != OpIf {
			return fmt.Errorf("no if is open here")
		}
		c.open[len(c.open)-1] = OpElse
	case in.Op == OpEnd:
		c.open = c.open[:len(c.open)-1]
	}
	return nil
}

func (c *Checker) indices(in *Instruction, s *Spaces) error {
	switch in.Op.Immediate() {
	case ImmBlock, ImmTry:
		return c.block(in, s)
	case ImmLabel:
		return inRange("branch depth", in.Index, len(c.open))
	case ImmLabels:
		for _, label := range in.Lists.Labels {
			if err := inRange("branch depth", label, len(c.open)); err != nil {
				return err
			}
		}
		return inRange("branch depth", in.Index, len(c.open))
	case ImmFunc:
		return inRange("function index", in.Index, s.Funcs)
	case ImmTypeTable:
		return both(inRange("type index", in.Index, s.Types), inRange("table index", in.Index2, s.Tables))
	case ImmTag:
		return inRange("tag index", in.Index, s.Tags)
	case ImmLocal:
		return inRange("local index", in.Index, s.Locals)
	case ImmGlobal:
		return inRange("global index", in.Index, s.Globals)
	case ImmTable:
		return inRange("table index", in.Index, s.Tables)
	case ImmTableTable:
		return both(inRange("table index", in.Index, s.Tables), inRange("table index", in.Index2, s.Tables))
	case ImmElem:
		return inRange("element segment index", in.Index, s.Elements)
	case ImmElemTable:
		return both(inRange("element segment index", in.Index, s.Elements), inRange("table index", in.Index2, s.Tables))
	case ImmData:
		return inRange("data segment index", in.Index, s.Data)
	case ImmDataZero:
		return both(inRange("data segment index", in.Index, s.Data), inRange("memory index", 0, s.Memories))
	case ImmZero, ImmZeroZero, ImmMemory, ImmMemoryLane:
		return inRange("memory index", 0, s.Memories)
	}
	return nil
}

func (c *Checker) block(in *Instruction, s *Spaces) error {
	if index, ok := in.Block.TypeIndex(); ok {
		if err := inRange("type index", index, s.Types); err != nil {
			return err
		}
	}
	if in.Lists == nil {
		return nil
	}
	for _, clause := range in.Lists.Catches {
		if clause.Kind.HasTag() {
			if err := inRange("tag index", clause.Tag, s.Tags); err != nil {
				return err
			}
		}
		if err := inRange("branch depth", clause.Label, len(c.open)); err != nil {
			return err
		}
	}
	return nil
}

func inRange(what string, index uint32, size int) error {
	if int64(index) >= int64(size) {
		return fmt.Errorf("%s below %d expected, %d found", what, size, index)
	}
	return nil
}

func both(a, b error) error {
	if a != nil {
		return a
	}
	return b
}
