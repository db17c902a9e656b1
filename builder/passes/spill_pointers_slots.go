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
	// stores lists what to store before an instruction, by position.
	stores map[int]bitset
}

func assignSlots(n *spillNeeds) *spillSlots {
	s := &spillSlots{spillNeeds: n, stores: map[int]bitset{}}
	s.place(s.conflicts())
	s.schedule()
	return s
}

// conflicts finds the variables that must not have the same place: while one waits for a call that needs it, the
// other is to be stored.
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
// that does not set it.
func (s *spillSlots) schedule() {
	loops := s.loops()
	s.forward(
		func(pos int, stored bitset) {
			want := loops[pos]
			if c := s.calls[pos]; c != nil {
				want = c.need
			}
			if want != nil {
				s.store(pos, want, stored)
			}
		},
		func(pos int, stored bitset) {
			if v := s.setBy(&s.code[pos]); v >= 0 {
				stored.remove(v)
			}
			s.forget(pos, stored)
		})
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

// loops finds for each loop, by position, what calls in it need and nothing in it sets.
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
		if v := s.setBy(in); v >= 0 {
			l.set.add(v)
		}
		for _, v := range s.temps[pos] {
			l.set.add(v)
		}
		if c := s.calls[pos]; c != nil {
			l.need.union(c.need)
		}
		if in.Op == wasm.OpEnd {
			if open = open[:len(open)-1]; len(open) > 0 {
				open[len(open)-1].need.union(l.need)
				open[len(open)-1].set.union(l.set)
			}
			if s.code[l.pos].Op == wasm.OpLoop {
				l.need.subtract(l.set)
				found[l.pos] = l.need
			}
		}
	}
	return found
}
