package passes

import (
	"iter"
	"math/bits"
)

// bitset is a set of small numbers, all below a size that the sets of one analysis share.
type bitset []uint64

func newBitset(size int) bitset { return make(bitset, (size+63)/64) }

// fullBitset holds every number below size (and perhaps some above).
func fullBitset(size int) bitset {
	b := newBitset(size)
	for i := range b {
		b[i] = ^uint64(0)
	}
	return b
}

func (b bitset) clone() bitset { return append(bitset(nil), b...) }

func (b bitset) add(n int)     { b[n/64] |= 1 << (n % 64) }
func (b bitset) remove(n int)  { b[n/64] &^= 1 << (n % 64) }
func (b bitset) copy(c bitset) { copy(b, c) }

func (b bitset) empty() bool {
	for _, w := range b {
		if w != 0 {
			return false
		}
	}
	return true
}

// union adds the members of c and reports whether any were new.
func (b bitset) union(c bitset) (grew bool) {
	for i, w := range c {
		grew = grew || w&^b[i] != 0
		b[i] |= w
	}
	return grew
}

// intersect removes what is not in c and reports whether that was anything.
func (b bitset) intersect(c bitset) (shrank bool) {
	for i, w := range c {
		shrank = shrank || b[i]&^w != 0
		b[i] &= w
	}
	return shrank
}

// subtract removes the members of c.
func (b bitset) subtract(c bitset) {
	for i, w := range c {
		b[i] &^= w
	}
}

// all iterates over the members in ascending order.
func (b bitset) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range b {
			for ; w != 0; w &= w - 1 {
				if !yield(64*i + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}

// meets reports whether b and c have a member in common.
func (b bitset) meets(c bitset) bool {
	for i, w := range c {
		if b[i]&w != 0 {
			return true
		}
	}
	return false
}
