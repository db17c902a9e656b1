package passes

// exception-lowering expresses exceptions in core WebAssembly: a flag, and branches.
//
// Why at all: wazero runs try_table by leaving to Go and copying the native stack each time, which costs more
// than a hundred times what this code does; and other passes (wasm-opt's --spill-pointers) and older browsers
// do not know exceptions.
//
// # What it rewrites
//
// Two mutable globals are added. thrown is 0, or 1 + the index of the tag of the exception on its way. payload
// holds what the exception carries; there are more such globals when a tag carries more than one value or values
// of other types. A throw sets them and branches to the innermost handler, or to the end of its function. After
// a call that may throw comes a check that does the same. A branch drops whatever lies above the height of its
// label, so the operands in between need no care; functions with results return zeros, which nobody looks at.
//
//	(tag $e (param i32))                    (global $thrown (mut i32) (i32.const 0))
//	                                        (global $payload (mut i32) (i32.const 0))
//	func $f (param i32) (result i32)        func $f (param i32) (result i32)
//	  block $caught (result i32)              block $unwind
//	    try_table (catch $e $caught)            block $caught (result i32)
//	      local.get 0                             block $try
//	      call $g                                   block $handler
//	    end                                           local.get 0
//	    i32.const 1                                   call $g
//	    return                                        global.get $thrown
//	  end                                             br_if $handler
//	  call $h                                         br $try
//	                                                end
//	                                                global.get $payload
//	                                                i32.const 0
//	                                                global.set $thrown
//	                                                br $caught
//	                                              end
//	                                              i32.const 1
//	                                              return
//	                                            end
//	                                            call $h      ;; no check: the function ends here anyway
//	                                            return
//	                                          end
//	                                          i32.const 0
//
// (Were something to follow the call of $h, a check that branches to $unwind would.)
//
// A handler goes through the catch clauses in order, comparing thrown with each tag; where only one tag is left
// it does not compare. When no clause fits, it leaves thrown as it is and branches to the next handler outwards.
//
// An exnref becomes an i64: thrown in the upper half, the payload's bits in the lower, 0 for null. So a tag whose
// exceptions a catch_ref or catch_all_ref may receive must carry at most one i32 or f32.
//
// A function may throw when a throw, throw_ref or a call of a function that may throw stands in it outside any
// try_table that catches everything. A call_indirect may throw when a function of its type does that is in a
// table or otherwise referred to. Tail calls leave the frame before they run, so they make the caller throw but
// need no check, and no try_table around them counts.
//
// An exported function that may throw is exported by way of a thunk: an uncaught exception is a trap, as it is
// for an engine that knows exceptions. The thunk clears thrown first, so that the instance can still be used.
// Therefore thrown is 0 whenever the host has control: at rest, in a host call, after a trap.
//
// # What it assumes
//
// Imported functions throw no exceptions that the module could catch. (A host function may fail, and end the
// call from outside; no handler in the module sees that.)
//
// # What it refuses
//
// Imported and exported tags; references to functions that may throw where they could leave the module, since
// only exports have thunks; exnref in tables, and in the types of imports and exports; payloads of more than 32
// bits where an exnref is made of them; function types that differ in exnref and i64 alone when an indirect call
// tells them apart.
//
// # What it does not check
//
// Running out of call stack traps at another depth than before: frames have other sizes.

