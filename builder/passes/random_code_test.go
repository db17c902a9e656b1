package passes

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/tetratelabs/wazero"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// statements generates a few statements: code that leaves the stack as it was.
func (g *generator) statements() {
	for range 1 + g.rng.IntN(4) {
		if g.budget <= 0 {
			return
		}
		g.statement()
	}
}

func (g *generator) statement() {
	switch n := g.rng.IntN(100); {
	case n < 15:
		t := pick(g, []wasm.ValueType{wasm.I32, wasm.I64, wasm.F32, wasm.ExnRef})
		g.value(t)
		g.consume([]wasm.ValueType{t})
	case n < 30:
		g.call(uint32(g.rng.IntN(len(g.fn))))
	case n < 38:
		g.guarded(g.leave)
	case n < 53:
		g.guarded(g.throw)
	case n < 60:
		g.loop()
	case n < 70:
		g.value(wasm.I32)
		g.open(wasm.OpIf, wasm.FuncType{}, nil)
		g.statements()
		if g.chance(50) {
			g.emit(plain(wasm.OpElse))
			g.statements()
		}
		g.close()
	case n < 76:
		g.open(wasm.OpBlock, wasm.FuncType{}, nil)
		g.statements()
		g.close()
	default:
		g.try(nil)
	}
}

// guarded generates code that does not come back, sometimes behind a condition, sometimes followed by dead code.
func (g *generator) guarded(final func()) {
	conditional := g.chance(85)
	if conditional {
		g.value(wasm.I32)
		g.emit(wasm.I32Const(int32(1+g.rng.IntN(3))), plain(wasm.OpI32And))
		g.open(wasm.OpIf, wasm.FuncType{}, nil)
	}
	final()
	if conditional {
		g.close()
	}
}

// leave generates a branch, return or tail call.
func (g *generator) leave() {
	switch n := g.rng.IntN(10); {
	case n < 5:
		g.branch(wasm.OpBr)
	case n < 7:
		depth := uint32(g.rng.IntN(len(g.labels)))
		types := g.labelTypes(depth)
		var same []uint32
		for d := range uint32(len(g.labels)) {
			if slices.Equal(g.labelTypes(d), types) {
				same = append(same, d)
			}
		}
		g.values(types)
		g.value(wasm.I32)
		g.emit(wasm.I32Const(3), plain(wasm.OpI32And),
			wasm.Instruction{Op: wasm.OpBrTable, Index: depth, Lists: &wasm.Lists{Labels: []uint32{pick(g, same), pick(g, same)}}})
	case n < 8:
		if f := g.callFor(g.labels[0].types); f >= 0 {
			g.values(g.fn[f].Params)
			g.emit(wasm.Instruction{Op: wasm.OpCall, Index: uint32(f)}, plain(wasm.OpReturn))
			return
		}
		g.values(g.labels[0].types)
		g.emit(plain(wasm.OpReturn))
	default:
		f := g.callFor(g.labels[0].types)
		if f < 0 {
			g.emit(plain(wasm.OpUnreachable))
			return
		}
		g.values(g.fn[f].Params)
		if g.chance(50) {
			g.emit(wasm.Instruction{Op: wasm.OpReturnCall, Index: uint32(f)})
		} else {
			g.emit(wasm.I32Const(int32(f)), wasm.Instruction{Op: wasm.OpReturnCallIndirect, Index: g.m.AddType(g.fn[f])})
		}
	}
}

// callFor returns a function with these results, or -1.
func (g *generator) callFor(results []wasm.ValueType) int {
	var found []int
	for i, t := range g.fn {
		if slices.Equal(t.Results, results) {
			found = append(found, i)
		}
	}
	if len(found) == 0 {
		return -1
	}
	return pick(g, found)
}

func (g *generator) labelTypes(depth uint32) []wasm.ValueType {
	return g.labels[len(g.labels)-1-int(depth)].types
}

func (g *generator) branch(op wasm.Opcode) {
	depth := uint32(g.rng.IntN(len(g.labels)))
	g.values(g.labelTypes(depth))
	g.emit(wasm.Instruction{Op: op, Index: depth})
}

