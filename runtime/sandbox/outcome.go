package sandbox

import (
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Outcome is what a run gave.
type Outcome struct {
	// Kind says how the run ended; the fields below say more, each for the kind it names.
	Kind protocol.Kind
	// Limit is which limit ended it, for protocol.Limited.
	Limit protocol.Limit
	// ExitStatus is what the program asked to end with, for protocol.Exited.
	ExitStatus int
	// Error is the exception, for protocol.Raised.
	Error *protocol.Error
	// Trap is what the guest did, for protocol.Trapped.
	Trap error
	// RolledBack tells that the session is as it was before the run, since the run was ended where the guest
	// could not go on from: in the midst of C code, or by a trap. What it wrote, and did to files of the
	// host, stays.
	RolledBack bool
	// Value is the value of the program's last statement, if that is an expression (see Program.AssignedValue), for
	// protocol.Completed; see package hostcall for how Python's types appear.
	Value any
	// Stdout and Stderr are what the program wrote, where SessionConfig gives no writer.
	Stdout, Stderr protocol.Text
	// Truncated tells that the program wrote more than OutputLimitBytes.
	Truncated bool
	// Paused is the run that waits, for protocol.Paused.
	Paused *Paused
	// Used is what the run used.
	Used protocol.Usage
}

// stopped fills in how the run ended for each answer that ends one.
func (o *Outcome) stopped(s stop) error {
	switch s {
	case stopFuel:
		o.Kind, o.Limit = protocol.Limited, protocol.FuelLimit
	case stopDeadline:
		o.Kind, o.Limit = protocol.Limited, protocol.DeadlineLimit
	case stopOutput:
		o.Kind, o.Limit = protocol.Limited, protocol.OutputLimit
	case stopHostCalls:
		o.Kind, o.Limit = protocol.Limited, protocol.HostCallLimit
	case stopHostBytes:
		o.Kind, o.Limit = protocol.Limited, protocol.HostBytesLimit
	case stopCancelled:
		o.Kind = protocol.Cancelled
	default:
		return fmt.Errorf("reading the result: guest was stopped for an unknown reason %d", s)
	}
	return nil
}

// fill takes over what the guest reported.
func (o *Outcome) fill(set *hostcall.Set, r result) (err error) {
	switch r.outcome {
	case outcomeCompleted:
		o.Kind = protocol.Completed
		o.Value, err = set.DecodeValue(r.value)
		return err
	case outcomeRaised:
		o.Kind = protocol.Raised
		o.Error = new(protocol.Error)
		if err := cborError.Unmarshal(r.err, o.Error); err != nil {
			return fmt.Errorf("decoding the exception: %w", err)
		}
		return nil
	case outcomeExited:
		o.Kind, o.ExitStatus = protocol.Exited, int(r.exitStatus)
		return nil
	case outcomeStopped:
		return o.stopped(r.stop)
	default:
		return fmt.Errorf("reading the result: unknown outcome %d", r.outcome)
	}
}

// cborError decodes exceptions; messages may hold lone surrogates.
var cborError = func() cbor.DecMode {
	mode, err := cbor.DecOptions{UTF8: cbor.UTF8DecodeInvalid}.DecMode()
	if err != nil {
		panic(err) // the options are constant
	}
	return mode
}()
