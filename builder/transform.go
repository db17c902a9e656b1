package builder

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/optimize"
	"github.com/seed-3f7e3123/mpwasm/builder/passes"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// step is one transformation of the linked module: a pass of ours, or a run of wasm-opt.
type step struct {
	name string
	// options are wasm-opt's passes; nil for a pass of ours.
	options []string
	// collectors are the functions in which a garbage collection begins, for spill-pointers.
	collectors []string
	// activations are functions that spill-pointers trusts with their first parameter.
	activations []string
	// checks is what stack-checks puts where.
	checks passes.StackChecks
	// fuel is what fuel-metering counts with.
	fuel passes.Fuel
}

const wasmOpt = "wasm-opt"

// guestFuel is how the guest counts (micropython-port/wasi/memory/fuel.c). The VM does by itself, at backward jumps of Python
// code; its own loop turns for every single instruction. C code that recurs checks its stack.
var guestFuel = passes.Fuel{
	Global: "mpwasm_fuel",
	Out:    "mpwasm_fuel_out",
	Calls:  []string{"mp_cstack_check"},
	Exempt: []string{"mpwasm_run_frames"},
}

// guestChecks are functions that recur without a look at the stack, or that take so little of it that they
// could call each other more than 1,900 times. A frame has some 60 bytes for each call that one level of the
// recursion takes. Optional are those of modules that not every variant has.
var guestChecks = passes.StackChecks{
	Check: "mp_cstack_check",
	In: []passes.StackCheck{
		{Name: "abstract_subclass", Frame: 192}, // what says that it is its own base
		{Name: "alias_attr", Frame: 128},        // generic aliases of each other
		{Name: "alias_call", Frame: 128},
		{Name: "any_of", Frame: 192},                   // tuples of classes in each other
		{Name: "bind_instance", Frame: 256},            // descriptors as __get__ of their class
		{Name: "bound_attr", Frame: 128},               // methods of methods
		{Name: "method_attr", Frame: 128},              // static methods of each other
		{Name: "mpwasm_class_refresh", Frame: 96},      // classes below each other
		{Name: "mpwasm_instance_make_new", Frame: 256}, // classes as __new__ of others
		{Name: "print_type", Frame: 192},               // lists in generic aliases
		{Name: "staticmethod_call", Frame: 128},
		{Name: "_compilecode", Frame: 64, Optional: true},     // groups of a regular expression
		{Name: "deflateio_ioctl", Frame: 256, Optional: true}, // streams over each other
		{Name: "deflateio_read", Frame: 512, Optional: true},
		{Name: "deflateio_write", Frame: 512, Optional: true},
		{Name: "gen_condition", Frame: 128},      // bytecode of conditions,
		{Name: "gen_delete", Frame: 64},          // of del,
		{Name: "gen_expr", Frame: 176},           // of expressions,
		{Name: "gen_statements", Frame: 240},     // of blocks,
		{Name: "gen_store", Frame: 128},          // of targets
		{Name: "mp_call_function_1", Frame: 384}, // built-in functions as special methods
		{Name: "mp_call_method_n_kw", Frame: 384},
		{Name: "mp_obj_equal_not_equal", Frame: 304},       // what lists and dicts hold
		{Name: "mp_obj_instance_call", Frame: 512},         // instances as __call__ of others
		{Name: "mp_obj_print_helper", Frame: 128},          // the same, for str, repr and json
		{Name: "mp_stream_rw", Frame: 256, Optional: true}, // streams over each other
		{Name: "mp_unary_op", Frame: 128},                  // operators of what each other holds
		{Name: "mpwasm_decode_item", Frame: 128},           // values from the host
		{Name: "mpwasm_encode_item", Frame: 128},           // and to it
		{Name: "mpwasm_hash", Frame: 64},                   // hashes of slices and aliases
		{Name: "parse_block", Frame: 64},                   // source text: blocks; expressions count their depth
		{Name: "parse_strings", Frame: 304},                // f-strings
		{Name: "read_value", Frame: 144, Optional: true},   // json: arrays and objects in each other
		{Name: "recursiveloop", Frame: 64, Optional: true}, // matching a regular expression
		{Name: "str_join", Frame: 192},                     // of an iterator that joins
		{Name: "tuple_hash", Frame: 96},                    // hashes of tuples
		{Name: "visit", Frame: 128},                        // names in a syntax tree
		{Name: "write_value", Frame: 64, Optional: true},   // to json
	},
}

