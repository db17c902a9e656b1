package wasm

import "math"

// Instruction is one decoded instruction. Which fields count depends on Op.Immediate(); the others
// are zero.
type Instruction struct {
	Op     Opcode
	Lane   byte      // lane of a vector
	Align  byte      // base-2 logarithm of the alignment
	Index  uint32    // into the index space, or the labels, that Op refers to
	Index2 uint32    // second index
	Block  BlockType // type of the block that Op opens
	Value  uint64    // constant (low half for v128, zero-extended when narrower) or memory offset
	High   uint64    // high half of a v128 constant
	Lists  *Lists    // nil unless the immediates include a list
}

// Lists holds the immediates of variable length.
type Lists struct {
	Labels  []uint32    // br_table: branch depths, without the default
	Catches []Catch     // try_table
	Types   []ValueType // select_t, ref.null (one)
}

// Catch is a catch clause of a try_table. Label counts outward from the block around the try_table:
// the try_table itself has no number here.
type Catch struct {
	Kind  CatchKind
	Tag   uint32 // CatchTag and CatchTagRef
	Label uint32
}

// CatchKind is the kind of a catch clause, in the byte the binary format gives it.
type CatchKind byte

// The kinds of catch clauses. The Ref kinds also hand over the exception itself, as an exnref.
const (
	CatchTag    CatchKind = 0
	CatchTagRef CatchKind = 1
	CatchAll    CatchKind = 2
	CatchAllRef CatchKind = 3
)

// HasTag reports whether the clause is for one tag.
func (k CatchKind) HasTag() bool { return k == CatchTag || k == CatchTagRef }

// HasRef reports whether the clause hands over an exnref.
func (k CatchKind) HasRef() bool { return k == CatchTagRef || k == CatchAllRef }

// String returns the keyword of the text format.
func (k CatchKind) String() string {
	return [...]string{"catch", "catch_ref", "catch_all", "catch_all_ref"}[k&3]
}

// BlockType is the type of a block as the binary format has it: BlockEmpty, a value type that the
// block leaves, or the index of a function type.
type BlockType int32

// BlockEmpty is the type of a block that takes and leaves nothing.
const BlockEmpty BlockType = -64

// BlockOf returns the type of a block that takes nothing and leaves one value.
func BlockOf(t ValueType) BlockType { return BlockType(int8(t<<1) >> 1) }

// BlockIndex returns the type of a block that has the function type of that index.
func BlockIndex(typeIndex uint32) BlockType { return BlockType(typeIndex) }

// ValueType returns the type of the one value the block leaves, when the block type is of that form.
func (b BlockType) ValueType() (ValueType, bool) {
	return ValueType(b & 0x7F), b < 0 && b != BlockEmpty
}

// TypeIndex returns the type index, when the block type is of that form.
func (b BlockType) TypeIndex() (uint32, bool) { return uint32(b), b >= 0 }

// BlockFuncType returns what a block of type b takes and leaves.
func (m *Module) BlockFuncType(b BlockType) FuncType {
	if index, ok := b.TypeIndex(); ok {
		return m.Types[index]
	}
	if t, ok := b.ValueType(); ok {
		return FuncType{Results: []ValueType{t}}
	}
	return FuncType{}
}

// I32Const returns i32.const v.
func I32Const(v int32) Instruction { return Instruction{Op: OpI32Const, Value: uint64(uint32(v))} }

// I64Const returns i64.const v.
func I64Const(v int64) Instruction { return Instruction{Op: OpI64Const, Value: uint64(v)} }

// F32Const returns f32.const v, NaN bits kept.
func F32Const(v float32) Instruction {
	return Instruction{Op: OpF32Const, Value: uint64(math.Float32bits(v))}
}

// F64Const returns f64.const v, NaN bits kept.
func F64Const(v float64) Instruction { return Instruction{Op: OpF64Const, Value: math.Float64bits(v)} }

// RefNull returns ref.null for a reference type.
func RefNull(t ValueType) Instruction {
	return Instruction{Op: OpRefNull, Lists: &Lists{Types: []ValueType{t}}}
}

// Zero returns the instruction that pushes the zero or null value of a type.
func Zero(t ValueType) Instruction {
	switch t {
	case I64:
		return I64Const(0)
	case F32:
		return F32Const(0)
	case F64:
		return F64Const(0)
	case V128:
		return Instruction{Op: OpV128Const}
	case FuncRef, ExternRef, ExnRef:
		return RefNull(t)
	}
	return I32Const(0)
}
