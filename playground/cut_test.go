package playground

import (
	"bytes"
	"context"
	"testing"

	"github.com/tetratelabs/wazero"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// The parts of the artifact are modules, together they hold its data and its functions, and they are the same however often it is cut.
// That they do what it does is tested where they run (web/test/rest.test.ts).
func TestCut(t *testing.T) {
	result, err := builder.Build(t.Context(), builder.Config{CacheDir: CacheDir()})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	core, rest, err := Cut(t.Context(), dir, result.Module)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // without the list that is kept, and with it
		again, andRest, err := Cut(t.Context(), dir, result.Module)
		if err != nil || !bytes.Equal(again, core) || !bytes.Equal(andRest, rest) {
			t.Fatalf("cutting it again: other parts, %v", err)
		}
		dir = ""
	}
	ctx := context.Background()
	engine := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	defer engine.Close(ctx)
	for _, part := range [][]byte{core, rest} {
		if _, err := engine.CompileModule(ctx, part); err != nil {
			t.Fatal(err)
		}
	}
	data, functions := holds(t, result.Module)
	coreData, coreFunctions := holds(t, core)
	restData, restFunctions := holds(t, rest)
	if coreData+restData != data || restData < 500_000 || coreFunctions+restFunctions < functions || coreFunctions < 500 || restFunctions < 500 {
		t.Errorf("the whole holds %d bytes of data and %d functions, the core %d and %d, the rest %d and %d", data, functions, coreData, coreFunctions, restData, restFunctions)
	}
}

// holds returns how many bytes of data and how many functions a module has.
func holds(t *testing.T, module []byte) (data, functions int) {
	t.Helper()
	m, err := binary.Decode(module)
	if err != nil {
		t.Fatal(err)
	}
	for _, segment := range m.Data {
		data += len(segment.Bytes)
	}
	return data, len(m.Functions)
}
