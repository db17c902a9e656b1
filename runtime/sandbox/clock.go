package sandbox

import (
	"context"
	"time"
)

// DefaultClockStart is where a fixed clock begins if nothing else is asked for.
var DefaultClockStart = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// clockStep is how far the fixed clock goes on each time it is read, so that a program that waits for
// time to pass does not wait for ever.
const clockStep = time.Microsecond

// clock is what a session takes for time.
//
// A fixed one does not know the real time: it goes on when it is read, and when the program sleeps, which takes no
// time. It shows the same on every run and every host.
type clock struct {
	// elapsed is how long the session has lasted: by a fixed clock, or up to began by a real one.
	elapsed time.Duration
	start   time.Time // of a fixed clock
	began   time.Time // of a real clock; zero makes it fixed
}

func newClock(cfg SessionConfig) clock {
	if cfg.Clock == RealClock {
		return clock{began: time.Now()}
	}
	return clock{start: cfg.ClockStart}
}

func (c *clock) real() bool { return !c.began.IsZero() }

// lasted is how long the session has lasted.
func (c *clock) lasted() time.Duration {
	if c.real() {
		return c.elapsed + time.Since(c.began)
	}
	return c.elapsed
}

// set makes the clock one of a session that has lasted so long. Where a fixed one began is set too.
func (c *clock) set(lasted time.Duration, start time.Time) {
	c.elapsed = lasted
	switch {
	case c.real():
		c.began = time.Now()
	case !start.IsZero(): // that of a session with a fixed clock
		c.start = start
	}
}

// sleep lets time pass, on a real clock until the context is done or the deadline, unless zero, has come.
func (c *clock) sleep(ctx context.Context, d time.Duration, deadline time.Time) {
	if !c.real() {
		c.pass(d)
		return
	}
	if !deadline.IsZero() {
		d = min(d, time.Until(deadline))
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// pass moves a fixed clock on.
func (c *clock) pass(d time.Duration) {
	if c.elapsed += d; c.elapsed < 0 { // beyond 292 years
		c.elapsed = 1<<63 - 1
	}
}

// monotonic is nanoseconds since the session began.
func (c *clock) monotonic() int64 {
	if !c.real() {
		c.pass(clockStep)
	}
	return int64(c.lasted())
}

// wall is nanoseconds since 1970.
func (c *clock) wall() int64 {
	if c.real() {
		return time.Now().UnixNano()
	}
	c.pass(clockStep)
	return c.start.Add(c.elapsed).UnixNano()
}
