// Package binary reads and writes WebAssembly's binary format.
//
// Decode accepts what the specification accepts within the features that package wasm supports; Encode
// writes each module in one way: shortest integers, shortest segment forms, no empty sections. So
// Decode(Encode(m)) equals m, while Encode(Decode(b)) may differ from b in such details. Function bodies
// are copied byte for byte.
//
// # Limits on hostile input
//
// Every count is compared with the bytes left before anything of that size is allocated, blocks are
// followed without recursion, and locals are limited to wasm.MaxLocals. Decoding takes memory of at most
// a small multiple of the input, and no input makes it panic.
//
// See https://webassembly.github.io/spec/core/binary/modules.html
package binary
