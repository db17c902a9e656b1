package compile

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/cache"
	"golang.org/x/sync/errgroup"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/toolchain"
)

// Mode is what clang is asked for.
type Mode string

const (
	// Object asks for a relocatable object.
	Object Mode = "-c"
	// Preprocess asks for preprocessed text.
	Preprocess Mode = "-E"
)

// outputDir is where a run writes, in the compiler's eyes.
const outputDir = "/out"

// Unit is one translation unit.
type Unit struct {
	// Source is the path of the C file as the compiler sees it.
	Source string
	// Flags are given to clang as they are.
	Flags []string
}

// Runner runs a tool of the toolchain; [*toolchain.Toolchain] is one.
type Runner interface {
	Run(ctx context.Context, cmd toolchain.Command) ([]byte, error)
}

// Compiler compiles units. It is safe for use by several goroutines.
type Compiler struct {
	runner Runner
	cache  *cache.Cache
	files  Files
	jobs   int
	report progress.Reporter

	hashes sync.Map // path -> [sha256.Size]byte; files do not change during a build
}

// New returns a compiler that sees files, runs at most jobs runs at once and keeps results in cache.
func New(runner Runner, store *cache.Cache, files Files, jobs int, report progress.Reporter) *Compiler {
	return &Compiler{runner: runner, cache: store, files: files, jobs: max(jobs, 1), report: report}
}

// All runs every unit in the given mode and returns the results in the units' order. The first
// failure ends it. The title names the work for the progress display.
func (c *Compiler) All(ctx context.Context, title string, mode Mode, units []Unit) (results [][]byte, err error) {
	task := c.report.Start(title, int64(len(units)), progress.Items)
	defer func() { task.End(err) }()
	results = make([][]byte, len(units))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(c.jobs)
	for i, unit := range units {
		group.Go(func() error {
			result, err := c.One(ctx, mode, unit)
			if err != nil {
				return fmt.Errorf("compiling %s: %w", unit.Source, err)
			}
			results[i] = result
			task.Add(1)
			return nil
		})
	}
	return results, group.Wait()
}

// One runs one unit in the given mode, or returns what the cache holds for it.
func (c *Compiler) One(ctx context.Context, mode Mode, unit Unit) ([]byte, error) {
	depsID, command, err := c.depsID(mode, unit)
	if err != nil {
		return nil, err
	}
	if deps, _, err := c.cache.GetBytes(depsID); err == nil {
		if id, err := c.resultID(command, strings.Split(string(deps), "\n")); err == nil {
			if result, _, err := c.cache.GetBytes(id); err == nil {
				return result, nil
			}
		}
	}
	result, deps, err := c.run(ctx, mode, unit)
	if err != nil {
		return nil, err
	}
	id, err := c.resultID(command, deps)
	if err != nil {
		return nil, err
	}
	if err := c.cache.PutBytes(id, result); err != nil {
		return nil, fmt.Errorf("keeping the result: %w", err)
	}
	if err := c.cache.PutBytes(depsID, []byte(strings.Join(deps, "\n"))); err != nil {
		return nil, fmt.Errorf("keeping the depfile: %w", err)
	}
	return result, nil
}

// depsID returns the key of a unit's list of dependencies, and the hash of its command.
func (c *Compiler) depsID(mode Mode, unit Unit) (id cache.ActionID, command cache.ActionID, err error) {
	h := cache.NewHash("mpwasm compile command 1")
	fmt.Fprintf(h, "toolchain %s\nmode %s\nsource %s\n", toolchain.Digest(), mode, unit.Source)
	for _, flag := range unit.Flags {
		fmt.Fprintf(h, "flag %q\n", flag)
	}
	command = h.Sum()
	sum, err := c.fileHash(unit.Source)
	if err != nil {
		return id, command, err
	}
	return cache.Subkey(command, fmt.Sprintf("deps of %x", sum)), command, nil
}

// resultID returns the key of a unit's result, given the files it depends on.
func (c *Compiler) resultID(command cache.ActionID, deps []string) (cache.ActionID, error) {
	h := cache.NewHash("mpwasm compile result 1")
	fmt.Fprintf(h, "command %x\n", command)
	for _, dep := range deps {
		sum, err := c.fileHash(dep)
		if err != nil {
			return cache.ActionID{}, err
		}
		fmt.Fprintf(h, "file %s %x\n", dep, sum)
	}
	return h.Sum(), nil
}

func (c *Compiler) fileHash(path string) ([sha256.Size]byte, error) {
	if sum, ok := c.hashes.Load(path); ok {
		return sum.([sha256.Size]byte), nil
	}
	data, err := c.files.ReadFile(path)
	if err != nil {
		return [sha256.Size]byte{}, err
	}
	sum := sha256.Sum256(data)
	c.hashes.Store(path, sum)
	return sum, nil
}

// run runs clang in a folder of its own and returns the result and the files that were read, without
// those of the sysroot, which the toolchain's digest stands for.
func (c *Compiler) run(ctx context.Context, mode Mode, unit Unit) (result []byte, deps []string, err error) {
	dir, err := os.MkdirTemp("", "mpwasm-compile-")
	if err != nil {
		return nil, nil, fmt.Errorf("making a folder for the compiler: %w", err)
	}
	defer os.RemoveAll(dir)
	args := append([]string{"clang", "--target=wasm32-wasip1"}, unit.Flags...)
	args = append(args, string(mode), unit.Source, "-MD", "-MF", outputDir+"/deps", "-o", outputDir+"/result")
	mounts := append(c.files.mounts(), toolchain.Mount{Guest: outputDir, Dir: dir, Writable: true})
	if _, err := c.runner.Run(ctx, toolchain.Command{Args: args, Mounts: mounts}); err != nil {
		return nil, nil, err
	}
	if result, err = os.ReadFile(filepath.Join(dir, "result")); err != nil {
		return nil, nil, fmt.Errorf("reading the compiler's output: %w", err)
	}
	depfile, err := os.ReadFile(filepath.Join(dir, "deps"))
	if err != nil {
		return nil, nil, fmt.Errorf("reading the depfile: %w", err)
	}
	return result, parseDepfile(depfile), nil
}

// parseDepfile returns the prerequisites that a depfile names, in its order, without the sysroot's.
// clang escapes spaces and backslashes in names; the trees that we mount have neither.
func parseDepfile(depfile []byte) []string {
	_, prerequisites, _ := bytes.Cut(depfile, []byte(":"))
	var deps []string
	for _, name := range strings.Fields(strings.ReplaceAll(string(prerequisites), "\\\n", " ")) {
		if !strings.HasPrefix(name, "/usr/") {
			deps = append(deps, name)
		}
	}
	return deps
}
