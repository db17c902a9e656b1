package hostcall

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/big"
	"reflect"
	"slices"
)

// MaxDepth is how deep values may be that go to the guest or come from it. An int has depth 1, a list of ints 2.
const MaxDepth = 64

// ErrUnencodable is wrapped by errors that say that a Go value has no counterpart in Python.
var ErrUnencodable = errors.New("value has no counterpart in Python")

// Encode encodes a Go value for the guest. What [Decode] gives comes back as the same Python value; beyond that:
//
//	integers of all sizes     int         slices, arrays        list
//	float32                   float       arrays of bytes       bytes
//	pointers, interfaces      what they   maps                  dict, sorted
//	                          point to    structs               dict of str
//
// The keys of a struct are its exported fields in snake case (MaxRows is "max_rows"), or as a tag `py:"name"` says;
// `py:"-"` leaves a field out. A nil pointer, map or slice is None; a nil []byte is too.
//
// A string must hold what MicroPython takes for UTF-8: sequences of the right shape. So the lone surrogates that a
// Python str may hold pass in both directions, as three bytes each. Text of another encoding is an error: pass it
// as []byte.
//
// Errors wrap [ErrUnencodable]; a value that contains itself is one that nests too deep.
func Encode(value any) ([]byte, error) {
	out, err := appendAny(nil, value, nesting{depth: MaxDepth})
	if err != nil {
		return nil, fmt.Errorf("encoding a value: %w", err)
	}
	return out, nil
}

// nesting is where in a value its encoder or decoder is: how much deeper it may go, and whose handles may be there; nil for nobody's.
type nesting struct {
	depth int
	set   *Set
}

func (n nesting) deeper() nesting { return nesting{n.depth - 1, n.set} }

var errTooDeep = unencodable("deeper than %d levels, or contains itself", MaxDepth)

// at puts in front of an error where in a value it came up. For a value that is too deep that would tell nothing.
func at(err error, format string, args ...any) error {
	if errors.Is(err, errTooDeep) {
		return err
	}
	return fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), err)
}

// EncodeVariables encodes variables for sandbox.Program.Inputs: names and values, each as [Encode] does.
func EncodeVariables(variables map[string]any) ([]byte, error) {
	return (*Set)(nil).EncodeVariables(variables)
}

// EncodeVariables does so for the guest of the set, whose handles may be among the values.
func (s *Set) EncodeVariables(variables map[string]any) ([]byte, error) {
	out := appendHead(nil, majorMap, uint64(len(variables)))
	for _, name := range slices.Sorted(maps.Keys(variables)) {
		err := CheckIdentifier(name)
		if err != nil {
			return nil, err
		}
		if out, err = appendText(out, name); err != nil {
			return nil, err
		}
		if out, err = appendAny(out, variables[name], nesting{MaxDepth, s}); err != nil {
			return nil, at(err, "variable %s", name)
		}
	}
	return out, nil
}

// EncodeArguments encodes the arguments of a call that the host makes: the array [[args...], {kwargs}], each value as [Encode]
// does. Keyword arguments are sorted by name.
func (s *Set) EncodeArguments(args []any, kwargs map[string]any) ([]byte, error) {
	out, err := appendHead(append(make([]byte, 0, 64), majorArray|2), majorArray, uint64(len(args))), error(nil)
	for i, arg := range args {
		if out, err = appendAny(out, arg, nesting{MaxDepth, s}); err != nil {
			return nil, at(err, "argument %d", i)
		}
	}
	if len(kwargs) == 0 { // most calls have none
		return append(out, majorMap), nil
	}
	variables, err := s.EncodeVariables(kwargs)
	return append(out, variables...), err
}

func unencodable(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrUnencodable, fmt.Sprintf(format, args...))
}

