package cpython

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// Report is what came of a run.
type Report struct {
	// Files has a row for each file, or package, of tests, the language first.
	Files []Row `json:"files"`
	// Seconds is how long the run took.
	Seconds float64 `json:"seconds"`
}

// Row is a line of the report.
type Row struct {
	Name string `json:"name"` // "test_json"
	Area string `json:"area"`
	// Seconds is how long loading and running took, on one processor.
	Seconds  float64   `json:"seconds"`
	Outcomes []Outcome `json:"outcomes"`
}

// Count is how many tests there are of each kind.
type Count struct {
	Passed, Failed, Skipped, NotApplicable, Unexpected int
}

// Applicable is how many tests apply.
func (c Count) Applicable() int { return c.Passed + c.Failed }

// Share is the part of the applicable tests that pass, in percent.
func (c Count) Share() float64 {
	if c.Applicable() == 0 {
		return 100
	}
	return 100 * float64(c.Passed) / float64(c.Applicable())
}

// add counts an outcome.
func (c *Count) add(o Outcome) {
	switch o.Kind {
	case Passed:
		c.Passed++
	case Failed:
		c.Failed++
	case Skipped:
		c.Skipped++
	case NotApplicable:
		c.NotApplicable++
	}
	if o.Note != "" {
		c.Unexpected++
	}
}

// Count counts a row.
func (r Row) Count() Count {
	var c Count
	for _, o := range r.Outcomes {
		c.add(o)
	}
	return c
}

// Total counts an area; "" is all.
func (r *Report) Total(area string) Count {
	var c Count
	for _, row := range r.Files {
		if area == "" || row.Area == area {
			for _, o := range row.Outcomes {
				c.add(o)
			}
		}
	}
	return c
}

func (r *Report) add(f file, outcomes []Outcome, took time.Duration) {
	i := slices.IndexFunc(r.Files, func(row Row) bool { return row.Name == f.top() })
	if i < 0 {
		i = len(r.Files)
		r.Files = append(r.Files, Row{Name: f.top(), Area: f.area})
	}
	r.Files[i].Outcomes = append(r.Files[i].Outcomes, outcomes...)
	r.Files[i].Seconds += took.Seconds()
}

func (r *Report) sort() {
	slices.SortFunc(r.Files, func(a, b Row) int { return cmp.Or(cmp.Compare(a.Area, b.Area), cmp.Compare(a.Name, b.Name)) })
	for _, row := range r.Files {
		slices.SortStableFunc(row.Outcomes, func(a, b Outcome) int { return cmp.Compare(a.Test, b.Test) })
	}
}

// WriteText prints a line for each file, totals, and what is not as the lists have it.
func (r *Report) WriteText(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "file\tapplicable\tpassed\tshare\tskips itself\tnot applicable\tunexpected\tseconds\t")
	line := func(name string, c Count, seconds float64) {
		fmt.Fprintf(table, "%s\t%d\t%d\t%.1f %%\t%d\t%d\t%d\t%.1f\t\n", name, c.Applicable(), c.Passed, c.Share(), c.Skipped, c.NotApplicable, c.Unexpected, seconds)
	}
	for _, area := range []string{Language, Library} {
		seconds, rows := 0.0, 0
		for _, row := range r.Files {
			if row.Area == area {
				line(row.Name, row.Count(), row.Seconds)
				seconds += row.Seconds
				rows++
			}
		}
		if rows > 0 {
			line(area, r.Total(area), seconds)
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	const most = 40
	shown := 0
	for _, row := range r.Files {
		for _, o := range row.Outcomes {
			if o.Note == "" {
				continue
			}
			if shown++; shown <= most {
				fmt.Fprintf(w, "%s: %s (%s)\n", o.Test, o.Note, limitText(o.Reason, 120))
			}
		}
	}
	if shown > most {
		fmt.Fprintf(w, "and %d more; --json has all\n", shown-most)
	}
	return nil
}

// Cause is a reason for which tests fail.
type Cause struct {
	Text  string
	Tests []string
}

// vary are the parts of reasons that differ from test to test.
var vary = regexp.MustCompile(`0x[0-9a-f]+|\b\d+\b`)

// Causes ranks the reasons of failures, the most frequent first.
func (r *Report) Causes(area string) []Cause {
	byText := map[string]*Cause{}
	var all []*Cause
	for _, row := range r.Files {
		if area != "" && row.Area != area {
			continue
		}
		for _, o := range row.Outcomes {
			if o.Kind != Failed {
				continue
			}
			reason, _, _ := strings.Cut(o.Reason, placed)
			text := limitText(vary.ReplaceAllString(reason, "N"), 160)
			if byText[text] == nil {
				byText[text] = &Cause{Text: text}
				all = append(all, byText[text])
			}
			byText[text].Tests = append(byText[text].Tests, o.Test)
		}
	}
	slices.SortStableFunc(all, func(a, b *Cause) int {
		return cmp.Or(cmp.Compare(len(b.Tests), len(a.Tests)), cmp.Compare(a.Text, b.Text))
	})
	causes := make([]Cause, len(all))
	for i, c := range all {
		causes[i] = *c
	}
	return causes
}

// WriteCauses prints the most frequent reasons of failures, with the files that they are in.
func (r *Report) WriteCauses(w io.Writer, area string, most int) {
	for _, c := range r.Causes(area)[:min(most, len(r.Causes(area)))] {
		files := map[string]int{}
		var names []string
		for _, test := range c.Tests {
			top, _, _ := strings.Cut(test, ".")
			if files[top]++; files[top] == 1 {
				names = append(names, top)
			}
		}
		fmt.Fprintf(w, "%5d  %s  [%s]\n", len(c.Tests), c.Text, limitText(strings.Join(names, " "), 100))
	}
}
