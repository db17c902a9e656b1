package split

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/wat"
)

// Functions that call each other directly and through the table, and share memory and globals: $main's answer depends on all of them.
const sample = `(module
  (import "env" "tell" (func $tell (param i32) (result i32)))
  (memory (export "memory") 1)
  (table 8 8 funcref)
  (global $own (mut i32) (i32.const 3))
  (global $shared (export "shared") (mut i64) (i64.const 7))
  (elem (i32.const 1) $tell $a $b $c $a $wide)
  (data (i32.const 16) "early")
  (data (i32.const 64) "later")
  (func $a (param i32) (result i32)
    global.get $own
    local.get 0
    i32.add
    global.set $own
    local.get 0
    i32.const 5
    i32.mul
    call $e)
  (func $b (param i32) (result i32)
    local.get 0
    i32.const 2
    call_indirect (param i32) (result i32)
    call $c)
  (func $c (param i32) (result i32)
    local.get 0
    call $tell
    i32.const 1
    i32.add)
  (func $wide (param i64 f64) (result f64)
    global.get $shared
    local.get 0
    i64.add
    global.set $shared
    local.get 1
    local.get 1
    f64.add)
  (func $e (param i32) (result i32)
    local.get 0
    i32.eqz
    if (result i32)
      i32.const 11
    else
      local.get 0
      i32.load8_u offset=16
      call $f
      global.get $own
      i32.add
    end)
  (func $f (param i32) (result i32)
    i64.const 5
    f64.const 1.5
    call $wide
    i32.trunc_f64_s
    local.get 0
    i32.add)
  (func $reads (result i32)
    i32.const 64
    i32.load8_u)
  (func $main (export "main") (param i32) (result i32)
    local.get 0
    call $b
    i32.const 2
    i32.const 5
    call_indirect (param i32) (result i32)
    i32.add
    i64.const 1
    f64.const 2
    i32.const 6
    call_indirect (param i64 f64) (result f64)
    i32.trunc_f64_s
    i32.add
    call $reads
    i32.add))
`

// These stay, or go, in any case.
const (
	tell  = 0
	first = 1
	c     = 3
	reads = 7
	main  = 8
)

func parse(t *testing.T) *wasm.Module {
	t.Helper()
	m, err := wat.Parse(sample)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func later(s wasm.DataSegment) bool { return bytes.HasPrefix(s.Bytes, []byte("later")) }

// guest is the sample, or its two parts, in wazero.
type guest struct {
	core   api.Module
	lacks  int
	attach func() error
}

func start(t *testing.T, core, rest *wasm.Module) *guest {
	t.Helper()
	ctx := t.Context()
	r := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	t.Cleanup(func() { _ = r.Close(context.Background()) })
	g := &guest{}
	build := func(module, name string, f any) {
		if _, err := r.NewHostModuleBuilder(module).NewFunctionBuilder().WithFunc(f).Export(name).Instantiate(ctx); err != nil {
			t.Fatal(err)
		}
	}
	build("env", "tell", func(n uint32) uint32 { return n * 3 })
	build(LackModule, LackName, func() { g.lacks++; panic("lacks") })
	var err error
	if g.core, err = r.InstantiateWithConfig(ctx, binary.Encode(core), wazero.NewModuleConfig().WithName(CoreModule)); err != nil {
		t.Fatal(err)
	}
	g.attach = func() error {
		other, err := r.InstantiateWithConfig(ctx, binary.Encode(rest), wazero.NewModuleConfig().WithName("rest"))
		if err == nil {
			_, err = other.ExportedFunction(PutName).Call(ctx)
		}
		return err
	}
	return g
}

// state is what the guest gives, and what it consists of.
func (g *guest) state(t *testing.T) string {
	t.Helper()
	results, err := g.core.ExportedFunction("main").Call(t.Context(), 0)
	if err != nil {
		return "lacks"
	}
	memory, _ := g.core.Memory().Read(0, 128)
	return fmt.Sprint(results, g.core.ExportedGlobal("shared").Get(), memory)
}

// However the functions are divided, the parts do what the whole does, and what has not come is asked for.
func TestSplit(t *testing.T) {
	m := parse(t)
	whole := start(t, m, nil)
	want := []string{whole.state(t), whole.state(t)}
	if strings.Contains(want[0], "lacks") || want[0] == want[1] {
		t.Fatalf("the sample gives %q", want)
	}
	for set := range 1 << (main - first) {
		hot := map[uint32]bool{}
		for f := first; f < main; f++ {
			hot[uint32(f)] = set&(1<<(f-first)) != 0
		}
		core, rest, err := Split(m, Cut{Hot: hot, Later: later})
		if err != nil {
			t.Fatal(err)
		}
		if n := len(core.Functions) + len(rest.Functions); len(rest.Functions) < 2 || n < len(m.Functions)+2 {
			t.Fatalf("%v: the parts have %d functions", hot, n)
		}
		g := start(t, core, rest)
		if got := g.state(t); got != "lacks" || g.lacks != 1 { // $reads is never there
			t.Errorf("%v: alone it gives %s, %d calls of what lacks", hot, got, g.lacks)
		}
		g = start(t, core, rest)
		if err := g.attach(); err != nil {
			t.Fatal(err)
		}
		for _, want := range want {
			if got := g.state(t); got != want {
				t.Errorf("%v: got %s, want %s", hot, got, want)
			}
		}
	}
}

// What calls an import stays, so that the guest can be suspended there; what names later data goes.
func TestDivide(t *testing.T) {
	p, err := newPlan(parse(t), Cut{Hot: map[uint32]bool{reads: true}, Later: later})
	if err != nil {
		t.Fatal(err)
	}
	if p.cold[tell] || p.cold[c] || p.cold[main] || !p.cold[reads] {
		t.Errorf("cold are %v", p.cold)
	}
}

// Modules that it cannot split are told apart from those that it can.
func TestRefused(t *testing.T) {
	for name, change := range map[string]func(*wasm.Module){
		"not exported": func(m *wasm.Module) { m.Exports = m.Exports[1:] },
		"tables":       func(m *wasm.Module) { m.Tables = append(m.Tables, m.Tables[0]) },
		"known":        func(m *wasm.Module) { m.Elements[0].Mode = wasm.Passive },
		"table.size": func(m *wasm.Module) {
			m.Functions[0].Body = wasm.Encode([]wasm.Instruction{{Op: wasm.OpTableSize}, {Op: wasm.OpEnd}})
		},
		"comes later":     func(m *wasm.Module) { m.Exports = append(m.Exports, wasm.Export{Name: "reads", Index: reads}) },
		"a data segment:": func(m *wasm.Module) { m.Data[1].Offset = wasm.ConstExpr(wasm.Instruction{Op: wasm.OpGlobalGet}) },
	} {
		m := parse(t).Clone()
		change(m)
		if _, _, err := Split(m, Cut{Later: later}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
