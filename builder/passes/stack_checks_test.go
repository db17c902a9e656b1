package passes

import (
	"context"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// stackOptions are those of the golden cases.
var stackOptions = Options{StackChecks: StackChecks{Check: "check", In: []StackCheck{{Name: "f", Frame: 64}}}}

// TestStackIsChecked calls a function that recurs as deep as the frames allow, and one deeper.
func TestStackIsChecked(t *testing.T) {
	m := parseModule(t, cases(t, stackChecksName)["recursion"])
	out, err := Run(context.Background(), m, []string{stackChecksName}, stackOptions)
	if err != nil {
		t.Fatal(err)
	}
	for _, engine := range engines {
		i, err := instantiate(t, engine.config(), out)
		if err != nil {
			t.Fatal(err)
		}
		const depth = (1024 - 128) / 64
		if got := i.call("f", []uint64{depth, 0}); !strings.HasPrefix(got, "results: [f]") {
			t.Errorf("%s: %d deep: got %s, want 15", engine.name, depth, got)
		}
		if sp := i.module.ExportedGlobal("stack").Get(); sp != 1024 {
			t.Errorf("%s: the stack pointer is %d after the call, want 1024", engine.name, sp)
		}
		if got := i.call("f", []uint64{depth + 1, 0}); !strings.HasPrefix(got, "trap: unreachable") {
			t.Errorf("%s: %d deep: got %s, want the check to fail", engine.name, depth+1, got)
		}
	}
}

func TestStackChecksRefuse(t *testing.T) {
	const stack = `(module (global $__stack_pointer (mut i32) (i32.const 0))`
	tests := []struct{ name, src, want string }{
		{"no check", stack + `(func $f))`, `nothing called "check"`},
		{"no function", stack + `(func $check))`, `nothing called "f"`},
		{"no stack", `(module (func $check) (func $f))`, `nothing called "__stack_pointer"`},
		{"parameters", stack + `(func $check (param i32)) (func $f))`, "check has parameters"},
		{"import", `(module (import "env" "f" (func $f)) (global $__stack_pointer (mut i32) (i32.const 0)) (func $check))`, "it is imported"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Run(context.Background(), parseModule(t, test.src), []string{stackChecksName}, stackOptions)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one that says %q", err, test.want)
			}
		})
	}
	twice := parseModule(t, stack+`(func $check) (func $f) (func $g))`)
	names, err := twice.Names()
	if err != nil {
		t.Fatal(err)
	}
	names.Maps[wasm.NameFunctions][2] = "f" // as static functions of two C files
	if _, err := oneNamed(names, wasm.NameFunctions, "f"); err == nil || !strings.Contains(err.Error(), `2 things of the module are called "f"`) {
		t.Errorf("error %v, want one that says that two have the name", err)
	}
	odd := stackOptions
	odd.StackChecks.In = []StackCheck{{Name: "f", Frame: 8}}
	_, err = Run(context.Background(), parseModule(t, stack+`(func $check) (func $f))`), []string{stackChecksName}, odd)
	if err == nil || !strings.Contains(err.Error(), "multiple of 16") {
		t.Errorf("error %v, want one that asks for a multiple of 16", err)
	}
}

// TestStackChecksOfAbsentFunctions leaves a module as it is where all that it may check is absent.
func TestStackChecksOfAbsentFunctions(t *testing.T) {
	m := parseModule(t, `(module (global $__stack_pointer (mut i32) (i32.const 0)) (func $check))`)
	absent := stackOptions
	absent.StackChecks.In = []StackCheck{{Name: "f", Frame: 64, Optional: true}}
	out, err := Run(context.Background(), m, []string{stackChecksName}, absent)
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Functions) != len(m.Functions) {
		t.Errorf("%d functions, want %d", len(out.Functions), len(m.Functions))
	}
}
