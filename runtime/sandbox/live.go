package sandbox

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

// ErrEngineClosed is wrapped by errors that say that an engine was closed before.
var ErrEngineClosed = errors.New("engine is closed")

// liveSessions are the sessions of an engine that are not closed. Their memory is not Go's: a guest must have come to
// rest before its memory is given back.
type liveSessions struct {
	closing atomic.Bool // runs are to end
	mu      sync.Mutex
	all     map[*Session]struct{}
}

func (l *liveSessions) add(s *Session) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closing.Load() {
		return fmt.Errorf("beginning a session: %w", ErrEngineClosed)
	}
	l.all[s] = struct{}{}
	return nil
}

func (l *liveSessions) remove(s *Session) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.all, s)
}

// closeAll has every run end, and closes every session.
func (l *liveSessions) closeAll(ctx context.Context) error {
	l.mu.Lock()
	l.closing.Store(true)
	var left []*Session
	for s := range l.all {
		left = append(left, s)
	}
	l.mu.Unlock()
	var errs []error
	for _, s := range left {
		errs = append(errs, s.Close(ctx))
	}
	return errors.Join(errs...)
}
