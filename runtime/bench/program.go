package bench

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Program is what engines are timed with.
type Program struct {
	// Name is unique among all programs.
	Name string
	// Group is where it comes from: PerfBench or Own.
	Group string
	// Source is the text, UTF-8. It needs nothing but the standard library, and no files.
	Source []byte
	// Want is what it prints.
	Want string
}

// Groups of programs.
const (
	PerfBench = "perf_bench"
	Own       = "own"
)

// Size says how much MicroPython's performance tests do: they choose their parameters by the speed of a machine in MHz and
// by its memory in KiB.
type Size struct {
	Name     string
	MHz, KiB int
}

// Sizes are those whose answers are known.
var Sizes = []Size{{"small", 100, 100}, {"medium", 1000, 1000}, {"large", 5000, 10000}}

// SizeOf returns the size of a name.
func SizeOf(name string) (Size, error) {
	var names []string
	for _, s := range Sizes {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return Size{}, fmt.Errorf("size %q: expected one of %s", name, strings.Join(names, ", "))
}

// perfEnd runs the test that stands before it, and prints its result.
const perfEnd = `
def _bench(mhz, kib):
    fits = [key for key in bm_params if 10 * key[0] <= 12 * mhz and key[1] <= kib]
    run, result = bm_setup(bm_params[max(fits)])
    run()
    print(result()[1])
_bench(%d, %d)
`

// perfApplies leaves out what needs machine code or bytecode in files, and what is no test.
func perfApplies(name string) bool {
	return name != "benchrun" && !strings.HasPrefix(name, "viper_") && !strings.HasPrefix(name, "core_import_mpy_")
}

// UpstreamPrograms reads MicroPython's performance tests from the folder tests of its source. known lists their results; see
// testdata/bench.
func UpstreamPrograms(testsDir string, size Size, known string) ([]Program, error) {
	results := make(map[string]string)
	for line := range strings.Lines(known) {
		if fields := strings.SplitN(strings.TrimRight(line, "\n"), " ", 3); len(fields) == 3 && fields[0] == size.Name {
			results[fields[1]] = fields[2]
		}
	}
	paths, err := filepath.Glob(filepath.Join(testsDir, "perf_bench", "*.py"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("looking for MicroPython's performance tests: there are none in %s", testsDir)
	}
	var programs []Program
	for _, file := range paths {
		name := strings.TrimSuffix(filepath.Base(file), ".py")
		if !perfApplies(name) {
			continue
		}
		want, ok := results[name]
		if !ok {
			return nil, fmt.Errorf("looking for the result of %s: testdata/bench/perf_bench.txt has none for size %s", name, size.Name)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("reading a performance test: %w", err)
		}
		programs = append(programs, Program{Name: name, Group: PerfBench, Source: fmt.Appendf(text, perfEnd, size.MHz, size.KiB), Want: want + "\n"})
	}
	return programs, nil
}

// OwnPrograms reads the programs of a folder: NAME.py, with the output in NAME.py.exp.
func OwnPrograms(files fs.FS, dir string) ([]Program, error) {
	paths, err := fs.Glob(files, path.Join(dir, "*.py"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("looking for programs to time: there are none in %s", dir)
	}
	var programs []Program
	for _, file := range paths {
		text, err := fs.ReadFile(files, file)
		if err != nil {
			return nil, fmt.Errorf("reading a program to time: %w", err)
		}
		want, err := fs.ReadFile(files, file+".exp")
		if err != nil {
			return nil, fmt.Errorf("reading what a program prints: %w", err)
		}
		programs = append(programs, Program{Name: strings.TrimSuffix(path.Base(file), ".py"), Group: Own, Source: text, Want: string(want)})
	}
	return programs, nil
}

// Select keeps the programs whose name matches one of the patterns of [path.Match]; none keeps all.
func Select(programs []Program, patterns []string) ([]Program, error) {
	if len(patterns) == 0 {
		return programs, nil
	}
	var kept []Program
	for _, p := range programs {
		ok := slices.ContainsFunc(patterns, func(pattern string) bool {
			match, _ := path.Match(pattern, p.Name)
			return match
		})
		if ok {
			kept = append(kept, p)
		}
	}
	if len(kept) == 0 {
		return nil, fmt.Errorf("choosing programs: none matches %s", strings.Join(patterns, ", "))
	}
	return kept, nil
}

// check says what a program printed, where that is not what it should.
func (p Program) check(output string) error {
	if got := string(bytes.ReplaceAll([]byte(output), []byte("\r\n"), []byte("\n"))); got != p.Want {
		return fmt.Errorf("it printed %.80q instead of %.80q", got, p.Want)
	}
	return nil
}
