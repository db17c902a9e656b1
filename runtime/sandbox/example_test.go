package sandbox_test

import (
	"context"
	"errors"
	"expvar"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// newEngine is what a program does once, at its start. The artifact is the file that `mpwasm build` writes; without it, the
// engine takes the one that is embedded, or the one in the cache.
func newEngine(ctx context.Context) *sandbox.Engine {
	module, err := testartifact.Module()
	if err != nil {
		log.Fatal(err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		log.Fatal(err)
	}
	engine, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{
		Artifact:        module,
		CompileCacheDir: filepath.Join(cache, "mpwasm", "wazero"),
	})
	if err != nil {
		log.Fatal(err)
	}
	return engine
}

// A program runs in a session of its own, gets variables, and gives the value of its last expression.
func Example() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)

	outcome, err := engine.Run(ctx, sandbox.Program{
		Source: []byte("print('hello', name)\n[n * n for n in numbers]"),
		Inputs: map[string]any{"name": "Ada", "numbers": []int{1, 2, 3}},
	}, sandbox.SessionConfig{})
	if err != nil {
		log.Fatal(err) // trouble of the host
	}
	fmt.Printf("%s, printed %q, value %v\n", outcome.Kind, outcome.Stdout, outcome.Value)
	// Output: completed, printed "hello Ada\n", value [1 4 9]
}

// Limits end any program. That, an exception and an exit status are results, not errors.
func Example_limits() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)

	limits := sandbox.SessionConfig{
		MemoryLimitBytes: 4 << 20,
		FuelLimit:        1_000_000,
		Timeout:          10 * time.Second,
		OutputLimitBytes: 64 << 10,
	}
	for _, source := range []string{
		"while True: pass",
		"while True: print('spam')",
		"bytearray(10**9)",
		"import sys; sys.exit(3)",
		"1/0",
	} {
		outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte(source)}, limits)
		if err != nil {
			log.Fatal(err)
		}
		switch outcome.Kind {
		case protocol.Limited:
			fmt.Println("limited:", outcome.Limit)
		case protocol.Raised:
			fmt.Printf("raised: %s in line %d\n", outcome.Error.Type, outcome.Error.Line)
		case protocol.Exited:
			fmt.Println("exited:", outcome.ExitStatus)
		}
	}
	// Output:
	// limited: fuel
	// limited: output
	// raised: MemoryError in line 1
	// exited: 3
	// raised: ZeroDivisionError in line 1
}

// Programs call Go functions by names, of their own or of modules.
func Example_hostFunctions() {
	type options struct {
		MaxRows int // max_rows in Python
	}
	users := map[string]int{"ada": 36, "bob": 7}
	functions := []hostcall.Function{
		hostcall.Func("db.age", func(ctx context.Context, name string) (int, error) {
			age, ok := users[name]
			if !ok {
				return 0, hostcall.Raisef("KeyError", "no user %s", name)
			}
			return age, nil
		}),
		hostcall.Func("db.names", func(o options) []string {
			return []string{"ada", "bob"}[:min(o.MaxRows, 2)]
		}),
	}
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte(`
import db
try:
    db.age("eve")
except KeyError as e:
    print("caught:", e)
[db.age(name) for name in db.names(max_rows=2)]
`)}, sandbox.SessionConfig{Functions: functions})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s%v\n", outcome.Stdout, outcome.Value)
	// Output:
	// caught: 'no user eve'
	// [36 7]
}

// A session keeps what programs set, until it is reset.
func ExampleSession() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	session, err := engine.NewSession(ctx, sandbox.SessionConfig{})
	if err != nil {
		log.Fatal(err)
	}
	defer session.Close(ctx)

	for _, source := range []string{"x = 20", "x + 1", "reset", "x"} {
		if source == "reset" {
			if err := session.Reset(); err != nil {
				log.Fatal(err)
			}
			continue
		}
		outcome, err := session.Run(ctx, sandbox.Program{Source: []byte(source)})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(outcome.Kind, outcome.Value)
	}
	// Output:
	// completed <nil>
	// completed 21
	// raised <nil>
}

