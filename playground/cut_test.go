package playground

import (
	"bytes"
	"context"
	"testing"

	"github.com/tetratelabs/wazero"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// What is cut out of the artifact, and what remains, are modules, and together they hold its data.
func TestCut(t *testing.T) {
	result, err := builder.Build(t.Context(), builder.Config{CacheDir: CacheDir()})
	if err != nil {
		t.Fatal(err)
	}
	core, rest, err := cut(result.Module)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	engine := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	defer engine.Close(ctx)
	sum := 0
	for _, part := range [][]byte{core, rest} {
		if _, err := engine.CompileModule(ctx, part); err != nil {
			t.Fatal(err)
		}
		m, err := binary.Decode(part)
		if err != nil {
			t.Fatal(err)
		}
		for _, segment := range m.Data {
			sum += len(segment.Bytes)
		}
	}
	whole, err := binary.Decode(result.Module)
	if err != nil {
		t.Fatal(err)
	}
	for _, segment := range whole.Data {
		sum -= len(segment.Bytes)
	}
	if sum != 0 || len(rest) < 300_000 || len(core) < 300_000 {
		t.Errorf("the parts have %d bytes of data more than the whole; the core has %d bytes, the rest %d", sum, len(core), len(rest))
	}
	if again, none, err := cut(core); err != nil || none != nil || !bytes.Equal(again, core) {
		t.Errorf("cutting the core again: %v", err)
	}
}
