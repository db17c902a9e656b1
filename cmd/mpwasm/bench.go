package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/source"
	"github.com/seed-3f7e3123/mpwasm/runtime/bench"
	programs "github.com/seed-3f7e3123/mpwasm/testdata/bench"
)

func benchCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "bench",
		Usage: "time programs on engines side by side",
		Description: "Runs MicroPython's performance tests and programs of ours on this artifact and on others' Pythons, in turn, checks what\n" +
			"they answer, and prints medians and ratios. Ends with status 1 if an engine of ours answers wrongly or not at all; a time\n" +
			"decides nothing. runtime/bench/README.md says how it is measured.",
		Flags: append(buildFlags(),
			&cli.StringFlag{Name: "engine", Usage: "time on `ENGINE,...`, each one of " + strings.Join(benchEngineNames(), ", "), Value: "wazero,node,cpython"},
			&cli.BoolFlag{Name: "peers", Usage: "also on others' engines, as far as they can be had: native, " + strings.Join(bench.Peers(), ", ") + ", and in the browsers of --engine " + strings.Join(bench.PeersInPages(), ", ")},
			&cli.StringSliceFlag{Name: "program", Usage: "time programs that match `GLOB`, such as bm_*"},
			&cli.StringFlag{Name: "size", Usage: "how much MicroPython's tests do: `SIZE` is small, medium or large", Value: "medium"},
			&cli.IntFlag{Name: "repeat", Usage: "time each program `N` times", Value: 7},
			&cli.IntFlag{Name: "warmup", Usage: "run each program `N` times before", Value: 2},
			&cli.DurationFlag{Name: "timeout", Usage: "end a run after `TIME`", Value: 2 * time.Minute},
			&cli.StringFlag{Name: "json", Usage: "also write the report to `FILE`, for programs"},
			&cli.StringFlag{Name: "html", Usage: "also write the report to `FILE`, for people"},
			&cli.BoolFlag{Name: "costs", Usage: "also measure starting, host calls, imports, memory and bytes"},
			&cli.BoolFlag{Name: "growth", Usage: "also measure how times grow with the work"},
			&cli.StringFlag{Name: "compare", Usage: "also run the artifact of the report in `FILE`, in turn with this one, and say what changed beyond the noise"},
			&cli.StringFlag{Name: "before", Usage: "the older artifact's `FILE`, where the cache does not hold it any more"},
			&cli.StringFlag{Name: "python", Usage: "the `COMMAND` that is CPython", Value: "python3"},
			&cli.StringFlag{Name: "micropython", Usage: "the `COMMAND` that is MicroPython, built for this machine", Value: "micropython"},
			&cli.StringFlag{Name: "chromium", Usage: "the browser's `PATH` (default: MPWASM_CHROMIUM, or where it usually is)"},
			&cli.StringFlag{Name: "firefox", Usage: "the browser's `PATH` (default: MPWASM_FIREFOX, or where it usually is)"},
		),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return runBench(c, s) },
	}
}

func runBench(c *cli.Context, s streams) (err error) {
	if err := noArguments(c); err != nil {
		return err
	}
	cfg := bench.Config{Repeat: c.Int("repeat"), Warmup: c.Int("warmup"), Timeout: c.Duration("timeout")}
	if err := cfg.Validate(); err != nil {
		return err
	}
	chosen, err := benchEngines(c)
	if err != nil {
		return err
	}
	before, err := benchBefore(c)
	if err != nil {
		return err
	}
	if cfg.Programs, err = benchPrograms(c, s); err != nil {
		return err
	}
	built, err := ensureArtifact(c, s)
	if err != nil {
		return err
	}
	report := bench.NewReport(artifactOf(built.Module), c.String("size"))
	display := newDisplay(s.err)
	defer display.close()
	engines, err := openEngines(c, chosen, built.Module, report, display)
	defer func() {
		for _, e := range engines {
			err = errors.Join(err, e.Close())
		}
	}()
	if err != nil {
		return err
	}
	old, err := openBefore(c, chosen, before, display)
	engines = append(engines, old...)
	if err != nil {
		return err
	}
	cfg.Engines = engines
	// What was measured before an error, or Ctrl-C, is written all the same.
	measured := func() error {
		if err := timePrograms(c, report, cfg, display); err != nil {
			return err
		}
		if before != nil {
			report.Changes = report.Compare(artifactOf(before))
		}
		if c.Bool("costs") {
			if report.Costs, err = measureCosts(c, chosen, engines, built.Module, display); err != nil {
				return err
			}
		}
		if c.Bool("growth") {
			if report.Growth, err = measureGrowth(c, engines[:len(engines)-len(old)], display); err != nil {
				return err
			}
		}
		return nil
	}()
	if measured != nil {
		report.Stopped = measured.Error()
	}
	return errors.Join(measured, finishBench(c, s, report))
}

func artifactOf(module []byte) bench.Artifact {
	digest := sha256.Sum256(module)
	return bench.Artifact{SHA256: hex.EncodeToString(digest[:]), Bytes: len(module)}
}

// timePrograms fills a report with times.
func timePrograms(c *cli.Context, report *bench.Report, cfg bench.Config, display progress.Reporter) error {
	var task progress.Task
	cfg.Progress = func(_, total int, _, _ string) {
		if task == nil {
			task = display.Start("timing programs", int64(total), progress.Items)
		}
		task.Add(1)
	}
	timed, err := bench.Time(c.Context, cfg)
	if task != nil {
		task.End(err)
	}
	report.Finish(cfg.Engines, timed)
	return err
}

// finishBench writes the report and decides the exit status.
func finishBench(c *cli.Context, s streams, report *bench.Report) error {
	if err := errors.Join(report.WriteText(s.out), writeReport(c.String("json"), report.WriteJSON), writeReport(c.String("html"), report.WriteHTML)); err != nil {
		return err
	}
	ours := func(engine string) bool {
		return slices.Contains(ourEngines, strings.TrimSuffix(engine, bench.BeforeSuffix))
	}
	if len(report.Failures(ours)) > 0 {
		return statusError(statusFailed)
	}
	return nil
}

// benchPrograms are MicroPython's performance tests and ours.
func benchPrograms(c *cli.Context, s streams) ([]bench.Program, error) {
	size, err := bench.SizeOf(c.String("size"))
	if err != nil {
		return nil, fmt.Errorf("--%w", err)
	}
	dir, err := cacheDir(c)
	if err != nil {
		return nil, err
	}
	display := newDisplay(s.err)
	tree, err := source.Fetch(c.Context, source.Config{Path: c.String("source"), CacheDir: dir, Report: display})
	display.close()
	if err != nil {
		return nil, err
	}
	upstream, err := bench.UpstreamPrograms(filepath.Join(tree.Dir, "tests"), size, programs.PerfBench)
	if err != nil {
		return nil, err
	}
	own, err := bench.OwnPrograms(programs.Own, "programs")
	if err != nil {
		return nil, err
	}
	return bench.Select(append(upstream, own...), c.StringSlice("program"))
}
