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
	// peer tells that the engine is meant with --peers: everywhere, or where the engine beside is timed, too.
	peer   bool
	beside string
	// optional engines were not named: the report says why one is missing.
	optional bool
}

// ourEngines run our artifact.
var ourEngines = []string{"wazero", "go", "node", "chromium", "firefox"}

var allBenchEngines = append([]benchEngine{
	{name: "wazero", open: benchTarget("wazero", openWazero("wazero", false))},
	{name: "go", open: benchTarget("go", openTranslated)},
	{name: "node", open: benchTarget("node", openNode)},
	{name: "chromium", open: benchTarget("chromium", openBrowser("chromium"))},
	{name: "firefox", open: benchTarget("firefox", openBrowser("firefox"))},
	{name: "cpython", open: func(c *cli.Context, _ []byte, _ progress.Reporter) (bench.Engine, error) {
		return bench.CPython(c.String("python"))
	}},
	{name: "native", peer: true, open: func(c *cli.Context, _ []byte, _ progress.Reporter) (bench.Engine, error) {
		return bench.Native(c.String("micropython"))
	}},
}, benchPeers()...)

// benchPeers are others' engines, in Node.js and in browsers.
func benchPeers() []benchEngine {
	var found []benchEngine
	for _, name := range bench.Peers() {
		found = append(found, benchEngine{name: name, peer: true, open: func(c *cli.Context, _ []byte, report progress.Reporter) (bench.Engine, error) {
			dir, err := cacheDir(c)
			if err != nil {
				return nil, err
			}
			return bench.OpenPeer(c.Context, name, dir, report)
		}})
	}
	for _, browser := range []string{"chromium", "firefox"} {
		for _, name := range bench.PeersInPages() {
			found = append(found, benchEngine{name: bench.PeerInPage(name, browser), peer: true, beside: browser, open: func(c *cli.Context, _ []byte, report progress.Reporter) (bench.Engine, error) {
				dir, err := cacheDir(c)
				if err != nil {
					return nil, err
				}
				return bench.OpenPeerInPage(c.Context, name, browser, c.String(browser), dir, report)
			}})
		}
	}
	return found
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
	if c.Bool("peers") {
		for _, e := range allBenchEngines {
			if e.peer && !slices.Contains(seen, e.name) && (e.beside == "" || slices.Contains(seen, e.beside)) {
				e.optional = true
				chosen = append(chosen, e)
			}
		}
	}
	return chosen, nil
}

// openEngines opens engines, and notes in the report which optional ones are missing. Those that were opened are returned with an
// error too.
func openEngines(c *cli.Context, chosen []benchEngine, module []byte, found *bench.Report, report progress.Reporter) ([]bench.Engine, error) {
	var engines []bench.Engine
	for _, e := range chosen {
		engine, err := e.open(c, module, report)
		if err != nil && e.optional && c.Context.Err() == nil {
			found.Missing = append(found.Missing, bench.EngineReport{Name: e.name, Missing: err.Error()})
			continue
		}
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
