// Command coverage prints how much of the guest's C the suites, mutated and generated programs, and calls of everything reach: lines of functions that are linked in,
// by clang's source-based coverage of the build for this machine.
//
//	go run ./scripts/coverage [-minutes N] [-functions] DIR
//
// DIR receives the programs and the counts; a second call adds to the counts. It needs clang and llvm (llvm-profdata, llvm-cov).
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/runtime/artifact"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	minutes := flag.Int("minutes", 2, "run mutated programs for `N` minutes, then generated ones, then calls, as long")
	functions := flag.Bool("functions", false, "list the functions that nothing reaches")
	reportOnly := flag.Bool("report", false, "run nothing; print what DIR holds")
	flag.Parse()
	if flag.NArg() != 1 {
		return fmt.Errorf("expected a folder")
	}
	dir, err := filepath.Abs(flag.Arg(0))
	if err != nil {
		return err
	}
	if !*reportOnly {
		if err := count(ctx, dir, *minutes); err != nil {
			return err
		}
	}
	return report(ctx, dir, *functions)
}

// count builds the programs and runs the suites and mutated programs on the one that counts.
func count(ctx context.Context, dir string, minutes int) error {
	cache, err := artifact.CacheDir()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	counting := filepath.Join(dir, "counting")
	for _, cfg := range []builder.NativeConfig{
		{CacheDir: cache, Output: filepath.Join(dir, "plain")}, // to tell what is linked
		{CacheDir: cache, Output: counting, Coverage: true},
	} {
		if err := builder.BuildNative(ctx, cfg); err != nil {
			return err
		}
	}
	env := append(os.Environ(), "LLVM_PROFILE_FILE="+filepath.Join(dir, "%4m.profraw"), "MPWASM_NATIVE="+counting,
		"MPWASM_FUZZ_NATIVE="+counting, "MPWASM_EVERY_NATIVE="+counting, "MPWASM_FUZZ_MINUTES="+strconv.Itoa(minutes))
	for _, args := range [][]string{
		{"run", "./cmd/mpwasm", "conform", "--target", "native", "--native", counting, "--timeout", "2m", "--suite", "upstream,testdata/conformance,testdata/python"},
		{"test", "./runtime/conformance", "-count=1", "-timeout=0", "-run", "^TestNativeMutants$"},
		{"test", "./runtime/sandbox", "-count=1", "-timeout=0", "-run", "^(TestGeneratedPrograms|TestEveryCallNative)$"},
	} {
		cmd := exec.CommandContext(ctx, "go", args...)
		cmd.Env, cmd.Stdout, cmd.Stderr = env, os.Stderr, os.Stderr
		if err := cmd.Run(); err != nil { // a test that fails reaches lines, too
			fmt.Fprintf(os.Stderr, "go %s: %v\n", args[0], err)
		}
	}
	return nil
}

// export is what llvm-cov exports, as far as it is used here.
type export struct {
	Data []struct {
		Functions []struct {
			Name      string
			Count     int64
			Filenames []string
			Regions   [][]int64 // line, column, line, column, count, file, expanded file, kind
		}
	}
}

// lines are the lines of a file that have code, and whether they are reached.
type lines map[int64]bool

func report(ctx context.Context, dir string, listFunctions bool) error {
	raw, err := filepath.Glob(filepath.Join(dir, "*.profraw"))
	if err != nil || len(raw) == 0 {
		return fmt.Errorf("no counts in %s", dir)
	}
	profile := filepath.Join(dir, "merged.profdata")
	if _, err := output(ctx, "llvm-profdata", append([]string{"merge", "-o", profile}, raw...)...); err != nil {
		return err
	}
	linked, err := linkedFunctions(ctx, filepath.Join(dir, "plain"))
	if err != nil {
		return err
	}
	text, err := output(ctx, "llvm-cov", "export", "-skip-expansions", "-instr-profile="+profile, filepath.Join(dir, "counting"))
	if err != nil {
		return err
	}
	var all export
	if err := json.Unmarshal(text, &all); err != nil {
		return fmt.Errorf("reading what llvm-cov exports: %w", err)
	}
	files := map[string]lines{}
	var unreached []string
	for _, f := range all.Data[0].Functions {
		file, name := f.Filenames[0], f.Name[strings.LastIndex(f.Name, ":")+1:]
		if strings.HasPrefix(file, "/native/") || f.Count == 0 && path.Ext(file) == ".c" && !linked[name] {
			continue
		}
		if f.Count == 0 {
			unreached = append(unreached, fmt.Sprintf("%s: %s", file, name))
		}
		if files[file] == nil {
			files[file] = lines{}
		}
		files[file].add(f.Regions)
	}
	print(files)
	if listFunctions {
		slices.Sort(unreached)
		fmt.Println(strings.Join(slices.Compact(unreached), "\n"))
	}
	return nil
}

// add marks the lines of a function. A region inside another one counts for its own lines.
func (l lines) add(regions [][]int64) {
	counts := map[int64]int64{}
	starts := map[int64]bool{}
	for _, r := range regions { // outer ones first
		if r[5] != 0 || r[7] != 0 { // of another file; no code
			continue
		}
		for line := r[0]; line <= r[2]; line++ {
			if line == r[0] && starts[line] {
				counts[line] = max(counts[line], r[4])
			} else if line != r[0] || counts[line] == 0 {
				counts[line] = r[4]
			}
		}
		starts[r[0]] = true
	}
	for line, count := range counts {
		l[line] = l[line] || count > 0
	}
}

// linkedFunctions are the functions of a program.
func linkedFunctions(ctx context.Context, program string) (map[string]bool, error) {
	text, err := output(ctx, "nm", "--defined-only", program)
	if err != nil {
		return nil, err
	}
	linked := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) == 3 {
			linked[fields[2]] = true
		}
	}
	return linked, nil
}

// print prints files, the least reached last, and the sum.
func print(files map[string]lines) {
	type row struct {
		name           string
		reached, total int
	}
	var rows []row
	sum := row{name: "all"}
	for name, l := range files {
		r := row{name: name, total: len(l)}
		for _, reached := range l {
			if reached {
				r.reached++
			}
		}
		sum.reached, sum.total = sum.reached+r.reached, sum.total+r.total
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.total-a.reached, b.total-b.reached) })
	for _, r := range append(rows, sum) {
		fmt.Printf("%6d of %6d lines %5.1f %%  %s\n", r.reached, r.total, 100*float64(r.reached)/float64(max(r.total, 1)), r.name)
	}
}

func output(ctx context.Context, name string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("running %s: %w", name, err)
	}
	return out, nil
}
