package library_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// TestDeepRecursion checks that recursion of each known kind ends in the same exception at the same depth as in wazero:
// on Node.js's main thread, whose stack is as large as V8 has it by default in a page and its workers (984 KiB), and in a
// worker thread with as much.
func TestDeepRecursion(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "testdata", "recursion.txtar"))
	if err != nil || len(archive.Files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	node := startNode(t)
	for _, thread := range []string{"here", "worker"} {
		for _, file := range archive.Files {
			t.Run(thread+"/"+file.Name, func(t *testing.T) {
				source := "try:\n  " + strings.ReplaceAll(string(file.Data), "\n", "\n  ") + "\nexcept (RuntimeError, MemoryError, SyntaxError, ValueError) as e: print(type(e).__name__, e)"
				got := compare(t, node, protocol.SessionOptions{Memory: 64 << 20, Thread: thread}, source, "'still there'")
				if got[0].Outcome != protocol.Completed {
					t.Errorf("got %s, want a program that catches an exception", got[0].Outcome)
				}
			})
		}
	}
}
