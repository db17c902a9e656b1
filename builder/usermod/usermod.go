// Package usermod reads user C modules: folders with C sources that add a module to the guest.
//
// MicroPython describes such a folder in a file micropython.mk, for make. This package reads that file
// as far as modules need it, so that modules written for other ports build here, without make:
// comments, assignments (=, :=, +=), line continuation, and references to variables set before. A
// folder without the file is taken as it is: each .c file in it, with the folder on the include path.
//
// Reference: MicroPython's docs/develop/cmodules.rst.
package usermod

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/userfile"
)

// makefile is the file that describes a module.
const makefile = "micropython.mk"

// Module is a user C module.
type Module struct {
	// Dir is its folder on the host.
	Dir string
	// Sources are its C files, slash-separated, relative to Dir.
	Sources []string
	// Flags are given to the compiler; they name the folder as Guest gave it.
	Flags []string
}

// Find returns the modules at dir: dir itself if it is a module, else its subfolders that are, as
// upstream's USER_C_MODULES does. The function guest gives the path at which the compiler will see the
// n-th module.
func Find(dir string, guest func(n int) string) ([]Module, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("reading the C module: %w", err)
	}
	dirs := []string{dir}
	if !isModule(dir) {
		dirs = nil
		for _, entry := range entries {
			if sub := filepath.Join(dir, entry.Name()); entry.IsDir() && isModule(sub) {
				dirs = append(dirs, sub)
			}
		}
	}
	if len(dirs) == 0 {
		return nil, fmt.Errorf("reading the C module: neither %s nor a folder in it holds a %s or a .c file", dir, makefile)
	}
	modules := make([]Module, len(dirs))
	for i, dir := range dirs {
		if modules[i], err = read(dir, guest(i)); err != nil {
			return nil, err
		}
	}
	return modules, nil
}

func isModule(dir string) bool {
	if _, err := os.Stat(filepath.Join(dir, makefile)); err == nil {
		return true
	}
	return len(sources(dir)) > 0
}

// sources returns the C files directly in dir.
func sources(dir string) []string {
	names, err := fs.Glob(os.DirFS(dir), "*.c")
	if err != nil {
		panic(err) // the pattern is constant and valid
	}
	sort.Strings(names)
	return names
}

// read reads one module, which the compiler will see at guest.
func read(dir, guest string) (Module, error) {
	text, err := userfile.Read(filepath.Join(dir, makefile))
	if errors.Is(err, fs.ErrNotExist) {
		return Module{Dir: dir, Sources: sources(dir), Flags: []string{"-I" + guest}}, nil
	}
	if err != nil {
		return Module{}, fmt.Errorf("reading the C module: %w", err)
	}
	vars, err := parse(string(text), map[string]string{"USERMOD_DIR": guest})
	if err != nil {
		return Module{}, fmt.Errorf("reading %s: %w", filepath.Join(dir, makefile), err)
	}
	module := Module{Dir: dir, Flags: strings.Fields(vars["CFLAGS_USERMOD"])}
	for _, name := range []string{"SRC_USERMOD", "SRC_USERMOD_C", "SRC_USERMOD_LIB_C"} {
		for _, source := range strings.Fields(vars[name]) {
			rel := strings.TrimPrefix(path.Clean(source), guest+"/")
			if path.IsAbs(rel) || !fs.ValidPath(rel) {
				return Module{}, fmt.Errorf("reading %s: source %s lies outside the module's folder", filepath.Join(dir, makefile), source)
			}
			module.Sources = append(module.Sources, rel)
		}
	}
	for _, name := range []string{"SRC_USERMOD_CXX", "SRC_USERMOD_LIB_CXX", "SRC_USERMOD_LIB_ASM", "LDFLAGS_USERMOD"} {
		if vars[name] != "" {
			return Module{}, fmt.Errorf("reading %s: %s is set, but only modules in C that need no linker flags are supported", filepath.Join(dir, makefile), name)
		}
	}
	if len(module.Sources) == 0 {
		return Module{}, fmt.Errorf("reading %s: it names no sources; expected SRC_USERMOD_C", filepath.Join(dir, makefile))
	}
	return module, nil
}
