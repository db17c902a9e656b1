package conformance

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Report is what came of a run: every test's verdict, in the order of suites and names.
type Report struct {
	Target  string        `json:"target"`
	Cases   []CaseReport  `json:"cases"`
	Elapsed time.Duration `json:"elapsed_ns"`
	// Error says why the target could not run anything; empty if it could.
	Error string `json:"error,omitempty"`
}

// CaseReport is what came of one test.
type CaseReport struct {
	Suite   string  `json:"suite"`
	Group   string  `json:"group"`
	Name    string  `json:"name"`
	Verdict Verdict `json:"verdict"`
	// Reason is the list's reason for a skipped test or a known failure, and what is wrong for an unexpected verdict.
	Reason string `json:"reason,omitempty"`
	// Outcome and the three below are empty for a test that was not run.
	Outcome    protocol.Kind `json:"outcome,omitempty"`
	ExitStatus int           `json:"exit_status,omitempty"`
	Fuel       uint64        `json:"fuel,omitempty"`
	Hung       bool          `json:"hung,omitempty"`
	// Observed is what targets are compared by; nil for a test that was not run.
	Observed *Observation `json:"observed,omitempty"`
	// Want and Got are the expected and the actual output of a failed test; WantFrom says where Want is from, and is
	// empty when it was not the output that was wrong.
	Want     []byte `json:"want,omitempty"`
	Got      []byte `json:"got,omitempty"`
	WantFrom string `json:"want_from,omitempty"`
	// Elapsed is the wall time of the test with its judgement.
	Elapsed time.Duration `json:"elapsed_ns"`
}

// Totals counts the verdicts of some tests.
type Totals struct {
	Tests, Passed, Skipped, KnownFailures int
	// Failed counts host errors as well.
	Failed, UnexpectedPasses, UnexpectedSkips int
	// Traps and Hangs count tests that trapped or did not end in time, whatever the verdict.
	Traps, Hangs int
	Elapsed      time.Duration
}

// Unexpected is how many verdicts make the run fail.
func (t Totals) Unexpected() int { return t.Failed + t.UnexpectedPasses + t.UnexpectedSkips }

// Applicable is how many tests ran that can apply to the target.
func (t Totals) Applicable() int { return t.Tests - t.Skipped }

func (t *Totals) add(c *CaseReport) {
	t.Tests++
	t.Elapsed += c.Elapsed
	switch c.Verdict {
	case Passed:
		t.Passed++
	case Skipped:
		t.Skipped++
	case KnownFailure:
		t.KnownFailures++
	case UnexpectedPass:
		t.UnexpectedPasses++
	case UnexpectedSkip:
		t.UnexpectedSkips++
	default:
		t.Failed++
	}
	if c.Outcome == protocol.Trapped {
		t.Traps++
	}
	if c.Hung {
		t.Hangs++
	}
}

// Totals counts all tests.
func (r *Report) Totals() Totals {
	var totals Totals
	for i := range r.Cases {
		totals.add(&r.Cases[i])
	}
	return totals
}

// Unexpected returns the tests that make the run fail.
func (r *Report) Unexpected() []CaseReport {
	var unexpected []CaseReport
	for _, c := range r.Cases {
		if c.Verdict.Unexpected() {
			unexpected = append(unexpected, c)
		}
	}
	return unexpected
}

// WriteText writes the report for a terminal: every unexpected result with what differs, the table by folder, and a
// closing line. Nothing that a guest printed reaches the terminal unescaped.
func (r *Report) WriteText(w io.Writer) error {
	if r.Error != "" {
		_, err := fmt.Fprintf(w, "%s could not be opened: %s\n", r.Target, shown(r.Error))
		return err
	}
	for _, c := range r.Unexpected() {
		if _, err := io.WriteString(w, c.text(r.Target)+"\n"); err != nil {
			return err
		}
	}
	if err := r.writeTable(w); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n%s\n", r.summary())
	return err
}

// writeTable writes a row for each folder, and their sum.
func (r *Report) writeTable(w io.Writer) error {
	type row struct {
		name   string
		totals Totals
	}
	var rows []*row
	index := make(map[string]*row)
	for i := range r.Cases {
		c := &r.Cases[i]
		key := c.Suite + "\x00" + c.Group
		if index[key] == nil {
			index[key] = &row{name: r.rowName(c)}
			rows = append(rows, index[key])
		}
		index[key].totals.add(c)
	}
	slices.SortStableFunc(rows, func(a, b *row) int { return strings.Compare(a.name, b.name) })

	table := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "%s\ttests\tpassed\tskipped\tknown failures\tfailed\tunexpected passes\tunexpected skips\ttime\t\n", r.Target)
	for _, row := range append(rows, &row{"all", r.Totals()}) {
		t := row.totals
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%s\t\n", row.name, t.Tests, t.Passed, t.Skipped,
			t.KnownFailures, t.Failed, t.UnexpectedPasses, t.UnexpectedSkips, seconds(t.Elapsed))
	}
	return table.Flush()
}

// rowName names the row that counts a case: its folder, with the suite when there are several.
func (r *Report) rowName(c *CaseReport) string {
	if r.Cases[0].Suite == r.Cases[len(r.Cases)-1].Suite || c.Suite == c.Group {
		return c.Group
	}
	return c.Suite + ": " + c.Group
}

// summary is the report's closing line.
func (r *Report) summary() string {
	t := r.Totals()
	share := 100.0
	if t.Applicable() > 0 {
		share = 100 * float64(t.Passed) / float64(t.Applicable())
	}
	return fmt.Sprintf("%d of %d tests that apply passed on %s (%.1f %%): %s, %s, %s, in %s", t.Passed, t.Applicable(),
		r.Target, share, count(t.Unexpected(), "unexpected result"), count(t.Traps, "trap"), count(t.Hangs, "hang"),
		seconds(r.Elapsed))
}

// count writes a number of things in words that read well: "no trap", "1 trap", "2 traps".
func count(n int, thing string) string {
	switch n {
	case 0:
		return "no " + thing
	case 1:
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// seconds writes a duration as a report needs it.
func seconds(d time.Duration) string { return fmt.Sprintf("%.1fs", d.Seconds()) }
