package sandbox_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// nativeCalls makes calls of everything on a program that scripts/native built.
type nativeCalls struct {
	t          *testing.T
	exe        string
	program    []byte
	step, seed int
	until      time.Time

	mu       sync.Mutex
	made     int
	endless  int
	findings int
	given    map[int][]string // arguments of callables that do not end with them
	times    map[string]int   // how often a callable did not end with an argument
}

// endlessCalls is how many calls of a callable do not end with an argument before the rest of those with it is left out.
const endlessCalls = 3

// aloneFuel is what a call gets that may have no end: calls that need as much are few.
const aloneFuel = 30_000_000

// callsAtOnce is how many calls a copy of the process makes at the most: what they do to what all share ends with it.
const callsAtOnce = 4000

var (
	gatherLimits = conformance.PreparedLimits{Fuel: 1 << 40, Memory: 400 << 20, MaxOutput: 64 << 20, Timeout: time.Hour}
	callLimits   = conformance.PreparedLimits{Fuel: 100_000_000, Memory: 1 << 20, MaxOutput: 64 << 20, Timeout: 10 * time.Minute}

	begunMark = regexp.MustCompile(`\x02(\d+) (-?\d+)\n`)
	oddMark   = regexp.MustCompile(`\x03(\d+ \d+ .*)\n`)
	onMark    = regexp.MustCompile(`\x04(\d+) (-?\d+)\n`)
)

// prepare starts a process that has gathered what can be called, and returns how many calls there are of each.
func (c *nativeCalls) prepare(ctx context.Context) (*conformance.Prepared, []int, error) {
	p, result, err := conformance.Prepare(ctx, c.exe, c.program, gatherLimits)
	if err != nil {
		return nil, nil, err
	}
	if result.Outcome != protocol.Completed {
		return nil, nil, errors.Join(fmt.Errorf("gathering what can be called: %s %s\n%s", result.Outcome, result.Detail, result.Merged), p.Close())
	}
	var counts []int
	_, listed, _ := strings.Cut(string(result.Merged), "COUNTS")
	for _, word := range strings.Fields(listed) {
		n, err := strconv.Atoi(word)
		if err != nil {
			return nil, nil, errors.Join(fmt.Errorf("gathering what can be called: %w", err), p.Close())
		}
		counts = append(counts, n)
	}
	return p, counts, nil
}

func pair(mark [][]byte) (k, n int) {
	k, _ = strconv.Atoi(string(mark[1]))
	n, _ = strconv.Atoi(string(mark[2]))
	return k, n
}

// some makes calls from one callable to another, and goes on behind those that end a copy of the process.
func (c *nativeCalls) some(ctx context.Context, p *conformance.Prepared, k, end int) error {
	most := callsAtOnce
	for n := -1; k < end && time.Now().Before(c.until); {
		source := fmt.Appendf(nil, "all_calls(%d, %d, %d, %d, %d, %d%s)", k, n, end, c.step, c.seed, most, c.without(k))
		limits := callLimits
		if most == 1 {
			limits.Fuel = aloneFuel
		}
		result, err := p.Run(ctx, source, limits)
		if err != nil {
			return err
		}
		for _, odd := range oddMark.FindAllSubmatch(result.Merged, -1) {
			c.note("raised nothing: %s", odd[1])
		}
		begun := bytes.Count(result.Merged, []byte{1})
		c.mu.Lock()
		c.made += begun
		c.mu.Unlock()
		if on := onMark.FindAllSubmatch(result.Merged, -1); on != nil && result.Outcome == protocol.Completed {
			k, n = pair(on[len(on)-1])
			most = callsAtOnce
			continue
		}
		marks := begunMark.FindAllSubmatchIndex(result.Merged, -1)
		if len(marks) == 0 {
			return fmt.Errorf("callables %d to %d: %s %s\n%s", k, end, result.Outcome, result.Detail, result.Merged)
		}
		last := marks[len(marks)-1]
		k, _ = strconv.Atoi(string(result.Merged[last[2]:last[3]]))
		n, _ = strconv.Atoi(string(result.Merged[last[4]:last[5]]))
		n += max(0, bytes.Count(result.Merged[last[1]:], []byte{1})-1) * c.step
		if begun > 1 && (result.Outcome == protocol.Limited || strings.HasPrefix(result.Detail, "MemoryError")) {
			most = 1 // it may have been all calls together
			continue
		}
		most = callsAtOnce
		c.ended(ctx, p, k, n, result)
		n += c.step
	}
	return nil
}

// ended notes a call that ended a copy of the process, and whether it does so alone.
func (c *nativeCalls) ended(ctx context.Context, p *conformance.Prepared, k, n int, result conformance.Result) {
	call := fmt.Sprintf("callable %d, call %d", k, n)
	if told, err := p.Run(ctx, fmt.Appendf(nil, "print(describe(TO_CALL[%d], %d))", k, n), callLimits); err == nil {
		call = fmt.Sprintf("%s  # %s", bytes.TrimSpace(told.Merged), call)
	}
	if result.Outcome == protocol.Limited {
		c.noteEndless(ctx, p, k, n, call)
		return
	}
	alone, err := p.Run(ctx, fmt.Appendf(nil, "calls(TO_CALL[%d], %d, 1, 1)", k, n), callLimits)
	c.note("%s: %s (alone: %s, %v)\n%s", call, result.Outcome, alone.Outcome, err, strings.ReplaceAll(result.Detail, "\x01", ""))
}

