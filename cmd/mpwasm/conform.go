package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/source"
	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
)

// upstreamSuite is the value of --suite that is not a folder.
const upstreamSuite = "upstream"

func conformCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "conform",
		Usage: "run conformance suites on engines, and compare the engines",
		Description: "Runs upstream's tests, or a folder of .py files, each with its expected output beside it in a file\n" +
			"of the same name and .exp, on one target or several. With several, each is compared with the first: output,\n" +
			"outcome, exception, value, fuel, memory. Prints tables; ends with status 1 on anything unexpected.\n\n" +
			"--suite cpython judges the language and the library by CPython's own tests, one method at a time, in the sandbox\n" +
			"with its limits on: a line for each file says how many apply and pass. Unexpected is what the lists in\n" +
			"runtime/conformance/cpython/lists do not say. --filter takes files (test_dict), areas (language, library) and tests\n" +
			"('test_dict.DictTest.test_*'); --causes 30 ranks the reasons of failures.",
		Flags: append(slices.Concat(buildFlags(), reportFlags(), cpythonFlags()),
			&cli.StringFlag{Name: "target", Usage: "run on `TARGET,...`, each one of " + strings.Join(targetNames(), ", "), Value: "wazero"},
			&cli.StringFlag{Name: "suite", Usage: "run `SUITE,...`: upstream, or folders; or cpython, CPython's own tests", Value: upstreamSuite},
			&cli.StringSliceFlag{Name: "filter", Usage: "run tests or folders that match `GLOB`, such as basics/int*"},
			&cli.StringFlag{Name: "shard", Usage: "run part `I/N` of the tests"},
			&cli.IntFlag{Name: "repeat", Usage: "run each test `N` times, which must all be alike", Value: 1},
			&cli.DurationFlag{Name: "timeout", Usage: "end a test after `TIME`; in the interpreter, 10 times that", Value: conformance.DefaultTimeout},
			&cli.StringFlag{Name: "chromium", Usage: "the browser's `PATH` (default: MPWASM_CHROMIUM, or where it usually is)"},
			&cli.StringFlag{Name: "firefox", Usage: "the browser's `PATH` (default: MPWASM_FIREFOX, or where it usually is)"},
			&cli.StringFlag{Name: "webkit", Usage: "the `PATH` of WebKitGTK's MiniBrowser (default: MPWASM_WEBKIT, or where it usually is)"},
			&cli.StringFlag{Name: "native", Usage: "the `PATH` of a program that scripts/native wrote, for --target native (default: one with sanitizers is built)"},
			&cli.StringFlag{Name: "addr", Usage: "serve the page of --target url on `HOST:PORT`", Value: "127.0.0.1:0"},
			&cli.DurationFlag{Name: "wait", Usage: "wait `TIME` for a browser to open the page of --target url; 0 is for ever", Value: 10 * time.Minute},
		),
		Subcommands:  []*cli.Command{mergeCommand(s)},
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return conform(c, s) },
	}
}

func conform(c *cli.Context, s streams) error {
	if err := noArguments(c); err != nil {
		return err
	}
	if alone, err := isCPython(c); err != nil || alone {
		if err != nil {
			return err
		}
		return conformCPython(c, s)
	}
	options, err := conformOptions(c)
	if err != nil {
		return err
	}
	chosen, err := conformTargets(c)
	if err != nil {
		return err
	}
	suites, err := conformSuites(c, s)
	if err != nil {
		return err
	}
	built, err := ensureArtifact(c, s)
	if err != nil {
		return err
	}
	var reports []*conformance.Report
	for _, t := range chosen {
		report, err := conformOn(c, s, t, built.Module, suites, options)
		if err != nil {
			return err
		}
		if err := report.WriteText(s.out); err != nil {
			return err
		}
		reports = append(reports, report)
	}
	known, err := conformance.UpstreamDifferences()
	if err != nil {
		return err
	}
	digest := sha256.Sum256(built.Module)
	return finishConform(c, s, conformance.NewMatrix(hex.EncodeToString(digest[:]), c.String("shard"), reports, known))
}

// conformOn runs the suites on one target.
func conformOn(c *cli.Context, s streams, t conformTarget, module []byte, suites []conformance.Suite, options conformance.Options) (_ *conformance.Report, err error) {
	display := newDisplay(s.err)
	defer display.close()
	target, err := t.open(c, module, display)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	options.Timeout = min(options.Timeout, math.MaxInt64/t.slow) * t.slow
	var task progress.Task
	options.Progress = func(_, total int, _ *conformance.CaseReport) {
		if task == nil {
			task = display.Start("running tests on "+target.Name(), int64(total), progress.Items)
		}
		task.Add(1)
	}
	report, err := conformance.Run(c.Context, target, suites, options)
	if task != nil {
		task.End(err)
	}
	return report, err
}

func conformOptions(c *cli.Context) (conformance.Options, error) {
	options := conformance.Options{Filters: c.StringSlice("filter"), Jobs: c.Int("jobs"), Timeout: c.Duration("timeout"), Repeat: c.Int("repeat")}
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
