package sandbox

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"

	"github.com/tetratelabs/wazero/api"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// wasmPage is what memory grows by, in bytes.
const wasmPage = 65536

// guestGlobals are the mutable globals of the artifact; `mpwasm verify` sees that they are exported.
var guestGlobals = [...]string{"__stack_pointer", "mpwasm_fuel", "thrown", "payload"}

// checkpoint is what a guest consists of while no call is under way. The table of functions never changes.
type checkpoint struct {
	memory  []byte
	globals [len(guestGlobals)]uint64
	files   *wasifs.FS
	clock   clock
	random  rand.ChaCha8
}

// save copies the session's state. The memory of the last checkpoint is used again.
func (s *Session) save() error {
	memory := s.guest.module.Memory()
	data, ok := memory.Read(0, memory.Size())
	if !ok {
		return errors.New("taking a checkpoint: the guest has 4 GiB of memory")
	}
	s.last.memory = append(s.last.memory[:0], data...)
	for i, name := range guestGlobals {
		global, err := s.guest.global(name)
		if err != nil {
			return fmt.Errorf("taking a checkpoint: %w", err)
		}
		s.last.globals[i] = global.Get()
	}
	s.last.files, s.last.clock, s.last.random = s.files.Clone(), s.clock, s.random
	return nil
}

// rollBack makes the session what it was at the last checkpoint. Memory cannot shrink: where it has grown, the guest
// is replaced by a new one.
func (s *Session) rollBack(ctx context.Context) error {
	if int(s.guest.module.Memory().Size()) > len(s.last.memory) {
		if err := s.replaceGuest(ctx); err != nil {
			return fmt.Errorf("going back to the last checkpoint: %w", err)
		}
	}
	if !s.guest.module.Memory().Write(0, s.last.memory) {
		return errors.New("going back to the last checkpoint: the guest has less memory than then")
	}
	for i, name := range guestGlobals {
		global, err := s.guest.global(name)
		if err != nil {
			return fmt.Errorf("going back to the last checkpoint: %w", err)
		}
		global.Set(s.last.globals[i])
	}
	err := s.files.Close()
	s.files, s.clock, s.random = s.last.files.Clone(), s.last.clock, s.last.random
	return err
}

// replaceGuest puts an instance with as much memory as the last checkpoint has in the place of the guest.
func (s *Session) replaceGuest(ctx context.Context) error {
	ctx = context.WithValue(ctx, runKey{}, &run{session: s})
	module, err := s.engine.runtime.InstantiateModule(ctx, s.engine.module, moduleConfig())
	if err != nil {
		return fmt.Errorf("instantiating the guest: %w", err)
	}
	old := s.guest.module
	s.guest = guest{module: module}
	missing := (len(s.last.memory) - int(module.Memory().Size())) / wasmPage
	if _, ok := module.Memory().Grow(uint32(max(missing, 0))); !ok {
		return errors.Join(fmt.Errorf("growing the guest's memory to %d bytes: the host has none left", len(s.last.memory)), old.Close(ctx))
	}
	return old.Close(ctx)
}

// global finds a mutable global.
func (g guest) global(name string) (api.MutableGlobal, error) {
	global, ok := g.module.ExportedGlobal(name).(api.MutableGlobal)
	if !ok {
		return nil, fmt.Errorf("looking for the global %s: the artifact does not export it as a mutable one", name)
	}
	return global, nil
}
