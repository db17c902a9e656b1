package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// mounted is what the tests mount at /lib.
var mounted = fstest.MapFS{
	"mod.py":          {Data: []byte("x = 'imported'")},
	"pkg/__init__.py": {Data: []byte("from . import sub")},
	"pkg/sub.py":      {Data: []byte("y = 'below'")},
}

// TestFilesInPython uses files as programs do. A program prints what it sees.
func TestFilesInPython(t *testing.T) {
	e := engine(t, false)
	cfg := sandbox.SessionConfig{
		Mounts:          []sandbox.Mount{{FS: mounted, GuestPath: "/lib"}},
		Path:            []string{"/lib", "/made"},
		FilesLimitBytes: 1000, FilesLimit: 5,
	}
	for name, test := range map[string]struct{ source, want string }{
		"write and read":    {"with open('f', 'w') as f: n = f.write('häh')\nprint(n, open('/f').read(), open('f', 'rb').read())", `3 häh b'h\xc3\xa4h'`},
		"append":            {"open('f', 'w').write('1\\n')\nopen('f', 'a').write('2\\n')\nprint(open('f').readlines())", `['1\n', '2\n']`},
		"read and write":    {"f = open('f', 'w'); f.write('abcd'); f.close()\nf = open('f', 'r+'); f.seek(1); f.write('X'); f.seek(0); print(f.read(), f.tell())", "aXcd 4"},
		"truncate":          {"open('f', 'w').write('long')\nopen('f', 'w').close()\nprint(os.stat('f')[6])", "0"},
		"stat":              {"open('f', 'w').write('12345')\nos.mkdir('d')\nfound = [os.stat(name) for name in ('f', 'd', 'lib/mod.py')]\nprint(*[(s[0], *s[2:]) for s in found])\nprint(len({s.st_ino for s in found}), os.stat('./f') == found[0])", "(33188, 0, 1, 0, 0, 5, 0, 0, 0) (16877, 0, 1, 0, 0, 0, 0, 0, 0) (33188, 0, 1, 0, 0, 14, 0, 0, 0)\n3 True"},
		"list":              {"os.mkdir('d'); open('d/b', 'w').close(); open('d/a', 'w').close()\nprint(os.listdir('/'), os.listdir('d'), list(os.ilistdir('/')))", "['d', 'lib', 'tmp'] ['a', 'b'] [('d', 16384, 0), ('lib', 16384, 0), ('tmp', 16384, 0)]"},
		"list a mount":      {"print(os.listdir('/lib'), list(os.ilistdir('/lib/pkg')))", "['mod.py', 'pkg'] [('__init__.py', 32768, 0), ('sub.py', 32768, 0)]"},
		"rename and remove": {"open('f', 'w').write('x'); os.mkdir('d'); os.rename('f', 'd/g'); print(os.listdir('d')); os.remove('d/g'); os.rmdir('d'); print(os.listdir())", "['g']\n['lib', 'tmp']"},
		"removed but open":  {"f = open('f', 'w+'); f.write('still'); os.remove('f'); f.seek(0); print(f.read(), os.listdir())", "still ['lib', 'tmp']"},
		"chdir":             {"os.mkdir('d'); os.chdir('d'); open('f', 'w').close(); print(os.getcwd(), os.listdir('/d'))", "/d ['f']"},
		"import of a mount": {"import mod, pkg\nprint(mod.x, mod.__file__, pkg.sub.y)", "imported /lib/mod.py below"},
		"import of a file":  {"os.mkdir('/made'); open('/made/mine.py', 'w').write('z = 6 * 7')\nimport mine\nprint(mine.z)", "42"},
		"bytes run out":     {"try: open('f', 'w').write('x' * 1001)\nexcept OSError as e: print(e)", "[Errno 28] No space left on device"},
		"files run out":     {"n = 0\ntry:\n  for n in range(9): os.mkdir(str(n))\nexcept OSError as e: print(n, e)", "5 [Errno 28] No space left on device: '5'"},
		"descriptors":       {"all = []\ntry:\n  while True: all.append(open('/lib/mod.py'))\nexcept OSError as e: print(len(all), e)", "128 [Errno 24] Too many open files: '/lib/mod.py'"},
		"lost descriptors":  {"import gc\nfor i in range(1000):\n  try: open('/lib/mod.py')\n  except OSError: gc.collect()\nprint(open('/lib/mod.py').read())", "x = 'imported'"},
		"the root's own":    {"f = open(3); f.close(); print(os.listdir('/'))", "['lib', 'tmp']"},
		"write to a mount":  {"try: open('/lib/mod.py', 'a')\nexcept OSError as e: print(e)", "[Errno 30] Read-only file system: '/lib/mod.py'"},
		"above the root":    {"try: open('/../../etc/passwd')\nexcept OSError as e: print(e)", "[Errno 13] Permission denied: '/../../etc/passwd'"},
		"open a folder":     {"try: open('/lib')\nexcept OSError as e: print(e)", "[Errno 21] Is a directory: '/lib'"},
		"a long name":       {"try: open('x' * 300, 'w')\nexcept OSError as e: print(e.errno, e.strerror, len(e.filename))", "36 File name too long 300"},
		"a name with a NUL": {"for f in (open, os.stat, os.listdir, os.remove, os.mkdir, os.chdir):\n  try: f('lib\\0')\n  except ValueError as e: print(e)", strings.TrimSpace(strings.Repeat("embedded null character\n", 6))},
		"standard streams":  {"for fd in range(3):\n  try: open(fd, 'w').write('x')\n  except OSError as e: print(e)", strings.TrimSpace(strings.Repeat("[Errno 9] Bad file descriptor\n", 3))},
	} {
		t.Run(name, func(t *testing.T) {
			o := run(t, e, cfg, "import os\n"+test.source)
			if got := strings.TrimSpace(string(o.Stdout)); got != test.want || o.Kind != protocol.Completed {
				t.Errorf("got %s %q (%+v, %v)\nwant %q", o.Kind, got, o.Error, o.Trap, test.want)
			}
		})
	}
}

