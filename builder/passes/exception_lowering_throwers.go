package passes

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// throwers says which calls may throw. It errs on the side of yes.
type throwers struct {
	m      *wasm.Module
	spaces spaces
	// funcs tells it for each function index.
	funcs []bool
	// indirect tells it for each type, by key: some function of that type may throw and is referred to, so that a
	// call_indirect may reach it.
	indirect map[string]bool
	// declared and inCode tell which functions are referred to: by element segments and globals, or by ref.func
	// in code.
	declared, inCode map[uint32]bool
	// indirectTypes lists the types of functions referred to, and those that indirect calls expect.
	indirectTypes []uint32
	// callers, by function index and by type key, lists the functions that throw when a call throws.
	callers         [][]uint32
	indirectCallers map[string][]uint32
}

// findThrowers looks at all code, then follows calls backwards from the functions that throw by themselves.
func findThrowers(m *wasm.Module, s spaces) (*throwers, error) {
	t := &throwers{
		m: m, spaces: s,
		funcs:           make([]bool, len(s.funcs)),
		indirect:        map[string]bool{},
		declared:        map[uint32]bool{},
		inCode:          map[uint32]bool{},
		callers:         make([][]uint32, len(s.funcs)),
		indirectCallers: map[string][]uint32{},
	}
	if err := t.takeReferences(); err != nil {
		return nil, err
	}
	var work []uint32
	for i := range m.Functions {
		index := uint32(s.imported + i)
		throws, err := t.scan(index, m.Functions[i].Body)
		if err != nil {
			return nil, fmt.Errorf("reading the body of function %d: %w", index, err)
		}
		if throws {
			work = append(work, index)
		}
	}
	for f := range uint32(len(s.funcs)) {
		if t.taken(f) {
			t.indirectTypes = append(t.indirectTypes, s.funcs[f])
		}
	}
	t.spread(work)
	return t, nil
}

// taken reports whether a function is referred to, so that an indirect call may reach it.
func (t *throwers) taken(f uint32) bool { return t.declared[f] || t.inCode[f] }

// takeReferences finds the functions that globals and element segments refer to. The code adds others.
func (t *throwers) takeReferences() error {
	take := func(e wasm.Expr) error {
		for in, err := range e.All() {
			if err != nil {
				return err
			}
			if in.Op == wasm.OpRefFunc {
				t.declared[in.Index] = true
			}
		}
		return nil
	}
	for i := range t.m.Globals {
		if err := take(t.m.Globals[i].Init); err != nil {
			return fmt.Errorf("reading the initialiser of global %d: %w", i, err)
		}
	}
	for i := range t.m.Elements {
		for _, f := range t.m.Elements[i].Funcs {
			t.declared[f] = true
		}
		for _, x := range t.m.Elements[i].Exprs {
			if err := take(x); err != nil {
				return fmt.Errorf("reading element segment %d: %w", i, err)
			}
		}
	}
	return nil
}

// scan notes what the function calls where an exception would leave it, and reports whether it throws by itself.
func (t *throwers) scan(index uint32, body wasm.Expr) (throws bool, err error) {
	var open []bool // for each open block, whether it catches everything
	covered := 0    // how many of them do
	for in, err := range body.All() {
		if err != nil {
			return false, err
		}
		switch in.Op {
		case wasm.OpThrow, wasm.OpThrowRef:
			throws = throws || covered == 0
		case wasm.OpCall, wasm.OpReturnCall:
			if covered == 0 || in.Op == wasm.OpReturnCall {
				t.callers[in.Index] = append(t.callers[in.Index], index)
			}
		case wasm.OpCallIndirect, wasm.OpReturnCallIndirect:
			t.indirectTypes = append(t.indirectTypes, in.Index)
			if covered == 0 || in.Op == wasm.OpReturnCallIndirect {
				key := t.m.Types[in.Index].Key()
				t.indirectCallers[key] = append(t.indirectCallers[key], index)
			}
		case wasm.OpRefFunc:
			t.inCode[in.Index] = true
		case wasm.OpEnd:
			if n := len(open) - 1; n >= 0 {
				if open[n] {
					covered--
				}
				open = open[:n]
			}
		}
		if in.Op.OpensBlock() {
			covers := in.Op == wasm.OpTryTable && catchesAll(in.Lists.Catches, len(t.spaces.tags))
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

// spread marks the functions in work, then whoever calls them, and so on.
func (t *throwers) spread(work []uint32) {
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		if t.funcs[f] {
			continue
		}
		t.funcs[f] = true
		work = append(work, t.callers[f]...)
		if key := t.m.Types[t.spaces.funcs[f]].Key(); t.taken(f) && !t.indirect[key] {
			t.indirect[key] = true
			work = append(work, t.indirectCallers[key]...)
		}
	}
}

// call reports whether an instruction is a call that comes back with an exception on its way, perhaps.
func (t *throwers) call(in *wasm.Instruction) bool {
	switch in.Op {
	case wasm.OpCall:
		return t.funcs[in.Index]
	case wasm.OpCallIndirect:
		return t.indirect[t.m.Types[in.Index].Key()]
	}
	return false
}

// referenced reports whether any function that may throw is referred to.
func (t *throwers) referenced() bool { return len(t.indirect) > 0 }

// count returns how many functions may throw.
func (t *throwers) count() (n int) {
	for _, throws := range t.funcs {
		if throws {
			n++
		}
	}
	return n
}
