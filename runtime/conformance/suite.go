package conformance

import (
	"context"
	"fmt"
)

// Suite is a named set of test cases.
type Suite interface {
	// Name is the suite's name in reports.
	Name() string

	// Cases returns the suite's tests, sorted by name. It may run programs on the target, to find out which features
	// it has, and must not keep it.
	Cases(ctx context.Context, target Target) ([]Case, error)
}

// Case is one test of a suite on one target.
type Case struct {
	// Name is the test's slash path, unique in its suite: "basics/int1.py".
	Name string
	// Group is the row of the report's table that counts the test: its folder.
	Group string
	// Expect says what should come of the test.
	Expect Expect
	// Reason says why Expect is not ExpectPass; empty exactly then.
	Reason string
	// Program is what the target runs; not looked at for ExpectSkip.
	Program Program
	// Judge holds the target's result against the test's expectation. It is not asked about programs that trapped,
	// met a limit or did not end in time: these never pass, unless JudgesAll. Its error is for trouble of the host.
	Judge func(ctx context.Context, result Result) (Judgement, error)
	// JudgesAll has Judge asked about every program that ended in time.
	JudgesAll bool
}

// Expect is what is expected to come of a case.
type Expect int

// The expectations. All but the first come from an expectation list or from a feature that the target lacks.
const (
	ExpectPass   Expect = iota // it passes
	ExpectSkip                 // it is not run
	ExpectAbsent               // it is run and finds by itself that it does not apply
	ExpectFail                 // it is run and fails
	ExpectEither               // it is run, and passes or fails with how the target was compiled
)

// Judgement is what a case found about a result.
type Judgement struct {
	Kind JudgementKind
	// Detail says in one line why the case did not pass.
	Detail string
	// Want and Got are the expected and the actual output, where these differ; WantFrom says where Want is from.
	Want, Got []byte
	WantFrom  string
}

// JudgementKind is one of JudgedPass, JudgedFail and JudgedAbsent.
type JudgementKind int

// The kinds of judgement.
const (
	JudgedPass   JudgementKind = iota
	JudgedFail                 // the result is not as expected
	JudgedAbsent               // the test itself says that it does not apply: it printed SKIP
)

// Verdict compares what came of a case with what was expected to come of it.
type Verdict string

// The verdicts.
const (
	Passed         Verdict = "passed"
	Skipped        Verdict = "skipped"         // not run, or said by itself that it does not apply, as listed
	KnownFailure   Verdict = "known-failure"   // failed, as listed
	Failed         Verdict = "failed"          // failed, and should not have
	UnexpectedPass Verdict = "unexpected-pass" // passed although listed otherwise
	UnexpectedSkip Verdict = "unexpected-skip" // said by itself that it does not apply, and is not listed so
	HostError      Verdict = "host-error"      // the host could not run or judge it
)

// Unexpected reports whether the verdict makes a run fail.
func (v Verdict) Unexpected() bool {
	switch v {
	case Passed, Skipped, KnownFailure:
		return false
	}
	return true
}

// verdict turns a judgement into a verdict, with one line that says why.
func verdict(c *Case, j Judgement) (Verdict, string) {
	switch {
	case (c.Expect == ExpectPass || c.Expect == ExpectEither) && j.Kind == JudgedPass:
		return Passed, ""
	case c.Expect == ExpectAbsent && j.Kind == JudgedAbsent:
		return Skipped, c.Reason
	case (c.Expect == ExpectFail || c.Expect == ExpectEither) && j.Kind == JudgedFail:
		return KnownFailure, c.Reason
	case j.Kind == JudgedFail:
		return Failed, j.Detail
	case j.Kind == JudgedAbsent:
		return UnexpectedSkip, "it says that it does not apply to this target; fix that, or list it as absent with the reason"
	default:
		return UnexpectedPass, fmt.Sprintf("it passes now; remove its entry from the list (%s)", c.Reason)
	}
}
