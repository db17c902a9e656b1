package wasm_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"os"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

var update = flag.Bool("update", false, "rewrite generated files and goldens")

// constantName turns "i32.trunc_sat_f32_s" into "OpI32TruncSatF32S".
func constantName(op wasm.Opcode) string {
	var b strings.Builder
	b.WriteString("Op")
	for _, word := range strings.FieldsFunc(op.Name(), func(r rune) bool { return r == '.' || r == '_' }) {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}

// TestOpcodeNamesFile keeps the constants in step with the table. With -update it writes them.
func TestOpcodeNamesFile(t *testing.T) {
	const file = "opcode_names.go"
	var b bytes.Buffer
	b.WriteString("// Code generated from opcode_table.go by go test -run TestOpcodeNamesFile -update. DO NOT EDIT.\n\n" +
		"package wasm\n\n// The opcodes, named after the text format.\nconst (\n")
	for _, op := range wasm.Opcodes() {
		fmt.Fprintf(&b, "%s Opcode = %#02x\n", constantName(op), uint16(op))
	}
	b.WriteString(")\n")
	want, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s does not match opcode_table.go: run go test -run %s -update", file, t.Name())
	}
}
