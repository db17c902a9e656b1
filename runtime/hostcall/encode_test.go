package hostcall

import (
	"errors"
	"math"
	"math/big"
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestEncode checks that what Decode gives is encoded as the guest does it.
func TestEncode(t *testing.T) {
	for _, test := range encodings(t) {
		if _, ok := test.value.(Repr); ok {
			continue
		}
		if got, err := Encode(test.value); err != nil || string(got) != test.data {
			t.Errorf("%s: got %q, %v, want %q", test.name, got, err, test.data)
		}
	}
	if got, err := Encode(math.Float64frombits(0xfff8000000000123)); err != nil || string(got) != "\xfb\x7f\xf8\x00\x00\x00\x00\x00\x00" {
		t.Errorf("NaN: got %q, %v", got, err)
	}
}

type inner struct{ A, b int }

type shown struct {
	MaxRows  int
	URL      string
	UserID   *int `py:"id"`
	Nested   inner
	Skipped  chan int `py:"-"`
	HTTPPort uint16
}

type (
	name  string
	names []name
)

// TestEncodeGoValues encodes what Go programs hold.
func TestEncodeGoValues(t *testing.T) {
	seven := 7
	var none *int
	pointer := &seven
	for _, test := range []struct{ value, want any }{
		{int8(-5), int64(-5)},
		{uint64(math.MaxUint64), bigInt(t, "18446744073709551615")},
		{uint8(200), int64(200)},
		{float32(0.5), 0.5},
		{name("n"), "n"},
		{names{"a", "b"}, []any{"a", "b"}},
		{[2]bool{true, false}, []any{true, false}},
		{[2]byte{1, 2}, []byte{1, 2}},
		{map[int]string{2: "b", 1: "a"}, Dict{{int64(1), "a"}, {int64(2), "b"}}},
		{map[string]any{"b": nil, "a": []int{1}}, Dict{{"a", []any{int64(1)}}, {"b", nil}}},
		{Kwargs{"x": 1}, Dict{{"x", int64(1)}}},
		{&pointer, int64(7)},
		{none, nil},
		{(*big.Int)(nil), nil},
		{new(big.Int), int64(0)},
		{*big.NewInt(5), nil}, // a struct without a field that Python could see: an error
		{[]int(nil), nil},
		{[]byte(nil), nil},
		{map[string]int(nil), nil},
		{time.Second, int64(1_000_000_000)},
		{errors.New("x"), nil}, // likewise
		{struct{}{}, Dict{}},
		{shown{MaxRows: 1, URL: "u", UserID: &seven, Nested: inner{b: 2}, HTTPPort: 80}, Dict{
			{"max_rows", int64(1)}, {"url", "u"}, {"id", int64(7)}, {"nested", Dict{{"a", int64(0)}}}, {"http_port", int64(80)}}},
	} {
		data, err := Encode(test.value)
		if err != nil {
			if test.want != nil || !errors.Is(err, ErrUnencodable) {
				t.Errorf("%#v: got %v, want %#v", test.value, err, test.want)
			}
			continue
		}
		if got, err := Decode(data); err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%#v: got %#v, %v; want %#v", test.value, got, err, test.want)
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	type loop *loop
	var self loop
	self = &self
	cyclic := []any{nil}
	cyclic[0] = cyclic
	dict := map[string]any{}
	dict["self"] = dict
	deep := any(1)
	for range MaxDepth {
		deep = []any{deep}
	}
	type twice struct {
		A int
		B int `py:"a"`
	}
	type odd struct {
		A int `py:"a,omitempty"`
	}
	for want, value := range map[string]any{
		"64 levels, or contains itself":            cyclic,
		"or contains itself":                       dict,
		"item 1: value of a: item 0: value has no": []any{0, map[string]any{"a": []any{make(chan int)}}},
		"deeper than 64 levels":                    deep,
		"a pointer that leads to itself":           self,
		`the string "\xff" is not UTF-8`:           "\xff",
		`the string "\xc3" is not UTF-8`:           "\xc3",
		"chan int":                                 []any{make(chan int)},
		"func()":                                   func() {},
		"<x> is known by its repr alone":           Repr("<x>"),
		"complex128":                               1i,
		"time.Time has no field":                   time.Now(),
		`fields A and B of hostcall.twice both`:    twice{},
		`the option must be "required" or none`:    odd{},
		`key 0: value has no counterpart`:          Dict{{make(chan int), 1}},
		"field nested: value has no counterpart":   struct{ Nested any }{make(chan int)},
	} {
		data, err := Encode(value)
		if !errors.Is(err, ErrUnencodable) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %q, %v; want ErrUnencodable that says %q", data, err, want)
		}
	}
	if _, err := Encode(deep.([]any)[0]); err != nil {
		t.Errorf("a value of %d levels: %v", MaxDepth, err)
	}
}

func TestSnakeCase(t *testing.T) {
	for in, want := range map[string]string{
		"A": "a", "MaxRows": "max_rows", "URL": "url", "UserID": "user_id", "HTTPPort": "http_port", "X2Y": "x2_y", "Already_Split": "already_split",
	} {
		if got := snakeCase(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
