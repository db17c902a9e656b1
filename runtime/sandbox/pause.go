package sandbox

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Paused is a run that waits for an answer which comes later: a host function, or the session's Stdin, returned
// [hostcall.ErrPause]. Resume goes on with it, once, now or in a year, in this process or another, or in another kind of host
// (see MarshalBinary).
//
// Its session is as it was before the run, and runs nothing else until the run has been resumed or dropped; Reset and Restore drop
// it too. What the run wrote was given out, and what functions did is done: neither is repeated.
type Paused struct {
	session *Session
	event   event // the run so far
	pending entry // what it waits for
	waits   []waiting
	ran     time.Duration // for how long
	elapsed time.Duration // on the session's clock
	owned   bool          // the session is there for this run alone
}

// PendingKind says what a paused run waits for.
type PendingKind string

const (
	// PendingCall is a call of a host function.
	PendingCall PendingKind = "call"
	// PendingInput is a read of stdin.
	PendingInput PendingKind = "input"
)

// Pending is what a paused run waits for.
type Pending struct {
	// Kind says whether that is a call or input.
	Kind PendingKind
	// ID tells it from all others of the same run: 0, 1, 2, ...
	ID int
	// Call is the call, for PendingCall.
	Call hostcall.Call
}

// ErrSessionPaused is wrapped by errors that say that a session waits with a paused run, and runs nothing else before that was
// resumed or dropped.
var ErrSessionPaused = errors.New("session waits with a paused run")

// ErrInvalidPaused is wrapped by errors that say that a paused run cannot be gone on with: it was before, or it is damaged, or of
// another artifact, or it goes another way when it is had again: then what it is given is not what it was given before, such as
// files of the host's in a mount.
var ErrInvalidPaused = errors.New("invalid paused run")

// Pending returns what the run waits for; the first, if it is several calls.
func (p *Paused) Pending() Pending { return p.waits[0].Pending }

// PendingCalls returns all that the run waits for: several calls, where the program awaits several awaitable functions
// ([hostcall.Function.Awaitable]) that answer later, as with asyncio.gather; else what Pending does. Any of them can be answered first, by ResumeCall.
func (p *Paused) PendingCalls() []Pending {
	var all []Pending
	for _, w := range p.waits {
		all = append(all, w.Pending)
	}
	return all
}

// Session returns the session that the run is one of.
func (p *Paused) Session() *Session { return p.session }

// Resume goes on with the run. A host function's answer is a value, or an error, as the function could have returned them; the
// error may be an ErrPause, which changes nothing. Input is a string or []byte, not nil, with nil as the end of the stream.
//
// The outcome is that of the whole run, but that Stdout and Stderr have only what was written since; it may be paused again. The session's
// Timeout counts for the time in which the program runs: that is neither the time between, nor what getting there again takes.
//
// An error that is no [ErrInvalidPaused] leaves the run paused if it had not gone on yet: if ctx came to its end, say.
func (p *Paused) Resume(ctx context.Context, value any, answer error) (Outcome, error) {
	return p.ResumeCall(ctx, p.waits[0].ID, value, answer)
}

// ResumeCall is Resume with the answer to the one of PendingCalls that has the ID. If the program waits for the others still when it has
// gone on, the outcome is paused again, with those.
func (p *Paused) ResumeCall(ctx context.Context, id int, value any, answer error) (outcome Outcome, err error) {
	i := slices.IndexFunc(p.waits, func(w waiting) bool { return w.ID == id })
	if i < 0 {
		return Outcome{}, fmt.Errorf("resuming a paused run: %w: it does not wait for a call %d", ErrInvalidInput, id)
	}
	s, over := p.session, false
	err = s.usePaused(ctx, "resuming a paused run", func(ctx context.Context) (err error) {
		if s.paused != p {
			return fmt.Errorf("%w: it was resumed or dropped before", ErrInvalidPaused)
		}
		e, left, err := p.answered(&p.waits[i], value, answer)
		if err != nil {
			return err
		}
		unread := s.stdin.left
		s.stdin.left = slices.Concat(left, unread)
		outcome, err = s.resume(ctx, p, e)
		if errors.Is(err, errOnTheWay) {
			s.stdin.left = unread
			if !errors.Is(err, ErrInvalidPaused) {
				s.paused = p // still
			}
		}
		over = s.paused == nil
		return err
	})
	if p.owned && over {
		err = errors.Join(err, s.Close(ctx))
	}
	return outcome, err
}

// resume goes on with a run that was answered: where it waits, or by having it again.
func (s *Session) resume(ctx context.Context, p *Paused, e *event) (Outcome, error) {
	if s.kept != nil {
		return s.goOn(ctx, p, e.journal[len(e.journal)-1])
	}
	if err := s.catchUp(ctx); err != nil {
		return Outcome{}, err
	}
	s.paused = nil
	return s.recorded(ctx, e, &rest{ran: p.ran, elapsed: p.elapsed})
}

// answered is what happened so far, with the answer, and what is left of input.
func (p *Paused) answered(w *waiting, value any, answer error) (*event, []byte, error) {
	got, left := p.pending, []byte(nil)
	switch {
	case errors.Is(answer, hostcall.ErrPause):
		return nil, nil, fmt.Errorf("there is no answer yet: %w", answer)
	case got.kind == entryCall:
		reply, err := w.reply(p.session.functions, value, answer)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %w", ErrInvalidInput, err)
		}
		got.data = reply
	default:
		data, err := inputOf(value, answer)
		if err != nil {
			return nil, nil, err
		}
		n := min(uint64(len(data)), uint64(binary.LittleEndian.Uint32(got.request)))
		got.data, left = data[:n], data[n:]
	}
	e := p.event
	e.told += got.size()
	e.journal = append(slices.Clip(e.journal), got)
	return &e, left, nil
}

