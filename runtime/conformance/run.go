package conformance

import (
	"context"
	"errors"
	"fmt"
	"path"
	"runtime"
	"sync"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Defaults and bounds of a run.
const (
	// DefaultTimeout bounds one test. It is upstream's own.
	DefaultTimeout = 30 * time.Second
	// hangGrace is how long the runner waits for a target after it told it to stop.
	hangGrace = 5 * time.Second
)

// Options says what to run, and how. The zero value runs everything.
type Options struct {
	// Filters choose tests: each is a pattern as of [path.Match] for a test's name or for its folder's. A test runs
	// when any of them matches; none means all.
	Filters []string
	// Shard chooses a part of what the filters left. The zero value means all.
	Shard Shard
	// Jobs is how many tests run at a time; 0 for one per CPU.
	Jobs int
	// Repeat is how often each test runs; the runs must be alike in all that targets are compared by. 0 means once.
	Repeat int
	// Timeout bounds each test; 0 means DefaultTimeout.
	Timeout time.Duration
	// Progress, when set, is called after each test, by one goroutine at a time, with how many are done of how many.
	Progress func(done, total int, last *CaseReport)
}

// Validate reports the first option that cannot be.
func (o *Options) Validate() error {
	for _, filter := range o.Filters {
		if _, err := path.Match(filter, ""); err != nil {
			return fmt.Errorf("filter %q: %w", filter, err)
		}
	}
	if o.Jobs < 0 {
		return fmt.Errorf("jobs is %d, expected 1 or more, or 0 for one per CPU", o.Jobs)
	}
	if o.Repeat < 0 {
		return fmt.Errorf("repeat is %d, expected 1 or more", o.Repeat)
	}
	if o.Timeout < 0 {
		return fmt.Errorf("timeout is %v, expected a positive duration", o.Timeout)
	}
	return o.Shard.validate()
}

// Shard is one of several parts of a run that together are the whole: part Index, counted from 1, of Count.
type Shard struct{ Index, Count int }

// ParseShard reads a shard as written on the command line: "2/5".
func ParseShard(text string) (Shard, error) {
	var s Shard
	var rest string
	if n, _ := fmt.Sscanf(text, "%d/%d%s", &s.Index, &s.Count, &rest); n != 2 || s.validate() != nil || s.Count == 0 {
		return Shard{}, fmt.Errorf("shard %q, expected I/N with I from 1 to N", text)
	}
	return s, nil
}

func (s Shard) validate() error {
	if s == (Shard{}) || s.Index >= 1 && s.Index <= s.Count {
		return nil
	}
	return fmt.Errorf("shard %d/%d, expected I/N with I from 1 to N", s.Index, s.Count)
}

// takes reports whether the shard takes the i-th test, counted from 0. Neighbours go to different shards, since slow
// tests stand together.
func (s Shard) takes(i int) bool { return s.Count <= 1 || i%s.Count == s.Index-1 }

// suiteCase is a case and where it is from.
type suiteCase struct {
	suite string
	Case
}

// Run runs suites on a target. The error is for trouble that keeps the run from being one: wrong options, a suite that
// cannot be read, nothing to run, the end of the context. What goes wrong with a single test is in the report, which
// [Report.Unexpected] sums up; so is that the target could not be opened. When the context ends, Run returns what it has, and the context's error.
func Run(ctx context.Context, target Target, suites []Suite, options Options) (*Report, error) {
	if err := options.Validate(); err != nil {
		return nil, fmt.Errorf("checking options: %w", err)
	}
	start := time.Now()
	if opener, ok := target.(Opener); ok {
		if err := opener.Open(ctx); err != nil {
			return &Report{Target: target.Name(), Error: err.Error()}, nil
		}
	}
	cases, err := collect(ctx, target, suites, &options)
	if err != nil {
		return nil, err
	}
	r := &runner{target: target, options: options, total: len(cases), timeout: options.Timeout, grace: hangGrace}
	if r.timeout == 0 {
		r.timeout = DefaultTimeout
	}
	reports := r.runAll(ctx, cases)
	report := &Report{Target: target.Name(), Cases: reports, Elapsed: time.Since(start)}
	if ctx.Err() != nil {
		return report, fmt.Errorf("running tests on %s: %w", target.Name(), context.Cause(ctx))
	}
	return report, nil
}

// collect returns the cases that the options leave.
func collect(ctx context.Context, target Target, suites []Suite, options *Options) ([]suiteCase, error) {
	var chosen []suiteCase
	matched := 0
	for _, suite := range suites {
		cases, err := suite.Cases(ctx, target)
		if err != nil {
			return nil, fmt.Errorf("reading suite %s: %w", suite.Name(), err)
		}
		if limited, ok := target.(Limited); ok {
			if err := limited.Limit(suite.Name(), cases); err != nil {
				return nil, fmt.Errorf("reading what %s does otherwise: %w", target.Name(), err)
			}
		}
		for _, c := range cases {
			if !matchesAny(options.Filters, &c) {
				continue
			}
			if options.Shard.takes(matched) {
				chosen = append(chosen, suiteCase{suite.Name(), c})
			}
			matched++
		}
	}
	if matched == 0 {
		return nil, fmt.Errorf("choosing tests: none matches %q, expected a test such as basics/int1.py, a folder such as "+
			"basics, or a pattern such as 'basics/int*'", options.Filters)
	}
	return chosen, nil
}

func matchesAny(filters []string, c *Case) bool {
	for _, filter := range filters {
		if ok, _ := path.Match(filter, c.Name); ok {
			return true
		}
		if ok, _ := path.Match(filter, c.Group); ok {
			return true
		}
	}
	return len(filters) == 0
}

// runner holds what the workers of one run share.
type runner struct {
	target  Target
	options Options
	timeout time.Duration
	grace   time.Duration
	total   int

	mu   sync.Mutex // guards done and calls of options.Progress
	done int
}

// runAll runs cases in parallel and returns their reports in the same order: all of them, or those that were finished
// when the context ended.
func (r *runner) runAll(ctx context.Context, cases []suiteCase) []CaseReport {
	jobs := r.options.Jobs
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	reports := make([]*CaseReport, len(cases))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(jobs, len(cases)) {
		workers.Go(func() {
			for i := range next {
				report := r.runCase(ctx, &cases[i])
				if ctx.Err() != nil {
					continue // what the end of the context did to a test says nothing about the test
				}
				reports[i] = report
				r.progress(report)
			}
		})
	}
feed:
	for i := range cases {
		select {
		case next <- i:
		case <-ctx.Done():
			break feed
		}
	}
	close(next)
	workers.Wait()

	var finished []CaseReport
	for _, report := range reports {
		if report != nil {
			finished = append(finished, *report)
		}
	}
	return finished
}

func (r *runner) progress(last *CaseReport) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done++
	if r.options.Progress != nil {
		r.options.Progress(r.done, r.total, last)
	}
}

