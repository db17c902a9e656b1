package passes

// stack-checks makes functions look whether there is stack left, where they do not do so by themselves.
//
// # What it rewrites
//
//	func $f (param i32) (result i32)        func $f (param i32) (result i32)
//	  local.get 0                             call $check
//	  call $g                                 global.get $__stack_pointer
//	                                          i32.const 64
//	                                          i32.sub
//	                                          global.set $__stack_pointer
//	                                          local.get 0
//	                                          call $f_checked      ;; what $f was
//	                                          global.get $__stack_pointer
//	                                          i32.const 64
//	                                          i32.add
//	                                          global.set $__stack_pointer
//
// for each function of StackChecks.In. The new function has one caller, so optimisers merge the two again.
//
// Why the frame: the check measures the shadow stack, in bytes, while engines bound the number of calls, or the bytes of
// a stack of their own that nobody can see. wazero's interpreter is the strictest known, with 2,000 calls. So each way
// of recurring must use up enough of the shadow stack for each call.
//
// What the check does when the stack is used up is its own business. If it throws an exception, the pass must come before
// exception-lowering, and whoever catches it must put __stack_pointer right, as setjmp does.
//
// # What it does not check
//
// Whether the functions named are all that recur. Programs that recur deep in tests show that.

import (
	"errors"
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

const stackChecksName = "stack-checks"

// StackChecks names what stack-checks works with.
type StackChecks struct {
	// Check is the name of the function, without parameters and results, that checks.
	Check string
	// In are the functions to call it first.
	In []StackCheck
}

// StackCheck is a function that recurs.
type StackCheck struct {
	Name string
	// Frame is how many bytes of the shadow stack a call takes beyond what it uses. A multiple of 16.
	Frame int32
	// Optional says that a module may lack the function, such as one of a library that a variant leaves out.
	Optional bool
}

func stackChecks(opts Options) func(*wasm.Module) (*wasm.Module, error) {
	return func(m *wasm.Module) (*wasm.Module, error) {
		if opts.StackChecks.Check == "" {
			return m, nil
		}
		c := checking{out: m.Clone(), spaces: spacesOf(m)}
		if err := c.run(m, opts.StackChecks); err != nil {
			return nil, err
		}
		opts.note(stackChecksName, "%d functions check the stack", len(opts.StackChecks.In))
		return c.out, nil
	}
}

// checking is the state of one run over a module.
type checking struct {
	out                 *wasm.Module
	spaces              spaces
	check, stackPointer uint32
}

func (c *checking) run(m *wasm.Module, checks StackChecks) error {
	names, err := m.Names()
	if err != nil {
		return err
	}
	if names == nil {
		return fmt.Errorf("looking for the function that checks: the module has no names: strip them later")
	}
	if err := c.find(names, checks); err != nil {
		return err
	}
	for _, in := range checks.In {
		found, err := oneNamed(names, wasm.NameFunctions, in.Name)
		if in.Optional && errors.Is(err, errNotNamed) {
			continue
		}
		if err != nil {
			return fmt.Errorf("looking for the functions that recur: %w", err)
		}
		if err := c.wrap(found, in.Frame); err != nil {
			return fmt.Errorf("checking the stack in %s: %w", in.Name, err)
		}
	}
	return nil
}

// find looks up what every check needs.
func (c *checking) find(names *wasm.Names, checks StackChecks) error {
	check, err := oneNamed(names, wasm.NameFunctions, checks.Check)
	if err != nil {
		return fmt.Errorf("looking for the function that checks: %w", err)
	}
	if t := c.out.Types[c.spaces.funcs[check]]; len(t.Params)+len(t.Results) != 0 {
		return fmt.Errorf("looking for the function that checks: %s has parameters or results", checks.Check)
	}
	pointer, err := findStackPointer(names, c.spaces)
	c.check, c.stackPointer = check, pointer
	return err
}

// wrap moves a function's code to a new one, and calls that from where it was.
func (c *checking) wrap(index uint32, frame int32) error {
	if int(index) < c.spaces.imported {
		return fmt.Errorf("it is imported")
	}
	if frame < 0 || frame%16 != 0 {
		return fmt.Errorf("a frame of %d bytes: it must be a multiple of 16", frame)
	}
	f := &c.out.Functions[int(index)-c.spaces.imported]
	inner := uint32(c.spaces.imported + len(c.out.Functions))
	moved := *f
	code := []wasm.Instruction{{Op: wasm.OpCall, Index: c.check}}
	code = append(code, c.moveStack(frame, wasm.OpI32Sub)...)
	for i := range c.out.Types[f.Type].Params {
		code = append(code, wasm.Instruction{Op: wasm.OpLocalGet, Index: uint32(i)})
	}
	code = append(code, wasm.Instruction{Op: wasm.OpCall, Index: inner})
	code = append(code, c.moveStack(frame, wasm.OpI32Add)...)
	code = append(code, wasm.Instruction{Op: wasm.OpEnd})
	f.Locals, f.Body = nil, wasm.Encode(code)
	c.out.Functions = append(c.out.Functions, moved)
	return nil
}

// moveStack adds to the stack pointer, or subtracts from it.
func (c *checking) moveStack(frame int32, op wasm.Opcode) []wasm.Instruction {
	return []wasm.Instruction{
		{Op: wasm.OpGlobalGet, Index: c.stackPointer},
		wasm.I32Const(frame),
		{Op: op},
		{Op: wasm.OpGlobalSet, Index: c.stackPointer},
	}
}
