package wat_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/wat"
)

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", "line 1: one (module ...) expected"},
		{"open parenthesis", "\n(module", "line 2: this parenthesis is never closed"},
		{"closed too often", "(module))", "line 1: a closing parenthesis"},
		{"open comment", "(module) (; (; ;)", "this comment is never closed"},
		{"open string", "(module (data \"a\n\"))", "line 1: a string ends with the line"},
		{"escape", `(module (data "\zz"))`, "unknown escape"},
		{"deep", strings.Repeat("(", 2000), "at most 1000 nested parentheses"},
		{"field", "(module\n(nothing))", `line 2: a field of a module expected, (nothing ...) found`},
		{"import last", `(module (func) (import "a" "b" (func)))`, "imports must precede definitions"},
		{"import kind", `(module (import "a" "b" (thing)))`, "kind of import expected"},
		{"identifier twice", "(module (func $f) (func $f))", "$f stands for something else already"},
		{"wrong number", "(module (func $1))", "$1 is a number other than the index 0"},
		{"unknown function", "(module (func call $f))", "unknown identifier $f"},
		{"unknown local", "(module (func local.get $x))", "unknown local $x"},
		{"unknown label", "(module (func br $x))", "no block with the label $x is open"},
		{"unknown instruction", "(module (func i32.plus))", `an instruction expected, "i32.plus" found`},
		{"internal name", "(module (func select_t))", `an instruction expected, "select_t" found`},
		{"folded block", "(module (func (block)))", "a plain block expected, folded blocks are not supported"},
		{"folded operand", "(module (func (i32.eqz nop)))", "a folded operand expected"},
		{"open block", "(module (func block))", "1 blocks are still open at the end of (func ...)"},
		{"end", "(module (func end))", "end without a block"},
		{"type", "(module (func (param int)))", `value type expected, "int" found`},
		{"type index", "(module (func (type 3)))", "type index below 0 expected, 3 found"},
		{"type use", "(module (type (func)) (func (type 0) (param i32)))", "type 0 is [] -> [], but [i32] -> [] is written here"},
		{"number", "(module (func i32.const 4294967296))", `integer of 32 bits expected, "4294967296" found`},
		{"float", "(module (func f32.const 1e40))", "floating-point number of 32 bits expected"},
		{"NaN", "(module (func f32.const nan:0x800000))", "NaN with a payload of 23 bits expected"},
		{"alignment", "(module (func i32.load align=3))", "a power of two expected"},
		{"missing operand", "(module (func i32.const))", "a word expected at the end of (func ...)"},
		{"too much", `(module (export "a" (func 0) 1))`, `end of (export ...) expected, "1" found`},
		{"vector", "(module (func v128.const i33x4 0))", "shape of a vector"},
		{"heap type", "(module (func ref.null any))", "func, extern or exn expected"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := wat.Parse(c.in)
			if err == nil || !strings.HasPrefix(err.Error(), "parsing wat: ") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}

// TestNames keeps identifiers apart whatever the name section says.
func TestNames(t *testing.T) {
	m := &wasm.Module{Types: []wasm.FuncType{{}}}
	names := &wasm.Names{Module: "a b"}
	for i, name := range []string{"f", "f", "0", "(x) \u00e9", ""} {
		m.Functions = append(m.Functions, wasm.Function{Body: wasm.Encode([]wasm.Instruction{{Op: wasm.OpEnd}})})
		names.Set(wasm.NameFunctions, uint32(i), name)
	}
	m.SetNames(names)
	text, err := wat.String(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"(module $a_b", "(func $f ", "(func $f#1 ", "(func $_0 ", "(func $_x___ ", "(func $4 "} {
		if !strings.Contains(text, want) {
			t.Errorf("%q not found in\n%s", want, text)
		}
	}
	if _, err := wat.Parse(text); err != nil {
		t.Error(err)
	}
}

func TestPrintMalformedNames(t *testing.T) {
	m := &wasm.Module{Customs: []wasm.Custom{{Name: wasm.NameSection, Bytes: []byte{1}}}}
	if _, err := wat.String(m); err == nil || !strings.Contains(err.Error(), "printing module: decoding name section") {
		t.Errorf("error %v, want one about the name section", err)
	}
}

// FuzzParse feeds the parser anything. What it accepts, once the binary decoder accepts it too, must print
// as text that reads back as the same module.
func FuzzParse(f *testing.F) {
	f.Add("(module)")
	f.Add(`(module (memory 1) (data (i32.const 0) "\u{41}\00"))`)
	f.Add(`(module (import "a" "b" (func $x (param i32))) (func (local $i f32) (call $x (i32.const -0x1)) loop $l br $l end))`)
	f.Add(`(module (tag $t (param i32)) (func block $b (result i32) try_table (catch $t $b) i32.const 1 throw $t end unreachable end drop))`)
	f.Fuzz(func(t *testing.T, src string) {
		m, err := wat.Parse(src)
		if err != nil {
			return
		}
		if m, err = binary.Decode(binary.Encode(m)); err != nil {
			return
		}
		text, err := wat.String(m)
		if err != nil {
			t.Fatal(err)
		}
		again, err := wat.Parse(text)
		if err != nil {
			t.Fatalf("parsing what was printed: %v\n%s", err, text)
		}
		// Identifiers that had to be made unique or printable come back as other names.
		m.SetNames(nil)
		again.SetNames(nil)
		if !reflect.DeepEqual(binary.Encode(m), binary.Encode(again)) {
			t.Fatalf("parsing what was printed gives another module:\n%s", text)
		}
	})
}
