package freeze

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Streams of packed modules: what is of one kind lies together, because a compressor makes that smallest. micropython-port/wasi/language/frozen.c
// reads them; it has the same list.
const (
	streamOps        = iota // opcodes, and marks of lines; each function ends with opEnd
	streamArgs              // numbers
	streamJumps             // distances, as bytecode has them
	streamInts              // small integers, as bytecode has them
	streamStrings           // names: constants,
	streamAttrs             // attributes,
	streamVariables         // variables,
	streamParameters        // functions and their parameters
	streamSignatures        // signatures, cells
	streamLines             // how much higher lines are
	streamNames             // names of the interpreter by number
	streamTexts             // other names
	streamObjects           // kinds of objects, and their lengths
	streamStr               // texts of str
	streamBytes             // and of all other objects
	streamCount
)

// Marks among the opcodes, which bytecode does not have.
const (
	opEnd = iota
	opNextLine
	opLines // the number is in its stream
)

// What stands in the stream of names for one that is a text.
const (
	textFollows = 0
	longText    = 0xff // its length follows, since it holds a NUL
)

// What a function's name is made of.
const (
	namePlain  = iota // the name itself
	nameMember        // that of the function or class around, a dot and the name
	nameLocal         // the same with <locals>
)

// packer packs modules.
type packer struct {
	numbers map[string]int // of the interpreter's own names
	streams [streamCount][]byte
	// lengths are those that each module took of the streams.
	lengths [][streamCount]int
}

// packedModule is one that is being packed.
type packedModule struct {
	*packer
	*mpyModule
	seen       int // names that the reader knows by then
	nextObject int // the one that is expected to be loaded next
}

// errOrder tells that a module does not use its names in the order of its table.
var errOrder = errors.New("names out of order")

func (p *packer) add(stream int, b ...byte) { p.streams[stream] = append(p.streams[stream], b...) }

func (p *packer) addUint(stream, n int) { p.streams[stream] = appendUint(p.streams[stream], n) }

// pack adds a module. Its names come where they are used first; where they are used out of order, all come first.
func (p *packer) pack(m *mpyModule) error {
	before := p.streams
	err := p.packWith(m, 1)
	if errors.Is(err, errOrder) {
		p.streams = before
		err = p.packWith(m, len(m.names))
	}
	if err != nil {
		return fmt.Errorf("packing %s: %w", m.names[0], err)
	}
	var took [streamCount]int
	for i, s := range p.streams {
		took[i] = len(s) - len(before[i])
	}
	p.lengths = append(p.lengths, took)
	return nil
}

func (p *packer) packWith(m *mpyModule, declared int) error {
	size, err := measure(m.body)
	if err != nil {
		return err
	}
	for _, n := range []int{len(m.names), declared, len(m.objects), size.bytes, size.codes, size.children, size.info, size.code} {
		p.addUint(streamObjects, n)
	}
	pm := &packedModule{packer: p, mpyModule: m}
	for i := range declared {
		pm.addName(i)
	}
	for _, o := range m.objects {
		p.addObject(o)
	}
	if err := pm.code(m.body, ""); err != nil {
		return err
	}
	if pm.seen != len(m.names) {
		return errOrder
	}
	return nil
}

// sizes are what the reader takes memory for: bytes of all functions, those that define others and how many these are, and the most that
// one function has of names and lines, and of instructions.
type sizes struct{ bytes, codes, children, info, code int }

func measure(c code) (sizes, error) {
	f, err := splitCode(c.data)
	if err != nil {
		return sizes{}, err
	}
	s := sizes{bytes: len(c.data), children: len(c.children), info: f.infoSize, code: f.codeSize}
	if len(c.children) > 0 {
		s.codes = 1
	}
	for _, child := range c.children {
		more, err := measure(child)
		if err != nil {
			return s, err
		}
		s = sizes{s.bytes + more.bytes, s.codes + more.codes, s.children + more.children, max(s.info, more.info), max(s.code, more.code)}
	}
	return s, nil
}

// addObject adds a constant.
func (p *packer) addObject(o object) {
	p.add(streamObjects, o.kind)
	switch o.kind {
	case objectTuple:
		p.addUint(streamObjects, len(o.items))
		for _, item := range o.items {
			p.addObject(item)
		}
	case objectStr:
		p.addUint(streamObjects, len(o.text))
		p.add(streamStr, append(o.text, 0)...)
	case objectBytes, objectInt, objectFloat, objectComplex:
		p.addUint(streamObjects, len(o.text))
		p.add(streamBytes, append(o.text, 0)...)
	}
}

