package playground

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/freeze"
	"github.com/seed-3f7e3123/mpwasm/builder/split"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// smallFunction is how many bytes of code are not worth a place in the table, and the call that goes by way of it.
const smallFunction = 48

// Cut cuts an artifact in two: the core, which plain programs need, and the rest, which has all other functions and the data segment of the
// library's modules (builder/freeze/content.go). Both are modules: that is what every static host compresses, and what browsers compile
// as it comes. An artifact that has no such segment, such as the variant minimal, is small, and its own core; rest is nil then.
func Cut(ctx context.Context, cacheDir string, artifact []byte) (core, rest []byte, err error) {
	m, err := binary.Decode(artifact)
	if err != nil {
		return nil, nil, fmt.Errorf("cutting the artifact in two: %w", err)
	}
	library := func(s wasm.DataSegment) bool { return bytes.HasPrefix(s.Bytes, []byte(freeze.LibraryMark)) }
	if !slices.ContainsFunc(m.Data, library) {
		return artifact, nil, nil
	}
	hot, err := hotFunctions(ctx, cacheDir, artifact)
	if err != nil {
		return nil, nil, fmt.Errorf("cutting the artifact in two: %w", err)
	}
	first, second, err := split.Split(m, split.Cut{Hot: hot, Small: smallFunction, Later: library})
	if err != nil {
		return nil, nil, fmt.Errorf("cutting the artifact in two: %w", err)
	}
	return binary.Encode(first), binary.Encode(second), nil
}
