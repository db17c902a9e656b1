package library_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
)

// BenchmarkCall times Session.call in Node.js, with a guest on the thread at hand. Run it with
//
//	go test ./web/library -run '^$' -bench Call -benchtime 1x
func BenchmarkCall(b *testing.B) {
	built, err := artifact()
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	if err := source(b).Bundle(dir, "src/index.ts", "src/worker.ts"); err != nil {
		b.Fatal(err)
	}
	script, err := os.ReadFile(filepath.Join("testdata", "call.js"))
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "call.mjs"), script, 0o644); err != nil {
		b.Fatal(err)
	}
	node, err := npm.Executable("node")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		out, err := exec.CommandContext(b.Context(), node, filepath.Join(dir, "call.mjs"), built.path).Output()
		if err != nil {
			b.Fatal(err)
		}
		var p50 map[string]float64
		if err := json.Unmarshal(out, &p50); err != nil {
			b.Fatal(err)
		}
		for name, ns := range p50 {
			b.ReportMetric(ns, "p50-ns-"+name)
		}
	}
}
