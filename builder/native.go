package builder

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"

	"github.com/seed-3f7e3123/mpwasm/builder/compile"
	"github.com/seed-3f7e3123/mpwasm/builder/genhdr"
	"github.com/seed-3f7e3123/mpwasm/builder/native"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/python"
	"github.com/seed-3f7e3123/mpwasm/builder/source"
	port "github.com/seed-3f7e3123/mpwasm/micropython-port"
)

// NativeConfig says how to build the guest for this machine.
type NativeConfig struct {
	// CacheDir, Variant, Source, Jobs and Report are those of [Config].
	CacheDir string
	Variant  string
	Source   string
	Jobs     int
	Report   progress.Reporter
	// Output is the executable to write.
	Output string
	// Folder names the folder of the cache to build in, which another build of the same name can go on from; empty means one for the
	// output.
	Folder string
	// Sanitize turns AddressSanitizer, UndefinedBehaviorSanitizer and upstream's assertions on.
	Sanitize bool
	// Coverage counts which lines run (clang's source-based coverage).
	Coverage bool
	// Fuzzer makes a libFuzzer of it.
	Fuzzer bool
}

// nativeFlags make objects for this machine that are as much like those for wasm as can be: 32-bit words, doubles that are
// aligned to 8 bytes and computed in 64 bits.
var nativeFlags = []string{
	"-std=gnu11", "-m32", "-msse2", "-mfpmath=sse", "-O1", "-g", "-fno-omit-frame-pointer", "-fno-pie", "-ffunction-sections",
	"-D_GNU_SOURCE", "-D_FILE_OFFSET_BITS=64", "-DMPWASM_GLOBAL=", "-DMPWASM_NATIVE=1",
	"-I/mp", "-I/build",
}

// nativeGuestFlags are those of the guest's units. The units that play the host use libc's structures as they are.
var nativeGuestFlags = []string{"-malign-double", "-finstrument-function-entry-bare", "-finline-hint-functions"}
var nativeHostFlags = []string{"-Wall", "-Wextra", "-Werror", "-Wno-unknown-attributes"}

// sanitizeFlags report what must not be. What is well-defined where the guest runs is no report: unaligned access, and addresses
// that are computed in unsigned arithmetic, as the VM's jumps are. Functions are called by other types than their own
// throughout; wasm checks that by itself.
var sanitizeFlags = []string{
	"-fsanitize=address,undefined", "-fsanitize-recover=undefined", "-fno-sanitize=alignment,function,pointer-overflow,nonnull-attribute",
}

// BuildNative builds the guest for this machine, for tests: the same C, with a heap of malloc's and a small host in C
// (micropython-port/native). It needs clang, and compiles only what changed since the last time.
func BuildNative(ctx context.Context, cfg NativeConfig) error {
	compiler, err := native.Find(ctx)
	if err != nil {
		return err
	}
	common, err := Config{CacheDir: cfg.CacheDir, Variant: cfg.Variant, Source: cfg.Source, Jobs: cfg.Jobs, Report: cfg.Report}.normalize()
	if err != nil {
		return err
	}
	in, err := readInputs(common)
	if err != nil {
		return err
	}
	output, err := filepath.Abs(cfg.Output)
	if err != nil {
		return fmt.Errorf("naming the output: %w", err)
	}
	folder := cfg.Folder
	if folder == "" {
		sum := sha256.Sum256([]byte(output))
		folder = hex.EncodeToString(sum[:8])
	}
	dir := filepath.Join(cfg.CacheDir, "native", folder)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making a folder to build in: %w", err)
	}
	unlock, err := lockedfile.MutexAt(dir + ".lock").Lock()
	if err != nil {
		return fmt.Errorf("locking the folder to build in: %w", err)
	}
	defer unlock()
	n := nativeBuild{NativeConfig: cfg, clang: compiler, common: common, in: in, dir: dir}
	n.Output = output
	return n.build(ctx)
}

type nativeBuild struct {
	NativeConfig
	clang  *native.Compiler
	common Config
	in     inputs
	dir    string
}

