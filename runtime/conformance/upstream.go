package conformance

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// upstreamList is what is known about upstream's tests on our port.
//
//go:embed lists/upstream.txt
var upstreamList []byte

// upstreamFolders are the folders of upstream's tests that are in scope. The others are for hardware, threads,
// networks, native code and upstream's own ports.
var upstreamFolders = []string{
	"basics", "cmdline", "extmod", "float", "import", "io", "micropython", "misc", "stress", "unicode",
}

// featureFolder holds the feature checks.
const featureFolder = "feature_check"

// guestTests is where the guest finds upstream's folders.
const guestTests = "/tests"

// patternTests are the tests outside of the folder cmdline whose .exp files are patterns.
var patternTests = []string{
	"basics/builtin_help.py", "basics/bytes_compare3.py", "micropython/meminfo.py", "misc/sys_settrace_cov.py",
}

// writingTests match the tests that create or change files beside themselves, or open them so.
var writingTests = []string{"io/*.py", "extmod/vfs_posix*.py"}

// UpstreamConfig says where things are on this machine.
type UpstreamConfig struct {
	// TestsDir is the folder tests of MicroPython's source tree. Nothing is written there.
	TestsDir string
	// Python is the command that runs CPython, 3.8 or newer; empty for python3 or python from the PATH.
	Python string
	// CacheDir is a folder that keeps CPython's answers from run to run, created when missing; empty for none.
	CacheDir string
}

// Upstream is MicroPython's own test suite. Which of its tests run, with which current directory, and what they are
// expected to print follows upstream's runner, tests/run-tests.py; see the package's documentation for what differs.
type Upstream struct {
	folders map[string]*testFolder
	list    *List
	oracle  *oracle
}

// NewUpstream opens upstream's tests and finds CPython.
func NewUpstream(ctx context.Context, config UpstreamConfig) (*Upstream, error) {
	list, err := ParseList("upstream.txt", upstreamList)
	if err != nil {
		return nil, err
	}
	return newUpstream(ctx, config, list)
}

func newUpstream(ctx context.Context, config UpstreamConfig, list *List) (*Upstream, error) {
	u := &Upstream{list: list, folders: make(map[string]*testFolder)}
	for _, name := range append([]string{featureFolder}, upstreamFolders...) {
		folder, err := openFolder(filepath.Join(config.TestsDir, name), func(file string) bool {
			return slices.ContainsFunc(writingTests, func(pattern string) bool {
				ok, _ := path.Match(pattern, name+"/"+file)
				return ok
			})
		})
		if err != nil {
			return nil, fmt.Errorf("opening upstream's tests (expected the folder tests of MicroPython's source in %s): %w",
				config.TestsDir, err)
		}
		u.folders[name] = folder
	}
	oracle, err := newOracle(ctx, config.Python, config.CacheDir)
	if err != nil {
		return nil, err
	}
	u.oracle = oracle
	return u, nil
}

// Name returns "upstream".
func (u *Upstream) Name() string { return "upstream" }

// Cases runs the feature checks on the target and returns all tests of the folders in scope, those of them skipped
// that need what the target lacks, and the feature checks themselves, which fit when the feature is there. So a
// feature that goes missing is an unexpected result and not a quiet lot of skipped tests.
func (u *Upstream) Cases(ctx context.Context, target Target) ([]Case, error) {
	missing, err := u.missingFeatures(ctx, target)
	if err != nil {
		return nil, err
	}
	var cases []Case
	for _, check := range featureChecks() {
		c, err := u.newCase(featureFolder, check)
		if err != nil {
			return nil, err
		}
		c.Judge = func(_ context.Context, result Result) (Judgement, error) {
			return judgeFeature(check, result), nil
		}
		cases = append(cases, c)
	}
	for _, name := range upstreamFolders {
		tests, err := u.folders[name].tests()
		if err != nil {
			return nil, fmt.Errorf("listing tests of %s: %w", name, err)
		}
		for _, test := range tests {
			c, err := u.newCase(name, test)
			if err != nil {
				return nil, err
			}
			if f := neededFeature(c.Name, missing); f != nil {
				c.Expect, c.Reason = ExpectSkip, fmt.Sprintf("the target has no %s (%s/%s)", f.name, featureFolder, f.check)
			}
			cases = append(cases, c)
		}
	}
	if err := u.list.apply(cases); err != nil {
		return nil, err
	}
	sortCases(cases)
	return cases, nil
}

