package sandbox

import (
	"context"
	"maps"
	"slices"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
)

// TestWASIIsWhatTheArtifactImports makes sure that the host offers no call that nobody makes.
func TestWASIIsWhatTheArtifactImports(t *testing.T) {
	ctx := context.Background()
	e, err := NewEngine(ctx, EngineConfig{Artifact: testartifact.Bytes(t), CompileCacheDir: testartifact.CompileCache(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close(ctx)
	var imported []string
	for _, function := range e.code.(*wazeroCode).Module.ImportedFunctions() {
		if module, name, _ := function.Import(); module == wasiModule {
			imported = append(imported, name)
		}
	}
	offered := append(slices.Collect(maps.Keys(wasiFunctions)), "proc_exit")
	slices.Sort(imported)
	slices.Sort(offered)
	if !slices.Equal(imported, offered) {
		t.Errorf("the artifact imports %v\nthe host offers     %v", imported, offered)
	}
}
