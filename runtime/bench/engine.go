package bench

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Engine runs programs, one at a time.
type Engine interface {
	// Name is the engine's in reports and on the command line.
	Name() string
	// Version says what it is, once a program has run.
	Version() string
	// Run runs a program whose names nobody else sees. A [*RefusedError] says that the engine cannot run it; any other error is
	// trouble of the host.
	Run(ctx context.Context, p Program) (Sample, error)
	// Close frees what the engine holds.
	Close() error
}

// Sample is one run.
type Sample struct {
	// Took is the time from the text to the end: compiling is in it, starting the engine is not.
	Took time.Duration
	// Output is what the program wrote.
	Output string
	// Fuel and HeapPeakBytes are what our artifact counts; 0 elsewhere.
	Fuel, HeapPeakBytes uint64
}

// RefusedError says that an engine did not bring a program to its end.
type RefusedError struct{ Why string }

func (e *RefusedError) Error() string { return e.Why }

// MemoryBytes bounds the objects of a program on our artifact. It is more than any program needs and little enough for
// the collector to work.
const MemoryBytes = 128 << 20

// target is our artifact somewhere.
type target struct {
	conformance.Target
	name, version string
}

// FromTarget makes an engine of a target of conformance tests, which then belongs to it.
func FromTarget(t conformance.Target, name, version string) Engine {
	return &target{t, name, version}
}

func (t *target) Name() string    { return t.name }
func (t *target) Version() string { return t.version }

func (t *target) Run(ctx context.Context, p Program) (Sample, error) {
	result, err := t.Target.Run(ctx, conformance.Program{
		Name: "/" + p.Name + ".py", Source: p.Source, Options: protocol.SessionOptions{Memory: MemoryBytes},
	})
	if err != nil {
		if ctx.Err() != nil {
			return Sample{}, &RefusedError{"it did not end in time"}
		}
		return Sample{}, err
	}
	if result.Outcome != protocol.Completed {
		return Sample{}, &RefusedError{fmt.Sprintf("%s: %s", result.Outcome, result.Detail)}
	}
	return Sample{
		Took: time.Duration(result.Used.WallNS), Output: string(result.Merged),
		Fuel: result.Used.Fuel, HeapPeakBytes: result.Used.HeapPeakBytes,
	}, nil
}

// refused returns why an engine did not run a program, if that is what the error says.
func refused(err error) (string, bool) {
	var r *RefusedError
	if errors.As(err, &r) {
		return r.Why, true
	}
	return "", false
}

// renamed is an engine under another name.
type renamed struct {
	Engine
	name string
}

// Renamed gives an engine another name.
func Renamed(e Engine, name string) Engine { return renamed{e, name} }

func (r renamed) Name() string { return r.name }
