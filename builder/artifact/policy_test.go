package artifact_test

import (
	"context"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
)

// typeText writes a type as manifests do.
func typeText(params, results []api.ValueType) string {
	names := func(types []api.ValueType) string {
		var list []string
		for _, v := range types {
			list = append(list, api.ValueTypeName(v))
		}
		return "[" + strings.Join(list, " ") + "]"
	}
	return names(params) + " -> " + names(results)
}

// TestPreview1 compares the types of WASI's functions that the policy allows with those of wazero's.
func TestPreview1(t *testing.T) {
	ctx := context.Background()
	runtime := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	defer runtime.Close(ctx)
	module, err := wasi_snapshot_preview1.NewBuilder(runtime).Compile(ctx)
	if err != nil {
		t.Fatal(err)
	}
	offered := map[string]string{}
	for name, f := range module.ExportedFunctions() {
		offered[name] = typeText(f.ParamTypes(), f.ResultTypes())
	}
	for _, imp := range artifact.DefaultPolicy("standard").Imports {
		if imp.Module != wasi_snapshot_preview1.ModuleName {
			continue
		}
		if imp.Kind != "func" || offered[imp.Name] != imp.Type {
			t.Errorf("%s: the policy says %s %s, wazero's is %q", imp.Name, imp.Kind, imp.Type, offered[imp.Name])
		}
	}
}

// TestModuleRuns makes sure that the module of these tests is one that an engine accepts.
func TestModuleRuns(t *testing.T) {
	ctx := context.Background()
	runtime := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	defer runtime.Close(ctx)
	if _, err := runtime.CompileModule(ctx, moduleBytes(t, nil)); err != nil {
		t.Error(err)
	}
}

// cType turns a type of C into one of wasm32.
func cType(t *testing.T, declaration string) string {
	switch {
	case strings.Contains(declaration, "*"), regexp.MustCompile(`\bu?int32_t\b`).MatchString(declaration):
		return "i32"
	case regexp.MustCompile(`\bu?int64_t\b`).MatchString(declaration):
		return "i64"
	case strings.TrimSpace(declaration) == "void":
		return ""
	}
	t.Fatalf("unknown type in %q", declaration)
	return ""
}

// prototypes finds functions in a C header: the matches of re are result, name and parameters.
func prototypes(t *testing.T, header, re string) map[string]string {
	found := map[string]string{}
	for _, match := range regexp.MustCompile(re).FindAllStringSubmatch(header, -1) {
		var params []string
		for param := range strings.SplitSeq(match[3], ",") {
			if p := cType(t, param); p != "" {
				params = append(params, p)
			}
		}
		found[match[2]] = "[" + strings.Join(params, " ") + "] -> [" + cType(t, match[1]) + "]"
	}
	return found
}

// TestPolicyFollowsHeader compares the policy with the header of the port, where the ABI is written down.
func TestPolicyFollowsHeader(t *testing.T) {
	data, err := os.ReadFile("../../micropython-port/wasi/host/mpwasm_abi.h")
	if err != nil {
		t.Fatal(err)
	}
	header := string(data)
	policy := artifact.DefaultPolicy("standard")

	version := regexp.MustCompile(`#define MPWASM_ABI_VERSION \((\d+)\)`).FindStringSubmatch(header)
	if version == nil || version[1] != strconv.Itoa(int(policy.ABIVersion)) {
		t.Errorf("the policy asks for ABI version %d, the header has %q", policy.ABIVersion, version)
	}
	imports := prototypes(t, header, `MPWASM_IMPORT\(\w+\) (.+[ *])mpwasm_host_(\w+)\((.*)\);`)
	exports := prototypes(t, header, `(?m)^((?:const )?\w+[ *]+)(mpwasm_\w+)\(([^)]*)\);`)
	var wantImports, wantExports []string
	for name, text := range imports {
		wantImports = append(wantImports, name+" "+text)
	}
	for name, text := range exports {
		wantExports = append(wantExports, name+" "+text)
	}
	var gotImports, gotExports []string
	for _, imp := range policy.Imports {
		if imp.Module == "mpwasm" {
			gotImports = append(gotImports, imp.Name+" "+imp.Type)
		}
	}
	for _, e := range policy.Exports {
		if e.Kind == "func" && strings.HasPrefix(e.Name, "mpwasm_") {
			gotExports = append(gotExports, e.Name+" "+e.Type)
		}
	}
	for _, list := range [][]string{wantImports, wantExports, gotImports, gotExports} {
		slices.Sort(list)
	}
	if len(gotImports) == 0 || !slices.Equal(gotImports, wantImports) {
		t.Errorf("the policy allows the host functions\n%q, the header has\n%q", gotImports, wantImports)
	}
	if len(gotExports) == 0 || !slices.Equal(gotExports, wantExports) {
		t.Errorf("the policy requires the exports\n%q, the header has\n%q", gotExports, wantExports)
	}
}
