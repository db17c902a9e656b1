package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/source"
	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
)

// conformTargets are the values of --target.
var conformTargets = []string{"wazero"}

// upstreamSuite is the value of --suite that is not a folder.
const upstreamSuite = "upstream"

func conformCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "conform",
		Usage: "run conformance suites on engines",
		Description: "Runs upstream's tests, or a folder of .py files, each with its expected output beside it in a file\n" +
			"of the same name and .exp. Prints a table; ends with status 1 on any unexpected result.",
		Flags: append(buildFlags(),
			&cli.StringFlag{Name: "target", Usage: "run on `TARGET`, one of " + strings.Join(conformTargets, ", "), Value: conformTargets[0]},
			&cli.StringFlag{Name: "suite", Usage: "run `SUITE,...`: upstream, or folders", Value: upstreamSuite},
			&cli.StringSliceFlag{Name: "filter", Usage: "run tests or folders that match `GLOB`, such as basics/int*"},
			&cli.StringFlag{Name: "shard", Usage: "run part `I/N` of the tests"},
			&cli.DurationFlag{Name: "timeout", Usage: "end a test after `TIME`", Value: conformance.DefaultTimeout},
			&cli.StringFlag{Name: "json", Usage: "also write the report to `FILE`"},
		),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return conform(c, s) },
	}
}

func conform(c *cli.Context, s streams) (err error) {
	if err := noArguments(c); err != nil {
		return err
	}
	options, err := conformOptions(c)
	if err != nil {
		return err
	}
	suites, err := conformSuites(c, s)
	if err != nil {
		return err
	}
	engine, err := openEngine(c, s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, engine.Close(context.WithoutCancel(c.Context))) }()

	display := newDisplay(s.err)
	var task progress.Task
	options.Progress = func(_, total int, _ *conformance.CaseReport) {
		if task == nil {
			task = display.Start("running tests", int64(total), progress.Items)
		}
		task.Add(1)
	}
	report, err := conformance.Run(c.Context, conformance.NewWazero(engine, c.String("target")), suites, options)
	if task != nil {
		task.End(err)
	}
	display.close()
	if err != nil {
		return err
	}
	return finishConform(c, s, report)
}

// finishConform writes the report and decides the exit status.
func finishConform(c *cli.Context, s streams, report *conformance.Report) error {
	if err := errors.Join(report.WriteText(s.out), writeReport(c.String("json"), report)); err != nil {
		return err
	}
	if len(report.Unexpected()) > 0 {
		return statusError(statusFailed)
	}
	return nil
}

// writeReport writes the report as JSON, if a file is named.
func writeReport(path string, report *conformance.Report) error {
	if path == "" {
		return nil
	}
	data, err := json.MarshalIndent(report, "", " ")
	if err != nil {
		return fmt.Errorf("encoding the report: %w", err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

func conformOptions(c *cli.Context) (conformance.Options, error) {
	if target := c.String("target"); target != conformTargets[0] {
		return conformance.Options{}, fmt.Errorf("--target %s: expected one of %s", target, strings.Join(conformTargets, ", "))
	}
	options := conformance.Options{Filters: c.StringSlice("filter"), Jobs: c.Int("jobs"), Timeout: c.Duration("timeout")}
	if text := c.String("shard"); text != "" {
		shard, err := conformance.ParseShard(text)
		if err != nil {
			return options, err
		}
		options.Shard = shard
	}
	return options, options.Validate()
}

// conformSuites opens the suites of --suite.
func conformSuites(c *cli.Context, s streams) ([]conformance.Suite, error) {
	dir, err := cacheDir(c)
	if err != nil {
		return nil, err
	}
	var suites []conformance.Suite
	for _, name := range strings.Split(c.String("suite"), ",") {
		var suite conformance.Suite
		if name == upstreamSuite {
			suite, err = openUpstream(c, s, dir)
		} else {
			suite, err = conformance.NewFolder(name)
		}
		if err != nil {
			return nil, err
		}
		suites = append(suites, suite)
	}
	return suites, nil
}

func openUpstream(c *cli.Context, s streams, cacheDir string) (conformance.Suite, error) {
	display := newDisplay(s.err)
	tree, err := source.Fetch(c.Context, source.Config{Path: c.String("source"), CacheDir: cacheDir, Report: display})
	display.close()
	if err != nil {
		return nil, err
	}
	return conformance.NewUpstream(c.Context, conformance.UpstreamConfig{
		TestsDir: filepath.Join(tree.Dir, "tests"),
		CacheDir: filepath.Join(cacheDir, "conformance"),
	})
}
