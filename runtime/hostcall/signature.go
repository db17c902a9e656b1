package hostcall

import (
	"context"
	"fmt"
	"math/big"
	"reflect"
	"strings"
)

// signature is how Python would write what a function takes and gives. Go does not tell names of parameters.
func (b *binding) signature(name string) string {
	var parts []string
	for _, p := range b.positional {
		parts = append(parts, pythonName(p))
	}
	switch {
	case b.variadic != nil:
		parts = append(parts, "*"+pythonName(b.variadic))
	case b.keywords == kwargsType:
		parts = append(parts, "**object")
	case len(b.fields) > 0:
		parts = append(parts, "*")
	}
	for _, f := range b.fields {
		text := f.name + ": " + pythonName(b.keywords.Field(f.index).Type)
		if !f.required {
			text += " = ..."
		}
		parts = append(parts, text)
	}
	gives := "None"
	if b.valued {
		gives = pythonName(b.function.Type().Out(0))
	}
	return name + "(" + strings.Join(parts, ", ") + ") -> " + gives
}

// Signature is how a program calls the function, as Python would write it: parameters by their types, since Go does not tell names of theirs,
// and any, for one by RawFunc.
func (f Function) Signature() string {
	async := ""
	if f.awaitable {
		async = "async "
	}
	if f.bound == nil {
		return async + f.name + "(*object, **object) -> object"
	}
	return async + f.bound.signature(f.name)
}

// mostSignatures is how many an error lists.
const mostSignatures = 20

// missing is what a module of functions calls for a name that it has not: the error says what there is.
func (s *Set) missing(module string) Function {
	return RawFunc("missing", func(_ context.Context, call Call) (any, error) {
		var there []string
		for _, f := range s.functions {
			if strings.HasPrefix(f.name, module+".") {
				there = append(there, f.Signature())
			}
		}
		more := ""
		if n := len(there) - mostSignatures; n > 0 {
			there, more = there[:mostSignatures], fmt.Sprintf("; and %d more", n)
		}
		return nil, Raisef("AttributeError", "module '%s' has no attribute '%s'; the host offers %s%s", module, fmt.Sprint(call.Args...), strings.Join(there, "; "), more)
	})
}

// pythonName names what a Go type is in Python.
func pythonName(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[*big.Int]():
		return "int"
	case handleType, objectType:
		return "object"
	case reflect.TypeFor[Tuple]():
		return "tuple"
	case reflect.TypeFor[Dict]():
		return "dict"
	}
	switch t.Kind() {
	case reflect.Bool:
		return "bool"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return "int"
	case reflect.Float32, reflect.Float64:
		return "float"
	case reflect.String:
		return "str"
	case reflect.Slice, reflect.Array:
		if t.Elem().Kind() == reflect.Uint8 {
			return "bytes"
		}
		return "list[" + pythonName(t.Elem()) + "]"
	case reflect.Map:
		return "dict[" + pythonName(t.Key()) + ", " + pythonName(t.Elem()) + "]"
	case reflect.Struct:
		return "dict"
	case reflect.Pointer:
		return pythonName(t.Elem()) + " | None"
	}
	return "object"
}
