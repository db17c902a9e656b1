package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// starts are the states in which sessions begin. The first session of a kind starts the interpreter in a guest that is
// then thrown away; what comes of it, the others load.
type starts struct {
	mu    sync.Mutex
	image *guestmem.Image // what all guests of the engine begin with; made with the first state
	known map[string]*state
}

// maxStarts is how many kinds of sessions are remembered, at some tens of kilobytes each.
const maxStarts = 32

// memoryOverhead is what a guest's memory may have beside the GC heap: its stacks, static data, and what the host passes
// in.
const memoryOverhead = 64 << 20

// startState returns the state in which the session begins, but for its files.
func (e *Engine) startState(ctx context.Context, s *Session) (*state, error) {
	key := fmt.Sprintf("%d %q %q %q", s.config.MemoryLimitBytes, s.config.Args, s.config.Path, s.functions.Names())
	e.starts.mu.Lock()
	defer e.starts.mu.Unlock()
	if known := e.starts.known[key]; known != nil {
		begun := *known
		begun.random = s.random
		return &begun, nil
	}
	begun, err := e.start(ctx, s)
	if err != nil {
		return nil, err
	}
	if begun.elapsed != 0 || begun.random != newRandom(s.config.Seed) {
		return begun, nil // it asked for the time or for random numbers: another session may begin otherwise
	}
	if len(e.starts.known) >= maxStarts {
		clear(e.starts.known)
	}
	known := *begun
	e.starts.known[key] = &known
	return begun, nil
}

// startImage returns what all guests of the engine begin with, for who needs it before any session has begun.
func (e *Engine) startImage(ctx context.Context) (*guestmem.Image, error) {
	e.starts.mu.Lock()
	image := e.starts.image
	e.starts.mu.Unlock()
	if image != nil {
		return image, nil
	}
	cfg, err := SessionConfig{}.normalize()
	if err != nil {
		return nil, err
	}
	s, err := e.newSession(cfg)
	if err != nil {
		return nil, err
	}
	if _, err := e.startState(ctx, s); err != nil {
		return nil, err
	}
	return e.startImage(ctx)
}

// start starts the interpreter in a guest of its own.
func (e *Engine) start(ctx context.Context, like *Session) (_ *state, err error) {
	s := &Session{engine: e, config: like.config, clock: newClock(like.config), random: newRandom(like.config.Seed), functions: like.functions}
	if s.files, err = wasifs.New(wasifs.Config{}); err != nil {
		return nil, err
	}
	ctx = context.WithValue(ctx, runKey{}, &run{session: s})
	if s.guest, err = e.instantiate(ctx, guestmem.NewImage(nil), s.config.MemoryLimitBytes); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.guest.machine.close(ctx)) }()
	smallest := len(s.guest.memory.Bytes())
	if _, err := s.guest.call(ctx, "_initialize"); err != nil {
		return nil, err
	}
	if err := s.start(ctx); err != nil {
		return nil, err
	}
	content := s.guest.memory.Bytes()
	if e.starts.image == nil {
		e.starts.image = guestmem.NewImage(bytes.Clone(content[:smallest]))
	}
	begun := new(state)
	if err := s.save(begun); err != nil {
		return nil, err
	}
	begun.memory = guestmem.Diff(e.starts.image, content)
	return begun, nil
}

// instantiate makes a guest whose memory begins as an image; with an image of nothing, as the artifact's data.
func (e *Engine) instantiate(ctx context.Context, image *guestmem.Image, limit int64) (_ guest, err error) {
	memory := guestmem.New(image, uint64(limit)+memoryOverhead)
	defer func() {
		if err != nil {
			memory.Free()
			err = fmt.Errorf("instantiating the guest: %w", err)
		}
	}()
	machine, err := e.code.instantiate(ctx, memory)
	if err != nil {
		return guest{}, err
	}
	g := guest{machine: machine, memory: memory, limit: limit, exports: map[string]function{}, stack: new([8]uint64)}
	g.fuel, err = g.global("mpwasm_fuel")
	return g, err
}

// wasmPage is what memory grows by, in bytes.
const wasmPage = 65536