// TestHostStaysOut looks for the host's files and environment.
func TestHostStaysOut(t *testing.T) {
	t.Setenv("MPWASM_SECRET", "secret")
	e := engine(t, false)
	o := run(t, e, sandbox.SessionConfig{FilesLimitBytes: 1 << 10}, `
import os
print(os.listdir("/"), os.getenv("MPWASM_SECRET"), os.getenv("PATH"))
for name in "/etc/passwd", "../../../etc/passwd", "/proc/self/environ", "C:\\Windows\\win.ini", "//etc/passwd", "/dev/stdin":
    try:
        print(open(name).read())
    except OSError as e:
        print(e)
`)
	want := "['tmp'] None None\n[Errno 2] No such file or directory: '/etc/passwd'\n[Errno 13] Permission denied: '../../../etc/passwd'\n"
	for _, name := range []string{"/proc/self/environ", `C:\\Windows\\win.ini`, "//etc/passwd", "/dev/stdin"} {
		want += "[Errno 2] No such file or directory: '" + name + "'\n"
	}
	if string(o.Stdout) != want {
		t.Errorf("got %q (%+v), want %q", o.Stdout, o.Error, want)
	}
}

// TestGrants gives a session what it does not have by itself.
func TestGrants(t *testing.T) {
	e := engine(t, false)
	cfg := sandbox.SessionConfig{Env: []string{"A=1", "B=x=y"}, ClockStart: sandbox.DefaultClockStart.AddDate(1, 0, 0), Seed: 7}
	source := "import os, time, random\nprint(os.getenv('A'), os.getenv('B'), os.getenv('C'), time.gmtime()[:3], list(os.urandom(8)))"
	o := run(t, e, cfg, source)
	if want := "1 x=y None (2027, 1, 1)"; !strings.HasPrefix(string(o.Stdout), want) {
		t.Errorf("got %q (%+v), want %q", o.Stdout, o.Error, want)
	}
	if other := run(t, e, sandbox.SessionConfig{Seed: 8}, source); string(other.Stdout) == string(o.Stdout) {
		t.Error("another seed gives the same numbers")
	}
	real := run(t, e, sandbox.SessionConfig{Clock: sandbox.RealClock}, "import time\na = time.time()\nb = time.ticks_us()\ntime.sleep(0.01)\n(time.time() - a >= 0.01, time.ticks_diff(time.ticks_us(), b) >= 10000, time.gmtime()[0] >= 2025)")
	if got := real.Value; !strings.Contains(fmt.Sprint(got), "true true true") {
		t.Errorf("a real clock: got %v (%+v)", got, real.Error)
	}
}

