package hostcall

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/big"
)

// Python values as Go values:
//
//	None   nil           str    string
//	bool   bool          bytes  []byte
//	int    int64, or     list   []any
//	       *big.Int      tuple  Tuple
//	float  float64       dict   Dict
//
// and an [*Object] for what came from the host as one, a [*Handle] for a value of any other type, where handles are allowed, else a [Repr].
type (
	// Tuple is a Python tuple.
	Tuple []any
	// Dict is a Python dict, in its order (MicroPython's dicts do not keep that of insertion). Keys are
	// of any hashable type, so no Go map will do.
	Dict []Item
	// Item is one entry of a Dict.
	Item struct{ Key, Value any }
	// Repr stands for a value that has no counterpart in Go: its repr in Python.
	Repr string
)

// CBOR as micropython-port/wasi/host/cbor.h writes it: tags, simple values, and the one NaN there is.
const (
	tagBignum         = 2
	tagNegativeBignum = 3
	tagTuple          = 4000
	tagRepr           = 4001
	tagHandle         = 4002
	tagObject         = 4003

	simpleFalse = 0xf4
	simpleTrue  = 0xf5
	simpleNull  = 0xf6
	float64Head = 0xfb
	cborNaN     = 0x7ff8000000000000
)

// ErrMalformed is wrapped by errors that say that bytes are not an encoded value.
var ErrMalformed = errors.New("malformed value")

// Decode decodes one value, which must fill data.
func Decode(data []byte) (any, error) { return (*Set)(nil).DecodeValue(data) }

// DecodeValue decodes a value of the set's guest, in which handles may be.
func (s *Set) DecodeValue(data []byte) (any, error) {
	value, rest, err := decode(data, nesting{MaxDepth, s})
	if err != nil {
		return nil, fmt.Errorf("decoding a value: %w: %w", ErrMalformed, err)
	}
	if len(rest) != 0 {
		return nil, fmt.Errorf("decoding a value: %w: %d bytes after its end", ErrMalformed, len(rest))
	}
	return value, nil
}

// Major types of CBOR (RFC 8949, section 3.1), as the top three bits of an item's first byte.
const (
	majorUnsigned = 0 << 5
	majorNegative = 1 << 5
	majorBytes    = 2 << 5
	majorText     = 3 << 5
	majorArray    = 4 << 5
	majorMap      = 5 << 5
	majorTag      = 6 << 5
	majorMask     = 7 << 5
)

// decode takes one item off data. Only what the guest's encoder writes is a value: no floats of other sizes, no
// lengths that are not told in front.
func decode(data []byte, in nesting) (value any, rest []byte, err error) {
	if len(data) == 0 {
		return nil, nil, errors.New("unexpected end")
	}
	if in.depth == 0 {
		return nil, nil, fmt.Errorf("nested deeper than %d", MaxDepth)
	}
	switch data[0] & majorMask {
	case majorUnsigned, majorNegative:
		return decodeInt(data)
	case majorBytes:
		content, rest, err := takeBytes(data)
		return bytes.Clone(content), rest, err
	case majorText:
		content, rest, err := takeBytes(data)
		return string(content), rest, err
	case majorArray:
		return decodeArray(data, in)
	case majorMap:
		return decodeMap(data, in)
	case majorTag:
		return decodeTag(data, in)
	default:
		return decodeSimple(data)
	}
}

func decodeInt(data []byte) (value any, rest []byte, err error) {
	n, rest, err := argument(data)
	if err != nil {
		return nil, nil, err
	}
	negative := data[0]&majorMask == majorNegative
	switch {
	case n > math.MaxInt64:
		return signed(new(big.Int).SetUint64(n), negative), rest, nil
	case negative:
		return ^int64(n), rest, nil
	default:
		return int64(n), rest, nil
	}
}

// signed returns n, or -1 - n: as an int64 if that holds it.
func signed(n *big.Int, negative bool) any {
	if negative {
		n.Not(n)
	}
	if n.IsInt64() {
		return n.Int64()
	}
	return n
}

