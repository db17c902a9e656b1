package wat

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// Parse reads a module from the text format, of which it knows the subset that the package comment
// describes. Errors begin with the line they are about. The result is well-formed in the sense of package
// wasm once it has been through binary.Encode and binary.Decode, which check indices.
func Parse(src string) (*wasm.Module, error) {
	m, err := parse(src)
	if err != nil {
		return nil, fmt.Errorf("parsing wat: %w", err)
	}
	return m, nil
}

// parser holds the module as far as it is read, and the indices that identifiers stand for.
type parser struct {
	m       *wasm.Module
	names   wasm.Names
	ids     map[wasm.NameSpace]map[string]uint32
	next    map[wasm.NameSpace]uint32 // index that the next member of a space gets
	defined bool                      // something that is not an import has been met
	// later holds what can only be read once all identifiers are known.
	later []func() error
}

func parse(src string) (*wasm.Module, error) {
	nodes, err := lex(src)
	if err != nil {
		return nil, err
	}
	if len(nodes) != 1 || nodes[0].keyword() != "module" {
		return nil, fmt.Errorf("line 1: one (module ...) expected")
	}
	p := &parser{m: &wasm.Module{}, ids: map[wasm.NameSpace]map[string]uint32{}, next: map[wasm.NameSpace]uint32{}}
	c := &cursor{at: &nodes[0], list: nodes[0].list[1:]}
	if id, ok := c.identifier(); ok {
		p.names.Module = id[1:]
	}
	// Types come first, wherever they stand: everything else refers to them by index.
	for _, types := range []bool{true, false} {
		for i := range c.list {
			if n := &c.list[i]; (n.keyword() == "type") == types {
				if err := p.field(n); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, f := range p.later {
		if err := f(); err != nil {
			return nil, err
		}
	}
	p.m.HasDataCount, err = needsDataCount(p.m)
	if b := p.names.Encode(); len(b) > 0 {
		p.m.SetNames(&p.names)
	}
	return p.m, err
}

// fieldReader says how to read each field of a module; nil for a keyword that begins none. (A map would
// be an initialisation cycle: an import is read as the field of its kind.)
func fieldReader(keyword string) func(*parser, *cursor) error {
	switch keyword {
	case "type":
		return (*parser).typeField
	case "import":
		return (*parser).importField
	case "func":
		return (*parser).funcField
	case "table":
		return (*parser).tableField
	case "memory":
		return (*parser).memoryField
	case "tag":
		return (*parser).tagField
	case "global":
		return (*parser).globalField
	case "export":
		return (*parser).exportField
	case "start":
		return (*parser).startField
	case "elem":
		return (*parser).elemField
	case "data":
		return (*parser).dataField
	}
	return nil
}

func (p *parser) field(n *node) error {
	read := fieldReader(n.keyword())
	if read == nil {
		return n.errorf("a field of a module expected, %v found", n)
	}
	return read(p, &cursor{at: n, list: n.list[1:]})
}

// needsDataCount reports whether code refers to data segments: the data count section exists so that such
// code can be checked before the data section is read.
func needsDataCount(m *wasm.Module) (bool, error) {
	for i := range m.Functions {
		for in, err := range m.Functions[i].Body.All() {
			if err != nil {
				return false, err
			}
			if in.Op == wasm.OpMemoryInit || in.Op == wasm.OpDataDrop {
				return true, nil
			}
		}
	}
	return false, nil
}

// declare gives the next index of a space to an identifier, which may be empty. An identifier that is a
// number must be the index itself, as Print writes it; any other is kept as a name.
func (p *parser) declare(at *node, space wasm.NameSpace, id string) (uint32, error) {
	index := p.next[space]
	p.next[space]++
	if id == "" {
		return index, nil
	}
	if p.ids[space] == nil {
		p.ids[space] = map[string]uint32{}
	}
	if _, taken := p.ids[space][id]; taken {
		return 0, at.errorf("identifier %s stands for something else already", id)
	}
	p.ids[space][id] = index
	if isNumber(id[1:]) {
		if id != fmt.Sprintf("$%d", index) {
			return 0, at.errorf("identifier %s is a number other than the index %d", id, index)
		}
		return index, nil
	}
	p.names.Set(space, index, id[1:])
	return index, nil
}

// ref reads a reference to a member of a space: an identifier or a number.
func (p *parser) ref(c *cursor, space wasm.NameSpace) (uint32, error) {
	at := c.here()
	if id, ok := c.identifier(); ok {
		index, known := p.ids[space][id]
		if !known {
			return 0, at.errorf("unknown identifier %s", id)
		}
		return index, nil
	}
	return c.uint32()
}

// isRef reports whether the next word is an index or identifier.
func isRef(c *cursor) bool {
	w, ok := c.peekWord()
	return ok && (w[0] == '$' || w[0] >= '0' && w[0] <= '9')
}

// typeUse reads (type ...), (param ...) and (result ...). Without a type it looks for one that fits, or
// adds it. It returns the identifiers of parameters, "" for those that have none.
func (p *parser) typeUse(c *cursor) (index uint32, params []string, err error) {
	declared := false
	if sub, ok := c.listOf("type"); ok {
		declared = true
		if index, err = p.ref(sub, wasm.NameTypes); err != nil {
			return 0, nil, err
		}
		if int(index) >= len(p.m.Types) {
			return 0, nil, sub.at.errorf("type index below %d expected, %d found", len(p.m.Types), index)
		}
	}
	at := c.here()
	t, params, err := signatureOf(c)
	switch {
	case err != nil:
		return 0, nil, err
	case !declared:
		index = p.m.AddType(t)
		p.next[wasm.NameTypes] = uint32(len(p.m.Types))
	case len(t.Params)+len(t.Results) > 0 && !t.Equal(p.m.Types[index]):
		return 0, nil, at.errorf("type %d is %v, but %v is written here", index, p.m.Types[index], t)
	}
	for len(params) < len(p.m.Types[index].Params) {
		params = append(params, "")
	}
	return index, params, nil
}

// signatureOf reads parameters and results.
func signatureOf(c *cursor) (t wasm.FuncType, params []string, err error) {
	for {
		sub, ok := c.listOf("param")
		if !ok {
			break
		}
		id, _ := sub.identifier()
		types, err := sub.valueTypes()
		if err != nil {
			return t, nil, err
		}
		if id != "" && len(types) != 1 {
			return t, nil, sub.at.errorf("one type for the parameter %s expected, %d found", id, len(types))
		}
		for range types {
			params = append(params, id)
		}
		t.Params = append(t.Params, types...)
	}
	for {
		sub, ok := c.listOf("result")
		if !ok {
			return t, params, nil
		}
		types, err := sub.valueTypes()
		if err != nil {
			return t, nil, err
		}
		t.Results = append(t.Results, types...)
	}
}

func (p *parser) typeField(c *cursor) error {
	id, _ := c.identifier()
	if _, err := p.declare(c.at, wasm.NameTypes, id); err != nil {
		return err
	}
	sub, ok := c.listOf("func")
	if !ok {
		return c.at.errorf("(func ...) expected in a type")
	}
	t, _, err := signatureOf(sub)
	if err != nil {
		return err
	}
	p.m.Types = append(p.m.Types, t)
	if err := sub.end(); err != nil {
		return err
	}
	return c.end()
}
