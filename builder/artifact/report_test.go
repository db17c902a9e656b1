package artifact_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// TestReportGolden shows reports as people see them.
func TestReportGolden(t *testing.T) {
	additions := inputs()
	additions.Frozen = []artifact.Part{{Name: "greeting/__init__.py", Digest: "sha256:aa"}, {Name: "greeting/words.py", Digest: "sha256:bb"}}
	additions.CModules = []artifact.Part{{Name: "cexample", Digest: "sha256:cc"}}
	hostile := good(t)
	hostile.Module = moduleBytes(t, func(m *wasm.Module) {
		m.Imports[0].Name = "\x1b[2J\r\nOK"
		m.Exports[0].Name = strings.Repeat("long ", 1000)
	})
	hostile.Manifest.Inputs.MicroPython.Version = "1.26.1\nOK  everything"
	hostile.Manifest.Inputs.Flags = []string{"\tand\ttabs", "\u202eoverride"}
	spoilt := spoiling{edit: importOther("env", "system"), manifest: func(m *artifact.Manifest) { m.Inputs.Toolchain.Digest = "" }}
	cut := spoiling{raw: func(b []byte) []byte { return b[:len(b)/2] }}
	reports := map[string]artifact.Artifact{
		"report-good.txt":       good(t),
		"report-additions.txt":  build(t, moduleBytes(t, grow), additions),
		"report-spoilt.txt":     spoilt.apply(t),
		"report-unreadable.txt": cut.apply(t),
		"report-threads.txt":    spoiling{raw: shareMemory}.apply(t),
		"report-hostile.txt":    hostile,
		"report-nothing.txt":    {},
	}
	for name, a := range reports {
		report, err := artifact.Verify(a, artifact.DefaultPolicy("standard"))
		if (err == nil) != (name == "report-good.txt" || name == "report-additions.txt") {
			t.Errorf("%s: %v", name, err)
		}
		var b bytes.Buffer
		if n, err := report.WriteTo(&b); err != nil || n != int64(b.Len()) || b.String() != report.String() {
			t.Errorf("%s: WriteTo wrote %d bytes and returned %d, %v", name, b.Len(), n, err)
		}
		golden(t, name, b.String())
	}
	files, err := filepath.Glob("testdata/report-*")
	if err != nil || len(files) != len(reports) {
		t.Errorf("goldens are %q, want those of %d reports: %v", files, len(reports), err)
	}
}
