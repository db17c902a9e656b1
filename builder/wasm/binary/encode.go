package binary

import (
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/internal/leb128"
)

// Encode writes a module. It does not check it: use Decode on the result to find out whether it is
// well-formed. A section with nothing in it is left out.
func Encode(m *wasm.Module) []byte {
	e := encoder{m: m, out: append([]byte(nil), header...)}
	e.customs(wasm.SectionCustom)
	for _, id := range wasm.SectionOrder {
		if e.section(id); len(e.scratch) > 0 {
			e.frame(id)
		}
		e.customs(id)
	}
	return e.out
}

// encoder writes sections to out, each by way of scratch, since its size comes first.
type encoder struct {
	m       *wasm.Module
	out     []byte
	scratch []byte
	code    []byte // one entry of the code section, for the same reason
}

// frame moves a section from scratch to out.
func (e *encoder) frame(id wasm.SectionID) {
	e.out = append(e.out, byte(id))
	e.out = leb128.AppendUint32(e.out, uint32(len(e.scratch)))
	e.out = append(e.out, e.scratch...)
}

// customs writes the custom sections that follow the section id.
func (e *encoder) customs(id wasm.SectionID) {
	for i := range e.m.Customs {
		if c := &e.m.Customs[i]; c.After == id {
			e.scratch = append(appendName(e.scratch[:0], c.Name), c.Bytes...)
			e.frame(wasm.SectionCustom)
		}
	}
}

// section writes the contents of a section to scratch, which stays empty when there is nothing.
func (e *encoder) section(id wasm.SectionID) {
	m := e.m
	e.scratch = e.scratch[:0]
	switch id {
	case wasm.SectionType:
		putVector(e, m.Types, e.funcType)
	case wasm.SectionImport:
		putVector(e, m.Imports, e.importEntry)
	case wasm.SectionFunction:
		putVector(e, m.Functions, func(f *wasm.Function) { e.u32(f.Type) })
	case wasm.SectionTable:
		putVector(e, m.Tables, e.tableType)
	case wasm.SectionMemory:
		putVector(e, m.Memories, func(t *wasm.MemoryType) { e.limits(t.Limits) })
	case wasm.SectionTag:
		putVector(e, m.Tags, e.tag)
	case wasm.SectionGlobal:
		putVector(e, m.Globals, func(g *wasm.Global) {
			e.globalType(g.Type)
			e.raw(g.Init)
		})
	case wasm.SectionExport:
		putVector(e, m.Exports, func(x *wasm.Export) {
			e.name(x.Name)
			e.byte(byte(x.Kind))
			e.u32(x.Index)
		})
	case wasm.SectionStart:
		if m.Start != nil {
			e.u32(*m.Start)
		}
	case wasm.SectionElement:
		putVector(e, m.Elements, e.elementSegment)
	case wasm.SectionDataCount:
		if m.HasDataCount {
			e.u32(uint32(len(m.Data)))
		}
	case wasm.SectionCode:
		putVector(e, m.Functions, e.function)
	case wasm.SectionData:
		putVector(e, m.Data, e.dataSegment)
	}
}

// putVector writes a vector, or nothing at all when it is empty.
func putVector[T any](e *encoder, list []T, put func(*T)) {
	if len(list) == 0 {
		return
	}
	e.u32(uint32(len(list)))
	for i := range list {
		put(&list[i])
	}
}

func (e *encoder) byte(b byte)                { e.scratch = append(e.scratch, b) }
func (e *encoder) raw(b []byte)               { e.scratch = append(e.scratch, b...) }
func (e *encoder) u32(v uint32)               { e.scratch = leb128.AppendUint32(e.scratch, v) }
func (e *encoder) name(s string)              { e.scratch = appendName(e.scratch, s) }
func (e *encoder) valueType(t wasm.ValueType) { e.byte(byte(t)) }

func appendName(dst []byte, s string) []byte {
	return append(leb128.AppendUint32(dst, uint32(len(s))), s...)
}

func (e *encoder) funcType(t *wasm.FuncType) {
	e.byte(0x60)
	for _, list := range [][]wasm.ValueType{t.Params, t.Results} {
		e.u32(uint32(len(list)))
		for _, v := range list {
			e.valueType(v)
		}
	}
}

func (e *encoder) importEntry(imp *wasm.Import) {
	e.name(imp.Module)
	e.name(imp.Name)
	e.byte(byte(imp.Kind))
	switch imp.Kind {
	case wasm.ExternFunc:
		e.u32(imp.Func)
	case wasm.ExternTable:
		e.tableType(&imp.Table)
	case wasm.ExternMemory:
		e.limits(imp.Memory.Limits)
	case wasm.ExternGlobal:
		e.globalType(imp.Global)
	case wasm.ExternTag:
		e.tag(&imp.Tag)
	}
}

func (e *encoder) tableType(t *wasm.TableType) {
	e.valueType(t.Elem)
	e.limits(t.Limits)
}

func (e *encoder) globalType(t wasm.GlobalType) {
	e.valueType(t.Type)
	if t.Mutable {
		e.byte(1)
	} else {
		e.byte(0)
	}
}

func (e *encoder) tag(t *wasm.Tag) {
	e.byte(0)
	e.u32(t.Type)
}

func (e *encoder) limits(l wasm.Limits) {
	if !l.HasMax {
		e.byte(0)
		e.u32(l.Min)
		return
	}
	e.byte(1)
	e.u32(l.Min)
	e.u32(l.Max)
}

// elementSegment picks the shortest of the eight forms.
func (e *encoder) elementSegment(s *wasm.ElementSegment) {
	var flags byte
	if s.Exprs != nil {
		flags |= flagExprs
	}
	switch {
	case s.Mode == wasm.Passive:
		flags |= flagNotActive
	case s.Mode == wasm.Declarative:
		flags |= flagNotActive | flagExplicit
	case s.Table != 0 || s.Type != wasm.FuncRef:
		flags |= flagExplicit
	}
	e.byte(flags)
	if flags&flagNotActive == 0 {
		if flags&flagExplicit != 0 {
			e.u32(s.Table)
		}
		e.raw(s.Offset)
	}
	if flags&(flagNotActive|flagExplicit) != 0 {
		if s.Exprs != nil {
			e.valueType(s.Type)
		} else {
			e.byte(0) // kind of elements: functions
		}
	}
	if s.Exprs == nil {
		e.u32(uint32(len(s.Funcs)))
		for _, f := range s.Funcs {
			e.u32(f)
		}
		return
	}
	e.u32(uint32(len(s.Exprs)))
	for _, x := range s.Exprs {
		e.raw(x)
	}
}

func (e *encoder) function(f *wasm.Function) {
	e.code = leb128.AppendUint32(e.code[:0], uint32(len(f.Locals)))
	for _, l := range f.Locals {
		e.code = append(leb128.AppendUint32(e.code, l.Count), byte(l.Type))
	}
	e.u32(uint32(len(e.code) + len(f.Body)))
	e.raw(e.code)
	e.raw(f.Body)
}

func (e *encoder) dataSegment(s *wasm.DataSegment) {
	switch {
	case s.Mode == wasm.Passive:
		e.byte(flagNotActive)
	case s.Memory != 0:
		e.byte(flagExplicit)
		e.u32(s.Memory)
	default:
		e.byte(0)
	}
	if s.Mode == wasm.Active {
		e.raw(s.Offset)
	}
	e.u32(uint32(len(s.Bytes)))
	e.raw(s.Bytes)
}
