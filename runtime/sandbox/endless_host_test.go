package sandbox_test

import (
	"context"
	"testing"
	"testing/fstest"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// TestImportThatNeverEnds ends the import of a module whose code goes on for ever.
func TestImportThatNeverEnds(t *testing.T) {
	cfg := sandbox.SessionConfig{
		Timeout: 50 * time.Millisecond,
		Mounts:  []sandbox.Mount{{GuestPath: "/lib", FS: fstest.MapFS{"forever.py": {Data: []byte("print('begun')\nwhile True: pass\n")}}}},
		Path:    []string{"/lib"},
	}
	for _, source := range []string{"import forever", "try:\n  import forever\nexcept BaseException: pass", "while True:\n  __import__('forever')"} {
		o := endAndGoOn(t, engine(t, false), context.Background(), cfg, "state = 'of the run'\n"+source)
		if o.Kind != protocol.Limited || o.Limit != protocol.DeadlineLimit {
			t.Errorf("%s: got %s %s, want the deadline (%+v)", source, o.Kind, o.Limit, o.Error)
		}
	}
}

// TestHostFunctionThatNeverReturns ends a run whose host function waits for its context alone.
func TestHostFunctionThatNeverReturns(t *testing.T) {
	entered := func() {}
	forever := hostcall.Func("forever", func(ctx context.Context) error {
		entered()
		<-ctx.Done()
		return context.Cause(ctx)
	})
	const source = "print('begun')\nstate = 'of the run'\nwhile True:\n  try: forever()\n  except BaseException: pass"
	cfg := sandbox.SessionConfig{Functions: []hostcall.Function{forever}, Timeout: 50 * time.Millisecond, CountHostTime: true}
	if o := endAndGoOn(t, engine(t, false), context.Background(), cfg, source); o.Kind != protocol.Limited || o.Limit != protocol.DeadlineLimit {
		t.Errorf("with a timeout got %s %s, want the deadline (%+v)", o.Kind, o.Limit, o.Error)
	}
	cfg.Timeout = 0
	ctx, cancel := context.WithCancel(context.Background())
	entered = cancel
	if o := endAndGoOn(t, engine(t, false), ctx, cfg, source); o.Kind != protocol.Cancelled {
		t.Errorf("with a cancelled context got %s %s, want cancelled (%+v)", o.Kind, o.Limit, o.Error)
	}
}
