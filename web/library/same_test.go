package library_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// alike are programs, run one after the other in one session, that end the same on every host: in outcome, output, fuel
// and memory.
var alike = map[string][]string{
	"hello":       {"print('hello')"},
	"value":       {"6 * 7"},
	"state":       {"x = 1", "x += 1", "x"},
	"values":      {"[None, True, 1, -1, 2**53, -2**53, 2**64, -2**64, 10**30, 1.0, -0.0, 0.5, 1e6, 1e300, 1.5e-7, 123456789.0, float('nan'), float('inf'), -float('inf')]", "['é', '\\U0001f600', '\\ufeffx', b'\\x00\\xff', (1, (2,)), {'a': 1}, {1: 2, (1, 2): 3, '$': 4, b'': None, 1.5: -0.0}, {float('nan'): 1}, object, chr(0xd800)]"},
	"raised":      {"def f():\n  raise ValueError('no é')\nf()"},
	"raised late": {"\n\nx = 1\n1/0"},
	"syntax":      {"x ="},
	"exited":      {"import sys\nsys.exit(3)", "raise SystemExit"},
	"streams":     {"import sys\nprint('out')\nprint('err', file=sys.stderr)\nsys.stdout.buffer.write(b'\\xff\\xfe')"},
	"random":      {"import random, os\n[random.random() for _ in range(5)]", "os.urandom(3)", "os.urandom(2000)", "random.getrandbits(30)"},
	"time":        {"import time\n[time.time(), time.ticks_us(), time.time_ns()]", "time.sleep(1.5)\ntime.time_ns()", "time.gmtime()"},
	"import":      {"import json, re, asyncio, collections\njson.loads('[1, 2.5, {\"a\": null}]')"},
	"no file":     {"import os\nos.stat('/')"},
	"poll":        {"import select, sys\np = select.poll()\np.register(sys.stdin)\np.poll(10)", "import time\ntime.ticks_ms()"},
	"environment": {"import os\n[os.getenv('A'), os.getenv('B'), os.getenv('C', 1)]"},
	"recursion":   {"def f(): f()\nf()"},
	"memory":      {"l = []\nwhile True: l.append(bytes(1000))", "len(l) > 1000", "del l"},
	"heap grows":  {"l = [bytes(100) for _ in range(50000)]\nlen(l)", "l = None\nimport gc\ngc.collect()\ngc.mem_alloc() < 1000000"},
	"stdin":       {"input()", "input('? ')", "import sys\nsys.stdin.read()", "input()"},
	"arguments":   {"import sys\n[sys.argv, sys.path]"},
	"no text":     {"'\xff'", "print('a\xed\xa0\x80')"},
	"files":       {"import os\nprint(os.listdir('/'), os.listdir('/lib'), os.stat('/lib/b.txt'))\nprint(open('/lib/b.txt').read(), open('/lib/b.txt', 'rb').read(2))", "import mod\nmod.x", "open('/lib/new', 'w')", "open('/lib/none')"},
	"write":       {"import os\nwith open('/w/a', 'w') as f: f.write('é' * 10)\nos.mkdir('/w/d')\nos.rename('/w/a', '/w/d/b')\nos.listdir('/w/d')", "f = open('/w/d/b', 'r+b')\nf.seek(3), f.read(4), f.seek(0, 2), f.write(b'xyz'), f.seek(-2, 1), f.read()", "f.close()\nos.remove('/w/d/b')\nos.rmdir('/w/d')\nlist(os.ilistdir('/w'))", "open('/w/big', 'w').write('x' * 200000)", "os.rmdir('/w')", "os.rename('/w/old', '/lib/x')", "os.mkdir('/new')\nos.chdir('/new')\nopen('x', 'a').write('1')\nos.getcwd(), open('/new/x').read()", "open('/w/\\udcff', 'w')", "os.mkdir('/w/' + 'n' * 256)", "os.stat('/w/old/')", "[open('/w/f%d' % i, 'w') for i in range(200)]"},
	"classes":     {"class A:\n  def __init__(self, n): self.n = n\n  def __repr__(self): return 'A(%d)' % self.n\nsorted([A(3), A(1)], key=lambda a: a.n)"},
}

var alikeOptions = protocol.SessionOptions{Stdin: protocol.Text("one\ntwo\nthree\n"), Args: []string{"prog", "é", ""}, Path: []string{"/lib"},
	Env: []string{"A=1", "B=é"}, Seed: 1<<63 + 5, FilesLimitBytes: new(int64(100_000)), Mounts: []protocol.MountText{
		{Path: "/lib", Files: map[string]protocol.Text{"mod.py": protocol.Text("x = 42\n"), "b.txt": protocol.Text("one\ntwo\n"), "pkg/__init__.py": nil}},
		{Path: "/w", Files: map[string]protocol.Text{"old": protocol.Text("old")}, Writable: true},
	}}

func TestSameAsGo(t *testing.T) {
	node := startNode(t)
	for name, sources := range alike {
		t.Run(name, func(t *testing.T) { compare(t, node, alikeOptions, sources...) })
	}
}

// compare runs programs in Go and in Node.js.
func compare(t *testing.T, node *library.Node, options protocol.SessionOptions, sources ...string) []protocol.Report {
	t.Helper()
	programs := programTexts(sources...)
	want, wantMemory := inGo(t, options, programs)
	got, err := node.Run(options, programs...)
	if err != nil {
		t.Fatal(err)
	}
	for i := range sources {
		if w, g := shown(t, want[i]), shown(t, got.Outcomes[i]); w != g {
			t.Errorf("%s\nin Go gave      %s\nin Node.js gave %s", sources[i], w, g)
		}
	}
	if got.MemorySHA256 != wantMemory {
		t.Errorf("memory is %s in Node.js, %s in Go", got.MemorySHA256, wantMemory)
	}
	return want
}

// shown is a report without what differs between hosts: the time, and an engine's words for a trap.
func shown(t *testing.T, report protocol.Report) string {
	t.Helper()
	report.Used.WallNS, report.Trap = 0, ""
	text, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// inGo is what the sandbox answers to a request.
func inGo(t *testing.T, options protocol.SessionOptions, programs []protocol.ProgramText) (reports []protocol.Report, memory string) {
	t.Helper()
	request := protocol.Request{Op: protocol.OpRun, Session: options, Programs: programs}
	response, err := engine(t).Answer(context.Background(), request, nil)
	if err != nil {
		t.Fatal(err)
	}
	return response.Outcomes, response.MemorySHA256
}

func programTexts(sources ...string) []protocol.ProgramText {
	programs := make([]protocol.ProgramText, len(sources))
	for i, source := range sources {
		programs[i].Source = protocol.Text(source)
	}
	return programs
}
