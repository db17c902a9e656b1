package passes

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// value is a place that numbers pass through: a local, the result of one instruction, what a block or a function
// leaves. All places of a module are numbered.
type value int32

// valueFlow follows values that may hold pointers through a module: from where pointers come into view (loads,
// imports) to where somebody needs what they point to (addresses, stores, imports). A value that does not lie on
// such a way, such as a length or the result of a comparison, is no pointer that matters.
//
// What hides a pointer ends the way: a multiplication, a shift. A conservative collector would not recognise the
// pointer in that form either, so programs for one do not rely on it.
type valueFlow struct {
	m      *wasm.Module
	spaces spaces
	graph  *callGraph
	// stackPointer is the global whose value is no pointer that matters: what it points to is scanned anyway.
	stackPointer uint32

	types   []wasm.ValueType // of each value
	origins []origin         // of each value
	edges   []flowEdge
	sources []value // where pointers come into view
	sinks   []value // where they are needed
	funcs   []functionFlow

	// keptElsewhere holds the addresses of activations, which are no pointers that matter.
	keptElsewhere map[value]bool

	isPointer []bool // of each value, after solve
}

// flowEdge says that what is in one place gets to another.
type flowEdge struct{ from, to value }

func (e flowEdge) forward() (from, to value)  { return e.from, e.to }
func (e flowEdge) backward() (from, to value) { return e.to, e.from }

// origin tells where in the code of its function a value is produced.
type origin struct {
	pos     int32 // instruction
	ordinal int32 // which of its results
}

// functionFlow is what the flow knows of one function that the module defines.
type functionFlow struct {
	code     []wasm.Instruction // with a local for each web
	locals   []wasm.ValueType
	local    value // the first local's; the others follow
	result   value // the first result's
	produced []value
	calls    []waitingCall
	// activation is set for the functions of Options.Activations.
	activation *activation
}

// waitingCall is a call with what lies on the operand stack below its operands.
type waitingCall struct {
	pos     int
	waiting []value
}

// noValue marks instructions that leave nothing.
const noValue value = -1

// newValueFlow follows the values of the module of a graph. It keeps the operand stack of the calls that watch picks.
func newValueFlow(g *callGraph, stackPointer uint32, activations []uint32, watch func(*wasm.Instruction) bool) (*valueFlow, error) {
	m, s := g.m, g.spaces
	f := &valueFlow{m: m, spaces: s, graph: g, stackPointer: stackPointer,
		funcs: make([]functionFlow, len(m.Functions)), keptElsewhere: map[value]bool{}}
	for i := range m.Functions {
		code, err := m.Functions[i].Body.Instructions()
		if err != nil {
			return nil, fmt.Errorf("reading the body of function %d: %w", s.imported+i, err)
		}
		fn := &f.funcs[i]
		fn.code = code
		fn.locals = splitLocals(code, len(m.Types[m.Functions[i].Type].Params), localTypes(m, &m.Functions[i]))
		fn.local = f.add(origin{}, fn.locals...)
		fn.result = f.add(origin{}, m.Types[m.Functions[i].Type].Results...)
		fn.produced = make([]value, len(code))
	}
	f.boundary()
	for _, function := range activations {
		if err := f.activate(function); err != nil {
			return nil, err
		}
	}
	for i := range f.funcs {
		w := flowWalk{valueFlow: f, fn: &f.funcs[i], watch: watch, constants: map[value]uint32{}}
		w.function(m.Types[m.Functions[i].Type])
	}
	f.settleActivations()
	f.solve()
	return f, nil
}

// add makes values with consecutive numbers, which come from one instruction, and returns the first.
func (f *valueFlow) add(from origin, types ...wasm.ValueType) value {
	first := value(len(f.types))
	for i, t := range types {
		f.types = append(f.types, t)
		f.origins = append(f.origins, origin{from.pos, from.ordinal + int32(i)})
	}
	return first
}

// boundary notes which parameters come from, and which results go to, somebody unknown: the host, or the other
// side of an indirect call.
func (f *valueFlow) boundary() {
	open := func(function uint32) {
		i := int(function) - f.spaces.imported
		if i < 0 {
			return
		}
		t := f.m.Types[f.m.Functions[i].Type]
		for p := range t.Params {
			f.sources = append(f.sources, f.funcs[i].local+value(p))
		}
		for r := range t.Results {
			f.sinks = append(f.sinks, f.funcs[i].result+value(r))
		}
	}
	for function := range uint32(len(f.spaces.funcs)) {
		if f.graph.taken(function) {
			open(function)
		}
	}
	for _, e := range f.m.Exports {
		if e.Kind == wasm.ExternFunc {
			open(e.Index)
		}
	}
}

// solve finds the values between sources and sinks.
func (f *valueFlow) solve() {
	forward := f.spread(f.sources, flowEdge.forward)
	backward := f.spread(f.sinks, flowEdge.backward)
	f.isPointer = forward
	for v := range forward {
		f.isPointer[v] = forward[v] && backward[v]
	}
}

// spread marks what can be reached along the edges as direct turns them.
func (f *valueFlow) spread(start []value, direct func(flowEdge) (from, to value)) []bool {
	first := make([]int32, len(f.types)+1) // by value, where its edges begin in next
	for _, e := range f.edges {
		from, _ := direct(e)
		first[from+1]++
	}
	for v := range f.types {
		first[v+1] += first[v]
	}
	next, fill := make([]value, len(f.edges)), make([]int32, len(f.types))
	for _, e := range f.edges {
		from, to := direct(e)
		next[first[from]+fill[from]] = to
		fill[from]++
	}
	marked := make([]bool, len(f.types))
	work := append([]value(nil), start...)
	for len(work) > 0 {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if marked[v] || f.keptElsewhere[v] {
			continue
		}
		marked[v] = true
		work = append(work, next[first[v]:first[v+1]]...)
	}
	return marked
}
