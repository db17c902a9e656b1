package builder

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/compile"
	"github.com/seed-3f7e3123/mpwasm/builder/freeze"
	"github.com/seed-3f7e3123/mpwasm/builder/link"
	port "github.com/seed-3f7e3123/mpwasm/micropython-port"
)

// guestStackBytes is the size of the guest's shadow stack.
const guestStackBytes = 128 * 1024

// guestFlags are the flags of the guest's units, before the variant's; sources.txt says more for some (RATIONALE.md: why -Os). Headers of
// the port's stand in front of some of upstream's.
var guestFlags = []string{"-Os", "-iquote/port/over", "-I/port"}

// gcStressFlag makes the collector run whenever it may (micropython-port/wasi/memory/gcheap.h).
const gcStressFlag = "-DMPWASM_GC_STRESS=1"

// assertsFlag has objects checked where the VM takes a word for one (micropython-port/wasi/check).
const assertsFlag = "-DMPWASM_ASSERTS=1"

// portFlags are those of the port's own files, which have no warning. Upstream's headers leave
// parameters unused.
var portFlags = []string{"-Wall", "-Wextra", "-Wno-unused-parameter", "-Werror"}

// frozenFlags tell MicroPython that there are frozen modules (micropython-port/wasi/language/frozen.c).
var frozenFlags = []string{"-DMICROPY_MODULE_FROZEN_MPY=1"}

// newGuest describes the guest of a variant, with what the user adds to it.
func newGuest(ctx context.Context, w workshop, in inputs, workDir string) (*program, error) {
	p, err := newProgram(w, "MicroPython", port.WASI, filepath.Join(workDir, "guest"))
	if err != nil {
		return nil, err
	}
	for i, unit := range p.units {
		if strings.HasPrefix(unit.Source, "/port/") {
			p.units[i].Flags = append(append([]string{}, portFlags...), unit.Flags...)
		}
	}
	p.qstrs = []string{"/port/qstrdefsport.h"}
	p.link = link.Config{Kind: link.Reactor, StackBytes: guestStackBytes, Exports: []string{"__stack_pointer", "mpwasm_fuel"}}
	p.base = in.base()
	p.flags = append(in.flags(), "-I/port/variants/"+in.variant)
	for _, module := range in.cModules {
		p.addCModule(module)
	}
	portDir := p.files["port"]
	manifest, err := freeze.Manifest(ctx, w.python, w.sourceDir, portDir, filepath.Join(portDir, "variants", in.variant, "manifest.py"))
	if err != nil {
		return nil, err
	}
	borrowed, err := freeze.Library(filepath.Join(w.cpythonDir, "Lib"), in.cpython)
	if err != nil {
		return nil, err
	}
	if p.frozen, err = freeze.Merge(manifest, borrowed, in.frozen); err != nil {
		return nil, err
	}
	if len(p.frozen) > 0 {
		p.flags = append(p.flags, frozenFlags...)
	}
	return p, nil
}

// addCModule adds a user C module's sources. Its flags are for all units, as upstream has it.
func (p *program) addCModule(module cModule) {
	p.files = p.files.With(module.guest, module.Dir)
	p.flags = append(p.flags, module.Flags...)
	for _, source := range module.Sources {
		p.units = append(p.units, compile.Unit{Source: path.Join("/", module.guest, source)})
	}
}

// Variants returns the names of the port's variants.
func Variants() []string {
	entries, err := fs.ReadDir(port.Files(port.WASI), "variants")
	if err != nil {
		panic(err) // embedded
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func checkVariant(variant string) error {
	for _, name := range Variants() {
		if name == variant {
			return nil
		}
	}
	return fmt.Errorf("looking for variant %q: there is none of that name; the variants are %s", variant, strings.Join(Variants(), ", "))
}
