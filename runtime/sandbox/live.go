package sandbox

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
)

// ErrEngineClosed is wrapped by errors that say that an engine was closed before.
var ErrEngineClosed = errors.New("engine is closed")

// liveSessions are the sessions of an engine that are not closed. Their memory is not Go's: a guest must have come to
// rest before its memory is given back.
type liveSessions struct {
	open    sync.RWMutex // held for reading while a session begins, which needs what closing takes away
	closing bool         // guarded by open
	mu      sync.Mutex
	all     map[*Session]struct{}
	left    sync.WaitGroup // one for each of all
	pools   map[*Pool]struct{}
}

func (l *liveSessions) addPool(p *Pool) error {
	release, err := l.hold()
	if err != nil {
		return err
	}
	defer release()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.pools[p] = struct{}{}
	return nil
}

func (l *liveSessions) removePool(p *Pool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.pools, p)
}

// hold keeps the engine from being closed until the function it returns is called.
func (l *liveSessions) hold() (release func(), err error) {
	l.open.RLock()
	if l.closing {
		l.open.RUnlock()
		return nil, ErrEngineClosed
	}
	return l.open.RUnlock, nil
}

func (l *liveSessions) add(s *Session) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all[s] = struct{}{}
	l.left.Add(1)
}

func (l *liveSessions) remove(s *Session) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.all, s)
	l.left.Done()
}

// closeAll closes every session, and waits until those that were running have come to their end.
func (l *liveSessions) closeAll(ctx context.Context) error {
	l.open.Lock()
	l.closing = true
	l.open.Unlock()
	l.mu.Lock()
	left, pools := slices.Collect(maps.Keys(l.all)), slices.Collect(maps.Keys(l.pools))
	l.mu.Unlock()
	var errs []error
	for _, p := range pools {
		errs = append(errs, p.Close(ctx))
	}
	for _, s := range left {
		errs = append(errs, s.Close(ctx))
	}
	l.left.Wait()
	return errors.Join(errs...)
}