func inputOf(value any, answer error) ([]byte, error) {
	if answer != nil {
		return nil, fmt.Errorf("%w: what waits for input cannot be answered with an error: %w", ErrInvalidInput, answer)
	}
	switch value := value.(type) {
	case nil:
		return nil, nil
	case string:
		return []byte(value), nil
	case []byte:
		return bytes.Clone(value), nil
	}
	return nil, fmt.Errorf("%w: input of type %T, expected a string or []byte", ErrInvalidInput, value)
}

// Drop gives the run up. The session is as it was before the run, and can be used again, unless it was there for this run alone
// ([Engine.Run], [Pool.Run], [Compiled]): then it is closed.
func (p *Paused) Drop(ctx context.Context) error {
	s, over := p.session, false
	err := s.use(ctx, "dropping a paused run", func(context.Context) error {
		if over = s.paused == p; over {
			s.paused = nil
		}
		return nil
	})
	if p.owned && over {
		err = errors.Join(err, s.Close(ctx))
	}
	return err
}

// --- While it runs ---

// rest is what a run has behind it that goes on.
type rest struct {
	ran     time.Duration
	elapsed time.Duration // on the session's clock, when it was paused
}

// replayPatience is how many times the session's Timeout it may take to come to where a run was paused.
const replayPatience = 10

// begin sets the time of a run, or of the way to where one goes on.
func (r *run) begin() {
	r.began = time.Now()
	timeout := r.session.config.Timeout
	if timeout <= 0 {
		return
	}
	if r.again != nil {
		if timeout > math.MaxInt64/replayPatience {
			return
		}
		timeout *= replayPatience
	}
	r.deadline = r.began.Add(timeout)
}

// goesOn ends the repetition: from here on the run is a run like others.
func (r *run) goesOn(with *rest) {
	if r.follows == nil && r.again != nil {
		r.begun = r.session.begunIn(r.again.journal)
	}
	r.again, r.before = nil, with.ran
	r.begin()
	if !r.deadline.IsZero() {
		r.deadline = r.deadline.Add(-with.ran)
	}
	if c := &r.session.clock; c.real() && c.lasted() < with.elapsed { // it does not go back
		c.set(with.elapsed, c.start)
	}
}

// lasted is for how long the run has run.
func (r *run) lasted() time.Duration { return r.before + time.Since(r.began) - r.hosted }

// late tells whether a run that is repeated has used too much fuel without asking for what it asked for before.
func (a *replay) late(fuel uint64) bool {
	return a.goesOn != nil && a.at < len(a.journal) && fuel > a.journal[a.at].fuel
}

// pause ends the run for now.
func (r *run) pause(ctx context.Context, kind entryKind, request []byte) (answer []byte, s int32) {
	if r.record == nil {
		return nil, r.fail(fmt.Errorf("%w: nothing waits here", hostcall.ErrPause))
	}
	if err := r.settle(ctx); err != nil {
		if s := r.interrupted(ctx); s != 0 {
			return nil, r.end(s)
		}
		return nil, r.fail(err)
	}
	if r.record.told > maxJournalBytes {
		return nil, r.fail(fmt.Errorf("%w: of a run that was told more than %d bytes nothing is kept to go on with", hostcall.ErrPause, maxJournalBytes))
	}
	r.session.engine.kept.wanted.Store(true)
	r.pending = &entry{kind: kind, request: bytes.Clone(request), fuel: r.burnt()}
	r.ran = r.lasted()
	return r.pausedOrAnswered()
}

// paused is the run that waits, for an outcome.
func (r *run) paused() (*Paused, error) {
	p := &Paused{session: r.session, event: *r.record, pending: *r.pending, ran: r.ran, elapsed: r.session.clock.lasted()}
	p.event.program.Source, p.event.program.Inputs = bytes.Clone(p.event.program.Source), nil
	var err error
	p.waits, err = p.event.waitingFor(r.session.functions, p.pending)
	return p, err
}

// pausedOutcome makes an outcome that of a run that waits.
func (o *Outcome) pausedOutcome(r *run) (err error) {
	o.Kind, o.RolledBack, o.Used.Fuel = protocol.Paused, false, r.pending.fuel
	o.Paused, err = r.paused()
	return err
}

// errOnTheWay is wrapped by errors that say that a run did not come to where it was paused.
var errOnTheWay = errors.New("getting to where the run was paused")

// notResumed says why.
func (s *Session) notResumed(r *run, ended Outcome, err error) (Outcome, error) {
	switch {
	case err != nil && !errors.Is(err, errDiverged):
		return Outcome{}, fmt.Errorf("%w: %w", errOnTheWay, err)
	case err != nil:
	case r.stop != 0:
		return Outcome{}, fmt.Errorf("%w: it was ended: %s %s", errOnTheWay, ended.Kind, ended.Limit)
	default:
		err = fmt.Errorf("%w: it ended after %d of %d answers: %s", errDiverged, r.again.at, len(r.again.journal), ended.Kind)
	}
	return Outcome{}, fmt.Errorf("%w: %w: %w", ErrInvalidPaused, errOnTheWay, err)
}
