package bench

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// BeforeSuffix ends the names of engines that run an older artifact.
const BeforeSuffix = " before"

// Changes are how an artifact compares with an older one that ran beside it, in turn with it.
type Changes struct {
	// Before is the older artifact.
	Before Artifact `json:"before"`
	// Programs are in the order of the report; engines in theirs.
	Programs []Change `json:"programs"`
	// All are the geometric means over the programs, by engine.
	All []Change `json:"all"`
}

// Change is how many times as long a program takes now.
type Change struct {
	Program string `json:"program,omitempty"`
	Engine  string `json:"engine"`
	// Ratio is of the times of each round, now by before.
	Ratio Interval `json:"ratio"`
	// Beyond tells that the interval does not hold 1: that noise does not explain it.
	Beyond bool `json:"beyond"`
	// Fuel is the ratio of what was counted, which has no noise; 0 where nothing was.
	Fuel float64 `json:"fuel,omitempty"`
}

// Compare computes the changes from the runs of a report: of each engine that has a run before.
func (r *Report) Compare(before Artifact) *Changes {
	changes := &Changes{Before: before}
	for _, e := range r.Engines {
		old := e.Name + BeforeSuffix
		if !slices.ContainsFunc(r.Engines, func(o EngineReport) bool { return o.Name == old }) {
			continue
		}
		for _, p := range r.Programs {
			a, b := p.Runs[e.Name], p.Runs[old]
			if !a.ran() || !b.ran() {
				continue
			}
			change := newChange(p.Name, e.Name, bootstrap(min(len(a.NS), len(b.NS)), confidence, func(rounds []int) float64 {
				return median(ratios(a.NS, b.NS, rounds))
			}))
			if b.Fuel > 0 {
				change.Fuel = float64(a.Fuel) / float64(b.Fuel)
			}
			changes.Programs = append(changes.Programs, change)
		}
		if ratio := r.Ratio(e.Name, old, ""); ratio.Programs > 0 {
			changes.All = append(changes.All, newChange("", e.Name, ratio.Interval))
		}
	}
	return changes
}

func newChange(program, engine string, ratio Interval) Change {
	return Change{Program: program, Engine: engine, Ratio: ratio, Beyond: ratio.Low > 1 || ratio.High < 1}
}

func (r *Report) writeChanges(w io.Writer) error {
	if r.Changes == nil {
		return nil
	}
	fmt.Fprintf(w, "\nAgainst artifact %.12s, %d bytes, which ran in turn with this one: times as long now [99 %% interval], and fuel. Left out is what noise explains where fuel is the same within 1 %%.\n",
		r.Changes.Before.SHA256, r.Changes.Before.Bytes)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, c := range r.Changes.Programs {
		if c.Beyond || c.otherFuel() {
			fmt.Fprintf(table, "%s\t%s\t%.3f [%.3f %.3f]\t%s\t\n", c.Program, c.Engine, c.Ratio.Value, c.Ratio.Low, c.Ratio.High, c.fuelText())
		}
	}
	for _, c := range r.Changes.All {
		fmt.Fprintf(table, "all programs\t%s\t%.3f [%.3f %.3f]\t\t\n", c.Engine, c.Ratio.Value, c.Ratio.Low, c.Ratio.High)
	}
	return table.Flush()
}

// otherFuel tells that the fuel, which has no noise, changed by more than 1 %.
func (c Change) otherFuel() bool {
	return c.Fuel != 0 && (c.Fuel < 0.99 || c.Fuel > 1.01)
}

func (c Change) fuelText() string {
	if c.Fuel == 0 {
		return ""
	}
	return fmt.Sprintf("fuel %.3f", c.Fuel)
}
