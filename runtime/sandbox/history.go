package sandbox

import (
	"context"
	"errors"
	"fmt"
)

// history is how a session can go back to before its last run, at no cost for the runs that need not: it remembers a state, and
// what came after it. To go back is to load the state and to repeat that, since a run is a function of what goes into
// it. A new state is saved when repeating would take long (see bounds below), so what a run costs follows from what it
// does and not from what the session holds. RATIONALE.md tells what else was thought of.
type history struct {
	base  *state // nil if what happened since cannot be repeated
	own   state  // that base is, unless it is one that others share
	since []event
	fuel  uint64 // of them all
	bytes int
}

// event is something that changed the guest, with what came into it.
type event struct {
	program Program
	inputs  []byte
	// continues is, instead of a program, the text that Session.Continues was asked about.
	continues *string

	tape     *tape // takes down what it gives; nil if nobody wants to know
	replayed bool  // from a recording: the journal is all that there is

	journal []entry // what came into the guest meanwhile
	told    int     // how many bytes that is
	room    []byte  // for the texts of entries, which are short and many
	fuel    uint64  // that it used, which must be the same again
}

// The most that is repeated: some ten milliseconds, mostly.
const (
	historyFuel  = 2_000_000
	historyBytes = 1 << 20
)

// perEvent is what an event takes beside its texts, about.
const perEvent = 256

func (e *event) size() int { return perEvent + len(e.program.Source) + len(e.inputs) + e.told }

// starts begins with a state that the session is in.
func (h *history) starts(base *state) {
	clear(h.since)
	h.base, h.since, h.fuel, h.bytes = base, h.since[:0], 0, 0
}

// add adds what happened. Nil, or what more came into than is remembered, cannot be repeated.
func (h *history) add(e *event) {
	if e == nil || e.told > historyBytes {
		h.starts(nil)
		return
	}
	h.since = append(h.since, *e)
	h.fuel += e.fuel
	h.bytes += e.size()
}

// repeatable tells whether runs of the session repeat: whatever it is told can be told again. A real clock and mounts of the
// host's files do not stand still.
func (c *SessionConfig) repeatable() bool {
	for _, m := range c.Mounts {
		if !m.Writable {
			return false
		}
	}
	return c.Clock == FixedClock
}

// keepWayBack sees that the session can go back to what it is now.
func (s *Session) keepWayBack() error {
	h := &s.past
	if h.base != nil && h.fuel < historyFuel && h.bytes < historyBytes {
		return nil
	}
	if err := s.save(&h.own); err != nil {
		return err
	}
	h.starts(&h.own)
	return nil
}

// goBack makes the session what it was before the last run, which history has not heard of. If it fails, the session is over.
func (s *Session) goBack(ctx context.Context) error {
	h := &s.past
	if err := s.load(h.base); err != nil {
		return err
	}
	for i := range h.since {
		if err := s.repeat(context.WithoutCancel(ctx), &h.since[i]); err != nil {
			err = fmt.Errorf("going back to before a run: %w", err)
			s.lose(err)
			return err
		}
	}
	return nil
}

// repeat does again what happened.
func (s *Session) repeat(ctx context.Context, e *event) error {
	if e.continues != nil {
		_, err := s.guest.continues(ctx, *e.continues)
		return err
	}
	again := &replay{journal: e.journal}
	r := &run{session: s, output: s.config.OutputLimitBytes, again: again}
	res, err := s.guest.run(context.WithValue(ctx, runKey{}, r), e.program, e.inputs)
	if err = errors.Join(err, r.hostErr); err != nil {
		return err
	}
	if fuel := r.fuel + uint64(res.fuelConsumed); fuel != e.fuel || again.at < len(e.journal) {
		return fmt.Errorf("a run of %d units of fuel took %d when it was repeated: a defect of the sandbox", e.fuel, fuel)
	}
	return nil
}
