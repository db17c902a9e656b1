package hostcall

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
)

// maxWork is how many host functions may wait for each other's callbacks; web/src/callback.ts has the same.
const maxWork = 32

// Calls are the host functions at work in a run: mostly one, or several where one calls something of the program's that calls another.
//
// The guest waits for a function's reply; so to call back is a reply that says what to call, and what came of it is the guest's next request. The
// run needs no second way in, and a journal of requests and replies holds all there is to know.
type Calls struct {
	set   *Set
	stack []*work
}

// NewCalls is for a run, which ends it by End.
func (s *Set) NewCalls() *Calls { return &Calls{set: s} }

// work is a host function at work, in a goroutine of its own.
type work struct {
	calls   *Calls
	depth   int
	asks    chan []byte // replies that call back
	results chan []byte // what came of them
	over    chan struct{}
	done    chan struct{} // when there is
	reply   []byte
	err     error

	mu      sync.Mutex // held while a call back is under way
	raised  error      // by the last
	handles []*Handle
}

type workKey struct{}

// IsResult tells whether a request is no call, but what came of a call back.
func IsResult(request []byte) bool { return len(request) > 0 && request[0] == majorArray|2 }

// CheckResult sees whether a request is what came of a call back.
func (s *Set) CheckResult(request []byte) error {
	_, rest, err := decode(request, nesting{MaxDepth + 2, s})
	s.forgetFresh()
	if err != nil || len(rest) > 0 {
		return fmt.Errorf("%w: the result of a call, with %d bytes after it: %v", ErrMalformed, len(rest), err)
	}
	return nil
}

// Serve is [Set.Serve] for a guest whose host may hold objects.
func (c *Calls) Serve(ctx context.Context, request []byte) ([]byte, error) {
	request = bytes.Clone(request) // of memory that the guest goes on with
	if !IsResult(request) {
		w := &work{calls: c, depth: len(c.stack), asks: make(chan []byte), results: make(chan []byte, 1), over: make(chan struct{}), done: make(chan struct{})}
		c.stack = append(c.stack, w)
		go w.run(context.WithValue(ctx, workKey{}, w), request)
	} else if len(c.stack) > 0 {
		c.stack[len(c.stack)-1].results <- request
	} else {
		return nil, fmt.Errorf("%w: the result of a call that nobody made", ErrMalformed)
	}
	w := c.stack[len(c.stack)-1]
	select {
	case ask := <-w.asks:
		return ask, nil
	case <-w.done:
		c.stack = c.stack[:len(c.stack)-1]
		if errors.Is(w.err, ErrPause) && (len(c.stack) > 0 || IsResult(request)) {
			return nil, errors.New("a host function cannot pause the run that called back, nor while another waits for what it called back: those could not be gone on with")
		}
		return w.reply, w.err
	}
}

// End has functions that still call back come to their end, since the run has.
func (c *Calls) End() error {
	var errs []error
	for _, w := range slices.Backward(c.stack) {
		close(w.over)
		<-w.done
		var panicked *PanicError
		if errors.As(w.err, &panicked) {
			errs = append(errs, w.err)
		}
	}
	c.stack = nil
	return errors.Join(errs...)
}

func (w *work) run(ctx context.Context, request []byte) {
	defer close(w.done)
	w.err = errors.New("a host function ended its goroutine")
	set := w.calls.set
	reply, err := set.serve(ctx, request, w)
	set.mu.Lock()
	defer set.mu.Unlock()
	for _, h := range w.handles {
		if !h.kept {
			set.close(h)
		}
	}
	if freed := set.takeFreed(); err == nil && len(freed) > 0 {
		reply[0]++
		reply = appendHead(reply, majorArray, uint64(len(freed)))
		for _, number := range freed {
			reply = appendHead(reply, majorUnsigned, number)
		}
	}
	w.reply, w.err = reply, err
}

// takeOver makes the handles that came with a request those of the function.
func (w *work) takeOver() {
	if w != nil {
		w.handles = append(w.handles, w.calls.set.takeFresh()...)
	}
}

// raisedAs tells whether an error is the exception of the last call back.
func (w *work) raisedAs(err error) bool {
	return w != nil && err != nil && w.raised != nil && errors.Is(err, w.raised)
}

// callBack has the guest call something, and waits for what comes of it.
func (w *work) callBack(operation string, args []any, kwargs map[string]any) (any, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	set := w.calls.set
	if w.depth >= maxWork {
		return nil, Raisef("RecursionError", "%d host functions wait for what they called back", maxWork)
	}
	ask, err := appendText([]byte{majorArray | 4, replyCall}, operation)
	if err != nil {
		return nil, err
	}
	arguments, err := set.EncodeArguments(args, kwargs)
	if err != nil {
		return nil, err
	}
	if ask = append(ask, arguments[1:]...); int64(len(ask)) > set.replyLimit {
		return nil, Raisef("ValueError", "arguments of %d bytes: the program takes %d", len(ask), set.replyLimit)
	}
	select {
	case w.asks <- ask:
	case <-w.over:
		return nil, ErrRunOver
	case <-w.done:
		return nil, fmt.Errorf("%w: the host function has returned", ErrRunOver)
	}
	select {
	case result := <-w.results:
		return w.result(result)
	case <-w.over:
		return nil, ErrRunOver
	}
}

// result takes apart what came of a call back.
func (w *work) result(data []byte) (any, error) {
	value, rest, err := decode(data, nesting{MaxDepth + 2, w.calls.set})
	w.takeOver()
	parts, _ := value.([]any)
	if err != nil || len(parts) != 2 || len(rest) > 0 {
		return nil, fmt.Errorf("%w: the result of a call: %v", ErrMalformed, err)
	}
	if parts[0] == int64(0) {
		return parts[1], nil
	}
	texts, _ := parts[1].([]any)
	if len(texts) != 2 {
		return nil, fmt.Errorf("%w: the exception of a call", ErrMalformed)
	}
	w.raised = Raise(fmt.Sprint(texts[0]), fmt.Sprint(texts[1]))
	return nil, w.raised
}
