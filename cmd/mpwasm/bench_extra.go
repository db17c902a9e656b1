package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/runtime/bench"
)

// maxModuleBytes bounds an artifact that is read.
const maxModuleBytes = 256 << 20

// benchBefore finds the artifact that --compare means: none without it.
func benchBefore(c *cli.Context) ([]byte, error) {
	name := c.String("compare")
	if name == "" {
		if c.String("before") != "" {
			return nil, errors.New("--before: it is for --compare")
		}
		return nil, nil
	}
	data, err := readFile(c.Context, name, maxReportBytes)
	if err != nil {
		return nil, fmt.Errorf("reading a report: %w", err)
	}
	report, err := bench.ReadReport(name, data)
	if err != nil {
		return nil, err
	}
	dir, err := cacheDir(c)
	if err != nil {
		return nil, err
	}
	candidates, err := filepath.Glob(filepath.Join(dir, "artifacts", "*", "micropython.wasm"))
	if err != nil {
		return nil, err
	}
	if given := c.String("before"); given != "" {
		candidates = []string{given}
	}
	for _, file := range candidates {
		if info, err := os.Stat(file); err != nil || info.Size() != int64(report.Artifact.Bytes) {
			continue
		}
		module, err := readFile(c.Context, file, maxModuleBytes)
		if err != nil {
			return nil, fmt.Errorf("reading an artifact: %w", err)
		}
		if artifactOf(module) == report.Artifact {
			return module, nil
		}
	}
	return nil, fmt.Errorf("--compare %s: artifact %.12s is neither in the cache nor named by --before; build it again from its commit, with build --out", name, report.Artifact.SHA256)
}

// openBefore opens our engines once more, on the older artifact.
func openBefore(c *cli.Context, chosen []benchEngine, module []byte, report progress.Reporter) ([]bench.Engine, error) {
	var engines []bench.Engine
	if module == nil {
		return nil, nil
	}
	for _, e := range chosen {
		if !slices.Contains(ourEngines, e.name) {
			continue
		}
		engine, err := e.open(c, module, report)
		if err != nil {
			return engines, err
		}
		engines = append(engines, bench.Renamed(engine, e.name+bench.BeforeSuffix))
	}
	return engines, nil
}

// measureCosts measures what is paid beside running, on the engines that were chosen.
func measureCosts(c *cli.Context, chosen []benchEngine, engines []bench.Engine, module []byte, report progress.Reporter) (costs []bench.Cost, err error) {
	task := report.Start("measuring costs", int64(len(chosen)), progress.Items)
	defer func() { task.End(err) }()
	dir, err := cacheDir(c)
	if err != nil {
		return nil, err
	}
	for _, e := range chosen {
		if !slices.ContainsFunc(engines, func(open bench.Engine) bool { return open.Name() == e.name }) {
			continue // it is missing
		}
		found, err := costsOf(c, e, module, dir, report)
		if err != nil {
			return nil, err
		}
		costs = append(costs, found...)
		task.Add(1)
	}
	for _, e := range engines {
		if slices.Contains([]string{"wazero", "go", "node"}, e.Name()) {
			found, err := bench.ImportCosts(c.Context, e)
			if err != nil {
				return nil, err
			}
			costs = append(costs, found...)
		}
	}
	return costs, nil
}

// costsOf measures the start of one engine, and its size.
func costsOf(c *cli.Context, e benchEngine, module []byte, dir string, report progress.Reporter) ([]bench.Cost, error) {
	switch e.name {
	case "wazero":
		self, err := os.Executable()
		if err != nil {
			return nil, err
		}
		process, err := bench.ProcessCost(c.Context, "process to first output", e.name, self, "--"+cacheFlag, dir, "run", "-c", "print(1 + 1)")
		if err != nil {
			return nil, err
		}
		inside, err := bench.WazeroCosts(c.Context, module)
		return append([]bench.Cost{process}, inside...), err
	case "node":
		source, remove, err := unpackLibrary(c, report)
		if err != nil {
			return nil, err
		}
		defer remove() //nolint:errcheck // a temporary folder
		costs, err := bench.NodeCosts(c.Context, source, module)
		return append(costs, bench.WireCosts(e.name, module)...), err
	case "chromium", "firefox":
		return nil, nil // what a page takes is measured by the playground's tests
	case "go":
		return nil, nil // its engine lives in the program that embeds it, which is built for this run: opening it says nothing
	}
	cost, err := bench.OpenCost(c.Context, e.name, func() (bench.Engine, error) { return e.open(c, nil, progress.Discard) })
	if err != nil {
		return nil, err
	}
	files, err := bench.PeerFiles(c.Context, e.name, dir, report)
	if err != nil || files == nil {
		return []bench.Cost{cost}, err
	}
	return append([]bench.Cost{cost}, bench.WireCosts(e.name, files...)...), nil
}

func measureGrowth(c *cli.Context, engines []bench.Engine, report progress.Reporter) (growth []bench.Growth, err error) {
	task := report.Start("measuring growth", int64(bench.GrowthSteps(len(engines))), progress.Items)
	defer func() { task.End(err) }()
	return bench.TimeGrowth(c.Context, engines, c.Duration("timeout"), func() { task.Add(1) })
}
