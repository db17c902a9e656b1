package sandbox_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// values makes values at random, as hostcall.Decode gives them.
type values struct{ *rand.Rand }

var edgeFloats = []float64{0, math.Copysign(0, -1), 1.5, math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, math.SmallestNonzeroFloat64, 1 << 53}

func (r values) integer() any {
	n := new(big.Int).Lsh(big.NewInt(1), uint(r.IntN(200)))
	n.Add(n, big.NewInt(int64(r.IntN(5))-2)) // around a power of two
	if r.IntN(2) == 0 {
		n.Neg(n)
	}
	if n.IsInt64() {
		return n.Int64()
	}
	return n
}

func (r values) float() float64 {
	if r.IntN(2) == 0 {
		return edgeFloats[r.IntN(len(edgeFloats))]
	}
	f := math.Float64frombits(r.Uint64())
	if f != f {
		return math.NaN()
	}
	return f
}

func (r values) text() string {
	var text []byte
	for range r.IntN(12) {
		switch r.IntN(6) {
		case 0: // a lone surrogate, or one half of a pair that is no pair in Python
			c := 0xd800 + r.IntN(0x800)
			text = append(text, 0xe0|byte(c>>12), 0x80|byte(c>>6)&0x3f|0x80, 0x80|byte(c)&0x3f)
		case 1:
			text = append(text, string(rune(0x10000+r.IntN(0x100000)))...)
		case 2:
			text = append(text, string(rune(0xa0+r.IntN(0x500)))...)
		default:
			text = append(text, byte(r.IntN(128)))
		}
	}
	return string(text)
}

func (r values) bytes() []byte {
	data := make([]byte, r.IntN(40))
	for i := range data {
		data[i] = byte(r.Uint32())
	}
	return data
}

// key makes a key that is equal to no other of its dict: it holds the number of its place.
func (r values) key(place int) any {
	switch r.IntN(5) {
	case 0:
		return int64(place) + 2 // 0 and 1 are False and True
	case 1:
		return float64(place) + 0.5
	case 2:
		return fmt.Sprintf("%d%s", place, r.text())
	case 3:
		return append([]byte{byte(place)}, r.bytes()...)
	default:
		return hostcall.Tuple{int64(place), r.text(), hostcall.Tuple{nil, true}}
	}
}

func (r values) value(depth int) any {
	kinds := 10
	if depth == 0 {
		kinds = 7
	}
	switch r.IntN(kinds) {
	case 0:
		return nil
	case 1:
		return r.IntN(2) == 0
	case 2:
		return int64(r.Uint64())
	case 3:
		return r.integer()
	case 4:
		return r.float()
	case 5:
		return r.text()
	case 6:
		return r.bytes()
	case 7:
		return r.list(depth)
	case 8:
		return hostcall.Tuple(r.list(depth))
	default:
		dict := make(hostcall.Dict, r.IntN(6))
		for i := range dict {
			dict[i] = hostcall.Item{Key: r.key(i), Value: r.value(depth - 1)}
		}
		return dict
	}
}

func (r values) list(depth int) []any {
	list := make([]any, r.IntN(6))
	for i := range list {
		list[i] = r.value(depth - 1)
	}
	return list
}

// sorted encodes a value with each dict in one order, since MicroPython's dicts have none.
func sorted(t *testing.T, value any) []byte {
	t.Helper()
	data, err := hostcall.Encode(inOrder(t, value))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func inOrder(t *testing.T, value any) any {
	switch value := value.(type) {
	case []any:
		list := make([]any, len(value))
		for i := range value {
			list[i] = inOrder(t, value[i])
		}
		return list
	case hostcall.Tuple:
		return hostcall.Tuple(inOrder(t, []any(value)).([]any))
	case hostcall.Dict:
		dict := make(hostcall.Dict, len(value))
		for i, item := range value {
			dict[i] = hostcall.Item{Key: item.Key, Value: inOrder(t, item.Value)}
		}
		slices.SortFunc(dict, func(a, b hostcall.Item) int {
			return cmp.Compare(string(sorted(t, a.Key)), string(sorted(t, b.Key)))
		})
		return dict
	}
	return value
}

// TestValuesRoundTrip passes values from Go to the guest and back: as inputs and results, and as results and arguments
// of host functions.
func TestValuesRoundTrip(t *testing.T) {
	var given, taken any
	cfg := sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.RawFunc("give", func(context.Context, hostcall.Call) (any, error) { return given, nil }),
		hostcall.RawFunc("take", func(_ context.Context, call hostcall.Call) (any, error) { taken = call.Args[0]; return nil, nil }),
	}}
	s := newSession(t, engine(t, false), cfg)
	for seed := range uint64(1000) {
		r := values{rand.New(rand.NewPCG(seed, 0))}
		given = r.value(5)
		want := sorted(t, given)
		o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("take(give())\nx"), Inputs: map[string]any{"x": given}})
		if err != nil || o.Error != nil {
			t.Fatalf("seed %d, %#v: %v, %+v", seed, given, err, o.Error)
		}
		if got := sorted(t, o.Value); !bytes.Equal(got, want) {
			t.Errorf("seed %d: %#v as input came back as %#v", seed, given, o.Value)
		}
		if got := sorted(t, taken); !bytes.Equal(got, want) {
			t.Errorf("seed %d: %#v as result came back as %#v", seed, given, taken)
		}
	}
}

// TestValuesAtTheirDepth passes the deepest values, and one more.
func TestValuesAtTheirDepth(t *testing.T) {
	e := engine(t, false)
	deep := any(int64(1))
	for range hostcall.MaxDepth - 1 {
		deep = hostcall.Tuple{deep}
	}
	cfg := sandbox.SessionConfig{Functions: []hostcall.Function{hostcall.RawFunc("echo", echo)}}
	program := sandbox.Program{Source: []byte("echo(x) == x"), Inputs: map[string]any{"x": deep}}
	// The inputs are a dict, whose values are not counted from it.
	o, err := e.Run(context.Background(), program, cfg)
	if err != nil || o.Value != true {
		t.Errorf("%d levels: got %v, %v (%+v)", hostcall.MaxDepth, o.Value, err, o.Error)
	}
	o = run(t, e, cfg, fmt.Sprintf("x = 1\nfor i in range(%d): x = (x,)\necho(x)", hostcall.MaxDepth))
	if o.Error == nil || o.Error.Type != "ValueError" {
		t.Errorf("a level more, from Python: got %s %v (%+v), want a ValueError", o.Kind, o.Value, o.Error)
	}
}
