package split

import "github.com/seed-3f7e3123/mpwasm/builder/wasm"

// core makes the part that runs alone.
func (p *plan) core() (*wasm.Module, error) {
	core := p.m.Clone()
	lacks := core.AddType(wasm.FuncType{})
	core.Imports = append(core.Imports, wasm.Import{Module: LackModule, Name: LackName, Kind: wasm.ExternFunc, Func: lacks})
	core.Functions = nil
	for i := p.imported; i < uint32(len(p.types)); i++ {
		if p.cold[i] {
			continue
		}
		f, err := p.move(i, nil)
		if err != nil {
			return nil, err
		}
		core.Functions = append(core.Functions, f)
	}
	for _, typeIndex := range p.absentTypes {
		core.Functions = append(core.Functions, wasm.Function{Type: typeIndex, Body: wasm.Encode([]wasm.Instruction{
			{Op: wasm.OpCall, Index: p.imported}, {Op: wasm.OpUnreachable}, {Op: wasm.OpEnd},
		})})
	}
	p.coreTable(core)
	p.coreExports(core)
	if core.Start != nil {
		*core.Start = p.here[*core.Start]
	}
	core.Data = nil
	for i, segment := range p.m.Data {
		if !p.later[i] {
			core.Data = append(core.Data, segment)
		}
	}
	core.Customs = nil // they speak of functions by their indices, if there are any
	return core, nil
}

// coreTable fills the table, in which something stands in for what is not there.
func (p *plan) coreTable(core *wasm.Module) {
	inCore := func(list []uint32) []uint32 {
		funcs := make([]uint32, len(list))
		for i, f := range list {
			if funcs[i] = p.here[f]; p.cold[f] {
				funcs[i] = p.absent[p.types[f]]
			}
		}
		return funcs
	}
	for i := range core.Elements {
		core.Elements[i].Funcs = inCore(core.Elements[i].Funcs)
	}
	limits := &core.Tables[0].Limits
	if len(p.added) > 0 {
		core.Elements = append(core.Elements, wasm.ElementSegment{Mode: wasm.Active, Type: wasm.FuncRef, Offset: wasm.ConstExpr(wasm.I32Const(int32(limits.Min))), Funcs: inCore(p.added)})
	}
	limits.Min = p.tableSize
	limits.Max = max(limits.Max, limits.Min)
}

// coreExports exports what the rest imports.
func (p *plan) coreExports(core *wasm.Module) {
	for i := range core.Exports {
		if e := &core.Exports[i]; e.Kind == wasm.ExternFunc {
			e.Index = p.here[e.Index]
		}
	}
	core.Exports = append(core.Exports, wasm.Export{Name: tableName, Kind: wasm.ExternTable})
	for _, index := range p.globalOrder {
		if p.exported(wasm.ExternGlobal, index) == "" {
			core.Exports = append(core.Exports, wasm.Export{Name: p.globals[index], Kind: wasm.ExternGlobal, Index: index})
		}
	}
}
