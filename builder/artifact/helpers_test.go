package artifact_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/wat"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// inputs returns the inputs of an artifact to which nothing was added.
func inputs() artifact.Inputs {
	return artifact.Inputs{
		MPWasm:      "v1.0.0",
		MicroPython: artifact.Source{Version: "1.26.1", Digest: "h1:4eXNVcXbUbBTk4sWZ+2WcVYBVfLv5KMnPF2Fb1mTzZ0="},
		Variant:     "standard",
		Port:        "sha256:0123456789abcdef",
		Toolchain:   artifact.Tool{Name: "@yowasp/clang", Version: "22.0.0-git20542-10", Digest: "24fbed47+79eef0c3"},
		Optimizer:   artifact.Tool{Name: "binaryen", Version: "132.0.0"},
		Flags: []string{"-std=gnu11", "-DNDEBUG", "-ffunction-sections", "-fdata-sections", "-mllvm",
			"-wasm-enable-sjlj", "-mllvm", "-wasm-use-legacy-eh=false", "-O2", "-I/mp", "-I/build"},
		Passes: []artifact.Pass{
			{Name: "exception-lowering"},
			{Name: "stack-checks"},
			{Name: "spill-pointers", Options: []string{"collector gc_collect"}},
			{Name: "fuel-metering"},
			{Name: "wasm-opt", Options: []string{"-O3"}},
			{Name: "strip-debug"},
		},
	}
}

// parseModule reads testdata/module.wat.
func parseModule(t testing.TB) *wasm.Module {
	t.Helper()
	src, err := os.ReadFile("testdata/module.wat")
	if err != nil {
		t.Fatal(err)
	}
	m, err := wat.Parse(string(src))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// moduleBytes encodes testdata/module.wat, changed by edit unless that is nil.
func moduleBytes(t testing.TB, edit func(*wasm.Module)) []byte {
	t.Helper()
	m := parseModule(t)
	if edit != nil {
		edit(m)
	}
	return binary.Encode(m)
}

// build describes a module, as the end of a build does.
func build(t testing.TB, module []byte, in artifact.Inputs) artifact.Artifact {
	t.Helper()
	a, err := artifact.New(module, in)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// good returns an artifact that satisfies the default policy.
func good(t testing.TB) artifact.Artifact {
	t.Helper()
	return build(t, moduleBytes(t, nil), inputs())
}

// addFunction adds a function of type [] -> [] with the given body and returns its index.
func addFunction(m *wasm.Module, body ...wasm.Instruction) uint32 {
	index := uint32(m.ImportCount(wasm.ExternFunc) + len(m.Functions))
	m.Functions = append(m.Functions, wasm.Function{
		Type: m.AddType(wasm.FuncType{}),
		Body: wasm.Encode(append(body, wasm.Instruction{Op: wasm.OpEnd})),
	})
	return index
}

// golden compares text with a file of testdata, or rewrites the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the text differs from %s (rewrite it with -update):\n%s", path, got)
	}
}
