package sandbox

import (
	"encoding/binary"
	"math"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// environSizesGet(count *u32, bytes *u32)
func environSizesGet(c *wasiCall) wasifs.Errno {
	size := 0
	for _, entry := range c.session.config.Env {
		size += len(entry) + 1
	}
	if errno := c.put32(0, uint32(len(c.session.config.Env))); errno != wasifs.OK {
		return errno
	}
	return c.put32(1, uint32(size))
}

// environGet(pointers **u8, text *u8)
func environGet(c *wasiCall) wasifs.Errno {
	pointers, text := c.u32(0), c.u32(1)
	for _, entry := range c.session.config.Env {
		if !c.memory.WriteUint32(pointers, text) || !c.memory.Write(text, append([]byte(entry), 0)) {
			return wasifs.EFAULT
		}
		pointers += 4
		text += uint32(len(entry) + 1)
	}
	return wasifs.OK
}

// WASI's clocks.
const (
	clockRealtime  = 0
	clockMonotonic = 1
)

// clockTimeGet(clock u32, precision u64, time *u64)
func clockTimeGet(c *wasiCall) wasifs.Errno {
	read := map[uint32]func(*clock) int64{clockRealtime: (*clock).wall, clockMonotonic: (*clock).monotonic}[c.u32(0)]
	if read == nil {
		return wasifs.EINVAL
	}
	r := runOf(c.ctx)
	now, err := r.now(read)
	if err != nil {
		r.fail(err)
		return wasifs.EIO
	}
	return c.put64(2, uint64(now))
}

// randomGet(buffer *u8, size u32)
func randomGet(c *wasiCall) wasifs.Errno {
	buffer, errno := c.bytes(0, c.u32(1))
	if _, err := c.session.random.Read(buffer); err != nil {
		return wasifs.EIO
	}
	return errno
}

// Layouts of subscription and event, and the tags of both.
const (
	subscriptionBytes = 48
	eventBytes        = 32

	eventClock = 0
	eventRead  = 1
	eventWrite = 2

	clockAbsolute = 1 // flag of a clock's subscription
)

// pollOneoff(subscriptions *subscription, events *event, count u32, happened *u32)
//
// Files are always ready. Where only clocks are waited for, the time of the first passes.
func pollOneoff(c *wasiCall) wasifs.Errno {
	count := c.u32(2)
	if count == 0 || count > wasifs.MaxDescriptors {
		return wasifs.EINVAL
	}
	in, errno := c.bytes(0, count*subscriptionBytes)
	if errno != wasifs.OK {
		return errno
	}
	var events, clocks []byte
	first := uint64(math.MaxUint64)
	for ; len(in) > 0; in = in[subscriptionBytes:] {
		event := make([]byte, eventBytes)
		copy(event, in[:8]) // what the caller knows it by
		event[10] = in[8]
		switch in[8] {
		case eventRead, eventWrite:
			_, errno := c.session.files.Describe(binary.LittleEndian.Uint32(in[16:]))
			binary.LittleEndian.PutUint16(event[8:], uint16(errno))
			events = append(events, event...)
		case eventClock:
			if binary.LittleEndian.Uint16(in[40:])&clockAbsolute != 0 {
				return wasifs.ENOTSUP
			}
			if timeout := binary.LittleEndian.Uint64(in[24:]); timeout < first {
				first, clocks = timeout, event
			}
		default:
			return wasifs.EINVAL
		}
	}
	if events == nil {
		runOf(c.ctx).sleep(c.ctx, time.Duration(min(first, math.MaxInt64)))
		events = clocks
	}
	if !c.memory.Write(c.u32(1), events) {
		return wasifs.EFAULT
	}
	return c.put32(3, uint32(len(events)/eventBytes))
}
