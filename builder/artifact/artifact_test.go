package artifact_test

import (
	"errors"
	gobuild "go/build"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// TestNew describes a module that has an import and an export of every kind.
func TestNew(t *testing.T) {
	module := moduleBytes(t, func(m *wasm.Module) {
		m.Types = append(m.Types, wasm.FuncType{Params: []wasm.ValueType{wasm.I32, wasm.F64}, Results: []wasm.ValueType{wasm.I64, wasm.V128}})
		last := uint32(len(m.Types) - 1)
		m.Memories = nil
		m.Imports = append(m.Imports,
			wasm.Import{Module: "m", Name: "f", Kind: wasm.ExternFunc, Func: last},
			wasm.Import{Module: "m", Name: "t", Kind: wasm.ExternTable, Table: wasm.TableType{Elem: wasm.FuncRef, Limits: wasm.Limits{Min: 3}}},
			wasm.Import{Module: "m", Name: "m", Kind: wasm.ExternMemory, Memory: wasm.MemoryType{Limits: wasm.Limits{Min: 1, Max: 9, HasMax: true}}},
			wasm.Import{Module: "m", Name: "g", Kind: wasm.ExternGlobal, Global: wasm.GlobalType{Type: wasm.F32}},
			wasm.Import{Module: "m", Name: "e", Kind: wasm.ExternTag, Tag: wasm.Tag{Type: m.AddType(wasm.FuncType{Params: []wasm.ValueType{wasm.I32}})}})
		m.Tables = []wasm.TableType{{Elem: wasm.ExternRef, Limits: wasm.Limits{Min: 1, Max: 2, HasMax: true}}}
		m.Globals = []wasm.Global{{Type: wasm.GlobalType{Type: wasm.I64, Mutable: true}, Init: wasm.ConstExpr(wasm.I64Const(0))}}
		m.Tags = []wasm.Tag{{Type: m.AddType(wasm.FuncType{})}}
		m.Exports = []wasm.Export{
			{Name: artifact.ABIVersionExport, Kind: wasm.ExternFunc, Index: 6},
			{Name: "f", Kind: wasm.ExternFunc, Index: 4},
			{Name: "t0", Kind: wasm.ExternTable, Index: 0},
			{Name: "t1", Kind: wasm.ExternTable, Index: 1},
			{Name: "m", Kind: wasm.ExternMemory, Index: 0},
			{Name: "g0", Kind: wasm.ExternGlobal, Index: 0},
			{Name: "g1", Kind: wasm.ExternGlobal, Index: 1},
			{Name: "e0", Kind: wasm.ExternTag, Index: 0},
			{Name: "e1", Kind: wasm.ExternTag, Index: 1},
		}
		for i := range m.Functions { // the bodies refer to what is no longer there
			if i != 1 {
				m.Functions[i].Body = wasm.Encode([]wasm.Instruction{{Op: wasm.OpUnreachable}, {Op: wasm.OpEnd}})
			}
		}
	})
	out := build(t, module, inputs()).Manifest.Outputs
	wantImports := []artifact.Import{
		{Module: "m", Name: "f", Kind: "func", Type: "[i32 f64] -> [i64 v128]"},
		{Module: "m", Name: "t", Kind: "table", Type: "funcref min 3"},
		{Module: "m", Name: "m", Kind: "memory", Type: "pages min 1, max 9"},
		{Module: "m", Name: "g", Kind: "global", Type: "f32"},
		{Module: "m", Name: "e", Kind: "tag", Type: "[i32] -> []"},
	}
	if got := out.Imports[len(out.Imports)-5:]; !slices.Equal(got, wantImports) {
		t.Errorf("imports are\n%q, want\n%q", got, wantImports)
	}
	wantExports := []artifact.Export{
		{Name: artifact.ABIVersionExport, Kind: "func", Type: "[] -> [i32]"},
		{Name: "f", Kind: "func", Type: "[i32 f64] -> [i64 v128]"},
		{Name: "t0", Kind: "table", Type: "funcref min 3"},
		{Name: "t1", Kind: "table", Type: "externref min 1, max 2"},
		{Name: "m", Kind: "memory", Type: "pages min 1, max 9"},
		{Name: "g0", Kind: "global", Type: "f32"},
		{Name: "g1", Kind: "global", Type: "mut i64"},
		{Name: "e0", Kind: "tag", Type: "[i32] -> []"},
		{Name: "e1", Kind: "tag", Type: "[] -> []"},
	}
	if !slices.Equal(out.Exports, wantExports) {
		t.Errorf("exports are\n%q, want\n%q", out.Exports, wantExports)
	}
	wantFeatures := []string{"mutable-globals", "multi-value", "reference-types", "simd", "exception-handling"}
	if !slices.Equal(out.Features, wantFeatures) {
		t.Errorf("features are %q, want %q", out.Features, wantFeatures)
	}
	if out.ABIVersion != 2 || out.SizeBytes != int64(len(module)) {
		t.Errorf("ABI version %d and size %d found, want 2 and %d", out.ABIVersion, out.SizeBytes, len(module))
	}
}

// TestNewRefuses gives New what is no artifact.
func TestNewRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		module []byte
		want   string
	}{
		"nothing":   {nil, "decoding module"},
		"half":      {moduleBytes(t, nil)[:230], "decoding export section"},
		"threads":   {shareMemory(moduleBytes(t, nil)), "threads"},
		"no ABI":    {moduleBytes(t, func(m *wasm.Module) { m.Exports = nil }), "no such function"},
		"ABI":       {moduleBytes(t, abiVaries), "found global.get as instruction 1; optimise the module"},
		"long ABI":  {moduleBytes(t, abiLong), "found nop as instruction 2"},
		"interface": {moduleBytes(t, func(m *wasm.Module) { m.Exports = slices.Repeat(m.Exports[:1], 10_001) }), "10001 found"},
	} {
		if _, err := artifact.New(test.module, inputs()); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: the error is %v, want one about %q", name, err, test.want)
		}
	}
}

