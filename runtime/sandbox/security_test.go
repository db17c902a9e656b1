package sandbox_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// What a hostile program may try is in several files, by what it is after: the host's files and environment, and files in
// general, in files_test.go; more memory, time or output than it is given in memory_test.go, endless_test.go and
// hostile_test.go; what another session left in state_test.go; the host through stored sessions in snapshot_fuzz_test.go.
// The rest is here.

// TestNoWayToMemory looks for whatever reads or writes memory by its address, or brings code that nobody checked.
func TestNoWayToMemory(t *testing.T) {
	e := engine(t, false)
	code := fstest.MapFS{"evil.mpy": {Data: []byte("M\x06\x00\x1f")}}
	cfg := sandbox.SessionConfig{Mounts: []sandbox.Mount{{FS: code, GuestPath: "/lib"}}, Path: []string{"/lib"}, FilesLimitBytes: 1 << 10}
	for _, name := range []string{
		"uctypes", "machine", "ffi", "socket", "ssl", "network", "ctypes", "mmap", "js", "esp", "pyb", "evil", "mpwasm", "wasi",
	} {
		o := run(t, e, cfg, "import "+name)
		if o.Error == nil || o.Error.Type != "ModuleNotFoundError" {
			t.Errorf("import %s: got %s (%+v), want ModuleNotFoundError", name, o.Kind, o.Error)
		}
	}
	o := run(t, e, cfg, "import micropython\nprint(sorted(x for x in dir(micropython) if x[0] != '_'))")
	if want := "['RingIO', 'const', 'heap_lock', 'heap_locked', 'heap_unlock', 'kbd_intr', 'opt_level', 'pystack_use', 'schedule']"; strings.TrimSpace(string(o.Stdout)) != want {
		t.Errorf("micropython has %s, want %s: does what is new show memory?", o.Stdout, want)
	}
	for _, decorator := range []string{"native", "viper", "asm_thumb", "asm_x64", "asm_wasm"} {
		o := run(t, e, cfg, "import micropython\n@micropython."+decorator+"\ndef f(): pass")
		if o.Error == nil {
			t.Errorf("machine code by @micropython.%s: got %s", decorator, o.Kind)
		}
	}
}

// TestOwnMountsLeadNowhere has a program mount what it can get hold of.
func TestOwnMountsLeadNowhere(t *testing.T) {
	e := engine(t, false)
	o := run(t, e, sandbox.SessionConfig{}, `
import os, vfs
for root in "/", "/..", "..", "../../etc", "/etc", "//", "/proc/self/root":
    try:
        v = vfs.VfsPosix(root)
        vfs.mount(v, "/mine")
        print(os.listdir("/mine"))
        vfs.umount("/mine")
    except OSError as e:
        print(e)
        try: vfs.umount("/mine")
        except OSError: pass
`)
	if o.Kind != protocol.Completed {
		t.Fatalf("got %s (%+v)", o.Kind, o.Error)
	}
	for line := range strings.Lines(string(o.Stdout)) {
		if line = strings.TrimSuffix(strings.TrimSpace(line), ": '/mine'"); line != "[]" && line != "['tmp']" && line != "[Errno 2] No such file or directory" && line != "[Errno 13] Permission denied" {
			t.Errorf("a mount of its own shows %q", line)
		}
	}
}

// TestHostCallsCannotBeForged has a program make, change and imitate host functions. The host must see those calls alone
// that went through the functions it offers.
func TestHostCallsCannotBeForged(t *testing.T) {
	var allowed, forbidden atomic.Int64
	cfg := sandbox.SessionConfig{Functions: []hostcall.Function{
		hostcall.Func("allowed", func(n int64) int64 { allowed.Add(1); return n + 1 }),
		hostcall.Func("admin.drop", func() { forbidden.Add(1) }),
	}}
	o := run(t, engine(t, false), cfg, `
import admin
attempts = [
    lambda: type(allowed)(1),
    lambda: type(allowed)(),
    lambda: type(allowed).__new__(type(allowed)),
    lambda: setattr(allowed, "index", 1),
    lambda: setattr(allowed, "__name__", "admin.drop"),
    lambda: type("F", (type(allowed),), {})(1),
    lambda: allowed.__class__.__call__(1),
    lambda: allowed(*[b"\x82\x01\x80"]),
    lambda: allowed(1, 2),
    lambda: allowed("1"),
    lambda: allowed(n=1, m=2),
    lambda: allowed(2**70),
    lambda: allowed(allowed),
    lambda: allowed([]),
]
got = 0
for attempt in attempts:
    try:
        attempt()
        got += 1
    except Exception as e:
        pass
print(got)
allowed_before = allowed
allowed = lambda n: "imitated"
del allowed
print(allowed_before(41))
`)
	if o.Kind != protocol.Completed {
		t.Fatalf("got %s (%+v, %v)", o.Kind, o.Error, o.Trap)
	}
	if forbidden.Load() != 0 {
		t.Errorf("the program reached what it did not call: %d times", forbidden.Load())
	}
	if lines := strings.Fields(string(o.Stdout)); len(lines) != 2 || lines[1] != "42" {
		t.Errorf("got %q, want the true answer at the end", o.Stdout)
	}
	t.Logf("%s of the attempts raised nothing; the host was called %d times", strings.Fields(string(o.Stdout))[0], allowed.Load())
}

// TestBrokenFileSystem mounts a file system that panics, fails and lies.
func TestBrokenFileSystem(t *testing.T) {
	e := engine(t, false)
	for _, method := range []string{"panic", "error"} {
		s, err := e.NewSession(context.Background(), sandbox.SessionConfig{
			Mounts: []sandbox.Mount{{FS: brokenFS(method), GuestPath: "/m"}}, Timeout: time.Minute,
		})
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Run(context.Background(), sandbox.Program{Source: []byte("try: open('/m/f')\nexcept OSError as e: print(e)")})
		if broke := err != nil && strings.Contains(err.Error(), "broken"); broke != (method == "panic") {
			t.Errorf("%s: got %v; a panic is trouble of the host, an error the guest's", method, err)
		}
		if o, err := s.Run(context.Background(), sandbox.Program{Source: []byte("1 + 1")}); err != nil || o.Value != int64(2) {
			t.Errorf("%s: afterwards got %v, %v", method, o.Value, err)
		}
		if err := s.Close(context.Background()); err != nil {
			t.Error(err)
		}
	}
}

// TestRaceInMount changes a mounted folder while programs walk it: the folder d is a link to the outside every other moment.
func TestRaceInMount(t *testing.T) {
	dir, swap := raceFolder(t)
	e := engine(t, false)
	stop := make(chan struct{})
	done := make(chan error, 1)
	go func() {
		for {
			select {
			case <-stop:
				done <- nil
				return
			default:
				if err := swap(); err != nil {
					done <- err
					return
				}
			}
		}
	}()
	defer func() {
		close(stop)
		if err := <-done; err != nil {
			t.Error(err)
		}
	}()
	cfg := sandbox.SessionConfig{Mounts: []sandbox.Mount{{FS: dir, GuestPath: "/m"}}}
	o := run(t, e, cfg, `
import os
seen = set()
for i in range(3000):
    try:
        seen.add(open("/m/d/f").read())
    except OSError as e:
        seen.add(str(e))
print(sorted(seen))
`)
	if o.Kind != protocol.Completed || strings.Contains(string(o.Stdout), "secret") || !strings.Contains(string(o.Stdout), "inside") {
		t.Errorf("got %s %s (%+v), want what is inside, and nothing of the outside", o.Kind, o.Stdout, o.Error)
	}
	t.Logf("%s", o.Stdout)
}
