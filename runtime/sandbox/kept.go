package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
)

// A run that is paused keeps its guest, in the midst of the call that it waits for, in a goroutine that waits there. To resume it is then to let the
// call return. An engine keeps so many of these; who comes beyond, and a session that is asked for something else meanwhile, goes back
// to before the run, and has it again when it is resumed (journal.go). The program, and who resumes it, see no difference.

// keptRuns are the paused runs of an engine that are kept, the oldest first.
type keptRuns struct {
	most   int
	wanted atomic.Bool // some run has been paused: runs have goroutines of their own from now on
	mu     sync.Mutex
	all    []*kept
}

// kept is such a run.
type kept struct {
	session *Session
	run     *run
	event   *event
	paused  chan struct{}   // it waits now
	answers chan []byte     // for what it waits for; closed if the run is given up
	over    chan struct{}   // the guest has come back
	ctx     *runningContext // of the run
	result  result
	err     error
	evicted atomic.Bool // too many are kept: whoever uses the session gives it up
}

// runningContext is the context of whoever runs a program, or goes on with it.
type runningContext struct {
	context.Context
	run *run
}

// Value finds the run.
func (c *runningContext) Value(key any) any {
	if key == (runKey{}) {
		return c.run
	}
	return c.Context.Value(key)
}

// keeps tells whether a run of the session would be kept if it paused. Handles are over then, and recordings begin with the session before it:
// those go back.
func (s *Session) keeps(e *event) bool {
	k := &s.engine.kept
	return k.most > 0 && k.wanted.Load() && s.config.HandleLimit == 0 && s.config.Record == nil && !e.replayed && (len(s.config.Functions) > 0 || !s.stdin.patient)
}

// call has the guest run a program. If the run is paused and kept, what it gives is not there yet.
func (r *run) call(ctx context.Context, e *event) (result, error) {
	s := r.session
	running := &runningContext{Context: ctx, run: r}
	if !s.keeps(e) {
		return s.guest.run(running, e.program, e.inputs)
	}
	k := &kept{session: s, run: r, event: e, paused: make(chan struct{}), answers: make(chan []byte), over: make(chan struct{}), ctx: running}
	r.kept = k
	go func() {
		defer close(k.over)
		k.err = errors.New("the guest ended its goroutine")
		k.result, k.err = s.guest.run(running, e.program, e.inputs)
	}()
	return k.wait()
}

// wait waits until the guest comes back, or the run is paused.
func (k *kept) wait() (result, error) {
	select {
	case <-k.paused:
		return result{}, nil
	case <-k.over:
		k.run.kept = nil
		return k.result, k.err
	}
}

// awaits waits, in the run's goroutine, for the answer; nil if the run is given up.
func (k *kept) awaits() []byte {
	k.paused <- struct{}{}
	return <-k.answers
}

// keep takes note of a run that was just paused, and gives the oldest up if there are too many.
func (e *Engine) keep(k *kept) {
	k.session.kept = k
	e.kept.mu.Lock()
	e.kept.all = append(e.kept.all, k)
	var oldest *kept
	if len(e.kept.all) > e.kept.most {
		oldest = e.kept.all[0]
		e.kept.all = slices.Delete(e.kept.all, 0, 1)
	}
	e.kept.mu.Unlock()
	if oldest == nil {
		return
	}
	s := oldest.session
	oldest.evicted.Store(true)
	if _, err := s.enter(context.Background()); err != nil {
		return // it goes on just now, or is over, or whoever has it gives it up
	}
	_ = s.leave() // which does; of a session that was closed meanwhile nobody waits for the error
}

// taken takes the run that the session keeps out of those of the engine.
func (s *Session) taken() *kept {
	k := s.kept
	s.kept = nil
	all := &s.engine.kept
	all.mu.Lock()
	defer all.mu.Unlock()
	if i := slices.Index(all.all, k); i >= 0 {
		all.all = slices.Delete(all.all, i, i+1)
	}
	return k
}

// giveUp ends the run that the session keeps, which is then behind.
func (s *Session) giveUp() {
	if s.kept == nil {
		return
	}
	k := s.taken()
	k.ctx.Context = context.Background()
	k.run.end(stopCancelled)
	close(k.answers)
	<-k.over
	s.behind = true
}

// catchUp makes the session what it was before a run that it kept.
func (s *Session) catchUp(ctx context.Context) error {
	s.giveUp()
	if !s.behind {
		return nil
	}
	s.behind = false
	return s.goBack(context.WithoutCancel(ctx))
}

// goOn goes on with the run that the session keeps.
func (s *Session) goOn(ctx context.Context, p *Paused, answer entry) (Outcome, error) {
	if err := ctx.Err(); err != nil {
		return Outcome{}, fmt.Errorf("%w: %w", errOnTheWay, err)
	}
	k := s.taken()
	r := k.run
	s.paused = nil
	r.pending, r.stop, r.hosted = nil, 0, 0
	if r.begun != nil {
		r.begun.Rest()
	}
	r.goesOn(&rest{ran: p.ran, elapsed: p.elapsed})
	k.ctx.Context = ctx
	k.answers <- answer.data
	res, err := k.wait()
	return s.settled(ctx, k.event, r, res, err)
}

// pausedOrAnswered ends the run for now, or waits for the answer and takes it down. It returns what the guest is told in place of an answer; 0 for nothing.
func (r *run) pausedOrAnswered() (answer []byte, s int32) {
	k := r.kept
	if k == nil {
		return nil, r.end(stopCancelled)
	}
	asked := *r.pending
	answer = k.awaits()
	if answer == nil {
		r.pending = &asked // what is written is not given out
		return nil, int32(stopCancelled)
	}
	r.record.take(asked.kind, asked.request, asked.fuel, answer)
	return bytes.Clone(answer), 0
}
