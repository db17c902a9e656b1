package sandbox_test

import (
	"context"
	"testing"
	"time"

	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// maxCallDepth is how many calls of the guest's functions may be under way at once, somewhat below the 2,000 after which wazero's
// interpreter, the strictest engine known, gives up.
const maxCallDepth = 1900

// callDepth counts the calls that are under way.
type callDepth struct{ now, most int }

var _ experimental.FunctionListener = (*callDepth)(nil)

func (c *callDepth) NewFunctionListener(api.FunctionDefinition) experimental.FunctionListener {
	return c
}

func (c *callDepth) Before(context.Context, api.Module, api.FunctionDefinition, []uint64, experimental.StackIterator) {
	c.now++
	c.most = max(c.most, c.now)
}

func (c *callDepth) After(context.Context, api.Module, api.FunctionDefinition, []uint64) { c.now-- }

func (c *callDepth) Abort(context.Context, api.Module, api.FunctionDefinition, error) { c.now-- }

// TestCallDepth runs the programs of TestDeepRecursion and counts how deep the guest's calls are nested: what grows a little with a
// change of compiler or flags is seen before it ends a program on some engine.
func TestCallDepth(t *testing.T) {
	depth := &callDepth{}
	e, err := sandbox.NewEngine(experimental.WithFunctionListenerFactory(context.Background(), depth), sandbox.EngineConfig{Artifact: testartifact.Bytes(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close(context.Background())
	cfg := sandbox.SessionConfig{MemoryLimitBytes: 64 << 20, Timeout: time.Minute}
	for name, source := range deep(t) {
		t.Run(name, func(t *testing.T) {
			*depth = callDepth{}
			if _, err := e.Run(context.Background(), sandbox.Program{Source: []byte(source)}, cfg); err != nil {
				t.Fatal(err)
			}
			t.Logf("%d calls deep", depth.most)
			if depth.most > maxCallDepth {
				t.Errorf("%d calls were under way at once, want at most %d: builder/transform.go makes frames larger", depth.most, maxCallDepth)
			}
		})
	}
}
