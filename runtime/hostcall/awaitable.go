package hostcall

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"
	"time"
)

// Awaitable makes the function one that programs await: `await fetch(url)`. A call begins at once, in a goroutine of its own, and gives a
// coroutine; the program goes on, makes other calls (asyncio.gather), and gets what comes of each when it is there. The context ends when the
// run does, which waits for the function. The time in which a program waits for it counts as that of other functions.
//
// What it returns may be ErrPause, too. When all that the program waits for comes later, the run is paused, with several pending calls, which
// are answered in any order. A handle that it was given ends with it, and cannot be called back by it.
func (f Function) Awaitable() Function {
	f.awaitable = true
	return f
}

// waitIndex is that of the function by which a guest asks for answers: wait(nanoseconds or None, [numbers]).
const waitIndex = math.MaxUint32

// replyBegun begins a reply of a call that goes on: [4, number].
const replyBegun = 4

// Begun are the calls of awaitable functions that a run has made. Its methods are for the run's goroutine.
type Begun struct {
	set    *Set
	ctx    context.Context // of the functions; nil before the first
	cancel context.CancelFunc
	next   uint64 // number of the next call
	wake   chan struct{}

	mu    sync.Mutex
	calls map[uint64]*begunCall
}

// begunCall is a call that has not been answered.
type begunCall struct {
	running bool
	later   bool   // its answer comes later
	answer  []byte // encoded: [number, value], or [number, type, message]
	err     error  // of the host's
	handles []*Handle
}

// NewBegun is for a run, which ends it by End.
func (s *Set) NewBegun() *Begun {
	return &Begun{set: s, wake: make(chan struct{}, 1), calls: map[uint64]*begunCall{}}
}

// HasAwaitable tells whether there are awaitable functions.
func (s *Set) HasAwaitable() bool {
	return slices.ContainsFunc(s.functions, func(f Function) bool { return f.awaitable })
}

// IsWait tells whether a request is no call, but asks for answers of calls that were begun.
func IsWait(request []byte) bool { return bytes.HasPrefix(request, waitHead) }

var waitHead = appendHead([]byte{majorArray | 3}, majorUnsigned, waitIndex)

// BegunBy tells whether a reply is that of a call that goes on, and its number.
func BegunBy(reply []byte) (number uint64, ok bool) {
	if len(reply) < 3 || reply[0]&majorMask != majorArray || reply[1] != replyBegun {
		return 0, false
	}
	number, _, err := head(reply[2:], majorUnsigned)
	return number, err == nil
}

// AnsweredBy tells which call the reply to a wait answers.
func AnsweredBy(reply []byte) (number uint64, ok bool) {
	if len(reply) < 4 || reply[0]&majorMask != majorArray || reply[1] != replyValue || reply[2]&majorMask != majorArray {
		return 0, false
	}
	number, _, err := head(reply[3:], majorUnsigned)
	return number, err == nil
}

// Wait is what a guest asks for that waits.
type Wait struct {
	// Timeout is for how long at most, by a real clock; negative without end.
	Timeout time.Duration
	// Numbers are those of the calls.
	Numbers []uint64
}

// DecodeWait takes such a request apart.
func (s *Set) DecodeWait(request []byte) (Wait, error) {
	if !IsWait(request) {
		return Wait{}, fmt.Errorf("%w: it does not wait", ErrMalformed)
	}
	args, rest, err := s.decodeArguments(request[len(waitHead):])
	if err != nil || len(args) != 2 || !bytes.Equal(rest, []byte{majorMap}) {
		return Wait{}, fmt.Errorf("%w: a wait of %d arguments: %v", ErrMalformed, len(args), err)
	}
	w := Wait{Timeout: -1}
	timeout, ok := args[0].(int64)
	if ok {
		w.Timeout = time.Duration(max(timeout, 0))
	}
	list, isList := args[1].([]any)
	for _, number := range list {
		n, isInt := number.(int64)
		if !isInt || n < 0 {
			isList = false
			break
		}
		w.Numbers = append(w.Numbers, uint64(n))
	}
	if !isList || len(list) == 0 || !ok && args[0] != nil {
		return Wait{}, fmt.Errorf("%w: a wait for %v", ErrMalformed, args)
	}
	return w, nil
}

// Takes tells whether a request is for an awaitable function, or waits for one.
func (b *Begun) Takes(request []byte) bool {
	if IsWait(request) {
		return true
	}
	if len(request) == 0 || request[0] != majorArray|3 {
		return false
	}
	index, _, err := head(request[1:], majorUnsigned)
	return err == nil && index < uint64(len(b.set.functions)) && b.set.functions[index].awaitable
}

