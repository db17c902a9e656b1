package sandbox_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/pygen"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// generatedConfig is for sessions that run generated programs.
var generatedConfig = sandbox.SessionConfig{MemoryLimitBytes: 8 << 20, FuelLimit: 100_000_000, Timeout: 5 * time.Minute, OutputLimitBytes: 16 << 20}

// batchSize is how many programs run in one session.
const batchSize = 100

// generatedRun runs generated programs on wasm, and on the native build and CPython where they are named.
type generatedRun struct {
	engine *sandbox.Engine
	start  *sandbox.Snapshot          // after the prelude
	native chan *conformance.Prepared // after the prelude, too; nil if there is none
	oracle string                     // CPython's command; empty if it is not asked

	mu          sync.Mutex
	count       int
	endless     int
	findings    []string
	differences map[string]string // from CPython: by piece
}

// answer is what programs printed, by number, and which did not end, and why.
type answer struct {
	printed map[int]string
	culprit int
	why     string // empty if all ended
	endless bool
}

// readAnswer reads what programs printed: behind a line that ends in \x01 and the program's number. What stands in front of that on the line
// belongs to nobody.
func readAnswer(output string) answer {
	a := answer{printed: map[int]string{}, culprit: -1}
	parts := strings.Split(output, "\x01")
	for i, part := range parts[1:] {
		number, text, _ := strings.Cut(part, "\n")
		n, err := strconv.Atoi(number)
		if err != nil { // cut off in the midst
			break
		}
		if i+2 < len(parts) {
			text = text[:strings.LastIndexByte(text, '\n')+1]
		}
		a.culprit, a.printed[n] = n, text
	}
	return a
}

func source(programs map[int]pygen.Program) string {
	var text strings.Builder
	for _, n := range slices.Sorted(maps.Keys(programs)) {
		text.WriteString(programs[n].Call(n))
	}
	return text.String()
}

// wasm runs programs in one session.
func (r *generatedRun) wasm(before string, programs map[int]pygen.Program) answer {
	ctx := context.Background()
	s, err := r.engine.RestoreSession(ctx, r.start, generatedConfig)
	if err != nil {
		return answer{culprit: -1, why: err.Error()}
	}
	defer s.Close(ctx)
	o, err := s.Run(ctx, sandbox.Program{Source: []byte(before + source(programs)), NoValue: true})
	a := readAnswer(string(o.Stdout))
	if err != nil || o.Kind != protocol.Completed {
		a.why, a.endless = howItEnded(o, err), o.Limit == protocol.FuelLimit
	}
	return a
}

// nativeGenerated bounds programs on the native build.
var nativeGenerated = conformance.PreparedLimits{Fuel: 30_000_000, Memory: 8 << 20, MaxOutput: 16 << 20, Timeout: 5 * time.Minute}

// startNative runs the prelude in processes of the native build.
func (r *generatedRun) startNative(t *testing.T, path string, jobs int) {
	limits := nativeGenerated
	limits.Fuel, limits.Memory = 1<<40, 64<<20
	r.native = make(chan *conformance.Prepared, jobs)
	for range jobs {
		p, result, err := conformance.Prepare(t.Context(), path, []byte(pygen.Prelude), limits)
		if err != nil || result.Outcome != protocol.Completed {
			t.Fatalf("the prelude: %v %s %s", err, result.Outcome, result.Merged)
		}
		t.Cleanup(func() { p.Close() })
		r.native <- p
	}
}

// onNative runs programs in a copy of a process of the native build.
func (r *generatedRun) onNative(programs map[int]pygen.Program) answer {
	p := <-r.native
	defer func() { r.native <- p }()
	result, err := p.Run(context.Background(), []byte(source(programs)), nativeGenerated)
	a := readAnswer(string(result.Merged))
	if err != nil || result.Outcome != protocol.Completed {
		a.why, a.endless = fmt.Sprintf("%s %s %v", result.Outcome, result.Detail, err), result.Outcome == protocol.Limited
	}
	return a
}

