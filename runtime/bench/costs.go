package bench

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// Cost is something paid beside running.
type Cost struct {
	// Name says what is paid for, and Engine where.
	Name   string `json:"name"`
	Engine string `json:"engine"`
	// Unit is Nanoseconds or Bytes.
	Unit string `json:"unit"`
	// Values are samples.
	Values []int64 `json:"values"`
}

// Units of costs.
const (
	Nanoseconds = "ns"
	Bytes       = "bytes"
)

// text is the median with its unit.
func (c Cost) text() string {
	middle := median(floats(c.Values))
	switch {
	case c.Unit == Bytes && middle >= 1e6:
		return fmt.Sprintf("%.2f MB", middle/1e6)
	case c.Unit == Bytes:
		return fmt.Sprintf("%.0f KB", middle/1e3)
	case middle < 1e5:
		return fmt.Sprintf("%.1f µs", middle/1e3)
	}
	return millis(middle) + " ms"
}

// costTable arranges costs: a row for each name, in order of appearance, and a column for each engine.
func (r *Report) costTable() (engines []string, names []string, cells map[[2]string]string) {
	cells = make(map[[2]string]string)
	seen := make(map[string]bool)
	for _, c := range r.Costs {
		if !seen["engine "+c.Engine] {
			engines = append(engines, c.Engine)
		}
		if !seen["name "+c.Name] {
			names = append(names, c.Name)
		}
		seen["engine "+c.Engine], seen["name "+c.Name] = true, true
		cells[[2]string{c.Name, c.Engine}] = c.text()
	}
	return engines, names, cells
}

func (r *Report) writeCosts(w io.Writer) error {
	if len(r.Costs) == 0 {
		return nil
	}
	fmt.Fprintln(w, "\nWhat is paid beside running: medians.")
	engines, names, cells := r.costTable()
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "cost\t")
	for _, e := range engines {
		fmt.Fprintf(table, "%s\t", e)
	}
	fmt.Fprintln(table)
	for _, name := range names {
		fmt.Fprintf(table, "%s\t", name)
		for _, e := range engines {
			fmt.Fprintf(table, "%s\t", cells[[2]string{name, e}])
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}
