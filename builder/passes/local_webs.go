package passes

import (
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// splitLocals gives each web of a function's locals a local of its own. A web is what belongs together: all places
// that may read one value, all others that set what these may read, and so on. Compilers put the webs of many
// variables into one local, where a number and a pointer look like one thing.
//
// It changes the code in place and returns the types of the locals, the new ones last. A local keeps the web that
// the function begins with, so parameters stay what they are.
func splitLocals(code []wasm.Instruction, params int, locals []wasm.ValueType) []wasm.ValueType {
	w := localWebs{
		code:  code,
		at:    slices.Repeat([]version{noVersion}, len(code)),
		meets: map[version][]version{},
	}
	w.walk(len(locals))
	w.join()
	return w.assign(params, locals)
}

// version is a value of a local: the one that the function begins with, one that an instruction sets, or one that
// comes from several of these, where paths meet.
type version int32

// noVersion marks instructions that do not concern locals, or that nothing reaches.
const noVersion version = -1

type localWebs struct {
	code []wasm.Instruction
	// at holds, by position, the version that an instruction reads or sets.
	at []version
	// meets lists what comes from each path, for versions that stand where paths meet.
	meets  map[version][]version
	now    []version // of each local; nil where nothing leads
	labels []webLabel
	webs   []version // of each version, another one of its web, and so on up to the one that stands for it
	read   []bool    // of each version, whether its value may be read
}

// webLabel is an open block.
type webLabel struct {
	loop bool
	// there holds the version of each local where a branch to the label goes; nil while nothing leads there.
	there []version
	own   []bool    // by local, whether there holds a version that was made for the label
	other []version // at the beginning of an arm of an if that is still to come
}

func (w *localWebs) fresh() version {
	v := version(len(w.webs))
	w.webs = append(w.webs, v)
	return v
}

// walk goes once through the code and tells versions apart.
func (w *localWebs) walk(locals int) {
	for range locals {
		w.now = append(w.now, w.fresh())
	}
	w.labels = []webLabel{{}}
	for pos := range w.code {
		in := &w.code[pos]
		switch {
		case in.Op.OpensBlock():
			w.open(in.Op)
		case in.Op == wasm.OpElse:
			l := &w.labels[len(w.labels)-1]
			l.arrive(w, w.now)
			w.now, l.other = l.other, nil
		case in.Op == wasm.OpEnd:
			w.close()
		case w.now != nil:
			w.plain(pos, in)
		}
	}
}

func (w *localWebs) plain(pos int, in *wasm.Instruction) {
	switch in.Op {
	case wasm.OpLocalSet, wasm.OpLocalTee:
		w.now[in.Index] = w.fresh()
		fallthrough
	case wasm.OpLocalGet:
		w.at[pos] = w.now[in.Index]
	}
	eachLabel(in, func(depth uint32) { w.labels[len(w.labels)-1-int(depth)].arrive(w, w.now) })
	if !continues(in.Op) {
		w.now = nil
	}
}

func (w *localWebs) open(op wasm.Opcode) {
	l := webLabel{loop: op == wasm.OpLoop}
	switch {
	case l.loop && w.now != nil: // what branches back is not known yet
		for local, v := range w.now {
			w.now[local] = w.fresh()
			w.meets[w.now[local]] = []version{v}
		}
		l.there, l.own = slices.Clone(w.now), slices.Repeat([]bool{true}, len(w.now))
	case op == wasm.OpIf:
		l.other = slices.Clone(w.now)
	}
	w.labels = append(w.labels, l)
}

func (w *localWebs) close() {
	l := w.labels[len(w.labels)-1]
	w.labels = w.labels[:len(w.labels)-1]
	if l.loop {
		return // nothing branches here
	}
	l.arrive(w, w.now)
	l.arrive(w, l.other) // of an if without else
	w.now = l.there
}

// arrive lets a path with these versions lead to the label.
func (l *webLabel) arrive(w *localWebs, now []version) {
	if now == nil {
		return
	}
	if l.there == nil {
		l.there, l.own = slices.Clone(now), make([]bool, len(now))
		return
	}
	for local, v := range now {
		switch there := l.there[local]; {
		case there == v:
		case l.own[local]:
			w.meets[there] = append(w.meets[there], v)
		default:
			l.there[local], l.own[local] = w.fresh(), true
			w.meets[l.there[local]] = []version{there, v}
		}
	}
}

// join makes webs of the versions, by following each one that is read to where it comes from.
func (w *localWebs) join() {
	w.read = make([]bool, len(w.webs))
	var work []version
	for pos, v := range w.at {
		if v != noVersion && w.code[pos].Op == wasm.OpLocalGet {
			work = append(work, v)
		}
	}
	for len(work) > 0 {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if w.read[v] {
			continue
		}
		w.read[v] = true
		for _, from := range w.meets[v] {
			w.webs[w.web(from)] = w.web(v)
			work = append(work, from)
		}
	}
}

// web returns the version that stands for the web of v.
func (w *localWebs) web(v version) version {
	for w.webs[v] != v {
		w.webs[v] = w.webs[w.webs[v]]
		v = w.webs[v]
	}
	return v
}

// assign puts a local of its own in the place of each web. What is never read stays where it was.
func (w *localWebs) assign(params int, locals []wasm.ValueType) []wasm.ValueType {
	given := len(locals)
	home := map[version]uint32{}
	taken := make([]bool, given)
	for local := range locals {
		if v := version(local); local < params || w.read[v] {
			home[w.web(v)], taken[local] = uint32(local), true
		}
	}
	for pos, v := range w.at {
		if v == noVersion || !w.read[v] {
			continue
		}
		in := &w.code[pos]
		to, ok := home[w.web(v)]
		if !ok {
			to = in.Index
			if taken[to] {
				to = uint32(len(locals))
				locals = append(locals, locals[in.Index])
			}
			taken[in.Index] = true
			home[w.web(v)] = to
		}
		in.Index = to
	}
	return locals
}