// missingFeatures returns the names of the features that the target lacks.
func (u *Upstream) missingFeatures(ctx context.Context, target Target) (map[string]bool, error) {
	missing := make(map[string]bool)
	for _, check := range featureChecks() {
		c, err := u.newCase(featureFolder, check)
		if err != nil {
			return nil, err
		}
		result, err := target.Run(ctx, c.Program)
		if err != nil {
			return nil, fmt.Errorf("running feature check %s on %s: %w", check, target.Name(), err)
		}
		for _, name := range missingFeatures(check, string(upstreamOutput(result, true))) {
			missing[name] = true
		}
	}
	return missing, nil
}

// judgeFeature fits when the target has all features that a check is about.
func judgeFeature(check string, result Result) Judgement {
	if missing := missingFeatures(check, string(upstreamOutput(result, true))); len(missing) > 0 {
		return Judgement{Kind: JudgedAbsent, Detail: "no " + strings.Join(missing, ", no ")}
	}
	return Judgement{Kind: JudgedPass}
}

// newCase reads a test that is expected to pass.
func (u *Upstream) newCase(folderName, file string) (Case, error) {
	folder := u.folders[folderName]
	source, err := folder.read(file)
	if err != nil {
		return Case{}, fmt.Errorf("reading test: %w", err)
	}
	guestDir := path.Join(guestTests, folderName)
	name := folderName + "/" + file
	pattern := folderName == "cmdline" || slices.Contains(patternTests, name)
	return Case{
		Name:  name,
		Group: folderName,
		Program: Program{
			Name:   path.Join(guestDir, file),
			Source: source,
			Dir:    guestDir,
			Mounts: []Mount{{HostDir: folder.dir, GuestPath: guestDir, Writable: folder.writes(file)}},
		},
		Judge: func(ctx context.Context, result Result) (Judgement, error) {
			return u.judge(ctx, folder, file, guestDir, pattern, result)
		},
	}, nil
}

// judge compares a result with the test's .exp file or else with CPython's answer.
func (u *Upstream) judge(ctx context.Context, folder *testFolder, file, guestDir string, pattern bool, result Result) (Judgement, error) {
	got := upstreamOutput(result, pattern)
	if string(got) == "SKIP\n" || pattern && bytes.Contains(got, []byte("\nSKIP\n")) {
		return Judgement{Kind: JudgedAbsent}, nil
	}
	want, err := folder.read(file + ".exp")
	from := file + ".exp"
	if errors.Is(err, fs.ErrNotExist) {
		from = "CPython"
		want, err = u.oracle.answer(ctx, folder, file, guestDir, got)
	}
	if err != nil {
		return Judgement{}, fmt.Errorf("finding expected output: %w", err)
	}
	want = canonical(want)
	if pattern {
		if got, err = applyPatterns(want, got); err != nil {
			return Judgement{}, fmt.Errorf("reading %s: %w", from, err)
		}
	}
	return compareOutput(want, from, got), nil
}

// upstreamOutput is a result as upstream's runner sees it: one stream, with the word CRASH where the exit status is
// not 0, alone if the expectation is a pattern.
func upstreamOutput(result Result, pattern bool) []byte {
	output := canonical(result.Merged)
	switch {
	case result.ExitStatus == 0 && result.Outcome != protocol.Trapped && result.Outcome != protocol.Limited:
		return output
	case pattern:
		return []byte("CRASH")
	default:
		return append(slices.Clip(output), "CRASH"...)
	}
}

// compareOutput passes when two outputs are the same, to the byte.
func compareOutput(want []byte, wantFrom string, got []byte) Judgement {
	if bytes.Equal(want, got) {
		return Judgement{Kind: JudgedPass}
	}
	return Judgement{
		Kind:     JudgedFail,
		Detail:   "its output is not that of " + wantFrom,
		Want:     want,
		Got:      got,
		WantFrom: wantFrom,
	}
}
