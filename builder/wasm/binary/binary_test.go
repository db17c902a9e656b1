package binary_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

const header = "\x00asm\x01\x00\x00\x00"

// section returns a section with its header; all sizes in these tests are below 128.
func section(id byte, contents string) string {
	return string([]byte{id, byte(len(contents))}) + contents
}

// Sections that many cases begin with.
var (
	voidType   = section(1, "\x01\x60\x00\x00") // one type: [] -> []
	oneFunc    = section(3, "\x01\x00")         // one function of type 0
	oneTable   = section(4, "\x01\x70\x00\x00") // one table of funcref
	oneMemory  = section(5, "\x01\x00\x00")     // one memory
	emptyBody  = "\x02\x00\x0b"                 // a code entry: size, no locals, end
	oneBody    = section(10, "\x01"+emptyBody)  // code of one function
	oneFuncDef = header + voidType + oneFunc    // up to the code section
	withBody   = func(body string) string { return codeWith("\x00" + body) }
	codeWith   = func(entry string) string {
		return oneFuncDef + section(10, "\x01"+string([]byte{byte(len(entry))})+entry)
	}
)

// TestElementForms decodes the eight encodings of an element segment and writes each in its shortest form.
func TestElementForms(t *testing.T) {
	pre := header + voidType + oneFunc + section(4, "\x02\x70\x00\x00\x70\x00\x00")
	offset := wasm.ConstExpr(wasm.I32Const(1))
	refFunc := wasm.ConstExpr(wasm.Instruction{Op: wasm.OpRefFunc})
	funcs, exprs := []uint32{0}, []wasm.Expr{refFunc}
	for _, c := range []struct {
		name    string
		in      string
		want    wasm.ElementSegment
		shorter string // when Encode writes another form
	}{
		{"0 active, functions", "\x00\x41\x01\x0b\x01\x00", wasm.ElementSegment{Offset: offset, Funcs: funcs}, ""},
		{"1 passive, functions", "\x01\x00\x01\x00", wasm.ElementSegment{Mode: wasm.Passive, Funcs: funcs}, ""},
		{"2 active with table, functions", "\x02\x01\x41\x01\x0b\x00\x01\x00",
			wasm.ElementSegment{Table: 1, Offset: offset, Funcs: funcs}, ""},
		{"2 for table 0 is 0", "\x02\x00\x41\x01\x0b\x00\x01\x00",
			wasm.ElementSegment{Offset: offset, Funcs: funcs}, "\x00\x41\x01\x0b\x01\x00"},
		{"3 declarative, functions", "\x03\x00\x01\x00", wasm.ElementSegment{Mode: wasm.Declarative, Funcs: funcs}, ""},
		{"4 active, expressions", "\x04\x41\x01\x0b\x01\xd2\x00\x0b", wasm.ElementSegment{Offset: offset, Exprs: exprs}, ""},
		{"5 passive, expressions", "\x05\x70\x01\xd2\x00\x0b", wasm.ElementSegment{Mode: wasm.Passive, Exprs: exprs}, ""},
		{"6 active with table, expressions", "\x06\x01\x41\x01\x0b\x70\x01\xd2\x00\x0b",
			wasm.ElementSegment{Table: 1, Offset: offset, Exprs: exprs}, ""},
		{"6 with externref", "\x06\x00\x41\x01\x0b\x6f\x01\xd0\x6f\x0b", wasm.ElementSegment{Type: wasm.ExternRef,
			Offset: offset, Exprs: []wasm.Expr{wasm.ConstExpr(wasm.RefNull(wasm.ExternRef))}}, ""},
		{"7 declarative, expressions", "\x07\x70\x01\xd2\x00\x0b",
			wasm.ElementSegment{Mode: wasm.Declarative, Exprs: exprs}, ""},
		{"7 without elements", "\x07\x6f\x00",
			wasm.ElementSegment{Mode: wasm.Declarative, Type: wasm.ExternRef, Exprs: []wasm.Expr{}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := binary.Decode([]byte(pre + section(9, "\x01"+c.in) + oneBody))
			if err != nil {
				t.Fatal(err)
			}
			if c.want.Type == 0 {
				c.want.Type = wasm.FuncRef
			}
			if !reflect.DeepEqual(m.Elements[0], c.want) {
				t.Errorf("decoded %+v, want %+v", m.Elements[0], c.want)
			}
			if c.shorter == "" {
				c.shorter = c.in
			}
			if out := binary.Encode(m); !bytes.Contains(out, []byte(section(9, "\x01"+c.shorter))) {
				t.Errorf("encoded % x, want % x in it", out, c.shorter)
			}
		})
	}
}

