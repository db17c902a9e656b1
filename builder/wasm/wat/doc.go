// Package wat turns modules into WebAssembly's text format and a subset of that back into modules.
//
// It exists for people and tests: a pass shows what it did by a golden pair case.wat and case.want.wat.
//
// Print writes one instruction a line, indented by block, with names from the name section and otherwise
// numbers in the form of identifiers ($0). A branch to a block names the block's label; a branch that
// leaves the function, which has no label to name, shows its depth. Custom sections appear as comments.
//
// Parse reads what Print writes, and what people like to add when they write by hand: blanks and comments,
// exports and imports inside a definition, functions and blocks whose type is not declared, folded
// instructions (but not folded blocks), hexadecimal and underscored numbers. It ignores nothing silently:
// what it does not know is an error with a line number. Parse(Print(m)) equals m but for custom sections
// other than names, and for how declarations of locals are grouped.
//
// See https://webassembly.github.io/spec/core/text/
package wat