var (
	addresses = regexp.MustCompile(` at (0x)?[0-9a-f]{4,}>|0x[0-9a-f]{5,}|object at (0x)?[0-9a-f]+`)
	// depths are names of exceptions that tell of the size of stack and heap, which builds have their own of; and of views that nobody refers
	// to any more, which this machine's stack may still seem to.
	depths = regexp.MustCompile(`RecursionError|RuntimeError|MemoryError|OverflowError: |BufferError`)
)

// comparable leaves out addresses, and warnings, which one build writes elsewhere.
func comparable(text string) string {
	return warnings.ReplaceAllString(addresses.ReplaceAllString(text, ""), "")
}

var warnings = regexp.MustCompile(`(?m)^(<string>:\d+: )?\w*Warning: .*\n`)

// same tells whether a program printed the same twice, but for addresses. Sets of what is hashed by its address, such as NotImplemented, are
// gone through in an order of each build's own. Programs that ask for hashes may print those of types and functions, which are addresses, too:
// numbers of four and more digits are not compared in these.
func same(p pygen.Program, one, other string) bool {
	if one == other {
		return true
	}
	one, other = comparable(one), comparable(other)
	text := p.String()
	if asksForHashes.MatchString(text) {
		one, other = largeNumbers.ReplaceAllString(one, ""), largeNumbers.ReplaceAllString(other, "")
	}
	return one == other || inSets.MatchString(text) && sameWords(one, other)
}

// differ tells whether two builds disagree about a program. One that orders by hashes orders by addresses, and so do those that go
// through a set of Ellipsis or NotImplemented, or take from one that holds, when it is shown at the end, what is hashed by its address.
func differ(p pygen.Program, one, other string) bool {
	if same(p, one, other) || !p.Compared() || ordersByHashes.MatchString(p.String()) || depths.MatchString(one) || depths.MatchString(other) {
		return false
	}
	return !(inSets.MatchString(p.String()) && hashedByAddress.MatchString(one+other))
}

var (
	asksForHashes  = regexp.MustCompile(`\bhash\b|__hash__`)
	largeNumbers   = regexp.MustCompile(`-?\d{4,}`)
	ordersByHashes = regexp.MustCompile(`\bhash\b[^(]|\{[^{}]*(\.\.\.|NotImplemented)`)
	inSets         = regexp.MustCompile(`\b(set|frozenset|S)\b|\{`)
	// hashedByAddress are the texts of such objects in the list of texts that the prelude shows of S.
	hashedByAddress = regexp.MustCompile(`(?m)^\[.*['"](<.*|NotImplemented|Ellipsis|\w+(Error|Exception|Iteration|Exit)\(.*)['"].*\]$`)
)

func sameWords(one, other string) bool {
	between := func(r rune) bool { return strings.ContainsRune(" \n,{}()[]", r) }
	return slices.Equal(slices.Sorted(strings.FieldsFuncSeq(one, between)), slices.Sorted(strings.FieldsFuncSeq(other, between)))
}

