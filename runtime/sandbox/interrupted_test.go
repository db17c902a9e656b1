package sandbox

import (
	"context"
	"testing"
)

// endsBetween is a context whose deadline passes after it was first asked.
type endsBetween struct {
	context.Context
	asked bool
}

func (c *endsBetween) Err() error {
	if c.asked {
		return context.DeadlineExceeded
	}
	c.asked = true
	return nil
}

// A deadline that passes while the host looks is a deadline, not a cancellation.
func TestDeadlineWhileLooking(t *testing.T) {
	ctx := &endsBetween{Context: t.Context()}
	for i, want := range []stop{0, stopDeadline} {
		if got := new(run).interrupted(ctx); got != want {
			t.Errorf("look %d: got %d, want %d", i, got, want)
		}
	}
}
