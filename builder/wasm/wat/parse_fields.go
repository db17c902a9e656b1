package wat

import (
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// inline reads the exports and the import that may stand inside a definition. It adds the exports, and
// reports whether there was an import, whose description the caller fills in.
func (p *parser) inline(c *cursor, kind wasm.ExternKind, index uint32) (imp wasm.Import, imported bool, err error) {
	for {
		sub, ok := c.listOf("export")
		if !ok {
			break
		}
		name, err := sub.str()
		if err != nil {
			return imp, false, err
		}
		p.m.Exports = append(p.m.Exports, wasm.Export{Name: name, Kind: kind, Index: index})
	}
	sub, ok := c.listOf("import")
	if !ok {
		p.defined = true
		return imp, false, nil
	}
	imp.Kind = kind
	if imp.Module, err = sub.str(); err == nil {
		imp.Name, err = sub.str()
	}
	if err == nil && p.defined {
		err = sub.at.errorf("imports must precede definitions")
	}
	return imp, true, err
}

// head reads what begins every field that adds to an index space: an identifier, and perhaps exports or an
// import.
func (p *parser) head(c *cursor, kind wasm.ExternKind) (index uint32, imp wasm.Import, imported bool, err error) {
	id, _ := c.identifier()
	if index, err = p.declare(c.at, nameSpaces[kind], id); err != nil {
		return index, imp, false, err
	}
	imp, imported, err = p.inline(c, kind, index)
	return index, imp, imported, err
}

// importField reads (import "module" "name" (kind $id ...)) as the definition with the import inside.
func (p *parser) importField(c *cursor) error {
	module, err := c.str()
	if err != nil {
		return err
	}
	name, err := c.str()
	if err != nil {
		return err
	}
	desc, ok := c.anyList()
	if !ok {
		return c.unexpected("(func ...), (table ...), (memory ...), (global ...) or (tag ...)")
	}
	if err := c.end(); err != nil {
		return err
	}
	inner := node{line: desc.at.line, list: []node{
		{word: "import"}, {word: module, quoted: true}, {word: name, quoted: true}}}
	list := desc.list
	var rest []node
	if len(list) > 0 && list[0].list == nil && list[0].word != "" && list[0].word[0] == '$' {
		rest, list = append(rest, list[0]), list[1:]
	}
	rest = append(append(rest, inner), list...)
	read := fieldReader(desc.at.keyword())
	if _, known := kinds[desc.at.keyword()]; !known {
		return desc.at.errorf("kind of import expected, %v found", desc.at)
	}
	return read(p, &cursor{at: desc.at, list: rest})
}

// kinds maps keywords to kinds of imports and exports.
var kinds = map[string]wasm.ExternKind{
	"func": wasm.ExternFunc, "table": wasm.ExternTable, "memory": wasm.ExternMemory,
	"global": wasm.ExternGlobal, "tag": wasm.ExternTag,
}

func (p *parser) funcField(c *cursor) error {
	index, imp, imported, err := p.head(c, wasm.ExternFunc)
	if err != nil {
		return err
	}
	typ, params, err := p.typeUse(c)
	if err != nil {
		return err
	}
	if imported {
		imp.Func = typ
		p.m.Imports = append(p.m.Imports, imp)
		return c.end()
	}
	at := len(p.m.Functions)
	p.m.Functions = append(p.m.Functions, wasm.Function{Type: typ})
	p.later = append(p.later, func() error { return p.funcBody(c, index, &p.m.Functions[at], params) })
	return nil
}

func (p *parser) tableField(c *cursor) error {
	_, imp, imported, err := p.head(c, wasm.ExternTable)
	if err != nil {
		return err
	}
	var t wasm.TableType
	if t.Limits, err = limitsOf(c); err != nil {
		return err
	}
	if t.Elem, err = c.valueType(); err != nil {
		return err
	}
	if imp.Table = t; imported {
		p.m.Imports = append(p.m.Imports, imp)
	} else {
		p.m.Tables = append(p.m.Tables, t)
	}
	return c.end()
}

func (p *parser) memoryField(c *cursor) error {
	_, imp, imported, err := p.head(c, wasm.ExternMemory)
	if err != nil {
		return err
	}
	var t wasm.MemoryType
	if t.Limits, err = limitsOf(c); err != nil {
		return err
	}
	if imp.Memory = t; imported {
		p.m.Imports = append(p.m.Imports, imp)
	} else {
		p.m.Memories = append(p.m.Memories, t)
	}
	return c.end()
}

func limitsOf(c *cursor) (l wasm.Limits, err error) {
	if l.Min, err = c.uint32(); err != nil || !isRef(c) {
		return l, err
	}
	l.HasMax = true
	l.Max, err = c.uint32()
	return l, err
}

func (p *parser) tagField(c *cursor) error {
	_, imp, imported, err := p.head(c, wasm.ExternTag)
	if err != nil {
		return err
	}
	typ, _, err := p.typeUse(c)
	if err != nil {
		return err
	}
	if imp.Tag.Type = typ; imported {
		p.m.Imports = append(p.m.Imports, imp)
	} else {
		p.m.Tags = append(p.m.Tags, imp.Tag)
	}
	return c.end()
}

func (p *parser) globalField(c *cursor) error {
	_, imp, imported, err := p.head(c, wasm.ExternGlobal)
	if err != nil {
		return err
	}
	var t wasm.GlobalType
	if sub, ok := c.listOf("mut"); ok {
		t.Mutable = true
		t.Type, err = sub.valueType()
	} else {
		t.Type, err = c.valueType()
	}
	if err != nil {
		return err
	}
	if imported {
		imp.Global = t
		p.m.Imports = append(p.m.Imports, imp)
		return c.end()
	}
	at := len(p.m.Globals)
	p.m.Globals = append(p.m.Globals, wasm.Global{Type: t})
	p.later = append(p.later, func() (err error) {
		p.m.Globals[at].Init, err = p.constExpr(c)
		return err
	})
	return nil
}

func (p *parser) exportField(c *cursor) error {
	name, err := c.str()
	if err != nil {
		return err
	}
	sub, ok := c.anyList()
	if !ok {
		return c.unexpected("(func ...), (table ...), (memory ...), (global ...) or (tag ...)")
	}
	kind, ok := kinds[sub.at.keyword()]
	if !ok {
		return sub.at.errorf("kind of export expected, %v found", sub.at)
	}
	at := len(p.m.Exports)
	p.m.Exports = append(p.m.Exports, wasm.Export{Name: name, Kind: kind})
	p.later = append(p.later, func() (err error) {
		p.m.Exports[at].Index, err = p.ref(sub, nameSpaces[kind])
		return err
	})
	return c.end()
}

func (p *parser) startField(c *cursor) error {
	p.later = append(p.later, func() error {
		index, err := p.ref(c, wasm.NameFunctions)
		if p.m.Start = &index; err != nil {
			return err
		}
		return c.end()
	})
	return nil
}

func (p *parser) elemField(c *cursor) error {
	id, _ := c.identifier()
	index, err := p.declare(c.at, wasm.NameElements, id)
	if err != nil {
		return err
	}
	p.m.Elements = append(p.m.Elements, wasm.ElementSegment{Type: wasm.FuncRef})
	p.later = append(p.later, func() error { return p.elemBody(c, &p.m.Elements[index]) })
	return nil
}

func (p *parser) elemBody(c *cursor, e *wasm.ElementSegment) (err error) {
	e.Mode = wasm.Passive
	if c.accept("declare") {
		e.Mode = wasm.Declarative
	}
	if sub, ok := c.listOf("table"); ok {
		if e.Table, err = p.ref(sub, wasm.NameTables); err != nil {
			return err
		}
	}
	if e.Offset, err = p.offset(c); err != nil {
		return err
	}
	if e.Offset != nil {
		e.Mode = wasm.Active
	}
	if c.accept("func") || isRef(c) {
		for len(c.list) > 0 {
			f, err := p.ref(c, wasm.NameFunctions)
			if err != nil {
				return err
			}
			e.Funcs = append(e.Funcs, f)
		}
		return nil
	}
	e.Exprs = []wasm.Expr{}
	if e.Type, err = c.valueType(); err != nil {
		return err
	}
	for len(c.list) > 0 {
		item, ok := c.listOf("item")
		if !ok {
			return c.unexpected("(item ...)")
		}
		x, err := p.constExpr(item)
		if err != nil {
			return err
		}
		e.Exprs = append(e.Exprs, x)
	}
	return nil
}

// offset reads (offset ...) or a folded instruction in its place, or nothing.
func (p *parser) offset(c *cursor) (wasm.Expr, error) {
	sub, ok := c.listOf("offset")
	if !ok {
		if len(c.list) == 0 || c.list[0].list == nil || c.list[0].keyword() == "item" {
			return nil, nil
		}
		sub = &cursor{at: c.at, list: c.list[:1]}
		c.list = c.list[1:]
	}
	return p.constExpr(sub)
}

func (p *parser) dataField(c *cursor) error {
	id, _ := c.identifier()
	index, err := p.declare(c.at, wasm.NameData, id)
	if err != nil {
		return err
	}
	p.m.Data = append(p.m.Data, wasm.DataSegment{Bytes: []byte{}})
	p.later = append(p.later, func() (err error) {
		d := &p.m.Data[index]
		if d.Offset, err = p.offset(c); err != nil {
			return err
		}
		if d.Offset == nil {
			d.Mode = wasm.Passive
		}
		for len(c.list) > 0 {
			s, err := c.str()
			if err != nil {
				return err
			}
			d.Bytes = append(d.Bytes, s...)
		}
		return nil
	})
	return nil
}