// batch runs programs that begin with a seed.
func (r *generatedRun) batch(seed uint64) {
	programs := map[int]pygen.Program{}
	for i := range batchSize {
		programs[i] = pygen.New(seed + uint64(i))
	}
	printed := r.toTheEnd(seed, programs, func(programs map[int]pygen.Program) answer { return r.wasm("", programs) }, "wasm")
	if r.native != nil {
		r.disagreements(seed, programs, printed, r.toTheEnd(seed, programs, r.onNative, "native"))
	}
	if r.oracle != "" {
		r.compare(programs, printed)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.count += batchSize
}

// toTheEnd runs programs until all have ended; one that does not end is noted, and left out of programs.
func (r *generatedRun) toTheEnd(seed uint64, programs map[int]pygen.Program, run func(map[int]pygen.Program) answer, where string) map[int]string {
	printed, left := map[int]string{}, maps.Clone(programs)
	for len(left) > 0 {
		a := run(left)
		maps.Copy(printed, a.printed)
		if a.why == "" {
			return printed
		}
		if a.culprit < 0 && len(left) > 1 { // what was printed is lost
			half := maps.Clone(left)
			middle := slices.Sorted(maps.Keys(left))[len(left)/2]
			maps.DeleteFunc(half, func(n int, _ pygen.Program) bool { return n >= middle })
			maps.DeleteFunc(left, func(n int, _ pygen.Program) bool { return n < middle })
			all := maps.Clone(half)
			maps.Copy(printed, r.toTheEnd(seed, half, run, where))
			maps.DeleteFunc(programs, func(n int, _ pygen.Program) bool { return all[n].Pieces != nil && half[n].Pieces == nil })
			continue
		}
		if a.culprit < 0 {
			a.culprit = slices.Collect(maps.Keys(left))[0]
		}
		culprit := programs[a.culprit]
		if a.endless {
			r.mu.Lock()
			r.endless++
			r.mu.Unlock()
		} else {
			fails := func(p pygen.Program) bool { b := run(map[int]pygen.Program{0: p}); return b.why != "" && !b.endless }
			if fails(culprit) {
				culprit = culprit.Minimal(fails)
			}
			r.note("%s: seed %d: %s\n%s", where, seed+uint64(a.culprit), a.why, culprit)
		}
		delete(programs, a.culprit)
		maps.DeleteFunc(left, func(n int, _ pygen.Program) bool { return n <= a.culprit })
	}
	return printed
}

// moved are pieces of program that move the objects of those behind them, and what random numbers begin with.
var moved = []string{
	"import os; KEPT = [object() for x in range(777)], os.urandom(1)\n",
	"import os; KEPT = [object() for x in range(14)], os.urandom(2)\n",
	"import os; KEPT = [object() for x in range(91)], os.urandom(3)\n",
}

// disagreements looks at the programs that the native build answered otherwise. Most print what depends on addresses: they answer
// otherwise on wasm as well when objects are moved, which is asked of all of them at once.
func (r *generatedRun) disagreements(seed uint64, programs map[int]pygen.Program, printed, other map[int]string) {
	differing := map[int]pygen.Program{}
	for n, p := range programs {
		if text, ok := other[n]; ok && differ(p, printed[n], text) {
			differing[n] = p
		}
	}
	if len(differing) == 0 {
		return
	}
	again := r.wasm(moved[0], differing)
	for n, p := range differing {
		if text, ok := again.printed[n]; !ok || same(p, text, printed[n]) {
			r.disagreement(seed+uint64(n), p)
		}
	}
}

// disagreement notes that builds disagree about a program, if its output does not depend on addresses.
func (r *generatedRun) disagreement(seed uint64, p pygen.Program) {
	alone := func(p pygen.Program) (one, other string) {
		programs := map[int]pygen.Program{0: p}
		return r.wasm("", programs).printed[0], r.onNative(programs).printed[0]
	}
	fails := func(p pygen.Program) bool {
		one, other := alone(p)
		for _, before := range moved {
			if !same(p, one, r.wasm(before, map[int]pygen.Program{0: p}).printed[0]) {
				return false
			}
		}
		return differ(p, one, other)
	}
	if fails(p) {
		p = p.Minimal(fails)
		one, other := alone(p)
		r.note("disagreement: seed %d\n%s--- wasm\n%s--- native\n%s", seed, p, one, other)
	}
}

func (r *generatedRun) note(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.findings = append(r.findings, fmt.Sprintf(format, args...))
}

var raised = regexp.MustCompile(`[A-Z]\w*(Error|Exception|Iteration|Exit)\b`)

// compare asks CPython, and notes the first piece of each program about which it says another thing, without an exception.
func (r *generatedRun) compare(programs map[int]pygen.Program, printed map[int]string) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, r.oracle, "-W", "ignore", "-")
	cmd.Stdin = strings.NewReader("import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n" + pygen.Prelude + source(programs))
	output, _ := cmd.Output()
	for n, theirs := range readAnswer(string(output)).printed {
		if programs[n].Whole {
			continue
		}
		mine, theirs := pieces(printed[n]), pieces(theirs)
		for k := range programs[n].Pieces {
			if k >= len(mine) || k >= len(theirs) || mine[k] == theirs[k] {
				continue
			}
			if !raised.MatchString(mine[k]) && !raised.MatchString(theirs[k]) && comparable(mine[k]) != comparable(theirs[k]) && !strings.Contains(theirs[k], " object at ") {
				r.mu.Lock()
				r.differences[programs[n].Pieces[k]] = fmt.Sprintf("ours:   %sCPython: %s", mine[k], theirs[k])
				r.mu.Unlock()
			}
			break
		}
	}
}