func TestDataForms(t *testing.T) {
	offset := wasm.ConstExpr(wasm.I32Const(1))
	for _, c := range []struct {
		name    string
		in      string
		want    wasm.DataSegment
		shorter string
	}{
		{"0 active", "\x00\x41\x01\x0b\x01x", wasm.DataSegment{Offset: offset, Bytes: []byte("x")}, ""},
		{"1 passive", "\x01\x01x", wasm.DataSegment{Mode: wasm.Passive, Bytes: []byte("x")}, ""},
		{"2 for memory 0 is 0", "\x02\x00\x41\x01\x0b\x01x",
			wasm.DataSegment{Offset: offset, Bytes: []byte("x")}, "\x00\x41\x01\x0b\x01x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := binary.Decode([]byte(header + oneMemory + section(11, "\x01"+c.in)))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(m.Data[0], c.want) {
				t.Errorf("decoded %+v, want %+v", m.Data[0], c.want)
			}
			if c.shorter == "" {
				c.shorter = c.in
			}
			if out := binary.Encode(m); !bytes.HasSuffix(out, []byte(section(11, "\x01"+c.shorter))) {
				t.Errorf("encoded % x, want % x at its end", out, c.shorter)
			}
		})
	}
}

// TestCustomSections keeps them where they were, whatever stands around them.
func TestCustomSections(t *testing.T) {
	in := header +
		section(0, "\x01a") + section(0, "\x01bB") +
		voidType + section(0, "\x01c\x01\x02") + oneFunc + oneBody +
		section(0, "\x01d") + section(0, "\x01a")
	m, err := binary.Decode([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	want := []wasm.Custom{
		{Name: "a", Bytes: []byte{}, After: wasm.SectionCustom},
		{Name: "b", Bytes: []byte("B"), After: wasm.SectionCustom},
		{Name: "c", Bytes: []byte{1, 2}, After: wasm.SectionType},
		{Name: "d", Bytes: []byte{}, After: wasm.SectionCode},
		{Name: "a", Bytes: []byte{}, After: wasm.SectionCode},
	}
	if !reflect.DeepEqual(m.Customs, want) {
		t.Errorf("decoded %+v, want %+v", m.Customs, want)
	}
	if out := binary.Encode(m); string(out) != in {
		t.Errorf("encoded % x\nwant    % x", out, in)
	}
}

// TestPaddedIntegers accepts what linkers leave behind and writes it short, code excepted.
func TestPaddedIntegers(t *testing.T) {
	padded := "\x81\x80\x80\x80\x00"
	in := header + "\x01\x88\x80\x00" + padded + "\x60\x00\x00" + oneFunc + oneBody
	m, err := binary.Decode([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	if want := header + voidType + oneFunc + oneBody; string(binary.Encode(m)) != want {
		t.Errorf("encoded % x, want % x", binary.Encode(m), want)
	}
	m, err = binary.Decode([]byte(withBody("\x10\x80\x80\x80\x80\x00\x0b"))) // call 0
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(m.Functions[0].Body), "\x10\x80\x80\x80\x80\x00\x0b"; got != want {
		t.Errorf("body % x, want % x: bodies are kept as they are", got, want)
	}
}

// TestMalformed checks what is refused, and that the message says where and what.
func TestMalformed(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", "decoding module: a WebAssembly module begins with 00 61 73 6d 01 00 00 00, found"},
		{"magic", "\x7fELF\x01\x00\x00\x00", "found 7f 45 4c 46"},
		{"version", "\x00asm\x02\x00\x00\x00", "begins with"},
		{"component", "\x00asm\x0d\x00\x01\x00", "begins with"},
		{"section id", header + "\x0e\x00", "section id from 0 to 13 expected, 14 found"},
		{"section size missing", header + "\x01", "decoding type section: reading its size: at offset 0x9: unexpected EOF"},
		{"section cut", header + "\x01\x05\x01\x60", "decoding type section: at offset 0xa: 5 bytes expected, 2 left"},
		{"section too long", header + section(1, "\x00\x00"), "decoding type section: at offset 0xb: end of the section expected, 1 more bytes"},
		{"section twice", header + voidType + voidType, "a second type section"},
		{"section order", header + oneFunc, "decoding function section: function 0: at offset 0xc: type index below 0 expected, 0 found"},
		{"section misplaced", header + oneMemory + oneTable, "table section found after memory section"},
		{"tag section misplaced", header + voidType + section(6, "\x00") + section(13, "\x01\x00\x00"), "tag section found after global section"},
		{"custom section without name", header + "\x00\x00", "decoding custom section: reading its name"},
		{"type form", header + section(1, "\x01\x61\x00\x00"), "function type (0x60) expected, 0x61 found"},
		{"value type", header + section(1, "\x01\x60\x01\x01\x00"), "type 0: parameter 0: at offset 0xe: value type expected, byte 0x1 found"},
		{"import name", header + voidType + section(2, "\x01\x01\xff\x00\x00\x00"), "name is not valid UTF-8"},
		{"import kind", header + voidType + section(2, "\x01\x01m\x01n\x07\x00"), `import 0: "m"."n": at offset`},
		{"import type", header + section(2, "\x01\x01m\x01n\x00\x00"), "type index below 0 expected"},
		{"table type", header + section(4, "\x01\x7f\x00\x00"), "reference type expected, i32 found"},
		{"limits flags", header + section(5, "\x01\x10\x00"), "flags of limits (0 or 1) expected, 0x10 found"},
		{"mutability", header + section(6, "\x01\x7f\x02\x41\x00\x0b"), "mutability (0 or 1)"},
		{"global initialiser", header + section(6, "\x01\x7f\x00\x01\x0b"), "constant instruction expected, nop found"},
		{"global initialiser without end", header + section(6, "\x01\x7f\x00\x41\x00"), "unexpected EOF"},
		{"global after itself", header + section(6, "\x01\x7f\x00\x23\x00\x0b"), "global index below 0 expected, 0 found"},
		{"export kind", header + section(7, "\x01\x01x\x05\x00"), "kind of export (0 to 4) expected"},
		{"export index", header + section(7, "\x01\x01x\x02\x00"), "memory index below 0 expected"},
		{"start index", header + section(8, "\x00"), "decoding start section: at offset 0xb: function index below 0 expected"},
		{"element flags", header + oneTable + section(9, "\x01\x08\x00\x00"), "flags of an element segment (0 to 7) expected"},
		{"element without table", header + section(9, "\x01\x00\x41\x00\x0b\x00"), "a table for an active segment expected"},
		{"element function", header + oneTable + section(9, "\x01\x00\x41\x00\x0b\x01\x00"), "segment 0: element 0"},
		{"element kind", header + oneTable + section(9, "\x01\x01\x01\x00"), "kind of elements 0"},
		{"data flags", header + oneMemory + section(11, "\x01\x03\x00"), "flags of a data segment (0 to 2) expected"},
		{"data without memory", header + section(11, "\x01\x00\x41\x00\x0b\x00"), "a memory for an active segment expected"},
		{"data cut", header + oneMemory + section(11, "\x01\x01\x05x"), "5 bytes expected, 1 left"},
		{"data count", header + section(12, "\x01"), "the data count section says 1, the data section has 0 segments"},
		{"no code", oneFuncDef, "the function section declares 1 functions, the code section has 0"},
		{"code without function", header + voidType + oneBody, "0 functions expected, as the function section has, 1 found"},
		{"tag attribute", header + voidType + section(13, "\x01\x01\x00"), "tag attribute 0"},

		{"locals", codeWith("\x01\xd1\x86\x03\x7f\x0b"), "at most 50000 locals expected, 50001 found"},
		{"locals overflow", codeWith("\x02\xff\xff\xff\xff\x0f\x7f\xff\xff\xff\xff\x0f\x7f\x0b"), "at most 50000 locals"},
		{"body without end", withBody("\x01"), "decoding code section: function 0: at offset 0x18: unexpected EOF"},
		{"body with two ends", withBody("\x0b\x0b"), "end of the code expected after the last end, 1 more bytes"},
		{"opcode", withBody("\xff\x0b"), "at offset 0x17: unknown opcode 0xff"},
		{"prefixed opcode", withBody("\xfc\x7f\x0b"), "unknown opcode 0xfc7f"},
		{"else without if", withBody("\x02\x40\x05\x0b\x0b"), "else: no if is open here"},
		{"second else", withBody("\x04\x40\x05\x05\x0b\x0b"), "else: no if is open here"},
		{"branch depth", withBody("\x0c\x01\x0b"), "br: branch depth below 1 expected, 1 found"},
		{"br_table depth", withBody("\x0e\x01\x01\x00\x0b"), "br_table: branch depth below 1 expected"},
		{"br_table default", withBody("\x0e\x00\x07\x0b"), "br_table: branch depth below 1 expected, 7 found"},
		{"br_table count", withBody("\x0e\xff\xff\xff\xff\x0f\x0b"), "4294967295 entries of at least 1 bytes expected"},
		{"local index", withBody("\x20\x00\x0b"), "local.get: local index below 0 expected"},
		{"block type", withBody("\x02\x01\x0b\x0b"), "block: type index below 1 expected, 1 found"},
		{"negative block type", withBody("\x02\x80\x7f\x0b\x0b"), "block type expected, -128 found"},
		{"catch kind", withBody("\x1f\x40\x01\x04\x00\x0b\x0b"), "kind of catch clause (0 to 3) expected"},
		{"catch label", withBody("\x1f\x40\x01\x02\x01\x0b\x0b"), "try_table: branch depth below 1 expected, 1 found"},
		{"catch tag", withBody("\x1f\x40\x01\x00\x00\x00\x0b\x0b"), "try_table: tag index below 0 expected"},
		{"memory", withBody("\x28\x02\x00\x0b"), "i32.load: memory index below 0 expected"},
		{"alignment", withBody("\x28\x20\x00\x0b"), "base-2 logarithm of an alignment expected, 32 found"},
		{"memory.init without data count", withBody("\xfc\x08\x00\x00\x0b"), "memory.init: data segment index below 0 expected"},
		{"ref.null of a number", withBody("\xd0\x7f\x0b"), "reference type expected, i32 found"},
		{"i32 too long", withBody("\x41\x80\x80\x80\x80\x80\x00\x0b"), "i32.const: at offset 0x18: integer representation too long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := binary.Decode([]byte(c.in))
			if err == nil {
				t.Fatalf("decoded %+v, want an error with %q", m, c.want)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %q, want %q in it", err, c.want)
			}
		})
	}
}

// TestUnsupported names the proposal.
func TestUnsupported(t *testing.T) {
	for _, c := range []struct{ name, in, proposal string }{
		{"try", withBody("\x06\x40\x0b\x0b"), "legacy exception handling (try/catch)"},
		{"rethrow", withBody("\x09\x00\x0b"), "legacy exception handling (try/catch)"},
		{"delegate", withBody("\x18\x00\x0b"), "legacy exception handling (try/catch)"},
		{"catch_all", withBody("\x19\x0b"), "legacy exception handling (try/catch)"},
		{"atomics", withBody("\xfe\x03\x00\x0b"), "threads"},
		{"shared memory", header + section(5, "\x01\x03\x01\x01"), "threads"},
		{"memory64", header + section(5, "\x01\x04\x01"), "memory64"},
		{"second memory", header + section(5, "\x02\x00\x00\x00\x00"), "multi-memory"},
		{"memory index", withBody("\x28\x42\x01\x00\x0b"), "multi-memory"},
		{"memory index in memory.copy", withBody("\xfc\x0a\x00\x01\x0b"), "multi-memory"},
		{"struct type", header + section(1, "\x01\x5f\x00"), "gc"},
		{"typed reference", header + section(1, "\x01\x60\x01\x64\x70\x00"), "gc"},
		{"gc opcode", withBody("\xfb\x00\x00\x0b"), "gc"},
		{"call_ref", withBody("\x14\x00\x0b"), "function references or gc"},
		{"table initialiser", header + section(4, "\x01\x40\x00\x70\x00\x00\xd0\x70\x0b"), "function references"},
		{"relaxed SIMD", withBody("\xfd\x80\x02\x0b"), "relaxed SIMD"},
		{"extended-const", header + section(6, "\x01\x7f\x00\x41\x01\x41\x01\x6a\x0b"), "extended-const"},
		{"page size", header + section(5, "\x01\x08\x01\x00"), "custom page sizes"},
		{"wide arithmetic", withBody("\xfc\x13\x0b"), "wide arithmetic"},
		{"stack switching", withBody("\xe0\x00\x0b"), "stack switching"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := binary.Decode([]byte(c.in))
			var unsupported *wasm.UnsupportedError
			if !errors.As(err, &unsupported) {
				t.Fatalf("error %v, want an *UnsupportedError", err)
			}
			if unsupported.Proposal != c.proposal {
				t.Errorf("proposal %q, want %q", unsupported.Proposal, c.proposal)
			}
		})
	}
}

// TestLocalsLimit takes just as many locals as engines allow.
func TestLocalsLimit(t *testing.T) {
	m, err := binary.Decode([]byte(codeWith("\x01\xd0\x86\x03\x7f\x0b")))
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Functions[0].Locals[0].Count; got != wasm.MaxLocals {
		t.Errorf("%d locals, want %d", got, wasm.MaxLocals)
	}
}

// TestRealModules decodes and encodes modules made by others: LLVM's 75 MB where the web packages are
// installed, and whatever MPWASM_TEST_MODULES lists, separated as in PATH.
func TestRealModules(t *testing.T) {
	files := filepath.SplitList(os.Getenv("MPWASM_TEST_MODULES"))
	found, err := filepath.Glob("../../../web/node_modules/@yowasp/clang/gen/*.wasm")
	if err != nil {
		t.Fatal(err)
	}
	if files = append(files, found...); len(files) == 0 {
		t.Skip("web/node_modules has no modules and MPWASM_TEST_MODULES lists none")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkRoundTrip(t, b)
		})
	}
}

