package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Compiled is a program whose top level has run, once: its functions, classes and imports are there. Each call, and each
// program that runs, finds exactly that, and nothing of what others left. It is safe for use by several goroutines, which
// have guests of their own.
//
// Files, the clock and random numbers go on from where the top level left them, too: two calls with the same arguments get the
// same random numbers, unless the arguments hold a seed.
type Compiled struct {
	engine *Engine
	config SessionConfig
	image  *guestmem.Image // what the top level left in memory
	begun  *state          // the rest, about that image

	mu   sync.Mutex
	idle []*Session
	over bool
}

// ErrCompiledClosed is wrapped by errors that say that a [Compiled] was closed before.
var ErrCompiledClosed = errors.New("compiled program is closed")

// Compile runs a program's top level and keeps what it left. The outcome is the top level's; unless it is
// protocol.Completed, there is nothing to call and the Compiled is nil.
//
// The configuration is that of all guests, and its limits are each call's. It must not have a Stdin, which they would
// share; Stdout and Stderr, if given, and functions are called from all of them. Where it mounts files of the host's, what is read of those is what
// they hold then.
func (e *Engine) Compile(ctx context.Context, program Program, cfg SessionConfig) (*Compiled, Outcome, error) {
	if cfg.Stdin != nil {
		return nil, Outcome{}, invalid("a compiled program with a Stdin: its guests would share it; give each call its input as an argument")
	}
	if cfg.Record != nil {
		return nil, Outcome{}, invalid("a compiled program that records: its calls begin where the top level ended, in several guests at once; record a session")
	}
	s, err := e.NewSession(ctx, cfg)
	if err != nil {
		return nil, Outcome{}, err
	}
	outcome, err := s.Run(ctx, program)
	if err != nil || outcome.Kind != protocol.Completed {
		return nil, outcome, errors.Join(err, s.Close(ctx))
	}
	c := &Compiled{engine: e, config: s.config, begun: new(state)}
	if err := s.save(c.begun); err != nil {
		return nil, outcome, errors.Join(err, s.Close(ctx))
	}
	content := bytes.Clone(s.guest.memory.Bytes())
	c.image, c.begun.memory = guestmem.NewImage(content), guestmem.Delta{Size: len(content)}
	return c, outcome, s.Close(ctx)
}

// Call calls a function, as [Session.Call] does.
func (c *Compiled) Call(ctx context.Context, function string, args []any, kwargs map[string]any) (outcome Outcome, err error) {
	err = c.lend(ctx, func(ctx context.Context, s *Session) (err error) {
		program, arguments, err := s.encodeCall(function, args, kwargs)
		if err != nil {
			return err
		}
		outcome, err = s.runWith(ctx, &event{program: program, inputs: arguments}, nil)
		s.paused = outcome.Paused
		return err
	})
	return outcome, err
}

// Run runs a program where the top level ended, as [Session.Run] does. Its inputs are variables that it finds.
func (c *Compiled) Run(ctx context.Context, program Program) (outcome Outcome, err error) {
	err = c.lend(ctx, func(ctx context.Context, s *Session) (err error) {
		inputs, err := program.check(s.functions)
		if err != nil {
			return err
		}
		outcome, err = s.runWith(ctx, &event{program: program, inputs: inputs}, nil)
		s.paused = outcome.Paused
		return err
	})
	return outcome, err
}

// lend lets something run in a guest that is as the top level left it, and has it be so again.
func (c *Compiled) lend(ctx context.Context, use func(context.Context, *Session) error) error {
	s, err := c.take(ctx)
	if err != nil {
		return fmt.Errorf("taking a guest of a compiled program: %w", err)
	}
	err = s.use(ctx, "using a compiled program", func(ctx context.Context) error {
		err := use(ctx, s)
		if s.kept != nil {
			return err // it goes on there
		}
		return errors.Join(err, s.load(c.begun), s.forget(false, c.begun))
	})
	if s.paused != nil {
		s.paused.owned = true // and the session goes when it is over
		return err
	}
	return errors.Join(err, c.takeBack(ctx, s))
}

func (c *Compiled) take(ctx context.Context) (*Session, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.over {
		return nil, ErrCompiledClosed
	}
	if n := len(c.idle) - 1; n >= 0 { // the one used last, whose memory is nearest
		s := c.idle[n]
		c.idle = c.idle[:n]
		return s, nil
	}
	return c.guest(ctx)
}

// guest begins another session.
func (c *Compiled) guest(ctx context.Context) (*Session, error) {
	release, err := c.engine.live.hold()
	if err != nil {
		return nil, err
	}
	defer release()
	s, err := c.engine.newSession(c.config)
	if err != nil {
		return nil, err
	}
	return s, s.begin(ctx, c.image, c.begun)
}

// takeBack keeps a session for the next call, up to as many as processors can use.
func (c *Compiled) takeBack(ctx context.Context, s *Session) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.over || s.lost || len(c.idle) >= runtime.GOMAXPROCS(0) {
		return s.Close(ctx)
	}
	c.idle = append(c.idle, s)
	return nil
}

// Close frees what is idle. Calls that are under way come to their end. To close twice is no error.
func (c *Compiled) Close(ctx context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.over {
		return nil
	}
	c.over = true
	errs := []error{c.image.Close()}
	for _, s := range c.idle {
		errs = append(errs, s.Close(ctx))
	}
	c.idle = nil
	return errors.Join(errs...)
}
