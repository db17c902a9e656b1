package passes

import "github.com/seed-3f7e3123/mpwasm/builder/wasm"

// codeShape says how the blocks of a function nest.
type codeShape struct {
	opener  []int // by position of an end, of what opened the block; -1 for the function's own
	hasElse []bool
}

func shapeOf(code []wasm.Instruction) codeShape {
	s := codeShape{opener: make([]int, len(code)), hasElse: make([]bool, len(code))}
	open := []int{-1}
	for pos := range code {
		switch op := code[pos].Op; {
		case op.OpensBlock():
			open = append(open, pos)
		case op == wasm.OpElse:
			s.hasElse[open[len(open)-1]] = true
		case op == wasm.OpEnd:
			s.opener[pos] = open[len(open)-1]
			open = open[:len(open)-1]
		}
	}
	return s
}

// dataflow runs analyses over the code of one function. Sets hold numbers below size.
type dataflow struct {
	code  []wasm.Instruction
	shape codeShape
	size  int
}

// flowLabel is an open block during an analysis.
type flowLabel struct {
	opener int
	loop   bool
	// target is what holds where a branch to the label goes.
	target bitset
	// other is what holds at the beginning of the other arm of an if.
	other bitset
}

// backward finds what holds before each instruction from what holds after it, joining paths by union; nothing
// holds at the end of the function. after and before change the set that holds there. Each is called for all
// instructions several times, last with the final sets.
func (d *dataflow) backward(after, before func(pos int, set bitset)) {
	heads := map[int]bitset{} // of loops
	for grew := true; grew; {
		grew = false
		set := newBitset(d.size)
		var labels []flowLabel // innermost last
		for pos := len(d.code) - 1; pos >= 0; pos-- {
			after(pos, set)
			in := &d.code[pos]
			switch {
			case in.Op == wasm.OpEnd:
				labels = append(labels, d.closeBackward(pos, set, heads))
			case in.Op == wasm.OpElse:
				l := &labels[len(labels)-1]
				l.other = set.clone()
				set.copy(l.target)
			case in.Op.OpensBlock():
				l := labels[len(labels)-1]
				labels = labels[:len(labels)-1]
				if l.loop && heads[pos].union(set) {
					grew = true
				}
				if in.Op == wasm.OpIf && d.shape.hasElse[pos] {
					set.union(l.other)
				} else if in.Op == wasm.OpIf {
					set.union(l.target)
				}
			default:
				leaveBackward(in, set, labels)
			}
			before(pos, set)
		}
	}
}

// closeBackward makes the label of the block that ends at pos.
func (d *dataflow) closeBackward(pos int, set bitset, heads map[int]bitset) flowLabel {
	opener := d.shape.opener[pos]
	l := flowLabel{opener: opener}
	if opener >= 0 && d.code[opener].Op == wasm.OpLoop {
		if heads[opener] == nil {
			heads[opener] = newBitset(d.size)
		}
		l.loop, l.target = true, heads[opener]
	} else {
		l.target = set.clone()
	}
	return l
}

// leaveBackward joins what holds at the labels that an instruction may branch to.
func leaveBackward(in *wasm.Instruction, set bitset, labels []flowLabel) {
	if !continues(in.Op) {
		clear(set)
	}
	eachLabel(in, func(depth uint32) { set.union(labels[len(labels)-1-int(depth)].target) })
}

// continues reports whether the instruction after this one may be next.
func continues(op wasm.Opcode) bool {
	switch op {
	case wasm.OpBr, wasm.OpBrTable, wasm.OpReturn, wasm.OpUnreachable, wasm.OpReturnCall, wasm.OpReturnCallIndirect:
		return false
	}
	return true
}

// eachLabel calls f for the labels an instruction may branch to. Returning is not branching.
func eachLabel(in *wasm.Instruction, f func(depth uint32)) {
	switch in.Op {
	case wasm.OpBrTable:
		for _, depth := range in.Lists.Labels {
			f(depth)
		}
		f(in.Index)
	case wasm.OpBr, wasm.OpBrIf:
		f(in.Index)
	}
}

// forward finds what holds after each instruction from what holds before it, joining paths by intersection;
// nothing holds at the start of the function. before and after change the set that holds there. Each is called for
// all instructions several times, last with the final sets.
func (d *dataflow) forward(before, after func(pos int, set bitset)) {
	rounds := map[int]bitset{} // what holds at branches back to a loop
	for shrank := true; shrank; {
		shrank = false
		set := newBitset(d.size)
		labels := []flowLabel{{opener: -1, target: fullBitset(d.size)}}
		for pos := range d.code {
			before(pos, set)
			in := &d.code[pos]
			switch {
			case in.Op.OpensBlock():
				labels = append(labels, d.openForward(pos, set, rounds))
			case in.Op == wasm.OpElse:
				l := &labels[len(labels)-1]
				l.target.intersect(set)
				set.copy(l.other)
			case in.Op == wasm.OpEnd:
				l := labels[len(labels)-1]
				labels = labels[:len(labels)-1]
				d.closeForward(l, set)
			default:
				eachLabel(in, func(depth uint32) {
					l := labels[len(labels)-1-int(depth)]
					shrank = l.target.intersect(set) && l.loop || shrank
				})
				if !continues(in.Op) {
					set.copy(fullBitset(d.size))
				}
			}
			after(pos, set)
		}
	}
}

// openForward makes the label of the block that begins at pos.
func (d *dataflow) openForward(pos int, set bitset, rounds map[int]bitset) flowLabel {
	l := flowLabel{opener: pos}
	switch d.code[pos].Op {
	case wasm.OpLoop:
		if rounds[pos] == nil {
			rounds[pos] = fullBitset(d.size)
		}
		l.loop, l.target = true, rounds[pos]
		set.intersect(l.target)
		return l
	case wasm.OpIf:
		l.other = set.clone()
	}
	l.target = fullBitset(d.size)
	return l
}

// closeForward joins what holds at the end of a block.
func (d *dataflow) closeForward(l flowLabel, set bitset) {
	if l.loop {
		return // nothing branches here
	}
	set.intersect(l.target)
	if l.opener >= 0 && d.code[l.opener].Op == wasm.OpIf && !d.shape.hasElse[l.opener] {
		set.intersect(l.other)
	}
}