// appendAny encodes the values that need no reflection, and leaves the others to appendValue.
func appendAny(out []byte, value any, in nesting) ([]byte, error) {
	if in.depth == 0 {
		return nil, errTooDeep
	}
	switch value := value.(type) {
	case nil:
		return append(out, simpleNull), nil
	case bool:
		return appendBool(out, value), nil
	case int:
		return appendInt(out, int64(value)), nil
	case int64:
		return appendInt(out, value), nil
	case float64:
		return appendFloat(out, value), nil
	case string:
		return appendText(out, value)
	case *big.Int:
		return appendBigInt(out, value), nil
	case Tuple:
		return appendItems(appendHead(out, majorTag, tagTuple), value, in)
	case Dict:
		return appendDict(out, value, in)
	case *Handle:
		return in.set.appendHandle(out, value)
	case *Object, *iteration:
		return in.set.appendObject(out, value)
	case Repr:
		return nil, unencodable("%s is known by its repr alone", string(value))
	default:
		return appendValue(out, reflect.ValueOf(value), in)
	}
}

// appendHead encodes the head of an item in the shortest form (RFC 8949, section 3).
func appendHead(out []byte, major byte, n uint64) []byte {
	switch {
	case n < 24:
		return append(out, major|byte(n))
	case n <= math.MaxUint8:
		return append(out, major|24, byte(n))
	case n <= math.MaxUint16:
		return binary.BigEndian.AppendUint16(append(out, major|25), uint16(n))
	case n <= math.MaxUint32:
		return binary.BigEndian.AppendUint32(append(out, major|26), uint32(n))
	default:
		return binary.BigEndian.AppendUint64(append(out, major|27), n)
	}
}

func appendBool(out []byte, value bool) []byte {
	if value {
		return append(out, simpleTrue)
	}
	return append(out, simpleFalse)
}

func appendInt(out []byte, n int64) []byte {
	if n < 0 {
		return appendHead(out, majorNegative, uint64(^n))
	}
	return appendHead(out, majorUnsigned, uint64(n))
}

func appendBigInt(out []byte, n *big.Int) []byte {
	if n == nil {
		return append(out, simpleNull)
	}
	major, tag := byte(majorUnsigned), uint64(tagBignum)
	if n.Sign() < 0 {
		n = new(big.Int).Not(n) // CBOR counts negative integers from -1
		major, tag = majorNegative, tagNegativeBignum
	}
	if n.IsUint64() {
		return appendHead(out, major, n.Uint64())
	}
	data := n.Bytes()
	return append(appendHead(appendHead(out, majorTag, tag), majorBytes, uint64(len(data))), data...)
}

func appendFloat(out []byte, f float64) []byte {
	bits := math.Float64bits(f)
	if f != f {
		bits = cborNaN
	}
	return binary.BigEndian.AppendUint64(append(out, float64Head), bits)
}

func appendText(out []byte, text string) ([]byte, error) {
	if !isText(text) {
		return nil, unencodable("the string %.40q is not UTF-8; pass bytes as []byte", text)
	}
	return append(appendHead(out, majorText, uint64(len(text))), text...), nil
}

// isText tells whether MicroPython takes bytes for a str (utf8_check in its py/unicode.c).
func isText(text string) bool {
	following := 0
	for i := range len(text) {
		switch c := text[i]; {
		case following > 0:
			if c&0xc0 != 0x80 {
				return false
			}
			following--
		case c < 0x80:
		case c < 0xc0 || c >= 0xf8:
			return false
		case c >= 0xf0:
			following = 3
		case c >= 0xe0:
			following = 2
		default:
			following = 1
		}
	}
	return following == 0
}

func appendItems(out []byte, items []any, in nesting) (_ []byte, err error) {
	out = appendHead(out, majorArray, uint64(len(items)))
	for i, item := range items {
		if out, err = appendAny(out, item, in.deeper()); err != nil {
			return nil, at(err, "item %d", i)
		}
	}
	return out, nil
}

func appendDict(out []byte, dict Dict, in nesting) (_ []byte, err error) {
	out = appendHead(out, majorMap, uint64(len(dict)))
	for i, item := range dict {
		if out, err = appendAny(out, item.Key, in.deeper()); err != nil {
			return nil, at(err, "key %d", i)
		}
		if out, err = appendAny(out, item.Value, in.deeper()); err != nil {
			return nil, at(err, "value of %v", item.Key)
		}
	}
	return out, nil
}
