package builder

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/compile"
	"github.com/seed-3f7e3123/mpwasm/builder/freeze"
	"github.com/seed-3f7e3123/mpwasm/builder/genhdr"
	"github.com/seed-3f7e3123/mpwasm/builder/link"
	port "github.com/seed-3f7e3123/mpwasm/micropython-port"
)

// frozenContent is the C file that holds the frozen modules, in the guest's build folder.
const frozenContent = "frozen_content.c"

// cpythonList names, in a variant's folder, the modules that it freezes as they are in CPython's library.
const cpythonList = "cpython.txt"

// cpythonModules reads a variant's list of modules of CPython's: on each line a pattern below Lib, and the reason why
// that module is taken and not written. No list means no modules.
func cpythonModules(variant string) ([]string, error) {
	return readList(port.Files(port.WASI), path.Join("variants", variant, cpythonList))
}

// readList reads a list of .py files: on each line one, and the reason why it stands there. Nil means that there is no list.
func readList(files fs.FS, name string) ([]string, error) {
	text, err := fs.ReadFile(files, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	var patterns []string
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || strings.HasPrefix(fields[0], "#"):
			continue
		case len(fields) == 1 || path.Ext(fields[0]) != ".py":
			return nil, fmt.Errorf("reading %s:%d: expected a pattern of .py files and a reason", name, number)
		}
		patterns = append(patterns, fields[0])
	}
	return patterns, nil
}

// freeze writes the guest's frozen modules as a C file and returns it as a unit. Without any module
// there is none.
func (w workshop) freeze(ctx context.Context, guest *program, workDir string) (_ []compile.Unit, err error) {
	if len(guest.frozen) == 0 {
		return nil, nil
	}
	cross, err := w.mpyCross(ctx, filepath.Join(workDir, "mpy-cross"))
	if err != nil {
		return nil, fmt.Errorf("building mpy-cross: %w", err)
	}
	defer func() { err = errors.Join(err, cross.Close(context.WithoutCancel(ctx))) }()
	content, err := freeze.Content(ctx, freeze.Config{
		Compiler: cross,
		Names:    filepath.Join(guest.buildDir, genhdr.Folder, genhdr.GeneratedQstrs),
		Dir:      filepath.Join(workDir, mpyDir),
		Jobs:     w.jobs,
		Report:   w.report,
	}, guest.frozen)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(guest.buildDir, frozenContent), content, 0o644); err != nil {
		return nil, fmt.Errorf("writing the frozen modules: %w", err)
	}
	return []compile.Unit{{Source: "/build/" + frozenContent}}, nil
}

// crossStackBytes is the size of mpy-cross's shadow stack.
const crossStackBytes = 1 << 20

// mpyCross builds mpy-cross and makes it ready to run.
func (w workshop) mpyCross(ctx context.Context, workDir string) (*freeze.MpyCross, error) {
	p, err := newProgram(w, "mpy-cross", port.MpyCross, workDir)
	if err != nil {
		return nil, err
	}
	p.flags = []string{"-O1", "-I/port", "-I/mp/mpy-cross"}
	p.qstrs = []string{"/mp/mpy-cross/qstrdefsport.h"}
	p.link = link.Config{Kind: link.Command, StackBytes: crossStackBytes}
	compiler, err := p.prepare(ctx)
	if err != nil {
		return nil, err
	}
	linked, err := p.build(ctx, compiler)
	if err != nil {
		return nil, err
	}
	module, err := w.transform(ctx, p.title, linked, crossSteps, "")
	if err != nil {
		return nil, err
	}
	return freeze.NewMpyCross(ctx, module)
}

// mpyDir is where, below the folder of a build, modules that are frozen lie as bytecode.
const mpyDir = "mpy"

// moduleSizes says what the modules take that were frozen.
func moduleSizes(workDir string, modules []freeze.Module) ([]artifact.ModuleSize, error) {
	var sizes []artifact.ModuleSize
	for _, module := range modules {
		name := strings.TrimSuffix(module.Target, ".py")
		info, err := os.Stat(filepath.Join(workDir, mpyDir, filepath.FromSlash(name)+".mpy"))
		if err != nil {
			return nil, fmt.Errorf("measuring a frozen module: %w", err)
		}
		name = strings.ReplaceAll(strings.TrimSuffix(name, "/__init__"), "/", ".")
		sizes = append(sizes, artifact.ModuleSize{Name: name, Bytes: info.Size()})
	}
	slices.SortFunc(sizes, func(a, b artifact.ModuleSize) int { return strings.Compare(a.Name, b.Name) })
	return sizes, nil
}
