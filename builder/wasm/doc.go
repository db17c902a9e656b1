// Package wasm is our model of a WebAssembly module, in the words of the specification.
//
// A Module has one field for each section. Package binary decodes it from the binary format and encodes
// it back; package wat prints it as text and reads that back. None of them imports anything but the standard library.
//
// Supported are core 2.0 (with vectors), tail calls, and exception handling in its final form with
// try_table and exnref. What belongs to another proposal is refused with an *UnsupportedError that
// names it, the legacy form of exception handling (try/catch) among them.
//
// # Code stays encoded
//
// A function's body is an Expr: its bytes as they stand in the file, checked when they are decoded. So
// a module of 75 MB takes little more than 75 MB, and a pass that leaves a function alone leaves its
// bytes alone. Whoever wants to look inside iterates over Expr.All or calls Expr.Instructions, and
// turns a list of Instruction back into an Expr with Encode.
//
// # One table
//
// Everything known about an opcode stands in one table, opcodeRows: its name, the shape of its
// immediates, the types of its operands where they are fixed and the feature it belongs to. The decoder,
// the encoder, the text format and DetectFeatures are driven by it.
//
// # What is checked where
//
// The decoder promises a well-formed module: known opcodes, complete immediates, nested blocks, indices
// and branch depths in range, at most MaxLocals locals. A pass can rely on that and index without fear.
// Types are not checked here: package passes asks an engine to validate the module after each pass.
//
// Specification: https://webassembly.github.io/spec/core/
package wasm
