package passes

import (
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// TestActivations spills in a function that works on the activation at its first parameter, and counts what it stores.
func TestActivations(t *testing.T) {
	opts := spillOptions
	opts.Activations = []string{"vm"}
	const use = `(call $collect) (call $use (i32.load (local.get $x)))`
	const own = `(local.set $own (i32.sub (global.get $__stack_pointer) (i32.const 64)))`
	const again = `(local.set $x (i32.load offset=8 (local.get $own)))` + use
	for _, c := range []struct {
		name, body    string
		with, without int
	}{
		{"what it holds", `(local.set $x (i32.load offset=8 (local.get $frame)))` + use, 0, 1},
		{"what that points to", `(local.set $x (i32.load (i32.load (local.get $frame))))` + use, 1, 1},
		{"what it holds at an index", `(local.set $x (i32.load (i32.add (local.get $frame) (i32.shl (local.get $n) (i32.const 2)))))` + use, 0, 1},
		{"what is beside what it holds", `(local.set $x (i32.load (i32.add (local.get $frame) (i32.load (local.get $frame)))))` + use, 1, 1},
		{"inside what it holds", `(local.set $x (i32.add (i32.load (local.get $frame)) (i32.const 4)))` + use, 0, 1},
		{"itself", `(local.set $x (local.get $frame))` + use, 0, 1},
		{"the inside", `(local.set $x (i32.add (local.get $frame) (i32.const 4)))` + use, 0, 1},
		{"the next", `(local.set $frame (i32.load (local.get $frame))) (local.set $x (local.get $frame))` + use, 0, 1},
		{"static data", `(local.set $x (i32.load (i32.const 70000)))` + use, 1, 1},
		{"another parameter", `(local.set $x (i32.load (local.get $n)))` + use, 1, 1},
		{"a result", `(local.set $x (call $alloc))` + use, 1, 1},
		{"this or a result", `(local.set $x (select (i32.load (local.get $frame)) (call $alloc) (local.get $n)))` + use, 1, 1},
		{"from its own frame", own + `(i32.store offset=8 (local.get $own) (i32.load (local.get $frame)))` + again, 0, 1},
		{"a stranger from its own frame", own + `(i32.store offset=8 (local.get $own) (call $alloc))` + again, 1, 1},
		{"from its own frame, stored by others", own + again, 1, 1},
		{"from its own frame, open to others", own + `(i32.store offset=8 (local.get $own) (local.get $frame))
			(call $use (i32.add (local.get $own) (i32.const 8)))` + again, 1, 1},
		{"not its own frame for long", own + `(i32.store offset=8 (local.get $own) (local.get $frame))
			(local.set $own (call $alloc))` + again, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := parseModule(t, spillEnvironment+`(func $vm (export "vm") (param $frame i32) (param $n i32) (local $x i32) (local $own i32) `+c.body+`))`)
			given := countStores(t, m)
			if got := countStores(t, spill(t, m, opts)) - given; got != c.with {
				t.Errorf("%d stores, want %d", got, c.with)
			}
			if got := countStores(t, spill(t, m, spillOptions)) - given; got != c.without {
				t.Errorf("%d stores when the function is like any other, want %d", got, c.without)
			}
		})
	}
}

// countStores counts the stores in the only function that a module defines.
func countStores(t *testing.T, m *wasm.Module) (n int) {
	t.Helper()
	for in, err := range m.Functions[len(m.Functions)-1].Body.All() {
		if err != nil {
			t.Fatal(err)
		}
		if in.Op == wasm.OpI32Store {
			n++
		}
	}
	return n
}
