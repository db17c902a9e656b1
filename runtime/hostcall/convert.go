package hostcall

import (
	"fmt"
	"maps"
	"math"
	"math/big"
	"reflect"
	"slices"
)

var bigIntType = reflect.TypeFor[*big.Int]()

// argumentError puts in front of an exception which argument it is about.
func argumentError(where string, err error) error {
	exception := exceptionOf(err)
	return Raise(exception.Type, where+": "+exception.Message)
}

// pythonType names the Python type of a decoded value.
func pythonType(value any) string {
	switch value := value.(type) {
	case nil:
		return "None"
	case bool:
		return "bool"
	case int64, *big.Int:
		return "int"
	case float64:
		return "float"
	case string:
		return "str"
	case []byte:
		return "bytes"
	case []any:
		return "list"
	case Tuple:
		return "tuple"
	case Dict:
		return "dict"
	case *Handle:
		return value.kind
	default:
		return fmt.Sprintf("%T", value)
	}
}

func mismatch(want string, got any) error {
	return Raisef("TypeError", "expected %s, got %s", want, pythonType(got))
}

// convert stores a decoded value in a Go variable. Errors are of type *Exception.
func convert(value any, out reflect.Value) error {
	if out.Type() == bigIntType {
		return convertBigInt(value, out)
	}
	if out.Type() == objectType {
		return convertObject(value, out)
	}
	if out.Type() == handleType {
		return convertHandle(value, out)
	}
	if v := reflect.ValueOf(value); v.IsValid() && v.Type() == out.Type() { // string, Tuple, Dict...
		out.Set(v)
		return nil
	}
	switch out.Kind() {
	case reflect.Interface:
		if value != nil {
			out.Set(reflect.ValueOf(value))
		}
		return nil
	case reflect.Pointer:
		if value == nil {
			return nil
		}
		out.Set(reflect.New(out.Type().Elem()))
		return convert(value, out.Elem())
	case reflect.Slice, reflect.Array:
		return convertSequence(value, out)
	case reflect.Map:
		return convertMap(value, out)
	case reflect.Struct:
		return convertStruct(value, out)
	default:
		return convertScalar(value, out)
	}
}

func convertScalar(value any, out reflect.Value) error {
	switch out.Kind() {
	case reflect.Bool:
		b, ok := value.(bool)
		if !ok {
			return mismatch("bool", value)
		}
		out.SetBool(b)
	case reflect.String:
		s, ok := value.(string)
		if !ok {
			return mismatch("str", value)
		}
		out.SetString(s)
	case reflect.Float32, reflect.Float64:
		return convertFloat(value, out)
	default:
		return convertInt(value, out)
	}
	return nil
}

// convertFloat rounds as Python's float() does, and refuses what is beyond the type's range. Infinity and NaN fit any.
func convertFloat(value any, out reflect.Value) error {
	var f float64
	switch value := value.(type) {
	case float64:
		f = value
	case int64:
		f = float64(value)
	case *big.Int:
		if f, _ = new(big.Float).SetInt(value).Float64(); math.IsInf(f, 0) {
			return Raisef("OverflowError", "int does not fit %s", out.Type())
		}
	default:
		return mismatch("float", value)
	}
	if !math.IsInf(f, 0) && out.Kind() == reflect.Float32 && math.IsInf(float64(float32(f)), 0) {
		return Raisef("OverflowError", "%s does not fit %s", pythonType(value), out.Type())
	}
	out.SetFloat(f)
	return nil
}

func convertInt(value any, out reflect.Value) error {
	switch n := value.(type) {
	case int64:
		if out.CanInt() && !out.OverflowInt(n) {
			out.SetInt(n)
			return nil
		}
		if out.CanUint() && n >= 0 && !out.OverflowUint(uint64(n)) {
			out.SetUint(uint64(n))
			return nil
		}
	case *big.Int: // beyond int64
		if out.CanUint() && n.IsUint64() && !out.OverflowUint(n.Uint64()) {
			out.SetUint(n.Uint64())
			return nil
		}
	default:
		return mismatch("int", value)
	}
	return Raisef("OverflowError", "int does not fit %s", out.Type())
}

