package sandbox

import "time"

// fixedStart is where the fixed clock begins, in nanoseconds since 1970: 2026-01-01T00:00:00Z.
const fixedStart = 1_767_225_600_000_000_000

// clockStep is how far the fixed clock goes on each time it is read, so that a program that waits for
// time to pass does not wait for ever.
const clockStep = time.Microsecond

// fixedClock is a clock that does not know the real time: it goes on when it is read, and when the
// program sleeps, which takes no time. It shows the same on every run and every host.
type fixedClock struct {
	elapsed time.Duration
}

func (c *fixedClock) sleep(d time.Duration) {
	if c.elapsed += d; c.elapsed < 0 { // beyond 292 years
		c.elapsed = 1<<63 - 1
	}
}

// monotonic is nanoseconds since the session began.
func (c *fixedClock) monotonic() int64 {
	c.sleep(clockStep)
	return int64(c.elapsed)
}

// wall is seconds and nanoseconds since 1970.
func (c *fixedClock) wall() (int64, int32) {
	c.sleep(clockStep)
	now := time.Unix(0, fixedStart).Add(c.elapsed)
	return now.Unix(), int32(now.Nanosecond())
}
