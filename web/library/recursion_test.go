package library_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// writeRecursion writes recursion.json for web/test/recursion.test.ts: programs that recur in each known way, and how
// they end in wazero. In V8 and elsewhere they are to end in the same exception at the same depth, on the engine's default
// stack, in workers too, and on the stack that a guest has which can be suspended.
func writeRecursion(t *testing.T, dir string) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "testdata", "recursion.txtar"))
	if err != nil || len(archive.Files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	type deep struct {
		Name         string        `json:"name"`
		Source       protocol.Text `json:"source"`
		Stdout       protocol.Text `json:"stdout"`
		Fuel         uint64        `json:"fuel"`
		MemorySHA256 string        `json:"memorySha256"`
	}
	var programs []deep
	for _, file := range archive.Files {
		source := "try:\n  " + strings.ReplaceAll(string(file.Data), "\n", "\n  ") + "\nexcept (RuntimeError, MemoryError, SyntaxError, ValueError) as e: print(type(e).__name__, e)"
		reports, memory := inGo(t, protocol.SessionOptions{Memory: 64 << 20}, programTexts(source))
		if reports[0].Outcome != protocol.Completed {
			t.Fatalf("%s: got %s, want a program that catches an exception", file.Name, reports[0].Outcome)
		}
		programs = append(programs, deep{file.Name, protocol.Text(source), reports[0].Stdout, reports[0].Used.Fuel, memory})
	}
	data, err := json.Marshal(programs)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "recursion.json"), data, 0o644); err != nil {
		t.Fatal(err)
	}
}
