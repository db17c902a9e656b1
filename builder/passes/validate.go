package passes

import (
	"context"
	"fmt"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// engineFeatures maps the proposals beyond core 2.0 to wazero's names for them.
var engineFeatures = map[wasm.Features]api.CoreFeatures{
	wasm.FeatureTailCall:          experimental.CoreFeaturesTailCall,
	wasm.FeatureExceptionHandling: experimental.CoreFeaturesExceptionHandling,
}

// Validate has wazero validate the module b, operand types included. Allowed are core 2.0 and, of what lies
// beyond it, the proposals in features.
//
// It uses the interpreter, which accepts and refuses the same modules as the compiler and is ready sooner.
func Validate(ctx context.Context, b []byte, features wasm.Features) error {
	enabled := api.CoreFeaturesV2
	for ours, theirs := range engineFeatures {
		if features.Has(ours) {
			enabled |= theirs
		}
	}
	r := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter().WithCoreFeatures(enabled))
	defer r.Close(ctx)
	compiled, err := r.CompileModule(ctx, b)
	if err != nil {
		return fmt.Errorf("validating module: %w", err)
	}
	return compiled.Close(ctx)
}
