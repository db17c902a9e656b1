package wasm_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

func TestTargetFeatures(t *testing.T) {
	const in = "\x02+\x08sign-ext-\x04simd"
	m := &wasm.Module{Customs: []wasm.Custom{{Name: wasm.TargetFeaturesSection, Bytes: []byte(in)}}}
	list, err := m.TargetFeatures()
	if err != nil {
		t.Fatal(err)
	}
	if want := []wasm.TargetFeature{{Prefix: '+', Name: "sign-ext"}, {Prefix: '-', Name: "simd"}}; !reflect.DeepEqual(list, want) {
		t.Errorf("decoded %v, want %v", list, want)
	}
	m.SetTargetFeatures(list)
	if got := string(m.Customs[0].Bytes); got != in {
		t.Errorf("encoded %q, want %q", got, in)
	}
	m.SetTargetFeatures(list[:1])
	if got, want := string(m.Customs[0].Bytes), "\x01+\x08sign-ext"; got != want {
		t.Errorf("encoded %q, want %q", got, want)
	}
}

func TestTargetFeaturesAbsent(t *testing.T) {
	m := &wasm.Module{}
	if list, err := m.TargetFeatures(); list != nil || err != nil {
		t.Errorf("%v, %v without the section", list, err)
	}
	m.SetTargetFeatures([]wasm.TargetFeature{{Prefix: '+', Name: "simd"}})
	if len(m.Customs) != 0 {
		t.Errorf("custom sections %v, want none: the section is not for us to add", m.Customs)
	}
}

func TestTargetFeaturesErrors(t *testing.T) {
	for _, in := range []string{"", "\x05+", "\x01+\x05simd", "\x00x"} {
		m := &wasm.Module{Customs: []wasm.Custom{{Name: wasm.TargetFeaturesSection, Bytes: []byte(in)}}}
		if _, err := m.TargetFeatures(); err == nil || !strings.HasPrefix(err.Error(), "decoding target_features section: ") {
			t.Errorf("%q: error %v, want one about the section", in, err)
		}
	}
}
