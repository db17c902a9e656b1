package sandbox

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// Runs that wait for several calls, of awaitable functions. A journal has their calls, with replies that give them numbers, and the waits, with
// replies that answer one of them: so it says which have not been answered.

// waiting is something that a paused run waits for.
type waiting struct {
	Pending
	number uint64
	begun  bool // a call of an awaitable function, of that number
}

// waitingFor tells what a run waits for.
func (e *event) waitingFor(functions *hostcall.Set, pending entry) ([]waiting, error) {
	w := waiting{Pending: Pending{Kind: PendingCall, ID: len(e.journal)}}
	for _, one := range e.journal {
		if one.kind == entryAnswer {
			w.ID--
		}
	}
	var err error
	switch {
	case pending.kind == entryRead:
		w.Kind = PendingInput
	case !hostcall.IsWait(pending.request):
		w.Call, err = functions.Decode(pending.request)
	default:
		return e.waitingForCalls(functions, pending.request)
	}
	return []waiting{w}, err
}

func (e *event) waitingForCalls(functions *hostcall.Set, request []byte) (all []waiting, err error) {
	wait, err := functions.DecodeWait(request)
	if err != nil {
		return nil, err
	}
	id := -1
	for _, one := range e.journal {
		if one.kind != entryAnswer {
			id++
		}
		number, ok := hostcall.BegunBy(one.data)
		if one.kind != entryCall || !ok || !slices.Contains(wait.Numbers, number) {
			continue
		}
		w := waiting{Pending: Pending{Kind: PendingCall, ID: id}, number: number, begun: true}
		if w.Call, err = functions.Decode(one.request); err != nil {
			return nil, err
		}
		all = append(all, w)
	}
	if len(all) != len(wait.Numbers) {
		return nil, errors.New("it waits for calls that it has not made")
	}
	return all, nil
}

// reply is the answer for the guest.
func (w *waiting) reply(functions *hostcall.Set, value any, answer error) ([]byte, error) {
	if w.begun {
		return functions.ReplyTo(w.number, w.Call.Function, value, answer)
	}
	if strings.HasSuffix(w.Call.Function, ".__next__") && answer == nil { // of an object: one more item
		value = hostcall.Tuple{value}
	}
	return functions.Reply(w.Call.Function, value, answer)
}

// settle has functions that are at work come to their end, since the run is to be paused. What they gave is for when it goes on.
func (r *run) settle(ctx context.Context) error {
	if r.begun == nil {
		return nil
	}
	answers, err := r.begun.Settle(ctx)
	for _, number := range slices.Sorted(maps.Keys(answers)) {
		r.record.take(entryAnswer, binary.LittleEndian.AppendUint64(nil, number), r.burnt(), answers[number])
	}
	return err
}

// begunIn are the calls that a journal leaves without an answer; nil for none.
func (s *Session) begunIn(journal []entry) *hostcall.Begun {
	var begun *hostcall.Begun
	for _, e := range journal {
		number, ok := hostcall.BegunBy(e.data)
		switch {
		case e.kind == entryCall && hostcall.IsWait(e.request) && begun != nil:
			if number, ok := hostcall.AnsweredBy(e.data); ok {
				begun.Answered(number)
			}
		case e.kind == entryCall && ok:
			if begun == nil {
				begun = s.functions.NewBegun()
			}
			begun.Later(number, nil)
		case e.kind == entryAnswer && begun != nil:
			begun.Later(binary.LittleEndian.Uint64(e.request), e.data)
		}
	}
	return begun
}

// checkAnswer sees whether there can be such an entry.
func checkAnswer(e *entry) error {
	if len(e.request) != 8 || len(e.data) < 2 {
		return fmt.Errorf("an answer of %d bytes for a call of %d", len(e.data), len(e.request))
	}
	return nil
}