// pieces splits what a program printed into what its pieces printed.
func pieces(text string) (list []string) {
	for _, part := range strings.Split(text, "\x02")[1:] {
		_, printed, _ := strings.Cut(part, "\n")
		list = append(list, printed)
	}
	return list
}

// TestGeneratedPrograms runs programs that a grammar gives: 300, or for MPWASM_FUZZ_MINUTES, from MPWASM_FUZZ_SEED on. With
// MPWASM_FUZZ_NATIVE, a program that scripts/native built, they run on that as well, and both must agree; with MPWASM_ORACLE, the
// command of CPython 3.13, what CPython answers otherwise goes to the file that MPWASM_DIFF names.
func TestGeneratedPrograms(t *testing.T) {
	e := engine(t, false)
	s, err := e.NewSession(context.Background(), generatedConfig)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(context.Background())
	if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(pygen.Prelude), NoValue: true}); err != nil || o.Kind != protocol.Completed {
		t.Fatalf("the prelude: %v %s %+v", err, o.Kind, o.Error)
	}
	start, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	r := &generatedRun{engine: e, start: start, oracle: os.Getenv("MPWASM_ORACLE"), differences: map[string]string{}}
	jobs := runtime.GOMAXPROCS(0)
	begin := time.Now()
	if path := os.Getenv("MPWASM_FUZZ_NATIVE"); path != "" {
		r.startNative(t, path, jobs)
	}
	batches, until := uint64(3), time.Now().Add(time.Hour)
	if minutes, err := strconv.Atoi(os.Getenv("MPWASM_FUZZ_MINUTES")); err == nil {
		batches, until = 1<<50, time.Now().Add(time.Duration(minutes)*time.Minute)
	}
	first, _ := strconv.ParseUint(os.Getenv("MPWASM_FUZZ_SEED"), 10, 64)
	next := make(chan uint64)
	var group sync.WaitGroup
	for range jobs {
		group.Go(func() {
			for seed := range next {
				r.batch(seed)
			}
		})
	}
	for i := uint64(0); i < batches && time.Now().Before(until); i++ {
		next <- first + i*batchSize
	}
	close(next)
	group.Wait()
	for _, f := range r.findings {
		t.Error(f)
	}
	t.Logf("%d programs in %.1f minutes, %d did not end, %d findings, %d kinds of differences from CPython", r.count, time.Since(begin).Minutes(), r.endless, len(r.findings), len(r.differences))
	if file := os.Getenv("MPWASM_DIFF"); file != "" {
		r.write(t, filepath.Clean(file))
	}
}

// write writes the differences from CPython, the shortest programs first.
func (r *generatedRun) write(t *testing.T, file string) {
	texts := slices.SortedFunc(maps.Keys(r.differences), func(a, b string) int { return len(a) - len(b) })
	var out strings.Builder
	for _, text := range texts {
		fmt.Fprintf(&out, "%s\n%s\n\n", text, r.differences[text])
	}
	if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
		t.Error(err)
	}
}
