package sandbox_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

type panicWriter struct{}

func (panicWriter) Write([]byte) (int, error) { panic("in a writer") }

type panicReader struct{}

func (panicReader) Read([]byte) (int, error) { panic("in a reader") }

type panicError struct{}

func (panicError) Error() string { panic("in Error") }

type oddWriter struct{}

func (oddWriter) Write([]byte) (int, error) { return 0, panicError{} }

// What the host's code does wrong is an error of Run that says so. It is no trap of the guest's, and no program sees it.
func TestHostErrorsAreNotTheGuests(t *testing.T) {
	e := engine(t, false)
	var noException *hostcall.Exception
	var noReader *bytes.Reader
	for name, test := range map[string]struct {
		cfg    sandbox.SessionConfig
		source string
		want   string
	}{
		"nil exception":     {sandbox.SessionConfig{Functions: []hostcall.Function{hostcall.Func("f", func() error { return noException })}}, "f()", "host function f panicked"},
		"Error that panics": {sandbox.SessionConfig{Functions: []hostcall.Function{hostcall.Func("f", func() error { return panicError{} })}}, "f()", "host function f panicked: in Error"},
		"writer":            {sandbox.SessionConfig{Stdout: panicWriter{}}, "print(1)", "writing output: panic: in a writer"},
		"writer for stderr": {sandbox.SessionConfig{Stderr: panicWriter{}}, "import sys; sys.stderr.write('x')", "writing output: panic: in a writer"},
		"writer's error":    {sandbox.SessionConfig{Stdout: oddWriter{}}, "print(1)", "serving the guest"},
		"reader":            {sandbox.SessionConfig{Stdin: panicReader{}}, "input()", "in a reader"},
		"nil reader":        {sandbox.SessionConfig{Stdin: noReader}, "input()", "reading stdin: panic"},
	} {
		s := newSession(t, e, test.cfg)
		source := "x = 1\ntry:\n  " + test.source + "\nexcept BaseException:\n  x = 2"
		o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(source)})
		if err == nil || !strings.Contains(err.Error(), test.want) || o.Trap != nil {
			t.Errorf("%s: got %+v, %v; want an error that says %q", name, o, err, test.want)
		}
		if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("x")}); err != nil || o.Value != int64(1) {
			t.Errorf("%s: afterwards x is %v, %v; want 1", name, o.Value, err)
		}
	}
	for name, mounted := range map[string]fs.FS{"nil": (*fstest.MapFS)(nil), "broken": panicFS{}} {
		cfg := sandbox.SessionConfig{Mounts: []sandbox.Mount{{FS: mounted, GuestPath: "/m", Writable: true}}, FilesLimitBytes: 1}
		if _, err := e.NewSession(context.Background(), cfg); err == nil || !strings.Contains(err.Error(), "reading a mount to copy: panic") {
			t.Errorf("copying a mount, %s: got %v", name, err)
		}
	}
}

type panicFS struct{}

func (panicFS) Open(string) (fs.File, error) { panic("in a file system") }

