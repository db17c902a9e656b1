package leb128

import (
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Errors that Reader methods wrap; the wrapping adds where in the input the value began.
var (
	// ErrTooLong says that an integer goes on past the bytes its type may take.
	ErrTooLong = errors.New("integer representation too long")
	// ErrTooLarge says that an integer has bits its type has no room for.
	ErrTooLarge = errors.New("integer too large")
	// ErrNotUTF8 says that a name is not valid UTF-8.
	ErrNotUTF8 = errors.New("name is not valid UTF-8")
)

// Reader is a bounds-checked cursor over a byte slice. Slices it returns share memory with its
// input. The zero value reads an empty input.
type Reader struct {
	buf  []byte
	pos  int
	base int
}

// NewReader returns a reader of buf, whose first byte stands at offset base of the whole input.
// Error messages use offsets into the whole input.
func NewReader(buf []byte, base int) Reader {
	return Reader{buf: buf, base: base}
}

// Offset returns the position of the next byte in the whole input.
func (r *Reader) Offset() int { return r.base + r.pos }

// Pos returns the position of the next byte in this reader's own slice.
func (r *Reader) Pos() int { return r.pos }

// Left returns how many bytes are still unread.
func (r *Reader) Left() int { return len(r.buf) - r.pos }

// Since returns the bytes read from position from (as Pos gave it) up to now.
func (r *Reader) Since(from int) []byte { return r.buf[from:r.pos:r.pos] }

// Rest returns the bytes still unread, without reading them.
func (r *Reader) Rest() []byte { return r.buf[r.pos:] }

// Byte reads one byte.
func (r *Reader) Byte() (byte, error) {
	if r.pos >= len(r.buf) {
		return 0, r.errorAt(r.pos, io.ErrUnexpectedEOF)
	}
	b := r.buf[r.pos]
	r.pos++
	return b, nil
}

// Peek returns the next byte without reading it, or false at the end.
func (r *Reader) Peek() (byte, bool) {
	if r.pos >= len(r.buf) {
		return 0, false
	}
	return r.buf[r.pos], true
}

// Bytes reads n bytes. The result shares memory with the input.
func (r *Reader) Bytes(n uint32) ([]byte, error) {
	if uint64(n) > uint64(r.Left()) {
		return nil, r.errorAt(r.pos, fmt.Errorf("%d bytes expected, %d left: %w", n, r.Left(), io.ErrUnexpectedEOF))
	}
	from := r.pos
	r.pos += int(n)
	return r.Since(from), nil
}

// Sub reads n bytes and returns a reader of just those.
func (r *Reader) Sub(n uint32) (Reader, error) {
	base := r.Offset()
	b, err := r.Bytes(n)
	return NewReader(b, base), err
}

// Uint32 reads an unsigned 32-bit integer (u32).
func (r *Reader) Uint32() (uint32, error) {
	if r.pos < len(r.buf) && r.buf[r.pos] < 0x80 { // one byte: by far the most frequent case
		r.pos++
		return uint32(r.buf[r.pos-1]), nil
	}
	v, err := r.unsigned(32)
	return uint32(v), err
}

// Int32 reads a signed 32-bit integer (s32).
func (r *Reader) Int32() (int32, error) {
	v, err := r.signed(32)
	return int32(v), err
}

// Int33 reads a signed 33-bit integer (s33), the form of a block type.
func (r *Reader) Int33() (int64, error) { return r.signed(33) }

// Int64 reads a signed 64-bit integer (s64).
func (r *Reader) Int64() (int64, error) { return r.signed(64) }

// Count reads the length of a vector whose elements take at least minSize bytes each, and refuses a
// length that the bytes left cannot hold. So make([]T, count) is safe: its size is bounded by the
// length of the input, not by a number somebody wrote into it.
func (r *Reader) Count(minSize int) (int, error) {
	at := r.pos
	n, err := r.Uint32()
	if err != nil {
		return 0, err
	}
	if uint64(n)*uint64(minSize) > uint64(r.Left()) {
		return 0, r.errorAt(at, fmt.Errorf("%d entries of at least %d bytes expected, %d bytes left: %w",
			n, minSize, r.Left(), io.ErrUnexpectedEOF))
	}
	return int(n), nil
}

// Name reads a length-prefixed UTF-8 string.
func (r *Reader) Name() (string, error) {
	n, err := r.Uint32()
	if err != nil {
		return "", err
	}
	at := r.pos
	b, err := r.Bytes(n)
	if err != nil {
		return "", err
	}
	if !utf8.Valid(b) {
		return "", r.errorAt(at, ErrNotUTF8)
	}
	return string(b), nil
}

// Errorf makes an error about the position of the next byte, in the wording of this package.
func (r *Reader) Errorf(format string, args ...any) error {
	return r.errorAt(r.pos, fmt.Errorf(format, args...))
}

func (r *Reader) errorAt(pos int, err error) error {
	return fmt.Errorf("at offset %#x: %w", r.base+pos, err)
}

func (r *Reader) unsigned(bits uint) (uint64, error) {
	at := r.pos
	var v uint64
	for shift := uint(0); shift < bits; shift += 7 {
		b, err := r.Byte()
		if err != nil {
			return 0, err
		}
		if room := bits - shift; room < 7 && b&0x7F>>room != 0 {
			return 0, r.errorAt(at, ErrTooLarge)
		}
		v |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return v, nil
		}
	}
	return 0, r.errorAt(at, ErrTooLong)
}

func (r *Reader) signed(bits uint) (int64, error) {
	at := r.pos
	var v int64
	for shift := uint(0); shift < bits; shift += 7 {
		b, err := r.Byte()
		if err != nil {
			return 0, err
		}
		if room := bits - shift; room < 7 {
			// All bits from the sign bit up must be equal.
			if top := int8(b<<1) >> room; top != 0 && top != -1 {
				return 0, r.errorAt(at, ErrTooLarge)
			}
		}
		v |= int64(b&0x7F) << shift
		if b < 0x80 {
			if shift+7 < 64 && b&0x40 != 0 {
				v |= -1 << (shift + 7)
			}
			return v, nil
		}
	}
	return 0, r.errorAt(at, ErrTooLong)
}
