package builder_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	deployed "github.com/seed-3f7e3123/mpwasm/runtime/artifact"
)

// userCache is the cache that the command line uses. Its slow parts (the compiled compiler, the npm
// packages, the source) serve the tests as well.
func userCache(t testing.TB) string {
	t.Helper()
	dir, err := deployed.CacheDir()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// build builds in the user's cache, once a process.
var build = sync.OnceValues(func() (builder.Result, error) {
	return builder.Build(context.Background(), builder.Config{CacheDir: cacheOfProcess})
})

var cacheOfProcess string

func built(t testing.TB) builder.Result {
	t.Helper()
	cacheOfProcess = userCache(t)
	result, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// privateCache returns a cache that shares the named parts with the user's, which is filled first.
func privateCache(t *testing.T, shared ...string) string {
	t.Helper()
	built(t)
	dir := t.TempDir()
	for _, name := range shared {
		if err := os.Symlink(filepath.Join(userCache(t), name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// tools are the parts of a cache that do not depend on what is compiled.
var tools = []string{"npm", "sysroot", "source", "wazero"}

func TestArtifactPassesVerification(t *testing.T) {
	result := built(t)
	report, err := artifact.Verify(result.Artifact, artifact.DefaultPolicy(builder.DefaultVariant))
	if err != nil {
		t.Errorf("%v\n%s", err, report)
	}
}

func TestSecondBuildIsCached(t *testing.T) {
	first := built(t)
	second, err := builder.Build(context.Background(), builder.Config{CacheDir: userCache(t)})
	if err != nil {
		t.Fatal(err)
	}
	if !second.Cached || second.Path != first.Path || !bytes.Equal(second.Module, first.Module) {
		t.Errorf("got %s, cached %v; want %s from the cache", second.Path, second.Cached, first.Path)
	}
}

// Compiling everything again, with another number of jobs, in another folder, gives the same bytes.
func TestRebuildGivesTheSameBytes(t *testing.T) {
	first := built(t)
	second, err := builder.Build(context.Background(), builder.Config{CacheDir: privateCache(t, tools...), Jobs: 3})
	if err != nil {
		t.Fatal(err)
	}
	if second.Cached {
		t.Error("the second build was taken from a cache")
	}
	if !bytes.Equal(first.Module, second.Module) {
		t.Errorf("modules of %d and %d bytes differ", len(first.Module), len(second.Module))
	}
	if !bytes.Equal(first.Manifest.Encode(), second.Manifest.Encode()) {
		t.Error("manifests differ")
	}
}

func TestBuildsAtOnceAgree(t *testing.T) {
	cfg := builder.Config{CacheDir: privateCache(t, append(tools, "objects")...)}
	var wg sync.WaitGroup
	results := make([]builder.Result, 3)
	errs := make([]error, len(results))
	for i := range results {
		wg.Go(func() { results[i], errs[i] = builder.Build(context.Background(), cfg) })
	}
	wg.Wait()
	fresh := 0
	for i, result := range results {
		if errs[i] != nil {
			t.Fatal(errs[i])
		}
		if result.Path != results[0].Path || !bytes.Equal(result.Module, results[0].Module) {
			t.Errorf("build %d gave %s, another artifact than %s", i, result.Path, results[0].Path)
		}
		if !result.Cached {
			fresh++
		}
	}
	if fresh != 1 {
		t.Errorf("%d of the builds did the work, want 1", fresh)
	}
}

// An interrupted build leaves nothing that a later one would take for finished.
func TestInterruptedBuildLeavesNothingHalfDone(t *testing.T) {
	cache := privateCache(t, append(tools, "objects")...)
	cfg := builder.Config{CacheDir: cache}
	for _, after := range []time.Duration{0, 20, 100, 500, 1500, 3000} {
		ctx, cancel := context.WithTimeout(context.Background(), after*time.Millisecond)
		result, err := builder.Build(ctx, cfg)
		cancel()
		if err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("after %d ms: got %v, want the context's error", after, err)
		}
		if err == nil && result.CheckDigest() != nil {
			t.Errorf("after %d ms: the artifact is damaged: %v", after, result.CheckDigest())
		}
		checkArtifacts(t, cache)
	}
	result, err := builder.Build(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if first := built(t); !bytes.Equal(first.Module, result.Module) {
		t.Error("the build after the interrupted ones gave other bytes")
	}
}

// checkArtifacts reads every artifact of a cache.
func checkArtifacts(t *testing.T, cache string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(cache, "artifacts", "*", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		a, err := artifact.Read(strings.TrimSuffix(path, ".json"))
		if err == nil {
			err = a.CheckDigest()
		}
		if err != nil {
			t.Errorf("an artifact in the cache is not whole: %v", err)
		}
	}
}

func TestDamagedArtifactIsBuiltAgain(t *testing.T) {
	cfg := builder.Config{CacheDir: privateCache(t, append(tools, "objects")...)}
	first, err := builder.Build(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Clone(first.Module)
	damaged[len(damaged)/2] ^= 1
	if err := os.WriteFile(first.Path, damaged, 0o644); err != nil {
		t.Fatal(err)
	}
	second, err := builder.Build(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if second.Cached || !bytes.Equal(second.Module, first.Module) {
		t.Errorf("cached %v; want the artifact built again, with the same bytes", second.Cached)
	}
}

func TestIntermediates(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	cfg := builder.Config{CacheDir: privateCache(t, append(tools, "objects")...), Intermediates: dir}
	result, err := builder.Build(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(os.DirFS(dir), "*.wasm")
	if err != nil {
		t.Fatal(err)
	}
	if want := len(result.Manifest.Inputs.Passes) + 1; len(names) != want {
		t.Errorf("got %v, want %d modules: the linked one and one for each pass", names, want)
	}
	last, err := os.ReadFile(filepath.Join(dir, names[len(names)-1]))
	if err != nil || !bytes.Equal(last, result.Module) {
		t.Errorf("the last intermediate is not the artifact (%v)", err)
	}
}

// A build that leaves out a pass is for measuring: it must not be taken for the artifact.
func TestBuildWithoutPass(t *testing.T) {
	normal := built(t)
	without, err := builder.Build(context.Background(), builder.Config{CacheDir: userCache(t), Without: []string{"spill-pointers"}})
	if err != nil {
		t.Fatal(err)
	}
	if without.Path == normal.Path || bytes.Equal(without.Module, normal.Module) {
		t.Errorf("%s holds the artifact; want another module in another place", without.Path)
	}
	report, err := artifact.Verify(without.Artifact, artifact.DefaultPolicy(builder.DefaultVariant))
	var problem *artifact.Problem
	if !errors.As(err, &problem) || problem.Check != "passes" {
		t.Errorf("got %v, want a problem with the passes\n%s", err, report)
	}
}

func TestConfigIsChecked(t *testing.T) {
	for want, cfg := range map[string]builder.Config{
		"no cache folder":                    {},
		`variant "x": there is none`:         {CacheDir: t.TempDir(), Variant: "x"},
		"reading the folder to freeze":       {CacheDir: t.TempDir(), Freeze: []string{"testdata/none"}},
		"reading the C module":               {CacheDir: t.TempDir(), CModules: []string{"testdata/none"}},
		`leaving out pass "x": the guest`:    {CacheDir: t.TempDir(), Without: []string{"x"}},
		"there are two modules of that name": {CacheDir: t.TempDir(), Freeze: []string{"../testdata/freeze", "../testdata/freeze"}},
	} {
		if _, err := builder.Build(context.Background(), cfg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
}
