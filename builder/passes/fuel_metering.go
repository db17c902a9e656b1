package passes

// fuel-metering counts what code does, so that a run can be bounded and ended wherever it is.
//
// # What it rewrites
//
// Before each backward branch it takes one from a global, and calls a function when the global has run out:
//
//	loop $again                             loop $again
//	  ...                                     ...
//	  local.get $more                         local.get $more
//	  br_if $again                            if
//	end                                         global.get $fuel
//	                                            i32.const 1
//	                                            i32.sub
//	                                            global.set $fuel
//	                                            global.get $fuel
//	                                            i32.const 0x40000000
//	                                            i32.and
//	                                            if
//	                                              call $out_of_fuel
//	                                            end
//	                                            br $again
//	                                          end
//	                                        end
//
// So a loop that comes to its end at once costs nothing. A br_table that may branch backwards counts in any case, and
// so does a br_if to a loop that takes parameters.
//
// Copying and filling memory at once (memory.copy, memory.fill) takes one for each 64 bytes, before it happens.
//
// # The global
//
// It counts in its lower 31 bits, and has run out when their number, as a signed one, is negative. The function is to
// put right what it finds there; after a large copy that may be less than -1. The highest bit is not looked at, and
// stays as it is until the number becomes negative: code that counts by itself can use the sign for a second condition.
//
// # What it assumes
//
// What the function calls in the module does not loop: it would call the function. Functions in Fuel.Exempt end by
// themselves, or count by themselves.
//
// # What it does not count
//
// Calls, but of the functions in Fuel.Calls. Recursion without any loop is bounded by the depth of the stack alone, and
// for a tree of calls that is no bound. Programs that check the depth of their stack do it wherever they recur, so
// the function that checks is the one to name. (Loops of two turns do not help: compilers take the first turn apart.)

