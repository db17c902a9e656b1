package hostcall

import (
	"errors"
	"fmt"
	"reflect"
)

var errNoCounterpart = errors.New("has no counterpart in Python")

// checkParameter says why no Python value can become a value of the type.
func checkParameter(t reflect.Type) error { return checkType(t, true, map[reflect.Type]bool{}) }

// checkResult says why no value of the type can become a Python value. Values in interfaces are judged when they come.
func checkResult(t reflect.Type) error { return checkType(t, false, map[reflect.Type]bool{}) }

func checkType(t reflect.Type, parameter bool, seen map[reflect.Type]bool) error {
	if seen[t] || t == bigIntType || t == handleType || t == objectType {
		return nil
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Chan, reflect.Func, reflect.UnsafePointer, reflect.Complex64, reflect.Complex128, reflect.Invalid:
		return fmt.Errorf("%s %w", t, errNoCounterpart)
	case reflect.Interface:
		if parameter && t.NumMethod() > 0 {
			return fmt.Errorf("%s %w: an interface must be any", t, errNoCounterpart)
		}
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return checkType(t.Elem(), parameter, seen)
	case reflect.Map:
		if err := checkType(t.Key(), parameter, seen); err != nil {
			return err
		}
		return checkType(t.Elem(), parameter, seen)
	case reflect.Struct:
		return checkStruct(t, parameter, seen)
	}
	return nil
}

func checkStruct(t reflect.Type, parameter bool, seen map[reflect.Type]bool) error {
	fields, err := fieldsOf(t)
	if err != nil {
		return err
	}
	for _, f := range fields {
		if err := checkType(t.Field(f.index).Type, parameter, seen); err != nil {
			return fmt.Errorf("field %s: %w", t.Field(f.index).Name, err)
		}
	}
	return nil
}
