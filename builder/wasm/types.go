package wasm

import (
	"fmt"
	"slices"
	"strings"
)

// ValueType is the type of a value, in the byte the binary format gives it.
//
// See https://webassembly.github.io/spec/core/binary/types.html
type ValueType byte

// The value types of core 2.0 and of the exception handling proposal.
const (
	I32       ValueType = 0x7F
	I64       ValueType = 0x7E
	F32       ValueType = 0x7D
	F64       ValueType = 0x7C
	V128      ValueType = 0x7B
	FuncRef   ValueType = 0x70
	ExternRef ValueType = 0x6F
	ExnRef    ValueType = 0x69 // feature exception-handling
)

// valueTypeNames holds the names of the text format.
var valueTypeNames = map[ValueType]string{
	I32: "i32", I64: "i64", F32: "f32", F64: "f64", V128: "v128",
	FuncRef: "funcref", ExternRef: "externref", ExnRef: "exnref",
}

// heapTypeNames holds the names that ref.null takes in the text format.
var heapTypeNames = map[ValueType]string{FuncRef: "func", ExternRef: "extern", ExnRef: "exn"}

// String returns the name of the text format, such as "i32".
func (t ValueType) String() string {
	if name, ok := valueTypeNames[t]; ok {
		return name
	}
	return fmt.Sprintf("value type %#x", byte(t))
}

// IsReference reports whether t is funcref, externref or exnref.
func (t ValueType) IsReference() bool { return t == FuncRef || t == ExternRef || t == ExnRef }

// HeapTypeName returns what ref.null t is followed by in the text format ("func" for funcref), or
// false when t is not a reference type.
func (t ValueType) HeapTypeName() (string, bool) {
	name, ok := heapTypeNames[t]
	return name, ok
}

// ParseValueType returns the type that the byte b stands for. An unknown byte is an error; when it
// belongs to a proposal that this package does not support the error is an *UnsupportedError.
func ParseValueType(b byte) (ValueType, error) {
	t := ValueType(b)
	if _, ok := valueTypeNames[t]; ok {
		return t, nil
	}
	switch {
	case b >= 0x63 && b <= 0x74:
		return 0, &UnsupportedError{Proposal: "gc", What: fmt.Sprintf("reference type %#x", b)}
	case b == 0x78 || b == 0x77:
		return 0, &UnsupportedError{Proposal: "gc", What: fmt.Sprintf("packed type %#x", b)}
	}
	return 0, fmt.Errorf("value type expected, byte %#x found", b)
}

// FuncType is the type of a function or of a tag: what it takes and what it returns. A tag has no
// results.
type FuncType struct {
	Params  []ValueType
	Results []ValueType
}

// Equal reports whether two types are the same, as call_indirect compares them.
func (t FuncType) Equal(u FuncType) bool {
	return slices.Equal(t.Params, u.Params) && slices.Equal(t.Results, u.Results)
}

// Key returns a string that two types share exactly when they are Equal, for use in maps.
func (t FuncType) Key() string {
	var b strings.Builder
	for _, p := range t.Params {
		b.WriteByte(byte(p))
	}
	b.WriteByte(0)
	for _, r := range t.Results {
		b.WriteByte(byte(r))
	}
	return b.String()
}

// String returns the type in the notation of the specification: "[i32 i64] -> [f32]".
func (t FuncType) String() string {
	return fmt.Sprintf("%v -> %v", t.Params, t.Results)
}

// Limits bound the size of a table (in elements) or of a memory (in pages of 64 KiB).
type Limits struct {
	Min    uint32
	Max    uint32 // only when HasMax
	HasMax bool
}

// TableType is the type of a table: a reference type and limits in elements.
type TableType struct {
	Elem   ValueType
	Limits Limits
}

// MemoryType is the type of a memory: limits in pages of 64 KiB.
type MemoryType struct {
	Limits Limits
}

// GlobalType is the type of a global.
type GlobalType struct {
	Type    ValueType
	Mutable bool
}

// ExternKind says which index space an import or an export belongs to, in the byte the binary format
// gives it.
type ExternKind byte

// The kinds of imports and exports.
const (
	ExternFunc   ExternKind = 0
	ExternTable  ExternKind = 1
	ExternMemory ExternKind = 2
	ExternGlobal ExternKind = 3
	ExternTag    ExternKind = 4 // feature exception-handling
)

// String returns the keyword of the text format: func, table, memory, global or tag.
func (k ExternKind) String() string {
	names := [...]string{"func", "table", "memory", "global", "tag"}
	if int(k) < len(names) {
		return names[k]
	}
	return fmt.Sprintf("extern kind %#x", byte(k))
}
