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

	bound     *binding // of one by Func
	awaitable bool
}

// Name returns the name that programs know the function by.
func (f Function) Name() string { return f.name }

// Call does what the function does for a call of a program's: for one that a paused run waits for, say. What does not fit is an
// *Exception.
func (f Function) Call(ctx context.Context, call Call) (any, error) {
	if f.err != nil {
		return nil, fmt.Errorf("host function %q: %w", f.name, f.err)
	}
	return f.call(ctx, call)
}

// RawFunc makes a host function that takes whatever it is called with. The result is encoded as by [Encode]; an error
// becomes an exception ([Raise] says which).
//
// The name is "name", which programs see as they see built-in functions, or "module.name", which they import the module
// for. Refused when a session is made are keywords, names with two underscores at both ends, names that Python has built in (len,
// ValueError), and names of modules that the artifact holds, built in or frozen (sys, json): programs could not use what
// they hid. Anything else may be taken, soft keywords such as match among them; a module of functions hides a file of that name
// in a mount. The context ends when the run is to end. It is what [Handle.Call]
// takes to call back while the run waits for the function.
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
//	float64, float32                float, int, rounded; OverflowError if it does not fit
//	string                          str
//	[]byte                          bytes
//	other slices, arrays            list, tuple
//	maps                            dict
//	structs                         dict of str, see below
//	pointers                        None, or what they point to
//	*Handle                         an object that has no plain value, such as a function; nil for None
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
	f.call, f.bound = b.call, b
	return f
}

// nameForm is what names of functions look like.
var nameForm = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?$`)

// keywords of MicroPython's grammar.
var keywords = strings.Fields("False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield")

// TakenError says that a guest knows a function's name as something else.
func TakenError(name string) error {
	if module, _, dotted := strings.Cut(name, "."); dotted {
		return fmt.Errorf("host function %q: Python has a module %q, which programs could not import any more; choose another name for the module", name, module)
	}
	return fmt.Errorf("host function %q: Python has a built-in of that name, which programs and modules that they import could not use any more; choose another name", name)
}

// MaxNameBytes is how long a name may be, of a variable, a function with its module, or a program: the guest has no longer ones.
const MaxNameBytes = 255

// CheckIdentifier says why a name cannot be that of a Python variable, or returns nil. Names are ASCII here.
func CheckIdentifier(name string) error {
	if len(name) > MaxNameBytes {
		return fmt.Errorf("the name %.40q... of %d bytes: it must have at most %d", name, len(name), MaxNameBytes)
	}
	if strings.Contains(name, ".") || !nameForm.MatchString(name) {
		return fmt.Errorf("the name %q: expected letters, digits and underscores, a digit not first", name)
	}
	if slices.Contains(keywords, name) {
		return fmt.Errorf("the name %q is a keyword of Python", name)
	}
	return nil
}

func checkName(name string) error {
	if len(name) > MaxNameBytes {
		return CheckIdentifier(name)
	}
	module, rest, dotted := strings.Cut(name, ".")
	if err := CheckIdentifier(module); err != nil {
		return err
	}
	if module == "__main__" && dotted {
		return fmt.Errorf("the module %q is the program's own", module)
	}
	if err := checkNotSpecial(module); err != nil || !dotted {
		return err
	}
	if err := CheckIdentifier(rest); err != nil {
		return err
	}
	return checkNotSpecial(rest)
}

// checkNotSpecial refuses names such as __name__, __getattr__ and __import__.
func checkNotSpecial(name string) error {
	if strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") {
		return fmt.Errorf("the name %q means something to Python; choose one without underscores around it", name)
	}
	return nil
}

var (
	contextType = reflect.TypeFor[context.Context]()
	errorType   = reflect.TypeFor[error]()
	kwargsType  = reflect.TypeFor[Kwargs]()
)
