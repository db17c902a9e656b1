package artifact

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// maxTypeValues is how many parameters, and how many results, a type is written out with. It is the
// limit of engines; without it a hostile module of a few kilobytes, all of whose imports share one type of
// thousands of parameters, would turn into gigabytes of text.
//
// See https://webassembly.github.io/spec/js-api/#limits
const maxTypeValues = 1000

// typeTexts writes the types of a module's imports and exports.
type typeTexts struct {
	m     *wasm.Module
	funcs map[uint32]string // by type index: a text is shared by all that have the type
}

func newTypeTexts(m *wasm.Module) *typeTexts {
	return &typeTexts{m: m, funcs: map[uint32]string{}}
}

func (t *typeTexts) imports() []Import {
	list := make([]Import, 0, len(t.m.Imports))
	for i := range t.m.Imports {
		imp := &t.m.Imports[i]
		entry := Import{Module: imp.Module, Name: imp.Name, Kind: imp.Kind.String()}
		switch imp.Kind {
		case wasm.ExternFunc:
			entry.Type = t.function(imp.Func)
		case wasm.ExternTable:
			entry.Type = tableText(imp.Table)
		case wasm.ExternMemory:
			entry.Type = memoryText(imp.Memory)
		case wasm.ExternGlobal:
			entry.Type = globalText(imp.Global)
		case wasm.ExternTag:
			entry.Type = t.function(imp.Tag.Type)
		}
		list = append(list, entry)
	}
	return list
}

func (t *typeTexts) exports() []Export {
	funcs, tables, globals := t.m.FuncTypeIndices(), t.m.TableTypes(), t.m.GlobalTypes()
	memories, tags := memoryTypes(t.m), tagTypeIndices(t.m)
	list := make([]Export, 0, len(t.m.Exports))
	for _, e := range t.m.Exports {
		entry := Export{Name: e.Name, Kind: e.Kind.String()}
		switch e.Kind {
		case wasm.ExternFunc:
			entry.Type = t.function(funcs[e.Index])
		case wasm.ExternTable:
			entry.Type = tableText(tables[e.Index])
		case wasm.ExternMemory:
			entry.Type = memoryText(memories[e.Index])
		case wasm.ExternGlobal:
			entry.Type = globalText(globals[e.Index])
		case wasm.ExternTag:
			entry.Type = t.function(tags[e.Index])
		}
		list = append(list, entry)
	}
	return list
}

// memoryTypes returns the memory index space.
func memoryTypes(m *wasm.Module) []wasm.MemoryType {
	var types []wasm.MemoryType
	for i := range m.Imports {
		if m.Imports[i].Kind == wasm.ExternMemory {
			types = append(types, m.Imports[i].Memory)
		}
	}
	return append(types, m.Memories...)
}

// tagTypeIndices returns the type index of every tag: the tag index space.
func tagTypeIndices(m *wasm.Module) []uint32 {
	var types []uint32
	for i := range m.Imports {
		if m.Imports[i].Kind == wasm.ExternTag {
			types = append(types, m.Imports[i].Tag.Type)
		}
	}
	for _, tag := range m.Tags {
		types = append(types, tag.Type)
	}
	return types
}

func (t *typeTexts) function(index uint32) string {
	text, ok := t.funcs[index]
	if !ok {
		text = functionText(t.m.Types[index])
		t.funcs[index] = text
	}
	return text
}

func functionText(f wasm.FuncType) string {
	if len(f.Params) > maxTypeValues || len(f.Results) > maxTypeValues {
		return fmt.Sprintf("[%d parameters] -> [%d results]", len(f.Params), len(f.Results))
	}
	return f.String()
}

func tableText(t wasm.TableType) string { return t.Elem.String() + " " + limitsText(t.Limits) }

func memoryText(t wasm.MemoryType) string { return "pages " + limitsText(t.Limits) }

func limitsText(l wasm.Limits) string {
	if l.HasMax {
		return fmt.Sprintf("min %d, max %d", l.Min, l.Max)
	}
	return fmt.Sprintf("min %d", l.Min)
}

func globalText(t wasm.GlobalType) string {
	if t.Mutable {
		return "mut " + t.Type.String()
	}
	return t.Type.String()
}
