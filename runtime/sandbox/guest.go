package sandbox

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

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
	machine machine
	memory  *guestmem.Memory // of the machine
	limit   int64            // of its heap, for which the memory has room
	// exports are those that were called. In wazero each has a stack, so making them anew would cost more than a short call.
	exports map[string]function
	// stack is what a call takes and returns, more than any export does. The engine reads it when a call begins and writes it when it is over, so
	// calls may be within each other.
	stack *[8]uint64
	fuel  global // mpwasm_fuel
}

// call calls an export that returns one i32, or none.
func (g guest) call(ctx context.Context, name string, args ...uint64) (uint32, error) {
	function := g.exports[name]
	if function == nil {
		if function = g.machine.function(name); function == nil {
			return 0, fmt.Errorf("calling %s: the artifact has no such export", name)
		}
		g.exports[name] = function
	}
	stack := g.stack[:max(copy(g.stack[:], args), 1)]
	if err := function.CallWithStack(ctx, stack); err != nil {
		return 0, fmt.Errorf("calling %s: %w", name, err)
	}
	return uint32(stack[0]), nil
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

// put copies data into memory of the guest, one piece behind the other, and returns the address, to be freed by the caller.
func (g guest) put(ctx context.Context, pieces ...[]byte) (uint32, error) {
	size := 0
	for _, data := range pieces {
		size += len(data)
	}
	address, err := g.call(ctx, "mpwasm_alloc", uint64(size))
	if err != nil {
		return 0, err
	}
	at := address
	for _, data := range pieces {
		if address == 0 || !g.memory.Write(at, data) {
			return 0, fmt.Errorf("passing %d bytes to the guest: %w", size, errNoRoom)
		}
		at += uint32(len(data))
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

// What a run does: MPWASM_RUN_*.
const (
	runValue  = 1 // reports the value of the last expression
	runPrompt = 2 // prints it
	runCall   = 4 // calls what has a name
	// runAssigned has what a last assignment assigns for a value, too.
	runAssigned = 8
	// runLook looks at the run that waits.
	runLook = 16
	// runHandles is where the number of handles begins.
	runHandles = 16
)

// flags is what a program is, for mpwasm_run.
func (p *Program) flags() uint64 { return p.kind() | uint64(p.handles)<<runHandles }

// kind is its MPWASM_RUN_*.
func (p *Program) kind() uint64 {
	switch {
	case p.look:
		return runValue | runLook
	case p.call:
		return runCall
	case p.interactive:
		return runValue | runPrompt
	case p.Prompt:
		return runPrompt
	case p.NoValue:
		return 0
	case p.AssignedValue:
		return runValue | runAssigned
	}
	return runValue
}

// trapError says that the guest did not come back from running a program.
type trapError struct{ error }

func (e trapError) Unwrap() error { return e.error }

// run runs a program with its encoded inputs and reads its result. The error is a trapError if the guest trapped.
func (g guest) run(ctx context.Context, program Program, inputs []byte) (_ result, err error) {
	name, source := uint32(len(program.Name)), uint32(len(program.Source))
	begin, err := g.put(ctx, []byte(program.Name), program.Source, inputs)
	if err != nil {
		return result{}, err
	}
	address, err := g.call(ctx, "mpwasm_run", uint64(begin), uint64(name), uint64(begin+name), uint64(source),
		uint64(begin+name+source), uint64(len(inputs)), program.flags())
	if err != nil {
		return result{}, trapError{err}
	}
	r, err := g.readResult(address)
	return r, errors.Join(err, g.free(ctx, begin))
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
	data, ok := g.memory.Read(address, size)
	if !ok {
		return nil, fmt.Errorf("reading %d bytes of the guest at %#x: outside its memory", size, address)
	}
	return append([]byte(nil), data...), nil
}