import (
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// Names of the globals that exception-lowering adds and exports.
const (
	ThrownGlobal  = "thrown"
	PayloadGlobal = "payload"
)

const exceptionLoweringName = "exception-lowering"

func exceptionLowering(opts Options) func(*wasm.Module) (*wasm.Module, error) {
	return func(m *wasm.Module) (*wasm.Module, error) { return lowerExceptions(m, opts) }
}

// lowering is the state of one run over a module.
type lowering struct {
	in     *wasm.Module // as it was
	out    *wasm.Module // as it is going to be
	spaces spaces       // of in
	throws *throwers
	state  exceptionState
	thunks map[uint32]uint32 // by function index, the thunk's
	checks int               // after calls, for the note
}

func lowerExceptions(m *wasm.Module, opts Options) (*wasm.Module, error) {
	used, err := wasm.DetectFeatures(m)
	if err != nil {
		return nil, err
	}
	if !used.Has(wasm.FeatureExceptionHandling) {
		return m, nil
	}
	l := &lowering{in: m, out: m.Clone(), spaces: spacesOf(m), thunks: map[uint32]uint32{}}
	if l.throws, err = findThrowers(m, l.spaces); err != nil {
		return nil, err
	}
	if err := l.refuse(opts); err != nil {
		return nil, err
	}
	l.types()
	l.state = l.addState()
	for i := range l.out.Functions {
		if err := l.function(i); err != nil {
			return nil, fmt.Errorf("lowering function %d: %w", l.spaces.imported+i, err)
		}
	}
	l.out.Tags = nil
	l.entries()
	if !opts.HideState {
		l.out.Exports = append(l.out.Exports,
			wasm.Export{Name: ThrownGlobal, Kind: wasm.ExternGlobal, Index: l.state.thrown},
			wasm.Export{Name: PayloadGlobal, Kind: wasm.ExternGlobal, Index: l.state.payload})
	}
	l.names()
	if err := dropTargetFeature(l.out, wasm.FeatureExceptionHandling); err != nil {
		return nil, err
	}
	opts.note(exceptionLoweringName, "%d functions, %d may throw, %d checks after calls, %d thunks",
		len(l.spaces.funcs), l.throws.count(), l.checks, len(l.thunks))
	return l.out, nil
}

// types replaces exnref by i64 in the types of functions, globals and locals. Types keep their indices.
func (l *lowering) types() {
	for i := range l.out.Types {
		t := &l.out.Types[i]
		t.Params, t.Results = lowerTypes(t.Params), lowerTypes(t.Results)
	}
	for i := range l.out.Globals {
		if g := &l.out.Globals[i]; g.Type.Type == wasm.ExnRef {
			g.Type.Type = wasm.I64
			if globalInitIsNull(g.Init) {
				g.Init = wasm.ConstExpr(wasm.I64Const(0))
			}
		}
	}
}

// globalInitIsNull reports whether an initialiser is ref.null: the only other one, global.get, stays.
func globalInitIsNull(e wasm.Expr) bool {
	for in := range e.All() {
		return in.Op == wasm.OpRefNull
	}
	return false
}

// lowerType replaces exnref.
func lowerType(t wasm.ValueType) wasm.ValueType {
	if t == wasm.ExnRef {
		return wasm.I64
	}
	return t
}

// lowerTypes replaces exnref in a copy of the list.
func lowerTypes(list []wasm.ValueType) []wasm.ValueType {
	out := append([]wasm.ValueType(nil), list...)
	for i := range out {
		out[i] = lowerType(out[i])
	}
	return out
}

// names brings the name section up to date. Labels are numbered by position, which changed; tags are gone.
func (l *lowering) names() {
	names, err := l.in.Names()
	if err != nil || names == nil {
		return // a name section that cannot be read is legal, and stays
	}
	for function, thunk := range l.thunks {
		if name := names.Maps[wasm.NameFunctions][function]; name != "" {
			names.Set(wasm.NameFunctions, thunk, name+".thunk")
		}
	}
	for index, name := range l.state.names {
		names.Set(wasm.NameGlobals, index, name)
	}
	delete(names.Maps, wasm.NameTags)
	delete(names.Indirect, wasm.NameLabels)
	l.out.SetNames(names)
}

// dropTargetFeature removes a proposal from the list in which the compiler noted what it was allowed to use, and
// from which wasm-opt takes what it may use.
func dropTargetFeature(m *wasm.Module, f wasm.Features) error {
	list, err := m.TargetFeatures()
	if err != nil {
		return err
	}
	m.SetTargetFeatures(slices.DeleteFunc(list, func(t wasm.TargetFeature) bool { return t.Name == f.String() }))
	return nil
}