// TestFilesSurviveARollBack ends a run in the midst of C code: files, what is open of them, time and random numbers go
// back to what they were, and what was open can be read on.
func TestFilesSurviveARollBack(t *testing.T) {
	e := engine(t, false)
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/data", []byte("0123456789"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	s, err := e.NewSession(ctx, sandbox.SessionConfig{
		Mounts: []sandbox.Mount{{FS: os.DirFS(dir), GuestPath: "/m"}}, FilesLimitBytes: 1000, FuelLimit: 3_000_000, MemoryLimitBytes: 64 << 20,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(ctx)
	step := func(source string) sandbox.Outcome {
		t.Helper()
		o, err := s.Run(ctx, sandbox.Program{Source: []byte(source)})
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	step("import os\nf = open('/m/data'); f.read(3)\ng = open('own', 'w+'); g.write('before'); g.seek(2)")
	o := step("f.read(4); g.write('XX'); os.remove('own'); open('other', 'w').close(); f.close()\nx = bytearray(32 << 20)\nn = 3\nn**10**7")
	if !o.RolledBack {
		t.Fatalf("got %s (%+v), want a run that is rolled back", o.Kind, o.Error)
	}
	if o := step("[f.read(), g.read()] + os.listdir('/')"); fmt.Sprint(o.Value) != "[3456789 fore m own tmp]" {
		t.Errorf("got %s %v (%+v)", o.Kind, o.Value, o.Error)
	}
}

// TestHostReadsFiles reads what a program wrote.
func TestHostReadsFiles(t *testing.T) {
	ctx := context.Background()
	s, err := engine(t, false).NewSession(ctx, sandbox.SessionConfig{
		Mounts: []sandbox.Mount{{FS: mounted, GuestPath: "/lib"}, {FS: mounted, GuestPath: "/out", Writable: true}}, FilesLimitBytes: 1000,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(ctx)
	source := "import os\nopen('/out/result.txt', 'w').write('42')\nos.remove('/out/mod.py')\nos.mkdir('/d')"
	if o, err := s.Run(ctx, sandbox.Program{Source: []byte(source)}); err != nil || o.Error != nil {
		t.Fatal(err, o.Error)
	}
	files, err := s.Files()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(files, "out/result.txt", "out/pkg/sub.py", "d"); err != nil {
		t.Error(err)
	}
	if data, err := fs.ReadFile(files, "out/result.txt"); err != nil || string(data) != "42" {
		t.Errorf("got %q, %v", data, err)
	}
	if _, err := fs.Stat(files, "out/mod.py"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a removed file: %v", err)
	}
	if _, err := s.Files(); !errors.Is(err, sandbox.ErrSessionOver) {
		t.Errorf("after closing: %v", err)
	}
}

// TestFilesWithoutAGrant writes where nothing is granted: into memory, which the host reads, and which goes with the session.
func TestFilesWithoutAGrant(t *testing.T) {
	ctx := context.Background()
	e := engine(t, false)
	s := newSession(t, e, sandbox.SessionConfig{})
	before, err := s.MemorySHA256()
	if err != nil {
		t.Fatal(err)
	}
	source := `
import os
print(os.getcwd(), os.listdir("/"), os.listdir("/tmp"))
open("report.csv", "w").write("a,b\n")
os.mkdir("/tmp/d")
open("/tmp/d/x", "wb").write(b"\0\1")
open("mod.py", "w").write("y = 6 * 7")
import mod
for bad in lambda: os.rmdir("/tmp"), lambda: os.rename("/tmp", "/t"), lambda: os.remove("/tmp"), lambda: os.mkdir("/tmp"):
    try: bad()
    except OSError as e: print(e.errno, end=" ")
print(mod.y)
try:
    n = 0
    f = open("big", "wb")
    while True: n += f.write(bytes(1 << 20))
except OSError as e: print(n >> 20, e.errno)
f.close()
os.remove("big")
`
	o, err := s.Run(ctx, sandbox.Program{Source: []byte(source)})
	if want := "/ ['tmp'] []\n16 16 16 17 42\n15 28\n"; err != nil || string(o.Stdout) != want {
		t.Fatalf("got %q (%+v), %v; want %q", o.Stdout, o.Error, err, want)
	}
	files, err := s.Files()
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(files, "report.csv", "mod.py", "tmp/d/x"); err != nil {
		t.Error(err)
	}
	if data, err := fs.ReadFile(files, "report.csv"); err != nil || string(data) != "a,b\n" {
		t.Errorf("got %q, %v", data, err)
	}
	fork, err := s.Fork(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer fork.Close(ctx)
	if o, err := fork.Run(ctx, sandbox.Program{Source: []byte("open('/tmp/d/x', 'rb').read()")}); err != nil || fmt.Sprint(o.Value) != "[0 1]" {
		t.Errorf("in a fork: got %v (%+v), %v", o.Value, o.Error, err)
	}
	if err := s.Reset(); err != nil {
		t.Fatal(err)
	}
	if after, err := s.MemorySHA256(); err != nil || after != before {
		t.Errorf("after a reset memory is %s, %v; it was %s", after, err, before)
	}
	if o, err := s.Run(ctx, sandbox.Program{Source: []byte("import os; os.listdir('/') + os.listdir('/tmp')")}); err != nil || fmt.Sprint(o.Value) != "[tmp]" {
		t.Errorf("after a reset: got %v, %v", o.Value, err)
	}
}

// TestFilesOff runs programs that cannot write, and mounts where the folder /tmp would be.
func TestFilesOff(t *testing.T) {
	e := engine(t, false)
	tryAll := "import os\nfor p in '/f', '/tmp/f', '/tmp':\n  try: open(p, 'w').close(); print(p)\n  except OSError as e: print(e.errno)\ntry: os.mkdir('/d')\nexcept OSError as e: print(e.errno)\nprint(os.listdir('/'))"
	for name, test := range map[string]struct {
		cfg  sandbox.SessionConfig
		want string
	}{
		"off":           {sandbox.SessionConfig{FilesLimitBytes: sandbox.NoFiles}, "30\n2\n30\n30\n[]\n"},
		"a byte":        {sandbox.SessionConfig{FilesLimitBytes: 1}, "/f\n/tmp/f\n21\n['d', 'f', 'tmp']\n"},
		"mount at tmp":  {sandbox.SessionConfig{Mounts: []sandbox.Mount{{FS: fstest.MapFS{"x": {}}, GuestPath: "/tmp"}}}, "/f\n30\n21\n['d', 'f', 'tmp']\n"},
		"mount below":   {sandbox.SessionConfig{Mounts: []sandbox.Mount{{FS: fstest.MapFS{"x": {}}, GuestPath: "/tmp/m"}}}, "/f\n/tmp/f\n21\n['d', 'f', 'tmp']\n"},
		"root":          {sandbox.SessionConfig{Mounts: []sandbox.Mount{{FS: fstest.MapFS{"x": {}}, GuestPath: "/"}}}, "30\n2\n30\n30\n['x']\n"},
		"root's copy":   {sandbox.SessionConfig{Mounts: []sandbox.Mount{{FS: fstest.MapFS{"x": {}}, GuestPath: "/", Writable: true}}}, "/f\n/tmp/f\n21\n['d', 'f', 'tmp', 'x']\n"},
		"its own tmp":   {sandbox.SessionConfig{Mounts: []sandbox.Mount{{FS: fstest.MapFS{"tmp": {}}, GuestPath: "/", Writable: true}}}, "/f\n20\n/tmp\n['d', 'f', 'tmp']\n"},
		"a file at all": {sandbox.SessionConfig{FilesLimit: 1}, "/f\n28\n21\n28\n['f', 'tmp']\n"},
	} {
		if o := run(t, e, test.cfg, tryAll); string(o.Stdout) != test.want {
			t.Errorf("%s: got %q (%+v), want %q", name, o.Stdout, o.Error, test.want)
		}
	}
	for _, cfg := range []sandbox.SessionConfig{
		{FilesLimitBytes: -2}, {FilesLimitBytes: sandbox.NoFiles, FilesLimit: 1},
		{FilesLimitBytes: sandbox.NoFiles, Mounts: []sandbox.Mount{{FS: mounted, GuestPath: "/m", Writable: true}}},
	} {
		if _, err := e.NewSession(context.Background(), cfg); !errors.Is(err, sandbox.ErrInvalidConfig) {
			t.Errorf("%+v: got %v, want ErrInvalidConfig", cfg, err)
		}
	}
}
