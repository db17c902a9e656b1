package split

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// rest makes the part that comes later.
func (p *plan) rest() (*wasm.Module, error) {
	rest := &wasm.Module{Types: append([]wasm.FuncType(nil), p.m.Types...), Imports: p.restImports()}
	globals := map[uint32]uint32{}
	for i, index := range p.globalOrder {
		globals[index] = uint32(i)
	}
	for i := p.imported; i < uint32(len(p.types)); i++ {
		if !p.cold[i] {
			continue
		}
		f, err := p.move(i, func(in *wasm.Instruction) {
			if in.Op == wasm.OpGlobalGet || in.Op == wasm.OpGlobalSet {
				in.Index = globals[in.Index]
			}
		})
		if err != nil {
			return nil, err
		}
		rest.Functions = append(rest.Functions, f)
	}
	rest.Elements = p.restElements()
	return rest, p.restData(rest)
}

// restImports lists what the parts share. The table may be of any size: it is the core's.
func (p *plan) restImports() []wasm.Import {
	imports := []wasm.Import{
		{Module: CoreModule, Name: p.memory, Kind: wasm.ExternMemory, Memory: wasm.MemoryType{}},
		{Module: CoreModule, Name: tableName, Kind: wasm.ExternTable, Table: wasm.TableType{Elem: wasm.FuncRef}},
	}
	types := p.m.GlobalTypes()
	for _, index := range p.globalOrder {
		imports = append(imports, wasm.Import{Module: CoreModule, Name: p.globals[index], Kind: wasm.ExternGlobal, Global: types[index]})
	}
	return imports
}

// restElements puts the functions of the rest where others stand in for them: a segment for each row of slots.
func (p *plan) restElements() []wasm.ElementSegment {
	at := make([]uint32, p.tableSize) // 1 + the function of the rest
	take := func(first uint32, funcs []uint32) {
		for i, f := range funcs {
			if p.cold[f] {
				at[first+uint32(i)] = p.here[f] + 1
			}
		}
	}
	for _, segment := range p.m.Elements {
		first, _ := placeOf(segment.Mode, segment.Offset) // it was looked at before
		take(first, segment.Funcs)
	}
	take(p.m.Tables[0].Limits.Min, p.added)
	var segments []wasm.ElementSegment
	for i, f := range at {
		if f == 0 {
			continue
		}
		if i == 0 || at[i-1] == 0 {
			segments = append(segments, wasm.ElementSegment{Mode: wasm.Active, Type: wasm.FuncRef, Offset: wasm.ConstExpr(wasm.I32Const(int32(i)))})
		}
		last := &segments[len(segments)-1]
		last.Funcs = append(last.Funcs, f-1)
	}
	return segments
}

// restData gives the rest its data, and the function that puts it in its place: a guest that goes back to a state from before needs that
// again, and its functions are where they were.
func (p *plan) restData(rest *wasm.Module) error {
	var put []wasm.Instruction
	for i, segment := range p.m.Data {
		if !p.later[i] {
			continue
		}
		place, err := placeOf(segment.Mode, segment.Offset)
		if err != nil {
			return fmt.Errorf("a data segment: %w", err)
		}
		put = append(put, wasm.I32Const(int32(place)), wasm.I32Const(0), wasm.I32Const(int32(len(segment.Bytes))), wasm.Instruction{Op: wasm.OpMemoryInit, Index: uint32(len(rest.Data))})
		rest.Data = append(rest.Data, wasm.DataSegment{Mode: wasm.Passive, Bytes: segment.Bytes})
	}
	rest.HasDataCount = len(rest.Data) > 0
	rest.Exports = []wasm.Export{{Name: PutName, Kind: wasm.ExternFunc, Index: uint32(len(rest.Functions))}}
	rest.Functions = append(rest.Functions, wasm.Function{Type: rest.AddType(wasm.FuncType{}), Body: wasm.Encode(append(put, wasm.Instruction{Op: wasm.OpEnd}))})
	return nil
}
