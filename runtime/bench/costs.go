package bench

import "io"

// Cost is something paid beside running.
type Cost struct {
	Name   string `json:"name"`
	Engine string `json:"engine"`
	Unit   string `json:"unit"` // ns or bytes
	// Values are samples.
	Values []int64 `json:"values"`
}

// Growth is how a time grows with the work.
type Growth struct {
	Name   string `json:"name"`
	Engine string `json:"engine"`
	// Sizes are amounts of work, and NS the median time of each.
	Sizes []int64 `json:"sizes"`
	NS    []int64 `json:"ns"`
	Fit   Power   `json:"fit"`
	// Law is the exponent that is expected.
	Law string `json:"law"`
}

// Changes are how two artifacts compare.
type Changes struct{}

func (r *Report) writeCosts(io.Writer) error   { return nil }
func (r *Report) writeGrowth(io.Writer) error  { return nil }
func (r *Report) writeChanges(io.Writer) error { return nil }
