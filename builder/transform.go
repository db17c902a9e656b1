package builder

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

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
}

const wasmOpt = "wasm-opt"

// guestSteps make the artifact out of the linked guest. The collector must find every pointer in memory, so
// spill-pointers runs on the linker's output: wasm-opt moves values about, and inlines functions by whose names
// spill-pointers goes, but it leaves alone what is stored.
var guestSteps = []step{
	{name: "exception-lowering"},
	{name: "spill-pointers", collectors: []string{"gc_collect"}},
	{name: wasmOpt, options: []string{"-O3"}},
	{name: "strip-debug"},
	{name: "strip-producers"},
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
	if m, err = passes.Run(ctx, m, []string{s.name}, passes.Options{Collectors: s.collectors}); err != nil {
		return nil, err
	}
	return binary.Encode(m), nil
}

// manifestPasses lists the guest's steps for the artifact manifest.
func manifestPasses() []artifact.Pass {
	list := make([]artifact.Pass, len(guestSteps))
	for i, step := range guestSteps {
		list[i] = artifact.Pass{Name: step.name, Options: step.options}
		if step.name == wasmOpt {
			list[i].Options = append(append([]string{}, optimize.Features...), step.options...)
		}
		for _, name := range step.collectors {
			list[i].Options = append(list[i].Options, "collector "+name)
		}
	}
	return list
}
