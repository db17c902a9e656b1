package sandbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/tetratelabs/wazero/api"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// These two take their parameters from the engine's stack as they are: with reflection, as the other imports have it, a
// host call would take half as long again.
var (
	callImport = api.GoModuleFunc(func(ctx context.Context, module api.Module, stack []uint64) {
		stack[0] = api.EncodeI32(call(ctx, module, api.DecodeU32(stack[0]), api.DecodeU32(stack[1])))
	})
	replyImport = api.GoModuleFunc(func(ctx context.Context, module api.Module, stack []uint64) {
		stack[0] = api.EncodeI32(reply(ctx, module, api.DecodeU32(stack[0])))
	})
)

// call makes a call of a host function and keeps the reply until the guest has made room for it.
func call(ctx context.Context, module api.Module, address, size uint32) int32 {
	r := runOf(ctx)
	request, ok := module.Memory().Read(address, size)
	if !ok {
		return r.fail(errors.New("guest calls with a request outside its memory"))
	}
	if s := r.interrupted(ctx); s != 0 {
		return r.end(s)
	}
	calls := uint64(1)
	if hostcall.IsResult(request) {
		calls = 0
	}
	if s := r.count(calls, len(request)); s != 0 {
		return r.end(s)
	}
	var err error
	if r.again != nil {
		r.reply, err = r.next(entryCall, request)
	} else if r.reply, err = r.serve(ctx, request); err == nil && r.record != nil {
		r.record.take(entryCall, request, r.burnt(), r.reply)
	}
	switch {
	case errors.Is(err, hostcall.ErrPause):
		return r.pause(entryCall, request)
	case err != nil:
		return r.fail(err)
	}
	if s := r.count(0, len(r.reply)); s != 0 {
		return r.end(s)
	}
	return r.proceed(ctx, int32(len(r.reply)))
}

// count counts calls of host functions and what they take and give. The answer ends the run if that is too much.
func (r *run) count(calls uint64, size int) stop {
	c := &r.session.config
	if c.HostCallLimit > 0 && r.calls+calls > c.HostCallLimit {
		return stopHostCalls
	}
	r.calls += calls
	r.bytes += uint64(size)
	if c.HostBytesLimit > 0 && r.bytes > c.HostBytesLimit {
		return stopHostBytes
	}
	return 0
}

// serve lets a host function run. Unless the session counts its time, the run's deadline waits meanwhile.
func (r *run) serve(ctx context.Context, request []byte) ([]byte, error) {
	s := r.session
	if !r.deadline.IsZero() {
		if s.config.CountHostTime {
			var cancel context.CancelFunc
			ctx, cancel = context.WithDeadline(ctx, r.deadline)
			if r.functions == nil {
				defer cancel()
			} else { // it may be at work for longer than this
				r.ends = append(r.ends, cancel)
			}
		} else {
			began := time.Now()
			defer func() {
				took := time.Since(began)
				r.hosted += took
				r.deadline = r.deadline.Add(took)
			}()
		}
	}
	if r.functions != nil {
		return r.functions.Serve(ctx, request)
	}
	return s.functions.Serve(ctx, request)
}

// reply hands over the reply of the call just made.
func reply(ctx context.Context, module api.Module, address uint32) int32 {
	r := runOf(ctx)
	if !module.Memory().Write(address, r.reply) {
		return r.fail(fmt.Errorf("guest wants a reply of %d bytes outside its memory", len(r.reply)))
	}
	r.reply = nil
	return r.proceed(ctx, 0)
}
