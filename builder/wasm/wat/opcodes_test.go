package wat_test

import (
	"context"
	"os"
	"reflect"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/wat"
	"github.com/tetratelabs/wazero"
)

// sample returns op with immediates that are valid in opcodeModule.
func sample(op wasm.Opcode) wasm.Instruction {
	in := wasm.Instruction{Op: op}
	switch op.Immediate() {
	case wasm.ImmMemory, wasm.ImmMemoryLane:
		in.Align, in.Value = op.NaturalAlign(), 8
	case wasm.ImmLane:
		in.Lane = 1
	case wasm.ImmI32:
		in.Value = 0xFFFF_FF80 // -128
	case wasm.ImmI64, wasm.ImmF64:
		in.Value = 0xC045_0000_0000_0000 // as a float, -42
	case wasm.ImmF32:
		in.Value = 0x3E80_0000 // 0.25
	case wasm.ImmV128, wasm.ImmShuffle:
		in.Value, in.High = 0x0706_0504_0302_0100, 0x1F1E_1D1C_1B1A_1918
	}
	return in
}

// opcodeModule has one function for each opcode whose operands do not depend on the context.
func opcodeModule() *wasm.Module {
	m := &wasm.Module{
		Tables:       []wasm.TableType{{Elem: wasm.FuncRef, Limits: wasm.Limits{Min: 1}}},
		Memories:     []wasm.MemoryType{{Limits: wasm.Limits{Min: 1}}},
		Elements:     []wasm.ElementSegment{{Mode: wasm.Passive, Type: wasm.FuncRef, Funcs: []uint32{0}}},
		Data:         []wasm.DataSegment{{Mode: wasm.Passive, Bytes: []byte("x")}},
		HasDataCount: true,
	}
	names := &wasm.Names{}
	for _, op := range wasm.Opcodes() {
		t, fixed := op.Signature()
		if !fixed {
			continue
		}
		var code []wasm.Instruction
		for i := range t.Params {
			code = append(code, wasm.Instruction{Op: wasm.OpLocalGet, Index: uint32(i)})
		}
		code = append(code, sample(op), wasm.Instruction{Op: wasm.OpEnd})
		names.Set(wasm.NameFunctions, uint32(len(m.Functions)), op.Name())
		m.Functions = append(m.Functions, wasm.Function{Type: m.AddType(t), Body: wasm.Encode(code)})
	}
	m.SetNames(names)
	return m
}

// TestEveryOpcode compares the opcode table with two independent readings of the specification: Binaryen,
// whose assembler made testdata/opcodes.wasm of testdata/opcodes.wat (which -update writes from the table),
// and wazero, which validates operand types. After a change to the table:
//
//	go test -run TestEveryOpcode -update
//	wasm-as --mvp-features --enable-simd --enable-bulk-memory --enable-bulk-memory-opt \
//	  --enable-sign-ext --enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue \
//	  -g testdata/opcodes.wat -o testdata/opcodes.wasm
func TestEveryOpcode(t *testing.T) {
	m := opcodeModule()
	text, err := wat.String(m)
	if err != nil {
		t.Fatal(err)
	}
	const source = "testdata/opcodes.wat"
	if *update {
		if err := os.WriteFile(source, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(source); err != nil || text != string(want) {
		t.Errorf("%s does not match the table of opcodes (%v): see the comment of this test", source, err)
	}
	checkRoundTrip(t, m, text)

	b, err := os.ReadFile("testdata/opcodes.wasm")
	if err != nil {
		t.Fatal(err)
	}
	binaryen, err := binary.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if len(binaryen.Functions) != len(m.Functions) {
		t.Fatalf("testdata/opcodes.wasm has %d functions, want %d", len(binaryen.Functions), len(m.Functions))
	}
	for i := range m.Functions {
		want, err := m.Functions[i].Body.Instructions()
		if err != nil {
			t.Fatal(err)
		}
		got, err := binaryen.Functions[i].Body.Instructions()
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("function %d: Binaryen has %v, the table %v", i, got, want)
		}
	}

	ctx := context.Background()
	r := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	defer r.Close(ctx)
	if _, err := r.CompileModule(ctx, binary.Encode(m)); err != nil {
		t.Errorf("wazero does not agree with the operand types of the table: %v", err)
	}
}
