package passes

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// TestExceptionLoweringRefusals has a module for everything the pass does not support.
func TestExceptionLoweringRefusals(t *testing.T) {
	const thrower = `(tag $e) (func $throws throw $e) `
	for _, c := range []struct{ name, src, want string }{
		{"imported tag", `(module (import "env" "e" (tag)))`, `tag "env"."e": imported tags are not supported`},
		{"exported tag", `(module (tag (export "e")))`, `tag "e": exported tags are not supported`},
		{"table of exnref", `(module (table 1 exnref))`, "table 0: tables of exnref"},
		{"elements of exnref", `(module (elem exnref (item (ref.null exn))))`, "element segment 0: elements of type exnref"},
		{"exnref in an import", `(module (import "m" "f" (func (param exnref))))`, `func import "m"."f": exnref in the type`},
		{"exnref in an export", `(module (func (export "f") (result exnref) ref.null exn))`, `func export "f": exnref in the type`},
		{"imported global", `(module (import "m" "g" (global exnref)))`, `global import "m"."g": exnref in the type`},
		{"exported global", `(module (global (export "g") exnref (ref.null exn)))`, `global export "g": exnref in the type`},

		{"exported table", `(module ` + thrower + `(table (export "t") 1 funcref) (elem (i32.const 0) $throws))`,
			`table export "t": it can hand references to functions that may throw to the outside`},
		{"imported table", `(module (import "m" "t" (table 1 funcref)) ` + thrower + `(elem (i32.const 0) $throws))`,
			`table import "m"."t": it can hand references`},
		{"reference given to an import", `(module (import "m" "f" (func (param funcref))) ` + thrower + `(elem declare func $throws))`,
			`func import "m"."f": it can hand references`},
		{"reference returned by an export", `(module ` + thrower + `(func (export "f") (result funcref) ref.func $throws) (elem declare func $throws))`,
			`func export "f": it can hand references`},
		{"reference in an exported global", `(module ` + thrower + `(global (export "g") funcref (ref.func $throws)))`,
			`global export "g": it can hand references`},

		{"merged types", `(module (tag $e (param i32)) (table 1 funcref) (elem (i32.const 0) $f)
			(func $f (param exnref))
			(func (call_indirect (param i64) (i64.const 0) (i32.const 0))))`,
			"are both used by indirect calls and would become the same"},
		{"export called thrown", `(module (tag) (memory (export "thrown") 1))`, `the module has an export "thrown" already`},

		{"payload too big for catch_ref", `(module (tag $big (param i64)) (func
			block $ref (result i64 exnref) try_table (catch_ref $big $ref) (throw $big (i64.const 1)) end return end drop drop))`,
			"exceptions of tag big carry [i64], at most one i32 or f32 is supported"},
		{"payload too big for catch_all_ref", `(module (tag $a) (tag (param i32 i32)) (func
			block $ref (result exnref) try_table (catch $a 1) (catch_all_ref $ref) (throw $a) end return end drop))`,
			"exceptions of tag 1 carry [i32 i32], at most one i32 or f32 is supported"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := lowerExceptions(parseModule(t, c.src), Options{})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}

// TestExceptionLoweringAllows has modules close to the refused ones that are fine.
func TestExceptionLoweringAllows(t *testing.T) {
	for _, c := range []struct{ name, src string }{
		{"exported table of functions that do not throw", `(module (tag $e) (table (export "t") 1 funcref)
			(elem (i32.const 0) $quiet) (func $quiet) (func throw $e))`},
		{"exported table of another type", `(module (tag $e) (table (export "t") 1 externref) (table $f 1 funcref)
			(elem (table $f) (offset (i32.const 0)) func $throws) (func $throws throw $e))`},
		{"big payloads that are caught by tag", `(module (tag $e (param i64 i64)) (func
			block $caught (result i64 i64) try_table (catch $e $caught) (throw $e (i64.const 1) (i64.const 2)) end return end drop drop))`},
		{"catch_all without any tag", `(module (func block $b try_table (catch_all $b) (throw_ref (ref.null exn)) end end))`},
		{"try_table of a module that throws nothing", `(module (func block $b try_table (catch_all $b) end end))`},
		{"dead code", `(module (tag $e (param i32)) (func unreachable throw $e) (func unreachable throw_ref) (func (result i32)
			unreachable ref.is_null))`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Run(context.Background(), parseModule(t, c.src), []string{exceptionLoweringName}, Options{}); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestExceptionLoweringUntouched gives back a module without exceptions as it is.
func TestExceptionLoweringUntouched(t *testing.T) {
	m := parseModule(t, `(module (func $f (export "f") call $f))`)
	out, err := lowerExceptions(m, Options{})
	if err != nil || out != m {
		t.Errorf("another module, or error %v, for a module without exceptions", err)
	}
}

// TestExceptionLoweringKeepsBodies leaves functions that exceptions do not concern as they are, to the byte.
func TestExceptionLoweringKeepsBodies(t *testing.T) {
	m := parseModule(t, `(module (tag $e) (func $padded nop) (func throw $e))`)
	padded := wasm.Expr("\x41\x80\x80\x80\x80\x00\x1a\x0b") // i32.const 0 in five bytes, drop
	m.Functions[0].Body = padded
	out, err := lowerExceptions(m, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := out.Functions[0].Body; string(got) != string(padded) {
		t.Errorf("body % x, want % x", got, padded)
	}
}

func TestExceptionLoweringHideState(t *testing.T) {
	m := parseModule(t, `(module (tag $e) (memory (export "thrown") 1) (func (export "f") throw $e))`)
	out, err := lowerExceptions(m, Options{HideState: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Exports) != 2 {
		t.Errorf("exports %v, want the two there were", out.Exports)
	}
}

// TestExceptionLoweringNames keeps the name section in step with indices.
func TestExceptionLoweringNames(t *testing.T) {
	m := parseModule(t, `(module $m (tag $e (param i32 i64)) (global $g i32 (i32.const 0))
		(func $throws (export "f") (param $x i32) (local $y i64) (throw $e (local.get $x) (local.get $y)))
		(func (export "anonymous") (call $throws (i32.const 0))))`)
	names, err := m.Names()
	if err != nil {
		t.Fatal(err)
	}
	names.Indirect[wasm.NameLabels] = map[uint32]wasm.NameMap{0: {0: "label"}}
	m.SetNames(names)
	out, err := lowerExceptions(m, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := out.Names()
	if err != nil {
		t.Fatal(err)
	}
	want := &wasm.Names{
		Module: "m",
		Maps: map[wasm.NameSpace]wasm.NameMap{
			wasm.NameFunctions: {0: "throws", 2: "throws.thunk"},
			wasm.NameGlobals:   {0: "g", 1: "thrown", 2: "payload", 3: "payload_i64_0"},
		},
		Indirect: map[wasm.NameSpace]map[uint32]wasm.NameMap{wasm.NameLocals: {0: {0: "x", 1: "y"}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("names %+v, want %+v", got, want)
	}
}

// TestExceptionLoweringTargetFeatures turns the feature off where tools look for it.
func TestExceptionLoweringTargetFeatures(t *testing.T) {
	m := parseModule(t, `(module (tag $e) (func throw $e))`)
	m.Customs = append(m.Customs, wasm.Custom{Name: wasm.TargetFeaturesSection})
	m.SetTargetFeatures([]wasm.TargetFeature{{Prefix: '+', Name: "sign-ext"}, {Prefix: '+', Name: "exception-handling"}})
	out, err := lowerExceptions(m, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := out.TargetFeatures()
	if want := []wasm.TargetFeature{{Prefix: '+', Name: "sign-ext"}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("target features %v, %v; want %v", got, err, want)
	}
	m.Customs[len(m.Customs)-1].Bytes = []byte{7}
	if _, err := lowerExceptions(m, Options{}); err == nil || !strings.Contains(err.Error(), "decoding target_features section") {
		t.Errorf("error %v, want one about the target_features section", err)
	}
}

// FuzzExceptionLoweringInvalid gives the pass modules that nobody has validated: it may return nonsense for
// nonsense, but does not panic.
func FuzzExceptionLoweringInvalid(f *testing.F) {
	for _, src := range cases(f, exceptionLoweringName) {
		f.Add(binary.Encode(parseModule(f, src)))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := binary.Decode(b)
		if err != nil {
			return
		}
		if out, err := lowerExceptions(m, Options{}); err == nil {
			binary.Encode(out)
		}
	})
}