func (g *generator) throw() {
	if g.refs && g.chance(40) {
		g.throwRef()
		return
	}
	tag := g.rng.IntN(len(g.tag))
	g.values(g.tag[tag].Params)
	g.emit(wasm.Instruction{Op: wasm.OpThrow, Index: uint32(tag)})
}

// throwRef throws what was caught earlier; if that is null, mostly nothing, for a trap ends the run.
func (g *generator) throwRef() {
	ref := g.fresh(wasm.ExnRef)
	g.value(wasm.ExnRef)
	g.emit(wasm.Instruction{Op: wasm.OpLocalTee, Index: ref}, plain(wasm.OpRefIsNull), plain(wasm.OpI32Eqz))
	if g.chance(10) {
		g.emit(plain(wasm.OpDrop), wasm.I32Const(1))
	}
	g.open(wasm.OpIf, wasm.FuncType{}, nil)
	g.emit(wasm.Instruction{Op: wasm.OpLocalGet, Index: ref}, plain(wasm.OpThrowRef))
	g.close()
}

// loop generates a loop that goes on while there is fuel and a value is odd.
func (g *generator) loop() {
	g.open(wasm.OpLoop, wasm.FuncType{}, nil)
	g.emit(getGlobal(fuelGlobal))
	g.open(wasm.OpIf, wasm.FuncType{}, nil)
	g.burn()
	g.statements()
	g.value(wasm.I32)
	g.emit(wasm.I32Const(1), plain(wasm.OpI32And), wasm.Instruction{Op: wasm.OpBrIf, Index: 1})
	g.close()
	g.close()
}

func (g *generator) call(f uint32) {
	t := g.fn[f]
	g.values(t.Params)
	if g.chance(30) {
		// Now and then another element than the one of this type: most likely a trap.
		index := int32(f)
		if g.chance(5) {
			index = int32(g.rng.IntN(len(g.fn) + 1))
		}
		g.emit(wasm.I32Const(index), wasm.Instruction{Op: wasm.OpCallIndirect, Index: g.m.AddType(t)})
	} else {
		g.emit(wasm.Instruction{Op: wasm.OpCall, Index: f})
	}
	g.consume(t.Results)
}

func (g *generator) values(types []wasm.ValueType) {
	for _, t := range types {
		g.value(t)
	}
}

// value generates code that leaves one value.
func (g *generator) value(t wasm.ValueType) {
	if g.budget > 0 {
		switch n := g.rng.IntN(100); {
		case n < 12:
			g.try([]wasm.ValueType{t})
			return
		case n < 20:
			g.open(wasm.OpBlock, wasm.FuncType{Results: []wasm.ValueType{t}}, nil)
			g.statements()
			g.value(t)
			if g.chance(30) {
				g.value(wasm.I32)
				g.emit(wasm.I32Const(1), plain(wasm.OpI32And), wasm.Instruction{Op: wasm.OpBrIf})
			}
			g.close()
			return
		case n < 35 && t == wasm.I32:
			g.value(wasm.I32)
			g.value(wasm.I32)
			g.emit(plain(pick(g, []wasm.Opcode{wasm.OpI32Add, wasm.OpI32Sub, wasm.OpI32Mul, wasm.OpI32Xor})))
			return
		case n < 45 && t == wasm.I32 && g.refs:
			g.value(wasm.ExnRef)
			g.emit(plain(wasm.OpRefIsNull))
			return
		}
	}
	g.leaf(t)
}

// leaf generates a value by one instruction.
func (g *generator) leaf(t wasm.ValueType) {
	switch {
	case t == wasm.ExnRef && g.chance(40):
		g.emit(getGlobal(refGlobal))
	case g.chance(60):
		g.emit(wasm.Instruction{Op: wasm.OpLocalGet, Index: g.local(t)})
	case t == wasm.I32 && g.chance(30):
		g.emit(getGlobal(countGlobal))
	case t == wasm.I32:
		g.emit(wasm.I32Const(int32(g.rng.IntN(1000)) - 100))
	default:
		g.emit(wasm.Zero(t))
	}
}

