// Package optimize runs Binaryen's wasm-opt, from the npm package binaryen, in Node.js.
package optimize

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/cache"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// Version names the optimiser in manifests. The npm lock pins its bytes.
const Version = "binaryen 132.0.0"

const script = "binaryen/bin/wasm-opt"

// Features are those of core 2.0 that clang uses. Without this list wasm-opt would go by the module's
// target_features section, and a user C module could raise what engines must support unnoticed.
var Features = []string{
	"--mvp-features", "--enable-mutable-globals", "--enable-sign-ext", "--enable-nontrapping-float-to-int",
	"--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-multivalue", "--enable-reference-types",
}

// Optimizer runs wasm-opt through a cache.
type Optimizer struct {
	Packages npm.Packages
	Cache    *cache.Cache
	Report   progress.Reporter
}

// Run applies wasm-opt's passes to a module, in the order given ("--spill-pointers", "-O3").
func (o Optimizer) Run(ctx context.Context, module []byte, passes []string) (_ []byte, err error) {
	h := cache.NewHash("mpwasm wasm-opt 1")
	fmt.Fprintf(h, "%s\nflags %q\npasses %q\n", Version, Features, passes)
	h.Write(module)
	id := h.Sum()
	if out, _, err := o.Cache.GetBytes(id); err == nil {
		return out, nil
	}
	task := o.Report.Start("optimising (wasm-opt)", 0, progress.Items)
	defer func() { task.End(err) }()
	out, err := o.run(ctx, module, passes)
	if err != nil {
		return nil, fmt.Errorf("optimising: %w", err)
	}
	if err := o.Cache.PutBytes(id, out); err != nil {
		return nil, fmt.Errorf("keeping the optimised module: %w", err)
	}
	return out, nil
}

func (o Optimizer) run(ctx context.Context, module []byte, passes []string) ([]byte, error) {
	node, err := npm.Executable("node")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "mpwasm-optimize-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	in, out := filepath.Join(dir, "in.wasm"), filepath.Join(dir, "out.wasm")
	if err := os.WriteFile(in, module, 0o644); err != nil {
		return nil, err
	}
	args := append([]string{o.Packages.File(script), in, "-o", out, "-g"}, Features...)
	cmd := exec.CommandContext(ctx, node, append(args, passes...)...)
	var text bytes.Buffer
	cmd.Stdout, cmd.Stderr = &text, &text
	cmd.WaitDelay = 5 * time.Second // a child of its own may live on and hold the output open
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, errors.Join(fmt.Errorf("wasm-opt: %w", err), errors.New(strings.TrimSpace(text.String())))
	}
	return os.ReadFile(out)
}
