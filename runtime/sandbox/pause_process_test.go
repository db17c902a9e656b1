package sandbox_test

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

var pausedRuns = flag.Int("paused-runs", 5, "how many runs TestPausedRunsOutliveTheirProcess pauses")

// pausedRunsDir is the variable that tells a process of this test where to store runs, and to be killed then.
const pausedRunsDir = "MPWASM_TEST_PAUSED_RUNS"

// orderProgram asks twice: what is asked first must not be asked again when the run is gone on with.
const orderProgram = "print('order', number)\na = approve('first', number)\nb = approve('second', number)\n[number, a, b]"

// orders offers approve, which writes down what it is asked, and answers later.
func orders(asked func(what string, number int)) sandbox.SessionConfig {
	return sandbox.SessionConfig{Functions: []hostcall.Function{hostcall.Func("approve", func(what string, number int) error {
		asked(what, number)
		return hostcall.ErrPause
	})}}
}

// TestPausedRunsOutliveTheirProcess pauses runs in a process that is killed, and goes on with all of them in this one: none is lost,
// and no function is called twice with the same.
func TestPausedRunsOutliveTheirProcess(t *testing.T) {
	if dir := os.Getenv(pausedRunsDir); dir != "" {
		pauseRuns(t, dir)
	}
	dir := t.TempDir()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestPausedRunsOutliveTheirProcess$", "-paused-runs="+strconv.Itoa(*pausedRuns))
	cmd.Env = append(os.Environ(), pausedRunsDir+"="+dir)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(stdout); lines.Scan() && lines.Text() != "all are stored"; {
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the process was not killed")
	}

	asked := map[string]int{}
	e, cfg := engine(t, false), orders(func(what string, number int) { asked[fmt.Sprint(what, number)]++ })
	for number := range *pausedRuns {
		stored, err := os.ReadFile(filepath.Join(dir, strconv.Itoa(number)))
		if err != nil {
			t.Fatal(err)
		}
		o := resumeOrder(t, e, stored, cfg)
		if got, want := fmt.Sprint(o.Value), fmt.Sprint([]any{number, 0, 1}); got != want || len(o.Stdout) != 0 {
			t.Errorf("run %d gave %s and wrote %q, want %s and nothing again", number, got, o.Stdout, want)
		}
	}
	for number := range *pausedRuns {
		if first, second := asked[fmt.Sprint("first", number)], asked[fmt.Sprint("second", number)]; first != 0 || second != 1 {
			t.Errorf("of run %d, the first was asked %d times here, the second %d times; want 0 and 1", number, first, second)
		}
	}
}

// resumeOrder goes on with a run until it is over.
func resumeOrder(t *testing.T, e *sandbox.Engine, stored []byte, cfg sandbox.SessionConfig) (o sandbox.Outcome) {
	t.Helper()
	p, err := e.RestorePaused(t.Context(), stored, cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Session().Close(context.Background())
	for p != nil {
		if o, err = p.Resume(t.Context(), p.Pending().ID, nil); err != nil {
			t.Fatal(err)
		}
		p = o.Paused
	}
	return o
}

// pauseRuns stores runs that are paused, says so, and waits to be killed.
func pauseRuns(t *testing.T, dir string) {
	e, cfg := engine(t, false), orders(func(string, int) {})
	for number := range *pausedRuns {
		o, err := e.Run(t.Context(), sandbox.Program{Source: []byte(orderProgram), Inputs: map[string]any{"number": number}}, cfg)
		if err != nil || o.Kind != protocol.Paused {
			t.Fatal(err, o)
		}
		store := o.Paused.MarshalBinary
		if number%2 == 1 || number >= 100 { // with and without their sessions, of 0.8 MB each
			store = o.Paused.MarshalRun
		}
		stored, err := store()
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, strconv.Itoa(number)), string(stored))
		if err := o.Paused.Drop(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	fmt.Println("all are stored")
	select {}
}

// BenchmarkPause pauses a run of a small session, stores it, restores it, and goes on with it.
func BenchmarkPause(b *testing.B) {
	e, cfg := benchEngine(b), orders(func(string, int) {})
	ctx := context.Background()
	source := sandbox.Program{Source: []byte("approve('x', 1)")}
	pause := func(b *testing.B) *sandbox.Paused {
		o, err := e.Run(ctx, source, cfg)
		if err != nil || o.Paused == nil {
			b.Fatal(err, o)
		}
		return o.Paused
	}
	b.Run("pause and resume", func(b *testing.B) {
		for b.Loop() {
			if o, err := pause(b).Resume(ctx, 1, nil); err != nil || o.Kind != protocol.Completed {
				b.Fatal(err, o)
			}
		}
	})
	p := pause(b)
	defer p.Drop(ctx)
	stored, err := p.MarshalBinary()
	if err != nil {
		b.Fatal(err)
	}
	snapshot, err := p.Session().Snapshot()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("store", func(b *testing.B) {
		size := countingWriter(0)
		if _, err := snapshot.WriteTo(&size); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := p.MarshalBinary(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(stored)), "bytes")
		b.ReportMetric(float64(len(stored)-int(size)), "bytes-beyond-snapshot")
	})
	b.Run("store alone", func(b *testing.B) {
		var stored []byte
		for b.Loop() {
			if stored, err = p.MarshalRun(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(stored)), "bytes")
	})
	b.Run("restore", func(b *testing.B) {
		for b.Loop() {
			p, err := e.RestorePaused(ctx, stored, cfg)
			if err != nil {
				b.Fatal(err)
			}
			if err := p.Session().Close(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// countingWriter counts what is written.
type countingWriter int

func (c *countingWriter) Write(p []byte) (int, error) {
	*c += countingWriter(len(p))
	return len(p), nil
}
