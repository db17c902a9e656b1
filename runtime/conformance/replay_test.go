package conformance

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// recordedPrograms do what a recording must hold: calls, input, a real clock, files, random numbers, handles, and each kind of end.
var recordedPrograms = map[string]string{
	"all.rec":     "import random, time, os\nprint(ask([1, 2.5, b'x']), input('? '), random.random(), time.time() > 0, os.getenv('A'))\ntime.sleep(0.01)\nopen('/tmp/f', 'w').write('kept')\nprint('err', file=__import__('sys').stderr)\n(1, {'a': ask('x')})",
	"raised.rec":  "def f(n): return 1 / n\nf(0)",
	"exited.rec":  "raise SystemExit(3)",
	"limited.rec": "while True: pass",
	"awaited.rec": "import asyncio\nasync def main(): return await asyncio.gather(later(1), later(2), return_exceptions=True)\nprint(asyncio.run(main()))",
	"handles.rec": "print(ask(lambda x: x * 2))\nask",
	"stuck.rec":   "'x'.join(str(i) for i in iter(int, 1))",
}

// TestRecordingsAsTests has recordings for tests: they come out as they were recorded, in Go and in Node.js.
func TestRecordingsAsTests(t *testing.T) {
	dir := t.TempDir()
	straight := openWazero(t)
	for name, source := range recordedPrograms {
		var recorded bytes.Buffer
		cfg := sandbox.SessionConfig{Record: &recorded, Clock: sandbox.RealClock, Seed: 3, FuelLimit: 500_000, Env: []string{"A=b"}, Stdin: strings.NewReader("in\n"), Functions: []hostcall.Function{
			hostcall.RawFunc("ask", func(_ context.Context, call hostcall.Call) (any, error) { return len(call.Args), nil }),
			hostcall.Func("later", func(n int) (int, error) {
				if n == 2 {
					return 0, errors.New("no")
				}
				return n, nil
			}).Awaitable(),
		}}
		if name == "handles.rec" {
			cfg.HandleLimit = 5
		}
		if _, err := straight.engine.Run(t.Context(), sandbox.Program{Name: name, Source: []byte(source)}, cfg); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), recorded.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	folder, err := NewFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	cases, err := folder.Cases(t.Context(), straight)
	if err != nil || len(cases) != len(recordedPrograms) {
		t.Fatal(err, len(cases))
	}
	_, node := openNode(t)
	for _, c := range cases {
		for _, target := range []Target{straight, node} {
			result, err := target.Run(t.Context(), c.Program)
			if err != nil {
				t.Errorf("%s in %s: %v", c.Name, target.Name(), err)
				continue
			}
			judgement, err := c.Judge(t.Context(), result)
			if err != nil || judgement.Kind != JudgedPass || result.MemorySHA256 == "" {
				t.Errorf("%s in %s: %v, %+v", c.Name, target.Name(), err, judgement)
			}
		}
		compareRuns(t, c, straight, node)
	}
}

// TestRecordingsOfEitherHost has each host record, and the other have that again: their end is the same.
func TestRecordingsOfEitherHost(t *testing.T) {
	straight := openWazero(t)
	_, node := openNode(t)
	request := protocol.Request{Op: protocol.OpRun, Session: protocol.SessionOptions{Record: true, TestFunctions: true, Fuel: 500_000, Seed: 3, Env: []string{"A=é"}, Stdin: protocol.Text("in\n")}}
	for _, source := range []string{
		"import random, sys\nprint(echo([1, 2.5, b'x']), input('? '), random.random())\nprint('err', file=sys.stderr)\nopen('/tmp/f', 'w').write('kept')",
		"import host\nhost.fail('ValueError', 'no')", "raise SystemExit(3)", "while True: pass", "sum(range(10**9))", "(1, {'a': 2.5}, 10**30)",
	} {
		request.Programs = append(request.Programs, protocol.ProgramText{Source: protocol.Text(source)})
	}
	var recorded [2]protocol.Response
	for i, h := range []host{straight, node} {
		var err error
		if recorded[i], err = h.ask(t.Context(), request); err != nil || len(recorded[i].Outcomes) != len(request.Programs) || len(recorded[i].Recording) == 0 {
			t.Fatalf("host %d: %v, %d outcomes, recordings of %d bytes", i, err, len(recorded[i].Outcomes), len(recorded[i].Recording))
		}
	}
	for i, h := range []host{node, straight} {
		again, err := h.ask(t.Context(), protocol.Request{Op: protocol.OpReplay, Recording: recorded[i].Recording})
		if err != nil || len(again.Differences) > 0 || len(again.Outcomes) != len(request.Programs) || again.MemorySHA256 != recorded[i].MemorySHA256 {
			t.Errorf("what host %d recorded: %v, %v, %d outcomes", i, err, again.Differences, len(again.Outcomes))
		}
	}
}