// What a program gets is granted by name: arguments, input, files, time, randomness.
func Example_grants() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	output := new(strings.Builder) // any io.Writer: it gets the output as it is written
	_, err := engine.Run(ctx, sandbox.Program{Source: []byte(`
import os, sys, time
print(sys.argv[1:], os.getenv("LANGUAGE"), time.gmtime()[:3], input())
import greeting
print(greeting.text, os.listdir("/lib"))
`)}, sandbox.SessionConfig{
		Args:       []string{"program", "-v"},
		Env:        []string{"LANGUAGE=en"},
		Stdin:      strings.NewReader("a line\n"),
		Stdout:     output,
		Stderr:     io.Discard,
		Seed:       42,
		ClockStart: time.Date(2030, 5, 17, 0, 0, 0, 0, time.UTC),
		Path:       []string{"/lib"},
		Mounts:     []sandbox.Mount{{GuestPath: "/lib", FS: fstest.MapFS{"greeting.py": {Data: []byte("text = 'hi'")}}}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(output)
	// Output:
	// ['-v'] en (2030, 5, 17) a line
	// hi ['greeting.py']
}

// An error tells what of the host is in trouble.
func Example_errors() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	broken := hostcall.Func("lookup", func(key string) string { panic("index out of date") })
	_, err := engine.Run(ctx, sandbox.Program{Source: []byte("lookup('x')")}, sandbox.SessionConfig{Functions: []hostcall.Function{broken}})
	var panicked *hostcall.PanicError
	if errors.As(err, &panicked) {
		fmt.Println(panicked.Function, "panicked:", panicked.Value)
	}
	_, err = engine.Run(ctx, sandbox.Program{}, sandbox.SessionConfig{Clock: "fast"})
	fmt.Println(errors.Is(err, sandbox.ErrInvalidConfig), err)
	// Output:
	// lookup panicked: index out of date
	// true invalid configuration: clock "fast": expected "fixed" or "real"
}

// poolVars shows a pool's metrics in expvar.
type poolVars struct{ acquired, gaveUp, lost expvar.Int }

func (v *poolVars) Acquired(waited time.Duration, warm bool) { v.acquired.Add(1) }
func (v *poolVars) GaveUp(waited time.Duration)              { v.gaveUp.Add(1) }
func (v *poolVars) Released(lent time.Duration, kept bool) {
	if !kept {
		v.lost.Add(1)
	}
}

// A service keeps guests warm and lends them; what one user's program leaves, no other's finds.
func ExamplePool() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	metrics := new(poolVars) // publish them with expvar.Publish
	pool, err := engine.NewPool(ctx, sandbox.PoolConfig{Size: 4, Warm: 1, Metrics: metrics})
	if err != nil {
		log.Fatal(err)
	}
	defer pool.Close(ctx)
	for _, user := range []string{"ada", "bob"} {
		whoami := hostcall.Func("whoami", func() string { return user })
		source := "seen = 'user' in globals()\nuser = whoami()\n(user, seen)"
		outcome, err := pool.Run(ctx, sandbox.Program{Source: []byte(source)}, sandbox.SessionConfig{
			Functions: []hostcall.Function{whoami},
			FuelLimit: 1_000_000,
		})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(outcome.Value)
	}
	fmt.Println(metrics.acquired.Value(), "lent,", pool.Stats().Idle, "idle")
	// Output:
	// [ada false]
	// [bob false]
	// 2 lent, 1 idle
}

// A script of somebody's runs its top level once; each request then calls a function of it, and finds nothing of other requests.
func ExampleEngine_Compile() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	script := `
rates = {"EU": 0.21, "US": 0.07}
seen = []

def quote(price, region="EU"):
    seen.append(region)
    return {"total": round(price * (1 + rates[region]), 2), "seen": seen}
`
	compiled, outcome, err := engine.Compile(ctx, sandbox.Program{Name: "pricing.py", Source: []byte(script)}, sandbox.SessionConfig{FuelLimit: 1_000_000})
	if err != nil || compiled == nil {
		log.Fatal(err, outcome.Error)
	}
	defer compiled.Close(ctx)
	for _, region := range []string{"EU", "US", "Mars"} {
		outcome, err := compiled.Call(ctx, "quote", []any{100}, map[string]any{"region": region})
		switch {
		case err != nil:
			log.Fatal(err)
		case outcome.Error != nil:
			fmt.Println(outcome.Error.Type, outcome.Error.Message, "in line", outcome.Error.Line)
		default:
			fmt.Println(outcome.Value)
		}
	}
	// Output:
	// [{total 121} {seen [EU]}]
	// [{total 107} {seen [US]}]
	// KeyError 'Mars' in line 7
}

