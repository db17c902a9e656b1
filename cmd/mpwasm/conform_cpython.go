package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/source"
	"github.com/seed-3f7e3123/mpwasm/runtime/conformance/cpython"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// cpythonSuite is the value of --suite that stands for CPython's own tests.
const cpythonSuite = "cpython"

// cpythonSources is where --update finds the lists, below the root of the repository.
const cpythonSources = "runtime/conformance/cpython"

// cpythonFlags are those of --suite cpython alone.
func cpythonFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "update", Usage: "with --suite cpython, in a clone: write the lists of what does not pass anew"},
		&cli.IntFlag{Name: "causes", Usage: "with --suite cpython: print the `N` most frequent reasons of failures"},
	}
}

// cpythonRefuses are flags of conform that --suite cpython does not have.
var cpythonRefuses = []string{"shard", "repeat", "timeout", "junit", "html"}

// conformCPython runs CPython's own tests in the sandbox of this process.
func conformCPython(c *cli.Context, s streams) error {
	if c.String("target") != "wazero" {
		return fmt.Errorf("--suite %s runs on --target wazero, and by itself; found --target %s", cpythonSuite, c.String("target"))
	}
	for _, name := range cpythonRefuses {
		if c.IsSet(name) {
			return fmt.Errorf("--%s: --suite %s does not have it; it has --filter, --jobs, --json, --causes and --update", name, cpythonSuite)
		}
	}
	if c.Bool("update") {
		if _, err := os.Stat(filepath.FromSlash(cpythonSources)); err != nil {
			return fmt.Errorf("--update: expected to be started in the root of a clone: %w", err)
		}
	}
	report, err := runCPython(c, s)
	if err != nil {
		return err
	}
	return finishCPython(c, s, report)
}

func runCPython(c *cli.Context, s streams) (_ *cpython.Report, err error) {
	dir, err := cacheDir(c)
	if err != nil {
		return nil, err
	}
	built, err := ensureArtifact(c, s)
	if err != nil {
		return nil, err
	}
	display := newDisplay(s.err)
	defer display.close()
	tree, err := source.Fetch(c.Context, source.Config{Project: source.CPython, Path: c.String("cpython-source"), CacheDir: dir, Report: display})
	if err != nil {
		return nil, err
	}
	engine, err := sandbox.NewEngine(c.Context, sandbox.EngineConfig{Artifact: built.Module, CompileCacheDir: filepath.Join(dir, "wazero")})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, engine.Close(c.Context)) }()
	jobs := c.Int("jobs")
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var task progress.Task
	report, err := cpython.Run(c.Context, cpython.Config{
		Engine: engine, LibDir: filepath.Join(tree.Dir, "Lib"), Filters: c.StringSlice("filter"), Jobs: jobs,
		Progress: func(_, total int) {
			if task == nil {
				task = display.Start("running CPython's tests", int64(total), progress.Items)
			}
			task.Add(1)
		},
	})
	if task != nil {
		task.End(err)
	}
	return report, err
}

// finishCPython prints and writes what came of a run.
func finishCPython(c *cli.Context, s streams, report *cpython.Report) error {
	if err := report.WriteText(s.out); err != nil {
		return err
	}
	if n := c.Int("causes"); n > 0 {
		report.WriteCauses(s.out, "", n)
	}
	if name := c.String("json"); name != "" {
		data, err := json.MarshalIndent(report, "", " ")
		if err != nil {
			return fmt.Errorf("encoding the report: %w", err)
		}
		if err := os.WriteFile(name, append(data, '\n'), 0o644); err != nil {
			return fmt.Errorf("writing the report: %w", err)
		}
	}
	if c.Bool("update") {
		return cpython.Update(filepath.FromSlash(cpythonSources), report)
	}
	if report.Total("").Unexpected > 0 {
		return statusError(statusFailed)
	}
	return nil
}

// isCPython tells whether --suite asks for CPython's tests.
func isCPython(c *cli.Context) (bool, error) {
	suites := strings.Split(c.String("suite"), ",")
	if slices.Contains(suites, cpythonSuite) && len(suites) > 1 {
		return false, fmt.Errorf("--suite %s: %s does not run together with others", c.String("suite"), cpythonSuite)
	}
	return suites[0] == cpythonSuite, nil
}
