package sandbox_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/pymutate"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// seedPrograms reads the programs to mutate: ours, and upstream's tests where a build has left them in the cache.
func seedPrograms(tb testing.TB) (programs []string) {
	tb.Helper()
	paths, err := filepath.Glob("../../testdata/fuzz/*.py")
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no seeds: %v", err)
	}
	for _, folder := range []string{"basics", "extmod", "float", "io", "micropython", "stress", "unicode", "misc"} {
		more, _ := filepath.Glob(filepath.Join(testartifact.CacheDir(tb), "source", "micropython-*", "tests", folder, "*.py"))
		paths = append(paths, more...)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		programs = append(programs, string(text))
	}
	return programs
}

// mutantConfigs are limits that a mutated program meets soon. The deadline is for hangs; fuel comes first, on a busy machine, too.
var mutantConfigs = []sandbox.SessionConfig{
	{MemoryLimitBytes: 1 << 20, FuelLimit: 1_000_000, Timeout: time.Minute, OutputLimitBytes: 64 << 10},
	{MemoryLimitBytes: 4 << 20, FuelLimit: 5_000_000, Timeout: time.Minute, OutputLimitBytes: 1 << 10},
	{MemoryLimitBytes: 16 << 20, FuelLimit: 100_000, Timeout: time.Minute, OutputLimitBytes: 64 << 10},
}

// checkMutant runs the program that a seed gives, twice, and returns how it ended, or what is wrong with that.
func checkMutant(e *sandbox.Engine, programs []string, seed uint64) (ended, program string, err error) {
	program = pymutate.New(seed, programs).Program()
	cfg := mutantConfigs[seed%uint64(len(mutantConfigs))]
	first, err := runMutant(e, cfg, program)
	if err != nil {
		return "", program, err
	}
	second, err := runMutant(e, cfg, program)
	if err != nil {
		return "", program, fmt.Errorf("the second time: %w", err)
	}
	if first.Kind != second.Kind || first.Limit != second.Limit || first.Used.Fuel != second.Used.Fuel || string(first.Stdout) != string(second.Stdout) ||
		first.RolledBack != second.RolledBack || first.Used.HeapPeakBytes != second.Used.HeapPeakBytes {
		return "", program, fmt.Errorf("two runs differ: %s %s %+v and %s %s %+v", first.Kind, first.Limit, first.Used, second.Kind, second.Limit, second.Used)
	}
	ended = string(first.Kind)
	if first.Error != nil {
		ended += " " + first.Error.Type
	}
	if first.Limit != "" {
		ended += " by " + string(first.Limit)
	}
	if first.RolledBack {
		ended += ", rolled back"
	}
	return ended, program, nil
}

// namelessCanary computes with what no program can redefine: no names but its own. Damage to the heap is likely to show in it.
const namelessCanary = `[[i, '%d' % i, {i: (i, b'x' * (i % 7))}] for i in (1, 5, 40, 500)] + ['-'.join(['the', 'fox']).upper(), 7**80, {1, 2} | {3} == {3, 2, 1}, [0] * 300 == [0] * 200 + [0] * 100]`

// namelessCanaryValue is its value in a session where nothing happened before.
const namelessCanaryValue = "[[1 1 [{1 [1 [120]]}]] [5 5 [{5 [5 [120 120 120 120 120]]}]] [40 40 [{40 [40 [120 120 120 120 120]]}]] [500 500 [{500 [500 [120 120 120]]}]] THE-FOX 40536215597144386832065866109016673800875222251012083746192454448001 true true]"