func convertBigInt(value any, out reflect.Value) error {
	switch n := value.(type) {
	case int64:
		out.Set(reflect.ValueOf(big.NewInt(n)))
	case *big.Int:
		out.Set(reflect.ValueOf(n))
	default:
		return mismatch("int", value)
	}
	return nil
}

func convertSequence(value any, out reflect.Value) error {
	if out.Type().Elem().Kind() == reflect.Uint8 {
		return convertBytes(value, out)
	}
	var items []any
	switch value := value.(type) {
	case []any:
		items = value
	case Tuple:
		items = value
	default:
		return mismatch("list or tuple", value)
	}
	if err := makeRoom(out, len(items), "items"); err != nil {
		return err
	}
	for i, item := range items {
		if err := convert(item, out.Index(i)); err != nil {
			return argumentError(fmt.Sprintf("item %d", i), err)
		}
	}
	return nil
}

func convertBytes(value any, out reflect.Value) error {
	data, ok := value.([]byte)
	if !ok {
		return mismatch("bytes", value)
	}
	if err := makeRoom(out, len(data), "bytes"); err != nil {
		return err
	}
	reflect.Copy(out, reflect.ValueOf(data))
	return nil
}

// makeRoom gives a slice n items. An array must have that many.
func makeRoom(out reflect.Value, n int, unit string) error {
	if out.Kind() == reflect.Slice {
		out.Set(reflect.MakeSlice(out.Type(), n, n))
		return nil
	}
	if out.Len() != n {
		return Raisef("ValueError", "expected %d %s, got %d", out.Len(), unit, n)
	}
	return nil
}

func convertMap(value any, out reflect.Value) error {
	dict, ok := value.(Dict)
	if !ok {
		return mismatch("dict", value)
	}
	t := out.Type()
	out.Set(reflect.MakeMapWithSize(t, len(dict)))
	for _, item := range dict {
		k, v := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
		if err := convert(item.Key, k); err != nil {
			return argumentError("key", err)
		}
		if !k.Comparable() {
			return Raisef("TypeError", "key: %s cannot be one", pythonType(item.Key))
		}
		if err := convert(item.Value, v); err != nil {
			return argumentError(fmt.Sprintf("value of %v", item.Key), err)
		}
		if out.MapIndex(k).IsValid() { // keys of Python's that are one to Go, such as 1 and 1 + 1e-9 as a float32
			return Raisef("ValueError", "key: %v and another are the same %s", item.Key, t.Key())
		}
		out.SetMapIndex(k, v)
	}
	return nil
}

func convertStruct(value any, out reflect.Value) error {
	dict, ok := value.(Dict)
	if !ok {
		return mismatch("dict", value)
	}
	entries := make(Kwargs, len(dict))
	for _, item := range dict {
		name, ok := item.Key.(string)
		if !ok {
			return argumentError("key", mismatch("str", item.Key))
		}
		entries[name] = item.Value
	}
	fields, err := fieldsOf(out.Type())
	if err != nil {
		return err
	}
	return convertFields(entries, fields, out)
}

// convertFields stores values in the fields of a struct.
func convertFields(entries Kwargs, fields []field, out reflect.Value) error {
	known := 0
	for _, f := range fields {
		value, ok := entries[f.name]
		switch {
		case ok:
			known++
			if err := convert(value, out.Field(f.index)); err != nil {
				return argumentError(f.name, err)
			}
		case f.required:
			return Raisef("TypeError", "%s is missing", f.name)
		}
	}
	if known == len(entries) {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		if !slices.ContainsFunc(fields, func(f field) bool { return f.name == name }) {
			return Raisef("TypeError", "%s is unknown; expected %s", name, fieldNames(fields))
		}
	}
	return nil
}

func fieldNames(fields []field) string {
	if len(fields) == 0 {
		return "none"
	}
	text := fields[0].name
	for _, f := range fields[1:] {
		text += ", " + f.name
	}
	return text
}
