package sandbox

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/seed-3f7e3123/mpwasm/runtime/artifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/compilecache"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
)

// Engine is an artifact, compiled. It is safe for use by several goroutines, and costs a few
// milliseconds to make when the compile cache is warm.
type Engine struct {
	runtime  wazero.Runtime
	module   wazero.CompiledModule
	compiled compilecache.Compiled // both of these, to be closed
	digest   string
	starts   starts
	live     liveSessions
	kept     keptRuns
	decoys   sync.Pool // of *guestmem.Decoy, for instances that are being made
	idle     idleGuests
}

// maxMemoryPages bounds a guest's memory as a whole: the largest GC heap and what comes beside. The GC heap itself is
// bounded by the guest, and each memory by its session's limit. The page more is what no memory takes: with it, a call
// to grow always reaches us (guestmem.Memory.Resize).
const maxMemoryPages = (MaxMemoryLimitBytes+memoryOverhead)>>16 + 1

// NewEngine compiles an artifact. That takes some tenths of a second, or milliseconds when the compile cache has it.
func NewEngine(ctx context.Context, cfg EngineConfig) (_ *Engine, err error) {
	if cfg.Artifact == nil {
		if cfg.Artifact, err = artifact.Find(); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrInvalidConfig, err)
		}
	}
	if len(cfg.Artifact) == 0 {
		return nil, invalid("an empty artifact: expected the bytes of a module that `mpwasm build` wrote")
	}
	digest := sha256.Sum256(cfg.Artifact)
	e := &Engine{decoys: sync.Pool{New: func() any { return new(guestmem.Decoy) }}, digest: hex.EncodeToString(digest[:]), starts: starts{known: map[string]*state{}}, live: liveSessions{all: map[*Session]struct{}{}, pools: map[*Pool]struct{}{}}}
	e.idle.most = runtime.GOMAXPROCS(0)
	if e.kept.most = cfg.KeptRuns; e.kept.most == 0 {
		e.kept.most = DefaultKeptRuns
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, e.Close(context.WithoutCancel(ctx)))
		}
	}()
	dir := cfg.CompileCacheDir
	if cfg.Interpreter {
		dir = "" // it keeps nothing
	}
	workers := experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0))
	e.compiled, err = compilecache.Compile(workers, dir, cfg.Artifact, func(cache wazero.CompilationCache) (wazero.Runtime, error) {
		return newRuntime(ctx, cfg.Interpreter, cache)
	})
	if err != nil {
		return nil, fmt.Errorf("compiling the artifact: %w", err)
	}
	e.runtime, e.module = e.compiled.Runtime, e.compiled.Module
	return e, nil
}

// newRuntime makes a runtime that offers what the artifact imports.
func newRuntime(ctx context.Context, interpreter bool, cache wazero.CompilationCache) (wazero.Runtime, error) {
	config := wazero.NewRuntimeConfig()
	if interpreter {
		config = wazero.NewRuntimeConfigInterpreter()
	}
	config = config.WithCoreFeatures(api.CoreFeaturesV2).WithMemoryLimitPages(maxMemoryPages)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	r := wazero.NewRuntimeWithConfig(ctx, config)
	if err := instantiateWASI(ctx, r); err != nil {
		return nil, errors.Join(fmt.Errorf("offering WASI: %w", err), r.Close(context.WithoutCancel(ctx)))
	}
	if err := instantiateImports(ctx, r); err != nil {
		return nil, errors.Join(fmt.Errorf("offering the host module: %w", err), r.Close(context.WithoutCancel(ctx)))
	}
	return r, nil
}

// ArtifactSHA256 is the digest of the artifact, in hex.
func (e *Engine) ArtifactSHA256() string { return e.digest }

// Run runs one program in a session of its own.
func (e *Engine) Run(ctx context.Context, program Program, cfg SessionConfig) (Outcome, error) {
	session, err := e.NewSession(ctx, cfg)
	if err != nil {
		return Outcome{}, err
	}
	return session.runOnce(ctx, program)
}

// Close ends every session of the engine and frees the compiled module. Runs that are under way are cancelled, and Close
// waits until they have come to their end; what the host does for one meanwhile, such as waiting for input, it has to do.
func (e *Engine) Close(ctx context.Context) error {
	errs := []error{e.live.closeAll(ctx), e.idle.close(context.WithoutCancel(ctx))}
	if e.runtime != nil {
		errs = append(errs, e.compiled.Close(ctx))
	}
	if e.starts.image != nil {
		errs = append(errs, e.starts.image.Close())
	}
	return errors.Join(errs...)
}
