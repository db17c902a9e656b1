// Package translate writes artifacts as Go packages, by wasm2go (github.com/ncruces/wasm2go), for sandbox.EngineConfig.Translated: no code is
// made when a program runs, and it runs about 1.9 times as fast as by wazero. It needs a Go toolchain.
//
// What a package is made of is in part MicroPython's, in Go; it is never committed, and belongs to whoever builds it.
package translate
