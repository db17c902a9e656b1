package freeze

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
)

// heapBytes is the heap of mpy-cross, which never collects (micropython-port/mpy-cross/gccollect.c).
const heapBytes = 64 << 20

// MpyCross is MicroPython's mpy-cross as a wasm module. It is safe for use by several goroutines.
type MpyCross struct {
	runtime wazero.Runtime
	module  wazero.CompiledModule
}

var _ Compiler = (*MpyCross)(nil)

// NewMpyCross makes a module of mpy-cross ready to run.
func NewMpyCross(ctx context.Context, code []byte) (*MpyCross, error) {
	c := &MpyCross{runtime: wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2))}
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, c.runtime); err != nil {
		return nil, errors.Join(fmt.Errorf("offering WASI to mpy-cross: %w", err), c.Close(ctx))
	}
	module, err := c.runtime.CompileModule(ctx, code)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("compiling mpy-cross: %w", err), c.Close(ctx))
	}
	c.module = module
	return c, nil
}

// Close frees the module.
func (c *MpyCross) Close(ctx context.Context) error { return c.runtime.Close(ctx) }

// Compile implements [Compiler]. A module that is no valid Python gives an error with the traceback.
func (c *MpyCross) Compile(ctx context.Context, module Module) ([]byte, error) {
	var stdout, stderr bytes.Buffer
	config := wazero.NewModuleConfig().
		WithName("").
		WithArgs("mpy-cross", "-X", fmt.Sprintf("heapsize=%d", heapBytes), "-s", module.Target, fmt.Sprintf("-O%d", module.Opt), "-o", "-", "-").
		WithStdin(strings.NewReader(module.Source)).
		WithStdout(&stdout).
		WithStderr(&stderr)
	instance, err := c.runtime.InstantiateModule(ctx, c.module, config)
	if instance != nil {
		defer instance.Close(ctx)
	}
	var exit *sys.ExitError
	if errors.As(err, &exit) && exit.ExitCode() != 0 {
		return nil, errors.New(strings.TrimSpace(stderr.String()))
	}
	if err != nil && exit == nil {
		return nil, fmt.Errorf("running mpy-cross: %w", err)
	}
	return stdout.Bytes(), nil
}
