// Package freeze turns Python modules into C, as bytecode that the guest carries: frozen modules.
//
//	frozen manifest, folders -> modules -> mpy-cross -> .mpy -> streams -> frozen_content.c
//
// Upstream's tools/makemanifest.py does the same with mpy-cross as a process, where ours is a wasm module that runs in this one, and writes
// structs in C, where ours packs bytecode by what it is made of (pack.go).
package freeze

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/python"
	"github.com/seed-3f7e3123/mpwasm/builder/userfile"
)

//go:embed expand.py
var expandScript string

// Module is a Python module to be frozen.
type Module struct {
	// Target is its path in the frozen tree, slash-separated: "asyncio/core.py".
	Target string `json:"target"`
	// Source is its text.
	Source string `json:"source"`
	// Opt is the optimisation level: 1 drops asserts, 3 line numbers as well.
	Opt int `json:"opt"`
}

// Manifest returns the modules that a frozen manifest names. Paths in it may use $(MPY_DIR), which is
// sourceDir, and $(PORT_DIR).
func Manifest(ctx context.Context, py python.Interpreter, sourceDir, portDir, manifest string) ([]Module, error) {
	out, err := py.Run(ctx, portDir, "-c", expandScript, sourceDir, portDir, manifest)
	if err != nil {
		return nil, fmt.Errorf("reading the frozen manifest: %w", err)
	}
	var modules []Module
	if err := json.Unmarshal(out, &modules); err != nil {
		return nil, fmt.Errorf("reading the frozen manifest: %w", err)
	}
	return modules, nil
}

// importable are the targets that an import statement can name.
var importable = regexp.MustCompile(`^([A-Za-z_][A-Za-z0-9_]*/)*[A-Za-z_][A-Za-z0-9_]*\.py$`)

// Folder returns the modules of a folder: each .py file below it, by its path there.
func Folder(dir string) ([]Module, error) {
	var modules []Module
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".py" {
			return err
		}
		source, err := userfile.Read(path)
		if err != nil {
			return err
		}
		target, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		target = filepath.ToSlash(target)
		if !importable.MatchString(target) {
			return fmt.Errorf("%s: expected a name that Python can import (letters, digits and _); rename it", target)
		}
		modules = append(modules, Module{Target: target, Source: strings.TrimPrefix(string(source), "\uFEFF")})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the folder to freeze: %w", err)
	}
	if len(modules) == 0 {
		return nil, fmt.Errorf("reading the folder to freeze: %s holds no .py file", dir)
	}
	return modules, nil
}

// Library returns the modules below dir, which is Lib of CPython's tree, that match patterns as of [path.Match].
func Library(dir string, patterns []string) ([]Module, error) {
	var modules []Module
	for _, pattern := range patterns {
		targets, err := fs.Glob(os.DirFS(dir), pattern)
		if err != nil || len(targets) == 0 {
			return nil, errors.Join(err, fmt.Errorf("freezing CPython's modules: %s matches nothing in Lib", pattern))
		}
		for _, target := range targets {
			source, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(target)))
			if err != nil {
				return nil, fmt.Errorf("freezing CPython's modules: %w", err)
			}
			modules = append(modules, Module{Target: target, Source: string(source)})
		}
	}
	return modules, nil
}

// Merge joins lists of modules, in the order of their targets: a manifest that freezes a folder has that of the file system.
// The same target twice is an error.
func Merge(lists ...[]Module) ([]Module, error) {
	var all []Module
	seen := map[string]bool{}
	for _, list := range lists {
		for _, module := range list {
			if seen[module.Target] {
				return nil, fmt.Errorf("freezing %s: there are two modules of that name", module.Target)
			}
			seen[module.Target] = true
			all = append(all, module)
		}
	}
	slices.SortFunc(all, func(a, b Module) int { return strings.Compare(a.Target, b.Target) })
	return all, nil
}

// Compiler compiles a module to the .mpy format; mpy-cross is one.
type Compiler interface {
	Compile(ctx context.Context, module Module) ([]byte, error)
}

// Config says how modules become C.
type Config struct {
	Compiler Compiler
	// Names is the generated header of the names that the guest knows anyway (genhdr).
	Names string
	// Dir is where .mpy files are put.
	Dir    string
	Jobs   int
	Report progress.Reporter
}

// Content returns the C source that holds the modules.
func Content(ctx context.Context, cfg Config, modules []Module) ([]byte, error) {
	files, err := compileAll(ctx, cfg, modules)
	if err != nil {
		return nil, err
	}
	return content(cfg, modules, files)
}

// compileAll writes the .mpy file of each module and returns their names, relative to cfg.Dir so that
// the content does not depend on where that is.
func compileAll(ctx context.Context, cfg Config, modules []Module) (files []string, err error) {
	task := cfg.Report.Start("freezing modules", int64(len(modules)), progress.Items)
	defer func() { task.End(err) }()
	files = make([]string, len(modules))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(cfg.Jobs, 1))
	for i, module := range modules {
		files[i] = strings.TrimSuffix(module.Target, ".py") + ".mpy"
		group.Go(func() error {
			code, err := cfg.Compiler.Compile(ctx, module)
			if err != nil {
				return fmt.Errorf("freezing %s: %w", module.Target, err)
			}
			path := filepath.Join(cfg.Dir, filepath.FromSlash(files[i]))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				return fmt.Errorf("freezing %s: %w", module.Target, err)
			}
			if err := os.WriteFile(path, code, 0o644); err != nil {
				return fmt.Errorf("freezing %s: %w", module.Target, err)
			}
			task.Add(1)
			return nil
		})
	}
	return files, group.Wait()
}
