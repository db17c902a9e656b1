package passes

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// fuelOptions are those of the golden cases.
var fuelOptions = Options{Fuel: Fuel{Global: "fuel", Out: "out", Calls: []string{"counted"}, Exempt: []string{"exempt"}}}

// meterModule runs the pass over a module in wat.
func meterModule(t testing.TB, src string) (before, after *wasm.Module) {
	t.Helper()
	before = parseModule(t, src)
	after, err := Run(context.Background(), before, []string{fuelMeteringName}, fuelOptions)
	if err != nil {
		t.Fatal(err)
	}
	return before, after
}

// TestFuelIsCounted runs every function of the golden cases, and expects as many units to be burnt as its argument says.
func TestFuelIsCounted(t *testing.T) {
	extra := map[string]uint64{"counted": 1, "nested": 0, "exempt": 0, "out": 0}
	for name, src := range cases(t, fuelMeteringName) {
		_, after := meterModule(t, src)
		for _, engine := range engines {
			for _, f := range exportedFunctions(after) {
				t.Run(name+"/"+f+"/"+engine.name, func(t *testing.T) {
					for n := range uint64(6) {
						i, err := instantiate(t, engine.config(), after)
						if err != nil {
							t.Fatal(err)
						}
						i.call(f, []uint64{n})
						want := n + extra[f]
						if f == "exempt" {
							want = 0
						}
						if got := 1000 - i.module.ExportedGlobal("fuel").Get(); got != want {
							t.Errorf("%s(%d) burns %d units, want %d", f, n, got, want)
						}
					}
				})
			}
		}
	}
}

// TestFuelRunsOut ends a loop that does not end by itself, from the function that is called when fuel runs out.
func TestFuelRunsOut(t *testing.T) {
	_, after := meterModule(t, `(module
		(global $fuel (export "fuel") (mut i32) (i32.const 0x80000064)) ;; 100 units, and the bit that is left alone
		(func $out unreachable)
		(func $counted) (func $exempt)
		(func (export "run") loop $again br $again end))`)
	for _, engine := range engines {
		i, err := instantiate(t, engine.config(), after)
		if err != nil {
			t.Fatal(err)
		}
		if got := i.call("run", nil); !strings.HasPrefix(got, "trap: unreachable") {
			t.Errorf("%s: got %s, want the trap of the function that is called", engine.name, got)
		}
		if got := uint32(i.module.ExportedGlobal("fuel").Get()); got != 0x7fffffff {
			t.Errorf("%s: the global is %#x, want one below no units", engine.name, got)
		}
	}
}

// TestMeteringKeepsMeaning compares random modules before and after, with fuel that lasts.
func TestMeteringKeepsMeaning(t *testing.T) {
	for seed := range uint64(100) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { compareMetered(t, seed) })
	}
}

// FuzzFuelMetering goes on where TestMeteringKeepsMeaning ends.
func FuzzFuelMetering(f *testing.F) {
	for _, seed := range []uint64{1 << 32, 1 << 40, 1 << 63} {
		f.Add(seed)
	}
	f.Fuzz(compareMetered)
}

func compareMetered(t *testing.T, seed uint64) {
	before, err := Run(context.Background(), randomModule(seed), []string{exceptionLoweringName}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	before = withFuel(t, before)
	after, err := Run(context.Background(), before, []string{fuelMeteringName}, Options{Fuel: Fuel{Global: "fuel", Out: "out"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range engines {
		want, got := callRun(t, e.config(), before), callRun(t, e.config(), after)
		if got != want {
			t.Errorf("%s:\nbefore the pass %s\nafter it        %s", e.name, want, got)
		}
	}
}

// withFuel adds what the pass needs to a module.
func withFuel(t *testing.T, m *wasm.Module) *wasm.Module {
	out := m.Clone()
	names, err := out.Names()
	if err != nil {
		t.Fatal(err)
	}
	if names == nil {
		names = new(wasm.Names)
	}
	names.Set(wasm.NameFunctions, uint32(len(out.FuncTypeIndices())), "out")
	names.Set(wasm.NameGlobals, uint32(len(out.GlobalTypes())), "fuel")
	out.Functions = append(out.Functions, wasm.Function{
		Type: out.AddType(wasm.FuncType{}),
		Body: wasm.Encode([]wasm.Instruction{{Op: wasm.OpUnreachable}, {Op: wasm.OpEnd}}),
	})
	out.Globals = append(out.Globals, wasm.Global{
		Type: wasm.GlobalType{Type: wasm.I32, Mutable: true},
		Init: wasm.ConstExpr(wasm.I32Const(0x3fffffff)),
	})
	out.SetNames(names)
	return out
}

func TestFuelMeteringRefuses(t *testing.T) {
	const fuel, out = `(global $fuel (mut i32) (i32.const 0))`, `(func $out) (func $counted) (func $exempt)`
	tests := []struct{ name, src, want string }{
		{"no global", out, `nothing called "fuel"`},
		{"no function", fuel, `nothing called "out"`},
		{"constant", `(global $fuel i32 (i32.const 0))` + out, "fuel is not a mutable i32"},
		{"wide", `(global $fuel (mut i64) (i64.const 0))` + out, "fuel is not a mutable i32"},
		{"parameters", fuel + `(func $out (param i32)) (func $counted) (func $exempt)`, "out has parameters"},
		{"exceptions", fuel + out + `(tag $e) (func throw $e)`, "run exception-lowering first"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Run(context.Background(), parseModule(t, fmt.Sprintf("(module %s)", test.src)), []string{fuelMeteringName}, fuelOptions)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one that says %q", err, test.want)
			}
		})
	}
}
