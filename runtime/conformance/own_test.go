package conformance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// ownSuite is the suite of this repository.
var ownSuite = filepath.Join("..", "..", "testdata", "conformance")

func openWazero(t *testing.T) *Wazero {
	t.Helper()
	engine, err := sandbox.NewEngine(t.Context(), sandbox.EngineConfig{Artifact: testartifact.Bytes(t), CompileCacheDir: testartifact.CompileCache(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := engine.Close(t.Context()); err != nil {
			t.Error(err)
		}
	})
	return NewWazero(engine, "wazero")
}

// openNode is the library, and a target of Node.js that has it.
func openNode(t *testing.T) (library.Source, *Node) {
	t.Helper()
	source, err := library.Unpack(t.Context(), filepath.Join(t.TempDir(), "library"), testartifact.CacheDir(t), progress.Discard)
	if err != nil {
		t.Fatal(err)
	}
	node := NewNode(source, testartifact.Bytes(t), 1)
	t.Cleanup(func() {
		if err := node.Close(); err != nil {
			t.Error(err)
		}
	})
	return source, node
}

// TestOwnSuite runs our own suite; with -update, what comes of it becomes what is expected.
func TestOwnSuite(t *testing.T) {
	folder, err := NewFolder(ownSuite)
	if err != nil {
		t.Fatal(err)
	}
	target := openWazero(t)
	if *update {
		writeExpectations(t, target, folder)
	}
	report, err := Run(t.Context(), target, []Suite{folder}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range report.Unexpected() {
		t.Error(c.text("wazero"))
	}
}

// writeExpectations writes what comes of each script into it.
func writeExpectations(t *testing.T, target Target, folder *Folder) {
	t.Helper()
	cases, err := folder.Cases(t.Context(), target)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if !strings.HasSuffix(c.Name, scriptSuffix) {
			continue
		}
		result, err := target.Run(t.Context(), c.Program)
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		file := filepath.Join(ownSuite, filepath.FromSlash(c.Name))
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := parseScript(text)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, s.withExpected(s.transcript(result.Reports)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
