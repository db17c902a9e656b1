package passes

// strip-debug removes the custom sections that exist for people who look for mistakes: "name", the DWARF
// sections (".debug_*"), and the places where tools say that debug information is kept outside the module
// ("sourceMappingURL", "external_debug_info").
//
// Nothing a program does depends on them, but stack traces of traps lose the names of functions.

import (
	"slices"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

func stripDebug(Options) func(*wasm.Module) (*wasm.Module, error) {
	return func(m *wasm.Module) (*wasm.Module, error) {
		return withoutCustoms(m, func(name string) bool {
			return name == wasm.NameSection || name == "sourceMappingURL" || name == "external_debug_info" ||
				strings.HasPrefix(name, ".debug_")
		}), nil
	}
}

// withoutCustoms returns m without the custom sections whose names the function drop picks.
func withoutCustoms(m *wasm.Module, drop func(name string) bool) *wasm.Module {
	out := m.Clone()
	out.Customs = slices.DeleteFunc(out.Customs, func(c wasm.Custom) bool { return drop(c.Name) })
	return out
}
