package bench

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"
)

// WriteText writes the tables, for a terminal.
func (r *Report) WriteText(w io.Writer) error {
	for _, write := range []func(io.Writer) error{r.writeHead, r.writeTimes, r.writeRatios, r.writeCosts, r.writeGrowth, r.writeChanges, r.writeNotes} {
		if err := write(w); err != nil {
			return err
		}
	}
	return nil
}

func (r *Report) writeHead(w io.Writer) error {
	_, err := fmt.Fprintf(w, "artifact %.12s, %d bytes; %s, %s, %d cores, load %.1f before and %.1f after\n",
		r.Artifact.SHA256, r.Artifact.Bytes, r.Machine.System, r.Machine.CPU, r.Machine.Cores, r.Machine.LoadBefore, r.Machine.LoadAfter)
	if err == nil && r.Stopped != "" {
		_, err = fmt.Fprintf(w, "not complete: %s\n", r.Stopped)
	}
	return err
}

// writeTimes writes medians with their spread: half the range of the middle half.
func (r *Report) writeTimes(w io.Writer) error {
	if len(r.Programs) == 0 {
		return nil
	}
	fmt.Fprintf(w, "\nMilliseconds: median, and half the middle half's range in %%. MicroPython's tests in size %s.\n", r.Size)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "program\t")
	for _, e := range r.Engines {
		fmt.Fprintf(table, "%s\t±\t", e.Name)
	}
	fmt.Fprintln(table)
	for _, p := range r.Programs {
		fmt.Fprintf(table, "%s\t", p.Name)
		for _, e := range r.Engines {
			ms, wide := p.Runs[e.Name].cells()
			fmt.Fprintf(table, "%s\t%s\t", ms, wide)
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}

// cells are a run's median and spread, as text.
func (r Run) cells() (ms, wide string) {
	switch {
	case r.Wrong != "":
		return "wrong", ""
	case r.Refused != "":
		return "no", ""
	case len(r.NS) == 0:
		return "-", ""
	}
	sample := floats(r.NS)
	return millis(median(sample)), fmt.Sprintf("%.0f", 100*spread(sample))
}

// millis is a time in nanoseconds as milliseconds, of three digits.
func millis(ns float64) string {
	ms := ns / 1e6
	return fmt.Sprintf("%.*f", max(0, 2-int(math.Floor(math.Log10(max(ms, 0.001))))), ms)
}

// groups are those of the programs, with a title each, and all together.
func (r *Report) groups() []struct{ name, title string } {
	all := []struct{ name, title string }{{PerfBench, "MicroPython's tests"}, {Own, "our programs"}, {"", "all"}}
	seen := make(map[string]bool)
	for _, p := range r.Programs {
		seen[p.Group] = true
	}
	found := all[:0]
	for _, g := range all {
		if seen[g.name] || g.name == "" && len(seen) > 1 {
			found = append(found, g)
		}
	}
	return found
}

// writeRatios writes how many times as long the other engines take as each of ours.
func (r *Report) writeRatios(w io.Writer) error {
	if len(r.Engines) < 2 {
		return nil
	}
	fmt.Fprintln(w, "\nTimes as long, geometric mean over the programs that both ran [95 % interval] (programs): over 1, the row's engine is the faster one.")
	for _, group := range r.groups() {
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintf(table, "%s\t", group.title)
		for _, e := range r.Engines {
			fmt.Fprintf(table, "%s\t", e.Name)
		}
		fmt.Fprintln(table)
		for _, base := range r.Engines {
			fmt.Fprintf(table, "%s\t", base.Name)
			for _, e := range r.Engines {
				fmt.Fprintf(table, "%s\t", r.ratioCell(e.Name, base.Name, group.name))
			}
			fmt.Fprintln(table)
		}
		if err := table.Flush(); err != nil {
			return err
		}
	}
	return nil
}

func (r *Report) ratioCell(engine, base, group string) string {
	ratio := r.Ratio(engine, base, group)
	switch {
	case engine == base:
		return "1"
	case ratio.Programs == 0:
		return "-"
	}
	return fmt.Sprintf("%.2f [%.2f %.2f] (%d)", ratio.Value, ratio.Low, ratio.High, ratio.Programs)
}

// writeNotes says what the engines are, and what did not run.
func (r *Report) writeNotes(w io.Writer) error {
	var text strings.Builder
	for _, e := range r.Engines {
		if e.Version != "" {
			fmt.Fprintf(&text, "%s: %s\n", e.Name, e.Version)
		}
	}
	for _, e := range r.Missing {
		fmt.Fprintf(&text, "%s is missing: %s\n", e.Name, e.Missing)
	}
	for _, failure := range r.Failures(func(string) bool { return true }) {
		fmt.Fprintf(&text, "%.160s\n", failure)
	}
	_, err := fmt.Fprintf(w, "\n%s", &text)
	return err
}
