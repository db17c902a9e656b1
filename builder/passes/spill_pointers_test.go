package passes

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// spillOptions are those of the golden cases and random modules.
var spillOptions = Options{Collectors: []string{"collect"}}

// spill runs the pass.
func spill(t testing.TB, m *wasm.Module, opts Options) *wasm.Module {
	t.Helper()
	out, err := Run(context.Background(), m, []string{spillPointersName}, opts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestSpillPointersBehaviour runs the golden cases on a model of a collector.
func TestSpillPointersBehaviour(t *testing.T) {
	for name, src := range cases(t, spillPointersName) {
		t.Run(name, func(t *testing.T) {
			before := parseModule(t, src)
			after := spill(t, before, spillOptions)
			var pairs spillPairs
			for _, f := range exportedFunctions(before) {
				for n := range uint64(5) {
					args := make([]uint64, len(functionType(before, f).Params))
					for i := range args {
						args[i] = n + 1 // loops count down to 0
					}
					pairs.compare(t, before, after, f, args...)
				}
			}
			if pairs.mistaken == 0 {
				t.Error("the case shows nothing: no pointer was lost without the pass")
			}
		})
	}
}

func functionType(m *wasm.Module, export string) wasm.FuncType {
	for _, e := range m.Exports {
		if e.Kind == wasm.ExternFunc && e.Name == export {
			return m.Types[m.FuncTypeIndices()[e.Index]]
		}
	}
	return wasm.FuncType{}
}

// TestRandomSpills runs random modules on the model. Without the pass most of them lose pointers, which shows that
// the model notices.
func TestRandomSpills(t *testing.T) {
	var pairs spillPairs
	for seed := range uint64(100) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { pairs.random(t, seed) })
	}
	if pairs.mistaken*2 < pairs.runs {
		t.Errorf("only %d of %d runs lose pointers without the pass, want half of them", pairs.mistaken, pairs.runs)
	}
}

func (c *spillPairs) random(t *testing.T, seed uint64) {
	before := randomSpills(seed)
	after := spill(t, before, spillOptions)
	if again := spill(t, before, spillOptions); string(binary.Encode(again)) != string(binary.Encode(after)) {
		t.Error("the pass gives another module the second time")
	}
	c.compare(t, before, after, "run", seed%2)
	// Spilling what is spilled already is of no use, but does no harm.
	c.compare(t, before, spill(t, after, spillOptions), "run", seed%2)
}

// FuzzSpillPointers goes on where TestRandomSpills ends.
func FuzzSpillPointers(f *testing.F) {
	for _, seed := range []uint64{1 << 32, 1 << 40, 1 << 63} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) { new(spillPairs).random(t, seed) })
}

// spillEnvironment begins the modules of the tests below.
const spillEnvironment = `(module (import "env" "collect" (func $collect)) (import "env" "alloc" (func $alloc (result i32)))
	(import "env" "use" (func $use (param i32))) (memory (export "memory") 1)
	(global $__stack_pointer (export "__stack_pointer") (mut i32) (i32.const 60000)) `

// keeper holds a pointer during a collection.
const keeper = `(func $keeper (export "keeper") (local $o i32) (local.set $o (call $alloc)) (call $collect)
	(call $use (local.get $o)))`

// TestSpillPointersKeepsBodies leaves functions that collections do not concern as they are, to the byte, and those
// that the options exempt.
func TestSpillPointersKeepsBodies(t *testing.T) {
	m := parseModule(t, spillEnvironment+`(func $padded nop) `+keeper+`(func (call $keeper)))`)
	padded := wasm.Expr("\x41\x80\x80\x80\x80\x00\x1a\x0b") // i32.const 0 in five bytes, drop
	m.Functions[0].Body = padded
	out := spill(t, m, spillOptions)
	for i, same := range []bool{true, false, true} {
		if got := string(out.Functions[i].Body) == string(m.Functions[i].Body); got != same {
			t.Errorf("function %d is as it was: %t, want %t", i, got, same)
		}
	}
}

// TestSpillPointersOff does nothing without collectors.
func TestSpillPointersOff(t *testing.T) {
	m := parseModule(t, spillEnvironment+keeper+`)`)
	out, err := spillPointers(Options{})(m)
	if err != nil || out != m {
		t.Errorf("another module, or error %v", err)
	}
}

func TestSpillPointersRefusals(t *testing.T) {
	for _, c := range []struct {
		name, src string
		opts      Options
		want      string
	}{
		{"exceptions", `(module (tag $e) (func $collect throw $e))`, spillOptions, "run exception-lowering first"},
		{"no names", `(module (func))`, spillOptions, "the module has no names"},
		{"unknown collector", spillEnvironment + keeper + `)`, Options{Collectors: []string{"gc"}},
			`looking for the collectors: the module has nothing called "gc"`},
		{"unknown activation", spillEnvironment + keeper + `)`,
			Options{Collectors: []string{"collect"}, Activations: []string{"x"}}, `work on activations: the module has nothing called "x"`},
		{"activation without parameter", spillEnvironment + `(func $x))`,
			Options{Collectors: []string{"collect"}, Activations: []string{"x"}}, `with an i32 for its first parameter`},
		{"no stack pointer", `(module (func $collect))`, spillOptions, `looking for the stack pointer: the module has nothing called`},
		{"constant stack pointer", `(module (func $collect) (global $__stack_pointer i32 (i32.const 0)))`, spillOptions,
			"__stack_pointer is not a mutable i32"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := spillPointers(c.opts)(parseModule(t, c.src))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}
