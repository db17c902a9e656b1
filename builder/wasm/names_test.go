package wasm_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// nameBytes is a name section with a module name, two functions, a local, a label and an unknown subsection.
const nameBytes = "\x00\x02\x01m" +
	"\x01\x08\x02\x00\x01f\x05\x02gg" +
	"\x02\x06\x01\x05\x01\x00\x01x" +
	"\x03\x06\x01\x05\x01\x02\x01l" +
	"\x0a\x02\x01\x02"

func TestDecodeNames(t *testing.T) {
	got, err := wasm.DecodeNames([]byte(nameBytes))
	if err != nil {
		t.Fatal(err)
	}
	want := &wasm.Names{
		Module: "m",
		Maps:   map[wasm.NameSpace]wasm.NameMap{wasm.NameFunctions: {0: "f", 5: "gg"}},
		Indirect: map[wasm.NameSpace]map[uint32]wasm.NameMap{
			wasm.NameLocals: {5: {0: "x"}},
			wasm.NameLabels: {5: {2: "l"}},
		},
		Unknown: []wasm.Subsection{{ID: 10, Bytes: []byte{1, 2}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("decoded %+v, want %+v", got, want)
	}
	if out := got.Encode(); string(out) != nameBytes {
		t.Errorf("encoded % x, want % x", out, nameBytes)
	}
}

func TestSetNames(t *testing.T) {
	names := &wasm.Names{}
	names.Set(wasm.NameGlobals, 3, "g")
	names.Set(wasm.NameGlobals, 4, "h")
	names.Set(wasm.NameGlobals, 4, "")
	m := &wasm.Module{Customs: []wasm.Custom{{Name: "other"}}}
	if got, err := m.Names(); got != nil || err != nil {
		t.Fatalf("names of a module without name section: %v, %v", got, err)
	}
	m.SetNames(names)
	got, err := m.Names()
	if err != nil {
		t.Fatal(err)
	}
	if want := (wasm.NameMap{3: "g"}); !reflect.DeepEqual(got.Maps[wasm.NameGlobals], want) {
		t.Errorf("names of globals %v, want %v", got.Maps[wasm.NameGlobals], want)
	}
	m.Customs[1].After = wasm.SectionType
	m.SetNames(&wasm.Names{Module: "m"})
	if c := m.Customs[1]; c.After != wasm.SectionType || string(c.Bytes) != "\x00\x02\x01m" {
		t.Errorf("replaced name section %+v, want it where it was", c)
	}
	m.SetNames(nil)
	if len(m.Customs) != 1 || m.Customs[0].Name != "other" {
		t.Errorf("custom sections after removal: %+v", m.Customs)
	}
}

func TestDecodeNamesErrors(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"size missing", "\x01", "unexpected EOF"},
		{"cut", "\x01\x05\x01", "subsection 1: at offset 0x2: 5 bytes expected, 1 left"},
		{"count", "\x01\x01\x7f", "subsection 1: at offset 0x2: 127 entries of at least 2 bytes expected"},
		{"trailing", "\x01\x02\x00\x00", "end of the subsection expected, 1 more bytes found"},
		{"not UTF-8", "\x00\x02\x01\xff", "name is not valid UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := &wasm.Module{Customs: []wasm.Custom{{Name: wasm.NameSection, Bytes: []byte(c.in)}}}
			_, err := m.Names()
			if err == nil || !strings.HasPrefix(err.Error(), "decoding name section: ") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}

// FuzzNames feeds anything as a name section. What is accepted must survive encoding and decoding.
func FuzzNames(f *testing.F) {
	f.Add([]byte(nameBytes))
	f.Fuzz(func(t *testing.T, b []byte) {
		names, err := wasm.DecodeNames(b)
		if err != nil {
			return
		}
		again, err := wasm.DecodeNames(names.Encode())
		if err != nil {
			t.Fatalf("decoding what was encoded: %v", err)
		}
		if string(again.Encode()) != string(names.Encode()) {
			t.Fatalf("decoding what was encoded gives %+v, want %+v", again, names)
		}
	})
}
