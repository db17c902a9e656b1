package sandbox

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/tetratelabs/wazero/api"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
)

// The ABI, as micropython-port/wasi/host/mpwasm_abi.h defines it.
const (
	abiVersion = 2

	listArgv      = 0
	listPath      = 1
	listFunctions = 2

	outcomeCompleted = 0
	outcomeRaised    = 1
	outcomeExited    = 2
	outcomeStopped   = 3
)

// guest is an instance of the artifact, by its ABI.
type guest struct {
	module api.Module
	memory *guestmem.Memory // of the module
}

// call calls an export that returns one i32, or none.
func (g guest) call(ctx context.Context, name string, args ...uint64) (uint32, error) {
	function := g.module.ExportedFunction(name)
	if function == nil {
		return 0, fmt.Errorf("calling %s: the artifact has no such export", name)
	}
	results, err := function.Call(ctx, args...)
	if err != nil {
		return 0, fmt.Errorf("calling %s: %w", name, err)
	}
	if len(results) == 0 {
		return 0, nil
	}
	return api.DecodeU32(results[0]), nil
}

// start checks the ABI's version and starts the interpreter.
func (g guest) start(ctx context.Context, heapLimit int64) error {
	version, err := g.call(ctx, "mpwasm_abi_version")
	if err != nil {
		return err
	}
	if version != abiVersion {
		return fmt.Errorf("starting the guest: its ABI has version %d, expected %d; build the artifact with this mpwasm", version, abiVersion)
	}
	_, err = g.call(ctx, "mpwasm_start", uint64(heapLimit))
	return err
}

// errNoRoom says that the guest has no memory for what the host passes in.
var errNoRoom = errors.New("it has no memory left")

// put copies data into memory of the guest and returns its address, to be freed by the caller.
func (g guest) put(ctx context.Context, data []byte) (uint32, error) {
	address, err := g.call(ctx, "mpwasm_alloc", uint64(len(data)))
	if err != nil {
		return 0, err
	}
	if address == 0 || !g.module.Memory().Write(address, data) {
		return 0, fmt.Errorf("passing %d bytes to the guest: %w", len(data), errNoRoom)
	}
	return address, nil
}

func (g guest) free(ctx context.Context, address uint32) error {
	_, err := g.call(ctx, "mpwasm_free", uint64(address))
	return err
}

// takenError says that the guest knows the name of a function already.
type takenError struct{ index int }

func (e takenError) Error() string { return fmt.Sprintf("the name of function %d is taken", e.index) }

// setList sets sys.argv, sys.path or the names of the host functions. The error is errNoRoom if the guest has no memory for it,
// and a takenError for a function.
func (g guest) setList(ctx context.Context, which uint64, list []string) error {
	var data []byte
	for _, s := range list {
		data = append(append(data, s...), 0)
	}
	address, err := g.put(ctx, data)
	if err != nil {
		return err
	}
	answer, err := g.call(ctx, "mpwasm_set_list", which, uint64(address), uint64(len(data)))
	if err != nil {
		return err
	}
	switch answer := int32(answer); {
	case answer < 0:
		return errNoRoom
	case answer > 0:
		return takenError{int(answer) - 1}
	}
	return g.free(ctx, address)
}

// result is mpwasm_result_t.
type result struct {
	outcome      uint32
	exitStatus   int32
	stop         stop
	fuelConsumed uint32
	value, err   []byte // CBOR; copies
	heapPeak     uint32
}

// resultSize is sizeof(mpwasm_result_t): nine 32-bit fields.
const resultSize = 9 * 4

// What a run does with the value of the last expression: MPWASM_RUN_*.
const (
	runValue  = 1 // reports it
	runPrompt = 2 // prints it
)

// trapError says that the guest did not come back from running a program.
type trapError struct{ error }

func (e trapError) Unwrap() error { return e.error }

// run runs a program with its encoded inputs and reads its result. The error is a trapError if the guest trapped.
func (g guest) run(ctx context.Context, program Program, inputs []byte) (_ result, err error) {
	var args []uint64
	texts := [][]byte{[]byte(program.Name), program.Source, inputs}
	if len(inputs) == 0 {
		texts = texts[:2]
	}
	for _, data := range texts {
		address, err := g.put(ctx, data)
		if err != nil {
			return result{}, errors.Join(err, g.freeAll(ctx, args))
		}
		args = append(args, uint64(address), uint64(len(data)))
	}
	if len(inputs) == 0 {
		args = append(args, 0, 0)
	}
	flags := uint64(runValue)
	switch {
	case program.Prompt:
		flags = runPrompt
	case program.NoValue:
		flags = 0
	}
	address, err := g.call(ctx, "mpwasm_run", append(args, flags)...)
	if err != nil {
		return result{}, trapError{err}
	}
	r, err := g.readResult(address)
	return r, errors.Join(err, g.freeAll(ctx, args))
}

// continues asks whether the text wants another line.
func (g guest) continues(ctx context.Context, text string) (bool, error) {
	address, err := g.put(ctx, append([]byte(text), 0))
	if err != nil {
		return false, err
	}
	more, err := g.call(ctx, "mpwasm_continues", uint64(address))
	return more != 0, errors.Join(err, g.free(ctx, address))
}

// freeAll frees what was put, given as addresses and lengths, the last first. Address 0 is nothing.
func (g guest) freeAll(ctx context.Context, args []uint64) error {
	var errs []error
	for i := len(args) - 2; i >= 0; i -= 2 {
		if args[i] != 0 {
			errs = append(errs, g.free(ctx, uint32(args[i])))
		}
	}
	return errors.Join(errs...)
}

func (g guest) readResult(address uint32) (result, error) {
	data, err := g.read(address, resultSize)
	if err != nil {
		return result{}, err
	}
	field := func(i int) uint32 { return binary.LittleEndian.Uint32(data[4*i:]) }
	r := result{
		outcome:      field(0),
		exitStatus:   int32(field(1)),
		stop:         stop(int32(field(2))),
		fuelConsumed: field(3),
		heapPeak:     field(8),
	}
	if r.value, err = g.read(field(4), field(5)); err != nil {
		return result{}, err
	}
	if r.err, err = g.read(field(6), field(7)); err != nil {
		return result{}, err
	}
	return r, nil
}

// read copies memory of the guest.
func (g guest) read(address, size uint32) ([]byte, error) {
	data, ok := g.module.Memory().Read(address, size)
	if !ok {
		return nil, fmt.Errorf("reading %d bytes of the guest at %#x: outside its memory", size, address)
	}
	return append([]byte(nil), data...), nil
}
