package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/source"
	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// fullEnv makes tests that take a sample of their cases take all. scripts/test.sh --full sets it.
const fullEnv = "MPWASM_TEST_FULL"

// stressSample is the part of upstream's suite that runs on the build under stress when not all of it does.
var stressSample = conformance.Shard{Index: 5, Count: 24}

// stressTimeout is for a test under stress on a busy machine: a collection at every step takes its time.
const stressTimeout = 5 * time.Minute

// withCollector are the fields of an outcome that depend on when garbage is collected.
var withCollector = []conformance.Field{conformance.FieldFuel, conformance.FieldHeapPeak, conformance.FieldMemory}

// TestGCStressChangesNothing runs upstream's suite on the build that collects at every opportunity and overwrites what it frees:
// all tests must end as on the normal build. It takes every 24th test, or all if MPWASM_TEST_FULL is set.
func TestGCStressChangesNothing(t *testing.T) {
	shard := stressSample
	if os.Getenv(fullEnv) != "" {
		shard = conformance.Shard{}
	}
	suite := upstreamSuiteOf(t)
	var reports []*conformance.Report
	for _, stress := range []bool{false, true} {
		target := conformance.NewWazero(openStressed(t, stress), map[bool]string{false: "normal", true: "gc-stress"}[stress])
		report, err := conformance.Run(t.Context(), target, []conformance.Suite{suite}, conformance.Options{Shard: shard, Timeout: stressTimeout})
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, report)
	}
	for _, difference := range endings(t, reports[0], reports[1]) {
		t.Error(difference)
	}
	t.Logf("%d tests", len(reports[0].Cases))
}

// TestGCTorture runs the programs of testdata/gc, which check their own data while they make garbage around it, on both builds.
// CPython has the word on what they print.
func TestGCTorture(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "gc", "*.py"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	engines := map[string]*sandbox.Engine{"normal": openStressed(t, false), "gc-stress": openStressed(t, true)}
	for _, file := range files {
		program, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, err := exec.Command("python3", file).Output()
		if err != nil {
			t.Fatalf("CPython on %s: %v", file, err)
		}
		for name, engine := range engines {
			t.Run(filepath.Base(file)+"/"+name, func(t *testing.T) {
				o, err := engine.Run(t.Context(), sandbox.Program{Source: program}, sandbox.SessionConfig{})
				if err != nil {
					t.Fatal(err)
				}
				if o.Kind != protocol.Completed || string(o.Stdout) != string(want) {
					t.Errorf("got %s, %q (%+v, %v); CPython prints %q", o.Kind, o.Stdout, o.Error, o.Trap, want)
				}
			})
		}
	}
}

// TestGCStressDifferencesAreFound puts a target that tells lies about one test in the place of the build under stress.
func TestGCStressDifferencesAreFound(t *testing.T) {
	suite := upstreamSuiteOf(t)
	honest := conformance.NewWazero(openStressed(t, false), "normal")
	options := conformance.Options{Filters: []string{"basics/list*"}, Timeout: stressTimeout}
	for name, lie := range map[string]func(*conformance.Result){
		"":        func(*conformance.Result) {},
		"stdout":  func(r *conformance.Result) { r.Reports[0].Stdout = protocol.Text("lies") },
		"outcome": func(r *conformance.Result) { r.Reports[0].Outcome = protocol.Trapped },
		"verdict": func(r *conformance.Result) { r.Merged = []byte("lies") },
	} {
		var reports []*conformance.Report
		for _, target := range []conformance.Target{honest, lying{honest, lie}} {
			report, err := conformance.Run(t.Context(), target, []conformance.Suite{suite}, options)
			if err != nil {
				t.Fatal(err)
			}
			reports = append(reports, report)
		}
		if found := endings(t, reports[0], reports[1]); (name != "") != (len(found) == 1) {
			t.Errorf("with a lie about the %q it found %v", name, found)
		}
	}
}

const lyingTest = "basics/list1.py"

// lying is a target that changes the result of one test.
type lying struct {
	conformance.Target
	lie func(*conformance.Result)
}

func (l lying) Run(ctx context.Context, program conformance.Program) (conformance.Result, error) {
	result, err := l.Target.Run(ctx, program)
	if err == nil && program.Name == "/tests/"+lyingTest {
		l.lie(&result)
	}
	return result, err
}

// endings says which tests end otherwise on the second target than on the first.
func endings(t *testing.T, want, got *conformance.Report) (found []string) {
	t.Helper()
	if len(want.Cases) == 0 || len(want.Cases) != len(got.Cases) {
		t.Fatalf("%d tests on %s, %d on %s", len(want.Cases), want.Target, len(got.Cases), got.Target)
	}
	for i := range want.Cases {
		if w, g := &want.Cases[i], &got.Cases[i]; w.Name != g.Name || w.Verdict != g.Verdict {
			found = append(found, fmt.Sprintf("%s: %s on %s; %s: %s on %s: %s", w.Name, w.Verdict, want.Target, g.Name, g.Verdict, got.Target, g.Reason))
		}
	}
	for _, d := range conformance.NewMatrix("", "", []*conformance.Report{want, got}, nil).Differences {
		if !slices.Contains(withCollector, d.Field) {
			found = append(found, fmt.Sprintf("%s: the %s is %.300q on %s, %.300q on %s", d.Test, d.FieldDifference, d.Want, want.Target, d.Got, got.Target))
		}
	}
	return found
}

func upstreamSuiteOf(t *testing.T) conformance.Suite {
	t.Helper()
	tree, err := source.Fetch(t.Context(), source.Config{CacheDir: testCacheDir()})
	if err != nil {
		t.Fatal(err)
	}
	suite, err := conformance.NewUpstream(t.Context(), conformance.UpstreamConfig{
		TestsDir: filepath.Join(tree.Dir, "tests"),
		CacheDir: filepath.Join(testCacheDir(), "conformance"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return suite
}

// openStressed builds the artifact, under stress or not.
func openStressed(t *testing.T, stress bool) *sandbox.Engine {
	t.Helper()
	result, err := builder.Build(t.Context(), builder.Config{CacheDir: testCacheDir(), GCStress: stress})
	if err != nil {
		t.Fatal(err)
	}
	engine, err := sandbox.NewEngine(t.Context(), sandbox.EngineConfig{Artifact: result.Module})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { engine.Close(context.Background()) })
	return engine
}

// testCacheDir is the cache that the commands use as well.
func testCacheDir() string {
	if dir := os.Getenv("MPWASM_CACHE"); dir != "" {
		return dir
	}
	return defaultCacheDir()
}
