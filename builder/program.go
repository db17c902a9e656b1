package builder

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/rogpeppe/go-internal/cache"

	"github.com/seed-3f7e3123/mpwasm/builder/compile"
	"github.com/seed-3f7e3123/mpwasm/builder/freeze"
	"github.com/seed-3f7e3123/mpwasm/builder/genhdr"
	"github.com/seed-3f7e3123/mpwasm/builder/link"
	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/python"
	"github.com/seed-3f7e3123/mpwasm/builder/toolchain"
	port "github.com/seed-3f7e3123/mpwasm/micropython-port"
)

// baseFlags are given to every translation unit. setjmp becomes wasm exceptions, which the passes then
// lower. Sections of their own let the linker drop what is not used.
var baseFlags = []string{
	"-std=gnu11", noAsserts, "-ffunction-sections", "-fdata-sections",
	"-mllvm", "-wasm-enable-sjlj", "-mllvm", "-wasm-use-legacy-eh=false",
	"-I/mp", "-I/build",
}

// noAsserts leaves upstream's assertions out.
const noAsserts = "-DNDEBUG"

// workshop is what all programs of one build are made with.
type workshop struct {
	tools      *toolchain.Toolchain
	packages   npm.Packages
	cache      *cache.Cache
	python     python.Interpreter
	sourceDir  string // MicroPython's tree
	cpythonDir string // CPython's tree; empty if nothing of it is used
	version    string
	date       string
	jobs       int
	report     progress.Reporter
}

// program is a C program around MicroPython's core: the guest, or mpy-cross.
type program struct {
	workshop
	title string // for progress
	// buildDir is the folder that the compiler sees as /build.
	buildDir string
	files    compile.Files
	units    []compile.Unit
	base     []string // common to all units: baseFlags, but for a program of this machine
	flags    []string // common to all units, after those
	qstrs    []string // lists of qstrs, as the compiler sees them
	frozen   []freeze.Module
	link     link.Config
	host     compile.Runner // this machine's compiler, instead of the toolchain's
}

// newProgram describes a program whose sources a folder of package port lists. The folder is written
// to workDir first: the compiler reads real folders only.
func newProgram(w workshop, title, folder, workDir string) (*program, error) {
	files := port.Files(folder)
	dir, buildDir := filepath.Join(workDir, "port"), filepath.Join(workDir, "build")
	if err := os.CopyFS(dir, files); err != nil {
		return nil, fmt.Errorf("writing the sources of %s: %w", title, err)
	}
	if folder == port.MpyCross { // its compiler is the guest's
		shared, err := fs.Sub(port.Files(port.WASI), "language")
		if err != nil {
			return nil, err
		}
		if err := os.CopyFS(filepath.Join(dir, "language"), shared); err != nil {
			return nil, fmt.Errorf("writing the sources of %s: %w", title, err)
		}
	}
	if err := os.MkdirAll(buildDir, 0o755); err != nil {
		return nil, fmt.Errorf("making a folder to build %s in: %w", title, err)
	}
	units, err := readSources(os.DirFS(w.sourceDir), os.DirFS(dir))
	if err != nil {
		return nil, err
	}
	return &program{
		workshop: w,
		title:    title,
		buildDir: buildDir,
		base:     baseFlags,
		files:    compile.Files{"mp": w.sourceDir, "port": dir, "build": buildDir},
		units:    units,
	}, nil
}

// prepare gives every unit its whole command line and generates the headers.
func (p *program) prepare(ctx context.Context) (*compile.Compiler, error) {
	common := append(append([]string{}, p.base...), p.flags...)
	for i, unit := range p.units {
		p.units[i].Flags = append(append([]string{}, common...), unit.Flags...)
	}
	compiler := compile.New(p.runner(), p.cache, p.files, p.jobs, p.report)
	err := genhdr.Generate(ctx, genhdr.Config{
		Compiler:    compiler,
		Files:       p.files,
		Python:      p.python,
		SourceDir:   p.sourceDir,
		BuildDir:    p.buildDir,
		Units:       p.units,
		Flags:       common,
		QstrHeaders: p.qstrs,
		Version:     p.version,
		Date:        p.date,
		Title:       p.title,
	})
	if err != nil {
		return nil, fmt.Errorf("generating headers for %s: %w", p.title, err)
	}
	return compiler, nil
}

// runner is what the program is compiled with.
func (p *program) runner() compile.Runner {
	if p.host != nil {
		return p.host
	}
	return p.tools
}

// build compiles the units, and more that were generated after the headers, and links them.
func (p *program) build(ctx context.Context, compiler *compile.Compiler, generated ...compile.Unit) ([]byte, error) {
	units := p.units
	for _, unit := range generated {
		unit.Flags = append(append(append([]string{}, p.base...), p.flags...), unit.Flags...)
		units = append(units, unit)
	}
	results, err := compiler.All(ctx, "compiling "+p.title, compile.Object, units)
	if err != nil {
		return nil, err
	}
	objects := make([]link.Object, len(units))
	for i, unit := range units {
		objects[i] = link.Object{Name: path.Base(unit.Source), Data: results[i]}
	}
	return link.Link(ctx, p.tools, p.link, objects)
}
