package bench

import (
	"context"
	"fmt"
	"time"
)

// Config says what is timed.
type Config struct {
	Programs []Program
	// Engines take turns; they stay the caller's to close.
	Engines []Engine
	// Repeat is how often each program is timed on each engine, and Warmup how often it runs before that: an engine may
	// compile while it runs.
	Repeat, Warmup int
	// Timeout bounds one run.
	Timeout time.Duration
	// Progress is told of each run; nil means nobody.
	Progress func(done, total int, engine, program string)
}

// Validate says what makes no sense.
func (c Config) Validate() error {
	switch {
	case c.Repeat < 1:
		return fmt.Errorf("repetitions %d: expected a number from 1", c.Repeat)
	case c.Warmup < 0:
		return fmt.Errorf("runs to warm up %d: expected a number from 0", c.Warmup)
	case c.Timeout <= 0:
		return fmt.Errorf("timeout %v: expected more than nothing", c.Timeout)
	}
	return nil
}

// Time runs the programs on the engines, in turn: each round runs each program on each engine, beginning with another engine each
// time, so that what else the machine does hits all alike. A program that an engine refuses, or answers wrongly, does not run
// on it again. With an error come the times of the rounds until then.
func Time(ctx context.Context, cfg Config) ([]ProgramReport, error) {
	if err := cfg.Validate(); err != nil {
		return nil, err
	}
	reports := make([]ProgramReport, len(cfg.Programs))
	for i, p := range cfg.Programs {
		reports[i] = ProgramReport{Name: p.Name, Group: p.Group, Runs: make(map[string]Run)}
	}
	rounds := cfg.Warmup + cfg.Repeat
	total, done := rounds*len(cfg.Programs)*len(cfg.Engines), 0
	for round := range rounds {
		for i, p := range cfg.Programs {
			for turn := range cfg.Engines {
				e := cfg.Engines[(round+i+turn)%len(cfg.Engines)]
				run := reports[i].Runs[e.Name()]
				if err := timeOnce(ctx, cfg, e, p, &run, round >= cfg.Warmup); err != nil {
					return reports, err
				}
				reports[i].Runs[e.Name()] = run
				if done++; cfg.Progress != nil {
					cfg.Progress(done, total, e.Name(), p.Name)
				}
			}
		}
	}
	return reports, nil
}

// timeOnce runs a program once, and keeps what came of it.
func timeOnce(ctx context.Context, cfg Config, e Engine, p Program, run *Run, counts bool) error {
	if run.Refused != "" || run.Wrong != "" {
		return nil
	}
	bounded, cancel := context.WithTimeout(ctx, cfg.Timeout)
	defer cancel()
	sample, err := e.Run(bounded, p)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		why, ok := refused(err)
		if !ok {
			return fmt.Errorf("timing %s on %s: %w", p.Name, e.Name(), err)
		}
		run.Refused = why
		return nil
	}
	if err := p.check(sample.Output); err != nil {
		run.Wrong = err.Error()
		return nil
	}
	run.Fuel, run.HeapPeakBytes = sample.Fuel, sample.HeapPeakBytes
	if counts {
		run.NS = append(run.NS, max(sample.Took.Nanoseconds(), 1))
	}
	return nil
}
