package sandbox

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// A run is a function of what comes into the guest while it lasts. A journal is that, in order: with it the run can be had again,
// without a function being called, anything being read, or output being given out twice. Going back to before a run (history.go)
// and going on with a paused one (pause.go) are both done so.

// entryKind says what came into a guest.
type entryKind uint8

const (
	entryCall  entryKind = 0 // the reply of a host function
	entryRead  entryKind = 1 // a piece of stdin
	entryClock entryKind = 2 // nanoseconds, of a real clock, 8 bytes
	// entryAnswer is no answer to the guest: a call of an awaitable function was answered, and the guest did not know when the run was paused.
	entryAnswer entryKind = 3
)

func (k entryKind) String() string {
	switch k {
	case entryCall:
		return "a call of a host function"
	case entryRead:
		return "a read of stdin"
	case entryClock:
		return "a look at the clock"
	}
	return "nothing known"
}

// entry is something that came into a guest.
type entry struct {
	kind    entryKind
	request []byte // of a call
	fuel    uint64 // that the run had used
	data    []byte
}

// perEntry is what an entry takes beside its texts, about.
const perEntry = 128

func (e *entry) size() int { return perEntry + len(e.request) + len(e.data) }

// maxJournalBytes bounds what is remembered of a run while it lasts. One into which more came can neither be paused nor repeated.
const maxJournalBytes = 16 << 20

// take takes down what came into the guest.
func (e *event) take(kind entryKind, request []byte, fuel uint64, data []byte) {
	n := entry{kind: kind, request: request, fuel: fuel, data: data}
	if e.told += n.size(); e.told > maxJournalBytes {
		e.journal, e.room = nil, nil
		return
	}
	n.request, n.data = e.copied(request), e.copied(data)
	e.journal = append(e.journal, n)
}

// Rooms for texts of entries: the first of a run, and the largest, which longer texts have for themselves.
const (
	firstRoomBytes = 256
	mostRoomBytes  = 16 << 10
)

// copied is a copy of a text, beside others.
func (e *event) copied(text []byte) []byte {
	if len(text) == 0 || len(text) > mostRoomBytes/4 {
		return bytes.Clone(text)
	}
	if len(text) > cap(e.room)-len(e.room) {
		e.room = make([]byte, 0, min(max(2*cap(e.room), firstRoomBytes, len(text)), mostRoomBytes))
	}
	begin := len(e.room)
	e.room = append(e.room, text...)
	return e.room[begin:len(e.room):len(e.room)]
}

// replay is a run that is had again.
type replay struct {
	journal []entry
	at      int // which comes next
	// goesOn is what is left of its time for a run that goes on by itself after the last of them, since it was paused there.
	goesOn *rest
	// shown gives its output out.
	shown bool
}

// unfinished says what a run that is at its end did not ask for.
func (a *replay) unfinished() error {
	if a.at < len(a.journal) {
		return fmt.Errorf("%w: it ended after %d of %d answers", errDiverged, a.at, len(a.journal))
	}
	return nil
}

// errDiverged says that a run went another way than its journal.
var errDiverged = errors.New("the run goes another way than before")

// next gives what came into the guest before, and checks that it asks for that.
func (r *run) next(kind entryKind, request []byte) ([]byte, error) {
	a, fuel := r.again, r.burnt()
	for a.at < len(a.journal) && a.journal[a.at].kind == entryAnswer {
		a.at++
	}
	if a.at == len(a.journal) {
		return nil, fmt.Errorf("%w: it asks for more: %v at fuel %d", errDiverged, kind, fuel)
	}
	e := &a.journal[a.at]
	if e.kind != kind || e.fuel != fuel || !bytes.Equal(e.request, request) {
		return nil, fmt.Errorf("%w: number %d of its journal was %s at fuel %d, and now it is %s at fuel %d",
			errDiverged, a.at, r.describe(e.kind, e.request), e.fuel, r.describe(kind, request), fuel)
	}
	if a.at++; a.at == len(a.journal) && a.goesOn != nil {
		r.goesOn(a.goesOn)
	}
	return e.data, nil
}

// describe names what is asked for, a call with its arguments.
func (r *run) describe(kind entryKind, request []byte) string {
	if kind != entryCall {
		return kind.String()
	}
	if hostcall.IsWait(request) {
		return "a wait for calls"
	}
	call, err := r.session.functions.Decode(request)
	if err != nil {
		return fmt.Sprintf("a call that is none (%v)", err)
	}
	return fmt.Sprintf("a call of %s with %.200s", call.Function, fmt.Sprint(call.Args, call.Kwargs))
}

// now reads a clock of the session. What a real one showed is taken down, for it shows that once.
func (r *run) now(read func(*clock) int64) (int64, error) {
	c := &r.session.clock
	if !c.real() {
		return read(c), nil
	}
	if r.again != nil {
		data, err := r.next(entryClock, nil)
		if err == nil && len(data) != 8 {
			err = fmt.Errorf("%w: the journal has a time of %d bytes", errDiverged, len(data))
		}
		if err != nil {
			return 0, err
		}
		return int64(binary.LittleEndian.Uint64(data)), nil
	}
	t := read(c)
	if r.record != nil {
		r.record.take(entryClock, nil, r.burnt(), binary.LittleEndian.AppendUint64(nil, uint64(t)))
	}
	return t, nil
}

// burnt is how much fuel the run has used, exactly, while the guest waits for the host.
func (r *run) burnt() uint64 {
	units := int32(uint32(r.session.guest.fuel.Get())<<1) >> 1 // the sign is of another use: memory/fuel.c
	return r.fuel + uint64(r.slice-int64(units))
}
