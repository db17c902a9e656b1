package sandbox

import (
	"context"
	"errors"
	"sync"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
)

// idleGuests are guests that sessions left behind, for others to go on with: an instance costs five times what it takes to make memory and
// globals those of a new session. It is safe for concurrent use.
type idleGuests struct {
	mu   sync.Mutex
	most int
	over bool
	all  []guest
}

// wiped is the guest of a session that ends, without anything that programs left in its memory.
func (s *Session) wiped() (guest, bool) {
	if s.lost || s.guest.setMemory(&s.initial.memory) != nil {
		return guest{}, false
	}
	return s.guest, true
}

// keep takes a guest over, if there is room for it.
func (i *idleGuests) keep(g guest) bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.over || len(i.all) >= i.most {
		return false
	}
	i.all = append(i.all, g)
	return true
}

// take returns a guest that began as an image and may have as much memory, if there is one. The one used last is the one whose memory is nearest.
func (i *idleGuests) take(image *guestmem.Image, limit int64) (guest, bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	for at := len(i.all) - 1; at >= 0; at-- {
		if g := i.all[at]; g.limit == limit && g.memory.Image() == image {
			i.all = append(i.all[:at], i.all[at+1:]...)
			return g, true
		}
	}
	return guest{}, false
}

// count is how many there are.
func (i *idleGuests) count() int {
	i.mu.Lock()
	defer i.mu.Unlock()
	return len(i.all)
}

// close frees them. From then on none is kept. To close twice is no error.
func (i *idleGuests) close(ctx context.Context) error {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.over = true
	var errs []error
	for _, g := range i.all {
		errs = append(errs, g.machine.close(ctx))
	}
	i.all = nil
	return errors.Join(errs...)
}
