package wat

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// Print writes the text of m to w. It fails when w does, or when a function body or the name section is
// malformed, which cannot be the case for a body that the decoder has checked.
func Print(w io.Writer, m *wasm.Module) error {
	ids, err := newIDs(m)
	if err != nil {
		return fmt.Errorf("printing module: %w", err)
	}
	b := bufio.NewWriter(w)
	p := &printer{m: m, w: b, ids: ids}
	p.module()
	if p.err != nil {
		return fmt.Errorf("printing module: %w", p.err)
	}
	return b.Flush()
}

// String returns the text of m, as Print writes it.
func String(m *wasm.Module) (string, error) {
	var b strings.Builder
	err := Print(&b, m)
	return b.String(), err
}

// printer writes to w; err is the first error met.
type printer struct {
	m   *wasm.Module
	w   *bufio.Writer
	ids *ids
	err error
}

func (p *printer) printf(format string, args ...any) { fmt.Fprintf(p.w, format, args...) }

// line writes a line of a module field.
func (p *printer) line(format string, args ...any) { p.printf("  "+format+"\n", args...) }

func (p *printer) module() {
	p.printf("(module")
	if id := identifier(p.ids.names.Module); id != "" {
		p.printf(" $%s", id)
	}
	p.printf("\n")
	for i, t := range p.m.Types {
		p.line("(type %s (func%s))", p.ids.of(wasm.NameTypes, uint32(i)), signature(t))
	}
	p.imports()
	p.definitions()
	for _, e := range p.m.Exports {
		p.line("(export %s (%v %s))", quote([]byte(e.Name)), e.Kind, p.ids.of(nameSpaces[e.Kind], e.Index))
	}
	if p.m.Start != nil {
		p.line("(start %s)", p.ids.of(wasm.NameFunctions, *p.m.Start))
	}
	for i := range p.m.Elements {
		p.element(i)
	}
	first := p.m.ImportCount(wasm.ExternFunc)
	for i := range p.m.Functions {
		p.function(uint32(first+i), &p.m.Functions[i])
	}
	for i := range p.m.Data {
		p.data(i)
	}
	for _, c := range p.m.Customs {
		if c.Name != wasm.NameSection {
			p.line(";; custom section %q, %d bytes", c.Name, len(c.Bytes))
		}
	}
	p.printf(")\n")
}

// nameSpaces tells in which space names for a kind of import or export are found.
var nameSpaces = map[wasm.ExternKind]wasm.NameSpace{
	wasm.ExternFunc:   wasm.NameFunctions,
	wasm.ExternTable:  wasm.NameTables,
	wasm.ExternMemory: wasm.NameMemories,
	wasm.ExternGlobal: wasm.NameGlobals,
	wasm.ExternTag:    wasm.NameTags,
}

func (p *printer) imports() {
	var next [wasm.ExternTag + 1]uint32
	for i := range p.m.Imports {
		imp := &p.m.Imports[i]
		id := p.ids.of(nameSpaces[imp.Kind], next[imp.Kind])
		next[imp.Kind]++
		var desc string
		switch imp.Kind {
		case wasm.ExternFunc:
			desc = p.typeUse(imp.Func)
		case wasm.ExternTable:
			desc = tableType(imp.Table)
		case wasm.ExternMemory:
			desc = limits(imp.Memory.Limits)
		case wasm.ExternGlobal:
			desc = globalType(imp.Global)
		case wasm.ExternTag:
			desc = p.typeUse(imp.Tag.Type)
		}
		p.line("(import %s %s (%v %s %s))", quote([]byte(imp.Module)), quote([]byte(imp.Name)), imp.Kind, id, desc)
	}
}

