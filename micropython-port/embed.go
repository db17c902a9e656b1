// Package port holds the C sources that the builder compiles beside MicroPython's own: the WASI port,
// what mpy-cross needs, and what a build for this machine needs. They stand in folders of their own, because a Go package
// cannot hold C files without cgo.
package port

import (
	"embed"
	"io/fs"
)

// Folders of [Files].
const (
	// WASI is the port: what MicroPython keeps in ports/NAME.
	WASI = "wasi"
	// MpyCross is the compiler of Python modules to bytecode, which the builder runs to freeze them.
	MpyCross = "mpy-cross"
	// Native is what the port is joined with in a build for this machine, for tests.
	Native = "native"
)

//go:embed all:wasi all:mpy-cross all:native
var files embed.FS

// Differences is the list of where the language and the library differ from CPython's on purpose, as Markdown.
//
//go:embed DIFFERENCES.md
var Differences string

// Files returns the tree of one of the folders.
func Files(folder string) fs.FS {
	tree, err := fs.Sub(files, folder)
	if err != nil {
		panic(err) // the names are constant and valid
	}
	return tree
}
