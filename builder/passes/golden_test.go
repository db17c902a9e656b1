package passes

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/wat"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// parseModule reads a module from wat, by way of the binary format, as a pass would get it.
func parseModule(t testing.TB, src string) *wasm.Module {
	t.Helper()
	m, err := wat.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	if m, err = binary.Decode(binary.Encode(m)); err != nil {
		t.Fatal(err)
	}
	return m
}

// cases returns the contents of the wat files in testdata/DIR by name, goldens excluded. A golden without a case
// is an error.
func cases(t testing.TB, dir string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", dir, "*.wat"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, file := range files {
		if name, ok := strings.CutSuffix(file, ".want.wat"); ok {
			if _, err := os.Stat(name + ".wat"); err != nil {
				t.Errorf("golden %s belongs to no case", file)
			}
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found[strings.TrimSuffix(filepath.Base(file), ".wat")] = string(src)
	}
	if len(found) == 0 {
		t.Fatalf("testdata/%s has no cases", dir)
	}
	return found
}

// goldenOptions has the options for each pass with a folder under testdata.
var goldenOptions = map[string]Options{
	exceptionLoweringName: {},
	spillPointersName:     spillOptions,
	fuelMeteringName:      fuelOptions,
	stackChecksName:       stackOptions,
	threadBranchesName:    {},
}

// TestGoldens runs each pass that has a folder under testdata over the cases in it.
func TestGoldens(t *testing.T) {
	for dir, opts := range goldenOptions {
		for name, src := range cases(t, dir) {
			t.Run(dir+"/"+name, func(t *testing.T) {
				m := parseModule(t, src)
				before := string(binary.Encode(m))
				out, err := Run(context.Background(), m, []string{dir}, opts)
				if err != nil {
					t.Fatal(err)
				}
				if string(binary.Encode(m)) != before {
					t.Error("the pass changed the module it was given")
				}
				got, err := wat.String(out)
				if err != nil {
					t.Fatal(err)
				}
				compareGolden(t, filepath.Join("testdata", dir, name+".want.wat"), got)
			})
		}
	}
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; if the new text is right, run go test -update:\n%s", file, got)
	}
}
