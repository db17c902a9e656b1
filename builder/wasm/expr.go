package wasm

import (
	"encoding/binary"
	"fmt"
	"iter"
	"math"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm/internal/leb128"
)

// Expr is a sequence of instructions in the encoding of the binary format, the end that closes it
// included: the body of a function, or a constant expression. It is decoded only on demand, which
// keeps a module about as small in memory as its file.
type Expr []byte

// Instructions decodes the expression, its last end included.
func (e Expr) Instructions() ([]Instruction, error) {
	n := 0
	for _, err := range e.All() {
		if err != nil {
			return nil, err
		}
		n++
	}
	list := make([]Instruction, 0, n)
	for in, err := range e.All() {
		if err != nil {
			return nil, err
		}
		if in.Lists != nil {
			in.Lists = &Lists{
				Labels:  clone(in.Lists.Labels),
				Catches: clone(in.Lists.Catches),
				Types:   clone(in.Lists.Types),
			}
		}
		list = append(list, in)
	}
	return list, nil
}

// All iterates over the instructions without keeping them: Lists is overwritten by the next step. An
// error ends the iteration.
func (e Expr) All() iter.Seq2[Instruction, error] {
	return func(yield func(Instruction, error) bool) {
		d := decoder{r: leb128.NewReader(e, 0)}
		for d.r.Left() > 0 {
			var in Instruction
			err := d.next(&in)
			if !yield(in, err) || err != nil {
				return
			}
		}
	}
}

// Encode returns the expression made of a list of instructions, which must include the last end.
func Encode(list []Instruction) Expr {
	var e Expr
	for i := range list {
		e = AppendInstruction(e, &list[i])
	}
	return e
}

// ConstExpr returns the constant expression of one instruction.
func ConstExpr(in Instruction) Expr { return Encode([]Instruction{in, {Op: OpEnd}}) }

// decoder reads instructions one by one.
type decoder struct {
	r     leb128.Reader
	lists Lists // reused by every instruction that has some
}

// next reads an instruction into in, which must be zero. in.Lists is valid until the next call.
func (d *decoder) next(in *Instruction) error {
	at := d.r.Offset()
	b, err := d.r.Byte()
	if err != nil {
		return err
	}
	in.Op = Opcode(b)
	if b == 0xFC || b == 0xFD {
		sub, err := d.r.Uint32()
		if err != nil {
			return err
		}
		if sub > 0xFF {
			if b == 0xFD {
				return &UnsupportedError{Proposal: "relaxed SIMD", What: fmt.Sprintf("opcode 0xfd %#x", sub)}
			}
			return fmt.Errorf("at offset %#x: unknown opcode %#x %#x", at, b, sub)
		}
		in.Op = Opcode(b)<<8 | Opcode(sub)
	}
	if opcodes[in.Op.slot()].name == "" {
		return fmt.Errorf("at offset %#x: %w", at, unknownOpcode(in.Op))
	}
	if err := d.immediates(in); err != nil {
		return fmt.Errorf("reading the immediates of %v: %w", in.Op, err)
	}
	return nil
}

// immediates reads what follows the opcode.
func (d *decoder) immediates(in *Instruction) (err error) {
	switch imm := in.Op.Immediate(); imm {
	case ImmNone:
	case ImmBlock:
		in.Block, err = d.blockType()
	case ImmTry:
		if in.Block, err = d.blockType(); err == nil {
			err = d.catches(in)
		}
	case ImmLabels:
		err = d.labels(in)
	case ImmTypes, ImmRefType:
		err = d.types(in, imm)
	case ImmTypeTable, ImmTableTable, ImmElemTable:
		if in.Index, err = d.r.Uint32(); err == nil {
			in.Index2, err = d.r.Uint32()
		}
	case ImmDataZero:
		if in.Index, err = d.r.Uint32(); err == nil {
			err = d.zeroBytes(1)
		}
	case ImmZero:
		err = d.zeroBytes(1)
	case ImmZeroZero:
		err = d.zeroBytes(2)
	case ImmMemory, ImmMemoryLane:
		if err = d.memArg(in); err == nil && imm == ImmMemoryLane {
			in.Lane, err = d.r.Byte()
		}
	case ImmLane:
		in.Lane, err = d.r.Byte()
	case ImmI32, ImmI64, ImmF32, ImmF64, ImmV128, ImmShuffle:
		err = d.constant(in, imm)
	default: // the kinds with one index
		in.Index, err = d.r.Uint32()
	}
	return err
}

