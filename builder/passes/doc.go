// Package passes rewrites WebAssembly modules, one step at a time.
//
// A pass takes a module and returns another; it never changes the one it was given, though the two may share
// what they have in common. All returns the table of passes; Run applies a list of them by name. After every
// pass Run encodes the module, decodes the result, looks at which proposals it uses and has an engine validate
// it, so that a mistake shows at the pass that made it and not three steps later.
//
// Each pass has a file of its own, named after it, which begins with what it rewrites, what it assumes and what
// it does not check. RATIONALE.md says why they do not do the obvious thing.
package passes
