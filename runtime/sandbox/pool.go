package sandbox

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"
)

// PoolConfig says how many sessions a pool has.
type PoolConfig struct {
	// Size is how many sessions there may be at once. 0 means one for each processor that Go uses.
	Size int
	// Warm is how many guests are made in advance, at most Size. The others are made when they are asked for.
	Warm int
	// MemoryLimitBytes is the memory limit of all its sessions; see SessionConfig. 0 means [DefaultMemoryLimitBytes].
	MemoryLimitBytes int64
	// Metrics is told what happens. Nil means nobody is.
	Metrics PoolMetrics
}

// PoolMetrics is told what happens in a pool. Its methods are called from the goroutines that use the pool, several at
// once, and should return soon. [Pool.Stats] has what a gauge shows.
type PoolMetrics interface {
	// Acquired says that a caller got a session, after waiting for so long. A warm one was used before, or made in advance.
	Acquired(waited time.Duration, warm bool)
	// GaveUp says that a caller's context ended, or the pool was closed, before there was a session.
	GaveUp(waited time.Duration)
	// Released says that a session was closed after so long. One that is not kept was lost to trouble of the host.
	Released(lent time.Duration, kept bool)
}

// PoolStats are figures of a moment.
type PoolStats struct {
	// Size is how many sessions there may be; Lent are in use; Idle guests are ready; Waiting callers wait.
	Size, Lent, Idle, Waiting int
}

// ErrPoolClosed is wrapped by errors that say that a pool was closed before.
var ErrPoolClosed = errors.New("pool is closed")

// Pool lends sessions, a bounded number at once. A session that is closed leaves its guest behind, which another session
// goes on with, whose every byte is then that of a new one: what one user's programs left, no other's see. An engine does so, too, with as
// many as there are processors; a pool bounds how many there are at once, and keeps them all.
//
// Sessions of a pool may differ in all of their configuration but the memory limit. A pool is safe for use by several
// goroutines.
type Pool struct {
	engine *Engine
	config PoolConfig
	slots  chan struct{} // as many as sessions are lent
	closed chan struct{}
	idle   idleGuests

	mu      sync.Mutex
	over    bool
	waiting int
}

// NewPool makes a pool. It ends with the engine, if it is not closed before.
func (e *Engine) NewPool(ctx context.Context, cfg PoolConfig) (*Pool, error) {
	if cfg.Size == 0 {
		cfg.Size = runtime.GOMAXPROCS(0)
	}
	if cfg.Size < 0 || cfg.Warm < 0 || cfg.Warm > cfg.Size {
		return nil, invalid("pool of %d sessions, %d made in advance: expected at least 1, and from 0 to as many", cfg.Size, cfg.Warm)
	}
	if cfg.Metrics == nil {
		cfg.Metrics = noMetrics{}
	}
	one, err := SessionConfig{MemoryLimitBytes: cfg.MemoryLimitBytes}.normalize()
	if err != nil {
		return nil, err
	}
	cfg.MemoryLimitBytes = one.MemoryLimitBytes
	p := &Pool{engine: e, config: cfg, slots: make(chan struct{}, cfg.Size), closed: make(chan struct{}), idle: idleGuests{most: cfg.Size}}
	if err := e.live.addPool(p); err != nil {
		return nil, fmt.Errorf("making a pool: %w", err)
	}
	if err := p.warm(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("making a pool: %w", err), p.Close(ctx))
	}
	return p, nil
}

// warm makes guests in advance.
func (p *Pool) warm(ctx context.Context) error {
	for range p.config.Warm {
		s, err := p.engine.open(ctx, SessionConfig{MemoryLimitBytes: p.config.MemoryLimitBytes}, nil)
		if err != nil {
			return err
		}
		s.home = p
		p.slots <- struct{}{} // there is room: nobody else has the pool yet
		defer s.Close(ctx)
	}
	return nil
}

// NewSession lends a session. Where Size are lent, it waits until one is closed; ctx ends that, and then its error is
// returned. To close the session gives it back.
func (p *Pool) NewSession(ctx context.Context, cfg SessionConfig) (*Session, error) {
	if cfg.MemoryLimitBytes == 0 {
		cfg.MemoryLimitBytes = p.config.MemoryLimitBytes
	}
	if cfg.MemoryLimitBytes != p.config.MemoryLimitBytes {
		return nil, invalid("memory limit of %d bytes: sessions of this pool have %d", cfg.MemoryLimitBytes, p.config.MemoryLimitBytes)
	}
	asked := time.Now()
	if err := p.acquire(ctx); err != nil {
		p.config.Metrics.GaveUp(time.Since(asked))
		return nil, fmt.Errorf("waiting for a session: %w", err)
	}
	s, err := p.engine.open(ctx, cfg, p)
	if err != nil {
		<-p.slots
		return nil, err
	}
	s.lent = time.Now()
	p.config.Metrics.Acquired(s.lent.Sub(asked), s.reused)
	return s, nil
}

// Run runs one program in a session of its own, as [Engine.Run] does.
func (p *Pool) Run(ctx context.Context, program Program, cfg SessionConfig) (Outcome, error) {
	s, err := p.NewSession(ctx, cfg)
	if err != nil {
		return Outcome{}, err
	}
	return s.runOnce(ctx, program)
}

// acquire waits for a slot.
func (p *Pool) acquire(ctx context.Context) error {
	p.count(1)
	defer p.count(-1)
	select { // else a slot might be taken though the context is done
	case <-p.closed:
		return ErrPoolClosed
	case <-ctx.Done():
		return context.Cause(ctx)
	default:
	}
	select {
	case p.slots <- struct{}{}:
		return nil
	case <-p.closed:
		return ErrPoolClosed
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (p *Pool) count(waiting int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.waiting += waiting
}

// takeBack takes over the guest of a session that ends. What programs left in it is gone before anybody else sees it.
func (p *Pool) takeBack(s *Session) error {
	g, kept := s.wiped()
	kept = kept && p.idle.keep(g)
	var err error
	if !kept {
		err = s.guest.machine.close(context.Background())
	}
	<-p.slots
	if !s.lent.IsZero() { // not when made in advance
		p.config.Metrics.Released(time.Since(s.lent), kept)
	}
	return err
}

// Stats returns figures of this moment.
func (p *Pool) Stats() PoolStats {
	p.mu.Lock()
	defer p.mu.Unlock()
	return PoolStats{Size: p.config.Size, Lent: len(p.slots), Idle: p.idle.count(), Waiting: p.waiting}
}

// Close frees what is idle, and ends the waiting of callers. Sessions that are lent can be used until they are closed. To
// close twice is no error.
func (p *Pool) Close(ctx context.Context) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.over {
		return nil
	}
	p.over = true
	close(p.closed)
	p.engine.live.removePool(p)
	return p.idle.close(context.WithoutCancel(ctx))
}

type noMetrics struct{}

func (noMetrics) Acquired(time.Duration, bool) {}
func (noMetrics) GaveUp(time.Duration)         {}
func (noMetrics) Released(time.Duration, bool) {}
