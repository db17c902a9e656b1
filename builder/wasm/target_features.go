package wasm

import (
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm/internal/leb128"
)

// TargetFeaturesSection is the name of the custom section in which a compiler notes the proposals it was allowed
// to use. Tools behind it take from there what they may use themselves. What a module really uses is another
// matter: see DetectFeatures.
//
// See https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md#target-features-section
const TargetFeaturesSection = "target_features"

// TargetFeature is an entry of that section.
type TargetFeature struct {
	Prefix byte   // '+' used, '-' must not be linked with a user
	Name   string // LLVM's name: mostly, but not always, the one in this package
}

// TargetFeatures decodes the target_features section. It returns nil, nil when there is none.
func (m *Module) TargetFeatures() ([]TargetFeature, error) {
	i := slices.IndexFunc(m.Customs, isTargetFeatures)
	if i < 0 {
		return nil, nil
	}
	list, err := decodeTargetFeatures(m.Customs[i].Bytes)
	if err != nil {
		return nil, fmt.Errorf("decoding target_features section: %w", err)
	}
	return list, nil
}

func isTargetFeatures(c Custom) bool { return c.Name == TargetFeaturesSection }

func decodeTargetFeatures(b []byte) ([]TargetFeature, error) {
	r := leb128.NewReader(b, 0)
	n, err := r.Count(2)
	if err != nil {
		return nil, err
	}
	list := make([]TargetFeature, n)
	for i := range list {
		if list[i].Prefix, err = r.Byte(); err != nil {
			return nil, err
		}
		if list[i].Name, err = r.Name(); err != nil {
			return nil, err
		}
	}
	if left := r.Left(); left > 0 {
		return nil, r.Errorf("end of the section expected, %d more bytes found", left)
	}
	return list, nil
}

// SetTargetFeatures replaces the contents of the target_features section. Without such a section it does nothing.
func (m *Module) SetTargetFeatures(list []TargetFeature) {
	i := slices.IndexFunc(m.Customs, isTargetFeatures)
	if i < 0 {
		return
	}
	b := leb128.AppendUint32(nil, uint32(len(list)))
	for _, f := range list {
		b = appendName(append(b, f.Prefix), f.Name)
	}
	m.Customs = clone(m.Customs)
	m.Customs[i].Bytes = b
}
