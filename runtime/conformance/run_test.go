package conformance

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/settled"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

func runFake(t *testing.T, target Target, options Options, cases ...Case) *Report {
	t.Helper()
	report, err := Run(t.Context(), target, []Suite{fakeSuite(cases)}, options)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// Every way in which a target can differ from what is expected of it must show up in the report.
func TestVerdicts(t *testing.T) {
	one := wants("f/a.py", "1\n")
	ends := func(outcome protocol.Kind, detail string) fakeTarget {
		return func(context.Context, Program) (Result, error) {
			result := printed("1\n")
			result.Outcome, result.Detail = outcome, detail
			return result, nil
		}
	}
	broken := fakeTarget(func(context.Context, Program) (Result, error) { return Result{}, errBroken })
	badJudge := one
	badJudge.Judge = func(context.Context, Result) (Judgement, error) { return Judgement{}, errBroken }
	for _, test := range []struct {
		name    string
		c       Case
		target  Target
		verdict Verdict
		reason  string
	}{
		{"passes", one, printing("1\n"), Passed, ""},
		{"other output", one, printing("2\n"), Failed, "its output is not that of the test"},
		{"other byte", one, printing("1\r\n"), Failed, "its output is not that of the test"},
		{"says SKIP", one, printing("SKIP\n"), UnexpectedSkip, "it says that it does not apply"},
		{"traps", one, ends(protocol.Trapped, "unreachable"), Failed, "it trapped: unreachable"},
		{"meets a limit", one, ends(protocol.Limited, "memory"), Failed, "it met a limit: memory"},
		{"is cancelled", one, ends(protocol.Cancelled, ""), Failed, "it was cancelled"},
		{"raises, with the right output", one, ends(protocol.Raised, ""), Passed, ""},
		{"host error", one, broken, HostError, "the host is broken"},
		{"judge cannot judge", badJudge, printing("1\n"), HostError, "the host is broken"},
		{"skip", expecting(one, ExpectSkip, "why"), broken, Skipped, "why"},
		{"absent", expecting(one, ExpectAbsent, "why"), printing("SKIP\n"), Skipped, "why"},
		{"absent, passes", expecting(one, ExpectAbsent, "why"), printing("1\n"), UnexpectedPass, "remove its entry from the list (why)"},
		{"absent, fails", expecting(one, ExpectAbsent, "why"), printing("2\n"), Failed, "its output is not that of the test"},
		{"absent, traps", expecting(one, ExpectAbsent, "why"), ends(protocol.Trapped, ""), Failed, "it trapped"},
		{"fails", expecting(one, ExpectFail, "why"), printing("2\n"), KnownFailure, "why"},
		{"fails by a trap", expecting(one, ExpectFail, "why"), ends(protocol.Trapped, ""), KnownFailure, "why"},
		{"fails, passes", expecting(one, ExpectFail, "why"), printing("1\n"), UnexpectedPass, "remove its entry from the list (why)"},
		{"varies, passes", expecting(one, ExpectEither, "why"), printing("1\n"), Passed, ""},
		{"varies, fails", expecting(one, ExpectEither, "why"), printing("2\n"), KnownFailure, "why"},
		{"varies, says SKIP", expecting(one, ExpectEither, "why"), printing("SKIP\n"), UnexpectedSkip, "it says that it does not apply"},
		{"fails, says SKIP", expecting(one, ExpectFail, "why"), printing("SKIP\n"), UnexpectedSkip, "it says that it does not apply"},
		{"fails, host error", expecting(one, ExpectFail, "why"), broken, HostError, "the host is broken"},
	} {
		t.Run(test.name, func(t *testing.T) {
			report := runFake(t, test.target, Options{}, test.c)
			c := report.Cases[0]
			if c.Verdict != test.verdict || !strings.Contains(c.Reason, test.reason) || (test.reason == "") != (c.Reason == "") {
				t.Errorf("got %s: %s, want %s: %s", c.Verdict, c.Reason, test.verdict, test.reason)
			}
			if unexpected := len(report.Unexpected()) == 1; unexpected != test.verdict.Unexpected() {
				t.Errorf("the run's result is unexpected: %t, want %t", unexpected, test.verdict.Unexpected())
			}
		})
	}
}

// loops is a target whose programs end with their context only.
func loops(ctx context.Context, _ Program) (Result, error) {
	<-ctx.Done()
	return Result{Outcome: protocol.Cancelled, Merged: []byte("so far\n")}, nil
}

func TestHangs(t *testing.T) {
	limited := func(ctx context.Context, p Program) (Result, error) {
		result, err := loops(ctx, p)
		result.Outcome = protocol.Limited
		return result, err
	}
	failing := func(ctx context.Context, _ Program) (Result, error) {
		<-ctx.Done()
		return Result{}, fmt.Errorf("running: %w", ctx.Err())
	}
	for _, test := range []struct {
		name   string
		target fakeTarget
	}{{"cancelled", loops}, {"limited", limited}, {"failing", failing}} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { // which also fails when a goroutine is left over
				report := runFake(t, test.target, Options{Timeout: time.Minute}, wants("f/a.py", "so far\n"))
				c := report.Cases[0]
				if c.Verdict != Failed || !c.Hung || c.Reason != "it did not end within 1m0s" {
					t.Errorf("got %+v", c)
				}
				if c.Elapsed != time.Minute {
					t.Errorf("took %v, want the timeout", c.Elapsed)
				}
				if totals := report.Totals(); totals.Hangs != 1 {
					t.Errorf("got %d hangs", totals.Hangs)
				}
			})
		})
	}
}