// runMutant runs a program in a session of its own and checks what must hold whatever it does.
func runMutant(e *sandbox.Engine, cfg sandbox.SessionConfig, program string) (sandbox.Outcome, error) {
	ctx := context.Background()
	s, err := e.NewSession(ctx, cfg)
	if err != nil {
		return sandbox.Outcome{}, err
	}
	defer s.Close(ctx)
	if o, err := s.Run(ctx, sandbox.Program{Source: []byte(pymutate.Prelude)}); err != nil || o.Kind != protocol.Completed {
		return o, fmt.Errorf("the prelude ended as %s %s, %v", o.Kind, o.Limit, err)
	}
	o, err := s.Run(ctx, sandbox.Program{Name: "mutant.py", Source: []byte(program)})
	switch {
	case err != nil:
		return o, fmt.Errorf("trouble of the host: %w", err)
	case !slices.Contains([]protocol.Kind{protocol.Completed, protocol.Raised, protocol.Exited, protocol.Limited}, o.Kind):
		return o, fmt.Errorf("it ended as %s: %v", o.Kind, o.Trap)
	case o.Kind == protocol.Limited && o.Limit != protocol.FuelLimit && o.Limit != protocol.OutputLimit:
		return o, fmt.Errorf("it ended by %q, after %d units of %d", o.Limit, o.Used.Fuel, cfg.FuelLimit)
	case o.Used.Fuel > cfg.FuelLimit, o.Limit == protocol.FuelLimit && o.Used.Fuel != cfg.FuelLimit:
		return o, fmt.Errorf("it burnt %d units of %d and ended as %s", o.Used.Fuel, cfg.FuelLimit, o.Kind)
	case int64(o.Used.HeapPeakBytes) > cfg.MemoryLimitBytes:
		return o, fmt.Errorf("its heap had %d bytes of %d", o.Used.HeapPeakBytes, cfg.MemoryLimitBytes)
	case int64(len(o.Stdout)+len(o.Stderr)) > cfg.OutputLimitBytes, o.Limit == protocol.OutputLimit && int64(len(o.Stdout)+len(o.Stderr)) != cfg.OutputLimitBytes:
		return o, fmt.Errorf("it printed %d and %d bytes of %d and ended as %s", len(o.Stdout), len(o.Stderr), cfg.OutputLimitBytes, o.Kind)
	case o.Kind == protocol.Raised && o.Error == nil:
		return o, fmt.Errorf("it raised nothing")
	}
	// The session goes on; what the program left may be in the way of anything that needs a name, or memory.
	after, err := s.Run(ctx, sandbox.Program{Source: []byte(namelessCanary)})
	switch {
	case err != nil:
		return o, fmt.Errorf("afterwards: %w", err)
	case after.Kind == protocol.Raised && after.Error != nil && after.Error.Type == "MemoryError":
	case after.Kind != protocol.Completed || fmt.Sprint(after.Value) != namelessCanaryValue:
		return o, fmt.Errorf("afterwards the canary ended as %s with %v (%+v, %v)", after.Kind, after.Value, after.Error, after.Trap)
	}
	return o, nil
}

// TestMeddling runs programs whose methods change what they are called from.
func TestMeddling(t *testing.T) {
	e := engine(t, false)
	for seed := range uint64(400) {
		program := pymutate.New(seed, []string{"pass"}).Meddle()
		if _, err := runMutant(e, mutantConfigs[1], program); err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, keepProgram(t, seed, program))
		}
	}
}

// TestMutatedPrograms runs some hundred programs, always the same; MPWASM_FUZZ_MINUTES makes it run that long, from where
// MPWASM_FUZZ_SEED says.
func TestMutatedPrograms(t *testing.T) {
	e, programs := engine(t, false), seedPrograms(t)
	count, until := uint64(300), time.Now().Add(time.Hour)
	if testing.Short() {
		count = 50
	}
	if minutes, err := strconv.Atoi(os.Getenv("MPWASM_FUZZ_MINUTES")); err == nil {
		count, until = 1<<62, time.Now().Add(time.Duration(minutes)*time.Minute)
	}
	first, _ := strconv.ParseUint(os.Getenv("MPWASM_FUZZ_SEED"), 10, 64)
	var (
		mu    sync.Mutex
		next  = first
		table = map[string]int{}
		group sync.WaitGroup
	)
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
				ended, program, err := checkMutant(e, programs, seed)
				mu.Lock()
				table[ended]++
				mu.Unlock()
				if err != nil {
					t.Errorf("seed %d: %v\n%s", seed, err, keepProgram(t, seed, program))
				}
			}
		})
	}
	group.Wait()
	total := 0
	for _, n := range table {
		total += n
	}
	t.Logf("%d programs out of %d, each run twice: %v", total, len(programs), table)
}

// keepProgram writes a program that shows a defect to a file and returns its name.
func keepProgram(t *testing.T, seed uint64, program string) string {
	file := filepath.Join(os.TempDir(), fmt.Sprintf("mutant-%d.py", seed))
	if err := os.WriteFile(file, []byte(pymutate.Prelude+program), 0o644); err != nil {
		t.Error(err)
	}
	return file
}

// FuzzProgram lets Go's fuzzer choose the seeds.
func FuzzProgram(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed)
	}
	e, err := sandbox.NewEngine(context.Background(), sandbox.EngineConfig{Artifact: testartifact.Bytes(f), CompileCacheDir: testartifact.CompileCache(f)})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { e.Close(context.Background()) })
	programs := seedPrograms(f)
	f.Fuzz(func(t *testing.T, seed uint64) {
		if _, program, err := checkMutant(e, programs, seed); err != nil {
			t.Errorf("%v\n%s", err, keepProgram(t, seed, program))
		}
	})
}
