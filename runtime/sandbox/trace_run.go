package sandbox

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"
)

// A run that is followed is had again and again, each time to some moment, where it is given up. What happened before is not had again from the
// beginning, but from the nearest point that was kept.

// point is a moment at which the run can be taken up.
type point struct {
	asked
	state state
	at    progress
}

// progress is what the host knows of a run, beside the session's state.
type progress struct {
	fuel         uint64 // as run has it
	slice        int64
	burnt        uint64
	output       int64
	calls, bytes uint64
	answers      int // of the journal
	written      int // entries of what was written
}

const (
	firstSpacing = 50_000    // of fuel, between points
	maxPoints    = 256       // after which every other one goes, and new ones are farther apart
	maxPointData = 256 << 20 // bytes of memory that points hold together
)

// journey is one run to a moment.
type journey struct {
	trace  *Trace
	wishes wishes
	quiet  uint64 // the wishes are from this statement on
	start  uint64 // it is taken up at no later statement
	fuel   uint64 // ask at the first statement when so much is burnt; 0 for never
	// decide is asked at each statement that the guest asks about, and some more; true ends the journey.
	decide   func(a *asked, burnt uint64) bool
	pausable bool      // by Trace.Pause
	look     *question // at where it ends; nil for not at all

	asked    asked  // at the statement at hand
	from     *point // where it is taken up; nil for the beginning
	arrived  bool
	replay   *replay // is what comes into it
	progress progress
	stopped  *asked // where it ended; nil if the run ended
	burnt    uint64
	answer   lookAnswer
	err      error
}

// travel has the run had again. The journey says afterwards where it ended.
func (t *Trace) travel(ctx context.Context, j *journey) error {
	s := t.session
	if err := s.load(&t.base); err != nil {
		return err
	}
	j.trace = t
	j.from = t.nearest(j.start, j.fuel)
	j.arrived = j.from == nil
	first := j.wanted(0)
	if !j.arrived {
		first = wishes{until: 1, fuel: math.MinInt32}
	}
	first.write(s.guest.memory, t.address)
	r := &run{session: s, output: s.config.OutputLimitBytes, record: &t.event, follows: j, began: time.Now()}
	if s.awaits && t.begun == nil {
		t.begun = s.functions.NewBegun()
	}
	r.begun = t.begun
	j.replay = &replay{journal: t.event.journal, goesOn: &rest{}}
	if len(t.event.journal) > 0 {
		r.again = j.replay
	}
	ctx = context.WithValue(ctx, runKey{}, r)
	res, err := s.guest.run(ctx, t.event.program, t.event.inputs)
	switch {
	case r.hostErr != nil:
		return fmt.Errorf("following a run: %w", r.hostErr)
	case r.pending != nil:
		return errors.New("following a run: a host function that answers later cannot be followed: record what it answers first")
	case j.stopped != nil:
		return j.err
	case r.stop == stopCancelled || r.stop == stopDeadline:
		return fmt.Errorf("following a run: %w", context.Cause(ctx))
	}
	return t.ended(r, res, err)
}

// ended takes note of how the run ended, the first time.
func (t *Trace) ended(r *run, res result, err error) error {
	outcome, err := t.session.outcome(r, res, err)
	if err != nil {
		return fmt.Errorf("following a run: %w", err)
	}
	count, _ := t.session.guest.memory.ReadUint64(t.address + traceCount)
	if t.outcome == nil {
		t.outcome, t.last = &outcome, count
	}
	return nil
}

// nearest is the point from which to go to a statement, or to where so much fuel is burnt.
func (t *Trace) nearest(count, fuel uint64) *point {
	var found *point
	consider := func(p *point) {
		if p == nil || p.count > count || (fuel > 0 && p.at.burnt >= fuel) {
			return
		}
		if found == nil || p.count > found.count {
			found = p
		}
	}
	for _, p := range t.points {
		consider(p)
	}
	consider(t.here)
	return found
}

// statement is where a statement begins that the guest asks about.
func (j *journey) statement(ctx context.Context, r *run) int32 {
	t, memory := j.trace, j.trace.session.guest.memory
	answer := int32(0)
	if !j.arrived {
		if err := t.session.load(&j.from.state); err != nil {
			return r.fail(err)
		}
		j.arrived, answer = true, 1
		j.takeUp(r)
	}
	a := &j.asked
	if err := a.read(memory, t.address); err != nil {
		return r.fail(err)
	}
	burnt := r.burnt()
	if answer == 0 {
		if err := j.keep(r, a, burnt); err != nil {
			return r.fail(err)
		}
	}
	if !j.decide(a, burnt) && !(j.pausable && a.count > j.start && t.pausing.Load()) {
		j.fuelWish(r)
		w := j.wanted(a.count)
		w.write(memory, t.address)
		return answer
	}
	j.stopped, j.burnt = new(*a), burnt
	if j.err = j.arrive(ctx, r, a); j.err == nil && j.look != nil {
		j.answer, j.err = t.lookNow(ctx, j.look)
		if loadErr := t.restoreHere(a); loadErr != nil {
			return r.fail(loadErr)
		}
	}
	return r.end(stopCancelled)
}