// try generates a try_table that leaves values of these types. What a clause hands over goes to a block around it,
// or to any open block that takes just that.
func (g *generator) try(want []wasm.ValueType) {
	var kept []uint32
	for _, t := range want {
		kept = append(kept, g.fresh(t))
	}
	clauses, around := g.clauses()
	for _, types := range slices.Backward(around) {
		g.open(wasm.OpBlock, wasm.FuncType{Results: types}, nil)
	}
	t := wasm.FuncType{Results: want}
	if g.chance(30) {
		t.Params = []wasm.ValueType{pick(g, []wasm.ValueType{wasm.I32, wasm.I64})}
		g.values(t.Params)
	}
	g.open(wasm.OpTryTable, t, &wasm.Lists{Catches: clauses})
	g.consume(t.Params)
	g.statements()
	g.values(want)
	g.close()
	for _, l := range slices.Backward(kept) {
		g.emit(wasm.Instruction{Op: wasm.OpLocalSet, Index: l})
	}
	for _, types := range around {
		for _, t := range types {
			g.leaf(t)
		}
		g.close()
		g.consume(types)
	}
	for _, l := range kept {
		g.emit(wasm.Instruction{Op: wasm.OpLocalGet, Index: l})
	}
}

// clauses makes catch clauses, and the types of the blocks that have to be opened around the try_table for them,
// innermost first.
func (g *generator) clauses() (clauses []wasm.Catch, around [][]wasm.ValueType) {
	count := g.rng.IntN(4)
	var needs [][]wasm.ValueType // what each clause hands over
	for range count {
		c := wasm.Catch{Kind: pick(g, []wasm.CatchKind{wasm.CatchTag, wasm.CatchTag, wasm.CatchAll})}
		if g.refs && g.chance(50) {
			c.Kind++ // the kind that also hands over an exnref
		}
		var types []wasm.ValueType
		if c.Kind.HasTag() {
			c.Tag = uint32(g.rng.IntN(len(g.tag)))
			types = slices.Clone(g.tag[c.Tag].Params)
		}
		if c.Kind.HasRef() {
			types = append(types, wasm.ExnRef)
		}
		clauses, needs = append(clauses, c), append(needs, types)
	}
	shared := make([]int, count) // depth of an open block that takes what the clause hands over, or -1
	for i, types := range needs {
		if shared[i] = g.labelFor(types); shared[i] < 0 || g.chance(50) {
			shared[i] = -1
			clauses[i].Label = uint32(len(around))
			around = append(around, types)
		}
	}
	for i, depth := range shared {
		if depth >= 0 {
			clauses[i].Label = uint32(depth + len(around))
		}
	}
	return clauses, around
}

// labelFor returns the depth of an open block that takes just these types, or -1.
func (g *generator) labelFor(types []wasm.ValueType) int {
	var found []int
	for depth := range g.labels {
		if slices.Equal(g.labelTypes(uint32(depth)), types) {
			found = append(found, depth)
		}
	}
	if len(found) == 0 {
		return -1
	}
	return pick(g, found)
}

// TestRandomModules compares random modules before and after exception-lowering. The oracle is wazero's
// interpreter, since the compiler is wrong about locals (see engineBugs).
func TestRandomModules(t *testing.T) {
	for seed := range uint64(150) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { compareRandomModule(t, seed) })
	}
}

func compareRandomModule(t *testing.T, seed uint64) {
	before := randomModule(seed)
	after, err := Run(context.Background(), before, []string{exceptionLoweringName}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range engines {
		oracle := mustInstantiate(t, wazero.NewRuntimeConfigInterpreter(), before)
		lowered := mustInstantiate(t, e.config(), after)
		for x := range uint64(20) {
			args := []uint64{x, x * x * 77}
			if want, got := oracle.call("run", args), lowered.call("run", args); got != want {
				t.Fatalf("%s: run(%x):\nbefore the pass %s\nafter it        %s", e.name, args, want, got)
			}
		}
	}
}

// FuzzExceptionLowering goes on where TestRandomModules ends.
func FuzzExceptionLowering(f *testing.F) {
	for _, seed := range []uint64{1 << 32, 1 << 40, 1 << 63} {
		f.Add(seed)
	}
	f.Fuzz(compareRandomModule)
}