// runCase runs one case to its verdict.
func (r *runner) runCase(ctx context.Context, c *suiteCase) *CaseReport {
	report := &CaseReport{Suite: c.suite, Group: c.Group, Name: c.Name}
	if c.Expect == ExpectSkip {
		report.Verdict, report.Reason = Skipped, c.Reason
		return report
	}
	start := time.Now()
	defer func() { report.Elapsed = time.Since(start) }()

	result, hung, err := r.runBounded(ctx, c.Program)
	report.Hung = hung
	if err != nil {
		report.Verdict, report.Reason = HostError, err.Error()
		return report
	}
	report.Outcome, report.ExitStatus, report.Fuel = result.Outcome, result.ExitStatus, result.Used.Fuel
	report.Observed = observe(result)

	judgement, err := r.judge(ctx, c, result, hung)
	if err != nil {
		report.Verdict, report.Reason = HostError, err.Error()
		return report
	}
	report.Verdict, report.Reason = verdict(&c.Case, judgement)
	if report.Verdict == Failed {
		report.Want, report.Got, report.WantFrom = judgement.Want, judgement.Got, judgement.WantFrom
	}
	r.repeat(ctx, c, report)
	return report
}

// repeat runs a case as often as asked for, and fails it where a run is not like the first.
func (r *runner) repeat(ctx context.Context, c *suiteCase, report *CaseReport) {
	for n := 2; n <= r.options.Repeat && !report.Hung; n++ {
		result, _, err := r.runBounded(ctx, c.Program)
		if err != nil {
			report.Verdict, report.Reason = HostError, fmt.Sprintf("run %d of %d: %v", n, r.options.Repeat, err)
			return
		}
		if found := report.Observed.differences(observe(result)); len(found) > 0 {
			report.Verdict, report.Reason = Failed, fmt.Sprintf("run %d of %d is not like the first: its %s differs", n, r.options.Repeat, found[0])
			report.Want, report.Got, report.WantFrom = found[0].Want, found[0].Got, "the first run"
			return
		}
	}
}

