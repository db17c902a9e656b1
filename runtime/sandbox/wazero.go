package sandbox

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/seed-3f7e3123/mpwasm/runtime/compilecache"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
)

// wazeroCode is an artifact that wazero compiled.
type wazeroCode struct {
	compilecache.Compiled
	decoys sync.Pool // of *guestmem.Decoy, for instances that are being made
}

// maxMemoryPages bounds a guest's memory as a whole: the largest GC heap and what comes beside. The GC heap itself is
// bounded by the guest, and each memory by its session's limit. The page more is what no memory takes: with it, a call
// to grow always reaches us (guestmem.Memory.Resize).
const maxMemoryPages = (MaxMemoryLimitBytes+memoryOverhead)>>16 + 1

func compileWithWazero(ctx context.Context, cfg EngineConfig) (code, error) {
	dir := cfg.CompileCacheDir
	if cfg.Interpreter {
		dir = "" // it keeps nothing
	}
	workers := experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0))
	compiled, err := compilecache.Compile(workers, dir, cfg.Artifact, func(cache wazero.CompilationCache) (wazero.Runtime, error) {
		return newRuntime(ctx, cfg.Interpreter, cache)
	})
	if err != nil {
		return nil, fmt.Errorf("compiling the artifact: %w", err)
	}
	return &wazeroCode{compiled, sync.Pool{New: func() any { return new(guestmem.Decoy) }}}, nil
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
	modules := map[string]wazero.HostModuleBuilder{}
	for _, i := range hostImports() {
		if modules[i.module] == nil {
			modules[i.module] = r.NewHostModuleBuilder(i.module)
		}
		modules[i.module].NewFunctionBuilder().WithGoFunction(i.function, i.params, i.results).Export(i.name)
	}
	for name, module := range modules {
		if _, err := module.Instantiate(ctx); err != nil {
			return nil, errors.Join(fmt.Errorf("offering %s: %w", name, err), r.Close(context.WithoutCancel(ctx)))
		}
	}
	return r, nil
}

func (c *wazeroCode) instantiate(ctx context.Context, memory *guestmem.Memory) (_ machine, err error) {
	defer func() {
		if p := recover(); p != nil { // wazero, when there is no memory for the guest
			err = fmt.Errorf("%v", p)
		}
	}()
	decoy := c.decoys.Get().(*guestmem.Decoy)
	defer c.decoys.Put(decoy)
	distracted := memory.Distract(decoy)
	allocate := func(_, _ uint64) experimental.LinearMemory { return memory }
	ctx = experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(allocate))
	config := wazero.NewModuleConfig().WithName("").WithStartFunctions() // anonymous: any number may exist
	module, err := c.Runtime.InstantiateModule(ctx, c.Module, config)
	if err != nil {
		return nil, err
	}
	if distracted && !memory.Reveal(module.Memory().Grow) {
		return nil, errors.Join(errors.New("no memory"), module.Close(ctx))
	}
	return wazeroMachine{module}, nil
}

func (c *wazeroCode) close(ctx context.Context) error { return c.Close(ctx) }

// wazeroMachine is an instance in wazero.
type wazeroMachine struct{ module api.Module }

func (m wazeroMachine) function(name string) function {
	if f := m.module.ExportedFunction(name); f != nil {
		return f
	}
	return nil
}

func (m wazeroMachine) global(name string) global {
	if g, ok := m.module.ExportedGlobal(name).(api.MutableGlobal); ok {
		return g
	}
	return nil
}

func (m wazeroMachine) grow(pages uint32) (uint32, bool) { return m.module.Memory().Grow(pages) }

func (m wazeroMachine) close(ctx context.Context) error { return m.module.Close(ctx) }
