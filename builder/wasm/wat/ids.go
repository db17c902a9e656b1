package wat

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// ids gives every index its identifier in the text: "$" and its name, or "$" and its number.
type ids struct {
	names  *wasm.Names
	spaces map[wasm.NameSpace][]string
}

func newIDs(m *wasm.Module) (*ids, error) {
	names, err := m.Names()
	if err != nil {
		return nil, err
	}
	if names == nil {
		names = &wasm.Names{}
	}
	d := &ids{names: names, spaces: map[wasm.NameSpace][]string{}}
	for space, size := range map[wasm.NameSpace]int{
		wasm.NameTypes:     len(m.Types),
		wasm.NameFunctions: m.ImportCount(wasm.ExternFunc) + len(m.Functions),
		wasm.NameTables:    m.ImportCount(wasm.ExternTable) + len(m.Tables),
		wasm.NameMemories:  m.ImportCount(wasm.ExternMemory) + len(m.Memories),
		wasm.NameGlobals:   m.ImportCount(wasm.ExternGlobal) + len(m.Globals),
		wasm.NameTags:      m.ImportCount(wasm.ExternTag) + len(m.Tags),
		wasm.NameElements:  len(m.Elements),
		wasm.NameData:      len(m.Data),
	} {
		d.spaces[space] = identifiers(size, names.Maps[space])
	}
	return d, nil
}

// of returns the identifier of an index.
func (d *ids) of(space wasm.NameSpace, index uint32) string {
	if list := d.spaces[space]; int64(index) < int64(len(list)) {
		return list[index]
	}
	return strconv.FormatUint(uint64(index), 10)
}

// locals returns the identifiers of a function's locals, parameters first.
func (d *ids) locals(function uint32, count int) []string {
	return identifiers(count, d.names.Indirect[wasm.NameLocals][function])
}

// identifiers makes count identifiers that are all different.
func identifiers(count int, names wasm.NameMap) []string {
	list := make([]string, count)
	used := make(map[string]bool, len(names))
	for i := range list {
		name := identifier(names[uint32(i)])
		if name == "" {
			list[i] = "$" + strconv.Itoa(i)
			continue
		}
		unique := name
		for n := 1; used[unique]; n++ {
			unique = fmt.Sprintf("%s#%d", name, n)
		}
		used[unique] = true
		list[i] = "$" + unique
	}
	return list
}

// identifier replaces what may not stand in an identifier. A name that reads as a number gets a mark in
// front, for numbers are for those without a name.
func identifier(name string) string {
	name = strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7F && !strings.ContainsRune("\"(),;[]{}", r) {
			return r
		}
		return '_'
	}, name)
	if isNumber(name) {
		return "_" + name
	}
	return name
}

func isNumber(s string) bool {
	_, err := strconv.ParseUint(s, 10, 64)
	return err == nil
}
