package sandbox_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// replayAll runs again what was recorded; each must be as it was. It returns how many there were.
func replayAll(t *testing.T, e *sandbox.Engine, recorded []byte) (runs int) {
	t.Helper()
	for r := bytes.NewReader(recorded); ; runs++ {
		rec, err := e.ReadRecording(r)
		if errors.Is(err, io.EOF) {
			return runs
		}
		if err != nil {
			t.Fatal(err)
		}
		outcome, differences, err := rec.Replay(t.Context())
		if err != nil || len(differences) > 0 {
			t.Errorf("%s: %s: %v %v", rec.Program(), outcome.Kind, differences, err)
		}
	}
}

// TestRecordings records runs of each kind and runs them again, in another engine.
func TestRecordings(t *testing.T) {
	var recorded bytes.Buffer
	cfg := handleConfig()
	cfg.Record, cfg.Clock, cfg.Env = &recorded, sandbox.RealClock, []string{"NAME=value"}
	cfg.Stdin = strings.NewReader("a line\nanother\n")
	cfg.Functions = append(cfg.Functions, pauseConfig(false).Functions...)
	cfg.Mounts = []sandbox.Mount{{FS: fstest.MapFS{"kept": {Data: []byte("a file")}}, GuestPath: "/data", Writable: true}}
	s := newSession(t, engine(t, false), cfg)
	sources := []string{
		"import os, sys, time\nprint(input(), os.getenv('NAME'), open('/data/kept').read())\nprint('err', file=sys.stderr)\ntime.time()",
		asking,
		"each([1, 2], lambda n: n + 1), print",
		"1 / 0",
		"import sys\nsys.exit(3)",
		"open('/data/new', 'w').write('x')\nwhile True: pass", // ends by its fuel
		"sum(range(10**9))", // so too, and is rolled back
	}
	for _, source := range sources {
		if _, err := s.Run(t.Context(), sandbox.Program{Name: "test.py", Source: []byte(source)}); err != nil {
			t.Fatalf("%s: %v", source, err)
		}
	}
	if _, err := s.Call(t.Context(), "len", []any{"four"}, nil); err != nil {
		t.Fatal(err)
	}
	if got := replayAll(t, engine(t, true), recorded.Bytes()); got != len(sources)+1 {
		t.Errorf("%d recordings of %d runs", got, len(sources)+1)
	}
}

// A run that was paused is recorded when it has come to its end, with all that it wrote.
func TestRecordingOfAPausedRun(t *testing.T) {
	e := engine(t, false)
	var recorded bytes.Buffer
	cfg := pauseConfig(true)
	cfg.Record = &recorded
	outcome, err := newSession(t, e, cfg).Run(t.Context(), sandbox.Program{Source: []byte(asking)})
	for err == nil && outcome.Paused != nil {
		value, answer := answerFor(outcome.Paused.Pending())
		outcome, err = outcome.Paused.Resume(t.Context(), value, answer)
	}
	if err != nil || replayAll(t, e, recorded.Bytes()) != 1 {
		t.Fatalf("%v, %d bytes", err, recorded.Len())
	}
	rec, err := e.ReadRecording(&recorded)
	if err != nil {
		t.Fatal(err)
	}
	if got, _, err := rec.Replay(t.Context()); err != nil || !strings.Contains(string(got.Stdout), "asking for tea") {
		t.Errorf("%q %v", got.Stdout, err)
	}
}

func TestRecordingsAreChecked(t *testing.T) {
	e := engine(t, false)
	var recorded bytes.Buffer
	cfg := sandbox.SessionConfig{Record: &recorded}
	if _, err := e.Run(t.Context(), sandbox.Program{Source: []byte("print(1)")}, cfg); err != nil {
		t.Fatal(err)
	}
	data := recorded.Bytes()
	for at := 0; at < len(data); at += 1 + at/100*37 {
		damaged := bytes.Clone(data)
		damaged[at] ^= 0x40
		if _, err := e.ReadRecording(bytes.NewReader(damaged)); !errors.Is(err, sandbox.ErrInvalidRecording) {
			t.Fatalf("byte %d changed: %v", at, err)
		}
	}
	for _, n := range []int{1, 50, len(data) - 1} {
		if _, err := e.ReadRecording(bytes.NewReader(data[:n])); !errors.Is(err, sandbox.ErrInvalidRecording) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	for name, cfg := range map[string]sandbox.SessionConfig{
		"mount":  {Record: &recorded, Mounts: []sandbox.Mount{{FS: fstest.MapFS{}, GuestPath: "/data"}}},
		"broken": {Record: failingWriter{}},
	} {
		if _, err := e.Run(t.Context(), sandbox.Program{Source: []byte("1")}, cfg); !errors.Is(err, sandbox.ErrInvalidConfig) && !errors.Is(err, sandbox.ErrNotRecorded) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := e.Compile(t.Context(), sandbox.Program{}, cfg); !errors.Is(err, sandbox.ErrInvalidConfig) {
		t.Errorf("compiled: %v", err)
	}
}

// What a deadline or a context ends is not recorded: nobody knows when that was.
func TestRecordingOfACancelledRun(t *testing.T) {
	var recorded bytes.Buffer
	ctx, cancel := context.WithCancel(t.Context())
	cfg := sandbox.SessionConfig{Record: &recorded, Functions: []hostcall.Function{hostcall.Func("cancel", func() { cancel() })}}
	outcome, err := engine(t, false).Run(ctx, sandbox.Program{Source: []byte("cancel()\nwhile True: pass")}, cfg)
	if err != nil || outcome.Kind != protocol.Cancelled || recorded.Len() > 0 {
		t.Fatalf("%v %v, %d bytes", outcome.Kind, err, recorded.Len())
	}
}

func ExampleRecording() {
	ctx := context.Background()
	engine, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{})
	if err != nil {
		panic(err)
	}
	defer engine.Close(ctx)
	var recorded bytes.Buffer // a file, mostly
	_, err = engine.Run(ctx, sandbox.Program{Source: []byte("print(price('tea'))")}, sandbox.SessionConfig{
		Record:    &recorded,
		Functions: []hostcall.Function{hostcall.Func("price", func(string) float64 { return 2.5 })},
	})
	if err != nil {
		panic(err)
	}
	recording, err := engine.ReadRecording(&recorded)
	if err != nil {
		panic(err)
	}
	outcome, differences, err := recording.Replay(ctx) // calls no function
	if err != nil {
		panic(err)
	}
	fmt.Printf("%s %q, %d differences\n", outcome.Kind, outcome.Stdout, len(differences))
	// Output: completed "2.5\n", 0 differences
}