import (
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

const (
	fuelMeteringName = "fuel-metering"
	// fuelBytesShift is the binary logarithm of how many bytes are copied for one unit.
	fuelBytesShift = 6
	// fuelOut is the sign of the 31-bit number in the global.
	fuelOut = 0x40000000
)

// Fuel names what fuel-metering needs to know of a module.
type Fuel struct {
	// Global is the name of the mutable i32 global that counts.
	Global string
	// Out is the name of the function, without parameters and results, that is called when the global has run out.
	Out string
	// Calls are the names of functions of which every call is counted.
	Calls []string
	// Exempt are the names of functions to be left alone. It takes a reason for each.
	Exempt []string
}

func fuelMetering(opts Options) func(*wasm.Module) (*wasm.Module, error) {
	return func(m *wasm.Module) (*wasm.Module, error) {
		if opts.Fuel.Global == "" {
			return m, nil
		}
		f := &metering{out: m.Clone(), spaces: spacesOf(m)}
		if err := f.find(m, opts.Fuel); err != nil {
			return nil, err
		}
		for i := range m.Functions {
			if slices.Contains(f.exempt, uint32(f.spaces.imported+i)) {
				continue
			}
			if err := f.function(i); err != nil {
				return nil, fmt.Errorf("reading the body of function %d: %w", f.spaces.imported+i, err)
			}
		}
		opts.note(fuelMeteringName, "%d branches and %d bulk operations are counted", f.branches, f.bulk)
		return f.out, nil
	}
}

// metering is the state of one run over a module.
type metering struct {
	out            *wasm.Module
	spaces         spaces
	global, spent  uint32
	calls, exempt  []uint32
	branches, bulk int
}

// find looks up what the options name.
func (f *metering) find(m *wasm.Module, fuel Fuel) error {
	used, err := wasm.DetectFeatures(m)
	if err != nil {
		return err
	}
	if used.Has(wasm.FeatureExceptionHandling) {
		return fmt.Errorf("metering loops with exceptions is not supported: run %s first", exceptionLoweringName)
	}
	names, err := m.Names()
	if err != nil {
		return err
	}
	if names == nil {
		return fmt.Errorf("looking for the fuel: the module has no names: strip them later")
	}
	if f.global, err = oneNamed(names, wasm.NameGlobals, fuel.Global); err != nil {
		return fmt.Errorf("looking for the fuel: %w", err)
	}
	if f.spent, err = oneNamed(names, wasm.NameFunctions, fuel.Out); err != nil {
		return fmt.Errorf("looking for the function that refuels: %w", err)
	}
	if t := f.spaces.globals[f.global]; t.Type != wasm.I32 || !t.Mutable {
		return fmt.Errorf("looking for the fuel: %s is not a mutable i32", fuel.Global)
	}
	if t := m.Types[f.spaces.funcs[f.spent]]; len(t.Params)+len(t.Results) != 0 {
		return fmt.Errorf("looking for the function that refuels: %s has parameters or results", fuel.Out)
	}
	if f.exempt, err = named(names, wasm.NameFunctions, fuel.Exempt); err != nil {
		return fmt.Errorf("looking for the functions that count by themselves: %w", err)
	}
	f.exempt = append(f.exempt, f.spent)
	if f.calls, err = named(names, wasm.NameFunctions, fuel.Calls); err != nil {
		return fmt.Errorf("looking for the functions whose calls count: %w", err)
	}
	return nil
}

// function counts in one function of the module.
func (f *metering) function(i int) error {
	code, err := f.out.Functions[i].Body.Instructions()
	if err != nil {
		return err
	}
	m := meter{metering: f, length: localCount(f.out, &f.out.Functions[i])}
	if slices.Contains(f.calls, uint32(f.spaces.imported+i)) {
		m.burn(wasm.I32Const(1))
	}
	for _, in := range code {
		m.instruction(in)
	}
	if !m.counts {
		return nil
	}
	f.out.Functions[i].Body = wasm.Encode(m.code)
	if m.copies {
		f.out.Functions[i].Locals = append(slices.Clone(f.out.Functions[i].Locals), wasm.Locals{Count: 1, Type: wasm.I32})
	}
	return nil
}

// meter rewrites one function.
type meter struct {
	*metering
	code           []wasm.Instruction
	labels         []label // of the blocks around, innermost last
	length         uint32  // local that holds how many bytes are copied
	counts, copies bool
}

// label is what a branch to a block does.
type label struct {
	backward bool
	// operands tells that the branch carries values.
	operands bool
}

func (m *meter) emit(list ...wasm.Instruction) { m.code = append(m.code, list...) }

func (m *meter) instruction(in wasm.Instruction) {
	switch {
	case in.Op.OpensBlock():
		loop := in.Op == wasm.OpLoop
		m.labels = append(m.labels, label{loop, loop && len(m.out.BlockFuncType(in.Block).Params) > 0})
	case in.Op == wasm.OpEnd:
		if len(m.labels) > 0 {
			m.labels = m.labels[:len(m.labels)-1]
		}
	case in.Op == wasm.OpBrIf:
		if l := m.label(in.Index); l.backward && !l.operands {
			m.branchIf(in)
			return
		} else if l.backward {
			m.branch()
		}
	case in.Op == wasm.OpBr && m.label(in.Index).backward, in.Op == wasm.OpBrTable && m.anyBackward(in):
		m.branch()
	case in.Op == wasm.OpMemoryCopy || in.Op == wasm.OpMemoryFill:
		m.bulkOperation()
	}
	m.emit(in)
}

// label finds the block that a branch goes to. The function's own is the one without an entry.
func (m *meter) label(depth uint32) label {
	if int(depth) >= len(m.labels) {
		return label{}
	}
	return m.labels[len(m.labels)-1-int(depth)]
}

func (m *meter) anyBackward(in wasm.Instruction) bool {
	return m.label(in.Index).backward ||
		slices.ContainsFunc(in.Lists.Labels, func(depth uint32) bool { return m.label(depth).backward })
}

// branchIf counts a conditional branch if it is taken.
func (m *meter) branchIf(in wasm.Instruction) {
	m.emit(wasm.Instruction{Op: wasm.OpIf, Block: wasm.BlockEmpty})
	m.branch()
	m.emit(wasm.Instruction{Op: wasm.OpBr, Index: in.Index + 1}, wasm.Instruction{Op: wasm.OpEnd})
}

func (m *meter) branch() {
	m.branches++
	m.burn(wasm.I32Const(1))
}

// bulkOperation counts by the length, which is the topmost operand.
func (m *meter) bulkOperation() {
	m.bulk++
	m.copies = true
	m.emit(wasm.Instruction{Op: wasm.OpLocalSet, Index: m.length})
	m.burn(
		wasm.Instruction{Op: wasm.OpLocalGet, Index: m.length},
		wasm.I32Const(fuelBytesShift),
		wasm.Instruction{Op: wasm.OpI32ShrU})
	m.emit(wasm.Instruction{Op: wasm.OpLocalGet, Index: m.length})
}

// burn takes from the global what the instructions leave.
func (m *meter) burn(units ...wasm.Instruction) {
	m.counts = true
	m.emit(wasm.Instruction{Op: wasm.OpGlobalGet, Index: m.global})
	m.emit(units...)
	m.emit(
		wasm.Instruction{Op: wasm.OpI32Sub},
		wasm.Instruction{Op: wasm.OpGlobalSet, Index: m.global},
		wasm.Instruction{Op: wasm.OpGlobalGet, Index: m.global},
		wasm.I32Const(fuelOut),
		wasm.Instruction{Op: wasm.OpI32And},
		wasm.Instruction{Op: wasm.OpIf, Block: wasm.BlockEmpty},
		wasm.Instruction{Op: wasm.OpCall, Index: m.spent},
		wasm.Instruction{Op: wasm.OpEnd})
}
