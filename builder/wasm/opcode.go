package wasm

import (
	"fmt"
	"strings"
)

// Opcode identifies an instruction: the byte of the binary format, or for the prefixes 0xFC and 0xFD the
// prefix in the high byte and the number after it in the low one, so that memory.copy is 0xFC0A.
// There is a constant Op... for each, named after the text format.
type Opcode uint16

// Immediate says what follows an opcode, and with that which fields of an Instruction count.
type Immediate byte

// The shapes of immediates.
const (
	ImmNone       Immediate = iota
	ImmBlock                // Block
	ImmTry                  // Block, Lists.Catches
	ImmLabel                // Index: branch depth
	ImmLabels               // Lists.Labels, Index: default branch depth
	ImmFunc                 // Index: function
	ImmTypeTable            // Index: type, Index2: table
	ImmTag                  // Index: tag
	ImmLocal                // Index: local
	ImmGlobal               // Index: global
	ImmTable                // Index: table
	ImmTableTable           // Index: destination table, Index2: source table
	ImmElem                 // Index: element segment
	ImmElemTable            // Index: element segment, Index2: table
	ImmData                 // Index: data segment
	ImmDataZero             // Index: data segment; a zero byte for the memory
	ImmZero                 // a zero byte for the memory
	ImmZeroZero             // two zero bytes for the memories
	ImmMemory               // Align, Value: offset
	ImmMemoryLane           // Align, Value: offset, Lane
	ImmLane                 // Lane
	ImmI32                  // Value
	ImmI64                  // Value
	ImmF32                  // Value: bits
	ImmF64                  // Value: bits
	ImmV128                 // Value, High: bits
	ImmShuffle              // Value, High: one lane number a byte, lowest first
	ImmRefType              // Lists.Types, one
	ImmTypes                // Lists.Types
)

// opcodeInfo is what the table knows about one opcode.
type opcodeInfo struct {
	name      string
	operands  string
	immediate Immediate
	feature   Features
}

// opcodes holds the table unrolled: 0x00-0xFF, then 0xFC00-0xFCFF, then 0xFD00-0xFDFF. An entry
// without a name is not an instruction we know.
var opcodes = unroll(opcodeRows)

// opcodesByName finds an opcode by its unique name, for ParseOpcode.
var opcodesByName = func() map[string]Opcode {
	m := make(map[string]Opcode)
	for _, op := range Opcodes() {
		m[op.Name()] = op
	}
	return m
}()

func unroll(rows []opcodeRow) (table [3 * 256]opcodeInfo) {
	for _, row := range rows {
		op := row.first
		for _, name := range strings.Fields(row.names) {
			if row.prefix != "" {
				name = row.prefix + "." + name
			}
			table[op.slot()] = opcodeInfo{name, row.operands, row.immediate, row.feature}
			op++
		}
	}
	return table
}

// slot returns the index of op in opcodes. An opcode with any other prefix shares the slot of
// 0x06 (legacy try), which is not an instruction we know.
func (op Opcode) slot() int {
	switch op >> 8 {
	case 0:
		return int(op)
	case 0xFC:
		return 256 + int(op&0xFF)
	case 0xFD:
		return 512 + int(op&0xFF)
	}
	return 0x06
}

// Opcodes returns every opcode there is, in ascending order.
func Opcodes() []Opcode {
	var ops []Opcode
	for slot := range opcodes {
		if opcodes[slot].name != "" {
			ops = append(ops, [...]Opcode{0, 0xFC00, 0xFD00}[slot/256]|Opcode(slot%256))
		}
	}
	return ops
}

// ParseOpcode finds an opcode by its name in the text format; "select" is the form without types.
func ParseOpcode(name string) (Opcode, bool) {
	op, ok := opcodesByName[name]
	return op, ok
}

// Name returns the name in the text format, such as "i32.add". The two forms of select, which share a
// name there, are "select" and "select_t". It is empty when there is no such instruction.
func (op Opcode) Name() string { return opcodes[op.slot()].name }

// String returns Name, or the number of an opcode that has none.
func (op Opcode) String() string {
	if name := op.Name(); name != "" {
		return name
	}
	return fmt.Sprintf("opcode %#x", uint16(op))
}

// Immediate returns the shape of what follows the opcode.
func (op Opcode) Immediate() Immediate { return opcodes[op.slot()].immediate }

// Feature returns the proposal that brought the instruction, or 0 for those of the first version.
func (op Opcode) Feature() Features { return opcodes[op.slot()].feature }

// OpensBlock reports whether a matching end belongs to the instruction: block, loop, if, try_table.
func (op Opcode) OpensBlock() bool {
	imm := op.Immediate()
	return imm == ImmBlock || imm == ImmTry
}

// operandTypes names the letters of opcodeRow.operands.
var operandTypes = map[byte]ValueType{'i': I32, 'l': I64, 'f': F32, 'd': F64, 'v': V128}

// Signature returns the types that an instruction takes (last one on top of the stack) and leaves. It
// returns false when they depend on immediates or on what is on the stack, as for call or select.
func (op Opcode) Signature() (FuncType, bool) {
	params, results, fixed := strings.Cut(opcodes[op.slot()].operands, ":")
	if !fixed {
		return FuncType{}, false
	}
	var t FuncType
	for i := range params {
		t.Params = append(t.Params, operandTypes[params[i]])
	}
	for i := range results {
		t.Results = append(t.Results, operandTypes[results[i]])
	}
	return t, true
}

// NaturalAlign returns the base-2 logarithm of the number of bytes that a memory instruction
// transfers. A larger alignment is not valid.
func (op Opcode) NaturalAlign() byte {
	prefix, rest, _ := strings.Cut(op.Name(), ".")
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "load"), "store")
	for _, w := range []struct {
		mark  string
		align byte
	}{{"8x8", 3}, {"16x4", 3}, {"32x2", 3}, {"8", 0}, {"16", 1}, {"32", 2}, {"64", 3}} {
		if strings.HasPrefix(rest, w.mark) {
			return w.align
		}
	}
	return map[string]byte{"i32": 2, "f32": 2, "i64": 3, "f64": 3, "v128": 4}[prefix]
}

// unknownOpcode explains an opcode that is not in the table, as far as its number tells.
func unknownOpcode(op Opcode) error {
	what := fmt.Sprintf("opcode %#02x", uint16(op))
	switch {
	case op == 0x06 || op == 0x07 || op == 0x09 || op == 0x18 || op == 0x19:
		return &UnsupportedError{Proposal: "legacy exception handling (try/catch)", What: what}
	case op == 0x14 || op == 0x15 || op == 0xD3 || op == 0xD4 || op == 0xD5 || op == 0xD6:
		return &UnsupportedError{Proposal: "function references or gc", What: what}
	case op >= 0xE0 && op <= 0xE5:
		return &UnsupportedError{Proposal: "stack switching", What: what}
	case op == 0xFB:
		return &UnsupportedError{Proposal: "gc", What: what}
	case op == 0xFE:
		return &UnsupportedError{Proposal: "threads", What: what}
	case op >= 0xFC13 && op <= 0xFC16:
		return &UnsupportedError{Proposal: "wide arithmetic", What: what}
	}
	return fmt.Errorf("unknown %s", what)
}