func (n nativeBuild) build(ctx context.Context) error {
	w, err := equipNative(ctx, n.common, n.in)
	if err != nil {
		return err
	}
	guest, err := n.guest(ctx, w)
	if err != nil {
		return err
	}
	compiler, err := guest.prepare(ctx)
	if err != nil {
		return err
	}
	frozen, err := n.frozen(ctx, w, guest)
	if err != nil {
		return err
	}
	units := guest.units
	for _, unit := range frozen {
		unit.Flags = append(append(append(slices.Clone(guest.base), guest.flags...), nativeGuestFlags...), "-w")
		units = append(units, unit)
	}
	objects, err := compiler.All(ctx, "compiling "+guest.title, compile.Object, units)
	if err != nil {
		return err
	}
	return n.link(ctx, units, objects)
}

// equipNative is equip without the toolchain, which only freezing needs.
func equipNative(ctx context.Context, cfg Config, in inputs) (w workshop, err error) {
	w = workshop{jobs: cfg.Jobs, report: cfg.Report, version: source.Version, date: releaseDate}
	if err := w.fetch(ctx, cfg, in); err != nil {
		return w, err
	}
	if w.python, err = python.Find(ctx); err != nil {
		return w, err
	}
	return w, w.openCache(cfg)
}

// guest is the guest as newGuest describes it, with flags and units for this machine.
func (n nativeBuild) guest(ctx context.Context, w workshop) (*program, error) {
	for _, stale := range []string{"port", "native"} {
		if err := os.RemoveAll(filepath.Join(n.dir, "guest", stale)); err != nil {
			return nil, fmt.Errorf("clearing the folder to build in: %w", err)
		}
	}
	p, err := newGuest(ctx, w, n.in, n.dir)
	if err != nil {
		return nil, err
	}
	nativeDir := filepath.Join(n.dir, "guest", "native")
	if err := os.CopyFS(nativeDir, port.Files(port.Native)); err != nil {
		return nil, fmt.Errorf("writing the sources for this machine: %w", err)
	}
	p.title, p.host = "MicroPython for this machine", n.clang
	p.files = p.files.With("native", nativeDir)
	p.base = append(slices.Clone(nativeFlags), n.modeFlags()...)
	p.flags = slices.DeleteFunc(p.flags, isOptimization)
	// Not for the preprocessor: another compiler is another command.
	version := sha256.Sum256([]byte(n.clang.Version()))
	p.base = append(p.base, fmt.Sprintf("-DMPWASM_CLANG=0x%x", version[:4]))
	p.units = slices.DeleteFunc(p.units, func(unit compile.Unit) bool { return strings.HasPrefix(unit.Source, "/port/memory/gc") })
	for i, unit := range p.units {
		flags := append(slices.DeleteFunc(slices.Clone(unit.Flags), isOptimization), "-w")
		if unit.Source != "/port/memory/fuel.c" { // it counts, and is not counted
			flags = append(flags, nativeGuestFlags...)
		}
		if strings.HasPrefix(unit.Source, "/port/host/") || strings.HasPrefix(unit.Source, "/port/memory/") || strings.HasPrefix(unit.Source, "/mp/extmod/") {
			flags = append(flags, "-include", "/native/libc.h") // goes out of the guest
		}
		p.units[i].Flags = flags
	}
	return p, n.addUnits(p, nativeDir)
}

func isOptimization(flag string) bool { return strings.HasPrefix(flag, "-O") }

// modeFlags are those that the configuration asks for.
func (n nativeBuild) modeFlags() []string {
	var flags []string
	if n.Sanitize || n.Fuzzer {
		flags = append(append(flags, sanitizeFlags...), assertsFlag)
	} else {
		flags = append(flags, noAsserts)
	}
	if n.Coverage {
		flags = append(flags, "-fprofile-instr-generate", "-fcoverage-mapping")
	}
	if n.Fuzzer {
		flags = append(flags, "-fsanitize=fuzzer-no-link")
	}
	return flags
}