// Begin begins a call, and gives the reply. The context is the run's. The error is trouble of the host, as that of [Set.Serve].
func (b *Begun) Begin(ctx context.Context, request []byte) ([]byte, error) {
	s := b.set
	if int64(len(request)) > s.requestLimit {
		return s.raise(Raisef("ValueError", "arguments of %d bytes: the host takes %d", len(request), s.requestLimit))
	}
	function, decoded, err := s.decode(bytes.Clone(request))
	if err != nil {
		return nil, fmt.Errorf("decoding a host call: %w", err)
	}
	if b.cancel == nil {
		b.ctx, b.cancel = context.WithCancel(ctx)
	}
	number, call := b.next, &begunCall{running: true, handles: s.takeFresh()}
	b.next++
	b.mu.Lock()
	b.calls[number] = call
	b.mu.Unlock()
	go b.run(number, call, function, decoded)
	return appendHead([]byte{majorArray | 2, replyBegun}, majorUnsigned, number), nil
}

// run makes a call, and keeps what comes of it.
func (b *Begun) run(number uint64, call *begunCall, function Function, decoded Call) {
	reply, err := []byte(nil), errors.New("a host function ended its goroutine")
	defer func() {
		b.set.closeAll(call.handles)
		b.mu.Lock()
		call.running, call.later = false, errors.Is(err, ErrPause)
		if call.answer = answerOf(number, reply); !call.later {
			call.err = err
		}
		b.mu.Unlock()
		select {
		case b.wake <- struct{}{}:
		default:
		}
	}()
	reply, err = b.set.invoke(b.ctx, function, decoded, nil)
}

// answerOf makes of a reply, [0, value] or [1, type, message], what a wait gives.
func answerOf(number uint64, reply []byte) []byte {
	if len(reply) < 2 {
		return nil
	}
	return append(appendHead([]byte{reply[0]}, majorUnsigned, number), reply[2:]...)
}

// closeAll makes handles that a function did not keep be over.
func (s *Set) closeAll(handles []*Handle) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, h := range handles {
		if !h.kept {
			s.close(h)
		}
	}
}

// Await waits until one of the calls is answered, and gives the reply. The error is ErrPause if all answers come later.
func (b *Begun) Await(ctx context.Context, w Wait, patient bool) ([]byte, error) {
	var late <-chan time.Time
	if !patient && w.Timeout >= 0 {
		timer := time.NewTimer(w.Timeout)
		defer timer.Stop()
		late = timer.C
	}
	for {
		if reply, err := b.look(w.Numbers); reply != nil || err != nil {
			return reply, err
		}
		select {
		case <-b.wake:
		case <-late:
			return []byte{majorArray | 2, replyValue, simpleNull}, nil
		case <-ctx.Done(): // the run is to end
			return []byte{majorArray | 2, replyValue, simpleNull}, nil
		}
	}
}

// look gives the reply with the answer of the first that has one; nil if some are at work.
func (b *Begun) look(numbers []uint64) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	running := false
	for _, number := range slices.Sorted(slices.Values(numbers)) {
		call := b.calls[number]
		switch {
		case call == nil:
			exception, err := b.set.raise(Raisef("RuntimeError", "the run that made this call of the host is over"))
			return append([]byte{majorArray | 2, replyValue}, answerOf(number, exception)...), err
		case call.err != nil:
			return nil, call.err
		case call.answer != nil:
			delete(b.calls, number)
			return append([]byte{majorArray | 2, replyValue}, call.answer...), nil
		}
		running = running || call.running
	}
	if !running {
		return nil, fmt.Errorf("all that is awaited: %w", ErrPause)
	}
	return nil, nil
}

// Settle waits until no function is at work, since the run is to be paused, and gives the answers that the program has not got, by their numbers.
func (b *Begun) Settle(ctx context.Context) (map[uint64][]byte, error) {
	for {
		b.mu.Lock()
		running, answers, err := false, map[uint64][]byte{}, error(nil)
		for number, call := range b.calls {
			running = running || call.running
			err = errors.Join(err, call.err)
			if call.answer != nil {
				answers[number] = call.answer
			}
		}
		b.mu.Unlock()
		if !running || err != nil {
			return answers, err
		}
		select {
		case <-b.wake:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// Later takes note of a call that was begun before the run was paused, and is answered later, or was: that answer is given.
func (b *Begun) Later(number uint64, answer []byte) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.calls[number] = &begunCall{later: answer == nil, answer: answer}
	b.next = max(b.next, number+1)
}

// Answered forgets one that has been answered.
func (b *Begun) Answered(number uint64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.calls, number)
}

// Rest is for a run that waits, when no function is at work: those that it calls afterwards have the context of who goes on with it.
func (b *Begun) Rest() {
	if b.cancel != nil {
		b.cancel()
		b.cancel = nil
	}
}

// End has functions at work come to their end, since the run has.
func (b *Begun) End() error {
	if b.cancel == nil {
		return nil
	}
	b.cancel()
	b.cancel = nil
	_, err := b.Settle(context.Background())
	var panicked *PanicError
	if errors.As(err, &panicked) {
		return err
	}
	return nil
}

// ReplyTo encodes what a function gave that was begun, as the reply to the wait for it.
func (s *Set) ReplyTo(number uint64, function string, value any, err error) ([]byte, error) {
	reply, err := s.Reply(function, value, err)
	if err != nil {
		return nil, err
	}
	return append([]byte{majorArray | 2, replyValue}, answerOf(number, reply)...), nil
}
