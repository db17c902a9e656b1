package sandbox

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

// ErrEngineClosed is wrapped by errors that say that an engine was closed before.
var ErrEngineClosed = errors.New("engine is closed")

// liveSessions are the sessions of an engine that are not closed. Their memory is not Go's: a guest must have come to
// rest before its memory is given back.
type liveSessions struct {
	closing atomic.Bool  // runs are to end
	open    sync.RWMutex // held for reading while a session begins, which needs what closing takes away
	mu      sync.Mutex
	all     map[*Session]struct{}
}

// hold keeps the engine from being closed until the function it returns is called.
func (l *liveSessions) hold() (release func(), err error) {
	l.open.RLock()
	if l.closing.Load() {
		l.open.RUnlock()
		return nil, ErrEngineClosed
	}
	return l.open.RUnlock, nil
}

func (l *liveSessions) add(s *Session) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all[s] = struct{}{}
}

func (l *liveSessions) remove(s *Session) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.all, s)
}

// closeAll has every run end, and closes every session.
func (l *liveSessions) closeAll(ctx context.Context) error {
	l.open.Lock()
	l.closing.Store(true)
	l.open.Unlock()
	l.mu.Lock()
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
