package passes

import (
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// exceptionState says in which globals the exception on its way is kept.
type exceptionState struct {
	thrown  uint32
	payload uint32            // the first slot for i32
	tags    []tagSlots        // by tag index
	names   map[uint32]string // of the globals
}

// tagSlots says where the values that an exception of one tag carries are kept.
type tagSlots struct {
	params []wasm.ValueType // types before lowering
	slots  []uint32         // global of each
}

// fitsReference reports whether an exnref has room for the values: nothing, or 32 bits.
func (t tagSlots) fitsReference() bool { return fitsReference(t.params) }

func fitsReference(params []wasm.ValueType) bool {
	return len(params) == 0 || len(params) == 1 && (params[0] == wasm.I32 || params[0] == wasm.F32)
}

// slotType returns the type of the global that keeps a value: floats are kept as the integer of their bits,
// which preserves NaNs and saves globals.
func slotType(t wasm.ValueType) wasm.ValueType {
	switch t {
	case wasm.F32:
		return wasm.I32
	case wasm.F64, wasm.ExnRef:
		return wasm.I64
	}
	return t
}

// addState adds the globals. All tags share them: only one exception is on its way at a time.
func (l *lowering) addState() exceptionState {
	s := exceptionState{names: map[uint32]string{}}
	next := uint32(len(l.spaces.globals))
	add := func(t wasm.ValueType, name string) uint32 {
		l.out.Globals = append(l.out.Globals, wasm.Global{
			Type: wasm.GlobalType{Type: t, Mutable: true},
			Init: wasm.ConstExpr(wasm.Zero(t)),
		})
		s.names[next] = name
		next++
		return next - 1
	}
	s.thrown = add(wasm.I32, ThrownGlobal)
	s.payload = add(wasm.I32, PayloadGlobal)
	slots := map[wasm.ValueType][]uint32{wasm.I32: {s.payload}}
	for _, t := range l.spaces.tags {
		tag := tagSlots{params: t.Params}
		taken := map[wasm.ValueType]int{}
		for _, p := range t.Params {
			kind := slotType(p)
			n := taken[kind]
			taken[kind]++
			if n == len(slots[kind]) {
				slots[kind] = append(slots[kind], add(kind, fmt.Sprintf("%s_%v_%d", PayloadGlobal, kind, n)))
			}
			tag.slots = append(tag.slots, slots[kind][n])
		}
		s.tags = append(s.tags, tag)
	}
	return s
}

// refuse returns an error for a module this pass cannot lower faithfully.
func (l *lowering) refuse(opts Options) error {
	for _, check := range []func() error{l.refuseTags, l.refuseExnref, l.refuseEscapes, l.refuseMergedTypes} {
		if err := check(); err != nil {
			return err
		}
	}
	if opts.HideState {
		return nil
	}
	for _, e := range l.in.Exports {
		if e.Name == ThrownGlobal || e.Name == PayloadGlobal {
			return fmt.Errorf("exporting the globals of this pass: the module has an export %q already", e.Name)
		}
	}
	return nil
}

// refuseTags: whoever shares a tag throws or catches by it, and knows nothing of our globals.
func (l *lowering) refuseTags() error {
	for _, imp := range l.in.Imports {
		if imp.Kind == wasm.ExternTag {
			return fmt.Errorf("lowering tag %q.%q: imported tags are not supported: define the tag in the module",
				imp.Module, imp.Name)
		}
	}
	for _, e := range l.in.Exports {
		if e.Kind == wasm.ExternTag {
			return fmt.Errorf("lowering tag %q: exported tags are not supported: remove the export", e.Name)
		}
	}
	return nil
}

// refuseExnref: an exnref that others see cannot become a number, and tables hold no numbers.
func (l *lowering) refuseExnref() error {
	for i, t := range l.spaces.tables {
		if t.Elem == wasm.ExnRef {
			return fmt.Errorf("lowering table %d: tables of exnref are not supported", i)
		}
	}
	for i := range l.in.Elements {
		if l.in.Elements[i].Type == wasm.ExnRef {
			return fmt.Errorf("lowering element segment %d: elements of type exnref are not supported", i)
		}
	}
	return l.eachBoundary(func(what string, t wasm.FuncType) error {
		if slices.Contains(t.Params, wasm.ExnRef) || slices.Contains(t.Results, wasm.ExnRef) {
			return fmt.Errorf("lowering %s: exnref in the type of an import or export is not supported", what)
		}
		return nil
	})
}

// eachBoundary calls f for all imported and exported functions and globals. Of a global, params are what the
// outside may receive and results what it may supply, as with an imported function.
func (l *lowering) eachBoundary(f func(what string, t wasm.FuncType) error) error {
	global := func(g wasm.GlobalType) wasm.FuncType {
		both := []wasm.ValueType{g.Type}
		return wasm.FuncType{Params: both, Results: both}
	}
	for _, imp := range l.in.Imports {
		what, t := fmt.Sprintf("%v import %q.%q", imp.Kind, imp.Module, imp.Name), wasm.FuncType{}
		switch imp.Kind {
		case wasm.ExternFunc:
			t = l.in.Types[imp.Func]
		case wasm.ExternGlobal:
			t = global(imp.Global)
		}
		if err := f(what, t); err != nil {
			return err
		}
	}
	for _, e := range l.in.Exports {
		what, t := fmt.Sprintf("%v export %q", e.Kind, e.Name), wasm.FuncType{}
		switch e.Kind {
		case wasm.ExternFunc:
			// What the outside receives are the results: the other way round than for an import.
			u := l.in.Types[l.spaces.funcs[e.Index]]
			t = wasm.FuncType{Params: u.Results, Results: u.Params}
		case wasm.ExternGlobal:
			t = global(l.spaces.globals[e.Index])
		}
		if err := f(what, t); err != nil {
			return err
		}
	}
	return nil
}

// refuseEscapes: the outside must reach functions that may throw through exports alone, which have thunks.
func (l *lowering) refuseEscapes() error {
	if !l.throws.referenced() {
		return nil
	}
	refused := func(what string) error {
		return fmt.Errorf("lowering %s: it can hand references to functions that may throw to the outside, "+
			"which would call them without a thunk: remove it (for a table: link without exporting it)", what)
	}
	for _, imp := range l.in.Imports {
		if imp.Kind == wasm.ExternTable && imp.Table.Elem == wasm.FuncRef {
			return refused(fmt.Sprintf("table import %q.%q", imp.Module, imp.Name))
		}
	}
	for _, e := range l.in.Exports {
		if e.Kind == wasm.ExternTable && l.spaces.tables[e.Index].Elem == wasm.FuncRef {
			return refused(fmt.Sprintf("table export %q", e.Name))
		}
	}
	return l.eachBoundary(func(what string, t wasm.FuncType) error {
		if slices.Contains(t.Params, wasm.FuncRef) {
			return refused(what)
		}
		return nil
	})
}

// refuseMergedTypes: with exnref replaced, two function types may become one, and an indirect call that would
// have trapped on the difference would go through.
func (l *lowering) refuseMergedTypes() error {
	before := map[string]wasm.FuncType{} // by the key after lowering
	for _, index := range l.throws.indirectTypes {
		t := l.in.Types[index]
		lowered := wasm.FuncType{Params: lowerTypes(t.Params), Results: lowerTypes(t.Results)}.Key()
		if u, ok := before[lowered]; ok && !u.Equal(t) {
			return fmt.Errorf("lowering types: %v and %v are both used by indirect calls and would become the same", u, t)
		}
		before[lowered] = t
	}
	return nil
}
