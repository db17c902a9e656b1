package sandbox_test

import (
	"errors"
	"math"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// Numbers of a request that no session can have are refused, those among them that would wrap when they are multiplied.
func TestAnswerChecksNumbers(t *testing.T) {
	e := newEngine(t.Context())
	for _, options := range []protocol.SessionOptions{
		{TimeoutMS: math.MinInt64}, {TimeoutMS: -1}, {TimeoutMS: math.MaxInt64}, {TimeoutMS: 1 << 44 * 1000},
		{Memory: -1}, {Memory: math.MinInt64}, {Memory: math.MaxInt64},
		{MaxOutput: -1}, {MaxOutput: math.MinInt64},
		{FilesLimitBytes: new(int64(math.MinInt64))}, {FilesLimitBytes: new(int64(-1))}, {FilesLimitBytes: new(int64(1)), FilesLimit: math.MinInt}, {FilesLimitBytes: new(int64(0)), FilesLimit: 1},
	} {
		request := protocol.Request{Op: protocol.OpRun, Session: options, Programs: []protocol.ProgramText{{Source: []byte("1")}}}
		if response, err := e.Answer(t.Context(), request, nil); !errors.Is(err, sandbox.ErrInvalidConfig) {
			t.Errorf("%+v: got %+v, %v; want ErrInvalidConfig", options, response, err)
		}
	}
	largest := protocol.SessionOptions{TimeoutMS: math.MaxInt64 / 1_000_000, MaxOutput: math.MaxInt64, Fuel: math.MaxUint64}
	request := protocol.Request{Op: protocol.OpRun, Session: largest, Programs: []protocol.ProgramText{{Source: []byte("1")}}}
	if response, err := e.Answer(t.Context(), request, nil); err != nil || response.Outcomes[0].Outcome != protocol.Completed {
		t.Errorf("with the largest numbers: got %+v, %v", response, err)
	}
}
