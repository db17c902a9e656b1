package wat

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// code reads the instructions of one expression.
type code struct {
	p      *parser
	locals map[string]uint32
	labels []string // of the open blocks, innermost last; "" for the function and blocks without one
	out    []wasm.Instruction
}

// constExpr reads instructions up to the end of the list.
func (p *parser) constExpr(c *cursor) (wasm.Expr, error) {
	return (&code{p: p, labels: []string{""}}).expr(c)
}

// expr reads instructions up to the end of the list and encodes them.
func (k *code) expr(c *cursor) (wasm.Expr, error) {
	for len(c.list) > 0 {
		if err := k.instruction(c); err != nil {
			return nil, err
		}
	}
	if n := len(k.labels) - 1; n > 0 {
		return nil, c.at.errorf("%d blocks are still open at the end of (%s ...)", n, c.at.keyword())
	}
	return wasm.Encode(append(k.out, wasm.Instruction{Op: wasm.OpEnd})), nil
}

// funcBody reads the locals and the instructions of a function.
func (p *parser) funcBody(c *cursor, index uint32, f *wasm.Function, params []string) error {
	k := &code{p: p, locals: map[string]uint32{}, labels: []string{""}}
	next := uint32(0)
	names := wasm.NameMap{}
	declare := func(id string) {
		if id != "" {
			k.locals[id] = next
			if !isNumber(id[1:]) {
				names[next] = id[1:]
			}
		}
		next++
	}
	for _, id := range params {
		declare(id)
	}
	for {
		sub, ok := c.listOf("local")
		if !ok {
			break
		}
		id, _ := sub.identifier()
		types, err := sub.valueTypes()
		if err != nil {
			return err
		}
		for _, t := range types {
			declare(id)
			if n := len(f.Locals); n > 0 && f.Locals[n-1].Type == t {
				f.Locals[n-1].Count++
			} else {
				f.Locals = append(f.Locals, wasm.Locals{Count: 1, Type: t})
			}
		}
	}
	if len(names) > 0 {
		if p.names.Indirect == nil {
			p.names.Indirect = map[wasm.NameSpace]map[uint32]wasm.NameMap{wasm.NameLocals: {}}
		}
		p.names.Indirect[wasm.NameLocals][index] = names
	}
	var err error
	f.Body, err = k.expr(c)
	return err
}

// instruction reads one instruction, plain or folded.
func (k *code) instruction(c *cursor) error {
	if sub, ok := c.anyList(); ok {
		return k.folded(sub)
	}
	at := c.here()
	word, err := c.word()
	if err != nil {
		return err
	}
	in, err := k.plain(at, word, c)
	if err != nil {
		return err
	}
	k.out = append(k.out, in)
	return nil
}

// folded reads (op immediates operands...): the operands come first in the code.
func (k *code) folded(c *cursor) error {
	word := c.at.keyword()
	if op, ok := wasm.ParseOpcode(word); ok && op.OpensBlock() || word == "then" || word == "else" {
		return c.at.errorf("a plain %s expected, folded blocks are not supported", word)
	}
	in, err := k.plain(c.at, word, c)
	if err != nil {
		return err
	}
	for len(c.list) > 0 {
		if c.list[0].list == nil {
			return c.unexpected("a folded operand")
		}
		if err := k.instruction(c); err != nil {
			return err
		}
	}
	k.out = append(k.out, in)
	return nil
}

// plain reads the immediates of the instruction called word, and keeps track of labels.
func (k *code) plain(at *node, word string, c *cursor) (in wasm.Instruction, err error) {
	op, ok := wasm.ParseOpcode(word)
	if !ok || op == wasm.OpSelectT { // which is written "select (result ...)"
		return in, at.errorf("an instruction expected, %q found", word)
	}
	in.Op = op
	switch {
	case op.OpensBlock():
		return k.block(in, c)
	case op == wasm.OpEnd || op == wasm.OpElse:
		if len(k.labels) == 1 {
			return in, at.errorf("%s without a block", word)
		}
		c.identifier() // may repeat the label
		if op == wasm.OpEnd {
			k.labels = k.labels[:len(k.labels)-1]
		}
		return in, nil
	case op == wasm.OpSelect:
		return k.selectTypes(in, c)
	}
	return k.immediates(in, c)
}

