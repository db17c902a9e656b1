package hostcall

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
)

// Call is a call of a host function by a program.
type Call struct {
	// Function is the name that the function was registered under.
	Function string
	// Args are the positional arguments, as [Decode] gives values.
	Args []any
	// Kwargs are the keyword arguments; nil if there are none.
	Kwargs Kwargs
}

// Kwargs are keyword arguments.
type Kwargs map[string]any

// Function is a Go function under a name by which programs call it. [Func] and [RawFunc] make them. It may be given to
// any number of sessions, which call it from the goroutines that run them.
type Function struct {
	name string
	call func(context.Context, Call) (any, error)
	err  error // why it cannot be used
}

// Name returns the name that programs know the function by.
func (f Function) Name() string { return f.name }

// RawFunc makes a host function that takes whatever it is called with. The result is encoded as by [Encode]; an error
// becomes an exception ([Raise] says which).
//
// The name is "name", which programs see as they see built-in functions, or "module.name", which they import the module
// for. The context ends when the run is to end.
func RawFunc(name string, function func(context.Context, Call) (any, error)) Function {
	f := Function{name: name, call: function, err: checkName(name)}
	if f.err == nil && function == nil {
		f.err = errors.New("the function is nil")
	}
	return f
}

// Func makes a host function of a Go function. Python's arguments become its parameters:
//
//	Go                              Python
//	bool                            bool
//	integers, *big.Int              int; OverflowError if it does not fit
//	float64, float32                float, int
//	string                          str
//	[]byte                          bytes
//	other slices, arrays            list, tuple
//	maps                            dict
//	structs                         dict of str, see below
//	pointers                        None, or what they point to
//	any, Tuple, Dict                as [Decode] has it
//
// Parameters of special meaning:
//
//   - a first one of type context.Context; it ends when the run is to end;
//   - a variadic one takes the arguments that are left;
//   - a last one of a struct type takes the keyword arguments: its fields, named as [Encode] names them. They may be
//     left out, and then are zero, unless their tag says `py:",required"`;
//   - a last one of type [Kwargs] takes keyword arguments of any names.
//
// A struct as a last positional argument is declared as a pointer. The function returns nothing, a value, an error, or a value and an
// error. Names, results and errors are as of [RawFunc].
//
// A function that cannot be called like this is refused when a session is made with it, with the reason.
func Func(name string, function any) Function {
	f := Function{name: name, err: checkName(name)}
	if f.err != nil {
		return f
	}
	b, err := bind(function)
	if err != nil {
		f.err = err
		return f
	}
	f.call = b.call
	return f
}

// nameForm is what names of functions look like.
var nameForm = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?$`)

// keywords of MicroPython's grammar.
var keywords = strings.Fields("False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield")

// CheckIdentifier says why a name cannot be that of a Python variable, or returns nil. Names are ASCII here.
func CheckIdentifier(name string) error {
	if strings.Contains(name, ".") || !nameForm.MatchString(name) {
		return fmt.Errorf("the name %q: expected letters, digits and underscores, a digit not first", name)
	}
	if slices.Contains(keywords, name) {
		return fmt.Errorf("the name %q is a keyword of Python", name)
	}
	return nil
}

func checkName(name string) error {
	module, rest, dotted := strings.Cut(name, ".")
	if err := CheckIdentifier(module); err != nil {
		return err
	}
	if !dotted {
		return nil
	}
	if module == "__main__" {
		return fmt.Errorf("the module %q is the program's own", module)
	}
	return CheckIdentifier(rest)
}

var (
	contextType = reflect.TypeFor[context.Context]()
	errorType   = reflect.TypeFor[error]()
	kwargsType  = reflect.TypeFor[Kwargs]()
)
