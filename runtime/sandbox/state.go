package sandbox

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// guestGlobals are the mutable globals of the artifact; `mpwasm verify` sees that they are exported.
var guestGlobals = [...]string{"__stack_pointer", "mpwasm_fuel", "thrown", "payload"}

// state is all that a session consists of while no call is under way: going back after a run, resetting, forking and
// storing a session are all done with it. The guest's table of functions never changes.
//
// A state that several sessions may load is not changed any more.
type state struct {
	memory  guestmem.Delta
	globals [len(guestGlobals)]uint64
	files   *wasifs.FS
	elapsed time.Duration // on the session's clock
	start   time.Time     // of a fixed clock
	random  rand.ChaCha8
	objects uint64 // that the guest was given by the host, so far
}

// save makes a state that of the session. The memory that it had is used again.
func (s *Session) save(to *state) error {
	s.guest.memory.Save(&to.memory)
	for i, name := range guestGlobals {
		global, err := s.guest.global(name)
		if err != nil {
			return fmt.Errorf("saving the session's state: %w", err)
		}
		to.globals[i] = global.Get()
	}
	to.files, to.random = s.files.Clone(), s.random
	to.elapsed, to.start = s.clock.lasted(), s.clock.start
	to.objects = s.functions.NextObject()
	return nil
}

// load makes the session what it was when the state was saved. If it fails, the session is over.
func (s *Session) load(from *state) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("loading a state: %w", err)
			s.lose(err)
		}
	}()
	if err := s.guest.setMemory(&from.memory); err != nil {
		return err
	}
	for i, name := range guestGlobals {
		global, err := s.guest.global(name)
		if err != nil {
			return err
		}
		global.Set(from.globals[i])
	}
	files, err := from.files.With(s.granted)
	if err != nil {
		return err
	}
	err = s.files.Close()
	s.files, s.random = files, from.random
	s.clock.set(from.elapsed, from.start)
	return err
}

// setMemory gives the guest's memory the size and the content of a delta.
func (g guest) setMemory(d *guestmem.Delta) error {
	if !g.memory.Resize(g.machine.grow, d.Size) {
		return fmt.Errorf("giving the guest %d bytes of memory: the system has none left", d.Size)
	}
	if got := len(g.memory.Bytes()); got != d.Size {
		return fmt.Errorf("giving the guest %d bytes of memory: it has %d", d.Size, got)
	}
	g.memory.Load(d)
	return nil
}

// global finds a mutable global.
func (g guest) global(name string) (global, error) {
	global := g.machine.global(name)
	if global == nil {
		return nil, fmt.Errorf("looking for the global %s: the artifact does not export it as a mutable one", name)
	}
	return global, nil
}

// Reset makes the session what it was when it began: no byte of what programs left is there any
// more. It costs some microseconds.
func (s *Session) Reset() error {
	return s.use(context.Background(), "resetting a session", func(context.Context) error {
		if err := s.load(s.initial); err != nil {
			return err
		}
		s.past.starts(s.initial)
		s.paused = nil
		return s.forget(s.stale, s.initial)
	})
}
