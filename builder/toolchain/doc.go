// Package toolchain runs LLVM (clang, wasm-ld, llvm-ar) inside this process.
//
// The compiler is itself one WebAssembly module, from the npm package @yowasp/clang, and wazero runs
// it: no compiler is installed, no process is started, and the same bytes come out on every operating
// system and processor. Opening it compiles the 75 MB module ahead of time, once: about half a minute
// on two cores, from then on it loads from the cache in about a second.
//
// A [Toolchain] is a pure function of its inputs. It sees only what a [Command] mounts, has a clock
// that stands still, no environment and no randomness; so its output may be cached by a hash of the
// command and the files it read.
package toolchain
