package passes

import (
	"context"
	"testing"

	"github.com/tetratelabs/wazero"
)

// engineBugs are cases where wazero 1.12.0 does not run exceptions as the specification says. wrong is what it
// answers. right is what Binaryen's interpreter answers (wasm-opt --fuzz-exec), and what the lowered module does
// on both of wazero's engines. Golden cases that run into one of these are compared with the interpreter alone.
var engineBugs = []struct {
	name   string
	engine func() wazero.RuntimeConfig
	src    string
	wrong  string
	right  string
}{
	{
		name:   "the compiler forgets what try_table's body stored in a local",
		engine: wazero.NewRuntimeConfigCompiler,
		src: `(module (tag $e) (func (export "run") (result i32) (local $x i32)
			block $caught
				try_table (catch $e $caught)
					(local.set $x (i32.const 2))
					throw $e
				end
			end
			local.get $x))`,
		wrong: "results: [0]",
		right: "results: [2]",
	},
	{
		name:   "the compiler loses half of a vector that a tag carries",
		engine: wazero.NewRuntimeConfigCompiler,
		src:    vectorSource,
		wrong:  "results: [3]",
		right:  "results: [7]",
	},
	{
		name:   "the interpreter loses half of a vector that a tag carries",
		engine: wazero.NewRuntimeConfigInterpreter,
		src:    vectorSource,
		wrong:  "trap: runtime error: index out of range [-1]",
		right:  "results: [7]",
	},
}

const vectorSource = `(module (tag $v (param v128 i32)) (func (export "run") (result i64)
	block $caught (result v128 i32)
		try_table (catch $v $caught)
			(throw $v (i64x2.splat (i64.const 7)) (i32.const 3))
		end
		unreachable
	end
	drop
	i64x2.extract_lane 1))`

// TestEngineBugs fails when wazero mends its ways: then the entry, and what it excuses, can go.
func TestEngineBugs(t *testing.T) {
	for _, bug := range engineBugs {
		t.Run(bug.name, func(t *testing.T) {
			before := parseModule(t, bug.src)
			if got := callRun(t, bug.engine(), before); got != bug.wrong {
				t.Errorf("wazero answers %q, no longer %q: remove this entry", got, bug.wrong)
			}
			after, err := Run(context.Background(), before, []string{exceptionLoweringName}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range engines {
				if got := callRun(t, e.config(), after); got != bug.right {
					t.Errorf("lowered, the %s answers %q, want %q", e.name, got, bug.right)
				}
			}
		})
	}
}

// TestSelectOfExnref lowers a module that wazero refuses (it knows no exnref in select), though it is valid.
func TestSelectOfExnref(t *testing.T) {
	before := parseModule(t, `(module (tag $e (param i32))
		(func (export "run") (result i32)
			block $caught (result i32)
				try_table (catch $e $caught)
					block $ref (result i32 exnref)
						try_table (catch_ref $e $ref)
							(throw $e (i32.const 5))
						end
						unreachable
					end
					ref.null exn
					i32.const 1
					select (result exnref)
					throw_ref
				end
				unreachable
			end))`)
	after, err := lowerExceptions(before, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range engines {
		if got, want := callRun(t, e.config(), after), "results: [5]"; got != want {
			t.Errorf("%s: %s, want %s", e.name, got, want)
		}
	}
}
