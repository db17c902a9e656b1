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
)

// nativeCalls makes calls of everything on a program that scripts/native built.
type nativeCalls struct {
	exe, program string
	dir          string
	step, seed   int
	until        time.Time

	mu       sync.Mutex
	made     int
	endless  []string
	findings []string
}

// callsInProcess is how many callables a process gets. It needs a minute to gather them all under sanitizers.
const callsInProcess = 8000

var (
	begunMark = regexp.MustCompile(`\x02(\d+) (\d+)\n`)
	oddMark   = regexp.MustCompile(`\x03(\d+ \d+ .*)\n`)
)

// run runs a text after the program and returns what it wrote.
func (c *nativeCalls) run(text string) (stdout string, stderr []byte, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Minute)
	defer cancel()
	file, err := os.CreateTemp(c.dir, "calls*.py")
	if err != nil {
		return "", nil, err
	}
	if err := errors.Join(os.WriteFile(file.Name(), []byte(c.program+text), 0o600), file.Close()); err != nil {
		return "", nil, err
	}
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(ctx, c.exe, "--fuel", "400000000", "--memory", "100000000", "--max-output", "500000000", "--timeout", "1000", file.Name())
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	return out.String(), errs.Bytes(), errors.Join(err, ctx.Err(), os.Remove(file.Name()))
}

// chunk makes calls of callables from one to another, and goes on behind those that end a process.
func (c *nativeCalls) chunk(i, end int) {
	for n := -1; i < end && time.Now().Before(c.until); {
		_, stderr, err := c.run(fmt.Sprintf("\nall_calls(%d, %d, %d, %d, %d)\n", i, n, end, c.step, c.seed))
		for _, odd := range oddMark.FindAllSubmatch(stderr, -1) {
			c.note("raised nothing: %s", odd[1])
		}
		begun := bytes.Count(stderr, []byte{1})
		c.mu.Lock()
		c.made += begun
		c.mu.Unlock()
		if err == nil {
			return
		}
		marks := begunMark.FindAllSubmatchIndex(stderr, -1)
		if len(marks) == 0 {
			c.note("callables %d to %d: %v\n%s", i, end, err, stderr[max(0, len(stderr)-2000):])
			return
		}
		last := marks[len(marks)-1]
		i, _ = strconv.Atoi(string(stderr[last[2]:last[3]]))
		n, _ = strconv.Atoi(string(stderr[last[4]:last[5]]))
		report := stderr[last[1]:]
		n += max(0, bytes.Count(report, []byte{1})-1) * c.step
		var exit *exec.ExitError
		switch outOfFuel := errors.As(err, &exit) && exit.ExitCode() == 10; {
		case outOfFuel && begun > 1:
			continue // it may have been all calls together
		case outOfFuel:
			c.mu.Lock()
			c.endless = append(c.endless, c.describe(i, n))
			c.mu.Unlock()
		case errors.Is(err, context.DeadlineExceeded) && begun > 1:
			continue
		default:
			c.note("%s: %v\n%s", c.describe(i, n), err, bytes.Trim(report[max(0, len(report)-3000):], "\x01"))
		}
		n += c.step
	}
}

func (c *nativeCalls) describe(i, n int) string {
	text, _, _ := c.run(fmt.Sprintf("\nprint(describe(%d, %d))\n", i, n))
	return fmt.Sprintf("%s  # callable %d, call %d", strings.TrimSpace(text), i, n)
}

func (c *nativeCalls) note(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.findings = append(c.findings, fmt.Sprintf(format, args...))
}

// TestEveryCallNative makes the calls of TestEveryCall on a program that scripts/native built, which MPWASM_EVERY_NATIVE names: each
// MPWASM_EVERY_STEP'th, beginning with others for another MPWASM_FUZZ_SEED, for MPWASM_FUZZ_MINUTES at the most. With
// MPWASM_EVERY_PLAIN they are those of what is written in C with up to two arguments; a step of 1 makes them all. MPWASM_EVERY_MODULES
// names the modules that are called, with blanks between; "builtins" are types and operators alone, which take a tenth of the time to gather.
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
	c := &nativeCalls{exe: exe, dir: t.TempDir(), step: number("MPWASM_EVERY_STEP", 50_021), seed: number("MPWASM_FUZZ_SEED", 0)}
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
	c.program = everyProgram(t, modules) + plain + string(part)
	text, stderr, err := c.run("\nprint(len(CALLABLES), sum(count(i) for i in range(len(CALLABLES)) if in_c(i) or not PLAIN))\n")
	var callables, total int
	if _, scanned := fmt.Sscan(text, &callables, &total); err != nil || scanned != nil {
		t.Fatalf("gathering what can be called: %v %v\n%s", err, scanned, stderr)
	}
	next := make(chan int)
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := range next {
				c.chunk(i, min(i+callsInProcess, callables))
			}
		})
	}
	for i := 0; i < callables; i += callsInProcess {
		next <- i
	}
	close(next)
	group.Wait()
	for _, f := range c.findings {
		t.Error(f)
	}
	t.Logf("%d of %d calls of %d callables; %d findings; %d calls did not end:\n\t%s", c.made, total, callables, len(c.findings), len(c.endless), strings.Join(c.endless, "\n\t"))
}
