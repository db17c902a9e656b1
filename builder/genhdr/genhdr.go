// Package genhdr makes MicroPython's generated headers: interned strings (qstrs), registered modules
// and root pointers, collected from the preprocessed sources by upstream's own scripts.
//
// It follows the rules of upstream's py/mkrules.mk and py/py.mk, with clang run through the cache of
// package compile and the text filters written in Go, so that neither make nor a shell is needed.
package genhdr

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"golang.org/x/sync/errgroup"

	"github.com/seed-3f7e3123/mpwasm/builder/compile"
	"github.com/seed-3f7e3123/mpwasm/builder/python"
)

// Folder is where the headers are, in the folder that the compiler sees as /build.
const Folder = "genhdr"

// GeneratedQstrs is the header of the names that the guest knows, in [Folder].
const GeneratedQstrs = "qstrdefs.generated.h"

// PreprocessedQstrs is a by-product that freezing needs, in [Folder].
const PreprocessedQstrs = "qstrdefs.preprocessed.h"

// Config says what to make headers for.
type Config struct {
	Compiler *compile.Compiler
	Files    compile.Files
	Python   python.Interpreter
	// SourceDir is MicroPython's tree, where the scripts are.
	SourceDir string
	// BuildDir is the folder of the host that the compiler sees as /build.
	BuildDir string
	// Units are the translation units to scan.
	Units []compile.Unit
	// Flags are the flags common to all units.
	Flags []string
	// QstrHeaders are lists of qstrs beyond those found, as the compiler sees them.
	QstrHeaders []string
	// Version is MicroPython's version, for sys.version.
	Version string
	// Date is put into sys.version in place of the day of the build.
	Date string
	// Title names the program for the progress display.
	Title string
}

// Generate writes the headers into BuildDir/genhdr.
func Generate(ctx context.Context, cfg Config) error {
	g := generator{Config: cfg, dir: filepath.Join(cfg.BuildDir, Folder)}
	if err := os.MkdirAll(g.dir, 0o755); err != nil {
		return fmt.Errorf("making the folder for generated headers: %w", err)
	}
	if err := g.writeVersion(); err != nil {
		return err
	}
	if err := g.scan(ctx); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return g.qstrs(ctx) })
	group.Go(func() error { return g.collected(ctx, "module", "moduledefs.h", "makemoduledefs.py") })
	group.Go(func() error { return g.collected(ctx, "root_pointer", "root_pointers.h", "make_root_pointers.py") })
	return group.Wait()
}

type generator struct {
	Config
	dir string
}

func (g generator) script(name string) string { return filepath.Join(g.SourceDir, "py", name) }

// writeVersion stands in for py/makeversionhdr.py, which asks git and the clock.
func (g generator) writeVersion() error {
	text := fmt.Sprintf("#define MICROPY_GIT_TAG \"v%s\"\n#define MICROPY_GIT_HASH \"v%[1]s\"\n#define MICROPY_BUILD_DATE \"%s\"\n", g.Version, g.Date)
	return g.write("mpversion.h", []byte(text))
}

func (g generator) write(name string, data []byte) error {
	if err := os.WriteFile(filepath.Join(g.dir, name), data, 0o644); err != nil {
		return fmt.Errorf("writing a generated header: %w", err)
	}
	return nil
}

// scan preprocesses all units into one file, which the scripts then split.
func (g generator) scan(ctx context.Context) error {
	units := make([]compile.Unit, len(g.Units))
	for i, unit := range g.Units {
		units[i] = compile.Unit{Source: unit.Source, Flags: append(append([]string{}, unit.Flags...), "-DNO_QSTR")}
	}
	texts, err := g.Compiler.All(ctx, "scanning "+g.Title, compile.Preprocess, units)
	if err != nil {
		return err
	}
	return g.write("qstr.i.last", bytes.Join(texts, nil))
}

// split runs makeqstrdefs.py over the scan for one kind of entry, into NAME.collected.
func (g generator) split(ctx context.Context, kind string) (collected string, err error) {
	parts := filepath.Join(g.dir, kind)
	if err := os.RemoveAll(parts); err != nil { // of units that are no more
		return "", fmt.Errorf("clearing the folder for collected entries: %w", err)
	}
	if err := os.MkdirAll(parts, 0o755); err != nil {
		return "", fmt.Errorf("making a folder for collected entries: %w", err)
	}
	script := g.script("makeqstrdefs.py")
	if _, err := g.Python.Run(ctx, g.dir, script, "split", kind, "qstr.i.last", parts, "_"); err != nil {
		return "", err
	}
	collected = filepath.Join(g.dir, kind+".collected")
	if _, err := g.Python.Run(ctx, g.dir, script, "cat", kind, "_", parts, collected); err != nil {
		return "", err
	}
	return collected, nil
}

// collected makes one of the headers that a script writes from a kind of entry.
func (g generator) collected(ctx context.Context, kind, header, script string) error {
	collected, err := g.split(ctx, kind)
	if err != nil {
		return err
	}
	text, err := g.Python.Run(ctx, g.dir, g.script(script), collected)
	if err != nil {
		return err
	}
	return g.write(header, text)
}

var (
	plainQstr  = regexp.MustCompile(`(?m)^Q\(.*\)`)
	quotedQstr = regexp.MustCompile(`(?m)^"(Q\(.*\))"`)
)

// qstrs makes qstrdefs.generated.h. The entries go through the preprocessor, since #if lines stand
// between them, in quotes, since they are no C tokens.
func (g generator) qstrs(ctx context.Context) error {
	collected, err := g.split(ctx, "qstr")
	if err != nil {
		return err
	}
	var all []byte
	for _, header := range append([]string{"/mp/py/qstrdefs.h"}, g.QstrHeaders...) {
		text, err := g.Files.ReadFile(header)
		if err != nil {
			return err
		}
		all = append(all, text...)
	}
	found, err := os.ReadFile(collected)
	if err != nil {
		return fmt.Errorf("reading the collected strings: %w", err)
	}
	all = plainQstr.ReplaceAll(append(all, found...), []byte(`"$0"`))
	const quoted = "qstrdefs.quoted.h"
	if err := g.write(quoted, all); err != nil {
		return err
	}
	unit := compile.Unit{Source: "/build/" + Folder + "/" + quoted, Flags: append(append([]string{}, g.Flags...), "-x", "c")}
	text, err := g.Compiler.One(ctx, compile.Preprocess, unit)
	if err != nil {
		return fmt.Errorf("preprocessing the collected strings: %w", err)
	}
	if err := g.write(PreprocessedQstrs, quotedQstr.ReplaceAll(text, []byte("$1"))); err != nil {
		return err
	}
	header, err := g.Python.Run(ctx, g.dir, g.script("makeqstrdata.py"), PreprocessedQstrs)
	if err != nil {
		return err
	}
	return g.write(GeneratedQstrs, header)
}
