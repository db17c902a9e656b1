package sandbox_test

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

//go:embed testdata/selves.py
var selves []byte

// Every method of every built-in type is called with every kind of self, in every way that a program has.
func TestEveryMethodChecksItsSelf(t *testing.T) {
	const parts = 4
	e := engine(t, false)
	var reached, calls int
	for part := range parts {
		ctx := context.Background()
		s, err := e.NewSession(ctx, sandbox.SessionConfig{MemoryLimitBytes: 32 << 20, Timeout: 5 * time.Minute, OutputLimitBytes: 64 << 20})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close(ctx)
		source := fmt.Sprintf("PARTS = %d\nPART = %d\n%s", parts, part, selves)
		o, err := s.Run(ctx, sandbox.Program{Source: []byte(source), NoValue: true})
		if err != nil || o.Kind != protocol.Completed {
			t.Fatalf("part %d: got %s %s (%+v, %v), %v", part, o.Kind, o.Limit, o.Error, o.Trap, err)
		}
		var types, more, made int
		if _, err := fmt.Sscan(lastLine(o.Stdout), &types, &more, &made); err != nil || types < 50 {
			t.Fatalf("part %d: got %q, want three numbers", part, lastLine(o.Stdout))
		}
		reached, calls = reached+more, calls+made
	}
	if reached < 2000 || calls < 500000 {
		t.Errorf("made %d calls of %d methods, want more", calls, reached)
	}
	t.Logf("%d calls of %d methods", calls, reached)
}

// What a program prints on its way is the methods' matter.
func lastLine(output []byte) string {
	lines := bytes.Split(bytes.TrimSpace(output), []byte("\n"))
	return string(lines[len(lines)-1])
}
