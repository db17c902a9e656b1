package leb128

import (
	"errors"
	"io"
	"math"
	"testing"
)

func TestUint32(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []byte
		want uint32
		err  error
	}{
		{"zero", []byte{0}, 0, nil},
		{"one byte", []byte{0x7F}, 127, nil},
		{"two bytes", []byte{0x80, 0x01}, 128, nil},
		{"largest", []byte{0xFF, 0xFF, 0xFF, 0xFF, 0x0F}, math.MaxUint32, nil},
		{"padded", []byte{0x85, 0x80, 0x80, 0x80, 0x00}, 5, nil},
		{"empty", nil, 0, io.ErrUnexpectedEOF},
		{"cut", []byte{0x80}, 0, io.ErrUnexpectedEOF},
		{"unused bits", []byte{0xFF, 0xFF, 0xFF, 0xFF, 0x1F}, 0, ErrTooLarge},
		{"six bytes", []byte{0x80, 0x80, 0x80, 0x80, 0x80, 0x00}, 0, ErrTooLong},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := NewReader(c.in, 0)
			got, err := r.Uint32()
			if got != c.want || !errors.Is(err, c.err) {
				t.Errorf("Uint32(% x) = %d, %v; want %d, %v", c.in, got, err, c.want, c.err)
			}
		})
	}
}

func TestSigned(t *testing.T) {
	for _, c := range []struct {
		name string
		bits int
		in   []byte
		want int64
		err  error
	}{
		{"zero", 32, []byte{0}, 0, nil},
		{"minus one", 32, []byte{0x7F}, -1, nil},
		{"64 needs two bytes", 32, []byte{0xC0, 0x00}, 64, nil},
		{"-64 needs one", 32, []byte{0x40}, -64, nil},
		{"i32 largest", 32, []byte{0xFF, 0xFF, 0xFF, 0xFF, 0x07}, math.MaxInt32, nil},
		{"i32 smallest", 32, []byte{0x80, 0x80, 0x80, 0x80, 0x78}, math.MinInt32, nil},
		{"i32 padded", 32, []byte{0xFF, 0xFF, 0xFF, 0xFF, 0x7F}, -1, nil},
		{"i32 sign bit without its copies", 32, []byte{0xFF, 0xFF, 0xFF, 0xFF, 0x0F}, 0, ErrTooLarge},
		{"i32 copies without the sign bit", 32, []byte{0x80, 0x80, 0x80, 0x80, 0x70}, 0, ErrTooLarge},
		{"i32 six bytes", 32, []byte{0x80, 0x80, 0x80, 0x80, 0x80, 0x00}, 0, ErrTooLong},
		{"s33 largest index", 33, []byte{0xFF, 0xFF, 0xFF, 0xFF, 0x0F}, math.MaxUint32, nil},
		{"s33 smallest", 33, []byte{0x80, 0x80, 0x80, 0x80, 0x70}, -1 << 32, nil},
		{"s33 too large", 33, []byte{0xFF, 0xFF, 0xFF, 0xFF, 0x1F}, 0, ErrTooLarge},
		{"i64 largest", 64, []byte{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00}, math.MaxInt64, nil},
		{"i64 smallest", 64, []byte{0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7F}, math.MinInt64, nil},
		{"i64 unused bits", 64, []byte{0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7E}, 0, ErrTooLarge},
		{"cut", 64, []byte{0xFF, 0xFF}, 0, io.ErrUnexpectedEOF},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := NewReader(c.in, 0)
			got, err := readSigned(&r, c.bits)
			if got != c.want || !errors.Is(err, c.err) {
				t.Errorf("read %d bits of % x: %d, %v; want %d, %v", c.bits, c.in, got, err, c.want, c.err)
			}
		})
	}
}

func readSigned(r *Reader, bits int) (int64, error) {
	switch bits {
	case 32:
		v, err := r.Int32()
		return int64(v), err
	case 33:
		return r.Int33()
	}
	return r.Int64()
}

// TestRoundTrip reads back what was written, at every power of two and its neighbours.
func TestRoundTrip(t *testing.T) {
	for shift := range 64 {
		for _, d := range []int64{-1, 0, 1} {
			for _, v := range []int64{1<<shift + d, -1<<shift + d} {
				b := AppendInt64(nil, v)
				r := NewReader(b, 0)
				if got, err := r.Int64(); got != v || err != nil || r.Left() != 0 {
					t.Errorf("Int64 of % x (written for %d) = %d, %v", b, v, got, err)
				}
				u := uint32(v)
				b = AppendUint32(nil, u)
				r = NewReader(b, 0)
				if got, err := r.Uint32(); got != u || err != nil || r.Left() != 0 {
					t.Errorf("Uint32 of % x (written for %d) = %d, %v", b, u, got, err)
				}
			}
		}
	}
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		name    string
		in      []byte
		minSize int
		want    int
		err     error
	}{
		{"fits exactly", []byte{2, 'a', 'b', 'c', 'd'}, 2, 2, nil},
		{"one too many", []byte{3, 'a', 'b', 'c', 'd', 'e'}, 2, 0, io.ErrUnexpectedEOF},
		{"absurd", []byte{0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1}, 1, 0, io.ErrUnexpectedEOF},
		{"none", []byte{0}, 100, 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := NewReader(c.in, 0)
			got, err := r.Count(c.minSize)
			if got != c.want || !errors.Is(err, c.err) {
				t.Errorf("Count(%d) = %d, %v; want %d, %v", c.minSize, got, err, c.want, c.err)
			}
		})
	}
}

func TestName(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		err            error
	}{
		{"ascii", "\x02ok", "ok", nil},
		{"utf-8", "\x03\u20ac", "\u20ac", nil},
		{"empty", "\x00", "", nil},
		{"cut", "\x03ok", "", io.ErrUnexpectedEOF},
		{"not utf-8", "\x01\xff", "", ErrNotUTF8},
		{"surrogate", "\x03\xed\xa0\x80", "", ErrNotUTF8},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := NewReader([]byte(c.in), 0)
			got, err := r.Name()
			if got != c.want || !errors.Is(err, c.err) {
				t.Errorf("Name(%q) = %q, %v; want %q, %v", c.in, got, err, c.want, c.err)
			}
		})
	}
}

// TestErrorOffsets checks that errors speak of the whole input, not of the part a reader was given.
func TestErrorOffsets(t *testing.T) {
	outer := NewReader([]byte{1, 2, 0x80, 3}, 0x100)
	if _, err := outer.Bytes(2); err != nil {
		t.Fatal(err)
	}
	inner, err := outer.Sub(1)
	if err != nil {
		t.Fatal(err)
	}
	_, err = inner.Uint32()
	if want := "at offset 0x103: unexpected EOF"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	if outer.Offset() != 0x103 || outer.Left() != 1 {
		t.Errorf("outer reader at %#x with %d left, want 0x103 with 1", outer.Offset(), outer.Left())
	}
}
