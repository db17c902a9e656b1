package wasm_test

import (
	"bytes"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// samples has instructions with every shape of immediates, with the bytes that the specification gives them.
var samples = []struct {
	in   wasm.Instruction
	want string
}{
	{wasm.Instruction{Op: wasm.OpNop}, "\x01"},
	{wasm.Instruction{Op: wasm.OpBlock, Block: wasm.BlockEmpty}, "\x02\x40"},
	{wasm.Instruction{Op: wasm.OpLoop, Block: wasm.BlockOf(wasm.I32)}, "\x03\x7f"},
	{wasm.Instruction{Op: wasm.OpIf, Block: wasm.BlockOf(wasm.ExnRef)}, "\x04\x69"},
	{wasm.Instruction{Op: wasm.OpBlock, Block: wasm.BlockIndex(64)}, "\x02\xc0\x00"},
	{wasm.Instruction{Op: wasm.OpTryTable, Block: wasm.BlockEmpty, Lists: &wasm.Lists{Catches: []wasm.Catch{
		{Kind: wasm.CatchTag, Tag: 1, Label: 2}, {Kind: wasm.CatchTagRef, Tag: 3, Label: 4},
		{Kind: wasm.CatchAll, Label: 5}, {Kind: wasm.CatchAllRef, Label: 128}}}},
		"\x1f\x40\x04\x00\x01\x02\x01\x03\x04\x02\x05\x03\x80\x01"},
	{wasm.Instruction{Op: wasm.OpThrow, Index: 1}, "\x08\x01"},
	{wasm.Instruction{Op: wasm.OpThrowRef}, "\x0a"},
	{wasm.Instruction{Op: wasm.OpBr, Index: 300}, "\x0c\xac\x02"},
	{wasm.Instruction{Op: wasm.OpBrTable, Index: 3, Lists: &wasm.Lists{Labels: []uint32{1, 2}}}, "\x0e\x02\x01\x02\x03"},
	{wasm.Instruction{Op: wasm.OpCallIndirect, Index: 5, Index2: 1}, "\x11\x05\x01"},
	{wasm.Instruction{Op: wasm.OpReturnCall, Index: 7}, "\x12\x07"},
	{wasm.Instruction{Op: wasm.OpSelectT, Lists: &wasm.Lists{Types: []wasm.ValueType{wasm.FuncRef}}}, "\x1c\x01\x70"},
	{wasm.RefNull(wasm.ExternRef), "\xd0\x6f"},
	{wasm.Instruction{Op: wasm.OpI32Load, Align: 2, Value: math.MaxUint32}, "\x28\x02\xff\xff\xff\xff\x0f"},
	{wasm.Instruction{Op: wasm.OpMemoryGrow}, "\x40\x00"},
	{wasm.I32Const(-1), "\x41\x7f"},
	{wasm.I64Const(math.MinInt64), "\x42\x80\x80\x80\x80\x80\x80\x80\x80\x80\x7f"},
	{wasm.F32Const(1), "\x43\x00\x00\x80\x3f"},
	{wasm.F64Const(-2), "\x44\x00\x00\x00\x00\x00\x00\x00\xc0"},
	{wasm.Instruction{Op: wasm.OpMemoryInit, Index: 9}, "\xfc\x08\x09\x00"},
	{wasm.Instruction{Op: wasm.OpMemoryCopy}, "\xfc\x0a\x00\x00"},
	{wasm.Instruction{Op: wasm.OpTableInit, Index: 1, Index2: 2}, "\xfc\x0c\x01\x02"},
	{wasm.Instruction{Op: wasm.OpTableCopy, Index: 1, Index2: 2}, "\xfc\x0e\x01\x02"},
	{wasm.Instruction{Op: wasm.OpV128Const, Value: 1, High: 2}, "\xfd\x0c\x01\x00\x00\x00\x00\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00\x00"},
	{wasm.Instruction{Op: wasm.OpI8x16Shuffle, Value: 0x0706050403020100}, "\xfd\x0d\x00\x01\x02\x03\x04\x05\x06\x07\x00\x00\x00\x00\x00\x00\x00\x00"},
	{wasm.Instruction{Op: wasm.OpI8x16ExtractLaneS, Lane: 15}, "\xfd\x15\x0f"},
	{wasm.Instruction{Op: wasm.OpV128Load8Lane, Value: 1, Lane: 2}, "\xfd\x54\x00\x01\x02"},
	{wasm.Instruction{Op: wasm.OpF64x2ConvertLowI32x4U}, "\xfd\xff\x01"},
}

func TestInstructionBytes(t *testing.T) {
	seen := map[wasm.Immediate]bool{}
	for _, s := range samples {
		seen[s.in.Op.Immediate()] = true
		if got := wasm.AppendInstruction(nil, &s.in); string(got) != s.want {
			t.Errorf("%v encoded as % x, want % x", s.in.Op, got, s.want)
		}
		list, err := wasm.Expr(s.want).Instructions()
		if err != nil {
			t.Errorf("%v: %v", s.in.Op, err)
			continue
		}
		if len(list) != 1 || !sameInstruction(list[0], s.in) {
			t.Errorf("% x decoded as %+v, want %+v", s.want, list, s.in)
		}
	}
	for _, op := range wasm.Opcodes() {
		imm := op.Immediate()
		if imm >= wasm.ImmFunc && imm <= wasm.ImmData {
			continue // one or two plain indices
		}
		if !seen[imm] && imm != wasm.ImmZero {
			t.Errorf("no sample for the immediates of %v", op)
		}
	}
}

// sameInstruction compares lists by content: the decoder leaves empty ones nil.
func sameInstruction(a, b wasm.Instruction) bool {
	lists := func(in *wasm.Instruction) wasm.Lists {
		if in.Lists == nil {
			return wasm.Lists{}
		}
		return *in.Lists
	}
	x, y := lists(&a), lists(&b)
	a.Lists, b.Lists = nil, nil
	return reflect.DeepEqual(a, b) && reflect.DeepEqual(x, y)
}

// TestInstructionsKeepsLists guards against handing out the decoder's working memory.
func TestInstructionsKeepsLists(t *testing.T) {
	e := wasm.Expr("\x0e\x02\x01\x02\x03\x0e\x02\x04\x05\x06\x0b")
	list, err := e.Instructions()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := list[0].Lists.Labels, []uint32{1, 2}; !reflect.DeepEqual(got, want) {
		t.Errorf("labels of the first br_table are %v, want %v", got, want)
	}
	if got := wasm.Encode(list); !bytes.Equal(got, e) {
		t.Errorf("encoded % x, want % x", got, e)
	}
}

func TestExprErrors(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"unknown opcode", "\xff", "at offset 0x0: unknown opcode 0xff"},
		{"cut immediate", "\x01\x41", "reading the immediates of i32.const: at offset 0x2: unexpected EOF"},
		{"block type", "\x02\x41", "value type expected, byte 0x41 found"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := wasm.Expr(c.in).Instructions()
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}

func TestBlockTypes(t *testing.T) {
	m := &wasm.Module{Types: []wasm.FuncType{{Params: []wasm.ValueType{wasm.I64}, Results: []wasm.ValueType{wasm.F32}}}}
	for _, c := range []struct {
		name  string
		block wasm.BlockType
		want  wasm.FuncType
	}{
		{"empty", wasm.BlockEmpty, wasm.FuncType{}},
		{"i32", wasm.BlockOf(wasm.I32), wasm.FuncType{Results: []wasm.ValueType{wasm.I32}}},
		{"exnref", wasm.BlockOf(wasm.ExnRef), wasm.FuncType{Results: []wasm.ValueType{wasm.ExnRef}}},
		{"index", wasm.BlockIndex(0), m.Types[0]},
	} {
		if got := m.BlockFuncType(c.block); !got.Equal(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestZero pushes a value of the type it was asked for.
func TestZero(t *testing.T) {
	for _, typ := range []wasm.ValueType{wasm.I32, wasm.I64, wasm.F32, wasm.F64, wasm.V128, wasm.FuncRef, wasm.ExternRef, wasm.ExnRef} {
		in := wasm.Zero(typ)
		if sig, ok := in.Op.Signature(); ok {
			if len(sig.Results) != 1 || sig.Results[0] != typ {
				t.Errorf("Zero(%v) is %v, which leaves %v", typ, in.Op, sig.Results)
			}
		} else if in.Op != wasm.OpRefNull || in.Lists.Types[0] != typ {
			t.Errorf("Zero(%v) is %+v", typ, in)
		}
	}
}

// FuzzInstructions feeds anything as code. What can be decoded must survive encoding and decoding.
func FuzzInstructions(f *testing.F) {
	for _, s := range samples {
		f.Add([]byte(s.want + "\x0b"))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		list, err := wasm.Expr(b).Instructions()
		if err != nil {
			return
		}
		again, err := wasm.Encode(list).Instructions()
		if err != nil {
			t.Fatalf("decoding what was encoded: %v", err)
		}
		if !reflect.DeepEqual(list, again) {
			t.Fatalf("decoding what was encoded gives %+v, want %+v", again, list)
		}
	})
}
