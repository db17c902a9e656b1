package hostcall

import (
	"bytes"
	"math/big"
	"reflect"
	"slices"
)

// appendValue encodes a value of any type by its kind.
func appendValue(out []byte, v reflect.Value, in nesting) ([]byte, error) {
	switch v.Kind() {
	case reflect.Bool:
		return appendBool(out, v.Bool()), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return appendInt(out, v.Int()), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return appendHead(out, majorUnsigned, v.Uint()), nil
	case reflect.Float32, reflect.Float64:
		return appendFloat(out, v.Float()), nil
	case reflect.String:
		return appendText(out, v.String())
	case reflect.Pointer, reflect.Interface:
		return appendPointer(out, v, in)
	case reflect.Slice, reflect.Array:
		return appendSequence(out, v, in)
	case reflect.Map:
		return appendMap(out, v, in)
	case reflect.Struct:
		return appendStruct(out, v, in)
	default:
		return nil, unencodable("%s", v.Type())
	}
}

// appendPointer encodes what a pointer points to.
func appendPointer(out []byte, v reflect.Value, in nesting) ([]byte, error) {
	for range MaxDepth {
		if v.Kind() != reflect.Pointer && v.Kind() != reflect.Interface || v.Type() == handleType || v.Type() == objectType {
			return appendAny(out, v.Interface(), in)
		}
		if v.IsNil() {
			return append(out, simpleNull), nil
		}
		if v.Type() == bigIntType {
			return appendBigInt(out, v.Interface().(*big.Int)), nil
		}
		v = v.Elem()
	}
	return nil, unencodable("a pointer that leads to itself")
}

func appendSequence(out []byte, v reflect.Value, in nesting) (_ []byte, err error) {
	if v.Kind() == reflect.Slice && v.IsNil() {
		return append(out, simpleNull), nil
	}
	if v.Type().Elem().Kind() == reflect.Uint8 {
		out = appendHead(out, majorBytes, uint64(v.Len()))
		if v.Kind() == reflect.Slice {
			return append(out, v.Bytes()...), nil
		}
		for i := range v.Len() {
			out = append(out, byte(v.Index(i).Uint()))
		}
		return out, nil
	}
	out = appendHead(out, majorArray, uint64(v.Len()))
	for i := range v.Len() {
		if out, err = appendAny(out, v.Index(i).Interface(), in.deeper()); err != nil {
			return nil, at(err, "item %d", i)
		}
	}
	return out, nil
}

// appendMap sorts by the encoded keys, so that the same map is the same to a guest each time.
func appendMap(out []byte, v reflect.Value, in nesting) ([]byte, error) {
	if v.IsNil() {
		return append(out, simpleNull), nil
	}
	type entry struct{ key, value []byte }
	entries := make([]entry, 0, v.Len())
	for key, value := range v.Seq2() {
		k, err := appendAny(nil, key.Interface(), in.deeper())
		if err != nil {
			return nil, at(err, "key %v", key)
		}
		e, err := appendAny(nil, value.Interface(), in.deeper())
		if err != nil {
			return nil, at(err, "value of %v", key)
		}
		entries = append(entries, entry{k, e})
	}
	slices.SortFunc(entries, func(a, b entry) int { return bytes.Compare(a.key, b.key) })
	out = appendHead(out, majorMap, uint64(len(entries)))
	for _, e := range entries {
		out = append(append(out, e.key...), e.value...)
	}
	return out, nil
}

func appendStruct(out []byte, v reflect.Value, in nesting) (_ []byte, err error) {
	fields, err := fieldsOf(v.Type())
	if err != nil {
		return nil, unencodable("%s", err)
	}
	out = appendHead(out, majorMap, uint64(len(fields)))
	for _, f := range fields {
		if out, err = appendText(out, f.name); err != nil {
			return nil, err
		}
		if out, err = appendAny(out, v.Field(f.index).Interface(), in.deeper()); err != nil {
			return nil, at(err, "field %s", f.name)
		}
	}
	return out, nil
}
