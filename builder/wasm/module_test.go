package wasm_test

import (
	"reflect"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// TestIndexSpaces puts imports first, in each space by itself.
func TestIndexSpaces(t *testing.T) {
	m := parse(t, `(module
		(type $a (func)) (type $b (func (param i32)))
		(import "m" "g" (global i64))
		(import "m" "f" (func (type $b)))
		(import "m" "t" (table 3 externref))
		(import "m" "e" (tag (type $b)))
		(import "m" "h" (func (type $a)))
		(table 1 funcref)
		(tag (type $a))
		(global (mut f32) (f32.const 0))
		(func (type $a)) (func (type $b)))`)
	if got, want := m.FuncTypeIndices(), []uint32{1, 0, 0, 1}; !reflect.DeepEqual(got, want) {
		t.Errorf("types of functions %v, want %v", got, want)
	}
	if got, want := m.GlobalTypes(), []wasm.GlobalType{{Type: wasm.I64}, {Type: wasm.F32, Mutable: true}}; !reflect.DeepEqual(got, want) {
		t.Errorf("types of globals %v, want %v", got, want)
	}
	if got := m.TableTypes(); len(got) != 2 || got[0].Elem != wasm.ExternRef || got[1].Elem != wasm.FuncRef {
		t.Errorf("types of tables %v, want externref, funcref", got)
	}
	if got, want := m.TagTypes(), []wasm.FuncType{m.Types[1], m.Types[0]}; !reflect.DeepEqual(got, want) {
		t.Errorf("types of tags %v, want %v", got, want)
	}
	if got := m.ImportCount(wasm.ExternFunc); got != 2 {
		t.Errorf("%d imported functions, want 2", got)
	}
}

func TestAddType(t *testing.T) {
	m := &wasm.Module{}
	a := wasm.FuncType{Params: []wasm.ValueType{wasm.I32}}
	b := wasm.FuncType{Results: []wasm.ValueType{wasm.I32}}
	if i, j, k := m.AddType(a), m.AddType(b), m.AddType(a); i != 0 || j != 1 || k != 0 || len(m.Types) != 2 {
		t.Errorf("indices %d, %d, %d of %v, want 0, 1, 0 of two types", i, j, k, m.Types)
	}
	if a.Key() == b.Key() {
		t.Errorf("%v and %v have the same key", a, b)
	}
}

// TestClone changes a copy in every slice and looks at the original.
func TestClone(t *testing.T) {
	src := `(module (type (func)) (import "m" "f" (func (type 0))) (func (export "x")) (table 1 funcref) (memory 1)
		(tag) (global i32 (i32.const 0)) (start 1) (elem func 1) (data (i32.const 0) "x"))`
	m, untouched := parse(t, src), parse(t, src)
	c := m.Clone()
	if !reflect.DeepEqual(c, m) {
		t.Fatalf("clone %+v differs from %+v", c, m)
	}
	c.Types[0] = wasm.FuncType{Params: []wasm.ValueType{wasm.I32}}
	c.Imports[0].Name = "other"
	c.Functions[0].Type = 7
	c.Tables[0].Elem = wasm.ExternRef
	c.Memories[0].Limits.Min = 7
	c.Tags[0].Type = 7
	c.Globals[0].Type.Mutable = true
	c.Exports[0].Name = "other"
	*c.Start = 0
	c.Elements[0].Mode = wasm.Declarative
	c.Data[0].Mode = wasm.Passive
	c.Customs = append(c.Customs, wasm.Custom{})
	if !reflect.DeepEqual(m, untouched) {
		t.Errorf("changing the clone made the original %+v, want %+v", m, untouched)
	}
}
