package sandbox

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
)

// ErrInvalidSnapshot is wrapped by errors that say that a snapshot cannot be used: it is damaged, or of another
// artifact, or does not fit the session.
var ErrInvalidSnapshot = errors.New("invalid snapshot")

func invalidSnapshot(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrInvalidSnapshot, fmt.Errorf(format, args...))
}

// Snapshot is all that a session consists of at a moment: the guest's memory, its files in memory, what it has open, its
// clock and random numbers. What mounts hold is not part of it, nor are the host's functions, streams and limits.
//
// It does not change, any number of sessions can begin with it, and it may be used by several goroutines.
type Snapshot struct {
	artifact    string          // digest
	image       *guestmem.Image // that state.memory is about
	state       state
	memoryLimit int64
	functions   []string
}

// Snapshot takes a snapshot.
func (s *Session) Snapshot() (snapshot *Snapshot, err error) {
	err = s.use(context.Background(), "taking a snapshot", func(context.Context) error {
		snapshot, err = s.snapshot()
		return err
	})
	return snapshot, err
}

func (s *Session) snapshot() (*Snapshot, error) {
	snapshot := &Snapshot{
		artifact: s.engine.digest, image: s.guest.memory.Image(), memoryLimit: s.config.MemoryLimitBytes, functions: s.functions.Names(),
	}
	return snapshot, s.save(&snapshot.state)
}

// Restore makes the session what the snapshot holds. The session must have the snapshot's memory limit, mounts at the
// same paths, room for its files, and functions of the same names; else it stays as it is, and the error is an
// [ErrInvalidSnapshot]. Reset still goes back to how the session began.
func (s *Session) Restore(snapshot *Snapshot) error {
	return s.use(context.Background(), "restoring a snapshot", func(context.Context) error {
		restored, err := s.stateOf(snapshot)
		if err != nil {
			return err
		}
		if err := s.load(restored); err != nil {
			return err
		}
		s.past.starts(restored)
		s.paused = nil
		return s.forget(true, restored)
	})
}

// RestoreSession begins a session with what the snapshot holds; Reset goes back to that. The configuration must fit, as
// for [Session.Restore]; its memory limit may be left 0, and its arguments and path do not matter.
func (e *Engine) RestoreSession(ctx context.Context, snapshot *Snapshot, cfg SessionConfig) (*Session, error) {
	if snapshot == nil {
		return nil, errNoSnapshot
	}
	if cfg.MemoryLimitBytes == 0 {
		cfg.MemoryLimitBytes = snapshot.memoryLimit
	}
	cfg, err := cfg.normalize()
	if err != nil {
		return nil, err
	}
	release, err := e.live.hold()
	if err != nil {
		return nil, fmt.Errorf("beginning a session with a snapshot: %w", err)
	}
	defer release()
	s, err := e.newSession(cfg)
	if err != nil {
		return nil, err
	}
	if _, err := e.startImage(ctx); err != nil {
		return nil, err
	}
	restored, err := s.stateOf(snapshot)
	if err != nil {
		return nil, err
	}
	if err := s.begin(ctx, e.starts.image, restored); err != nil {
		return nil, err
	}
	s.stale = s.config.HandleLimit > 0
	return s, s.forget(s.stale, restored)
}

// Fork begins a session that has the configuration of this one, its streams and functions included, and begins with what
// it is now. From then on they have nothing in common.
func (s *Session) Fork(ctx context.Context) (*Session, error) {
	snapshot, err := s.Snapshot()
	if err != nil {
		return nil, err
	}
	return s.engine.RestoreSession(ctx, snapshot, s.config)
}

var errNoSnapshot = invalidSnapshot("there is none: it is nil")

// stateOf returns a snapshot's state, if the session can be in it.
func (s *Session) stateOf(snapshot *Snapshot) (*state, error) {
	if snapshot == nil {
		return nil, errNoSnapshot
	}
	if snapshot.artifact != s.engine.digest {
		return nil, invalidSnapshot("it is of the artifact %.12s, expected %.12s, which this engine runs", snapshot.artifact, s.engine.digest)
	}
	if snapshot.memoryLimit != s.config.MemoryLimitBytes {
		return nil, invalidSnapshot("its memory limit is %d bytes, the session's is %d", snapshot.memoryLimit, s.config.MemoryLimitBytes)
	}
	if names := s.functions.Names(); !slices.Equal(names, snapshot.functions) {
		return nil, invalidSnapshot("it knows the functions %q, the session offers %q", snapshot.functions, names)
	}
	if _, err := snapshot.state.files.With(s.granted); err != nil {
		return nil, invalidSnapshot("%w", err)
	}
	restored := snapshot.state
	if image := s.engine.starts.image; image != snapshot.image {
		restored.memory = restored.memory.On(snapshot.image, image)
	}
	return &restored, nil
}
