package sandbox

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// ErrSessionOver is wrapped by errors that say that a session was closed before, or lost to trouble of the host.
var ErrSessionOver = errors.New("session is over")

// ErrSessionBusy is wrapped by errors that say that a session is in use. It serves one caller at a time: a second one is
// refused, and does not wait, so that a host function that calls the session that called it has an answer.
var ErrSessionBusy = errors.New("session is busy: a call is under way, perhaps the one that this call comes from")

var errClosed = errors.New("it was closed")

// lifetime is who uses a session, and whether anybody still can.
type lifetime struct {
	mu     sync.Mutex
	busy   bool
	over   error                   // why it can no longer be used
	cancel context.CancelCauseFunc // ends the call under way
	lost   bool                    // its guest is in a state that nobody knows

	home   *Pool     // that lent it, if one did
	reused bool      // with a guest that had been used before
	lent   time.Time // since when
}

// use makes a call that has the session to itself. Its context ends when the session is closed.
func (s *Session) use(ctx context.Context, doing string, call func(context.Context) error) error {
	return s.usePaused(ctx, doing, func(ctx context.Context) error {
		if err := s.catchUp(ctx); err != nil {
			return err
		}
		return call(ctx)
	})
}

// usePaused is use for who has to do with the run that the session keeps.
func (s *Session) usePaused(ctx context.Context, doing string, call func(context.Context) error) (err error) {
	ctx, err = s.enter(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	defer func() { err = errors.Join(err, s.leave()) }()
	return call(ctx)
}

func (s *Session) enter(ctx context.Context) (context.Context, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.over != nil:
		return nil, fmt.Errorf("%w: %w", ErrSessionOver, s.over)
	case s.busy:
		return nil, ErrSessionBusy
	}
	s.busy = true
	ctx, s.cancel = context.WithCancelCause(ctx)
	return ctx, nil
}

func (s *Session) leave() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept != nil && s.kept.evicted.Load() {
		s.giveUp()
	}
	s.busy = false
	s.cancel(nil)
	if errors.Is(s.over, errClosed) { // meanwhile
		return s.free()
	}
	return nil
}

// lose takes note that the session cannot be used any more.
func (s *Session) lose(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lost = true
	if s.over == nil {
		s.over = err
	}
}

// Close ends the session and frees its memory. The engine keeps the guests of as many sessions as Go uses processors, wiped, for sessions that begin later;
// that of a [Pool]'s session goes back there. A run that is under way is cancelled; the session is freed when it has
// ended, and Close does not wait for that. To close twice is no error.
func (s *Session) Close(context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if errors.Is(s.over, errClosed) {
		return nil
	}
	s.over = errClosed
	if s.busy {
		s.cancel(errClosed)
		return nil
	}
	return s.free()
}

// free lets go of what the session holds. Nothing runs in it any more.
func (s *Session) free() error {
	defer s.engine.live.remove(s)
	s.giveUp()
	if s.functions.NextObject() > 0 { // iterations of the host's may have something to clean up
		go s.functions.ForgetObjects(0)
	}
	if s.home != nil {
		return errors.Join(s.files.Close(), s.home.takeBack(s))
	}
	errs := []error{s.files.Close()}
	if g, ok := s.wiped(); !ok || !g.memory.Small() || !s.engine.idle.keep(g) {
		errs = append(errs, s.guest.machine.close(context.Background()))
	}
	return errors.Join(errs...)
}
