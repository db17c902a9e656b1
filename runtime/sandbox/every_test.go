package sandbox_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// everyConfig is for sessions that call everything. No single call needs as much fuel, but for those without an end.
var everyConfig = sandbox.SessionConfig{MemoryLimitBytes: 12 << 20, FuelLimit: 200_000_000, Timeout: 10 * time.Minute, OutputLimitBytes: 16 << 20, FilesLimitBytes: 1 << 16}

// everyCaller makes calls by number, in a session that knows them all (testdata/fuzz/every).
type everyCaller struct {
	session *sandbox.Session
}

// everyProgram is what a session needs to make the calls; modules are those that the guest has.
func everyProgram(tb testing.TB, modules []string) string {
	text := "MODULES = '" + strings.Join(modules, " ") + "'.split()\n"
	for _, name := range []string{"kinds.py", "callables.py", "run.py"} {
		part, err := os.ReadFile(filepath.Join("../../testdata/fuzz/every", name))
		if err != nil {
			tb.Fatal(err)
		}
		text += string(part)
	}
	return text
}

// guestModules asks the guest for its modules.
func guestModules(tb testing.TB, e *sandbox.Engine) []string {
	o, err := runOnce(e, sandbox.SessionConfig{}, "help('modules')")
	if err != nil || o.Kind != protocol.Completed {
		tb.Fatalf("the guest's modules: %v, %+v", err, o.Error)
	}
	return modulesOf(string(o.Stdout))
}

// modulesOf reads what help('modules') prints.
func modulesOf(help string) (modules []string) {
	listed, _, _ := strings.Cut(help, "Plus ")
	for _, name := range strings.Fields(listed) {
		if name != "__main__" {
			modules = append(modules, strings.TrimSuffix(strings.ReplaceAll(name, "/", "."), ".__init__"))
		}
	}
	return modules
}

func runOnce(e *sandbox.Engine, cfg sandbox.SessionConfig, program string) (sandbox.Outcome, error) {
	s, err := e.NewSession(context.Background(), cfg)
	if err != nil {
		return sandbox.Outcome{}, err
	}
	defer s.Close(context.Background())
	return s.Run(context.Background(), sandbox.Program{Source: []byte(program)})
}

func newEveryCaller(e *sandbox.Engine, snapshot *sandbox.Snapshot) (*everyCaller, error) {
	s, err := e.RestoreSession(context.Background(), snapshot, everyConfig)
	return &everyCaller{s}, err
}

// call runs calls n, n+step, ... of callable i until they are done or one ends the run, and returns how many were begun.
func (c *everyCaller) call(i, n, step int) (begun int, unusual []any, o sandbox.Outcome, err error) {
	o, err = c.session.Run(context.Background(), sandbox.Program{Source: fmt.Appendf(nil, "calls(%d, %d, %d)", i, n, step)})
	begun = strings.Count(string(o.Stderr), "\x01")
	unusual, _ = o.Value.([]any)
	return begun, unusual, o, err
}

// everyReport is what calls of everything gave.
type everyReport struct {
	mu      sync.Mutex
	made    int
	endless []string            // calls that fuel ended
	bad     map[string][]string // findings by callable
}

// mostFindings is how many findings a callable may give before the rest of its calls is left out.
const mostFindings = 5

// all makes each step'th call of callable i, from a number that depends on i.
func (r *everyReport) all(c *everyCaller, i, total, step int) error {
	for n := i * 7919 % min(step, total); n < total; {
		begun, unusual, o, err := c.call(i, n, step)
		if begun == 0 {
			return fmt.Errorf("callable %d from %d: %s %v %v", i, n, o.Kind, o.Error, err)
		}
		r.count(begun)
		for _, number := range unusual[:min(len(unusual), mostFindings)] {
			r.add("raised nothing", c, i, int(number.(int64)))
		}
		if err == nil && o.Kind == protocol.Completed {
			return nil
		}
		last := n + (begun-1)*step
		if o.Kind == protocol.Limited && o.Limit == protocol.FuelLimit {
			r.add("", c, i, last)
		} else if r.add(howItEnded(o, err), c, i, last) > mostFindings {
			return nil
		}
		n = last + step
	}
	return nil
}

