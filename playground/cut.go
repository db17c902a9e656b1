package playground

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/freeze"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// cut cuts the data segment of the library's modules (builder/freeze/library.go) out of an artifact. The rest is a module of that segment
// alone, which puts it into the memory that it is instantiated with; it is nil where the artifact has no such segment. A module is what
// every static host compresses, and what browsers compile as it comes.
func cut(artifact []byte) (core, rest []byte, err error) {
	m, err := binary.Decode(artifact)
	if err != nil {
		return nil, nil, fmt.Errorf("cutting the artifact in two: %w", err)
	}
	at := slices.IndexFunc(m.Data, func(s wasm.DataSegment) bool {
		return s.Mode == wasm.Active && bytes.HasPrefix(s.Bytes, []byte(freeze.LibraryMark))
	})
	if at < 0 {
		return artifact, nil, nil
	}
	module := &wasm.Module{
		Imports: []wasm.Import{{Module: "mpwasm", Name: "memory", Kind: wasm.ExternMemory, Memory: wasm.MemoryType{}}},
		Data:    []wasm.DataSegment{m.Data[at]},
	}
	without := m.Clone()
	without.Data = slices.Delete(without.Data, at, at+1)
	return binary.Encode(without), binary.Encode(module), nil
}