func (d *decoder) constant(in *Instruction, imm Immediate) error {
	var b []byte
	var err error
	switch imm {
	case ImmI32:
		v, err := d.r.Int32()
		in.Value = uint64(uint32(v))
		return err
	case ImmI64:
		v, err := d.r.Int64()
		in.Value = uint64(v)
		return err
	case ImmF32:
		if b, err = d.r.Bytes(4); err == nil {
			in.Value = uint64(binary.LittleEndian.Uint32(b))
		}
	case ImmF64:
		if b, err = d.r.Bytes(8); err == nil {
			in.Value = binary.LittleEndian.Uint64(b)
		}
	default:
		if b, err = d.r.Bytes(16); err == nil {
			in.Value, in.High = binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])
		}
	}
	return err
}

func (d *decoder) blockType() (BlockType, error) {
	if b, ok := d.r.Peek(); ok && b >= 0x40 && b < 0x80 { // one byte, negative: not a type index
		_, err := d.r.Byte()
		if err != nil || b == 0x40 {
			return BlockEmpty, err
		}
		t, err := ParseValueType(b)
		return BlockOf(t), err
	}
	index, err := d.r.Int33()
	if err != nil {
		return 0, err
	}
	if index < 0 || index > math.MaxInt32 {
		return 0, d.r.Errorf("block type expected, %d found", index)
	}
	return BlockType(index), nil
}

func (d *decoder) catches(in *Instruction) error {
	n, err := d.r.Count(2)
	if err != nil {
		return err
	}
	in.Lists = &d.lists
	d.lists.Catches = d.lists.Catches[:0]
	for range n {
		kind, err := d.r.Byte()
		if err != nil {
			return err
		}
		if kind > byte(CatchAllRef) {
			return d.r.Errorf("kind of catch clause (0 to 3) expected, %#x found", kind)
		}
		c := Catch{Kind: CatchKind(kind)}
		if c.Kind.HasTag() {
			if c.Tag, err = d.r.Uint32(); err != nil {
				return err
			}
		}
		if c.Label, err = d.r.Uint32(); err != nil {
			return err
		}
		d.lists.Catches = append(d.lists.Catches, c)
	}
	return nil
}

func (d *decoder) labels(in *Instruction) error {
	n, err := d.r.Count(1)
	if err != nil {
		return err
	}
	in.Lists = &d.lists
	d.lists.Labels = d.lists.Labels[:0]
	for range n {
		label, err := d.r.Uint32()
		if err != nil {
			return err
		}
		d.lists.Labels = append(d.lists.Labels, label)
	}
	in.Index, err = d.r.Uint32()
	return err
}

func (d *decoder) types(in *Instruction, imm Immediate) error {
	n := 1
	if imm == ImmTypes {
		var err error
		if n, err = d.r.Count(1); err != nil {
			return err
		}
	}
	in.Lists = &d.lists
	d.lists.Types = d.lists.Types[:0]
	for range n {
		b, err := d.r.Byte()
		if err != nil {
			return err
		}
		t, err := ParseValueType(b)
		if err != nil {
			return err
		}
		if imm == ImmRefType && !t.IsReference() {
			return d.r.Errorf("reference type expected, %v found", t)
		}
		d.lists.Types = append(d.lists.Types, t)
	}
	return nil
}

func (d *decoder) memArg(in *Instruction) error {
	align, err := d.r.Uint32()
	if err != nil {
		return err
	}
	if align >= 0x40 && align < 0x80 { // bit 6 announces a memory index
		return &UnsupportedError{Proposal: "multi-memory", What: "a memory index"}
	}
	if align >= 32 {
		return d.r.Errorf("base-2 logarithm of an alignment expected, %d found", align)
	}
	in.Align = byte(align)
	offset, err := d.r.Uint32()
	in.Value = uint64(offset)
	return err
}

func (d *decoder) zeroBytes(n int) error {
	for range n {
		b, err := d.r.Byte()
		if err != nil {
			return err
		}
		if b != 0 {
			return &UnsupportedError{Proposal: "multi-memory", What: fmt.Sprintf("memory index %d", b)}
		}
	}
	return nil
}