// addName adds a name that is new to the reader.
func (pm *packedModule) addName(place int) {
	pm.seen++
	text := pm.names[place]
	if n, ok := pm.numbers[text]; ok {
		pm.add(streamNames, byte(n>>8)+1, byte(n))
		return
	}
	if strings.Contains(text, "\x00") {
		pm.add(streamNames, longText)
		pm.addUint(streamNames, len(text))
	} else {
		pm.add(streamNames, textFollows)
	}
	pm.add(streamTexts, append([]byte(text), 0)...)
}

// ref adds a name by its place in the module's table, from 1 on; 0 is the next one, which is new.
func (pm *packedModule) ref(stream, place int) error {
	switch {
	case place > pm.seen:
		return errOrder
	case place == pm.seen:
		pm.addUint(stream, 0)
		pm.addName(place)
	default:
		pm.addUint(stream, place+1)
	}
	return nil
}

// functionName adds the name of a function in one named outer, by what it is made of.
func (pm *packedModule) functionName(place int, outer string) error {
	full := pm.names[place]
	how, last := namePlain, full
	if rest, ok := strings.CutPrefix(full, outer+".<locals>."); ok {
		how, last = nameLocal, rest
	} else if rest, ok := strings.CutPrefix(full, outer+"."); ok {
		how, last = nameMember, rest
	}
	if how == namePlain || place != pm.seen || strings.Contains(last, "\x00") {
		pm.add(streamSignatures, namePlain)
		return pm.ref(streamParameters, place)
	}
	pm.add(streamSignatures, byte(how))
	known := slices.Index(pm.names[:pm.seen], last) + 1
	pm.addUint(streamParameters, known)
	if known == 0 {
		pm.add(streamTexts, append([]byte(last), 0)...)
	}
	pm.seen++
	return nil
}

func (pm *packedModule) code(c code, outer string) error {
	f, err := splitCode(c.data)
	if err != nil {
		return err
	}
	pm.add(streamSignatures, f.signature...)
	if err := pm.functionName(f.names[0], outer); err != nil {
		return err
	}
	for _, name := range f.names[1:] {
		if err := pm.ref(streamParameters, name); err != nil {
			return err
		}
	}
	pm.addUint(streamArgs, len(f.cells))
	pm.add(streamSignatures, f.cells...)
	next := 0
	for _, in := range f.code {
		if err := pm.instruction(in, &next); err != nil {
			return err
		}
	}
	pm.add(streamOps, opEnd)
	pm.addUint(streamArgs, len(c.children))
	for _, child := range c.children {
		if err := pm.code(child, pm.names[f.names[0]]); err != nil {
			return err
		}
	}
	return nil
}

// instruction adds an instruction; next is the child that a definition is expected to be of.
func (pm *packedModule) instruction(in instruction, next *int) error {
	switch {
	case in.lines == 1:
		pm.add(streamOps, opNextLine)
	case in.lines > 1:
		pm.add(streamOps, opLines)
		pm.addUint(streamLines, in.lines)
	}
	pm.add(streamOps, in.op)
	switch in.op {
	case opSmallInt:
		pm.add(streamInts, in.raw...)
		return nil
	case opMakeFunc, opMakeFuncArg, opMakeClosure, opClosureArgs:
		pm.addUint(streamArgs, zigzag(in.arg-*next))
		*next = in.arg + 1
		if hasExtra(in.op) {
			pm.add(streamArgs, in.raw[len(in.raw)-1])
		}
		return nil
	case opConstObject:
		pm.addUint(streamArgs, zigzag(in.arg-pm.nextObject))
		pm.nextObject = in.arg + 1
		return nil
	}
	switch form(in.op) {
	case formUint:
		pm.add(streamOps, in.raw...) // few numbers, and those an opcode's own
	case formOffset:
		pm.add(streamJumps, in.raw...)
	case formName:
		return pm.ref(nameStream(in.op), in.arg)
	}
	return nil
}

func nameStream(op byte) int {
	switch {
	case op == opConstString:
		return streamStrings
	case op >= opLoadAttr && op <= opSuperMethod || op == opStoreAttr:
		return streamAttrs
	}
	return streamVariables
}
