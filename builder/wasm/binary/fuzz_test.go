package binary_test

import (
	"bytes"
	"io"
	"os"
	"reflect"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/wat"
)

// FuzzDecode feeds the decoder anything. What it accepts must survive encoding and decoding, and everything
// that works on a decoded module must work on it.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		header,
		header + voidType + oneFunc + oneTable + oneMemory + section(7, "\x01\x01x\x00\x00") + section(8, "\x00") + oneBody,
		header + voidType + oneFunc + oneTable + section(9, "\x01\x00\x41\x01\x0b\x01\x00") + oneBody,
		header + oneMemory + section(11, "\x01\x00\x41\x00\x0b\x03abc"),
		header + section(0, "\x04name\x01\x04\x01\x00\x01f"),
		codeWith("\x01\x02\x7f\x02\x40\x20\x00\x0d\x00\x0e\x01\x00\x01\x0b\x0b"),
	} {
		f.Add([]byte(seed))
	}
	b, err := os.ReadFile("../wat/testdata/opcodes.wasm")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := binary.Decode(b)
		if err != nil {
			return
		}
		encoded := binary.Encode(m)
		again, err := binary.Decode(encoded)
		if err != nil {
			t.Fatalf("decoding what was encoded: %v", err)
		}
		if !bytes.Equal(binary.Encode(again), encoded) {
			t.Fatalf("encoding again gives other bytes than % x", encoded)
		}
		// Encode leaves empty sections out, so a custom section behind one names another afterwards.
		for i := range min(len(m.Customs), len(again.Customs)) {
			again.Customs[i].After = m.Customs[i].After
		}
		if !reflect.DeepEqual(m, again) {
			t.Fatalf("decoding what was encoded gives another module:\n%+v\n%+v", m, again)
		}
		if _, err := wasm.DetectFeatures(m); err != nil {
			t.Fatalf("detecting features of a decoded module: %v", err)
		}
		if _, err := m.Names(); err != nil || totalLocals(m) > 10*wasm.MaxLocals {
			// A malformed name section is legal, but cannot be printed; so many locals take too long.
			return
		}
		if err := wat.Print(io.Discard, m); err != nil {
			t.Fatalf("printing a decoded module: %v", err)
		}
	})
}

// totalLocals counts locals: five bytes declare 50000 of them, which take a megabyte to print.
func totalLocals(m *wasm.Module) (n uint64) {
	for i := range m.Functions {
		for _, l := range m.Functions[i].Locals {
			n += uint64(l.Count)
		}
	}
	return n
}
