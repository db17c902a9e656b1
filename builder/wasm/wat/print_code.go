package wat

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// maxIndent caps the indentation, so that hostile nesting does not make the text quadratic in size.
const maxIndent = 40

// frame is what printing instructions needs to know of the function around them.
type frame struct {
	locals []string
	labels []string // of the open blocks, innermost last; the function's own comes first and is empty
	blocks int      // blocks met so far, for numbering
}

// label returns how a branch names its target.
func (f *frame) label(depth uint32) string {
	if i := len(f.labels) - 1 - int(depth); i > 0 {
		return f.labels[i]
	}
	return strconv.FormatUint(uint64(depth), 10)
}

func (p *printer) function(index uint32, fn *wasm.Function) {
	t := p.m.Types[fn.Type]
	count := len(t.Params)
	for _, l := range fn.Locals {
		count += int(l.Count)
	}
	f := &frame{locals: p.ids.locals(index, count), labels: []string{""}}
	p.printf("  (func %s (type %s)", p.ids.of(wasm.NameFunctions, index), p.ids.of(wasm.NameTypes, fn.Type))
	for i, v := range t.Params {
		p.printf(" (param %s %v)", f.locals[i], v)
	}
	p.printf("%s\n", typeList("result", t.Results))
	local := len(t.Params)
	for _, l := range fn.Locals {
		for range l.Count {
			p.printf("    (local %s %v)\n", f.locals[local], l.Type)
			local++
		}
	}
	p.body(fn.Body, f)
	p.printf("  )\n")
}

func (p *printer) body(e wasm.Expr, f *frame) {
	for in, err := range e.All() {
		if err != nil {
			p.fail(err)
			return
		}
		depth := len(f.labels)
		if in.Op == wasm.OpEnd || in.Op == wasm.OpElse {
			depth--
		}
		if depth == 0 {
			return // the end of the function is the parenthesis
		}
		p.printf("%s%s\n", strings.Repeat("  ", min(depth, maxIndent)+1), p.instruction(&in, f))
		if in.Op == wasm.OpEnd {
			f.labels = f.labels[:len(f.labels)-1]
		}
	}
}

// instruction returns the text of one instruction. f may be nil in a constant expression. It gives a label
// to each block it meets.
func (p *printer) instruction(in *wasm.Instruction, f *frame) string {
	name := in.Op.Name()
	id := func(space wasm.NameSpace, index uint32) string { return " " + p.ids.of(space, index) }
	switch in.Op.Immediate() {
	case wasm.ImmBlock, wasm.ImmTry:
		return name + p.block(in, f)
	case wasm.ImmLabel:
		return name + " " + f.label(in.Index)
	case wasm.ImmLabels:
		for _, l := range in.Lists.Labels {
			name += " " + f.label(l)
		}
		return name + " " + f.label(in.Index)
	case wasm.ImmFunc:
		return name + id(wasm.NameFunctions, in.Index)
	case wasm.ImmTypeTable:
		if in.Index2 != 0 {
			name += id(wasm.NameTables, in.Index2)
		}
		return name + " " + p.typeUse(in.Index)
	case wasm.ImmTag:
		return name + id(wasm.NameTags, in.Index)
	case wasm.ImmLocal:
		return name + " " + f.locals[in.Index]
	case wasm.ImmGlobal:
		return name + id(wasm.NameGlobals, in.Index)
	case wasm.ImmTable:
		return name + id(wasm.NameTables, in.Index)
	case wasm.ImmTableTable:
		return name + id(wasm.NameTables, in.Index) + id(wasm.NameTables, in.Index2)
	case wasm.ImmElem:
		return name + id(wasm.NameElements, in.Index)
	case wasm.ImmElemTable:
		return name + id(wasm.NameTables, in.Index2) + id(wasm.NameElements, in.Index)
	case wasm.ImmData, wasm.ImmDataZero:
		return name + id(wasm.NameData, in.Index)
	case wasm.ImmTypes:
		return "select" + typeList("result", in.Lists.Types)
	case wasm.ImmRefType:
		heap, _ := in.Lists.Types[0].HeapTypeName()
		return name + " " + heap
	}
	return name + operand(in)
}

// block returns the label, type and catch clauses of an instruction that opens a block, and opens it.
func (p *printer) block(in *wasm.Instruction, f *frame) string {
	var b strings.Builder
	label := fmt.Sprintf("$%d", f.blocks)
	b.WriteString(" " + label)
	if index, ok := in.Block.TypeIndex(); ok {
		b.WriteString(" " + p.typeUse(index))
	} else if t, ok := in.Block.ValueType(); ok {
		b.WriteString(typeList("result", []wasm.ValueType{t}))
	}
	if in.Lists != nil {
		for _, c := range in.Lists.Catches {
			b.WriteString(" (" + c.Kind.String())
			if c.Kind.HasTag() {
				b.WriteString(" " + p.ids.of(wasm.NameTags, c.Tag))
			}
			b.WriteString(" " + f.label(c.Label) + ")")
		}
	}
	f.labels = append(f.labels, label)
	f.blocks++
	return b.String()
}

// operand returns the immediates that refer to no index space, with a blank before each.
func operand(in *wasm.Instruction) string {
	switch in.Op.Immediate() {
	case wasm.ImmMemory:
		return memArg(in)
	case wasm.ImmMemoryLane:
		return memArg(in) + " " + strconv.Itoa(int(in.Lane))
	case wasm.ImmLane:
		return " " + strconv.Itoa(int(in.Lane))
	case wasm.ImmI32:
		return " " + strconv.FormatInt(int64(int32(in.Value)), 10)
	case wasm.ImmI64:
		return " " + strconv.FormatInt(int64(in.Value), 10)
	case wasm.ImmF32:
		return " " + floatText(in.Value, 32)
	case wasm.ImmF64:
		return " " + floatText(in.Value, 64)
	case wasm.ImmV128:
		return fmt.Sprintf(" i32x4 0x%08x 0x%08x 0x%08x 0x%08x",
			uint32(in.Value), in.Value>>32, uint32(in.High), in.High>>32)
	case wasm.ImmShuffle:
		var b strings.Builder
		for i := range 16 {
			half := in.Value
			if i >= 8 {
				half = in.High
			}
			fmt.Fprintf(&b, " %d", byte(half>>(i%8*8)))
		}
		return b.String()
	}
	return ""
}

// memArg leaves out an offset of zero and the natural alignment.
func memArg(in *wasm.Instruction) (s string) {
	if in.Value != 0 {
		s += fmt.Sprintf(" offset=%d", in.Value)
	}
	if in.Align != in.Op.NaturalAlign() {
		s += fmt.Sprintf(" align=%d", uint64(1)<<in.Align)
	}
	return s
}

// floatText returns a float literal that reads back as exactly the same bits.
func floatText(bits uint64, size int) string {
	f, mantissa := math.Float64frombits(bits), uint64(1)<<52-1
	negative := bits>>63 != 0
	if size == 32 {
		f, mantissa = float64(math.Float32frombits(uint32(bits))), 1<<23-1
		negative = bits>>31 != 0
	}
	sign := ""
	if negative {
		sign = "-"
	}
	switch {
	case math.IsNaN(f):
		return fmt.Sprintf("%snan:%#x", sign, bits&mantissa)
	case math.IsInf(f, 0):
		return sign + "inf"
	}
	return strconv.FormatFloat(f, 'g', -1, size)
}
