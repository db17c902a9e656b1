package builder

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/rogpeppe/go-internal/cache"
	"github.com/rogpeppe/go-internal/lockedfile"
	"golang.org/x/sync/errgroup"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/python"
	"github.com/seed-3f7e3123/mpwasm/builder/source"
	"github.com/seed-3f7e3123/mpwasm/builder/toolchain"
	"github.com/seed-3f7e3123/mpwasm/builder/userfile"
)

// Version is the version of this program, for artifact manifests.
const Version = "0.1.0"

// releaseDate stands in sys.version where other ports put the day of the build: the day on which
// MicroPython 1.26.1 was released.
const releaseDate = "2025-09-11"

// DefaultVariant is the variant that is built when none is named.
const DefaultVariant = "standard"

// Config says what to build. The zero value, with a CacheDir, builds the standard variant.
type Config struct {
	// CacheDir is where everything fetched and made is kept.
	CacheDir string
	// Variant is one of [Variants]; empty means [DefaultVariant].
	Variant string
	// Source is a folder or archive of MicroPython to use; empty means that it is fetched.
	Source string
	// CPythonSource is the same for CPython, which is used if the variant freezes modules of its library.
	CPythonSource string
	// Freeze are folders whose .py files are frozen into the artifact.
	Freeze []string
	// CModules are folders of user C modules.
	CModules []string
	// GCStress builds a guest for tests of its collector: it collects whenever it may, and fills freed
	// memory with a pattern, so that memory that is freed too early is found out. It is slow.
	GCStress bool
	// Asserts builds a guest for tests with upstream's assertions, and with checks of objects where the VM takes a word for one. What
	// does not hold ends in a trap, with a line on stderr. It is slow.
	Asserts bool
	// Without names passes to leave out, to measure what they cost. What a build without spill-pointers makes is
	// not sound: its collector frees what is in use. [artifact.Verify] refuses it.
	Without []string
	// Jobs is how many translation units are compiled at once; 0 means one a processor.
	Jobs int
	// Intermediates, if set, is a folder that receives the module before and after each pass.
	Intermediates string
	// Report is told what the build is doing; nil means [progress.Discard].
	Report progress.Reporter
}

// Result is a built artifact in the cache.
type Result struct {
	artifact.Artifact
	// Path is the module's file; its manifest stands beside it.
	Path string
	// Cached tells that nothing had to be built.
	Cached bool
}

// Build builds the artifact that cfg describes, or returns it from the cache. Any number of builds may
// run at once, in any number of processes: those of the same artifact wait for the first. A build that
// is interrupted leaves nothing that looks finished.
func Build(ctx context.Context, cfg Config) (Result, error) {
	cfg, err := cfg.normalize()
	if err != nil {
		return Result{}, err
	}
	in, err := readInputs(cfg)
	if err != nil {
		return Result{}, err
	}
	store, err := openStore(cfg, in)
	if err != nil {
		return Result{}, err
	}
	if cached, ok := store.read(); ok && cfg.Intermediates == "" {
		return cached, nil
	}
	unlock, err := store.lock()
	if err != nil {
		return Result{}, err
	}
	defer unlock()
	if cached, ok := store.read(); ok && cfg.Intermediates == "" { // another process was faster
		return cached, nil
	}
	built, err := build(ctx, cfg, in)
	if err != nil {
		return Result{}, err
	}
	return store.write(built)
}

func (cfg Config) normalize() (Config, error) {
	if cfg.CacheDir == "" {
		return cfg, errors.New("building: no cache folder is set")
	}
	if cfg.Variant == "" {
		cfg.Variant = DefaultVariant
	}
	if cfg.Jobs <= 0 {
		cfg.Jobs = runtime.GOMAXPROCS(0)
	}
	if cfg.Report == nil {
		cfg.Report = progress.Discard
	}
	if cfg.Source != "" { // a wrong name is told even when the cache makes it unnecessary
		info, err := os.Stat(cfg.Source)
		if err != nil {
			return cfg, fmt.Errorf("looking for MicroPython's source: %w", err)
		}
		if !info.IsDir() && !info.Mode().IsRegular() {
			return cfg, fmt.Errorf("looking for MicroPython's source: %s is %s, expected a folder or an archive", cfg.Source, userfile.Kind(info.Mode()))
		}
	}
	if cfg.CPythonSource != "" {
		if _, err := os.Stat(cfg.CPythonSource); err != nil {
			return cfg, fmt.Errorf("looking for CPython's source: %w", err)
		}
	}
	if err := checkVariant(cfg.Variant); err != nil {
		return cfg, err
	}
	return cfg, checkWithout(cfg.Without)
}