// checkRoundTrip decodes b, which must succeed, and compares the module with the one that comes out of
// encoding and decoding it. It also writes every body anew and compares that.
func checkRoundTrip(t *testing.T, b []byte) {
	t.Helper()
	m, err := binary.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	again, err := binary.Decode(binary.Encode(m))
	if err != nil {
		t.Fatalf("decoding what was encoded: %v", err)
	}
	if !reflect.DeepEqual(m, again) {
		t.Error("decoding what was encoded gives another module")
	}
	rewritten := m.Clone()
	for i := range m.Functions {
		list, err := m.Functions[i].Body.Instructions()
		if err != nil {
			t.Fatalf("function %d: %v", i, err)
		}
		rewritten.Functions[i].Body = wasm.Encode(list)
	}
	again, err = binary.Decode(binary.Encode(rewritten))
	if err != nil {
		t.Fatalf("decoding what was rewritten: %v", err)
	}
	for i := range m.Functions {
		if !sameCode(t, m.Functions[i].Body, again.Functions[i].Body) {
			t.Fatalf("function %d is another after rewriting", i)
		}
	}
}

func sameCode(t *testing.T, a, b wasm.Expr) bool {
	if bytes.Equal(a, b) {
		return true
	}
	x, err := a.Instructions()
	if err != nil {
		t.Fatal(err)
	}
	y, err := b.Instructions()
	if err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(x, y)
}
