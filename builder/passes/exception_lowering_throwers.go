package passes

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// throwers says which calls may throw: those that reach a function which throws by itself.
type throwers struct {
	*reach
	// indirectTypes lists the types of functions referred to, and those that indirect calls expect.
	indirectTypes []uint32
}

// findThrowers looks at all code, then follows calls backwards from the functions that throw by themselves.
func findThrowers(m *wasm.Module, s spaces) (*throwers, error) {
	g, err := newCallGraph(m, s)
	if err != nil {
		return nil, err
	}
	t := &throwers{}
	var throwing []uint32
	for i := range m.Functions {
		index := uint32(s.imported + i)
		throws, err := t.scan(g, index, m.Functions[i].Body)
		if err != nil {
			return nil, fmt.Errorf("reading the body of function %d: %w", index, err)
		}
		if throws {
			throwing = append(throwing, index)
		}
	}
	for f := range uint32(len(s.funcs)) {
		if g.taken(f) {
			t.indirectTypes = append(t.indirectTypes, s.funcs[f])
		}
	}
	t.reach = g.reaching(throwing)
	return t, nil
}

// scan adds to the graph what the function calls where an exception would leave it, and reports whether it throws
// by itself.
func (t *throwers) scan(g *callGraph, index uint32, body wasm.Expr) (throws bool, err error) {
	var open []bool // for each open block, whether it catches everything
	covered := 0    // how many of them do
	for in, err := range body.All() {
		if err != nil {
			return false, err
		}
		switch in.Op {
		case wasm.OpThrow, wasm.OpThrowRef:
			throws = throws || covered == 0
		case wasm.OpCall:
			if covered == 0 {
				g.add(index, &in)
			}
		case wasm.OpCallIndirect, wasm.OpReturnCallIndirect:
			t.indirectTypes = append(t.indirectTypes, in.Index)
			if covered == 0 || in.Op == wasm.OpReturnCallIndirect {
				g.add(index, &in)
			}
		case wasm.OpReturnCall, wasm.OpRefFunc:
			g.add(index, &in)
		case wasm.OpEnd:
			if n := len(open) - 1; n >= 0 {
				if open[n] {
					covered--
				}
				open = open[:n]
			}
		}
		if in.Op.OpensBlock() {
			covers := in.Op == wasm.OpTryTable && catchesAll(in.Lists.Catches, len(g.spaces.tags))
			if open = append(open, covers); covers {
				covered++
			}
		}
	}
	return throws, nil
}

// catchesAll reports whether no exception gets past the clauses: one is for all, or each tag has one.
func catchesAll(clauses []wasm.Catch, tags int) bool {
	caught := map[uint32]bool{}
	for _, c := range clauses {
		if !c.Kind.HasTag() {
			return true
		}
		caught[c.Tag] = true
	}
	return len(clauses) > 0 && len(caught) == tags
}

// referenced reports whether any function that may throw is referred to.
func (t *throwers) referenced() bool { return len(t.indirect) > 0 }
