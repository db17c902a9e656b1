package wasm

import "fmt"

// Module is a WebAssembly module: one field a section, in the order of the binary format.
//
// Functions, tables, memories, globals and tags each have an index space of their own. An index space
// begins with the imports of that kind, in import order, and goes on with what the module defines. So
// with two imported functions, function index 3 is Functions[1]. Types, element segments and data
// segments cannot be imported: their index is their position in the slice.
//
// A Module from the decoder has every index in range, well-formed bodies and consistent counts. It
// shares memory with the decoder's input (bodies, data segments, custom sections), and copies of a
// Module share with each other: treat all slices as read-only and replace them instead of writing
// into them. Clone makes the copy that a pass starts from.
type Module struct {
	Types   []FuncType
	Imports []Import
	// Functions holds the function section and the code section, which the format keeps apart.
	Functions []Function
	Tables    []TableType
	Memories  []MemoryType
	Tags      []Tag
	Globals   []Global
	Exports   []Export
	// Start is the index of the function to run at instantiation, or nil.
	Start    *uint32
	Elements []ElementSegment
	Data     []DataSegment
	// HasDataCount says that a data count section stands before the code. Its value is always
	// len(Data). memory.init and data.drop need it.
	HasDataCount bool
	// Customs holds the custom sections in file order.
	Customs []Custom
}

// Import is something the module needs from outside. Which of the type fields counts depends on Kind.
type Import struct {
	Module string
	Name   string
	Kind   ExternKind
	Func   uint32 // ExternFunc: type index
	Tag    Tag
	Table  TableType
	Memory MemoryType
	Global GlobalType
}

// Function is a function the module defines.
type Function struct {
	Type   uint32 // type index
	Locals []Locals
	Body   Expr
}

// Locals declares Count locals of one type. The local index space of a function begins with its
// parameters.
type Locals struct {
	Count uint32
	Type  ValueType
}

// MaxLocals is the most locals a function may have, parameters included. Engines agree on this limit,
// which keeps a few bytes of input from asking for gigabytes.
//
// See https://webassembly.github.io/spec/js-api/#limits
const MaxLocals = 50_000

// Tag is an exception tag; the parameters of its type are what an exception carries.
type Tag struct {
	Type uint32 // type index
}

// Global is a global the module defines.
type Global struct {
	Type GlobalType
	Init Expr // constant expression
}

// Export gives a name to a member of an index space.
type Export struct {
	Name  string
	Kind  ExternKind
	Index uint32
}

// SegmentMode says when a segment is copied.
type SegmentMode byte

// The modes of element and data segments.
const (
	Active      SegmentMode = iota // copied at instantiation, to Offset
	Passive                        // copied by table.init or memory.init
	Declarative                    // elements only: never copied, allows ref.func of its members
)

// ElementSegment holds references for a table. The binary format has eight encodings for it; the
// encoder picks the shortest that fits.
type ElementSegment struct {
	Mode   SegmentMode
	Type   ValueType // reference type of the elements
	Table  uint32    // Active: table index
	Offset Expr      // Active: constant expression
	// The elements are either function indices (then Type is FuncRef) or constant expressions. Exprs
	// counts when it is not nil.
	Funcs []uint32
	Exprs []Expr
}

// DataSegment holds bytes for a memory.
type DataSegment struct {
	Mode   SegmentMode // Active or Passive
	Memory uint32      // Active: memory index
	Offset Expr        // Active: constant expression
	Bytes  []byte
}

// SectionID is the number the binary format gives to a section.
type SectionID byte

// The sections. The order in a file is not quite that of the numbers: see SectionOrder.
const (
	SectionCustom    SectionID = 0
	SectionType      SectionID = 1
	SectionImport    SectionID = 2
	SectionFunction  SectionID = 3
	SectionTable     SectionID = 4
	SectionMemory    SectionID = 5
	SectionGlobal    SectionID = 6
	SectionExport    SectionID = 7
	SectionStart     SectionID = 8
	SectionElement   SectionID = 9
	SectionCode      SectionID = 10
	SectionData      SectionID = 11
	SectionDataCount SectionID = 12
	SectionTag       SectionID = 13
)

