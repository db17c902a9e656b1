package wasm_test

import (
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/wat"
)

func parse(t *testing.T, src string) *wasm.Module {
	t.Helper()
	m, err := wat.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	if m, err = binary.Decode(binary.Encode(m)); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestDetectFeatures has for each feature every construct that needs it.
func TestDetectFeatures(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{`(module)`, "none"},
		{`(module (import "a" "b" (global i32)) (table 1 funcref) (memory 1) (elem (i32.const 0) $f)
			(data (i32.const 0) "x") (func $f (param f64) (result i64) block (result i64) i64.const 1 end))`, "none"},
		{`(module (import "a" "b" (global (mut i32))))`, "mutable-globals"},
		{`(module (global (export "g") (mut i32) (i32.const 0)))`, "mutable-globals"},
		{`(module (global (mut i32) (i32.const 0)))`, "none"},
		{`(module (func i32.extend8_s))`, "sign-ext"},
		{`(module (func i64.trunc_sat_f64_u))`, "nontrapping-fptoint"},
		{`(module (type (func (result i32 i32))))`, "multi-value"},
		{`(module (func block (param i32) end))`, "multi-value"},
		{`(module (memory 1) (func memory.copy))`, "bulk-memory"},
		{`(module (memory 1) (data "x"))`, "bulk-memory"},
		{`(module (memory 1) (data $d (i32.const 0) "x") (func data.drop $d))`, "bulk-memory"},
		{`(module (func $f) (elem func $f))`, "bulk-memory"},
		{`(module (func $f) (elem declare func $f))`, "reference-types"},
		{`(module (table 1 funcref) (table 1 funcref))`, "reference-types"},
		{`(module (table 1 externref))`, "reference-types"},
		{`(module (func (param externref)))`, "reference-types"},
		{`(module (func (result funcref) unreachable))`, "reference-types"},
		{`(module (func (local externref)))`, "reference-types"},
		{`(module (func block (result funcref) unreachable end drop))`, "reference-types"},
		{`(module (func $f (result funcref) ref.func $f))`, "reference-types"},
		{`(module (global funcref (ref.null func)))`, "reference-types"},
		{`(module (func select (result i32)))`, "reference-types"},
		{`(module (type $t (func)) (table 1 funcref) (table 1 funcref) (func call_indirect 1 (type $t)))`, "reference-types"},
		{`(module (func (param v128)))`, "simd"},
		{`(module (func (local v128)))`, "simd"},
		{`(module (func i32x4.add))`, "simd"},
		{`(module (global v128 (v128.const i32x4 0 0 0 0)))`, "simd"},
		{`(module (func $f return_call $f))`, "tail-call"},
		{`(module (tag))`, "exception-handling"},
		{`(module (import "a" "b" (tag)))`, "exception-handling"},
		{`(module (func throw_ref))`, "exception-handling"},
		{`(module (func try_table end))`, "exception-handling"},
		{`(module (func (local exnref)))`, "exception-handling"},
		{`(module (global exnref (ref.null exn)))`, "reference-types,exception-handling"},
		{`(module (func block (result exnref) unreachable end drop))`, "exception-handling"},
	} {
		t.Run(c.src, func(t *testing.T) {
			got, err := wasm.DetectFeatures(parse(t, c.src))
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != c.want {
				t.Errorf("features %v, want %v", got, c.want)
			}
		})
	}
}

func TestFeatureNames(t *testing.T) {
	all := wasm.Core2 | wasm.FeatureTailCall | wasm.FeatureExceptionHandling
	var joined wasm.Features
	for _, name := range all.Names() {
		f, ok := wasm.ParseFeature(name)
		if !ok {
			t.Errorf("ParseFeature does not know %q", name)
		}
		joined |= f
	}
	if joined != all {
		t.Errorf("names of %v lead back to %v", all, joined)
	}
	if _, ok := wasm.ParseFeature("threads"); ok {
		t.Error("ParseFeature knows threads")
	}
}
