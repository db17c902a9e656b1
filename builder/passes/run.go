package passes

import (
	"context"
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// Options change what passes do. The zero value is fit for any module.
type Options struct {
	// Collectors are the names of the functions, imported ones included, in which a garbage collection begins.
	// spill-pointers does nothing when there are none.
	Collectors []string
	// Activations are the names of functions that work on a structure whose address is their first parameter, as an
	// interpreter does on the activation of a function. Somebody else keeps the structure and what it holds: it lies
	// where the collector looks, or a caller needs it. spill-pointers need not.
	Activations []string
	// StackChecks says which functions stack-checks changes, and how. The pass does nothing when it is zero.
	StackChecks StackChecks
	// Fuel says how fuel-metering counts. The pass does nothing when it is zero.
	Fuel Fuel
	// HideState keeps exception-lowering from exporting its globals.
	HideState bool
	// Note, if set, receives what a pass has to tell about its work, in one line for people.
	Note func(pass, note string)
	// Intermediate, if set, receives the bytes of the module after each pass, validated. step counts from 1.
	// An error of it ends the run.
	Intermediate func(step int, pass string, module []byte) error
}

// note tells the caller something, if it wants to know.
func (o Options) note(pass, format string, args ...any) {
	if o.Note != nil {
		o.Note(pass, fmt.Sprintf(format, args...))
	}
}

// Run applies the passes called names to m, in that order, and returns the last module. It validates m and
// each module after it, within the proposals that m itself uses: a pass may not introduce one beyond core 2.0,
// and a pass that lowers one must leave nothing of it. m is not changed.
func Run(ctx context.Context, m *wasm.Module, names []string, opts Options) (*wasm.Module, error) {
	list := make([]Pass, len(names))
	for i, name := range names {
		var err error
		if list[i], err = Lookup(name); err != nil {
			return nil, err
		}
	}
	used, err := wasm.DetectFeatures(m)
	if err != nil {
		return nil, fmt.Errorf("reading the module: %w", err)
	}
	allowed := used | wasm.Core2
	if err := Validate(ctx, binary.Encode(m), allowed); err != nil {
		return nil, fmt.Errorf("validating the module before any pass: %w", err)
	}
	for i, p := range list {
		if m, err = p.New(opts)(m); err != nil {
			return nil, fmt.Errorf("running pass %s: %w", p.Name, err)
		}
		allowed &^= p.Lowers
		b := binary.Encode(m)
		if m, err = check(ctx, b, allowed); err != nil {
			return nil, fmt.Errorf("checking the module after pass %s: %w", p.Name, err)
		}
		if opts.Intermediate != nil {
			if err := opts.Intermediate(i+1, p.Name, b); err != nil {
				return nil, fmt.Errorf("keeping the module after pass %s: %w", p.Name, err)
			}
		}
	}
	return m, nil
}

// check decodes b and returns the module when it is valid and uses no proposal but those allowed.
func check(ctx context.Context, b []byte, allowed wasm.Features) (*wasm.Module, error) {
	m, err := binary.Decode(b)
	if err != nil {
		return nil, err
	}
	used, err := wasm.DetectFeatures(m)
	if err != nil {
		return nil, err
	}
	if extra := used &^ allowed; extra != 0 {
		return nil, fmt.Errorf("the module uses %v, which it must not", extra)
	}
	return m, Validate(ctx, b, allowed)
}
