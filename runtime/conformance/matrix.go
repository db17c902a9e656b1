package conformance

import (
	"fmt"
	"path"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// MatrixFormat tells what a matrix as JSON looks like.
const MatrixFormat = "mpwasm conformance 1"

// Matrix is what came of the same tests on one target or several, and where these disagree.
type Matrix struct {
	// Format is MatrixFormat.
	Format string `json:"format"`
	// ArtifactSHA256 is the digest, in hex, of the artifact that all targets ran.
	ArtifactSHA256 string `json:"artifact_sha256"`
	// Shard is the part of the tests that ran, such as "2/5"; empty for all.
	Shard string `json:"shard,omitempty"`
	// Targets are the reports. The first is the one that the others are compared with.
	Targets []*Report `json:"targets"`
	// Differences are between a target and the first one.
	Differences []Difference `json:"differences"`
	// Stale are entries of the list of known differences that were not met where they could have been.
	Stale []string `json:"stale,omitempty"`
}

// Difference is a field in which a target differs from the first one.
type Difference struct {
	Suite     string `json:"suite"`
	Test      string `json:"test"`
	Reference string `json:"reference"`
	Target    string `json:"target"`
	FieldDifference
	// Reason is the list's, for a difference that is known; empty for one that makes the run fail.
	Reason string `json:"reason,omitempty"`
}

// NewMatrix compares reports on the same tests. Differences that the list knows have its reason.
func NewMatrix(artifactSHA256, shard string, reports []*Report, known *KnownDifferences) *Matrix {
	m := &Matrix{Format: MatrixFormat, ArtifactSHA256: artifactSHA256, Shard: shard, Targets: reports, Differences: []Difference{}}
	if len(reports) == 0 {
		return m
	}
	met := make(map[int]bool)
	for _, report := range reports[1:] {
		if reports[0].Error != "" || report.Error != "" {
			continue // which is unexpected enough
		}
		for _, d := range compareReports(reports[0], report) {
			if i := known.find(d); i >= 0 {
				met[i] = true
				d.Reason = known.entries[i].reason
			}
			m.Differences = append(m.Differences, d)
		}
	}
	m.Stale = known.stale(met, reports)
	return m
}

// compareReports compares two targets, test by test.
func compareReports(reference, report *Report) []Difference {
	key := func(c *CaseReport) string { return c.Suite + "\x00" + c.Name }
	others := make(map[string]*CaseReport, len(report.Cases))
	for i := range report.Cases {
		others[key(&report.Cases[i])] = &report.Cases[i]
	}
	var found []Difference
	add := func(c *CaseReport, differences ...FieldDifference) {
		for _, d := range differences {
			found = append(found, Difference{Suite: c.Suite, Test: c.Name, Reference: reference.Target, Target: report.Target, FieldDifference: d})
		}
	}
	for i := range reference.Cases {
		c := &reference.Cases[i]
		other := others[key(c)]
		delete(others, key(c))
		if want, got := presence(c), presence(other); want != got {
			add(c, FieldDifference{Field: FieldPresent, Want: protocol.Text(want), Got: protocol.Text(got)})
		} else if c.Observed != nil {
			add(c, c.Observed.differences(other.Observed)...)
		}
	}
	for i := range report.Cases {
		if c := &report.Cases[i]; others[key(c)] != nil {
			add(c, FieldDifference{Field: FieldPresent, Want: protocol.Text(presence(nil)), Got: protocol.Text(presence(c))})
		}
	}
	return found
}

// presence tells whether a test was run.
func presence(c *CaseReport) string {
	switch {
	case c == nil:
		return "not part of the run"
	case c.Observed != nil:
		return "run"
	case c.Verdict == Skipped:
		return "skipped"
	}
	return "no result: " + c.Reason
}

// Unexplained returns the differences that make a run fail.
func (m *Matrix) Unexplained() []Difference {
	var found []Difference
	for _, d := range m.Differences {
		if d.Reason == "" {
			found = append(found, d)
		}
	}
	return found
}

// Unexpected is how many verdicts, differences and stale entries make the run fail.
func (m *Matrix) Unexpected() int {
	count := len(m.Unexplained()) + len(m.Stale)
	for _, report := range m.Targets {
		count += len(report.Unexpected())
		if report.Error != "" {
			count++
		}
	}
	return count
}

// Runs is how many tests ran, on all targets together.
func (m *Matrix) Runs() int {
	runs := 0
	for _, report := range m.Targets {
		for i := range report.Cases {
			if report.Cases[i].Observed != nil {
				runs++
			}
		}
	}
	return runs
}

// KnownDifferences are differences between targets that have a reason; see [ParseKnownDifferences].
type KnownDifferences struct {
	name    string
	entries []knownDifference
}

type knownDifference struct {
	line                        int
	target, field, test, reason string
}

// ParseKnownDifferences reads a list of differences. Each line is
//
//	TARGET FIELD TEST REASON...
//
// where TARGET and TEST are patterns as of [path.Match], TEST for a test's name with its suite, such as
// upstream/basics/int1.py, and FIELD is a field with - for spaces. Empty lines and lines that start with # mean nothing.
func ParseKnownDifferences(name string, text []byte) (*KnownDifferences, error) {
	known := &KnownDifferences{name: name}
	for n, line := range strings.Split(string(text), "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		if len(fields) < 4 {
			return nil, fmt.Errorf("reading list %s:%d: found %q, expected `TARGET FIELD TEST REASON`", name, n+1, line)
		}
		for _, pattern := range []string{fields[0], fields[2]} {
			if _, err := path.Match(pattern, ""); err != nil {
				return nil, fmt.Errorf("reading list %s:%d: pattern %q: %w", name, n+1, pattern, err)
			}
		}
		known.entries = append(known.entries, knownDifference{n + 1, fields[0], strings.ReplaceAll(fields[1], "-", " "), fields[2], strings.Join(fields[3:], " ")})
	}
	return known, nil
}

// find returns the index of the entry that knows a difference, or -1.
func (k *KnownDifferences) find(d Difference) int {
	if k == nil {
		return -1
	}
	for i, entry := range k.entries {
		if entry.field == string(d.Field) && entry.applies(d.Target, d.Suite, d.Test) {
			return i
		}
	}
	return -1
}

func (e knownDifference) applies(target, suite, test string) bool {
	onTarget, _ := path.Match(e.target, target)
	onTest, _ := path.Match(e.test, suite+"/"+test)
	return onTarget && onTest
}

// stale returns the entries that were not met although a test that they are about ran on a target that they are about.
func (k *KnownDifferences) stale(met map[int]bool, reports []*Report) []string {
	if k == nil {
		return nil
	}
	var stale []string
	for i, entry := range k.entries {
		if !met[i] && entry.ran(reports[1:]) {
			stale = append(stale, fmt.Sprintf("%s:%d: %s agrees in %s of %s now; remove the entry", k.name, entry.line, entry.target, entry.field, entry.test))
		}
	}
	return stale
}

func (e knownDifference) ran(reports []*Report) bool {
	for _, report := range reports {
		for i := range report.Cases {
			c := &report.Cases[i]
			if c.Observed != nil && e.applies(report.Target, c.Suite, c.Name) {
				return true
			}
		}
	}
	return false
}
