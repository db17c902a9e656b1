package passes

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// engines are what differential tests run modules on.
var engines = []struct {
	name   string
	config func() wazero.RuntimeConfig
}{
	{"compiler", wazero.NewRuntimeConfigCompiler},
	{"interpreter", wazero.NewRuntimeConfigInterpreter},
}

// instance is a running module whose doings can be compared with another's.
type instance struct {
	module api.Module
	ctx    context.Context
}

// instantiate runs m on an engine with just the proposals that m uses. It returns an error for a start function
// that traps. Whatever it opens is closed with the test.
func instantiate(t testing.TB, config wazero.RuntimeConfig, m *wasm.Module) (*instance, error) {
	t.Helper()
	used, err := wasm.DetectFeatures(m)
	if err != nil {
		t.Fatal(err)
	}
	enabled := api.CoreFeaturesV2
	if used.Has(wasm.FeatureTailCall) {
		enabled |= experimental.CoreFeaturesTailCall
	}
	if used.Has(wasm.FeatureExceptionHandling) {
		enabled |= experimental.CoreFeaturesExceptionHandling
	}
	if used.Has(wasm.FeatureExceptionHandling) {
		stopGC(t)
	}
	ctx := context.Background()
	r := wazero.NewRuntimeWithConfig(ctx, config.WithCoreFeatures(enabled))
	t.Cleanup(func() { _ = r.Close(ctx) })
	double := func(x uint32) uint32 { return 2 * x }
	if _, err := r.NewHostModuleBuilder("env").NewFunctionBuilder().WithFunc(double).Export("callback").Instantiate(ctx); err != nil {
		t.Fatal(err)
	}
	compiled, err := r.CompileModule(ctx, binary.Encode(m))
	if err != nil {
		t.Fatal(err)
	}
	module, err := r.InstantiateModule(ctx, compiled, wazero.NewModuleConfig().WithName(""))
	if err != nil {
		return nil, err
	}
	return &instance{module, ctx}, nil
}

// stopGC keeps Go's garbage collector from running for the rest of the test. wazero 1.12.0 keeps exceptions on Go's
// heap and an exnref where the collector does not look, so an exception may be freed while a global refers to it.
func stopGC(t testing.TB) {
	percent := debug.SetGCPercent(-1)
	t.Cleanup(func() { debug.SetGCPercent(percent) })
}

// call returns what the host can see of a call: results or trap, then the exported globals and the memory.
func (i *instance) call(name string, args []uint64) string {
	var b strings.Builder
	f := i.module.ExportedFunction(name)
	results, err := f.Call(i.ctx, args...)
	for n, t := range f.Definition().ResultTypes() {
		if t == api.ValueTypeI32 && n < len(results) {
			results[n] = uint64(uint32(results[n])) // the upper half is not defined
		}
	}
	if err != nil {
		fmt.Fprintf(&b, "trap: %s", trapKind(err))
	} else {
		fmt.Fprintf(&b, "results: %x", results)
	}
	if g := i.module.ExportedGlobal("count"); g != nil {
		fmt.Fprintf(&b, " count: %x", g.Get())
	}
	if g := i.module.ExportedGlobal("seen"); g != nil {
		fmt.Fprintf(&b, " seen: %x", g.Get())
	}
	if mem := i.module.ExportedMemory("memory"); mem != nil {
		bytes, _ := mem.Read(0, 256)
		fmt.Fprintf(&b, " memory: %x", bytes)
	}
	return b.String()
}

// trapKind returns the first line of an error. What the lowering expresses by unreachable counts as that: an
// exception that nobody catches, and throw_ref of null.
func trapKind(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	line = strings.TrimSuffix(strings.TrimPrefix(line, "wasm error: "), " (recovered by wazero)")
	switch line {
	case "uncaught exception", "null reference":
		return "unreachable"
	}
	return line
}

