package hostcall

import (
	"errors"
	"math"
	"math/big"
	"reflect"
	"strings"
	"testing"
)

func bigInt(t testing.TB, text string) *big.Int {
	t.Helper()
	n, ok := new(big.Int).SetString(text, 10)
	if !ok {
		t.Fatalf("%q is no integer", text)
	}
	return n
}

// encodings are encodings by hand, after RFC 8949, of values of every type.
func encodings(t testing.TB) []struct {
	name, data string
	value      any
	json       string
} {
	return []struct {
		name, data string
		value      any
		json       string
	}{
		{"None", "\xf6", nil, "null"},
		{"True", "\xf5", true, "true"},
		{"False", "\xf4", false, "false"},
		{"small int", "\x17", int64(23), "23"},
		{"negative int", "\x20", int64(-1), "-1"},
		{"int64 max", "\x1b\x7f\xff\xff\xff\xff\xff\xff\xff", int64(math.MaxInt64), "9223372036854775807"},
		{"int64 min", "\x3b\x7f\xff\xff\xff\xff\xff\xff\xff", int64(math.MinInt64), "-9223372036854775808"},
		{"uint64", "\x1b\xff\xff\xff\xff\xff\xff\xff\xff", bigInt(t, "18446744073709551615"), "18446744073709551615"},
		{"bignum", "\xc2\x49\x01\x00\x00\x00\x00\x00\x00\x00\x00", bigInt(t, "18446744073709551616"), "18446744073709551616"},
		{"negative bignum", "\xc3\x49\x01\x00\x00\x00\x00\x00\x00\x00\x00", bigInt(t, "-18446744073709551617"), "-18446744073709551617"},
		{"float", "\xfb\x3f\xf8\x00\x00\x00\x00\x00\x00", 1.5, "1.5"},
		{"whole float", "\xfb\x40\x00\x00\x00\x00\x00\x00\x00", 2.0, "2.0"},
		{"negative zero", "\xfb\x80\x00\x00\x00\x00\x00\x00\x00", math.Copysign(0, -1), "-0.0"},
		{"large float", "\xfb\x7e\x37\xe4\x3c\x88\x00\x75\x9c", 1e300, "1e+300"},
		{"infinity", "\xfb\x7f\xf0\x00\x00\x00\x00\x00\x00", math.Inf(1), `{"$float":"inf"}`},
		{"minus infinity", "\xfb\xff\xf0\x00\x00\x00\x00\x00\x00", math.Inf(-1), `{"$float":"-inf"}`},
		{"str", "\x62\xc3\xa9", "é", `"é"`},
		{"str with a lone surrogate", "\x63\xed\xa0\x80", "\xed\xa0\x80", `"\udced\udca0\udc80"`},
		{"bytes", "\x42\x00\xff", []byte{0, 255}, `{"$bytes":"AP8="}`},
		{"list", "\x82\x01\xf6", []any{int64(1), nil}, "[1,null]"},
		{"tuple", "\xd9\x0f\xa0\x81\x01", Tuple{int64(1)}, `{"$tuple":[1]}`},
		{"dict", "\xa1\x61a\x01", Dict{{"a", int64(1)}}, `{"a":1}`},
		{"dict with other keys", "\xa2\x01\x02\x61a\x80", Dict{{int64(1), int64(2)}, {"a", []any{}}}, `{"$dict":[[1,2],["a",[]]]}`},
		{"dict with a key of ours", "\xa1\x62$a\x01", Dict{{"$a", int64(1)}}, `{"$dict":[["$a",1]]}`},
		{"empty containers", "\x83\x80\xa0\xd9\x0f\xa0\x80", []any{[]any{}, Dict{}, Tuple{}}, `[[],{},{"$tuple":[]}]`},
		{"any other", "\xd9\x0f\xa1\x63<x>", Repr("<x>"), `{"$repr":"<x>"}`},
	}
}

func TestDecodeAndMarshalJSON(t *testing.T) {
	for _, test := range encodings(t) {
		t.Run(test.name, func(t *testing.T) {
			value, err := Decode([]byte(test.data))
			if err != nil || !reflect.DeepEqual(value, test.value) {
				t.Fatalf("got %#v, %v; want %#v", value, err, test.value)
			}
			if f, ok := value.(float64); ok && math.Signbit(f) != math.Signbit(test.value.(float64)) {
				t.Errorf("got %v with another sign", f)
			}
			text, err := MarshalJSON(value)
			if err != nil || strings.NewReplacer(`\u003c`, "<", `\u003e`, ">").Replace(string(text)) != test.json {
				t.Errorf("got %s, %v; want %s", text, err, test.json)
			}
		})
	}
	value, err := Decode([]byte("\xfb\x7f\xf8\x00\x00\x00\x00\x00\x00"))
	if f, ok := value.(float64); err != nil || !ok || !math.IsNaN(f) {
		t.Errorf("NaN: got %v, %v", value, err)
	}
	if text, err := MarshalJSON(value); err != nil || string(text) != `{"$float":"nan"}` {
		t.Errorf("NaN: got %s, %v", text, err)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":                      "",
		"more than one value":          "\x01\x02",
		"a cut head":                   "\x1b\x00",
		"a cut string":                 "\x65ab",
		"a cut list":                   "\x82\x01",
		"a list of more than there is": "\x9b\xff\xff\xff\xff\xff\xff\xff\xff",
		"a map of more than there is":  "\xbb\xff\xff\xff\xff\xff\xff\xff\xff",
		"an indefinite length":         "\x9f\x01\xff",
		"a tuple around an int":        "\xd9\x0f\xa0\x01",
		"a repr around a list":         "\xd9\x0f\xa1\x80",
		"too deep":                     strings.Repeat("\x81", MaxDepth+1) + "\x01",
		"reserved":                     "\x1c",
	} {
		if value, err := Decode([]byte(data)); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: got %v, %v; want ErrMalformed", name, value, err)
		}
	}
}

func TestMarshalJSONRefusesForeignValues(t *testing.T) {
	if text, err := MarshalJSON([]any{struct{}{}}); err == nil || !strings.Contains(err.Error(), "unexpected struct {}") {
		t.Errorf("got %s, %v; want an error that names the type", text, err)
	}
}

// Whatever a guest hands over, decoding ends with a value that can be shown, or with ErrMalformed.
func FuzzDecode(f *testing.F) {
	for _, test := range encodings(f) {
		f.Add([]byte(test.data))
	}
	f.Add([]byte("\x9b\xff\xff\xff\xff\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		value, err := Decode(data)
		if err != nil {
			if !errors.Is(err, ErrMalformed) {
				t.Errorf("got %v, want ErrMalformed", err)
			}
			return
		}
		if again, err := Encode(value); err == nil {
			if back, err := Decode(again); err != nil || !same(back, value) {
				t.Errorf("%#v came back as %#v, %v", value, back, err)
			}
		} else if !errors.Is(err, ErrUnencodable) {
			t.Errorf("encoding %#v: got %v, want ErrUnencodable", value, err)
		}
		if _, err := MarshalJSON(value); err != nil && !strings.Contains(err.Error(), "unexpected") {
			t.Errorf("showing %#v: %v", value, err)
		}
	})
}

// same compares decoded values, NaNs being equal.
func same(a, b any) bool {
	x, err := Encode(a)
	if err != nil {
		return false
	}
	y, err := Encode(b)
	return err == nil && string(x) == string(y)
}
