package sandbox

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/tetratelabs/wazero/api"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
)

// hostModule is the module of ours that the guest imports from.
const hostModule = "mpwasm"

// stop is an answer of the host that ends the run (MPWASM_STOP_*); 0 lets it go on.
type stop int32

const (
	stopFuel      stop = -1
	stopDeadline  stop = -2
	stopOutput    stop = -3
	stopCancelled stop = -4
	stopHostCalls stop = -5
	stopHostBytes stop = -6
)

// fuelSlice is how much fuel is granted at once: some milliseconds of a busy loop.
const fuelSlice = 50_000

// runKey is the context key under which a call into the guest carries its *run.
type runKey struct{}

// run is what the imports know of the run at hand.
type run struct {
	session      *Session
	fuel         uint64          // consumed, without the slice at hand
	output       int64           // bytes that may still be written
	cut          bool            // whether some were not
	calls, bytes uint64          // of host functions
	functions    *hostcall.Calls // at work, in a session with handles
	begun        *hostcall.Begun // of awaitable functions; nil before the first
	ends         []func()        // of contexts of host functions
	stop         stop            // the answer that ended the run, if one did
	hostErr      error           // trouble of the host that ended the run
	slice        int64           // of fuel, that was granted last
	reply        []byte          // of the host call at hand
	record       *event          // takes down what comes into the guest; nil if nobody wants to know
	tape         *tape           // takes down what it writes; nil if nobody wants to know
	kept         *kept           // the run's goroutine, if it is kept when it is paused
	again        *replay         // is what came into it, while a run is repeated
	pending      *entry          // what the run waits for that was paused
	follows      *journey        // what it is followed for; nil if nobody follows it
	looks        bool            // at another run
	before       time.Duration   // for how long it had run before it was paused
	began        time.Time       // when it began, or went on
	hosted       time.Duration   // for how long functions ran whose time does not count
	ran          time.Duration   // when it was paused

	deadline time.Time // when the session's timeout ends the run; zero for never
}

// end ends the run.
func (r *run) end(s stop) int32 {
	r.stop = s
	return int32(s)
}

// proceed answers with what lets the run go on, unless the context asks for its end.
func (r *run) proceed(ctx context.Context, answer int32) int32 {
	if s := r.interrupted(ctx); s != 0 {
		return r.end(s)
	}
	return answer
}

func runOf(ctx context.Context) *run { return ctx.Value(runKey{}).(*run) }

// interrupted tells whether the context or the session's timeout asks for the run's end.
func (r *run) interrupted(ctx context.Context) stop {
	err := ctx.Err() // once: it may come to an end between two looks
	switch {
	case r.stop != 0:
		return r.stop
	case errors.Is(err, context.DeadlineExceeded):
		return stopDeadline
	case err != nil:
		return stopCancelled
	case !r.deadline.IsZero() && !time.Now().Before(r.deadline):
		return stopDeadline
	default:
		return 0
	}
}

// hostImport is a function that guests import. It takes its parameters from a stack as they are, and leaves its result there; with
// reflection, as wazero offers it, a host call would take half as long again. It finds its run in the context of the call.
type hostImport struct {
	module, name    string
	params, results []api.ValueType
	function        api.GoFunction
}

// hostImports are all that there are: ours, and those of WASI.
func hostImports() []hostImport {
	ours := func(name string, params []api.ValueType, answer func(context.Context, []uint64) int32) hostImport {
		return hostImport{hostModule, name, params, []api.ValueType{i32}, api.GoFunc(func(ctx context.Context, stack []uint64) {
			stack[0] = api.EncodeI32(answer(ctx, stack))
		})}
	}
	return append(wasiImports(),
		ours("refuel", []api.ValueType{i32}, func(ctx context.Context, stack []uint64) int32 {
			return refuel(ctx, api.DecodeI32(stack[0]))
		}),
		ours("line", []api.ValueType{i32}, func(ctx context.Context, _ []uint64) int32 { return line(ctx) }),
		ours("write", []api.ValueType{i32, i32, i32}, func(ctx context.Context, stack []uint64) int32 {
			return write(ctx, api.DecodeI32(stack[0]), api.DecodeU32(stack[1]), api.DecodeU32(stack[2]))
		}),
		ours("read", []api.ValueType{i32, i32}, func(ctx context.Context, stack []uint64) int32 {
			return read(ctx, api.DecodeU32(stack[0]), api.DecodeU32(stack[1]))
		}),
		ours("sleep", []api.ValueType{i64}, func(ctx context.Context, stack []uint64) int32 { return sleep(ctx, int64(stack[0])) }),
		ours("call", []api.ValueType{i32, i32}, func(ctx context.Context, stack []uint64) int32 {
			return call(ctx, api.DecodeU32(stack[0]), api.DecodeU32(stack[1]))
		}),
		ours("reply", []api.ValueType{i32}, func(ctx context.Context, stack []uint64) int32 {
			return reply(ctx, api.DecodeU32(stack[0]))
		}),
	)
}

