package passes

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// callGraph knows which function calls which, to follow calls backwards. It errs on the side of more calls: an
// indirect call may reach every function of its type that is referred to.
type callGraph struct {
	m      *wasm.Module
	spaces spaces
	// declared and inCode tell which functions are referred to: by element segments and globals, or by ref.func
	// in code.
	declared, inCode map[uint32]bool
	// callers, by function index and by type key, lists the functions that hold such a call.
	callers         [][]uint32
	indirectCallers map[string][]uint32
}

// newCallGraph returns a graph that knows the references in globals and element segments. Calls, and references in
// code, are for the caller to add.
func newCallGraph(m *wasm.Module, s spaces) (*callGraph, error) {
	g := &callGraph{
		m: m, spaces: s,
		declared:        map[uint32]bool{},
		inCode:          map[uint32]bool{},
		callers:         make([][]uint32, len(s.funcs)),
		indirectCallers: map[string][]uint32{},
	}
	return g, g.takeReferences()
}

// takeReferences finds the functions that globals and element segments refer to.
func (g *callGraph) takeReferences() error {
	take := func(e wasm.Expr) error {
		for in, err := range e.All() {
			if err != nil {
				return err
			}
			if in.Op == wasm.OpRefFunc {
				g.declared[in.Index] = true
			}
		}
		return nil
	}
	for i := range g.m.Globals {
		if err := take(g.m.Globals[i].Init); err != nil {
			return fmt.Errorf("reading the initialiser of global %d: %w", i, err)
		}
	}
	for i := range g.m.Elements {
		for _, f := range g.m.Elements[i].Funcs {
			g.declared[f] = true
		}
		for _, x := range g.m.Elements[i].Exprs {
			if err := take(x); err != nil {
				return fmt.Errorf("reading element segment %d: %w", i, err)
			}
		}
	}
	return nil
}

// add takes note of a call or ref.func in the code of a function. Other instructions have no effect.
func (g *callGraph) add(caller uint32, in *wasm.Instruction) {
	switch in.Op {
	case wasm.OpCall, wasm.OpReturnCall:
		g.callers[in.Index] = append(g.callers[in.Index], caller)
	case wasm.OpCallIndirect, wasm.OpReturnCallIndirect:
		key := g.m.Types[in.Index].Key()
		g.indirectCallers[key] = append(g.indirectCallers[key], caller)
	case wasm.OpRefFunc:
		g.inCode[in.Index] = true
	}
}

// taken reports whether a function is referred to, so that an indirect call may reach it.
func (g *callGraph) taken(f uint32) bool { return g.declared[f] || g.inCode[f] }

// reaching finds the functions and types that lead to one of the given functions, through however many calls.
func (g *callGraph) reaching(targets []uint32) *reach {
	r := &reach{graph: g, funcs: make([]bool, len(g.spaces.funcs)), indirect: map[string]bool{}}
	work := append([]uint32(nil), targets...)
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		if r.funcs[f] {
			continue
		}
		r.funcs[f] = true
		work = append(work, g.callers[f]...)
		if key := g.m.Types[g.spaces.funcs[f]].Key(); g.taken(f) && !r.indirect[key] {
			r.indirect[key] = true
			work = append(work, g.indirectCallers[key]...)
		}
	}
	return r
}

// reach says which calls lead to certain functions.
type reach struct {
	graph *callGraph
	// funcs tells it for each function index.
	funcs []bool
	// indirect tells it for each type, by key: a function of that type is among funcs and is referred to.
	indirect map[string]bool
}

// call reports whether an instruction is such a call. Tail calls are not: the frame they stand in is gone by then.
func (r *reach) call(in *wasm.Instruction) bool {
	switch in.Op {
	case wasm.OpCall:
		return r.funcs[in.Index]
	case wasm.OpCallIndirect:
		return r.indirect[r.graph.m.Types[in.Index].Key()]
	}
	return false
}

// count returns how many functions there are.
func (r *reach) count() (n int) {
	for _, yes := range r.funcs {
		if yes {
			n++
		}
	}
	return n
}
