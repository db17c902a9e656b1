package sandbox

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// FuzzRecordedBody reads bodies of any kind in recordings that are otherwise right, and replays what is accepted: the host survives.
func FuzzRecordedBody(f *testing.F) {
	e := testEngine(f, false)
	for _, source := range []string{"1", "print(ask(1), ask([2], a=b'3'))", "1 / 0"} {
		var recorded bytes.Buffer
		_, err := e.Run(context.Background(), Program{Source: []byte(source)}, SessionConfig{
			Record: &recorded, FuelLimit: 100_000, HandleLimit: 3,
			Functions: []hostcall.Function{hostcall.RawFunc("ask", func(context.Context, hostcall.Call) (any, error) { return 5, nil })},
		})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(recorded.Bytes()[headerBytes:])
		f.Add(recorded.Bytes()[headerBytes : recorded.Len()-20])
	}
	f.Add([]byte("\xa0"))                                 // an empty map
	f.Add([]byte("\x9b\xff\xff\xff\xff\xff\xff\xff\xff")) // a list of 2^64 - 1
	f.Fuzz(func(t *testing.T, body []byte) {
		framed, err := e.frame(recordedMagic, recordedVersion, body)
		if err != nil {
			t.Fatal(err)
		}
		rec, err := e.ReadRecording(bytes.NewReader(framed))
		if err != nil {
			if !errors.Is(err, ErrInvalidRecording) || errors.Is(err, io.EOF) {
				t.Error(err)
			}
			return
		}
		if limit := rec.body.Config.Fuel; limit == 0 || limit > 1_000_000 {
			rec.body.Config.Fuel = 1_000_000
		}
		if _, _, err := rec.Replay(context.Background()); err != nil {
			t.Log(err) // it goes another way, or what is in the memory is no guest
		}
	})
}
