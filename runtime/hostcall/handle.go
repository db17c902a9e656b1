package hostcall

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"sync"
)

// Handle is an object of a session's programs that has no plain value: a function, a generator, an instance of a class. It is what
// values hold in its place where the session's configuration has a HandleLimit, and it may be passed back, in arguments, inputs and
// results of host functions.
//
// The guest keeps the object until the handle is closed, or the session goes back to before it was there: by Reset, Restore, a run
// that was rolled back or paused. A host function's handles, in its arguments and in what it got from calling back, are closed when it
// returns, but for those that it keeps. A handle that is over, or of another session, is refused.
type Handle struct {
	set    *Set
	number uint64
	kind   string

	// guarded by set.mu
	run        uint64 // that it came with
	over, kept bool
}

// ErrHandleOver is wrapped by errors that say that a handle cannot be used any more.
var ErrHandleOver = errors.New("handle is over: it was closed, or its session is not what it was when it came")

// ErrRunOver is wrapped by the error of a call back that was under way, or began, when the run had come to its end.
var ErrRunOver = errors.New("the run is over")

// Type returns the name of the object's type in Python.
func (h *Handle) Type() string { return h.kind }

// String shows the handle, not the object.
func (h *Handle) String() string { return fmt.Sprintf("<handle of %s>", h.kind) }

// Call calls the object and returns what it returns. An exception is an *[Exception], wrapped perhaps.
//
// In a host function, with its context, it calls back: the run goes on, within its limits, until the result is there. A function that
// returns the error as it is lets the program see the same exception. At other times a call is one of the session's, with limits of its
// own, and busy as those are.
func (h *Handle) Call(ctx context.Context, args []any, kwargs map[string]any) (any, error) {
	return h.do(ctx, "#", append([]any{h}, args...), kwargs)
}

// Attr reads an attribute.
func (h *Handle) Attr(ctx context.Context, name string) (any, error) {
	return h.do(ctx, "#getattr", []any{h, name}, nil)
}

// Repr returns the object's repr.
func (h *Handle) Repr(ctx context.Context) (string, error) {
	value, err := h.do(ctx, "#repr", []any{h}, nil)
	text, _ := value.(string)
	return text, err
}

// All iterates over the object; each item is asked for when its turn has come. An error is the last item.
func (h *Handle) All(ctx context.Context) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		got, err := h.do(ctx, "#iter", []any{h}, nil)
		iterator, ok := got.(*Handle)
		if err == nil && !ok {
			err = fmt.Errorf("iterating over a %s: the iterator came as a %T", h.kind, got)
		}
		if err != nil {
			yield(nil, err)
			return
		}
		defer iterator.Close()
		for {
			got, err := h.do(ctx, "#next", []any{iterator}, nil)
			item, _ := got.(Tuple)
			if err != nil {
				yield(nil, err)
				return
			}
			if len(item) == 0 || !yield(item[0], nil) {
				return
			}
		}
	}
}

func (h *Handle) do(ctx context.Context, operation string, args []any, kwargs map[string]any) (any, error) {
	if w, ok := ctx.Value(workKey{}).(*work); ok && w.calls.set == h.set {
		return w.callBack(operation, args, kwargs)
	}
	return h.set.call(ctx, operation, args, kwargs)
}

// Keep has a handle of a host function live on when the function has returned.
func (h *Handle) Keep() {
	h.set.mu.Lock()
	defer h.set.mu.Unlock()
	h.kept = true
}

// Close lets go of the object; the guest hears of it when it runs next. To close twice is no error.
func (h *Handle) Close() {
	h.set.mu.Lock()
	defer h.set.mu.Unlock()
	h.set.close(h)
}

// --- The handles of a guest ---

// held are the objects that a guest's host holds.
type held struct {
	mu    sync.Mutex
	all   map[uint64]*Handle // that are not over
	fresh []*Handle          // that came with what is being decoded
	freed []uint64           // what the guest is to hear of
	told  []uint64           // what it heard of in the run at hand
	stale bool               // the guest holds objects that nobody has
	run   uint64             // the number of the run at hand
	call  func(ctx context.Context, operation string, args []any, kwargs map[string]any) (any, error)
}

