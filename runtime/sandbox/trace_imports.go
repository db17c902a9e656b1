package sandbox

import (
	"context"
	"encoding/binary"
	"errors"
	"math"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
)

// The layout of mpwasm_trace_t (micropython-port/wasi/host/mpwasm_abi.h): where its fields are.
const (
	traceOn      = 0
	traceFuel    = 4
	traceCount   = 8
	traceUntil   = 16
	traceLines   = 24
	traceFrames  = 56
	traceLine    = 88
	traceDepth   = 92
	traceAlone   = 96
	traceFile    = 100
	traceName    = 104
	traceFileLen = 108
	traceNameLen = 112
	traceFrame   = 116
	traceChain   = 120
	traceCallers = 152
	traceBytes   = traceCallers + 4*callersKnown

	callersKnown = 64 // of how many frames it says what is around them
)

// filter is a set of numbers modulo 256: of lines, or of frames.
type filter [32]byte

func (f *filter) add(n int) { f[n/8%32] |= 1 << (n % 8) }

// asked is what the guest says of a statement that begins.
type asked struct {
	count      uint64
	line       int
	file, name string
	depth      uint32
	alone      bool // the run can go on from here
	frame      int
	chain      filter // of the frames around it
	callers    [callersKnown]uint32
}

// within tells whether the frames around the one at a depth are those that they were at another moment.
func (a *asked) within(other *asked, depth uint32) bool {
	if other.depth-depth >= callersKnown {
		return true
	}
	return a.callers[depth%callersKnown] == other.callers[depth%callersKnown]
}

var errOutside = errors.New("the guest says of a statement what is not in its memory")

// read reads what the guest says. Strings are made where they are others than before.
func (a *asked) read(memory *guestmem.Memory, address uint32) error {
	data, ok := memory.Read(address, traceBytes)
	if !ok {
		return errOutside
	}
	field := func(at int) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	file, ok1 := memory.Read(field(traceFile), field(traceFileLen))
	name, ok2 := memory.Read(field(traceName), field(traceNameLen))
	if !ok1 || !ok2 {
		return errOutside
	}
	a.count, a.line, a.depth = binary.LittleEndian.Uint64(data[traceCount:]), int(field(traceLine)), field(traceDepth)
	a.alone, a.frame, a.chain = field(traceAlone) != 0, int(field(traceFrame)), filter(data[traceChain:traceCallers])
	if a.file != string(file) {
		a.file = string(file)
	}
	if a.name != string(name) {
		a.name = string(name)
	}
	for i := range a.callers {
		a.callers[i] = field(traceCallers + 4*i)
	}
	return nil
}

// wishes are where the guest is to ask.
type wishes struct {
	until  uint64 // at this statement, and all after it
	fuel   int64  // once no more of the slice than this is left
	lines  filter
	frames filter
}

// nowhere are no wishes.
var nowhere = wishes{until: math.MaxUint64, fuel: math.MinInt32}

// write tells the guest, but for what it counts itself.
func (w *wishes) write(memory *guestmem.Memory, address uint32) {
	var data [traceLine]byte
	binary.LittleEndian.PutUint32(data[traceOn:], 1)
	binary.LittleEndian.PutUint32(data[traceFuel:], uint32(int32(w.fuel)))
	count, _ := memory.ReadUint64(address + traceCount)
	binary.LittleEndian.PutUint64(data[traceCount:], count)
	binary.LittleEndian.PutUint64(data[traceUntil:], w.until)
	copy(data[traceLines:], w.lines[:])
	copy(data[traceFrames:], w.frames[:])
	memory.Write(address, data[:])
}

// line is asked by the guest of a run that is followed, when a statement begins.
func line(ctx context.Context) int32 {
	r := runOf(ctx)
	if r.follows == nil {
		return r.fail(errors.New("the guest of a run that nobody follows asks"))
	}
	if s := r.interrupted(ctx); s != 0 {
		return r.end(s)
	}
	return r.follows.statement(ctx, r)
}