// What a guest has no room for is refused with what it is, and is no trap.
func TestMoreThanTheGuestHasRoomFor(t *testing.T) {
	e := engine(t, false)
	f := func() {}
	large := strings.Repeat("x", 2<<20)
	many := make([]string, 300_000)
	var functions []hostcall.Function
	for i := range 30_000 {
		functions = append(functions, hostcall.Func(fmt.Sprintf("m.%s%d", strings.Repeat("a", 100), i), f))
	}
	const small = sandbox.MinMemoryLimitBytes
	for want, cfg := range map[string]sandbox.SessionConfig{
		"arguments of 1 strings, 2097152 bytes":   {MemoryLimitBytes: small, Args: []string{large}},
		"arguments of 300000 strings, 0 bytes":    {MemoryLimitBytes: small, Args: many},
		"arguments of 1 strings, 104857600 bytes": {Args: []string{strings.Repeat(large, 50)}}, // more than its memory may grow to
		"path of 2 strings":                       {MemoryLimitBytes: small, Path: []string{large}},
		"names of functions of 30000 strings":     {MemoryLimitBytes: small, Functions: functions},
		"environment of 1 entries":                {Env: []string{"A=" + strings.Repeat(large, 9)}},
		"environment of 4000000 entries":          {Env: strings.Split(strings.Repeat("A=;", 4_000_000)[:4_000_000*3-1], ";")},
		`argument "a\xff": it must be UTF-8`:      {Args: []string{"a\xff"}},
		`environment "A=\xff"`:                    {Env: []string{"A=\xff"}},
	} {
		_, err := e.NewSession(context.Background(), cfg)
		if !errors.Is(err, sandbox.ErrInvalidConfig) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "wasm") {
			t.Errorf("got %v, want ErrInvalidConfig that says %s", err, want)
		}
	}
	s := newSession(t, e, sandbox.SessionConfig{Env: []string{"A=" + strings.Repeat("x", 16<<20-100)}, Args: []string{large}})
	if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("import os, sys; len(os.getenv('A')), len(sys.argv[0])")}); err != nil || o.Error == nil && o.Value == nil {
		t.Errorf("with the largest environment: got %+v, %v", o, err)
	}
	for _, name := range []string{strings.Repeat("x", 256), "a\xff", "a\x00b"} {
		if o, err := s.Run(context.Background(), sandbox.Program{Name: name, Source: []byte("1")}); !errors.Is(err, sandbox.ErrInvalidInput) || !strings.Contains(err.Error(), "at most 255 bytes") {
			t.Errorf("the name %.20q: got %+v, %v; want ErrInvalidInput", name, o, err)
		}
	}
	longest := strings.Repeat("x", 255)
	if o, err := s.Run(context.Background(), sandbox.Program{Name: longest, Source: []byte(longest), Inputs: map[string]any{longest: 1}}); err != nil || o.Value != int64(1) {
		t.Errorf("the longest names: got %+v, %v", o, err)
	}
	if o, err := s.Run(context.Background(), sandbox.Program{Inputs: map[string]any{longest + "x": 1}}); !errors.Is(err, sandbox.ErrInvalidInput) {
		t.Errorf("an input of 256 letters: got %+v, %v; want ErrInvalidInput", o, err)
	}
	for name, program := range map[string]sandbox.Program{
		"source": {Source: []byte("#" + strings.Repeat(large, 50))},
		"name":   {Name: strings.Repeat(large, 50)},
		"inputs": {Inputs: map[string]any{"x": strings.Repeat(large, 50)}},
	} {
		if o, err := s.Run(context.Background(), program); !errors.Is(err, sandbox.ErrInvalidInput) {
			t.Errorf("%s of 100 MiB: got %+v, %v; want ErrInvalidInput", name, o, err)
		}
	}
	if _, err := s.Continues(context.Background(), strings.Repeat(large, 50)); !errors.Is(err, sandbox.ErrInvalidInput) {
		t.Errorf("a prompt's text of 100 MiB: got %v; want ErrInvalidInput", err)
	}
	if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("6 * 7")}); err != nil || o.Value != int64(42) {
		t.Errorf("afterwards: got %+v, %v", o, err)
	}
}

// Names that Python has are not free for functions, by whichever way it has them; others are.
func TestFunctionsDoNotHidePython(t *testing.T) {
	e := engine(t, false)
	for _, name := range []string{
		"sys.exit", "os.system", "time.sleep", "builtins.x", "gc.x", "json.loads", "asyncio.run", "asyncio.tasks", "collections.x", "contextvars.x", "micropython.x",
		"print", "len", "open", "ValueError", "object", "__import__", "__name__", "db.__name__", "db.__getattr__", "__future__.x",
		strings.Repeat("x", 256), "m." + strings.Repeat("x", 254),
	} {
		_, err := e.NewSession(context.Background(), sandbox.SessionConfig{Functions: []hostcall.Function{hostcall.Func("fine", func() {}), hostcall.Func(name, func() {})}})
		if !errors.Is(err, sandbox.ErrInvalidConfig) || !strings.Contains(err.Error(), fmt.Sprintf("%.40q", name)[:min(len(name), 40)+1]) {
			t.Errorf("%s: got %v, want ErrInvalidConfig that names it", name, err)
		}
	}
	for _, name := range []string{"match", "case", "type_", "sy.x", "system.exit", "db.len", "db.sys", "db.print", "_", "py", "collection.x", "db._name", strings.Repeat("x", 255), "m." + strings.Repeat("x", 253)} {
		s := newSession(t, e, sandbox.SessionConfig{Functions: []hostcall.Function{hostcall.Func(name, func() int { return 42 })}})
		module, _, dotted := strings.Cut(name, ".")
		source := name + "()"
		if dotted {
			source = "import " + module + "\n" + source
		}
		o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(source)})
		if err != nil || o.Value != int64(42) {
			t.Errorf("%s: got %+v (%+v), %v; want 42", name, o, o.Error, err)
		}
	}
}

func TestNilSnapshot(t *testing.T) {
	e := engine(t, false)
	s := newSession(t, e, sandbox.SessionConfig{})
	if err := s.Restore(nil); !errors.Is(err, sandbox.ErrInvalidSnapshot) {
		t.Errorf("Restore(nil): got %v", err)
	}
	if err := s.Restore(&sandbox.Snapshot{}); !errors.Is(err, sandbox.ErrInvalidSnapshot) {
		t.Errorf("Restore of a zero value: got %v", err)
	}
	for _, snapshot := range []*sandbox.Snapshot{nil, {}} {
		if _, err := e.RestoreSession(context.Background(), snapshot, sandbox.SessionConfig{}); !errors.Is(err, sandbox.ErrInvalidSnapshot) {
			t.Errorf("RestoreSession of %v: got %v", snapshot, err)
		}
	}
	if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("1")}); err != nil || o.Value != int64(1) {
		t.Errorf("afterwards: got %+v, %v", o, err)
	}
}
