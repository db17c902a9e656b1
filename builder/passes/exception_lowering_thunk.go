package passes

import "github.com/seed-3f7e3123/mpwasm/builder/wasm"

// entries makes the host enter functions that may throw through thunks.
func (l *lowering) entries() {
	for i := range l.out.Exports {
		if e := &l.out.Exports[i]; e.Kind == wasm.ExternFunc && l.throws.funcs[e.Index] {
			e.Index = l.thunk(e.Index)
		}
	}
	if s := l.out.Start; s != nil && l.throws.funcs[*s] {
		*s = l.thunk(*s)
	}
	l.declareReferences()
}

// thunk returns the function that calls f and traps if it throws, making it when there is none.
func (l *lowering) thunk(f uint32) uint32 {
	if thunk, ok := l.thunks[f]; ok {
		return thunk
	}
	typ := l.spaces.funcs[f]
	var code []wasm.Instruction
	for i := range l.out.Types[typ].Params {
		code = append(code, wasm.Instruction{Op: wasm.OpLocalGet, Index: uint32(i)})
	}
	code = append(code,
		wasm.Instruction{Op: wasm.OpCall, Index: f},
		getGlobal(l.state.thrown),
		wasm.Instruction{Op: wasm.OpIf, Block: wasm.BlockEmpty},
		wasm.I32Const(0), setGlobal(l.state.thrown),
		plain(wasm.OpUnreachable),
		plain(wasm.OpEnd),
		plain(wasm.OpEnd),
	)
	index := uint32(l.spaces.imported + len(l.out.Functions))
	l.out.Functions = append(l.out.Functions, wasm.Function{Type: typ, Body: wasm.Encode(code)})
	l.thunks[f] = index
	return index
}

// declareReferences adds a declarative element segment for functions that code refers to by ref.func and that
// only their export declared, which is now an export of the thunk.
//
// See "undeclared function references" in https://webassembly.github.io/spec/core/valid/modules.html
func (l *lowering) declareReferences() {
	var missing []uint32
	for f := range uint32(len(l.spaces.funcs)) {
		if _, moved := l.thunks[f]; moved && l.throws.graph.inCode[f] && !l.throws.graph.declared[f] {
			missing = append(missing, f)
		}
	}
	if len(missing) > 0 {
		l.out.Elements = append(l.out.Elements, wasm.ElementSegment{
			Mode: wasm.Declarative, Type: wasm.FuncRef, Funcs: missing,
		})
	}
}