// A host function that answers later pauses the run. It is stored, and gone on with elsewhere: nothing is called or printed twice.
func Example_pause() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	cfg := sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("approve", func(what string) error {
			fmt.Println("asked to approve:", what)
			return hostcall.ErrPause
		}),
	}}
	outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte(`
print("before")
try:
    allowed = approve("a payment of 10")
except PermissionError as e:
    allowed = str(e)
print("after")
allowed
`)}, cfg)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s, printed %q\n", outcome.Kind, outcome.Stdout)
	stored, err := outcome.Paused.MarshalBinary()
	if err != nil {
		log.Fatal(err)
	}
	if err := outcome.Paused.Drop(ctx); err != nil { // this process is over, as it were
		log.Fatal(err)
	}

	paused, err := engine.RestorePaused(ctx, stored, cfg)
	if err != nil {
		log.Fatal(err)
	}
	defer paused.Session().Close(ctx)
	fmt.Println("waits for:", paused.Pending().Call.Function, paused.Pending().Call.Args)
	outcome, err = paused.Resume(ctx, nil, hostcall.Raise("PermissionError", "not today"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s, printed %q, value %q\n", outcome.Kind, outcome.Stdout, outcome.Value)
	// Output:
	// asked to approve: a payment of 10
	// paused, printed "before\n"
	// waits for: approve [a payment of 10]
	// completed, printed "after\n", value "not today"
}

// A host function that calls back, and an object that is held between runs.
func ExampleSessionConfig_handles() {
	ctx := context.Background()
	engine, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{})
	if err != nil {
		log.Fatal(err)
	}
	defer engine.Close(ctx)

	session, err := engine.NewSession(ctx, sandbox.SessionConfig{
		HandleLimit: 100,
		Functions: []hostcall.Function{hostcall.Func("each", func(ctx context.Context, items []any, f *hostcall.Handle) (_ []any, err error) {
			for i, item := range items {
				if items[i], err = f.Call(ctx, []any{item}, nil); err != nil {
					return nil, err
				}
			}
			return items, nil
		})},
	})
	if err != nil {
		log.Fatal(err)
	}
	defer session.Close(ctx)
	outcome, err := session.Run(ctx, sandbox.Program{Source: []byte(`
def countdown(n):
    while n:
        yield n
        n -= 1
print(each([1, 2, 3], lambda n: n * n))
countdown(3)
`)})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s", outcome.Stdout)
	held := outcome.Value.(*hostcall.Handle)
	defer held.Close()
	fmt.Println(held.Type())
	for n, err := range held.All(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(n)
	}
	// Output:
	// [1, 4, 9]
	// generator
	// 3
	// 2
	// 1
}

// A run is followed, forwards and back: what a variable was, and where it became that.
func ExampleSession_Trace() {
	ctx := context.Background()
	engine := newEngine(ctx)
	defer engine.Close(ctx)
	session, err := engine.NewSession(ctx, sandbox.SessionConfig{})
	if err != nil {
		log.Fatal(err)
	}
	defer session.Close(ctx)
	trace, err := session.Trace(ctx, sandbox.Program{Name: "sum.py", Source: []byte("total = 0\nfor n in range(5):\n    total += n\nprint(total)\n")})
	if err != nil {
		log.Fatal(err)
	}
	defer trace.Close(ctx)
	trace.SetBreakpoints("sum.py", 4)
	for _, stride := range []sandbox.Stride{sandbox.Continue, sandbox.StepBack, sandbox.StepBack, sandbox.Continue, sandbox.StepIn} {
		moment, err := trace.Step(ctx, stride)
		if err != nil {
			log.Fatal(err)
		}
		if moment.Ended {
			stdout, _ := trace.Output()
			fmt.Printf("%s: the end: %s", stride, stdout)
			continue
		}
		total, err := trace.Evaluate(ctx, 0, "total")
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: line %d, total is %s\n", stride, moment.Line, total.Text)
	}
	// Output:
	// continue: line 4, total is 10
	// back: line 2, total is 10
	// back: line 3, total is 6
	// continue: line 4, total is 10
	// in: the end: 10
}