// takeBytes takes a byte string or a text string off data. It does not copy.
func takeBytes(data []byte) (content, rest []byte, err error) {
	n, rest, err := argument(data)
	switch {
	case err != nil:
		return nil, nil, err
	case n > uint64(len(rest)):
		return nil, nil, fmt.Errorf("unexpected end: %d bytes expected, %d left", n, len(rest))
	default:
		return rest[:n:n], rest[n:], nil
	}
}

func decodeSimple(data []byte) (value any, rest []byte, err error) {
	switch data[0] {
	case simpleNull:
		return nil, data[1:], nil
	case simpleTrue:
		return true, data[1:], nil
	case simpleFalse:
		return false, data[1:], nil
	case float64Head:
		if len(data) < 9 {
			return nil, nil, errors.New("unexpected end in a float")
		}
		return math.Float64frombits(binary.BigEndian.Uint64(data[1:])), data[9:], nil
	default:
		return nil, nil, fmt.Errorf("unknown item %#02x", data[0])
	}
}

func decodeArray(data []byte, in nesting) (value any, rest []byte, err error) {
	n, rest, err := argument(data)
	if err != nil {
		return nil, nil, err
	}
	items := make([]any, 0, min(n, uint64(len(rest)))) // an item takes a byte at least
	for range n {
		var item any
		if item, rest, err = decode(rest, in.deeper()); err != nil {
			return nil, nil, err
		}
		items = append(items, item)
	}
	return items, rest, nil
}

func decodeMap(data []byte, in nesting) (value any, rest []byte, err error) {
	n, rest, err := argument(data)
	if err != nil {
		return nil, nil, err
	}
	dict := make(Dict, 0, min(n, uint64(len(rest)/2)))
	for range n {
		var item Item
		if item.Key, rest, err = decode(rest, in.deeper()); err != nil {
			return nil, nil, err
		}
		if item.Value, rest, err = decode(rest, in.deeper()); err != nil {
			return nil, nil, err
		}
		dict = append(dict, item)
	}
	return dict, rest, nil
}

func decodeTag(data []byte, in nesting) (value any, rest []byte, err error) {
	tag, content, err := argument(data)
	if err != nil {
		return nil, nil, err
	}
	if len(content) == 0 {
		return nil, nil, errors.New("unexpected end after a tag")
	}
	switch major := content[0] & majorMask; {
	case tag == tagTuple && major == majorArray:
		value, rest, err = decodeArray(content, in)
		items, _ := value.([]any)
		return Tuple(items), rest, err
	case tag == tagHandle && major == majorArray && in.set != nil:
		value, rest, err = decodeArray(content, in)
		if err == nil {
			value, err = in.set.handle(value)
		}
		return value, rest, err
	case tag == tagObject && major == majorUnsigned:
		number, rest, err := argument(content)
		return in.set.objectValue(number), rest, err
	case tag == tagRepr && major == majorText:
		text, rest, err := takeBytes(content)
		return Repr(text), rest, err
	case (tag == tagBignum || tag == tagNegativeBignum) && major == majorBytes:
		magnitude, rest, err := takeBytes(content)
		return signed(new(big.Int).SetBytes(magnitude), tag == tagNegativeBignum), rest, err
	default:
		return nil, nil, fmt.Errorf("tag %d around an item that begins with %#02x", tag, content[0])
	}
}

// argument takes the head off an item and returns its argument (RFC 8949, section 3).
func argument(data []byte) (n uint64, rest []byte, err error) {
	info := data[0] & 0x1f
	if info < 24 {
		return uint64(info), data[1:], nil
	}
	if info > 27 {
		return 0, nil, fmt.Errorf("head %#02x has no definite length", data[0])
	}
	size := 1 << (info - 24)
	if len(data) < 1+size {
		return 0, nil, errors.New("unexpected end in a head")
	}
	for _, b := range data[1 : 1+size] {
		n = n<<8 | uint64(b)
	}
	return n, data[1+size:], nil
}
