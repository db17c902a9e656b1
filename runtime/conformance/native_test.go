package conformance

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/native"
	"github.com/seed-3f7e3123/mpwasm/builder/source"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/pymutate"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// openNativeTarget builds the guest for this machine under sanitizers, or skips the test where there is no compiler for it.
func openNativeTarget(t *testing.T) *Native {
	t.Helper()
	if path := os.Getenv("MPWASM_NATIVE"); path != "" { // scripts/coverage
		target := NewNative(path, runtime.GOMAXPROCS(0))
		t.Cleanup(func() { target.Close() })
		return target
	}
	cfg := builder.NativeConfig{CacheDir: testartifact.CacheDir(t), Output: filepath.Join(t.TempDir(), "micropython"), Folder: "tests", Sanitize: true}
	err := builder.BuildNative(t.Context(), cfg)
	if errors.Is(err, native.ErrNoCompiler) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	target := NewNative(cfg.Output, runtime.GOMAXPROCS(0))
	t.Cleanup(func() { target.Close() })
	return target
}

// TestNativeReports puts a defect that the sanitizers must see, and none, in front of the target.
func TestNativeReports(t *testing.T) {
	target := openNativeTarget(t)
	for source, want := range map[string]string{
		"1 + 1":                   "completed 2",
		"1 / 0":                   "raised ZeroDivisionError",
		"import sys; sys.exit(3)": "exited 3",
		"while True: pass":        "limited fuel",
		"sum(range(10**9))":       "limited fuel", // C code
		"print('a' * 100000)":     "limited output",
		"def f(): f()\nf()":       "raised RecursionError",
	} {
		program := Program{Name: "a.py", Source: []byte(source), Value: true, Options: protocol.SessionOptions{Fuel: 10_000_000, MaxOutput: 1000}}
		result, err := target.Run(t.Context(), program)
		if err != nil {
			t.Fatal(err)
		}
		report := result.Reports[0]
		got := fmt.Sprint(report.Outcome)
		switch report.Outcome {
		case protocol.Completed:
			got += " " + string(report.Value)
		case protocol.Raised:
			got += " " + report.Error.Type
		case protocol.Exited:
			got += " " + strconv.Itoa(report.ExitStatus)
		case protocol.Limited:
			got += " " + string(*report.Limit)
		}
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s %s, expected %s", source, got, report.Trap, want)
		}
	}
}

// TestNativeFuelEndsAnywhere has fuel end at each unit of a loop, of which one is where garbage waits for the hook that asks for more.
func TestNativeFuelEndsAnywhere(t *testing.T) {
	target := openNativeTarget(t)
	for fuel := range uint64(40) {
		program := Program{Name: "a.py", Source: []byte("while True: bytes(3_000_000)"), Options: protocol.SessionOptions{Fuel: 3000 + fuel}}
		result, err := target.Run(t.Context(), program)
		if err != nil {
			t.Fatal(err)
		}
		if r := result.Reports[0]; r.Outcome != protocol.Limited || *r.Limit != protocol.FuelLimit {
			t.Errorf("%d units: %s %s, expected the limit of fuel", 3000+fuel, r.Outcome, r.Trap)
		}
	}
}

// nativeSeeds are the programs to mutate: ours, and upstream's tests.
func nativeSeeds(t *testing.T) (programs []string) {
	t.Helper()
	tree, err := source.Fetch(t.Context(), source.Config{CacheDir: testartifact.CacheDir(t)})
	if err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"../../testdata/fuzz/*.py", "../../testdata/python/*/*.py", tree.Dir + "/tests/[befimsu]*/*.py"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no seeds in %s: %v", pattern, err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			programs = append(programs, string(text))
		}
	}
	return programs
}

// runMutant runs the program that a seed gives, between a prelude and a program that uses the session after it. It
// returns what a sanitizer said, or an assertion.
func runMutant(ctx context.Context, target Target, programs []string, seed uint64) (program, report string, err error) {
	mutator := pymutate.New(seed, programs)
	program = mutator.Program()
	if seed%8 == 0 {
		program = mutator.Meddle()
	}
	result, err := target.Run(ctx, Program{
		Name: "prelude.py", Source: []byte(pymutate.Prelude),
		Then: []protocol.ProgramText{
			{Name: "mutant.py", Source: protocol.Text(program)},
			{Source: protocol.Text("[[i, '%d' % i, {i: (i, b'x' * (i % 7))}] for i in (1, 5, 40, 500)]")},
		},
		Options: protocol.SessionOptions{Fuel: 5_000_000, Memory: 8 << 20, MaxOutput: 64 << 10},
	})
	if err != nil {
		return program, "", err
	}
	for _, r := range result.Reports {
		if r.Outcome == protocol.Trapped {
			report = fmt.Sprintf("%s %s", r.Trap, r.Stderr)
		}
	}
	return program, report, nil
}

// TestNativeMutants runs some hundred odd programs under sanitizers, always the same; MPWASM_FUZZ_MINUTES makes it run that
// long, from where MPWASM_FUZZ_SEED says.
func TestNativeMutants(t *testing.T) { runMutants(t, openNativeTarget(t)) }

// TestAssertsMutants runs the same programs in wasm, on the build with assertions.
func TestAssertsMutants(t *testing.T) {
	result, err := builder.Build(t.Context(), builder.Config{CacheDir: testartifact.CacheDir(t), Asserts: true})
	if err != nil {
		t.Fatal(err)
	}
	engine, err := sandbox.NewEngine(t.Context(), sandbox.EngineConfig{Artifact: result.Module, CompileCacheDir: testartifact.CompileCache(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { engine.Close(context.Background()) })
	runMutants(t, NewWazero(engine, "asserts"))
}

func runMutants(t *testing.T, target Target) {
	programs := nativeSeeds(t)
	count, until := uint64(300), time.Now().Add(time.Hour)
	if minutes, err := strconv.Atoi(os.Getenv("MPWASM_FUZZ_MINUTES")); err == nil {
		count, until = 1<<62, time.Now().Add(time.Duration(minutes)*time.Minute)
	}
	first, _ := strconv.ParseUint(os.Getenv("MPWASM_FUZZ_SEED"), 10, 64)
	var (
		mu    sync.Mutex
		group sync.WaitGroup
	)
	next := first
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for {
				mu.Lock()
				seed := next
				next++
				mu.Unlock()
				if seed >= first+count || time.Now().After(until) {
					return
				}
				ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
				program, report, err := runMutant(ctx, target, programs, seed)
				cancel()
				if err != nil {
					t.Errorf("seed %d: %v", seed, err)
				}
				if report != "" {
					file := filepath.Join(os.TempDir(), fmt.Sprintf("native-mutant-%d.py", seed))
					if err := os.WriteFile(file, []byte(pymutate.Prelude+program), 0o644); err != nil {
						t.Error(err)
					}
					t.Errorf("seed %d, %s: %s", seed, file, report)
				}
			}
		})
	}
	group.Wait()
	t.Logf("%d programs out of %d", next-first, len(programs))
}
