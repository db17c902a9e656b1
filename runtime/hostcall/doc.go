// Package hostcall carries values between Python and Go, and offers Go functions to Python.
//
// Values travel as CBOR (RFC 8949; micropython-port/wasi/host/cbor.h says how each type is written). [Decode] gives Go
// values that keep every difference Python makes, [Encode] takes those and what Go programs commonly hold.
//
// [Func] makes a [Function] of a Go function by looking at its parameters, [RawFunc] one that takes what
// comes. sandbox.SessionConfig takes lists of them:
//
//	hostcall.Func("db.query", func(ctx context.Context, sql string, opts QueryOptions) ([]Row, error) { ... })
//
// and a program calls
//
//	import db
//	rows = db.query("SELECT ...", max_rows=10)
package hostcall
