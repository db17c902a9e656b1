package toolchain

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/runtime/compilecache"
)

// Files of the npm package, with the SHA-256 that each must have. The npm lock pins the package's
// archive; these pin what we run, so that a tampered cache is found as well.
const (
	llvmFile        = "@yowasp/clang/gen/llvm.core.wasm"
	llvmDigest      = "24fbed474c7b5b4968fd73fc4827440b93fb351c1b6264516130300eff3e7bf5"
	resourcesFile   = "@yowasp/clang/gen/llvm-resources.tar"
	resourcesDigest = "79eef0c336fe55cf03ff8f5b42b784c8168f929a3603138b2c6301f4601e4c86"
)

// Version names the toolchain in manifests.
const Version = "@yowasp/clang 22.0.0-git20542-10"

// Toolchain is LLVM, compiled and ready to run. It is safe for use by several goroutines; each run is
// an instance of its own.
type Toolchain struct {
	compiled compilecache.Compiled
	sysroot  string // folder
}

// Config says where a toolchain comes from.
type Config struct {
	// Packages holds the npm package @yowasp/clang.
	Packages npm.Packages
	// CacheDir is where the compiled module and the unpacked sysroot are kept.
	CacheDir string
	// Jobs is how many processors compiling the module may use; 0 means 1.
	Jobs int
	// Report is told of the slow steps; nil means [progress.Discard].
	Report progress.Reporter
}

// DigestError says that a file of the toolchain is not the one that is pinned.
type DigestError struct {
	Path           string
	Expected, Have string // SHA-256, hex
}

func (e *DigestError) Error() string {
	return fmt.Sprintf("checking %s: expected sha256 %s, found %s; remove the folder that holds it to have it installed again", e.Path, e.Expected, e.Have)
}

// Digest identifies the toolchain: it changes when the compiler or its sysroot does.
func Digest() string { return llvmDigest + "+" + resourcesDigest }

// Open checks the toolchain's files against their digests and makes it ready to run.
func Open(ctx context.Context, cfg Config) (*Toolchain, error) {
	if cfg.Report == nil {
		cfg.Report = progress.Discard
	}
	sysroot, err := unpackSysroot(ctx, cfg)
	if err != nil {
		return nil, err
	}
	code, err := readVerified(cfg.Packages.File(llvmFile), llvmDigest)
	if err != nil {
		return nil, err
	}
	compiled, err := load(ctx, code, cfg)
	if err != nil {
		return nil, err
	}
	return &Toolchain{compiled: compiled, sysroot: sysroot}, nil
}

// load compiles the module, or reads it from the compilation cache. wazero does not stop compiling when the context ends, so the
// compilation is left to itself then, and closed when it is over.
func load(ctx context.Context, code []byte, cfg Config) (_ compilecache.Compiled, err error) {
	task := cfg.Report.Start("making the compiler ready (half a minute, once)", 0, progress.Items)
	defer func() { task.End(err) }()
	type result struct {
		compiled compilecache.Compiled
		err      error
	}
	done := make(chan result, 1)
	go func() {
		workers := experimental.WithCompilationWorkers(ctx, cfg.Jobs)
		compiled, err := compilecache.Compile(workers, filepath.Join(cfg.CacheDir, "wazero"), code, func(cache wazero.CompilationCache) (wazero.Runtime, error) {
			return newRuntime(ctx, cache)
		})
		done <- result{compiled, err}
	}()
	select {
	case <-ctx.Done():
		go func() {
			if r := <-done; r.err == nil {
				r.compiled.Close(context.WithoutCancel(ctx)) // nobody is left to hear of an error
			}
		}()
		return compilecache.Compiled{}, fmt.Errorf("compiling the compiler: %w", ctx.Err())
	case r := <-done:
		if r.err != nil {
			return compilecache.Compiled{}, fmt.Errorf("compiling the compiler: %w", r.err)
		}
		return r.compiled, nil
	}
}

// newRuntime makes a runtime that offers WASI.
func newRuntime(ctx context.Context, cache wazero.CompilationCache) (wazero.Runtime, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	r := wazero.NewRuntimeWithConfig(ctx, config)
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, r); err != nil {
		return nil, errors.Join(fmt.Errorf("offering WASI to the compiler: %w", err), r.Close(context.WithoutCancel(ctx)))
	}
	return r, nil
}

// Close frees the compiled module.
func (t *Toolchain) Close(ctx context.Context) error { return t.compiled.Close(ctx) }

// readVerified reads a file whose SHA-256 must be digest.
func readVerified(path, digest string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the toolchain: %w", err)
	}
	sum := sha256.Sum256(data)
	if have := hex.EncodeToString(sum[:]); have != digest {
		return nil, &DigestError{Path: path, Expected: digest, Have: have}
	}
	return data, nil
}
