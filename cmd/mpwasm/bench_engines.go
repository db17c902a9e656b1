package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/runtime/bench"
)

// benchEngine is a value of --engine.
type benchEngine struct {
	name string
	open func(c *cli.Context, module []byte, report progress.Reporter) (bench.Engine, error)
}

// ourEngines run our artifact.
var ourEngines = []string{"wazero", "node", "chromium", "firefox"}

var allBenchEngines = []benchEngine{
	{"wazero", benchTarget("wazero", openWazero("wazero", false))},
	{"node", benchTarget("node", openNode)},
	{"chromium", benchTarget("chromium", openBrowser("chromium"))},
	{"firefox", benchTarget("firefox", openBrowser("firefox"))},
	{"cpython", func(c *cli.Context, _ []byte, _ progress.Reporter) (bench.Engine, error) {
		return bench.CPython(c.String("python"))
	}},
}

func benchEngineNames() []string {
	var names []string
	for _, e := range allBenchEngines {
		names = append(names, e.name)
	}
	return names
}

// benchEngines reads --engine.
func benchEngines(c *cli.Context) ([]benchEngine, error) {
	var chosen []benchEngine
	var seen []string
	for _, name := range strings.Split(c.String("engine"), ",") {
		i := slices.Index(benchEngineNames(), name)
		switch {
		case i < 0:
			return nil, fmt.Errorf("--engine %s: expected some of %s", name, strings.Join(benchEngineNames(), ", "))
		case slices.Contains(seen, name):
			return nil, fmt.Errorf("--engine %s is named twice", name)
		}
		seen = append(seen, name)
		chosen = append(chosen, allBenchEngines[i])
	}
	return chosen, nil
}

// openEngines opens engines. Those that were opened are returned with an error too.
func openEngines(c *cli.Context, chosen []benchEngine, module []byte, report progress.Reporter) ([]bench.Engine, error) {
	var engines []bench.Engine
	for _, e := range chosen {
		engine, err := e.open(c, module, report)
		if err != nil {
			return engines, err
		}
		engines = append(engines, engine)
	}
	return engines, nil
}

// benchTarget makes an engine of a target of conform's.
func benchTarget(name string, open targetOpener) func(*cli.Context, []byte, progress.Reporter) (bench.Engine, error) {
	return func(c *cli.Context, module []byte, report progress.Reporter) (bench.Engine, error) {
		target, err := open(c, module, report)
		if err != nil {
			return nil, err
		}
		return bench.FromTarget(target, name, ""), nil
	}
}
