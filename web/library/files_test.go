package library_test

import (
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// withFiles are grants under which programs that use files are compared.
var withFiles = map[string]protocol.SessionOptions{
	"nothing":  {},
	"off":      {FilesLimitBytes: new(int64(0))},
	"writable": {FilesLimitBytes: new(int64(4000)), FilesLimit: 12},
	"mounts": {FilesLimitBytes: new(int64(4000)), FilesLimit: 12, Mounts: []protocol.MountText{
		{Path: "/ro", Files: mountedFiles},
		{Path: "/deep/er/rw", Files: mountedFiles, Writable: true},
	}},
	"root": {Mounts: []protocol.MountText{{Path: "/", Files: mountedFiles}}},
}

var mountedFiles = map[string]protocol.Text{
	"mod.py":    protocol.Text("x = __file__"),
	"a.txt":     protocol.Text("one\ntwo\nthree\n"),
	"dir/b.bin": {0, 255, 128},
	"é.txt":     protocol.Text("é"),
}

// attempts is a program that prepares those that try things and print what comes of each.
const attempts = `
import os, sys
def attempt(f, *args):
    try:
        r = f(*args)
        print(args, r if not hasattr(r, "read") else "file")
        return r
    except Exception as e:
        print(args, type(e).__name__, e.args)
def stat(p): return os.stat(p)
def listing(p): return list(os.ilistdir(p))
paths = ["/", "", ".", "..", "/a.txt", "/ro", "/ro/a.txt", "/ro/dir", "/ro/dir/", "/ro/a.txt/", "/ro/a.txt/x", "/ro/nul", "/ro/é.txt",
    "/deep", "/deep/er", "/deep/er/rw", "/deep/er/rw/a.txt", "/deep/er/rw/new", "/new", "/new/", "/nodir/new", "/" + "n" * 256, "/x" * 2500, "/dir/b.bin",
    "/ro/../ro/a.txt", "/../a", "/ro/dir/../../new", "new\x00", "/mod.py", "/é", "/tmp", "/tmp/x", "/tmp/../tmp/y"]
`

// fileTries are run one after the other in a session.
var fileTries = []string{
	attempts,
	"for p in paths: attempt(stat, p)",
	"for p in paths: attempt(listing, p)",
	"for p in paths:\n  f = attempt(open, p)\n  if f: attempt(f.read); f.close()",
	"for p in paths:\n  f = attempt(open, p, 'wb')\n  if f: attempt(f.write, b'abc'); attempt(f.seek, 10); attempt(f.write, b'd'); f.close(); attempt(stat, p)",
	"for p in paths:\n  f = attempt(open, p, 'ab')\n  if f: attempt(f.seek, 0); attempt(f.write, b'efg'); attempt(f.tell); f.close()",
	"for p in paths: attempt(os.mkdir, p); attempt(os.mkdir, p + '/m')",
	"for p in paths:\n  for q in paths[::3]: attempt(os.rename, p, q)",
	"for p in paths: attempt(listing, p)",
	"f = attempt(open, '/new2', 'w+')\nif f:\n  attempt(f.write, 'x' * 5000); attempt(f.write, 'y' * 100); attempt(f.seek, -1, 2); attempt(f.seek, -1); attempt(f.seek, 2**40); attempt(f.read); attempt(f.write, 'z')\n  attempt(os.remove, '/new2'); attempt(f.seek, 0); attempt(f.read); f.close()",
	"fs = []\ntry:\n  while True: fs.append(open(paths[6] if len(fs) % 2 else paths[4]))\nexcept OSError as e: print(len(fs), e)\nfor f in fs: f.close()",
	"for i in range(20): attempt(lambda: open('/f%d' % i, 'w').close())",
	"for p in paths: attempt(os.remove, p); attempt(os.rmdir, p)",
	"for p in paths[:8]: attempt(os.chdir, p); attempt(os.getcwd); attempt(os.listdir)",
	"sys.path.append('/ro')\nimport mod\nmod.x",
}

// TestFilesAreTheSame tries all that a program can do with files, and compares what it sees, and memory.
func TestFilesAreTheSame(t *testing.T) {
	node := startNode(t)
	for name, options := range withFiles {
		t.Run(name, func(t *testing.T) { compare(t, node, options, fileTries...) })
	}
}
