package wasm

import (
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm/internal/leb128"
)

// NameSection is the name of the custom section that gives names to indices, for people: debuggers,
// stack traces and the text format show them, and nothing depends on them.
//
// See https://webassembly.github.io/spec/core/appendix/custom.html#name-section
const NameSection = "name"

// NameSpace is an index space that names are given to, in the number of its subsection.
type NameSpace byte

// The index spaces. Locals and Labels have one for each function.
const (
	NameModule    NameSpace = 0
	NameFunctions NameSpace = 1
	NameLocals    NameSpace = 2
	NameLabels    NameSpace = 3
	NameTypes     NameSpace = 4
	NameTables    NameSpace = 5
	NameMemories  NameSpace = 6
	NameGlobals   NameSpace = 7
	NameElements  NameSpace = 8
	NameData      NameSpace = 9
	NameTags      NameSpace = 11
)

// NameMap gives names to indices.
type NameMap map[uint32]string

// Names is the decoded name section.
type Names struct {
	Module string
	// Maps holds the index spaces that are one for the module: all but Module, Locals and Labels.
	Maps map[NameSpace]NameMap
	// Indirect holds those that each function has of its own, by function index: Locals and Labels.
	Indirect map[NameSpace]map[uint32]NameMap
	// Unknown holds the subsections this package has no model of, in file order.
	Unknown []Subsection
}

// Subsection is a part of the name section.
type Subsection struct {
	ID    byte
	Bytes []byte
}

// Set names an index. An empty name removes it.
func (n *Names) Set(space NameSpace, index uint32, name string) {
	if name == "" {
		delete(n.Maps[space], index)
		return
	}
	if n.Maps == nil {
		n.Maps = map[NameSpace]NameMap{}
	}
	if n.Maps[space] == nil {
		n.Maps[space] = NameMap{}
	}
	n.Maps[space][index] = name
}

// Names decodes the name section. It returns nil, nil when there is none.
func (m *Module) Names() (*Names, error) {
	i := slices.IndexFunc(m.Customs, func(c Custom) bool { return c.Name == NameSection })
	if i < 0 {
		return nil, nil
	}
	names, err := DecodeNames(m.Customs[i].Bytes)
	if err != nil {
		return nil, fmt.Errorf("decoding name section: %w", err)
	}
	return names, nil
}

// SetNames replaces the name section, or adds one behind the last section. nil removes it.
func (m *Module) SetNames(names *Names) {
	is := func(c Custom) bool { return c.Name == NameSection }
	i := slices.IndexFunc(m.Customs, is)
	if names == nil {
		m.Customs = slices.DeleteFunc(clone(m.Customs), is)
		return
	}
	c := Custom{Name: NameSection, Bytes: names.Encode(), After: SectionData}
	if i < 0 {
		m.Customs = append(clone(m.Customs), c)
		return
	}
	c.After = m.Customs[i].After
	m.Customs = clone(m.Customs)
	m.Customs[i] = c
}

// DecodeNames reads the contents of a name section. Unlike the rest of a module these bytes have not been
// checked by the decoder: indices may be out of range.
func DecodeNames(b []byte) (*Names, error) {
	n := &Names{Maps: map[NameSpace]NameMap{}, Indirect: map[NameSpace]map[uint32]NameMap{}}
	r := leb128.NewReader(b, 0)
	for r.Left() > 0 {
		id, err := r.Byte()
		if err != nil {
			return nil, err
		}
		size, err := r.Uint32()
		if err != nil {
			return nil, err
		}
		sub, err := r.Sub(size)
		if err == nil {
			err = n.subsection(NameSpace(id), &sub)
		}
		if err != nil {
			return nil, fmt.Errorf("subsection %d: %w", id, err)
		}
	}
	return n, nil
}

func (n *Names) subsection(space NameSpace, r *leb128.Reader) (err error) {
	switch space {
	case NameModule:
		n.Module, err = r.Name()
	case NameLocals, NameLabels:
		n.Indirect[space], err = indirectNameMap(r)
	case NameFunctions, NameTypes, NameTables, NameMemories, NameGlobals, NameElements, NameData, NameTags:
		n.Maps[space], err = nameMap(r)
	default:
		n.Unknown = append(n.Unknown, Subsection{byte(space), r.Rest()})
		return nil
	}
	if left := r.Left(); err == nil && left > 0 {
		err = r.Errorf("end of the subsection expected, %d more bytes found", left)
	}
	return err
}

func nameMap(r *leb128.Reader) (NameMap, error) {
	count, err := r.Count(2)
	if err != nil {
		return nil, err
	}
	m := make(NameMap, count)
	for range count {
		index, err := r.Uint32()
		if err != nil {
			return nil, err
		}
		if m[index], err = r.Name(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func indirectNameMap(r *leb128.Reader) (map[uint32]NameMap, error) {
	count, err := r.Count(2)
	if err != nil {
		return nil, err
	}
	m := make(map[uint32]NameMap, count)
	for range count {
		index, err := r.Uint32()
		if err != nil {
			return nil, err
		}
		if m[index], err = nameMap(r); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// Encode returns the contents of a name section. Subsections and the names in them are in ascending
// order, as the specification wants them; empty ones are left out.
func (n *Names) Encode() []byte {
	var out []byte
	frame := func(id byte, b []byte) {
		out = append(leb128.AppendUint32(append(out, id), uint32(len(b))), b...)
	}
	for id := range 256 {
		space := NameSpace(id)
		switch {
		case space == NameModule && n.Module != "":
			frame(byte(id), appendName(nil, n.Module))
		case len(n.Maps[space]) > 0:
			frame(byte(id), appendNameMap(nil, n.Maps[space]))
		case len(n.Indirect[space]) > 0:
			frame(byte(id), appendIndirectNameMap(nil, n.Indirect[space]))
		}
		for _, u := range n.Unknown {
			if int(u.ID) == id {
				frame(u.ID, u.Bytes)
			}
		}
	}
	return out
}

func appendName(dst []byte, s string) []byte {
	return append(leb128.AppendUint32(dst, uint32(len(s))), s...)
}

func appendNameMap(dst []byte, m NameMap) []byte {
	dst = leb128.AppendUint32(dst, uint32(len(m)))
	for _, index := range sortedKeys(m) {
		dst = appendName(leb128.AppendUint32(dst, index), m[index])
	}
	return dst
}

func appendIndirectNameMap(dst []byte, m map[uint32]NameMap) []byte {
	dst = leb128.AppendUint32(dst, uint32(len(m)))
	for _, index := range sortedKeys(m) {
		dst = appendNameMap(leb128.AppendUint32(dst, index), m[index])
	}
	return dst
}

func sortedKeys[V any](m map[uint32]V) []uint32 {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