// addUnits adds the units of the folder native: guest_*.c belong to the guest, the others play the host.
func (n nativeBuild) addUnits(p *program, dir string) error {
	sources, err := filepath.Glob(filepath.Join(dir, "*.c"))
	if err != nil {
		return err
	}
	for _, source := range sources {
		unit := compile.Unit{Source: "/native/" + filepath.Base(source), Flags: []string{"-I/native"}}
		if strings.HasPrefix(filepath.Base(source), "guest_") {
			unit.Flags = append(unit.Flags, "-malign-double")
		} else {
			unit.Flags = append(unit.Flags, nativeHostFlags...)
		}
		if n.Fuzzer {
			unit.Flags = append(unit.Flags, "-DMPWASM_FUZZER=1")
		}
		p.units = append(p.units, unit)
	}
	checked := new(bytes.Buffer)
	for _, check := range guestChecks.In {
		fmt.Fprintf(checked, "%q,\n", check.Name)
	}
	if err := os.WriteFile(filepath.Join(p.buildDir, "checked_functions.h"), checked.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing the list of functions that check the stack: %w", err)
	}
	return nil
}

// frozen returns the unit of the frozen modules. It is made again only if something that goes into it changed.
func (n nativeBuild) frozen(ctx context.Context, w workshop, guest *program) ([]compile.Unit, error) {
	qstrs, err := os.ReadFile(filepath.Join(guest.buildDir, genhdr.Folder, genhdr.PreprocessedQstrs))
	if err != nil {
		return nil, fmt.Errorf("reading the collected strings: %w", err)
	}
	cross, err := treeDigest(port.Files(port.MpyCross))
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	fmt.Fprintf(h, "mpwasm native frozen 6\n%s\n%s\n%x\n", source.Digest, cross, sha256.Sum256(qstrs))
	for _, module := range guest.frozen {
		fmt.Fprintf(h, "%q %q %d\n", module.Target, module.Source, module.Opt)
	}
	stamp := filepath.Join(n.dir, "frozen.stamp")
	want := hex.EncodeToString(h.Sum(nil))
	if have, err := os.ReadFile(stamp); err == nil && string(have) == want {
		return []compile.Unit{{Source: "/build/" + frozenContent}}, nil
	}
	if len(guest.frozen) == 0 {
		return nil, nil
	}
	if err := os.RemoveAll(filepath.Join(n.dir, "mpy-cross")); err != nil {
		return nil, fmt.Errorf("clearing the folder to build in: %w", err)
	}
	units, err := freezeWithToolchain(ctx, n.common, n.in, guest, n.dir)
	if err != nil {
		return nil, err
	}
	return units, os.WriteFile(stamp, []byte(want), 0o644)
}

func freezeWithToolchain(ctx context.Context, cfg Config, in inputs, guest *program, dir string) (_ []compile.Unit, err error) {
	w, err := equip(ctx, cfg, in)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, w.tools.Close(context.WithoutCancel(ctx))) }()
	return w.freeze(ctx, guest, dir)
}

// link writes the objects that changed and links all.
func (n nativeBuild) link(ctx context.Context, units []compile.Unit, objects [][]byte) (err error) {
	task := n.common.Report.Start("linking", int64(len(units)), progress.Items)
	defer func() { task.End(err) }()
	dir := filepath.Join(n.dir, "objects")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making a folder for objects: %w", err)
	}
	args := []string{"-m32", "-no-pie", "-Wl,--gc-sections", "-g"}
	for _, flag := range n.modeFlags() {
		if strings.HasPrefix(flag, "-fsanitize=") && flag != "-fsanitize=fuzzer-no-link" || strings.HasPrefix(flag, "-fprofile") {
			args = append(args, flag)
		}
	}
	if n.Fuzzer {
		args = append(args, "-fsanitize=fuzzer")
	}
	for i, unit := range units {
		name := filepath.Join(dir, strings.ReplaceAll(strings.TrimPrefix(path.Clean(unit.Source), "/"), "/", "-")+".o")
		if old, err := os.ReadFile(name); err != nil || !bytes.Equal(old, objects[i]) {
			if err := os.WriteFile(name, objects[i], 0o644); err != nil {
				return fmt.Errorf("writing an object: %w", err)
			}
		}
		args = append(args, name)
	}
	temporary := n.Output + ".new"
	if err := n.clang.Link(ctx, append(args, "-lm", "-lpthread", "-o", temporary)); err != nil {
		return fmt.Errorf("linking: %w", err)
	}
	if err := os.Rename(temporary, n.Output); err != nil {
		return fmt.Errorf("putting the program in its place: %w", err)
	}
	return nil
}
