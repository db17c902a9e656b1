package hostcall

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// binding is a Go function whose parameters are known.
type binding struct {
	function     reflect.Value
	quick        quick // nil if there is none
	takesContext bool
	positional   []reflect.Type
	variadic     reflect.Type // of one argument; nil if the function has no such parameter
	keywords     reflect.Type // a struct, Kwargs, or nil
	fields       []field      // of keywords, if that is a struct
	valued       bool         // the first result is a value
	fallible     bool         // the last result is an error
}

// bind looks at a function once, so that calls need not.
func bind(function any) (*binding, error) {
	b := &binding{function: reflect.ValueOf(function), quick: quickOf(function)}
	if b.function.Kind() != reflect.Func {
		return nil, fmt.Errorf("expected a function, got %T", function)
	}
	if b.function.IsNil() {
		return nil, fmt.Errorf("the function is nil")
	}
	if err := b.bindParameters(b.function.Type()); err != nil {
		return nil, err
	}
	return b, b.bindResults(b.function.Type())
}

func (b *binding) bindParameters(t reflect.Type) error {
	parameters := slices.Collect(t.Ins())
	if len(parameters) > 0 && parameters[0] == contextType {
		b.takesContext = true
		parameters = parameters[1:]
	}
	if n := len(parameters) - 1; n >= 0 {
		switch last := parameters[n]; {
		case t.IsVariadic():
			b.variadic = last.Elem()
			parameters = parameters[:n]
		case last == kwargsType, last.Kind() == reflect.Struct:
			b.keywords = last
			parameters = parameters[:n]
		}
	}
	b.positional = parameters
	for i, p := range parameters {
		if err := checkParameter(p); err != nil {
			return fmt.Errorf("parameter %d: %w", i+1, err)
		}
	}
	if b.variadic != nil {
		if err := checkParameter(b.variadic); err != nil {
			return fmt.Errorf("the variadic parameter: %w", err)
		}
	}
	return b.bindKeywords()
}

func (b *binding) bindKeywords() (err error) {
	if b.keywords == nil || b.keywords == kwargsType {
		return nil
	}
	if err := checkParameter(b.keywords); err != nil {
		return fmt.Errorf("the keyword arguments: %w", err)
	}
	b.fields, err = fieldsOf(b.keywords)
	return err
}

func (b *binding) bindResults(t reflect.Type) error {
	results := slices.Collect(t.Outs())
	if n := len(results); n > 0 && results[n-1] == errorType {
		b.fallible = true
		results = results[:n-1]
	}
	switch len(results) {
	case 0:
		return nil
	case 1:
		b.valued = true
		if err := checkResult(results[0]); err != nil {
			return fmt.Errorf("the result: %w", err)
		}
		return nil
	default:
		return fmt.Errorf("%d results: expected at most a value and an error; return a hostcall.Tuple for more", len(results))
	}
}

// call calls the function. An error that says that the arguments do not fit is an *Exception, as Python raises it.
func (b *binding) call(ctx context.Context, call Call) (any, error) {
	if b.quick != nil && len(call.Kwargs) == 0 {
		if value, called, err := b.quick(ctx, call.Args); called {
			return value, err
		}
	}
	in, err := b.arguments(ctx, call)
	if err != nil {
		return nil, err
	}
	out := b.function.Call(in)
	if b.fallible {
		if err, ok := out[len(out)-1].Interface().(error); ok {
			return nil, err
		}
	}
	if !b.valued {
		return nil, nil
	}
	return out[0].Interface(), nil
}

func (b *binding) arguments(ctx context.Context, call Call) ([]reflect.Value, error) {
	if n := len(b.positional); len(call.Args) < n || len(call.Args) > n && b.variadic == nil {
		return nil, Raisef("TypeError", "%s() takes %d positional arguments but %d were given; it is %s", call.Function, n, len(call.Args), b.signature(call.Function))
	}
	in := make([]reflect.Value, 0, len(call.Args)+2)
	if b.takesContext {
		in = append(in, reflect.ValueOf(ctx))
	}
	for i, arg := range call.Args {
		t := b.variadic
		if i < len(b.positional) {
			t = b.positional[i]
		}
		value, err := argumentOf(arg, t)
		if err != nil {
			return nil, argumentError(fmt.Sprintf("%s() argument %d", call.Function, i+1), err)
		}
		in = append(in, value)
	}
	keywords, err := b.keywordArguments(call)
	if err != nil {
		return nil, err
	}
	return append(in, keywords...), nil
}

// argumentOf makes a value of a type. The types that come as they are need no room made for them.
func argumentOf(arg any, t reflect.Type) (reflect.Value, error) {
	if v := reflect.ValueOf(arg); v.IsValid() && v.Type() == t {
		return v, nil
	}
	if n, ok := arg.(int64); ok && t == intType && int64(int(n)) == n {
		return reflect.ValueOf(int(n)), nil
	}
	value := reflect.New(t).Elem()
	return value, convert(arg, value)
}

var intType = reflect.TypeFor[int]()

func (b *binding) keywordArguments(call Call) ([]reflect.Value, error) {
	switch {
	case b.keywords == kwargsType:
		return []reflect.Value{reflect.ValueOf(call.Kwargs)}, nil
	case b.keywords != nil:
		value := reflect.New(b.keywords).Elem()
		if err := convertFields(call.Kwargs, b.fields, value); err != nil {
			e := exceptionOf(err)
			return nil, Raisef(e.Type, "%s() keyword argument: %s; it is %s", call.Function, e.Message, b.signature(call.Function))
		}
		return []reflect.Value{value}, nil
	case len(call.Kwargs) > 0:
		names := slices.Sorted(maps.Keys(call.Kwargs))
		return nil, Raisef("TypeError", "%s() takes no keyword arguments, got %s; it is %s", call.Function, names[0], b.signature(call.Function))
	default:
		return nil, nil
	}
}
