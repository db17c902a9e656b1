package passes

import (
	"math/rand/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// randomSpills makes a module whose functions hold pointers in every way: in locals, waiting on the operand stack,
// two in an i64, across blocks, loops and branches of all kinds. Pointers come from the import alloc and go to the
// import use; the import collect may run in between. It exports "run" (param i32), which always ends; a second call does nothing.
func randomSpills(seed uint64) *wasm.Module {
	g := &spillGenerator{rng: rand.New(rand.NewPCG(seed, 0)), m: &wasm.Module{}}
	g.environment()
	for range 3 + g.rng.IntN(4) {
		g.types = append(g.types, spillSignatures[g.rng.IntN(len(spillSignatures))])
	}
	var elements []uint32
	for i, t := range g.types {
		g.m.Functions = append(g.m.Functions, g.function(t, 120))
		elements = append(elements, uint32(firstRandom+i))
	}
	g.m.Tables = []wasm.TableType{{Elem: wasm.FuncRef, Limits: wasm.Limits{Min: uint32(len(elements))}}}
	g.m.Elements = []wasm.ElementSegment{{Type: wasm.FuncRef, Offset: wasm.ConstExpr(wasm.I32Const(0)), Funcs: elements}}
	g.m.Exports = append(g.m.Exports, wasm.Export{Name: "run", Index: uint32(firstRandom + len(g.types))})
	g.m.Functions = append(g.m.Functions, g.function(wasm.FuncType{Params: []wasm.ValueType{number}}, 200))
	return g.m
}

// What the code of a random module keeps in values of the two types: an i32 is a pointer or a number, as the
// generator has it, an i64 a pair of pointers.
const (
	pointer = wasm.ValueType(0x7F) // i32
	number  = wasm.ValueType(1)    // i32, too: see realTypes
	pair    = wasm.ValueType(0x7E) // i64
)

// Functions and globals of a random module.
const (
	allocFunc, useFunc, collectFunc = 0, 1, 2
	firstRandom                     = 3
	stackGlobal, spillFuelGlobal    = 0, 1
)

var spillSignatures = []wasm.FuncType{
	{},
	{Params: []wasm.ValueType{pointer}},
	{Params: []wasm.ValueType{pointer, number}, Results: []wasm.ValueType{pointer}},
	{Params: []wasm.ValueType{number, pair}, Results: []wasm.ValueType{pair, pointer}},
	{Results: []wasm.ValueType{pointer, number, pointer}},
}

// spillFuel bounds the calls and rounds of loops in the life of an instance.
const spillFuel = 100

// spillGenerator builds a random module.
type spillGenerator struct {
	rng   *rand.Rand
	m     *wasm.Module
	types []wasm.FuncType // of the random functions
	// Of the function in hand:
	code   []wasm.Instruction
	locals []wasm.ValueType
	labels []spillLabel // open blocks, innermost last
	budget int
}

// spillLabel is an open block: what a branch to it takes, and whether that is the start of a loop.
type spillLabel struct {
	types []wasm.ValueType
	loop  bool
}

func (g *spillGenerator) label(depth uint32) spillLabel { return g.labels[len(g.labels)-1-int(depth)] }

// realTypes turns what the generator tells apart into types of WebAssembly.
func realTypes(types []wasm.ValueType) []wasm.ValueType {
	var list []wasm.ValueType
	for _, t := range types {
		if t == number {
			t = wasm.I32
		}
		list = append(list, t)
	}
	return list
}

func (g *spillGenerator) typeIndex(params, results []wasm.ValueType) uint32 {
	return g.m.AddType(wasm.FuncType{Params: realTypes(params), Results: realTypes(results)})
}

func (g *spillGenerator) environment() {
	one := []wasm.ValueType{wasm.I32}
	g.m.Imports = []wasm.Import{
		{Module: "env", Name: "alloc", Kind: wasm.ExternFunc, Func: g.typeIndex(nil, one)},
		{Module: "env", Name: "use", Kind: wasm.ExternFunc, Func: g.typeIndex(one, nil)},
		{Module: "env", Name: "collect", Kind: wasm.ExternFunc, Func: g.typeIndex(nil, nil)},
	}
	g.m.Memories = []wasm.MemoryType{{Limits: wasm.Limits{Min: 1}}}
	g.m.Globals = []wasm.Global{
		{Type: wasm.GlobalType{Type: wasm.I32, Mutable: true}, Init: wasm.ConstExpr(wasm.I32Const(modelStackTop))},
		{Type: wasm.GlobalType{Type: wasm.I32, Mutable: true}, Init: wasm.ConstExpr(wasm.I32Const(spillFuel))},
	}
	g.m.Exports = []wasm.Export{
		{Name: "memory", Kind: wasm.ExternMemory},
		{Name: stackPointerGlobal, Kind: wasm.ExternGlobal, Index: stackGlobal},
	}
	names := &wasm.Names{}
	names.Set(wasm.NameFunctions, collectFunc, "collect")
	names.Set(wasm.NameGlobals, stackGlobal, stackPointerGlobal)
	g.m.SetNames(names)
}

func (g *spillGenerator) chance(percent int) bool { return g.rng.IntN(100) < percent }

func (g *spillGenerator) emit(list ...wasm.Instruction) {
	g.code = append(g.code, list...)
	g.budget -= len(list)
}

func (g *spillGenerator) function(t wasm.FuncType, budget int) wasm.Function {
	g.code, g.labels, g.budget = nil, []spillLabel{{types: t.Results}}, budget
	g.locals = append(append([]wasm.ValueType(nil), t.Params...), pointer, pointer, pointer, number, pair)
	// Without fuel nothing happens.
	g.emit(getGlobal(spillFuelGlobal), plain(wasm.OpI32Eqz), wasm.Instruction{Op: wasm.OpIf, Block: wasm.BlockEmpty})
	for _, r := range realTypes(t.Results) {
		g.emit(wasm.Zero(r))
	}
	g.emit(plain(wasm.OpReturn), plain(wasm.OpEnd))
	g.burn()
	for g.budget > 0 {
		g.statement()
	}
	g.values(t.Results)
	g.emit(plain(wasm.OpEnd))
	f := wasm.Function{Type: g.typeIndex(t.Params, t.Results), Body: wasm.Encode(g.code)}
	for _, l := range realTypes(g.locals[len(t.Params):]) {
		f.Locals = append(f.Locals, wasm.Locals{Count: 1, Type: l})
	}
	return f
}

func (g *spillGenerator) burn() {
	g.emit(getGlobal(spillFuelGlobal), wasm.I32Const(1), plain(wasm.OpI32Sub), setGlobal(spillFuelGlobal))
}

// open opens a block of some type, whose parameters are on the stack.
func (g *spillGenerator) open(op wasm.Opcode, params, results []wasm.ValueType) {
	g.emit(wasm.Instruction{Op: op, Block: wasm.BlockIndex(g.typeIndex(params, results))})
	label := spillLabel{types: results}
	if op == wasm.OpLoop {
		label = spillLabel{params, true}
	}
	g.labels = append(g.labels, label)
}

func (g *spillGenerator) close() {
	g.emit(plain(wasm.OpEnd))
	g.labels = g.labels[:len(g.labels)-1]
}
