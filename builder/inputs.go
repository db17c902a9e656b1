package builder

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/freeze"
	"github.com/seed-3f7e3123/mpwasm/builder/optimize"
	"github.com/seed-3f7e3123/mpwasm/builder/source"
	"github.com/seed-3f7e3123/mpwasm/builder/toolchain"
	"github.com/seed-3f7e3123/mpwasm/builder/userfile"
	"github.com/seed-3f7e3123/mpwasm/builder/usermod"
	port "github.com/seed-3f7e3123/mpwasm/micropython-port"
)

// inputs is all that decides what an artifact is, beside this program.
type inputs struct {
	variant  string
	gcStress bool
	asserts  bool
	steps    []step   // after linking
	port     string   // digest
	cpython  []string // modules of CPython's library, as patterns below Lib
	frozen   []freeze.Module
	cModules []cModule
}

// cModule is a user C module and the digest of its folder.
type cModule struct {
	usermod.Module
	guest  string // its folder below "/", in the compiler's eyes
	digest string
}

// readInputs reads what the user gave.
func readInputs(cfg Config) (inputs, error) {
	in := inputs{variant: cfg.Variant, gcStress: cfg.GCStress, asserts: cfg.Asserts, steps: guestStepsWithout(cfg.Without)}
	var err error
	if in.port, err = treeDigest(port.Files(port.WASI), port.Files(port.MpyCross)); err != nil {
		return in, err
	}
	if in.cpython, err = cpythonModules(cfg.Variant); err != nil {
		return in, err
	}
	var folders [][]freeze.Module
	for _, dir := range cfg.Freeze {
		modules, err := freeze.Folder(dir)
		if err != nil {
			return in, err
		}
		folders = append(folders, modules)
	}
	if in.frozen, err = freeze.Merge(folders...); err != nil {
		return in, err
	}
	for _, dir := range cfg.CModules {
		if err := in.addCModules(dir); err != nil {
			return in, err
		}
	}
	return in, nil
}

func (in *inputs) addCModules(dir string) error {
	first := len(in.cModules)
	name := func(n int) string { return "usermod" + strconv.Itoa(first+n) }
	modules, err := usermod.Find(dir, func(n int) string { return "/" + name(n) })
	if err != nil {
		return err
	}
	for i, module := range modules {
		digest, err := treeDigest(os.DirFS(module.Dir))
		if err != nil {
			return err
		}
		in.cModules = append(in.cModules, cModule{Module: module, guest: name(i), digest: digest})
	}
	return nil
}

// flags are the flags of the guest's units that do not follow from the variant.
func (in inputs) flags() []string {
	flags := append([]string{}, guestFlags...)
	if in.gcStress {
		flags = append(flags, gcStressFlag)
	}
	return flags
}

// base are the flags of all the guest's units, before others.
func (in inputs) base() []string {
	if !in.asserts {
		return baseFlags
	}
	return append(slices.DeleteFunc(slices.Clone(baseFlags), func(flag string) bool { return flag == noAsserts }), assertsFlag)
}

// key names the artifact in the cache. It holds a digest of this very program, whose passes and flags
// decide the result as much as the inputs do.
func (in inputs) key() string {
	h := sha256.New()
	fmt.Fprintf(h, "mpwasm artifact 1\nprogram %s\n", programDigest())
	if err := json.NewEncoder(h).Encode(in.manifest()); err != nil {
		panic(err) // strings alone
	}
	return in.variant + "-" + hex.EncodeToString(h.Sum(nil)[:8])
}

// manifest lists the inputs for the artifact manifest.
func (in inputs) manifest() artifact.Inputs {
	m := artifact.Inputs{
		MPWasm:      Version,
		Variant:     in.variant,
		MicroPython: artifact.Source{Version: source.Version, Digest: source.Digest},
		Toolchain:   artifact.Tool{Name: "clang and wasm-ld", Version: toolchain.Version, Digest: toolchain.Digest()},
		Optimizer:   artifact.Tool{Name: "wasm-opt", Version: optimize.Version},
		Port:        in.port,
		Flags:       append(append(append([]string{}, in.base()...), in.flags()...), "-I/port/variants/"+in.variant),
		Passes:      manifestPasses(in.steps),
	}
	if len(in.cpython) > 0 { // which ones, the port's digest says
		m.CPython = &artifact.Source{Version: source.CPythonVersion, Digest: source.CPythonDigest}
	}
	for _, module := range in.frozen {
		sum := sha256.Sum256([]byte(module.Source))
		m.Frozen = append(m.Frozen, artifact.Part{Name: module.Target, Digest: "sha256:" + hex.EncodeToString(sum[:])})
	}
	for _, module := range in.cModules {
		m.CModules = append(m.CModules, artifact.Part{Name: filepath.Base(module.Dir), Digest: module.digest})
	}
	return m
}

// treeDigest hashes the names and contents of all files of some trees.
func treeDigest(trees ...fs.FS) (string, error) {
	h := sha256.New()
	for i, tree := range trees {
		err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := userfile.ReadFS(tree, name)
			if err != nil {
				return err
			}
			sum := sha256.Sum256(data)
			fmt.Fprintf(h, "%d %q %x\n", i, path.Clean(name), sum)
			return nil
		})
		if err != nil {
			return "", fmt.Errorf("hashing the sources: %w", err)
		}
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), nil
}

// programDigest is the SHA-256 of the running executable.
var programDigest = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err != nil {
		panic(fmt.Errorf("finding the running program: %w", err))
	}
	file, err := os.Open(path)
	if err != nil {
		panic(fmt.Errorf("reading the running program: %w", err))
	}
	defer file.Close()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		panic(fmt.Errorf("reading the running program: %w", err))
	}
	return hex.EncodeToString(h.Sum(nil))
})
