package hostcall

import (
	"errors"
	"fmt"
)

// Exception is an error that programs see as a Python exception of a chosen type.
type Exception struct {
	// Type is the name of one of MicroPython's built-in exceptions, such as "ValueError", "KeyError" or "OSError". Where
	// the guest has none of that name it raises RuntimeError and puts the name in front of the message.
	Type string
	// Message is the exception's argument: what str(exception) gives.
	Message string
}

// Error returns the exception as Python prints it.
func (e *Exception) Error() string { return e.Type + ": " + e.Message }

// ErrPause is what a host function returns, as it is or wrapped, that has its answer later: when a person has agreed, or another
// system has. The run is paused then, to be gone on with by sandbox.Paused.Resume. What the function did before it returned this is
// not done again.
//
// A session's Stdin may return it too, where there is nothing to read yet.
var ErrPause = errors.New("the answer comes later")

// Raise returns an error that programs see as an exception of the given type. It may be wrapped, by fmt.Errorf with %w
// for example: the exception is found, and what is around it is for the host's logs alone.
//
// Any other error that a host function returns becomes a RuntimeError with the error's text. That text is the program's
// to read: return a Raise where it would tell too much.
func Raise(typeName, message string) error {
	return &Exception{Type: typeName, Message: message}
}

// Raisef is Raise with a format, as of fmt.Sprintf.
func Raisef(typeName, format string, args ...any) error {
	return Raise(typeName, fmt.Sprintf(format, args...))
}

// exceptionOf says what a program sees of an error.
func exceptionOf(err error) *Exception {
	var exception *Exception
	if errors.As(err, &exception) {
		return exception
	}
	return &Exception{Type: "RuntimeError", Message: err.Error()}
}

// PanicError says that a host function panicked, or a method of the error that it returned, such as a nil *Exception. It is a host
// error: the program does not see it, the run ends.
type PanicError struct {
	// Function is the name of the function.
	Function string
	// Value is what it panicked with.
	Value any
	// Stack is the stack of the goroutine at that point.
	Stack []byte
}

// Error names the function and the value.
func (e *PanicError) Error() string {
	return fmt.Sprintf("host function %s panicked: %v", e.Function, e.Value)
}

// Unwrap returns the value if it is an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}
