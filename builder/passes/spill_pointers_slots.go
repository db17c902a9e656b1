package passes

import (
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// spillSlots says where in the frame variables have their places, and when to store them.
type spillSlots struct {
	*spillNeeds
	offset []uint32 // by variable
	frame  uint32   // size, a multiple of 16 as the ABI asks
	// sharing holds, by variable, the others with the same place.
	sharing []bitset
	// early holds the variables that are stored wherever they are set.
	early bitset
	// stores lists what to store before an instruction, by position.
	stores map[int]bitset
}

func assignSlots(n *spillNeeds) *spillSlots {
	s := &spillSlots{spillNeeds: n, early: newBitset(n.size)}
	s.plan()
	if s.early = s.chooseEarly(); !s.early.empty() {
		s.plan()
	}
	return s
}

func (s *spillSlots) plan() {
	s.place(s.conflicts())
	s.schedule()
}

// conflicts finds the variables that must not have the same place: while one waits for a call that needs it, the
// other is to be stored. What is stored early has a place of its own.
func (s *spillSlots) conflicts() []bitset {
	graph := make([]bitset, len(s.vars))
	for pos := range s.calls {
		for v := range s.later[pos].all() {
			if graph[v] == nil {
				graph[v] = newBitset(len(s.vars))
			}
			graph[v].union(s.later[pos])
		}
	}
	for v := range s.early.all() {
		for other := range graph {
			if graph[other] != nil {
				graph[other].add(v)
				graph[v].add(other)
			}
		}
	}
	return graph
}

// spillBytes are the sizes of places, largest first so that each is aligned.
var spillBytes = []struct {
	typ   wasm.ValueType
	bytes uint32
}{{wasm.V128, 16}, {wasm.I64, 8}, {wasm.I32, 4}}

// place gives each variable with a need the first place of its size that no conflicting one has.
func (s *spillSlots) place(conflicts []bitset) {
	s.offset = make([]uint32, len(s.vars))
	s.sharing = make([]bitset, len(s.vars))
	s.frame = 0
	for _, kind := range spillBytes {
		var places []bitset // who has each
		for v := range s.vars {
			if s.vars[v].typ != kind.typ || conflicts[v] == nil {
				continue
			}
			p := 0
			for p < len(places) && places[p].meets(conflicts[v]) {
				p++
			}
			if p == len(places) {
				places = append(places, newBitset(len(s.vars)))
			}
			places[p].add(v)
			s.sharing[v] = places[p]
			s.offset[v] = s.frame + uint32(p)*kind.bytes
		}
		s.frame += uint32(len(places)) * kind.bytes
	}
	s.frame = (s.frame + 15) &^ 15
}

// schedule decides what to store where: what is not in its place when a call needs it, or at the start of a loop
// that does not set it, or has just been set and is stored early.
func (s *spillSlots) schedule() {
	s.stores = map[int]bitset{}
	loops := s.loops()
	s.forward(
		func(pos int, stored bitset) {
			want := newBitset(s.size)
			if pos > 0 {
				s.eachSet(pos-1, want.add)
				want.intersect(s.early)
			}
			if loops[pos] != nil {
				want.union(loops[pos])
			}
			if c := s.calls[pos]; c != nil {
				want.union(c.need)
			}
			if !want.empty() {
				s.store(pos, want, stored)
			}
		},
		func(pos int, stored bitset) { s.eachSet(pos, stored.remove) })
}

// eachSet calls f for the variables that an instruction sets.
func (s *spillSlots) eachSet(pos int, f func(v int)) {
	if v := s.setBy(&s.code[pos]); v >= 0 {
		f(v)
	}
	for _, v := range s.temps[pos] {
		f(v)
	}
}

// store schedules what of want is not stored yet.
func (s *spillSlots) store(pos int, want, stored bitset) {
	missing := want.clone()
	missing.subtract(stored)
	s.stores[pos] = missing
	for v := range missing.all() {
		stored.subtract(s.sharing[v])
	}
	stored.union(missing)
}

// loops finds for each loop, by position, what calls in it need and nothing in it sets, or is stored early there.
func (s *spillSlots) loops() map[int]bitset {
	type loop struct {
		pos       int
		need, set bitset
	}
	found := map[int]bitset{}
	var open []loop // blocks, too
	for pos := range s.code {
		in := &s.code[pos]
		if in.Op.OpensBlock() {
			open = append(open, loop{pos, newBitset(s.size), newBitset(s.spillNeeds.size)})
		}
		if len(open) == 0 {
			continue
		}
		l := &open[len(open)-1]
		s.eachSet(pos, l.set.add)
		if c := s.calls[pos]; c != nil {
			l.need.union(c.need)
		}
		if in.Op == wasm.OpEnd {
			if open = open[:len(open)-1]; len(open) > 0 {
				open[len(open)-1].need.union(l.need)
				open[len(open)-1].set.union(l.set)
			}
			if s.code[l.pos].Op == wasm.OpLoop {
				l.set.subtract(s.early)
				l.need.subtract(l.set)
				l.need.intersect(s.later[l.pos])
				found[l.pos] = l.need
			}
		}
	}
	return found
}

// chooseEarly picks the variables that are set in much fewer places than they are stored in. Places in a loop count
// eight times; a quarter is much fewer, since a run passes only some of the calls.
func (s *spillSlots) chooseEarly() bitset {
	stores, sets := make([]int64, s.size), make([]int64, s.size)
	often := int64(1)
	var open []int64 // for blocks, how often what is around them runs
	for pos := range s.code {
		for v := range s.stores[pos].all() {
			stores[v] += often
		}
		s.eachSet(pos, func(v int) { sets[v] += often })
		switch in := &s.code[pos]; {
		case in.Op.OpensBlock():
			open = append(open, often)
			if in.Op == wasm.OpLoop {
				often = min(8*often, 1<<30)
			}
		case in.Op == wasm.OpEnd && len(open) > 0:
			often, open = open[len(open)-1], open[:len(open)-1]
		}
	}
	early := newBitset(s.size)
	for v := range s.vars {
		if sets[v] > 0 && 4*sets[v] < stores[v] {
			early.add(v)
		}
	}
	return early
}
