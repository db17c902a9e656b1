package passes

// strip-producers removes the custom sections in which tools leave a note about themselves: "producers" (which
// compiler made the module) and "target_features" (which proposals it was allowed to use).
//
// The artifact manifest records both, truthfully: target_features says what the compiler was told, and after a
// lowering that is no longer what the module needs. The pass stands last, for tools read target_features.

import "github.com/seed-3f7e3123/mpwasm/builder/wasm"

func stripProducers(Options) func(*wasm.Module) (*wasm.Module, error) {
	return func(m *wasm.Module) (*wasm.Module, error) {
		return withoutCustoms(m, func(name string) bool {
			return name == "producers" || name == "target_features"
		}), nil
	}
}