// noteEndless notes a call that did not end, and the arguments with which its callable ends too seldom.
func (c *nativeCalls) noteEndless(ctx context.Context, p *conformance.Prepared, k, n int, call string) {
	told, err := p.Run(ctx, fmt.Appendf(nil, "print(*places(TO_CALL[%d], %d), sep='\\n')", k, n), callLimits)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.endless++
	c.t.Logf("did not end: %s", call)
	if err != nil || told.Outcome != protocol.Completed {
		c.t.Errorf("the arguments of callable %d, call %d: %v %s", k, n, err, told.Outcome)
		return
	}
	for place := range strings.Lines(string(told.Merged)) {
		place = strings.TrimSpace(place)
		key := fmt.Sprintf("%d %s", k, place)
		if c.times[key]++; c.times[key] == endlessCalls {
			c.given[k] = append(c.given[k], place)
			c.t.Logf("left out from here on: calls of callable %d with %s", k, place)
		}
	}
}

// without is the argument of all_calls that says which calls of a callable are left out.
func (c *nativeCalls) without(k int) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.given[k]) == 0 {
		return ""
	}
	var quoted []string
	for _, place := range c.given[k] {
		quoted = append(quoted, "'"+strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(place)+"'")
	}
	return ", {" + strings.Join(quoted, ", ") + "}"
}

func (c *nativeCalls) note(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.findings++
	c.t.Errorf(format, args...)
}

// work makes the calls of the ranges of callables that come.
func (c *nativeCalls) work(ctx context.Context, p *conformance.Prepared, ranges <-chan [2]int) error {
	for r := range ranges {
		if err := c.some(ctx, p, r[0], r[1]); err != nil {
			c.note("%v", err)
			if err := p.Close(); err != nil {
				return err
			}
			if p, _, err = c.prepare(ctx); err != nil {
				return err
			}
		}
	}
	return p.Close()
}

// TestEveryCallNative makes the calls of TestEveryCall on a program that scripts/native built, which MPWASM_EVERY_NATIVE names: each
// MPWASM_EVERY_STEP'th, beginning with others for another MPWASM_FUZZ_SEED (seeds from 0 to the step make them all, each once), for
// MPWASM_FUZZ_MINUTES at the most; MPWASM_EVERY_CALLABLES="5492-,20-40" are the numbers of those that are called. With MPWASM_EVERY_PLAIN they are those of what is written in C with up to two arguments, each function
// once, however many types have it. MPWASM_EVERY_MODULES names the modules that are called, with blanks between; "builtins" are types
// and operators alone, which take a tenth of the time to gather.
func TestEveryCallNative(t *testing.T) {
	exe := os.Getenv("MPWASM_EVERY_NATIVE")
	if exe == "" {
		t.Skip("MPWASM_EVERY_NATIVE names no program")
	}
	number := func(name string, otherwise int) int {
		if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
			return n
		}
		return otherwise
	}
	c := &nativeCalls{t: t, given: map[int][]string{}, times: map[string]int{}, exe: exe, step: number("MPWASM_EVERY_STEP", 50_021), seed: number("MPWASM_FUZZ_SEED", 0)}
	c.until = time.Now().Add(time.Duration(number("MPWASM_FUZZ_MINUTES", 24*60)) * time.Minute)
	modules := strings.Fields(os.Getenv("MPWASM_EVERY_MODULES"))
	if len(modules) == 0 {
		listed, err := exec.Command(exe, "-c", "help('modules')").Output()
		if err != nil {
			t.Fatal(err)
		}
		modules = modulesOf(string(listed))
	}
	part, err := os.ReadFile(filepath.Join("../../testdata/fuzz/every", "native.py"))
	if err != nil {
		t.Fatal(err)
	}
	plain := "PLAIN = " + map[bool]string{false: "False", true: "True"}[os.Getenv("MPWASM_EVERY_PLAIN") != ""] + "\n"
	c.program = []byte(everyProgram(t, modules) + plain + string(part) + "\nprint('COUNTS', *[count(i) for i in TO_CALL])\n")
	ranges := make(chan [2]int)
	var group sync.WaitGroup
	var counts []int
	for range number("MPWASM_EVERY_JOBS", runtime.GOMAXPROCS(0)) {
		p, listed, err := c.prepare(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		counts = listed
		group.Go(func() {
			if err := c.work(t.Context(), p, ranges); err != nil {
				t.Error(err)
			}
		})
	}
	total := 0
	for _, r := range callableRanges(t, os.Getenv("MPWASM_EVERY_CALLABLES"), len(counts)) {
		for k := r[0]; k < r[1]; k++ {
			total += counts[k]
			if (k-r[0])%callablesAtOnce == 0 && time.Now().Before(c.until) {
				ranges <- [2]int{k, min(k+callablesAtOnce, r[1])}
			}
		}
	}
	close(ranges)
	group.Wait()
	t.Logf("%d of %d calls of %d callables; %d findings; %d calls did not end", c.made, total, len(counts), c.findings, c.endless)
}

// callablesAtOnce is how many callables a process takes at once.
const callablesAtOnce = 20

// callableRanges reads numbers of callables, as "20-40,5492-"; none are all.
func callableRanges(tb testing.TB, text string, count int) (ranges [][2]int) {
	if text == "" {
		return [][2]int{{0, count}}
	}
	for part := range strings.SplitSeq(text, ",") {
		first, last, _ := strings.Cut(part, "-")
		begin, err := strconv.Atoi(first)
		end := count
		if err == nil && last != "" {
			end, err = strconv.Atoi(last)
		}
		if err != nil || begin > end || end > count {
			tb.Fatalf("callables %q: expected FIRST-LAST up to %d", part, count)
		}
		ranges = append(ranges, [2]int{begin, end})
	}
	return ranges
}
