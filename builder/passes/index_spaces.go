package passes

import "github.com/seed-3f7e3123/mpwasm/builder/wasm"

// spaces holds the index spaces of a module, imports included, for passes that look much up.
type spaces struct {
	imported int      // number of imported functions
	funcs    []uint32 // type index of each function
	globals  []wasm.GlobalType
	tables   []wasm.TableType
	tags     []wasm.FuncType
}

func spacesOf(m *wasm.Module) spaces {
	return spaces{
		imported: m.ImportCount(wasm.ExternFunc),
		funcs:    m.FuncTypeIndices(),
		globals:  m.GlobalTypes(),
		tables:   m.TableTypes(),
		tags:     m.TagTypes(),
	}
}

// localTypes returns the type of each local of a function, parameters first.
func localTypes(m *wasm.Module, f *wasm.Function) []wasm.ValueType {
	types := append([]wasm.ValueType(nil), m.Types[f.Type].Params...)
	for _, l := range f.Locals {
		for range l.Count {
			types = append(types, l.Type)
		}
	}
	return types
}

// localCount returns how many locals a function has, parameters included.
func localCount(m *wasm.Module, f *wasm.Function) uint32 {
	n := uint32(len(m.Types[f.Type].Params))
	for _, l := range f.Locals {
		n += l.Count
	}
	return n
}
