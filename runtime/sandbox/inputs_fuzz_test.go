package sandbox

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// hasDict tells whether a value holds a dict. What Python takes for equal keys, Go does not.
func hasDict(value any) bool {
	switch value := value.(type) {
	case hostcall.Dict:
		return true
	case []any:
		return slices.ContainsFunc(value, hasDict)
	case hostcall.Tuple:
		return slices.ContainsFunc(value, hasDict)
	}
	return false
}

// Whatever a host passes in, the guest takes it for what Go takes it for, or raises an exception. It never traps, and goes
// on as if nothing had been.
func FuzzGuestDecodes(f *testing.F) {
	for _, seed := range []string{
		"\xf6", "\xf5", "\x17", "\x20", "\x1a\x3f\xff\xff\xff", "\x1a\x40\x00\x00\x00", "\x3a\x40\x00\x00\x00", "\x1b\x7f\xff\xff\xff\xff\xff\xff\xff",
		"\x3b\xff\xff\xff\xff\xff\xff\xff\xff", "\xc2\x49\x01\x00\x00\x00\x00\x00\x00\x00\x00", "\xc3\x49\x01\x00\x00\x00\x00\x00\x00\x00\x00",
		"\xc3\x42\x00\x05", "\xc2\x40", "\xfb\x3f\xf8\x00\x00\x00\x00\x00\x00", "\xfb\xff\xf8\x00\x00\x00\x00\x00\x01", "\x62\xc3\xa9", "\x63\xed\xa0\x80", "\x61\xff",
		"\x42\x00\xff", "\x82\x01\xf6", "\xd9\x0f\xa0\x81\x01", "\xd9\x0f\xa1\x63<x>", "\xa2\x01\x02\x61a\x80", "\xa1\x80\x01", "\xa1\xd9\x0f\xa0\x81\x80\x01",
		"\x9b\xff\xff\xff\xff\xff\xff\xff\xff", "\xbb\x7f\xff\xff\xff\xff\xff\xff\xff", "\x5b\xff\xff\xff\xff\xff\xff\xff\xff", "\x9f\x01\xff", "\xf7", "\xf9\x3c\x00", "\x1c",
		"\x81\x81\x81\x81\x81\x81\x81\x81\x01", "\x01\x02", "", "\x9a\x00\x00\x00\x02\x01",
	} {
		f.Add([]byte(seed))
	}
	ctx := context.Background()
	e, err := NewEngine(ctx, EngineConfig{Artifact: testartifact.Bytes(f), CompileCacheDir: testartifact.CompileCache(f)})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { e.Close(ctx) })
	s, err := e.NewSession(ctx, SessionConfig{MemoryLimitBytes: MinMemoryLimitBytes, FuelLimit: 10_000_000})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		inputs := append([]byte("\xa1\x61x"), data...) // {"x": data}
		o, err := s.runWith(ctx, &event{program: Program{Name: "<fuzz>", Source: []byte("x")}, inputs: inputs}, nil)
		if err != nil || o.Kind == protocol.Trapped {
			t.Fatalf("got %s, %v (%v)", o.Kind, err, o.Trap)
		}
		switch {
		case o.Kind == protocol.Completed:
			want, err := hostcall.Decode(data)
			if err != nil {
				t.Fatalf("the guest has %#v, Go does not take it: %v", o.Value, err)
			}
			if !hasDict(want) && !sameEncoding(o.Value, want) {
				t.Errorf("the guest has %#v, Go %#v", o.Value, want)
			}
		case o.Kind != protocol.Raised || !slices.Contains([]string{"ValueError", "TypeError", "MemoryError"}, o.Error.Type):
			t.Errorf("got %s %+v, want an exception about the value", o.Kind, o.Error)
		}
		if err := s.Reset(); err != nil {
			t.Fatal(err)
		}
	})
}

// sameEncoding compares values, NaNs being equal.
func sameEncoding(a, b any) bool {
	x, xErr := hostcall.Encode(a)
	y, yErr := hostcall.Encode(b)
	return xErr == nil && yErr == nil && reflect.DeepEqual(x, y)
}