func TestTargetThatDoesNotStop(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		stuck := fakeTarget(func(_ context.Context, p Program) (Result, error) {
			if p.Name == "/f/a.py" {
				<-release
			}
			return printed("1\n"), nil
		})
		report := runFake(t, stuck, Options{Jobs: 1, Timeout: time.Second}, wants("f/a.py", "1\n"), wants("f/b.py", "1\n"))
		close(release)
		if c := report.Cases[0]; c.Verdict != HostError || !c.Hung || !strings.Contains(c.Reason, "the target does not stop") {
			t.Errorf("got %+v", c)
		}
		if c := report.Cases[1]; c.Verdict != Passed {
			t.Errorf("the test after it: got %+v", c)
		}
	})
}

func TestRunEndsWithContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		target := fakeTarget(func(ctx context.Context, p Program) (Result, error) {
			if p.Name != "/f/a.py" {
				return loops(ctx, p)
			}
			return printed("1\n"), nil
		})
		time.AfterFunc(time.Second, cancel)
		suite := fakeSuite{wants("f/a.py", "1\n"), wants("f/b.py", "1\n"), wants("f/c.py", "1\n"), wants("f/d.py", "1\n")}
		report, err := Run(ctx, target, []Suite{suite}, Options{Jobs: 2})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got error %v, want context.Canceled", err)
		}
		if len(report.Cases) != 1 || report.Cases[0].Name != "f/a.py" {
			t.Errorf("got %+v, want the one test that was finished", report.Cases)
		}
	})
}