// memory is the guest's, in which the run is under way.
func (r *run) memory() *guestmem.Memory { return r.session.guest.memory }

// refuel accounts for a used-up slice of fuel and grants the next.
func refuel(ctx context.Context, consumed int32) int32 {
	r := runOf(ctx)
	r.fuel += uint64(uint32(consumed))
	limit := r.session.config.FuelLimit
	if r.looks {
		limit = lookFuel
	}
	r.slice = fuelSlice
	if limit != 0 {
		if r.fuel >= limit {
			return r.end(stopFuel)
		}
		r.slice = int64(min(fuelSlice, limit-r.fuel))
	}
	if r.again != nil && r.again.late(r.fuel) {
		return r.fail(fmt.Errorf("%w: at fuel %d it has not asked for what comes next", errDiverged, r.fuel))
	}
	if r.follows != nil {
		r.follows.refuelled(r)
	}
	return r.proceed(ctx, int32(r.slice))
}

// guard makes a panic of the host's code, such as a writer's, a host error: the guest is not to blame. It is to be deferred.
func (r *run) guard(doing string, answer *int32) {
	if p := recover(); p != nil {
		*answer = r.fail(fmt.Errorf("%s: panic: %v", doing, p))
	}
}

// write hands what the program wrote to the session's stream.
func write(ctx context.Context, stream int32, address, size uint32) (answer int32) {
	r := runOf(ctx)
	defer r.guard("writing output", &answer)
	data, ok := r.memory().Read(address, size)
	if !ok {
		return r.fail(errors.New("guest wrote from outside its memory"))
	}
	if r.pending != nil { // a part of what is written when the run has gone on
		return r.proceed(ctx, 0)
	}
	out := r.session.stdout
	if stream == 2 {
		out = r.session.stderr
	}
	if int64(len(data)) > r.output {
		data, r.cut = data[:r.output], true
	}
	r.output -= int64(len(data))
	if r.tape != nil {
		buffer := &r.tape.stdout
		if stream == 2 {
			buffer = &r.tape.stderr
		}
		buffer.Write(data)
		if r.again != nil {
			r.tape.merged.Write(data)
		}
	}
	if r.follows != nil {
		if err := r.follows.write(stream, data); err != nil {
			return r.fail(err)
		}
		out = io.Discard
	}
	if r.again != nil && !r.again.shown { // it was written before
		return r.proceed(ctx, 0)
	}
	if _, err := out.Write(data); err != nil {
		return r.fail(err)
	}
	if r.cut {
		return r.end(stopOutput)
	}
	return r.proceed(ctx, 0)
}

// read fills memory of the guest from the session's stdin.
func read(ctx context.Context, address, size uint32) (answer int32) {
	r := runOf(ctx)
	defer r.guard("reading stdin", &answer)
	buffer, ok := r.memory().Read(address, size)
	if !ok {
		return r.fail(errors.New("guest reads to outside its memory"))
	}
	if s := r.interrupted(ctx); s != 0 {
		return r.end(s)
	}
	if r.again != nil {
		data, err := r.next(entryRead, binary.LittleEndian.AppendUint32(nil, size))
		if err != nil {
			return r.fail(err)
		}
		return int32(copy(buffer, data))
	}
	n, err := r.session.stdin.read(ctx, r.deadline, buffer)
	if err == nil {
		if r.record != nil {
			r.record.take(entryRead, binary.LittleEndian.AppendUint32(nil, size), r.burnt(), buffer[:n])
		}
		return int32(n)
	}
	if errors.Is(err, hostcall.ErrPause) {
		data, s := r.pause(ctx, entryRead, binary.LittleEndian.AppendUint32(nil, size))
		if s != 0 {
			return s
		}
		buffer, _ = r.memory().Read(address, size)
		return int32(copy(buffer, data))
	}
	if s := r.interrupted(ctx); s != 0 {
		return r.end(s)
	}
	return r.fail(err)
}

// sleep lets time pass on the session's clock.
func sleep(ctx context.Context, nanoseconds int64) int32 {
	r := runOf(ctx)
	r.sleep(ctx, time.Duration(max(nanoseconds, 0)))
	return r.proceed(ctx, 0)
}

func (r *run) sleep(ctx context.Context, d time.Duration) {
	if c := &r.session.clock; !c.real() || r.again == nil { // else it slept before
		c.sleep(ctx, d, r.deadline)
	}
}

// fail ends the run because of trouble of the host, which Session.Run then returns.
func (r *run) fail(err error) int32 {
	r.hostErr = err
	return r.end(stopCancelled)
}
