package sandbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// call makes a call of a host function and keeps the reply until the guest has made room for it.
func call(ctx context.Context, address, size uint32) int32 {
	r := runOf(ctx)
	request, ok := r.memory().Read(address, size)
	if !ok {
		return r.fail(errors.New("guest calls with a request outside its memory"))
	}
	if s := r.interrupted(ctx); s != 0 {
		return r.end(s)
	}
	calls := uint64(1)
	if hostcall.IsResult(request) || hostcall.IsWait(request) {
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
		var s int32
		if r.reply, s = r.pause(ctx, entryCall, request); s != 0 {
			return s
		}
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
	begun := r.begunFor(request)
	if begun != nil && !hostcall.IsWait(request) {
		return r.beginCall(ctx, begun, request)
	}
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
	if begun != nil {
		w, err := s.functions.DecodeWait(request)
		if err != nil {
			return nil, err
		}
		return begun.Await(ctx, w, !s.clock.real())
	}
	if r.functions != nil {
		return r.functions.Serve(ctx, request)
	}
	return s.functions.Serve(ctx, request)
}

// begunFor gives the calls that go on while the program does, if a request is for one of them.
func (r *run) begunFor(request []byte) *hostcall.Begun {
	if !r.session.awaits && !hostcall.IsWait(request) {
		return nil
	}
	if r.begun == nil {
		r.begun = r.session.functions.NewBegun()
	}
	if !r.begun.Takes(request) {
		return nil
	}
	return r.begun
}

// beginCall begins a call of an awaitable function. In a run that is followed it goes on from one moment to the next.
func (r *run) beginCall(ctx context.Context, begun *hostcall.Begun, request []byte) ([]byte, error) {
	if r.follows != nil {
		ctx = context.WithoutCancel(ctx)
	}
	return begun.Begin(ctx, request)
}

// reply hands over the reply of the call just made.
func reply(ctx context.Context, address uint32) int32 {
	r := runOf(ctx)
	if !r.memory().Write(address, r.reply) {
		return r.fail(fmt.Errorf("guest wants a reply of %d bytes outside its memory", len(r.reply)))
	}
	r.reply = nil
	return r.proceed(ctx, 0)
}
