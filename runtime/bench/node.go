package bench

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// nodeRows give costs in Node.js the names that they have elsewhere.
var nodeRows = map[string]string{"first session": "session, the first", "first output": "run, the first"}

// NodeCosts measures starting our library in Node.js, each time in a new process.
func NodeCosts(ctx context.Context, source library.Source, artifact []byte) (_ []Cost, err error) {
	node, err := npm.Executable("node")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "mpwasm-bench-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for Node.js: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	module := filepath.Join(dir, "micropython.wasm")
	err = errors.Join(source.Bundle(dir, "src/index.ts", "src/worker.ts"), os.WriteFile(module, artifact, 0o644), os.CopyFS(dir, drivers),
		os.WriteFile(filepath.Join(dir, "package.json"), []byte(`{"type": "module"}`), 0o644))
	if err != nil {
		return nil, fmt.Errorf("preparing Node.js: %w", err)
	}
	all := make(map[string][]int64)
	for range costSamples {
		cmd := exec.CommandContext(ctx, node, filepath.Join(dir, "drivers", "start.mjs"), dir, module)
		cmd.Stderr = new(tail)
		out, err := cmd.Output()
		var times map[string][]int64
		if err == nil {
			err = json.Unmarshal(out, &times)
		}
		if err != nil {
			return nil, fmt.Errorf("timing the start in Node.js: %w\n%s", err, cmd.Stderr.(*tail).text())
		}
		for name, values := range times {
			all[name] = append(all[name], values...)
		}
	}
	var costs []Cost
	for _, name := range slices.Sorted(maps.Keys(all)) {
		row := name
		if other, ok := nodeRows[name]; ok {
			row = other
		}
		costs = append(costs, Cost{row, "node", Nanoseconds, all[name]})
	}
	return costs, nil
}
