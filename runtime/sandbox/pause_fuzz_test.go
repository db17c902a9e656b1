package sandbox

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// FuzzPausedBody reads bodies of any kind in stored runs that are otherwise right, and goes on with what is accepted. Whatever the
// journal holds then, limits hold and the host survives.
func FuzzPausedBody(f *testing.F) {
	e := testEngine(f, false)
	cfg := SessionConfig{FuelLimit: 1_000_000, Functions: []hostcall.Function{
		hostcall.RawFunc("ask", func(context.Context, hostcall.Call) (any, error) { return nil, hostcall.ErrPause }),
	}, Stdin: nil}
	for _, source := range []string{"ask(1)", "ask(1)\nask([2], a=b'3')", "while True: ask('again')"} {
		s, err := e.NewSession(context.Background(), cfg)
		if err != nil {
			f.Fatal(err)
		}
		o, err := s.Run(context.Background(), Program{Source: []byte(source)})
		if err != nil || o.Paused == nil {
			f.Fatal(err, o)
		}
		if o, err = o.Paused.Resume(context.Background(), 5, nil); err == nil && o.Paused != nil {
			stored, err := o.Paused.MarshalBinary()
			if err != nil {
				f.Fatal(err)
			}
			f.Add(stored[headerBytes:])
			f.Add(stored[headerBytes : len(stored)-20])
		}
		if err := s.Close(context.Background()); err != nil {
			f.Fatal(err)
		}
	}
	f.Add([]byte("\xa0"))                                 // an empty map
	f.Add([]byte("\xbf\xff"))                             // one of indefinite length
	f.Add([]byte("\x9b\xff\xff\xff\xff\xff\xff\xff\xff")) // a list of 2^64 - 1
	f.Fuzz(func(t *testing.T, body []byte) {
		header := make([]byte, headerBytes)
		copy(header, pausedMagic)
		header[atVersion] = pausedVersion
		if _, err := hex.Decode(header[atArtifact:], []byte(e.digest)); err != nil {
			t.Fatal(err)
		}
		binary.LittleEndian.PutUint64(header[atBodyLength:], uint64(len(body)))
		copy(header[atChecksum:], checksum(header, body))
		ctx := context.Background()
		p, err := e.RestorePaused(ctx, append(header, body...), cfg)
		if err != nil {
			return
		}
		defer p.session.Close(ctx)
		if _, err := p.MarshalBinary(); err != nil {
			t.Errorf("storing it again: %v", err)
		}
		if _, err := p.Resume(ctx, "an answer", nil); err != nil && !errors.Is(err, ErrInvalidPaused) && !errors.Is(err, errOnTheWay) {
			t.Log(err)
		}
		if o, err := p.session.Run(ctx, Program{Source: []byte("1")}); err != nil && !errors.Is(err, ErrSessionPaused) {
			t.Log(err, o) // what is in the memory may be no guest
		}
	})
}
