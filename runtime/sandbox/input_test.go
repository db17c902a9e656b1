package sandbox_test

import (
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// TestInputThatDoesNotCome ends runs that wait for input. What comes later is for later runs.
func TestInputThatDoesNotCome(t *testing.T) {
	reader, writer := io.Pipe()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	cfg := sandbox.SessionConfig{
		Stdin: reader, Timeout: 300 * time.Millisecond,
		Functions: []hostcall.Function{hostcall.Func("leave", func() { time.AfterFunc(10*time.Millisecond, cancel) })},
	}
	s := newSession(t, engine(t, false), cfg)
	o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("input()")})
	if err != nil || o.Limit != protocol.DeadlineLimit {
		t.Errorf("got %s %s, %v; want a run that its deadline ends", o.Kind, o.Limit, err)
	}
	o, err = s.Run(ctx, sandbox.Program{Source: []byte("leave()\ninput()")})
	if err != nil || o.Kind != protocol.Cancelled {
		t.Errorf("got %s %s, %v; want a run that is cancelled", o.Kind, o.Limit, err)
	}
	go func() {
		io.WriteString(writer, "first\nsecond\n")
		writer.Close()
	}()
	o, err = s.Run(context.Background(), sandbox.Program{Source: []byte("import sys\n(input(), sys.stdin.read())")})
	if got, ok := o.Value.(hostcall.Tuple); err != nil || !ok || got[0] != "first" || got[1] != "second\n" {
		t.Errorf("got %v, %v (%+v); want both lines, with nothing lost", o.Value, err, o.Error)
	}
}

type panickingReader struct{}

func (panickingReader) Read([]byte) (int, error) { panic("no input") }

func TestInputInTrouble(t *testing.T) {
	e := engine(t, false)
	for want, reader := range map[string]io.Reader{
		os.ErrDeadlineExceeded.Error():  iotest.ErrReader(os.ErrDeadlineExceeded),
		"the reader panicked: no input": panickingReader{},
		io.ErrNoProgress.Error():        iotest.ErrReader(io.ErrNoProgress),
	} {
		_, err := e.Run(context.Background(), sandbox.Program{Source: []byte("try:\n  input()\nexcept BaseException:\n  pass")}, sandbox.SessionConfig{Stdin: reader})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want trouble of the host: %s", err, want)
		}
	}
	// Bytes that come with an error count; the error comes next, if there is a next.
	reader := iotest.DataErrReader(strings.NewReader("a\nb"))
	o := run(t, e, sandbox.SessionConfig{Stdin: iotest.OneByteReader(reader)}, "try:\n  while True: print(input())\nexcept EOFError: print('end')")
	if string(o.Stdout) != "a\nb\nend\n" {
		t.Errorf("got %q (%+v)", o.Stdout, o.Error)
	}
}

// TestOutputIsStreamed checks that output is with the writer when the program goes on, and is not captured as well.
func TestOutputIsStreamed(t *testing.T) {
	var out, errs strings.Builder
	var seen []string
	cfg := sandbox.SessionConfig{
		Stdout: &out, Stderr: &errs,
		Functions: []hostcall.Function{hostcall.Func("look", func() { seen = append(seen, out.String()+"|"+errs.String()) })},
	}
	o := run(t, engine(t, false), cfg, "import sys\nprint('a')\nlook()\nprint('b', file=sys.stderr)\nlook()\nprint('c', end='')\nlook()")
	if got := strings.Join(seen, " "); got != "a\n| a\n|b\n a\nc|b\n" || len(o.Stdout)+len(o.Stderr) > 0 {
		t.Errorf("got %q, captured %q and %q", got, o.Stdout, o.Stderr)
	}
}