// AllowHandles lets there be handles. The function calls the guest while no run is under way.
func (s *Set) AllowHandles(call func(ctx context.Context, operation string, args []any, kwargs map[string]any) (any, error)) {
	s.call, s.all = call, map[uint64]*Handle{}
}

// handle makes a handle of what the guest says of an object.
func (s *Set) handle(said any) (*Handle, error) {
	parts, _ := said.([]any)
	if len(parts) != 2 || s.all == nil {
		return nil, errors.New("a handle of the wrong form")
	}
	number, ok := parts[0].(int64)
	kind, named := parts[1].(string)
	if !ok || !named || number < 0 {
		return nil, errors.New("a handle of the wrong form")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	h := &Handle{set: s, number: uint64(number), kind: kind, run: s.run}
	s.fresh = append(s.fresh, h)
	if before := s.all[h.number]; before != nil {
		before.over = true
	}
	s.all[h.number] = h
	return h, nil
}

// appendHandle encodes one, for its own guest.
func (s *Set) appendHandle(out []byte, h *Handle) ([]byte, error) {
	if h == nil {
		return append(out, simpleNull), nil
	}
	if h.set != s {
		return nil, unencodable("%v: it is of another session", h)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if h.over {
		return nil, fmt.Errorf("%w: %w", ErrUnencodable, ErrHandleOver)
	}
	return appendHead(appendHead(out, majorTag, tagHandle), majorUnsigned, h.number), nil
}

// close is for who has the lock.
func (s *Set) close(h *Handle) {
	if !h.over {
		h.over = true
		delete(s.all, h.number)
		s.freed = append(s.freed, h.number)
	}
}

// takeFresh returns the handles of what was just decoded.
func (s *Set) takeFresh() []*Handle {
	s.mu.Lock()
	defer s.mu.Unlock()
	fresh := s.fresh
	s.fresh = nil
	return fresh
}

// forgetFresh makes those be over: they are there to be looked at.
func (s *Set) forgetFresh() {
	if s.all == nil {
		return
	}
	for _, h := range s.takeFresh() {
		s.mu.Lock()
		h.over = true
		if s.all[h.number] == h {
			delete(s.all, h.number)
		}
		s.mu.Unlock()
	}
}

// BeginRun says that a run begins, for Rollback.
func (s *Set) BeginRun() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.run, s.told, s.fresh, s.before = s.run+1, nil, nil, s.next
}

// Rollback says that the guest is as it was before the run at hand. One that goes on has the objects that it was given.
func (s *Set) Rollback(goesOn bool) {
	s.mu.Lock()
	defer s.unlock()
	if !goesOn {
		s.drop(s.before)
		s.next = s.before
	}
	for number, h := range s.all {
		if h.run == s.run {
			h.over = true
			delete(s.all, number)
		}
	}
	s.freed, s.told = append(s.freed, s.told...), nil // to be freed again; what is none does not matter
}

// Forget says that all handles are over, since the guest is another. Stale says that it may hold what nobody has.
func (s *Set) Forget(stale bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, h := range s.all {
		h.over = true
	}
	clear(s.all)
	s.freed, s.told, s.stale = nil, nil, stale
}

// Freed takes what the guest is to hear of: the arguments of "#free"; nil for nothing, and none for all.
func (s *Set) Freed() []any {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stale {
		s.stale, s.freed = false, nil
		return []any{}
	}
	var args []any
	for _, number := range s.takeFreed() {
		args = append(args, int64(number))
	}
	return args
}

// Count returns how many handles there are.
func (s *Set) Count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.all)
}

func (s *Set) takeFreed() []uint64 {
	freed := s.freed
	s.freed = nil
	s.told = append(s.told, freed...)
	return freed
}

var handleType = reflect.TypeFor[*Handle]()

func convertHandle(value any, out reflect.Value) error {
	switch value := value.(type) {
	case nil:
	case *Handle:
		out.Set(reflect.ValueOf(value))
	default:
		return mismatch("an object that is no plain value", value)
	}
	return nil
}
