package library_test

import (
	"context"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// startNode starts the library in Node.js; it ends with the test.
func startNode(t testing.TB) *library.Node {
	t.Helper()
	built, err := artifact()
	if err != nil {
		t.Fatal(err)
	}
	node, err := source(t).StartNode(context.Background(), built.module)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := node.Close(); err != nil {
			t.Error(err)
		}
	})
	return node
}
