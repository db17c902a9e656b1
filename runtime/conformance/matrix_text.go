package conformance

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"text/tabwriter"
)

//go:embed lists/differences.txt
var differencesList []byte

// UpstreamDifferences is the list of differences between targets that are known of all suites of the repository.
func UpstreamDifferences() (*KnownDifferences, error) {
	return ParseKnownDifferences("differences.txt", differencesList)
}

// maxShownDifferences bounds what is written of differences to a terminal. The other reports have all.
const maxShownDifferences = 50

// WriteText writes for a terminal what the reports of single targets do not say: where targets disagree. With a single
// target that is nothing.
func (m *Matrix) WriteText(w io.Writer) error {
	if len(m.Targets) < 2 {
		return nil
	}
	if _, err := fmt.Fprintln(w); err != nil {
		return err
	}
	for i, d := range m.Unexplained() {
		if i == maxShownDifferences {
			fmt.Fprintf(w, "... and %d more differences\n\n", len(m.Unexplained())-i)
			break
		}
		if _, err := io.WriteString(w, d.text()); err != nil {
			return err
		}
	}
	for _, entry := range m.Stale {
		fmt.Fprintf(w, "%s\n", entry)
	}
	if err := m.writeTable(w); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n%s\n", m.summary())
	return err
}

// text writes one difference: both values, or how they differ where they have several lines.
func (d Difference) text() string {
	head := fmt.Sprintf("difference: %s/%s: %s of %s\n", d.Suite, d.Test, d.FieldDifference, d.Target)
	if !bytes.Contains(d.Want, []byte("\n")) && !bytes.Contains(d.Got, []byte("\n")) {
		return head + shown(fmt.Sprintf("%s: %s\n%s: %s", d.Reference, d.Want, d.Target, d.Got)) + "\n"
	}
	return head + shown(difference(d.Reference, d.Want, d.Target, d.Got)) + "\n"
}

// writeTable writes a row for each target after the first.
func (m *Matrix) writeTable(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "compared with %s\ttests\tthe same\tmemory the same\texplained\tunexplained\t\n", m.Targets[0].Target)
	for _, report := range m.Targets[1:] {
		a := m.agreement(report)
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t%d\t\n", report.Target, a.Tests, a.Same, a.SameMemory, a.Explained, a.Unexplained)
	}
	return table.Flush()
}

// agreement counts how a target agrees with the first one: tests that ran, those that are the same in all, those whose
// memory is the same, and differences.
type agreement struct{ Tests, Same, SameMemory, Explained, Unexplained int }

func (m *Matrix) agreement(report *Report) agreement {
	var a agreement
	for i := range report.Cases {
		if report.Cases[i].Observed != nil {
			a.Tests++
		}
	}
	differing, memory := make(map[string]bool), make(map[string]bool)
	for _, d := range m.Differences {
		if d.Target != report.Target {
			continue
		}
		key := d.Suite + "\x00" + d.Test
		if d.Field == FieldPresent {
			a.Unexplained++
			continue
		}
		differing[key] = true
		if d.Field == FieldMemory {
			memory[key] = true
		}
		if d.Reason == "" {
			a.Unexplained++
		} else {
			a.Explained++
		}
	}
	a.Same, a.SameMemory = a.Tests-len(differing), a.Tests-len(memory)
	return a
}

// summary is the closing line.
func (m *Matrix) summary() string {
	return fmt.Sprintf("%d runs of tests on %d targets: %s", m.Runs(), len(m.Targets), count(len(m.Unexplained()), "unexplained difference")) + m.unopened()
}

// unopened tells of targets that could not be opened.
func (m *Matrix) unopened() string {
	text := ""
	for _, report := range m.Targets {
		if report.Error != "" {
			text += ", " + report.Target + " could not be opened"
		}
	}
	return text
}