// judge fails what must never be, and asks the case about the rest.
func (r *runner) judge(ctx context.Context, c *suiteCase, result Result, hung bool) (Judgement, error) {
	fail := func(format string, args ...any) (Judgement, error) {
		return Judgement{Kind: JudgedFail, Detail: fmt.Sprintf(format, args...), Got: result.Merged}, nil
	}
	switch {
	case hung:
		return fail("it did not end within %v", r.timeout)
	case c.JudgesAll:
		return c.Judge(ctx, result)
	case result.Outcome == protocol.Trapped || result.Outcome == protocol.Limited || result.Outcome == protocol.Cancelled:
		return fail("it %s", outcomeSentence(result))
	}
	return c.Judge(ctx, result)
}

// outcomeSentence says how a program ended that did not end by itself.
func outcomeSentence(result Result) string {
	sentence := map[protocol.Kind]string{protocol.Trapped: "trapped", protocol.Limited: "met a limit", protocol.Cancelled: "was cancelled"}[result.Outcome]
	if result.Detail != "" {
		sentence += ": " + result.Detail
	}
	return sentence
}

// errStuck is the cause of a target that does not come back although its context is done.
var errStuck = errors.New("the target does not stop")

// answer is what a target's Run returned.
type answer struct {
	result Result
	err    error
}

// runBounded runs a program and reports a hang when it was not finished in time. A target that does not come back
// within the grace period after that is left behind with its goroutine: a runner that waits for it would hang as well.
func (r *runner) runBounded(ctx context.Context, program Program) (result Result, hung bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, r.timeout)
	defer cancel()
	answers := make(chan answer, 1)
	go func() {
		result, err := r.target.Run(ctx, program)
		answers <- answer{result, err}
	}()
	select {
	case a := <-answers:
		return a.classify(ctx)
	case <-ctx.Done():
	}
	grace := time.NewTimer(r.grace)
	defer grace.Stop()
	select {
	case a := <-answers:
		return a.classify(ctx)
	case <-grace.C:
		return Result{}, true, fmt.Errorf("waiting for %s: %w", program.Name, errStuck)
	}
}

// classify tells an answer that came because the test's time was over from others.
func (a answer) classify(ctx context.Context) (result Result, hung bool, err error) {
	if ctx.Err() != context.DeadlineExceeded {
		return a.result, false, a.err
	}
	switch {
	case errors.Is(a.err, context.DeadlineExceeded):
		return a.result, true, nil
	case a.err == nil && (a.result.Outcome == protocol.Cancelled || a.result.Outcome == protocol.Limited):
		return a.result, true, nil
	}
	return a.result, false, a.err
}