func (k *code) selectTypes(in wasm.Instruction, c *cursor) (wasm.Instruction, error) {
	for {
		sub, ok := c.listOf("result")
		if !ok {
			return in, nil
		}
		types, err := sub.valueTypes()
		if err != nil {
			return in, err
		}
		if in.Op = wasm.OpSelectT; in.Lists == nil {
			in.Lists = &wasm.Lists{}
		}
		in.Lists.Types = append(in.Lists.Types, types...)
	}
}

// block reads the label, type and catch clauses of an instruction that opens a block.
func (k *code) block(in wasm.Instruction, c *cursor) (wasm.Instruction, error) {
	label, _ := c.identifier()
	if err := k.blockType(&in, c); err != nil {
		return in, err
	}
	if in.Op == wasm.OpTryTable {
		in.Lists = &wasm.Lists{}
		for {
			clause, ok, err := k.catch(c)
			if err != nil {
				return in, err
			}
			if !ok {
				break
			}
			in.Lists.Catches = append(in.Lists.Catches, clause)
		}
	}
	k.labels = append(k.labels, label)
	return in, nil
}

// blockType picks the shortest form of what is written; a type that is named stays an index.
func (k *code) blockType(in *wasm.Instruction, c *cursor) error {
	named := len(c.list) > 0 && c.list[0].keyword() == "type"
	if !named {
		ahead := *c
		t, _, err := signatureOf(&ahead)
		if err != nil {
			return err
		}
		if len(t.Params) == 0 && len(t.Results) <= 1 {
			*c = ahead
			in.Block = wasm.BlockEmpty
			if len(t.Results) == 1 {
				in.Block = wasm.BlockOf(t.Results[0])
			}
			return nil
		}
	}
	index, _, err := k.p.typeUse(c)
	in.Block = wasm.BlockIndex(index)
	return err
}

func (k *code) catch(c *cursor) (clause wasm.Catch, ok bool, err error) {
	for kind := wasm.CatchTag; kind <= wasm.CatchAllRef; kind++ {
		sub, ok := c.listOf(kind.String())
		if !ok {
			continue
		}
		clause.Kind = kind
		if kind.HasTag() {
			if clause.Tag, err = k.p.ref(sub, wasm.NameTags); err != nil {
				return clause, true, err
			}
		}
		if clause.Label, err = k.label(sub); err != nil {
			return clause, true, err
		}
		return clause, true, sub.end()
	}
	return clause, false, nil
}

// label reads a branch target.
func (k *code) label(c *cursor) (uint32, error) {
	at := c.here()
	id, ok := c.identifier()
	if !ok {
		return c.uint32()
	}
	for depth := range k.labels {
		if k.labels[len(k.labels)-1-depth] == id {
			return uint32(depth), nil
		}
	}
	return 0, at.errorf("no block with the label %s is open", id)
}

