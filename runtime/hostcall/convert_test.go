package hostcall

import (
	"context"
	"math"
	"math/big"
	"reflect"
	"testing"
)

// TestArguments calls functions with decoded values, and compares what they get, or the exception.
func TestArguments(t *testing.T) {
	type point struct {
		X, Y float64
		Tag  string `py:"label,required"`
	}
	large := bigInt(t, "18446744073709551615")
	for _, test := range []struct {
		function any
		args     []any
		want     any // what the function returns; a string that begins with "!" is an exception
	}{
		{func(n int64) int64 { return n }, []any{int64(-1)}, int64(-1)},
		{func(n uint64) uint64 { return n }, []any{large}, uint64(18446744073709551615)},
		{func(n uint64) uint64 { return n }, []any{int64(-1)}, "!OverflowError: f() argument 1: int does not fit uint64"},
		{func(n int64) int64 { return n }, []any{large}, "!OverflowError: f() argument 1: int does not fit int64"},
		{func(n *big.Int) string { return n.String() }, []any{large}, "18446744073709551615"},
		{func(n *big.Int) string { return n.String() }, []any{int64(5)}, "5"},
		{func(f float32) float32 { return f }, []any{0.5}, float32(0.5)},
		{func(f float64) float64 { return f }, []any{int64(3)}, 3.0},
		{func(f float64) float64 { return f }, []any{large}, 18446744073709551615.0},
		{func(f float64) float64 { return f }, []any{"3"}, "!TypeError: f() argument 1: expected float, got str"},
		{func(s name) name { return s }, []any{"n"}, name("n")},
		{func(b bool) bool { return b }, []any{int64(1)}, "!TypeError: f() argument 1: expected bool, got int"},
		{func(b []byte) int { return len(b) }, []any{[]byte("abc")}, 3},
		{func(b [3]byte) byte { return b[2] }, []any{[]byte("abc")}, byte('c')},
		{func(b [3]byte) byte { return b[2] }, []any{[]byte("ab")}, "!ValueError: f() argument 1: expected 3 bytes, got 2"},
		{func(b []byte) int { return len(b) }, []any{"abc"}, "!TypeError: f() argument 1: expected bytes, got str"},
		{func(l []int) int { return len(l) }, []any{Tuple{int64(1)}}, 1},
		{func(l []int) int { return len(l) }, []any{[]any{int64(1), "x"}}, "!TypeError: f() argument 1: item 1: expected int, got str"},
		{func(l [2]int) int { return l[1] }, []any{[]any{int64(1)}}, "!ValueError: f() argument 1: expected 2 items, got 1"},
		{func(l []int) int { return len(l) }, []any{Dict{}}, "!TypeError: f() argument 1: expected list or tuple, got dict"},
		{func(m map[string]int) int { return m["a"] }, []any{Dict{{"a", int64(4)}}}, 4},
		{func(m map[string]int) int { return m["a"] }, []any{Dict{{int64(1), int64(4)}}}, "!TypeError: f() argument 1: key: expected str, got int"},
		{func(m map[any]int) int { return len(m) }, []any{Dict{{Tuple{}, int64(4)}}}, "!TypeError: f() argument 1: key: tuple cannot be one"},
		{func(p *int) bool { return p == nil }, []any{nil}, true},
		{func(p *int) int { return *p }, []any{int64(2)}, 2},
		{func(v any) any { return v }, []any{nil}, nil},
		{func(d Dict) int { return len(d) }, []any{Dict{{nil, nil}}}, 1},
		{func(p *point) point { return *p }, []any{Dict{{"x", 1.0}, {"label", "l"}}}, point{X: 1, Tag: "l"}},
		{func(p *point) point { return *p }, []any{Dict{{"x", 1.0}}}, "!TypeError: f() argument 1: label is missing"},
		{func(p *point) point { return *p }, []any{Dict{{"label", "l"}, {"z", 1.0}}}, "!TypeError: f() argument 1: z is unknown; expected x, y, label"},
		{func(f float32) float32 { return f }, []any{1e300}, "!OverflowError: f() argument 1: float does not fit float32"},
		{func(f float32) float32 { return f }, []any{-3.5e38}, "!OverflowError: f() argument 1: float does not fit float32"},
		{func(f float32) float32 { return f }, []any{3.4028234663852886e38}, float32(math.MaxFloat32)},
		{func(f float32) float32 { return f }, []any{3.4028235e38}, float32(math.MaxFloat32)}, // rounds down
		{func(f float32) float32 { return f }, []any{math.Inf(-1)}, float32(math.Inf(-1))},
		{func(f float32) bool { return f != f }, []any{math.NaN()}, true},
		{func(f float32) float32 { return f }, []any{1e-300}, float32(0)},
		{func(f float32) float32 { return f }, []any{new(big.Int).Lsh(large, 100)}, "!OverflowError: f() argument 1: int does not fit float32"},
		{func(f float64) float64 { return f }, []any{new(big.Int).Lsh(large, 1000)}, "!OverflowError: f() argument 1: int does not fit float64"},
		{func(f []float32) int { return len(f) }, []any{[]any{1.0, 1e39}}, "!OverflowError: f() argument 1: item 1: float does not fit float32"},
		{func(n int8) int8 { return n }, []any{int64(128)}, "!OverflowError: f() argument 1: int does not fit int8"},
		{func(n int8) int8 { return n }, []any{int64(-128)}, int8(-128)},
		{func(n uint8) uint8 { return n }, []any{int64(256)}, "!OverflowError: f() argument 1: int does not fit uint8"},
		{func(n uint32) uint32 { return n }, []any{large}, "!OverflowError: f() argument 1: int does not fit uint32"},
		{func(n int) int { return n }, []any{1.0}, "!TypeError: f() argument 1: expected int, got float"},
		{func(n int) int { return n }, []any{true}, "!TypeError: f() argument 1: expected int, got bool"},
		{func(m map[float32]int) int { return len(m) }, []any{Dict{{1.0, int64(1)}, {1.0 + 1e-9, int64(2)}}}, "!ValueError: f() argument 1: key: 1.000000001 and another are the same float32"},
		{func(m map[any]int) int { return len(m) }, []any{Dict{{math.NaN(), int64(1)}, {math.NaN(), int64(2)}}}, 2},
		{func(int) {}, []any{nil}, "!TypeError: f() argument 1: expected int, got None"},
		{func() {}, nil, nil},
	} {
		b, err := bind(test.function)
		if err != nil {
			t.Fatalf("%T: %v", test.function, err)
		}
		got, err := b.call(context.Background(), Call{Function: "f", Args: test.args})
		if err != nil {
			got = "!" + err.Error()
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%T with %#v: got %#v, want %#v", test.function, test.args, got, test.want)
		}
	}
}