// arrive keeps where the journey ends, if that can be.
func (j *journey) arrive(ctx context.Context, r *run, a *asked) error {
	t := j.trace
	t.here = nil
	if !a.alone {
		return nil
	}
	p, err := j.point(r, a)
	t.here = p
	return err
}

// restoreHere puts back what looking changed, so that the run can be ended in the usual way. Where that is not kept, it ends with a trap.
func (t *Trace) restoreHere(a *asked) error {
	if t.here == nil || t.here.count != a.count {
		return nil
	}
	return t.session.load(&t.here.state)
}

// takeUp makes the run that of the point it is taken up at.
func (j *journey) takeUp(r *run) {
	at := j.from.at
	r.fuel, r.slice, r.output, r.calls, r.bytes = at.fuel, at.slice, at.output, at.calls, at.bytes
	j.progress.written = at.written
	j.replay.at = at.answers
	r.again = nil
	if at.answers < len(j.replay.journal) {
		r.again = j.replay
	}
}

// point is the moment at hand.
func (j *journey) point(r *run, a *asked) (*point, error) {
	p := &point{asked: *a, at: progress{
		fuel: r.fuel, slice: r.slice, burnt: r.burnt(), output: r.output, calls: r.calls, bytes: r.bytes,
		answers: j.replay.at, written: j.progress.written,
	}}
	if r.again == nil {
		p.at.answers = len(j.trace.event.journal)
	}
	return p, j.trace.session.save(&p.state)
}

// keep keeps the moment as a point, if there is none near.
func (j *journey) keep(r *run, a *asked, burnt uint64) error {
	t := j.trace
	if !a.alone {
		return nil
	}
	i, _ := slices.BinarySearchFunc(t.points, a.count, func(p *point, count uint64) int { return cmp.Compare(p.count, count) })
	before := uint64(0)
	if i > 0 {
		before = t.points[i-1].at.burnt
	}
	if burnt < before+t.spacing || (i < len(t.points) && t.points[i].at.burnt < burnt+t.spacing) {
		return nil
	}
	p, err := j.point(r, a)
	if err != nil {
		return err
	}
	t.points = slices.Insert(t.points, i, p)
	t.pointData += len(p.state.memory.Data)
	if len(t.points) > maxPoints || (t.pointData > maxPointData && len(t.points) > 1) {
		t.thin()
	}
	return nil
}

// thin lets every other point go.
func (t *Trace) thin() {
	t.spacing *= 2
	kept := t.points[:0]
	t.pointData = 0
	for i, p := range t.points {
		if i%2 == 0 {
			kept = append(kept, p)
			t.pointData += len(p.state.memory.Data)
		}
	}
	clear(t.points[len(kept):])
	t.points = kept
}

// refuelled is told of a new slice: in which the wanted fuel may be burnt, and in which a point may be due.
func (j *journey) refuelled(r *run) {
	if !j.arrived {
		return
	}
	j.fuelWish(r)
	memory := j.trace.session.guest.memory
	count, _ := memory.ReadUint64(j.trace.address + traceCount)
	w := j.wanted(count)
	if due := j.pausable && j.trace.pausing.Load() || r.fuel >= j.trace.lastPoint(r.fuel)+j.trace.spacing; due {
		w.until = 0
	}
	w.write(memory, j.trace.address)
}

// wanted are the wishes after so many statements.
func (j *journey) wanted(count uint64) wishes {
	if count+1 < j.quiet {
		return wishes{until: j.quiet - 1, fuel: j.wishes.fuel}
	}
	return j.wishes
}

// lastPoint is how much fuel was burnt at the last point before.
func (t *Trace) lastPoint(fuel uint64) uint64 {
	last := uint64(0)
	for _, p := range t.points {
		if p.at.burnt <= fuel {
			last = max(last, p.at.burnt)
		}
	}
	return last
}

// fuelWish says when the wanted fuel is burnt, in the slice at hand.
func (j *journey) fuelWish(r *run) {
	j.wishes.fuel = math.MinInt32
	if left := int64(r.fuel) + r.slice - int64(j.fuel); j.fuel > 0 && left >= 0 {
		j.wishes.fuel = left
	}
}

// write keeps what the run writes, and gives it out the first time.
func (j *journey) write(stream int32, data []byte) error {
	t := j.trace
	if !j.arrived { // in front of the first statement nothing is written
		return nil
	}
	j.progress.written++
	if j.progress.written <= len(t.written) {
		return nil
	}
	t.written = append(t.written, piece{stream: stream, data: slices.Clone(data)})
	out := t.session.stdout
	if stream == 2 {
		out = t.session.stderr
	}
	_, err := out.Write(data)
	return err
}