func howItEnded(o sandbox.Outcome, err error) string {
	switch {
	case err != nil:
		return "host error: " + err.Error()
	case o.Trap != nil:
		text, _, _ := strings.Cut(o.Trap.Error(), "\nwasm stack trace")
		return text
	case o.Error != nil:
		return "ended by " + o.Error.Type + ": " + o.Error.Message
	}
	return fmt.Sprintf("%s %s", o.Kind, o.Limit)
}

func (r *everyReport) count(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.made += n
}

// add notes a call, with what is wrong with it, and returns how many its callable has by now.
func (r *everyReport) add(what string, c *everyCaller, i, n int) int {
	call, label := c.describe(i, n)
	r.mu.Lock()
	defer r.mu.Unlock()
	if what == "" {
		r.endless = append(r.endless, call)
		return 0
	}
	r.bad[label] = append(r.bad[label], what+": "+call)
	return len(r.bad[label])
}

// describe returns a call as a program, and the callable alone.
func (c *everyCaller) describe(i, n int) (call, label string) {
	o, err := c.session.Run(context.Background(), sandbox.Program{Source: fmt.Appendf(nil, "[describe(%d, %d), CALLABLES[%[1]d][0]]", i, n)})
	pair, _ := o.Value.([]any)
	if err != nil || len(pair) != 2 {
		return fmt.Sprintf("callable %d, call %d", i, n), strconv.Itoa(i)
	}
	return fmt.Sprintf("%v  # callable %d, call %d", pair[0], i, n), fmt.Sprint(pair[1])
}

// TestEveryCall calls every function, method and operator with values of every kind: a sample of the calls, or all if
// MPWASM_TEST_FULL is set; MPWASM_EVERY_STEP=N says that each N'th is made. A method that takes a self of another type without an
// exception is a finding, as a trap is.
func TestEveryCall(t *testing.T) {
	e := engine(t, false)
	program := everyProgram(t, guestModules(t, e))
	step := 50_021
	if os.Getenv("MPWASM_TEST_FULL") != "" {
		step = 1
	}
	if n, err := strconv.Atoi(os.Getenv("MPWASM_EVERY_STEP")); err == nil {
		step = n
	}
	s, err := e.NewSession(context.Background(), everyConfig)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(context.Background())
	o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(program + "[count(i) for i in range(len(CALLABLES))]")})
	if err != nil || o.Kind != protocol.Completed {
		t.Fatalf("gathering what can be called: %v %s %+v", err, o.Kind, o.Error)
	}
	snapshot, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	var (
		totals = o.Value.([]any)
		report = everyReport{bad: map[string][]string{}}
		next   = make(chan int)
		group  sync.WaitGroup
	)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			c, err := newEveryCaller(e, snapshot)
			for i := range next {
				if err == nil && i%16 == 0 { // what calls left does not pile up
					err = c.session.Restore(snapshot)
				}
				if err == nil {
					err = report.all(c, i, int(totals[i].(int64)), step)
				}
			}
			if err != nil {
				t.Error(err)
				return
			}
			c.session.Close(context.Background())
		})
	}
	for i := range totals {
		next <- i
	}
	close(next)
	group.Wait()
	for _, label := range slices.Sorted(maps.Keys(report.bad)) {
		t.Errorf("%s:\n\t%s", label, strings.Join(report.bad[label], "\n\t"))
	}
	t.Logf("%d calls of %d callables; %d with findings; %d calls did not end:\n\t%s", report.made, len(totals), len(report.bad), len(report.endless), strings.Join(report.endless, "\n\t"))
}
