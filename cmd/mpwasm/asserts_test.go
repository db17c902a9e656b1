package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// openAsserting builds the artifact with assertions, and with a module that makes them fail.
func openAsserting(t *testing.T) *sandbox.Engine {
	t.Helper()
	result, err := builder.Build(t.Context(), builder.Config{
		CacheDir: testCacheDir(), Asserts: true, CModules: []string{filepath.Join("..", "..", "testdata", "badmodule")},
	})
	if err != nil {
		t.Fatal(err)
	}
	engine, err := sandbox.NewEngine(t.Context(), sandbox.EngineConfig{Artifact: result.Module})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { engine.Close(context.Background()) })
	return engine
}

// assertsSample is the part of the suites that runs with assertions when not all of it does: the build for this machine checks them as well, on all.
var assertsSample = conformance.Shard{Index: 1, Count: 4}

// TestAsserts runs upstream's suite and ours on the build with assertions: none fails. What a module does that lies to the VM is
// found. It takes every fourth test, or all if MPWASM_TEST_FULL is set.
func TestAsserts(t *testing.T) {
	engine := openAsserting(t)
	t.Run("suites", func(t *testing.T) {
		ours, err := conformance.NewFolder(filepath.Join("..", "..", "testdata", "python"))
		if err != nil {
			t.Fatal(err)
		}
		shard := assertsSample
		if os.Getenv(fullEnv) != "" {
			shard = conformance.Shard{}
		}
		target := conformance.NewWazero(engine, "asserts")
		report, err := conformance.Run(t.Context(), target, []conformance.Suite{upstreamSuiteOf(t), ours}, conformance.Options{Shard: shard, Timeout: stressTimeout})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range report.Cases {
			if c.Outcome == protocol.Trapped || c.Verdict == conformance.HostError {
				t.Errorf("%s/%s: %s", c.Suite, c.Name, c.Reason)
			}
		}
		t.Logf("%d tests", len(report.Cases))
	})
	for call, want := range map[string]string{
		"bad.address()":       "where it points is no object",
		"bad.type()":          "its type is no type",
		"bad.list()":          "more items than places",
		"bad.assertion(5)":    "value ==",
		"bad.assertion(None)": "",
	} {
		t.Run(call, func(t *testing.T) {
			o, err := engine.Run(t.Context(), sandbox.Program{Source: []byte("import bad\nx = " + call)}, sandbox.SessionConfig{})
			if err != nil {
				t.Fatal(err)
			}
			if want == "" {
				if o.Kind != protocol.Completed {
					t.Errorf("it %s: %s", o.Kind, o.Stderr)
				}
			} else if o.Kind != protocol.Trapped || !strings.Contains(string(o.Stderr), want) {
				t.Errorf("it %s and wrote %q, expected a trap and %q", o.Kind, o.Stderr, want)
			}
		})
	}
}
