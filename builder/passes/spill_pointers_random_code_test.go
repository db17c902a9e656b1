package passes

import (
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// statement generates code that leaves the stack as it was.
func (g *spillGenerator) statement() {
	if g.budget <= 0 {
		return
	}
	switch n := g.rng.IntN(100); {
	case n < 20:
		g.value(pointer)
		g.emit(wasm.Instruction{Op: wasm.OpCall, Index: useFunc})
	case n < 35:
		g.set(g.local(pointer))
	case n < 40:
		g.set(g.local(pair))
	case n < 43:
		g.set(g.local(number))
	case n < 58:
		g.emit(wasm.Instruction{Op: wasm.OpCall, Index: collectFunc})
	case n < 66:
		g.call(g.rng.IntN(len(g.types)))
	case n < 74:
		g.arms()
	case n < 82:
		g.loop()
	case n < 90:
		g.open(wasm.OpBlock, nil, nil)
		g.statement()
		g.leave()
		g.statement()
		g.close()
	default:
		g.wait()
	}
}

// wait leaves values on the stack while other things happen.
func (g *spillGenerator) wait() {
	types := []wasm.ValueType{pointer, pair, pointer, number}[:1+g.rng.IntN(4)]
	g.values(types)
	g.statement()
	g.emit(wasm.Instruction{Op: wasm.OpCall, Index: collectFunc})
	g.statement()
	g.consume(types)
}

func (g *spillGenerator) set(local uint32) {
	g.value(g.locals[local])
	g.emit(wasm.Instruction{Op: wasm.OpLocalSet, Index: local})
}

// local picks a local of some type, parameters included.
func (g *spillGenerator) local(t wasm.ValueType) uint32 {
	for {
		if l := g.rng.IntN(len(g.locals)); g.locals[l] == t {
			return uint32(l)
		}
	}
}

func (g *spillGenerator) call(f int) {
	t := g.types[f]
	g.values(t.Params)
	if g.chance(30) {
		g.emit(wasm.I32Const(int32(f)), wasm.Instruction{Op: wasm.OpCallIndirect, Index: g.typeIndex(t.Params, t.Results)})
	} else {
		g.emit(wasm.Instruction{Op: wasm.OpCall, Index: uint32(firstRandom + f)})
	}
	g.consume(t.Results)
}

func (g *spillGenerator) arms() {
	var through []wasm.ValueType
	if g.chance(50) {
		through = []wasm.ValueType{pointer}
	}
	g.values(through)
	g.value(number)
	g.open(wasm.OpIf, through, through)
	g.statement()
	if g.chance(60) {
		g.emit(plain(wasm.OpElse))
		g.statement()
		g.consume(through)
		g.statement()
		g.values(through)
	}
	g.close()
	g.consume(through)
}

// loop generates a loop with up to two parameters that goes on while there is fuel and a number is odd.
func (g *spillGenerator) loop() {
	params := []wasm.ValueType{pointer, pair}[:g.rng.IntN(3)]
	g.values(params)
	g.open(wasm.OpLoop, params, params)
	g.statement()
	g.consume(params)
	g.statement()
	g.values(params)
	g.emit(getGlobal(spillFuelGlobal))
	g.open(wasm.OpIf, params, params)
	g.burn()
	g.value(number)
	g.emit(wasm.Instruction{Op: wasm.OpBrIf, Index: 1})
	g.close()
	g.close()
	g.consume(params)
}

// leave generates a branch, which is mostly conditional. Only loop itself branches to a loop.
func (g *spillGenerator) leave() {
	var ways []uint32
	for depth := range uint32(len(g.labels)) {
		if !g.label(depth).loop {
			ways = append(ways, depth)
		}
	}
	depth := ways[g.rng.IntN(len(ways))]
	types := g.label(depth).types
	switch n := g.rng.IntN(10); {
	case n < 5:
		g.values(types)
		g.value(number)
		g.emit(wasm.Instruction{Op: wasm.OpBrIf, Index: depth})
		g.consume(types)
	case n < 8:
		g.value(number)
		g.open(wasm.OpIf, nil, nil)
		g.jump(depth+1, types)
		g.close()
	default:
		g.jump(depth, types)
	}
}

func (g *spillGenerator) jump(depth uint32, types []wasm.ValueType) {
	results := g.labels[0].types
	switch n := g.rng.IntN(10); {
	case n < 4:
		g.values(types)
		g.emit(wasm.Instruction{Op: wasm.OpBr, Index: depth})
	case n < 6:
		g.values(types)
		g.value(number)
		var same []uint32
		for d := range uint32(len(g.labels)) {
			if l := g.label(d); !l.loop && slices.Equal(l.types, types) {
				same = append(same, d)
			}
		}
		g.emit(wasm.Instruction{Op: wasm.OpBrTable, Index: depth, Lists: &wasm.Lists{Labels: same}})
	case n < 8:
		g.values(results)
		g.emit(plain(wasm.OpReturn))
	default:
		for f, t := range g.types {
			if slices.Equal(t.Results, results) {
				g.values(t.Params)
				g.emit(wasm.Instruction{Op: wasm.OpReturnCall, Index: uint32(firstRandom + f)})
				return
			}
		}
		g.values(results)
		g.emit(plain(wasm.OpReturn))
	}
}

// consume generates code that takes values off the stack, pointers mostly by using them.
func (g *spillGenerator) consume(types []wasm.ValueType) {
	for _, t := range slices.Backward(types) {
		switch {
		case t == number || g.chance(10):
			g.emit(plain(wasm.OpDrop))
		case g.chance(30):
			g.emit(wasm.Instruction{Op: wasm.OpLocalSet, Index: g.local(t)})
		case t == pair:
			if g.chance(50) {
				g.emit(wasm.I64Const(32), plain(wasm.OpI64ShrU))
			}
			g.emit(plain(wasm.OpI32WrapI64), wasm.Instruction{Op: wasm.OpCall, Index: useFunc})
		default:
			g.emit(wasm.Instruction{Op: wasm.OpCall, Index: useFunc})
		}
	}
}

func (g *spillGenerator) values(types []wasm.ValueType) {
	for _, t := range types {
		g.value(t)
	}
}

// value generates code that leaves one value.
func (g *spillGenerator) value(t wasm.ValueType) {
	switch {
	case g.budget > 0 && g.chance(15):
		g.open(wasm.OpBlock, nil, []wasm.ValueType{t})
		g.statement()
		g.value(t)
		g.value(number)
		g.emit(wasm.Instruction{Op: wasm.OpBrIf})
		if g.chance(50) {
			g.consume([]wasm.ValueType{t})
			g.statement()
			g.value(t)
		}
		g.close()
	case t == pointer:
		g.pointer()
	case t == number:
		g.number()
	case g.chance(50):
		g.emit(wasm.Instruction{Op: wasm.OpLocalGet, Index: g.local(pair)})
	default:
		g.value(pointer)
		g.emit(plain(wasm.OpI64ExtendI32U))
		g.value(pointer)
		g.emit(plain(wasm.OpI64ExtendI32U), wasm.I64Const(32), plain(wasm.OpI64Shl), plain(wasm.OpI64Or))
	}
}

func (g *spillGenerator) pointer() {
	switch n := g.rng.IntN(100); {
	case n < 30:
		g.emit(wasm.Instruction{Op: wasm.OpCall, Index: allocFunc})
	case n < 40:
		g.value(pointer)
		g.emit(wasm.Instruction{Op: wasm.OpLocalTee, Index: g.local(pointer)})
	case n < 45 && g.budget > 0:
		g.value(pointer)
		g.value(pointer)
		g.value(number)
		g.emit(plain(wasm.OpSelect))
	case n < 50:
		g.value(pointer)
		g.emit(wasm.I32Const(-4), plain(wasm.OpI32And))
	case n < 55:
		g.emit(wasm.Instruction{Op: wasm.OpLocalGet, Index: g.local(pair)}, plain(wasm.OpI32WrapI64))
	case n < 65 && g.budget > 0:
		g.value(pointer)
		g.statement()
		g.statement()
	default:
		g.emit(wasm.Instruction{Op: wasm.OpLocalGet, Index: g.local(pointer)})
	}
}

// number generates 0 or 1, or something unrelated to pointers.
func (g *spillGenerator) number() {
	switch n := g.rng.IntN(10); {
	case n < 4:
		g.emit(getGlobal(spillFuelGlobal), wasm.I32Const(int32(1+g.rng.IntN(3))), plain(wasm.OpI32And))
	case n < 7:
		g.emit(wasm.Instruction{Op: wasm.OpLocalGet, Index: g.local(pointer)}, plain(wasm.OpI32Eqz))
	default:
		g.emit(wasm.Instruction{Op: wasm.OpLocalGet, Index: g.local(number)})
	}
}