// arguments returns lists of arguments for a function: all combinations of telling values while they are few,
// then random ones.
func arguments(def api.FunctionDefinition, rng *rand.Rand, random int) [][]uint64 {
	lists := [][]uint64{nil}
	for _, p := range def.ParamTypes() {
		var longer [][]uint64
		for _, list := range lists {
			for _, v := range tellingValues(p) {
				longer = append(longer, append(slices.Clone(list), v))
			}
		}
		lists = longer
	}
	for range random {
		var list []uint64
		for _, p := range def.ParamTypes() {
			v := rng.Uint64() >> (rng.UintN(8) * 8)
			if p == api.ValueTypeI32 {
				v = uint64(uint32(v))
			}
			list = append(list, v)
		}
		lists = append(lists, list)
	}
	return lists
}

func tellingValues(t api.ValueType) []uint64 {
	if t == api.ValueTypeI32 {
		return []uint64{0, 1, 2, 3, 4, 5, 6, 7, 100, 101, 255, math.MaxInt32, math.MaxUint32}
	}
	return []uint64{0, 1, 1 << 40, math.Float64bits(-2.5), math.MaxUint64}
}

// exportedFunctions returns the names of the functions a module exports, in order.
func exportedFunctions(m *wasm.Module) (names []string) {
	for _, e := range m.Exports {
		if e.Kind == wasm.ExternFunc {
			names = append(names, e.Name)
		}
	}
	return names
}

// compareModules calls the exports of two modules with the same arguments in the same order, on one instance of
// each, and compares what happens. An exception that leaks from one call into the next shows as well. It leaves
// out the exports that skip names.
func compareModules(t *testing.T, a, b *instance, names, skip []string, random int) {
	t.Helper()
	rng := rand.New(rand.NewPCG(1, 2))
	for _, name := range names {
		if slices.Contains(skip, name) {
			continue
		}
		for _, args := range arguments(a.module.ExportedFunction(name).Definition(), rng, random) {
			want, got := a.call(name, args), b.call(name, args)
			if got != want {
				t.Errorf("%s(%x):\nbefore the pass %s\nafter it        %s", name, args, want, got)
				return
			}
		}
		if thrown := b.module.ExportedGlobal(ThrownGlobal); thrown != nil && thrown.Get() != 0 {
			t.Errorf("after %s the host finds %s = %d", name, ThrownGlobal, thrown.Get())
		}
	}
}

// excused lists the exports of golden cases that run into engineBugs, by case and engine.
var excused = map[string][]string{
	"tags/compiler":       {"levels"},
	"vectors/compiler":    {"carry"},
	"vectors/interpreter": {"carry"},
}

// TestExceptionLoweringBehaviour runs every golden case on wazero's own exceptions and, lowered, on core
// WebAssembly, each by the compiler and by the interpreter.
func TestExceptionLoweringBehaviour(t *testing.T) {
	for name, src := range cases(t, exceptionLoweringName) {
		before := parseModule(t, src)
		after, err := Run(context.Background(), before, []string{exceptionLoweringName}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range engines {
			for _, y := range engines {
				t.Run(fmt.Sprintf("%s/%s/lowered-%s", name, x.name, y.name), func(t *testing.T) {
					a, b := mustInstantiate(t, x.config(), before), mustInstantiate(t, y.config(), after)
					compareModules(t, a, b, exportedFunctions(before), excused[name+"/"+x.name], 200)
				})
			}
		}
	}
}

// mustInstantiate is instantiate for modules whose start function, if any, returns.
func mustInstantiate(t testing.TB, config wazero.RuntimeConfig, m *wasm.Module) *instance {
	t.Helper()
	i, err := instantiate(t, config, m)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// callRun instantiates m and calls its export "run".
func callRun(t testing.TB, config wazero.RuntimeConfig, m *wasm.Module) string {
	t.Helper()
	return mustInstantiate(t, config, m).call("run", nil)
}

// TestUncaughtAtStart traps, as the specification says, when the start function throws.
func TestUncaughtAtStart(t *testing.T) {
	before := parseModule(t, `(module (tag $e) (start $throw) (func $throw throw $e))`)
	after, err := Run(context.Background(), before, []string{exceptionLoweringName}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range engines {
		for _, m := range []*wasm.Module{before, after} {
			if _, err := instantiate(t, e.config(), m); err == nil {
				t.Errorf("%s: instantiation succeeded, want a trap", e.name)
			}
		}
	}
}