// SectionOrder is the order in which sections stand in a file. Custom sections stand anywhere.
var SectionOrder = []SectionID{
	SectionType, SectionImport, SectionFunction, SectionTable, SectionMemory, SectionTag, SectionGlobal,
	SectionExport, SectionStart, SectionElement, SectionDataCount, SectionCode, SectionData,
}

// String returns the name that the specification gives to the section, such as "data count".
func (id SectionID) String() string {
	names := [...]string{"custom", "type", "import", "function", "table", "memory", "global", "export",
		"start", "element", "code", "data", "data count", "tag"}
	if int(id) < len(names) {
		return names[id]
	}
	return fmt.Sprintf("unknown (id %d)", byte(id))
}

// Custom is a custom section.
type Custom struct {
	Name  string
	Bytes []byte
	// After is the section this one follows in the file; SectionCustom (0) when it precedes them all.
	After SectionID
}

// Clone returns a copy whose slices may be appended to and whose elements may be replaced without any
// effect on m. What the elements refer to (bodies, bytes, type lists) is still shared.
func (m *Module) Clone() *Module {
	c := *m
	c.Types = clone(m.Types)
	c.Imports = clone(m.Imports)
	c.Functions = clone(m.Functions)
	c.Tables = clone(m.Tables)
	c.Memories = clone(m.Memories)
	c.Tags = clone(m.Tags)
	c.Globals = clone(m.Globals)
	c.Exports = clone(m.Exports)
	c.Elements = clone(m.Elements)
	c.Data = clone(m.Data)
	c.Customs = clone(m.Customs)
	if m.Start != nil {
		start := *m.Start
		c.Start = &start
	}
	return &c
}

func clone[T any](s []T) []T { return append([]T(nil), s...) }

// ImportCount returns how many imports of a kind there are, which is also the index of the first
// member of that kind which the module defines itself.
func (m *Module) ImportCount(kind ExternKind) int {
	n := 0
	for i := range m.Imports {
		if m.Imports[i].Kind == kind {
			n++
		}
	}
	return n
}

// FuncTypeIndices returns the type index of every function, imported ones first: the function index
// space.
func (m *Module) FuncTypeIndices() []uint32 {
	types := make([]uint32, 0, len(m.Imports)+len(m.Functions))
	for i := range m.Imports {
		if m.Imports[i].Kind == ExternFunc {
			types = append(types, m.Imports[i].Func)
		}
	}
	for i := range m.Functions {
		types = append(types, m.Functions[i].Type)
	}
	return types
}

// GlobalTypes returns the type of every global, imported ones first: the global index space.
func (m *Module) GlobalTypes() []GlobalType {
	var types []GlobalType
	for i := range m.Imports {
		if m.Imports[i].Kind == ExternGlobal {
			types = append(types, m.Imports[i].Global)
		}
	}
	for i := range m.Globals {
		types = append(types, m.Globals[i].Type)
	}
	return types
}

// TableTypes returns the type of every table, imported ones first: the table index space.
func (m *Module) TableTypes() []TableType {
	var types []TableType
	for i := range m.Imports {
		if m.Imports[i].Kind == ExternTable {
			types = append(types, m.Imports[i].Table)
		}
	}
	return append(types, m.Tables...)
}

// TagTypes returns the type of every tag, imported ones first: the tag index space.
func (m *Module) TagTypes() []FuncType {
	var types []FuncType
	for i := range m.Imports {
		if m.Imports[i].Kind == ExternTag {
			types = append(types, m.Types[m.Imports[i].Tag.Type])
		}
	}
	for i := range m.Tags {
		types = append(types, m.Types[m.Tags[i].Type])
	}
	return types
}

// AddType returns the index of a type equal to t, appending it to m.Types when there is none.
func (m *Module) AddType(t FuncType) uint32 {
	for i := range m.Types {
		if m.Types[i].Equal(t) {
			return uint32(i)
		}
	}
	m.Types = append(m.Types, t)
	return uint32(len(m.Types) - 1)
}
