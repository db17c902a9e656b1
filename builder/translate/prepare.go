package translate

import (
	"errors"
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// image is what the module's data segments write.
type image struct {
	at   uint32
	data []byte
}

// prepare makes of a module what is translated: without data, which the host puts into memory, without a memory of its own, and with calls
// counted. Meaning and fuel stay the same.
func prepare(m *wasm.Module) (*wasm.Module, image, error) {
	if m.Start != nil || m.ImportCount(wasm.ExternFunc) != len(m.Imports) || len(m.Memories) != 1 {
		return nil, image{}, errors.New("expected a module without a start function, that imports functions only, and has a memory")
	}
	data, err := imageOf(m)
	if err != nil {
		return nil, image{}, err
	}
	out := m.Clone()
	out.Data, out.HasDataCount = nil, false
	out.Memories[0].Limits.Min = 0
	out.Exports = nil
	for _, export := range m.Exports {
		if export.Kind != wasm.ExternMemory { // the host has it
			out.Exports = append(out.Exports, export)
		}
	}
	return out, data, countCalls(out)
}

// maxImage bounds an image: data segments that lie far apart would make it large.
const maxImage = 64 << 20

// imageOf puts the data segments together.
func imageOf(m *wasm.Module) (image, error) {
	var result image
	for i, segment := range m.Data {
		at, err := constant(segment.Offset)
		if segment.Mode != wasm.Active || err != nil {
			return image{}, errors.Join(fmt.Errorf("data segment %d: expected one that is copied to a constant address", i), err)
		}
		if i == 0 {
			result.at = at
		}
		end := uint64(at) + uint64(len(segment.Bytes))
		if at < result.at || end-uint64(result.at) > maxImage {
			return image{}, fmt.Errorf("data segment %d at %#x: expected it behind %#x, and not beyond %d MiB", i, at, result.at, maxImage>>20)
		}
		if grow := int(end-uint64(result.at)) - len(result.data); grow > 0 {
			result.data = append(result.data, make([]byte, grow)...)
		}
		copy(result.data[at-result.at:], segment.Bytes)
	}
	return result, nil
}

func constant(e wasm.Expr) (uint32, error) {
	list, err := e.Instructions()
	if err != nil {
		return 0, err
	}
	if len(list) != 2 || list[0].Op != wasm.OpI32Const {
		return 0, errors.New("its address is no constant")
	}
	return uint32(list[0].Value), nil
}