// immediates reads the immediates of an instruction that opens no block.
func (k *code) immediates(in wasm.Instruction, c *cursor) (_ wasm.Instruction, err error) {
	switch imm := in.Op.Immediate(); imm {
	case wasm.ImmNone, wasm.ImmZero, wasm.ImmZeroZero:
	case wasm.ImmLabel:
		in.Index, err = k.label(c)
	case wasm.ImmLabels:
		err = k.brTable(&in, c)
	case wasm.ImmTypeTable:
		if isRef(c) {
			in.Index2, err = k.p.ref(c, wasm.NameTables)
		}
		if err == nil {
			in.Index, _, err = k.p.typeUse(c)
		}
	case wasm.ImmLocal:
		err = k.local(&in, c)
	case wasm.ImmTableTable:
		err = k.pair(&in.Index, &in.Index2, c, wasm.NameTables, wasm.NameTables)
	case wasm.ImmElemTable:
		err = k.pair(&in.Index2, &in.Index, c, wasm.NameTables, wasm.NameElements)
	case wasm.ImmRefType:
		err = heapType(&in, c)
	case wasm.ImmMemory, wasm.ImmMemoryLane, wasm.ImmLane:
		err = memory(&in, c)
	case wasm.ImmI32, wasm.ImmI64, wasm.ImmF32, wasm.ImmF64, wasm.ImmV128, wasm.ImmShuffle:
		err = constant(&in, c)
	default:
		in.Index, err = k.p.ref(c, indexSpaces[imm])
	}
	return in, err
}

// indexSpaces tells which space the only index of an instruction belongs to.
var indexSpaces = map[wasm.Immediate]wasm.NameSpace{
	wasm.ImmFunc:     wasm.NameFunctions,
	wasm.ImmTag:      wasm.NameTags,
	wasm.ImmGlobal:   wasm.NameGlobals,
	wasm.ImmTable:    wasm.NameTables,
	wasm.ImmElem:     wasm.NameElements,
	wasm.ImmData:     wasm.NameData,
	wasm.ImmDataZero: wasm.NameData,
}

func (k *code) brTable(in *wasm.Instruction, c *cursor) error {
	in.Lists = &wasm.Lists{}
	for isRef(c) {
		label, err := k.label(c)
		if err != nil {
			return err
		}
		in.Lists.Labels = append(in.Lists.Labels, label)
	}
	n := len(in.Lists.Labels)
	if n == 0 {
		return c.unexpected("a label")
	}
	in.Index, in.Lists.Labels = in.Lists.Labels[n-1], in.Lists.Labels[:n-1]
	return nil
}

func (k *code) local(in *wasm.Instruction, c *cursor) (err error) {
	at := c.here()
	id, ok := c.identifier()
	if !ok {
		in.Index, err = c.uint32()
		return err
	}
	if in.Index, ok = k.locals[id]; !ok {
		return at.errorf("unknown local %s", id)
	}
	return nil
}

func (k *code) pair(a, b *uint32, c *cursor, spaceA, spaceB wasm.NameSpace) (err error) {
	if *a, err = k.p.ref(c, spaceA); err == nil {
		*b, err = k.p.ref(c, spaceB)
	}
	return err
}

func heapType(in *wasm.Instruction, c *cursor) error {
	at := c.here()
	w, err := c.word()
	if err != nil {
		return err
	}
	for _, t := range []wasm.ValueType{wasm.FuncRef, wasm.ExternRef, wasm.ExnRef} {
		if name, _ := t.HeapTypeName(); name == w {
			*in = wasm.RefNull(t)
			return nil
		}
	}
	return at.errorf("func, extern or exn expected, %q found", w)
}

// memory reads offset=, align= and a lane.
func memory(in *wasm.Instruction, c *cursor) (err error) {
	if in.Op.Immediate() != wasm.ImmLane {
		in.Align = in.Op.NaturalAlign()
		for _, key := range []string{"offset=", "align="} {
			at := c.here()
			w, _ := c.peekWord()
			number, ok := strings.CutPrefix(w, key)
			if !ok {
				continue
			}
			c.list = c.list[1:]
			v, err := strconv.ParseUint(number, 0, 32)
			switch {
			case err != nil:
				return at.errorf("a number expected in %q", w)
			case key == "offset=":
				in.Value = v
			case bits.OnesCount64(v) != 1:
				return at.errorf("a power of two expected in %q", w)
			default:
				in.Align = byte(bits.TrailingZeros64(v))
			}
		}
	}
	if in.Op.Immediate() != wasm.ImmMemory {
		lane, err := c.integer(8)
		in.Lane = byte(lane)
		return err
	}
	return nil
}
