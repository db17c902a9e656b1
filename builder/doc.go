// Package builder builds the artifact: MicroPython as one WebAssembly module.
//
//	source -> toolchain -> genhdr -> compile -> link -> passes -> optimize -> artifact + manifest
//
// [Build] reads like that line. It is the only place that knows all stages; each stage is a package
// below this one and knows none of the others. README.md beside this file tells how data flows and what
// was hard; RATIONALE.md answers why it is not done in the obvious way.
package builder