func TestRunChoosesTests(t *testing.T) {
	suite := fakeSuite{wants("f/a1.py", ""), wants("f/a2.py", ""), wants("f/b.py", ""), wants("g/a1.py", ""), wants("g/sub/x.py", "")}
	for _, test := range []struct {
		filters []string
		shard   Shard
		want    string
		err     string
	}{
		{nil, Shard{}, "f/a1.py f/a2.py f/b.py g/a1.py g/sub/x.py", ""},
		{[]string{"f"}, Shard{}, "f/a1.py f/a2.py f/b.py", ""},
		{[]string{"f/a*"}, Shard{}, "f/a1.py f/a2.py", ""},
		{[]string{"*/a1.py", "f/b.py"}, Shard{}, "f/a1.py f/b.py g/a1.py", ""},
		{[]string{"g/*"}, Shard{}, "g/a1.py g/sub/x.py", ""},
		{nil, Shard{1, 2}, "f/a1.py f/b.py g/sub/x.py", ""},
		{nil, Shard{2, 2}, "f/a2.py g/a1.py", ""},
		{[]string{"f"}, Shard{2, 3}, "f/a2.py", ""},
		{[]string{"h"}, Shard{}, "", `none matches ["h"]`},
		{[]string{"["}, Shard{}, "", `filter "[": syntax error in pattern`},
		{nil, Shard{3, 2}, "", "shard 3/2"},
	} {
		report, err := Run(t.Context(), printing(""), []Suite{suite}, Options{Filters: test.filters, Shard: test.shard})
		if test.err != "" {
			if err == nil || !strings.Contains(err.Error(), test.err) {
				t.Errorf("%v %v: got error %v, want one with %q", test.filters, test.shard, err, test.err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%v %v: %v", test.filters, test.shard, err)
			continue
		}
		var names []string
		for _, c := range report.Cases {
			names = append(names, c.Name)
		}
		if got := strings.Join(names, " "); got != test.want {
			t.Errorf("%v %v: got %s, want %s", test.filters, test.shard, got, test.want)
		}
	}
}

func TestParseShard(t *testing.T) {
	if got, err := ParseShard("2/5"); err != nil || got != (Shard{2, 5}) {
		t.Errorf("got %v, %v", got, err)
	}
	for _, bad := range []string{"", "2", "0/0", "0/2", "3/2", "-1/2", "1/2x", "1/2 3", "a/b"} {
		if _, err := ParseShard(bad); err == nil || !strings.Contains(err.Error(), "expected I/N with I from 1 to N") {
			t.Errorf("%q: got error %v", bad, err)
		}
	}
}

func TestOptionsValidate(t *testing.T) {
	for _, test := range []struct {
		options Options
		want    string
	}{
		{Options{Jobs: -1}, "jobs is -1, expected 1 or more"},
		{Options{Timeout: -1}, "expected a positive duration"},
	} {
		_, err := Run(t.Context(), printing(""), []Suite{fakeSuite{wants("a", "")}}, test.options)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got error %v, want one with %q", err, test.want)
		}
	}
}

func TestRunInParallel(t *testing.T) {
	const jobs, tests = 3, 20
	var running, most atomic.Int32
	target := fakeTarget(func(context.Context, Program) (Result, error) {
		now := running.Add(1)
		defer running.Add(-1)
		for old := most.Load(); now > old && !most.CompareAndSwap(old, now); old = most.Load() {
		}
		time.Sleep(time.Millisecond)
		return printed("1\n"), nil
	})
	var suite fakeSuite
	for i := range tests {
		suite = append(suite, wants(fmt.Sprintf("f/%02d.py", i), "1\n"))
	}
	var seen []int
	before := runtime.NumGoroutine()
	report, err := Run(t.Context(), target, []Suite{suite}, Options{Jobs: jobs, Progress: func(done, total int, last *CaseReport) {
		if total != tests || last.Verdict != Passed {
			t.Errorf("progress %d of %d: %+v", done, total, last)
		}
		seen = append(seen, done)
	}})
	if err != nil {
		t.Fatal(err)
	}
	if got := most.Load(); got != jobs {
		t.Errorf("%d tests ran at a time, want %d", got, jobs)
	}
	for i, done := range seen {
		if done != i+1 {
			t.Fatalf("progress came as %v", seen)
		}
	}
	if len(seen) != tests {
		t.Errorf("%d calls for progress, want %d", len(seen), tests)
	}
	if !slices.IsSortedFunc(report.Cases, func(a, b CaseReport) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the report is not in the order of names")
	}
	if after := settled.Goroutines(before); after > before {
		t.Errorf("%d goroutines before the run, %d after it", before, after)
	}
}

func TestSeveralSuites(t *testing.T) {
	dir := writeTree(t, map[string]string{"a.py": "x", "a.py.exp": "1\n", "sub/b.py": "x", "sub/b.py.exp": "2\n", "lib.py": "x"})
	folder, err := NewFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	programs := make(map[string]Program)
	target := fakeTarget(func(_ context.Context, p Program) (Result, error) {
		mu.Lock()
		defer mu.Unlock()
		programs[p.Name] = p
		return printed("1\n"), nil
	})
	report, err := Run(t.Context(), target, []Suite{fakeSuite{wants("f/a.py", "1\n")}, folder}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range report.Cases {
		got = append(got, strings.ReplaceAll(fmt.Sprintf("%s|%s|%s|%s", c.Suite, c.Group, c.Name, c.Verdict), folder.Name(), "DIR"))
	}
	want := []string{"made-up|f|f/a.py|passed", "DIR|DIR|a.py|passed", "DIR|sub|sub/b.py|failed"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if p := programs["/tests/sub/b.py"]; p.Dir != "/tests/sub" || string(p.Source) != "x" || p.Mounts[0].GuestPath != "/tests/sub" {
		t.Errorf("got program %+v", p)
	}
}

func TestFolderErrors(t *testing.T) {
	dir := writeTree(t, map[string]string{"a.py": "x"})
	if _, err := NewFolder(dir + "/none"); err == nil {
		t.Error("a folder that is not there opens")
	}
	if _, err := NewFolder(dir + "/a.py"); err == nil || !strings.Contains(err.Error(), "is a file, expected a folder") {
		t.Errorf("a file: got error %v", err)
	}
	folder, err := NewFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Cases(t.Context(), printing("")); err == nil || !strings.Contains(err.Error(), "holds no test, expected files such as a.py with a.py.exp") {
		t.Errorf("a folder without tests: got error %v", err)
	}
}
