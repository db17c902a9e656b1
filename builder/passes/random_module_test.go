package passes

import (
	"math/rand/v2"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// randomModule makes a valid module full of exceptions: several tags, functions that call each other directly, by
// table and by tail call, try_tables with all kinds of clauses in and around blocks, loops and branches of all kinds.
// It exports "run" (param i32 i32) (result i32), which always ends: loops and calls use up fuel. The exported global
// "count" takes part of nearly everything that happens, so a difference in what runs shows there.
func randomModule(seed uint64) *wasm.Module {
	g := &generator{rng: rand.New(rand.NewPCG(seed, 0)), m: &wasm.Module{}}
	g.refs = g.rng.IntN(2) == 0
	g.globals()
	g.tags()
	g.functions()
	return g.m
}

// Globals of a random module.
const (
	fuelGlobal  = 0 // i32: what is left for this run
	countGlobal = 1 // i32: exported
	refGlobal   = 2 // exnref
)

// maxFuel bounds the calls and rounds of loops of one run.
const maxFuel = 150

// generator builds a random module.
type generator struct {
	rng  *rand.Rand
	m    *wasm.Module
	refs bool // clauses may take an exnref, so payloads are small
	tag  []wasm.FuncType
	fn   []wasm.FuncType // of the functions that code may call
	// Of the function in hand:
	code   []wasm.Instruction
	locals []wasm.ValueType // parameters included
	labels []randomLabel    // open blocks, innermost last
	budget int              // instructions still allowed, roughly
}

// randomLabel is an open block: what a branch to it takes.
type randomLabel struct{ types []wasm.ValueType }

func (g *generator) chance(percent int) bool { return g.rng.IntN(100) < percent }

func pick[T any](g *generator, list []T) T { return list[g.rng.IntN(len(list))] }

func (g *generator) globals() {
	g.m.Globals = []wasm.Global{
		{Type: wasm.GlobalType{Type: wasm.I32, Mutable: true}, Init: wasm.ConstExpr(wasm.I32Const(0))},
		{Type: wasm.GlobalType{Type: wasm.I32, Mutable: true}, Init: wasm.ConstExpr(wasm.I32Const(1))},
		{Type: wasm.GlobalType{Type: wasm.ExnRef, Mutable: true}, Init: wasm.ConstExpr(wasm.RefNull(wasm.ExnRef))},
	}
	g.m.Exports = []wasm.Export{{Name: "count", Kind: wasm.ExternGlobal, Index: countGlobal}}
}

func (g *generator) tags() {
	payloads := [][]wasm.ValueType{{}, {wasm.I32}, {wasm.F32}}
	if !g.refs {
		payloads = append(payloads, []wasm.ValueType{wasm.I64, wasm.I32}, []wasm.ValueType{wasm.F64, wasm.I32, wasm.I32})
	}
	for range 1 + g.rng.IntN(4) {
		t := wasm.FuncType{Params: pick(g, payloads)}
		g.tag = append(g.tag, t)
		g.m.Tags = append(g.m.Tags, wasm.Tag{Type: g.m.AddType(t)})
	}
}

func (g *generator) functions() {
	signatures := []wasm.FuncType{
		{},
		{Params: []wasm.ValueType{wasm.I32}},
		{Params: []wasm.ValueType{wasm.I32}, Results: []wasm.ValueType{wasm.I32}},
		{Params: []wasm.ValueType{wasm.I64, wasm.I32}, Results: []wasm.ValueType{wasm.I32, wasm.I64}},
		{Params: []wasm.ValueType{wasm.ExnRef}, Results: []wasm.ValueType{wasm.ExnRef}},
		{Results: []wasm.ValueType{wasm.F32}},
	}
	count := 3 + g.rng.IntN(5)
	for range count {
		g.fn = append(g.fn, pick(g, signatures))
	}
	var elements []uint32
	for i, t := range g.fn {
		g.m.Functions = append(g.m.Functions, g.function(t))
		elements = append(elements, uint32(i))
	}
	g.m.Tables = []wasm.TableType{{Elem: wasm.FuncRef, Limits: wasm.Limits{Min: uint32(count) + 1}}}
	g.m.Elements = []wasm.ElementSegment{{
		Type: wasm.FuncRef, Offset: wasm.ConstExpr(wasm.I32Const(0)), Funcs: elements,
	}}
	g.entry()
}

// entry adds the exported function, which nothing calls.
func (g *generator) entry() {
	t := wasm.FuncType{Params: []wasm.ValueType{wasm.I32, wasm.I32}, Results: []wasm.ValueType{wasm.I32}}
	g.begin(t)
	g.budget = 60
	g.emit(wasm.I32Const(maxFuel), setGlobal(fuelGlobal))
	for range 3 {
		g.call(uint32(g.rng.IntN(len(g.fn))))
	}
	g.value(wasm.I32)
	f := g.finish(t)
	g.m.Exports = append(g.m.Exports, wasm.Export{Name: "run", Kind: wasm.ExternFunc, Index: uint32(len(g.m.Functions))})
	g.m.Functions = append(g.m.Functions, f)
}

// begin starts a function with some locals of each type.
func (g *generator) begin(t wasm.FuncType) {
	g.code, g.labels = nil, []randomLabel{{t.Results}}
	g.locals = slices.Concat(t.Params, []wasm.ValueType{wasm.I32, wasm.I32, wasm.I64, wasm.F32, wasm.F64, wasm.ExnRef})
	g.budget = 150
}

func (g *generator) finish(t wasm.FuncType) wasm.Function {
	g.emit(plain(wasm.OpEnd))
	f := wasm.Function{Type: g.m.AddType(t), Body: wasm.Encode(g.code)}
	for _, l := range g.locals[len(t.Params):] {
		f.Locals = append(f.Locals, wasm.Locals{Count: 1, Type: l})
	}
	return f
}

func (g *generator) function(t wasm.FuncType) wasm.Function {
	g.begin(t)
	g.emit(getGlobal(fuelGlobal), plain(wasm.OpI32Eqz), wasm.Instruction{Op: wasm.OpIf, Block: wasm.BlockEmpty})
	for _, r := range t.Results {
		g.emit(wasm.Zero(r))
	}
	g.emit(plain(wasm.OpReturn), plain(wasm.OpEnd))
	g.burn()
	g.statements()
	for _, r := range t.Results {
		g.value(r)
	}
	return g.finish(t)
}

// burn uses up fuel, which must not be 0.
func (g *generator) burn() {
	g.emit(getGlobal(fuelGlobal), wasm.I32Const(1), plain(wasm.OpI32Sub), setGlobal(fuelGlobal))
}

func (g *generator) emit(list ...wasm.Instruction) {
	g.code = append(g.code, list...)
	g.budget -= len(list)
}

// open opens a block; branches to it take the types given.
func (g *generator) open(op wasm.Opcode, t wasm.FuncType, lists *wasm.Lists) {
	in := wasm.Instruction{Op: op, Block: wasm.BlockEmpty, Lists: lists}
	if len(t.Params)+len(t.Results) > 0 {
		in.Block = wasm.BlockIndex(g.m.AddType(t))
		if len(t.Params) == 0 && len(t.Results) == 1 && g.chance(70) {
			in.Block = wasm.BlockOf(t.Results[0])
		}
	}
	g.emit(in)
	label := randomLabel{t.Results}
	if op == wasm.OpLoop {
		label.types = t.Params
	}
	g.labels = append(g.labels, label)
}

func (g *generator) close() {
	g.emit(plain(wasm.OpEnd))
	g.labels = g.labels[:len(g.labels)-1]
}

// local returns a local of a type, adding one if need be.
func (g *generator) local(t wasm.ValueType) uint32 {
	var found []uint32
	for i, l := range g.locals {
		if l == t {
			found = append(found, uint32(i))
		}
	}
	if len(found) == 0 {
		g.locals = append(g.locals, t)
		return uint32(len(g.locals) - 1)
	}
	return pick(g, found)
}

// fresh adds a local.
func (g *generator) fresh(t wasm.ValueType) uint32 {
	g.locals = append(g.locals, t)
	return uint32(len(g.locals) - 1)
}

// consume takes values off the stack, the last type on top, and lets most of them count.
func (g *generator) consume(types []wasm.ValueType) {
	for _, t := range slices.Backward(types) {
		switch {
		case t == wasm.ExnRef && g.chance(50):
			g.emit(setGlobal(refGlobal))
		case g.chance(20):
			g.emit(plain(wasm.OpDrop))
		case g.chance(30) || t == wasm.ExnRef:
			g.emit(wasm.Instruction{Op: wasm.OpLocalSet, Index: g.local(t)})
		default:
			g.toI32(t)
			g.emit(getGlobal(countGlobal), wasm.I32Const(33), plain(wasm.OpI32Mul), plain(wasm.OpI32Add), setGlobal(countGlobal))
		}
	}
}

// toI32 turns a number on the stack into an i32.
func (g *generator) toI32(t wasm.ValueType) {
	switch t {
	case wasm.F64:
		g.emit(plain(wasm.OpI64ReinterpretF64), plain(wasm.OpI32WrapI64))
	case wasm.I64:
		g.emit(plain(wasm.OpI32WrapI64))
	case wasm.F32:
		g.emit(plain(wasm.OpI32ReinterpretF32))
	}
}