// definitions prints tables, memories, tags and globals.
func (p *printer) definitions() {
	first := p.m.ImportCount(wasm.ExternTable)
	for i, t := range p.m.Tables {
		p.line("(table %s %s)", p.ids.of(wasm.NameTables, uint32(first+i)), tableType(t))
	}
	first = p.m.ImportCount(wasm.ExternMemory)
	for i, t := range p.m.Memories {
		p.line("(memory %s %s)", p.ids.of(wasm.NameMemories, uint32(first+i)), limits(t.Limits))
	}
	first = p.m.ImportCount(wasm.ExternTag)
	for i, t := range p.m.Tags {
		p.line("(tag %s %s)", p.ids.of(wasm.NameTags, uint32(first+i)), p.typeUse(t.Type))
	}
	first = p.m.ImportCount(wasm.ExternGlobal)
	for i, g := range p.m.Globals {
		p.line("(global %s %s %s)", p.ids.of(wasm.NameGlobals, uint32(first+i)), globalType(g.Type), p.constExpr(g.Init))
	}
}

// typeUse names a type and shows what it is.
func (p *printer) typeUse(index uint32) string {
	return fmt.Sprintf("(type %s)%s", p.ids.of(wasm.NameTypes, index), signature(p.m.Types[index]))
}

func signature(t wasm.FuncType) string {
	return typeList("param", t.Params) + typeList("result", t.Results)
}

// typeList returns " (keyword t1 t2)", or nothing for no types.
func typeList(keyword string, types []wasm.ValueType) string {
	if len(types) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(" (" + keyword)
	for _, t := range types {
		b.WriteString(" " + t.String())
	}
	b.WriteString(")")
	return b.String()
}

func tableType(t wasm.TableType) string { return limits(t.Limits) + " " + t.Elem.String() }

func limits(l wasm.Limits) string {
	if l.HasMax {
		return fmt.Sprintf("%d %d", l.Min, l.Max)
	}
	return fmt.Sprint(l.Min)
}

func globalType(t wasm.GlobalType) string {
	if t.Mutable {
		return fmt.Sprintf("(mut %v)", t.Type)
	}
	return t.Type.String()
}

// constExpr prints a constant expression, folded.
func (p *printer) constExpr(e wasm.Expr) string {
	var parts []string
	for in, err := range e.All() {
		if err != nil {
			p.fail(err)
			return ""
		}
		if in.Op != wasm.OpEnd {
			parts = append(parts, "("+p.instruction(&in, nil)+")")
		}
	}
	return strings.Join(parts, " ")
}

func (p *printer) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *printer) element(i int) {
	e := &p.m.Elements[i]
	p.printf("  (elem %s", p.ids.of(wasm.NameElements, uint32(i)))
	switch e.Mode {
	case wasm.Active:
		if e.Table != 0 {
			p.printf(" (table %s)", p.ids.of(wasm.NameTables, e.Table))
		}
		p.printf(" (offset %s)", p.constExpr(e.Offset))
	case wasm.Declarative:
		p.printf(" declare")
	}
	if e.Exprs != nil {
		p.printf(" %v", e.Type)
		for _, x := range e.Exprs {
			p.printf(" (item %s)", p.constExpr(x))
		}
	} else {
		p.printf(" func")
		for _, f := range e.Funcs {
			p.printf(" %s", p.ids.of(wasm.NameFunctions, f))
		}
	}
	p.printf(")\n")
}

// dataLine is how many bytes of a data segment stand on one line.
const dataLine = 64

func (p *printer) data(i int) {
	d := &p.m.Data[i]
	p.printf("  (data %s", p.ids.of(wasm.NameData, uint32(i)))
	if d.Mode == wasm.Active {
		p.printf(" (offset %s)", p.constExpr(d.Offset))
	}
	rest := d.Bytes
	if len(rest) <= dataLine {
		p.printf(" %s)\n", quote(rest))
		return
	}
	for len(rest) > 0 {
		n := min(dataLine, len(rest))
		p.printf("\n    %s", quote(rest[:n]))
		rest = rest[n:]
	}
	p.printf(")\n")
}

// quote returns a string of the text format.
func quote(s []byte) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c >= ' ' && c < 0x7F:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "\\%02x", c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