// build is the diagram of the package comment.
func build(ctx context.Context, cfg Config, in inputs) (_ artifact.Artifact, err error) {
	w, err := equip(ctx, cfg, in)
	if err != nil {
		return artifact.Artifact{}, err
	}
	defer func() { err = errors.Join(err, w.tools.Close(context.WithoutCancel(ctx))) }()
	workDir, err := os.MkdirTemp("", "mpwasm-build-")
	if err != nil {
		return artifact.Artifact{}, fmt.Errorf("making a folder to build in: %w", err)
	}
	defer os.RemoveAll(workDir)

	guest, err := newGuest(ctx, w, in, workDir)
	if err != nil {
		return artifact.Artifact{}, err
	}
	compiler, err := guest.prepare(ctx)
	if err != nil {
		return artifact.Artifact{}, err
	}
	frozen, err := w.freeze(ctx, guest, workDir)
	if err != nil {
		return artifact.Artifact{}, err
	}
	linked, err := guest.build(ctx, compiler, frozen...)
	if err != nil {
		return artifact.Artifact{}, err
	}
	module, err := w.transform(ctx, guest.title, linked, in.steps, cfg.Intermediates)
	if err != nil {
		return artifact.Artifact{}, err
	}
	a, err := artifact.New(module, in.manifest())
	if err != nil {
		return a, err
	}
	if a.Manifest.Modules, err = moduleSizes(workDir, guest.frozen); err != nil {
		return a, err
	}
	policy := artifact.DefaultPolicy(cfg.Variant)
	if cfg.Asserts || cfg.GCStress { // what only tests run goes over no wire
		policy.MaxBytes = 0
	}
	policy.Passes = slices.DeleteFunc(policy.Passes, func(name string) bool { return slices.Contains(cfg.Without, name) })
	if _, err := artifact.Verify(a, policy); err != nil {
		return a, fmt.Errorf("verifying the artifact: %w", err)
	}
	return a, nil
}

// openToolchain installs the compiler and makes it ready.
func openToolchain(ctx context.Context, cfg Config) (npm.Packages, *toolchain.Toolchain, error) {
	packages, err := npm.Install(ctx, cfg.CacheDir, npm.Toolchain, cfg.Report)
	if err != nil {
		return packages, nil, err
	}
	tools, err := toolchain.Open(ctx, toolchain.Config{Packages: packages, CacheDir: cfg.CacheDir, Jobs: cfg.Jobs, Report: cfg.Report})
	return packages, tools, err
}

// equip fetches the source and the tools, and makes the tools ready.
func equip(ctx context.Context, cfg Config, in inputs) (w workshop, err error) {
	w = workshop{jobs: cfg.Jobs, report: cfg.Report, version: source.Version, date: releaseDate}
	group, gctx := errgroup.WithContext(ctx)
	group.Go(func() error { return w.fetch(gctx, cfg, in) })
	group.Go(func() (err error) {
		w.python, err = python.Find(gctx)
		return err
	})
	group.Go(func() (err error) {
		w.packages, w.tools, err = openToolchain(gctx, cfg)
		var damaged *toolchain.DigestError
		if errors.As(err, &damaged) { // in the cache: it is installed again, once
			if err := w.packages.Discard(); err != nil {
				return errors.Join(damaged, err)
			}
			w.packages, w.tools, err = openToolchain(gctx, cfg)
		}
		return err
	})
	if err := group.Wait(); err != nil {
		if w.tools != nil {
			err = errors.Join(err, w.tools.Close(context.WithoutCancel(ctx)))
		}
		return w, err
	}
	return w, w.openCache(cfg)
}

// fetch fetches the sources of MicroPython, and CPython's if anything of them is used.
func (w *workshop) fetch(ctx context.Context, cfg Config, in inputs) error {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		tree, err := source.Fetch(ctx, source.Config{Path: cfg.Source, CacheDir: cfg.CacheDir, Report: cfg.Report})
		w.sourceDir = tree.Dir
		return err
	})
	if len(in.cpython) > 0 {
		group.Go(func() error {
			tree, err := source.Fetch(ctx, source.Config{Project: source.CPython, Path: cfg.CPythonSource, CacheDir: cfg.CacheDir, Report: cfg.Report})
			w.cpythonDir = tree.Dir
			return err
		})
	}
	return group.Wait()
}

func (w *workshop) openCache(cfg Config) (err error) {
	objects := filepath.Join(cfg.CacheDir, "objects")
	if err := os.MkdirAll(objects, 0o755); err != nil {
		return fmt.Errorf("making the object cache: %w", err)
	}
	if w.cache, err = cache.Open(objects); err != nil {
		return fmt.Errorf("opening the object cache: %w", err)
	}
	return nil
}

// store is the artifact's place in the cache.
type store struct{ dir string }

func openStore(cfg Config, in inputs) (store, error) {
	root := filepath.Join(cfg.CacheDir, "artifacts")
	if err := os.MkdirAll(root, 0o755); err != nil {
		return store{}, fmt.Errorf("making the artifact cache: %w", err)
	}
	return store{dir: filepath.Join(root, in.key())}, nil
}

func (s store) path() string { return filepath.Join(s.dir, artifact.FileName) }

func (s store) lock() (unlock func(), err error) {
	unlock, err = lockedfile.MutexAt(s.dir + ".lock").Lock()
	if err != nil {
		return nil, fmt.Errorf("locking the artifact cache: %w", err)
	}
	return unlock, nil
}

// read returns the artifact if it is there and whole.
func (s store) read() (Result, bool) {
	a, err := artifact.Read(s.path())
	if err != nil || a.CheckDigest() != nil {
		return Result{}, false
	}
	return Result{Artifact: a, Path: s.path(), Cached: true}, true
}

func (s store) write(a artifact.Artifact) (Result, error) {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return Result{}, fmt.Errorf("making the artifact's folder: %w", err)
	}
	if err := a.Write(s.path()); err != nil {
		return Result{}, err
	}
	return Result{Artifact: a, Path: s.path()}, nil
}
