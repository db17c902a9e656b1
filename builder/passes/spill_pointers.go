package passes

// spill-pointers puts pointers where a conservative garbage collector finds them.
//
// Such a collector scans linear memory: static data and the shadow stack. It cannot look into locals and onto the
// operand stack. So before a call that may lead to a collection, this pass stores what lives there, is needed
// afterwards and may be a pointer, in a frame on the shadow stack.
//
// # What it rewrites
//
//	func $f (param $o i32) (result i32)     func $f (param $o i32) (result i32) (local $temp i32) (local $frame i32)
//	  local.get $o                            global.get $__stack_pointer
//	  i32.load                                i32.const 16
//	  call $g        ;; may collect           i32.sub
//	  local.get $o                            local.tee $frame
//	  call $h        ;; may collect           global.set $__stack_pointer
//	  i32.add                                 block (result i32)
//	                                            local.get $o
//	                                            i32.load
//	                                            local.get $frame
//	                                            local.get $o
//	                                            i32.store offset=0
//	                                            call $g
//	                                            local.tee $temp
//	                                            local.get $o
//	                                            local.get $frame
//	                                            local.get $temp
//	                                            i32.store offset=4
//	                                            call $h
//	                                            i32.add
//	                                          end
//	                                          local.get $frame
//	                                          i32.const 16
//	                                          i32.add
//	                                          global.set $__stack_pointer
//
// (Were $o not needed after the call of $g, there would be no place for it. The operands of a call are the business
// of the function called.) A value is stored once: before the first call that needs it to be, or before the loop
// that holds that call; again only when its local has been set since. If that made for many stores where the local is
// set in few places, it is stored in those. Values that are never to be stored at the same time share a place.
//
// # How it decides
//
// A call may collect when it leads to one of Options.Collectors, by way of the call graph (callGraph); an imported
// function collects only if it is one of them. A value may be a pointer when it lies on a way from where pointers
// come into view to where they are needed (valueFlow), each of the values that share a local being judged by itself
// (splitLocals). It is needed after a call when a path leads from there to such a use before its local is set
// (dataflow).
//
// The functions of Options.Activations are trusted with the structure that they work on: neither its address counts as
// a pointer, nor what is loaded from it (activation).
//
// # What it assumes
//
// The collector scans from the global __stack_pointer, as it is when a collector is called, upwards. The stack is
// left for good only by way of returning, or by a trap after which somebody else puts __stack_pointer right. No
// pointer is below 64 KiB, kept in another form than its value, or in a floating-point number.
//
// # What it refuses
//
// Exceptions, since they leave frames on other ways: exception-lowering comes first. Modules without names for the
// collectors or the stack pointer.
//
// # What it does not check
//
// A pointer into an object does not keep the object alive if the collector wants pointers to its start. Compilers
// may let go of the start while they still need the inside; see RATIONALE.md.

import (
	"errors"
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

const (
	spillPointersName = "spill-pointers"
	// stackPointerGlobal is what the linker calls the stack pointer of the shadow stack.
	stackPointerGlobal = "__stack_pointer"
)

func spillPointers(opts Options) func(*wasm.Module) (*wasm.Module, error) {
	return func(m *wasm.Module) (*wasm.Module, error) {
		if len(opts.Collectors) == 0 {
			return m, nil
		}
		s := &spilling{in: m, out: m.Clone(), opts: opts}
		if err := s.run(); err != nil {
			return nil, err
		}
		if s.spilled == 0 {
			return m, nil
		}
		opts.note(spillPointersName, "%d functions, %d lead to a collection, %d spill %d values before %d calls",
			len(s.graph.spaces.funcs), s.collects.count(), s.spilled, s.values, s.calls)
		return s.out, nil
	}
}

// spilling is the state of one run over a module.
type spilling struct {
	in, out      *wasm.Module
	opts         Options
	graph        *callGraph
	collects     *reach
	stackPointer uint32
	// For the note: functions changed, values with a place, calls with something stored during them.
	spilled, values, calls int
}

func (s *spilling) run() error {
	used, err := wasm.DetectFeatures(s.in)
	if err != nil {
		return err
	}
	if used.Has(wasm.FeatureExceptionHandling) {
		return fmt.Errorf("spilling around exceptions is not supported: run %s first", exceptionLoweringName)
	}
	if s.graph, err = readCallGraph(s.in); err != nil {
		return err
	}
	collectors, activations, err := s.find()
	if err != nil {
		return err
	}
	s.collects = s.graph.reaching(collectors)
	flow, err := newValueFlow(s.graph, s.stackPointer, activations, s.collects.call)
	if err != nil {
		return err
	}
	for i := range s.out.Functions {
		s.function(flow, i)
	}
	return nil
}

// find looks up the functions that the options name, and the stack pointer.
func (s *spilling) find() (collectors, activations []uint32, err error) {
	names, err := s.in.Names()
	if err != nil {
		return nil, nil, err
	}
	if names == nil {
		return nil, nil, fmt.Errorf("looking for the collectors: the module has no names: strip them later")
	}
	if collectors, err = named(names, wasm.NameFunctions, s.opts.Collectors); err != nil {
		return nil, nil, fmt.Errorf("looking for the collectors: %w", err)
	}
	if activations, err = named(names, wasm.NameFunctions, s.opts.Activations); err != nil {
		return nil, nil, fmt.Errorf("looking for the functions that work on activations: %w", err)
	}
	s.stackPointer, err = findStackPointer(names, s.graph.spaces)
	return collectors, activations, err
}

// findStackPointer returns the index of the global that is the stack pointer.
func findStackPointer(names *wasm.Names, s spaces) (uint32, error) {
	pointer, err := oneNamed(names, wasm.NameGlobals, stackPointerGlobal)
	if err != nil {
		return 0, fmt.Errorf("looking for the stack pointer: %w", err)
	}
	if t := s.globals[pointer]; t.Type != wasm.I32 || !t.Mutable {
		return 0, fmt.Errorf("looking for the stack pointer: %s is not a mutable i32", stackPointerGlobal)
	}
	return pointer, nil
}

// errNotNamed says that nothing has a name.
var errNotNamed = errors.New("the module has nothing")

// named returns the indices that have the names, in their order. More than one may have the same.
func named(names *wasm.Names, space wasm.NameSpace, wanted []string) (found []uint32, err error) {
	for _, name := range wanted {
		before := len(found)
		for index, n := range names.Maps[space] {
			if n == name {
				found = append(found, index)
			}
		}
		if len(found) == before {
			return nil, fmt.Errorf("%w called %q", errNotNamed, name)
		}
	}
	slices.Sort(found)
	return found, nil
}

// oneNamed returns the index that has the name. Static functions of two C files may have the same: then which is meant is
// anybody's guess, so it is an error.
func oneNamed(names *wasm.Names, space wasm.NameSpace, name string) (uint32, error) {
	found, err := named(names, space, []string{name})
	if err != nil {
		return 0, err
	}
	if len(found) > 1 {
		return 0, fmt.Errorf("%d things of the module are called %q, and one is meant: name them apart in the C source", len(found), name)
	}
	return found[0], nil
}

// readCallGraph returns the graph of all calls.
func readCallGraph(m *wasm.Module) (*callGraph, error) {
	g, err := newCallGraph(m, spacesOf(m))
	if err != nil {
		return nil, err
	}
	for i := range m.Functions {
		caller := uint32(g.spaces.imported + i)
		for in, err := range m.Functions[i].Body.All() {
			if err != nil {
				return nil, fmt.Errorf("reading the body of function %d: %w", caller, err)
			}
			g.add(caller, &in)
		}
	}
	return g, nil
}