// TestNewLimits builds what Read would not accept.
func TestNewLimits(t *testing.T) {
	large := moduleBytes(t, func(m *wasm.Module) { m.Data[0].Bytes = make([]byte, artifact.MaxModuleBytes) })
	if _, err := artifact.New(large, inputs()); err == nil || !strings.Contains(err.Error(), "at most 16,777,216 bytes expected") {
		t.Errorf("a large module: %v", err)
	}
	many := inputs()
	many.Frozen = slices.Repeat([]artifact.Part{{Name: strings.Repeat("n", 100), Digest: "sha256:00"}}, 10_000)
	if _, err := artifact.New(moduleBytes(t, nil), many); err == nil || !strings.Contains(err.Error(), "at most 1,048,576 bytes expected") {
		t.Errorf("a large manifest: %v", err)
	}
}

// TestNewIsStable builds twice, and reads what was built.
func TestNewIsStable(t *testing.T) {
	in := inputs()
	in.Frozen = []artifact.Part{{Name: "not UTF-8: \xFF", Digest: "<&>\u2028"}}
	a, b := build(t, moduleBytes(t, nil), in), build(t, moduleBytes(t, nil), in)
	if string(a.Manifest.Encode()) != string(b.Manifest.Encode()) {
		t.Error("two builds give two manifests")
	}
	read, err := artifact.DecodeManifest(a.Manifest.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(read, a.Manifest) {
		t.Errorf("reading gives %+v, want what was written: %+v", read, a.Manifest)
	}
}

func TestCheckDigest(t *testing.T) {
	a := good(t)
	if err := a.CheckDigest(); err != nil {
		t.Error(err)
	}
	var problem *artifact.Problem
	a.Manifest.Outputs.SizeBytes++
	if err := a.CheckDigest(); !errors.As(err, &problem) || problem.Check != "size" {
		t.Errorf("with another size: %v", err)
	}
	a.Manifest.Outputs.SHA256 = ""
	if err := a.CheckDigest(); !errors.As(err, &problem) || problem.Check != "digest" {
		t.Errorf("without a digest: %v", err)
	}
}

// TestImports keeps this package small enough to be carried by a program that does not build.
func TestImports(t *testing.T) {
	const model = "github.com/seed-3f7e3123/mpwasm/builder/wasm"
	pkg, err := gobuild.ImportDir(".", 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range pkg.Imports {
		first, _, _ := strings.Cut(path, "/")
		if strings.Contains(first, ".") && path != model && path != model+"/binary" {
			t.Errorf("the package imports %s; it may import the standard library and %s alone", path, model)
		}
	}
}