// guestSteps make the artifact out of the linked guest. The collector must find every pointer in memory, so
// spill-pointers runs on the linker's output: wasm-opt moves values about, and inlines functions by whose names
// spill-pointers goes, but it leaves alone what is stored. It may not cut the data into three thousand pieces at each run of zeros
// (memory-packing): that makes the file 12 KB smaller, and 12 KB larger on the wire. Nor may it put into the VM's loop what a few opcodes call, or
// the loop into its only caller: V8 compiled the whole in 210 ms, where the loop alone takes 100, and until then programs run in code that is
// not optimised; in wazero loops took 1.2 times as long.
var guestSteps = []step{
	{name: "stack-checks", checks: guestChecks},
	{name: "exception-lowering"},
	{name: "spill-pointers", collectors: []string{"gc_collect"}, activations: []string{"mpwasm_run_frames"}},
	{name: "fuel-metering", fuel: guestFuel},
	{name: wasmOpt, options: []string{"--no-inline=mpwasm_helper", "--no-inline=mpwasm_run_frames", "-O3", "--skip-pass=memory-packing"}},
	{name: "thread-branches"},
	{name: "strip-debug"},
	{name: "strip-producers"},
}

// guestStepsWithout returns the steps but for the named passes.
func guestStepsWithout(names []string) []step {
	return slices.DeleteFunc(slices.Clone(guestSteps), func(s step) bool { return slices.Contains(names, s.name) })
}

// checkWithout refuses names that are no passes of the guest's.
func checkWithout(names []string) error {
	for _, name := range names {
		if len(guestStepsWithout([]string{name})) == len(guestSteps) {
			return fmt.Errorf("leaving out pass %q: the guest has none of that name", name)
		}
	}
	return nil
}

// crossSteps make mpy-cross runnable. It never collects, so nothing need be spilled, and it runs for
// a moment, so nothing need be optimised.
var crossSteps = []step{{name: "exception-lowering"}}

// transform runs the steps over a linked module and returns the last one's. Each module is validated.
// If intermediates is set, that folder receives the module before and after each step.
func (w workshop) transform(ctx context.Context, title string, linked []byte, steps []step, intermediates string) (module []byte, err error) {
	task := w.report.Start("transforming "+title, int64(len(steps)), progress.Items)
	defer func() { task.End(err) }()
	keep := func(n int, name string, module []byte) error {
		if intermediates == "" {
			return nil
		}
		path := filepath.Join(intermediates, fmt.Sprintf("%02d-%s.wasm", n, name))
		return os.WriteFile(path, module, 0o644)
	}
	if intermediates != "" {
		if err := os.MkdirAll(intermediates, 0o755); err != nil {
			return nil, fmt.Errorf("making the folder for intermediates: %w", err)
		}
	}
	module = linked
	if err := keep(0, "linked", module); err != nil {
		return nil, fmt.Errorf("keeping the linked module: %w", err)
	}
	for i, step := range steps {
		if module, err = w.apply(ctx, step, module); err != nil {
			return nil, err
		}
		if err := keep(i+1, step.name, module); err != nil {
			return nil, fmt.Errorf("keeping the module after %s: %w", step.name, err)
		}
		task.Add(1)
	}
	return module, nil
}

// apply runs one step and validates what it made.
func (w workshop) apply(ctx context.Context, s step, module []byte) ([]byte, error) {
	if s.name == wasmOpt {
		optimized, err := optimize.Optimizer{Packages: w.packages, Cache: w.cache, Report: w.report}.Run(ctx, module, s.options)
		if err != nil {
			return nil, err
		}
		if err := passes.Validate(ctx, optimized, wasm.Core2); err != nil {
			return nil, fmt.Errorf("checking the module after wasm-opt: %w", err)
		}
		return optimized, nil
	}
	m, err := binary.Decode(module)
	if err != nil {
		return nil, fmt.Errorf("decoding the module before %s: %w", s.name, err)
	}
	if m, err = passes.Run(ctx, m, []string{s.name}, s.passOptions()); err != nil {
		return nil, err
	}
	return binary.Encode(m), nil
}

// passOptions returns what a pass of ours works with.
func (s step) passOptions() passes.Options {
	return passes.Options{Collectors: s.collectors, Activations: s.activations, StackChecks: s.checks, Fuel: s.fuel}
}

// manifestPasses lists steps for the artifact manifest.
func manifestPasses(steps []step) []artifact.Pass {
	list := make([]artifact.Pass, len(steps))
	for i, step := range steps {
		list[i] = artifact.Pass{Name: step.name, Options: step.options}
		if step.name == wasmOpt {
			list[i].Options = append(append([]string{}, optimize.Features...), step.options...)
		}
		for _, name := range step.collectors {
			list[i].Options = append(list[i].Options, "collector "+name)
		}
		for _, name := range step.activations {
			list[i].Options = append(list[i].Options, "activation "+name)
		}
		for _, in := range step.checks.In {
			list[i].Options = append(list[i].Options, fmt.Sprintf("in %s +%d", in.Name, in.Frame))
		}
		for _, name := range step.fuel.Calls {
			list[i].Options = append(list[i].Options, "call "+name)
		}
		for _, name := range step.fuel.Exempt {
			list[i].Options = append(list[i].Options, "exempt "+name)
		}
	}
	return list
}
