package bench

import (
	"encoding/json"
	"fmt"
	"io"
)

// reportFormat is the version of a report's JSON.
const reportFormat = 1

// Report is what a run of the benchmark found.
type Report struct {
	Format   int      `json:"format"`
	Machine  Machine  `json:"machine"`
	Artifact Artifact `json:"artifact"`
	// Size is that of MicroPython's tests.
	Size string `json:"size"`
	// Engines are in the order of the tables. The first is what the others are compared with.
	Engines  []EngineReport  `json:"engines"`
	Programs []ProgramReport `json:"programs"`
	// Missing are engines that could not be had.
	Missing []EngineReport `json:"missing,omitempty"`
	// Stopped says why it is not complete, if it is not.
	Stopped string `json:"stopped,omitempty"`
	// Costs are what is paid beside running, and Growth how times grow with the work.
	Costs  []Cost   `json:"costs,omitempty"`
	Growth []Growth `json:"growth,omitempty"`
	// Changes are against an older artifact.
	Changes *Changes `json:"changes,omitempty"`
}

// Machine is where it ran.
type Machine struct {
	System string `json:"system"`
	CPU    string `json:"cpu"`
	Cores  int    `json:"cores"`
	// LoadBefore and LoadAfter are the system's load averages over a minute; negative where they are not known.
	LoadBefore float64 `json:"load_before"`
	LoadAfter  float64 `json:"load_after"`
	// Began is the time, as RFC 3339 has it.
	Began string `json:"began"`
}

// Artifact is what ran.
type Artifact struct {
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
}

// EngineReport is an engine.
type EngineReport struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	// Missing says why it could not be had.
	Missing string `json:"missing,omitempty"`
}

// ProgramReport is what a program took on the engines.
type ProgramReport struct {
	Name  string         `json:"name"`
	Group string         `json:"group"`
	Runs  map[string]Run `json:"runs"` // by engine
}

// Run is what a program took on an engine.
type Run struct {
	// NS are the times of the rounds, in nanoseconds. Round by round, engines took turns.
	NS []int64 `json:"ns,omitempty"`
	// Fuel and HeapPeakBytes are of our artifact.
	Fuel          uint64 `json:"fuel,omitempty"`
	HeapPeakBytes uint64 `json:"heap_peak_bytes,omitempty"`
	// Refused says why it did not run, and Wrong what it answered instead.
	Refused string `json:"refused,omitempty"`
	Wrong   string `json:"wrong,omitempty"`
}

// ran tells whether there are times.
func (r Run) ran() bool { return len(r.NS) > 0 && r.Wrong == "" && r.Refused == "" }

// WriteJSON writes the report.
func (r *Report) WriteJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", " ")
	return encoder.Encode(r)
}

// ReadReport reads what WriteJSON wrote.
func ReadReport(name string, data []byte) (*Report, error) {
	var r Report
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("reading %s: it is no report of mpwasm bench: %w", name, err)
	}
	if r.Format != reportFormat {
		return nil, fmt.Errorf("reading %s: it has format %d, expected %d", name, r.Format, reportFormat)
	}
	return &r, nil
}

// Failures lists what our engines did not do, or not rightly, by engine and program.
func (r *Report) Failures(ours func(engine string) bool) []string {
	var found []string
	for _, p := range r.Programs {
		for _, e := range r.Engines {
			run := p.Runs[e.Name]
			if why := run.Refused + run.Wrong; why != "" && ours(e.Name) {
				found = append(found, fmt.Sprintf("%s on %s: %s", p.Name, e.Name, why))
			}
		}
	}
	return found
}

// Ratio is how many times as long an engine takes as another one: over a group of programs, all where it is empty.
type Ratio struct {
	Interval
	// Programs are those that both ran.
	Programs int `json:"programs"`
}

// Ratio computes the geometric mean over programs of the medians of ratios, round by round.
func (r *Report) Ratio(engine, base, group string) Ratio {
	var pairs [][2][]int64
	rounds := 0
	for _, p := range r.Programs {
		a, b := p.Runs[engine], p.Runs[base]
		if a.ran() && b.ran() && (group == "" || p.Group == group) {
			pairs = append(pairs, [2][]int64{a.NS, b.NS})
			rounds = max(rounds, min(len(a.NS), len(b.NS)))
		}
	}
	if len(pairs) == 0 {
		return Ratio{}
	}
	interval := bootstrap(rounds, 0.95, func(rounds []int) float64 {
		var all []float64
		for _, pair := range pairs {
			if found := ratios(pair[0], pair[1], rounds); len(found) > 0 {
				all = append(all, median(found))
			}
		}
		return geometricMean(all)
	})
	return Ratio{interval, len(pairs)}
}

// NewReport begins a report on this machine.
func NewReport(artifact Artifact, size string) *Report {
	return &Report{Format: reportFormat, Machine: ThisMachine(), Artifact: artifact, Size: size}
}

// Finish keeps what was timed.
func (r *Report) Finish(engines []Engine, programs []ProgramReport) {
	r.Machine.LoadAfter = Load()
	for _, e := range engines {
		r.Engines = append(r.Engines, EngineReport{Name: e.Name(), Version: e.Version()})
	}
	r.Programs = programs
}
