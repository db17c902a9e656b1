package library_test

import (
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// journey are programs that go on with what earlier ones left: in memory, files, the clock, random numbers, and what is
// open.
var journey = []string{
	"import random, os, time\nclass C:\n  def __init__(self): self.n = 0\n  def step(self): self.n += 1; return self.n\nc = C()\nbig = [bytes(1000) for _ in range(3000)]\nrandom.random(), os.urandom(3), time.time_ns()",
	"def g():\n  n = 0\n  while True: n += 1; yield n\nit = g()\nnext(it), c.step()",
	"f = open('/w/é.txt', 'w+')\nf.write('one'), os.listdir('/w'), os.urandom(5)",
	"r = open('/ro/a.txt')\nr.read(3), next(it)",
	"f.write('two'), f.seek(0), f.read(), c.step(), time.time_ns()",
	"f.close(), os.remove('/w/é.txt'), r.read(), random.random(), os.urandom(300)",
	"len(big), next(it), c.step(), random.random(), os.urandom(2000)",
	"big = None\nimport gc\ngc.collect()\nos.listdir('/w'), next(it), time.time_ns()",
}

var journeyOptions = protocol.SessionOptions{
	Memory: 8 << 20, Seed: 7, FilesLimitBytes: new(int64(100_000)), Mounts: []protocol.MountText{
		{Path: "/w", Files: map[string]protocol.Text{"old": protocol.Text("old")}, Writable: true},
		{Path: "/ro", Files: map[string]protocol.Text{"a.txt": protocol.Text("one\ntwo\n")}},
	},
}

// TestSnapshotsTravel runs each program in another host than the one before, by snapshots, and compares what comes of it
// with a session that stays in Go.
func TestSnapshotsTravel(t *testing.T) {
	node := startNode(t)
	hosts := []func(protocol.Request) (protocol.Response, error){
		func(r protocol.Request) (protocol.Response, error) { return engine(t).Answer(t.Context(), r, nil) },
		node.Ask,
	}
	want, wantMemory := inGo(t, journeyOptions, programTexts(journey...))
	for first := range hosts {
		var snapshot []byte
		for i, source := range journey {
			got, err := hosts[(first+i)%2](protocol.Request{
				Op: protocol.OpRun, Session: journeyOptions, Programs: programTexts(source), Snapshot: snapshot, Keep: true,
			})
			if err != nil {
				t.Fatal(err)
			}
			if w, g := shown(t, want[i]), shown(t, got.Outcomes[0]); w != g {
				t.Errorf("%s\nin one session gave %s\ntravelling gave     %s", source, w, g)
			}
			if i == len(journey)-1 && got.MemorySHA256 != wantMemory {
				t.Errorf("memory is %s in the end, want %s", got.MemorySHA256, wantMemory)
			}
			snapshot = got.Snapshot
		}
	}
}

// TestSnapshotsAreAlike compares what both hosts store of the same session, but for how it is compressed: the checksum
// stands for the rest.
func TestSnapshotsAreAlike(t *testing.T) {
	request := protocol.Request{Op: protocol.OpRun, Session: journeyOptions, Programs: programTexts(journey[:5]...), Keep: true}
	inGo, err := engine(t).Answer(t.Context(), request, nil)
	if err != nil {
		t.Fatal(err)
	}
	inNode, err := startNode(t).Ask(request)
	if err != nil {
		t.Fatal(err)
	}
	const header = 88
	if string(inGo.Snapshot[:header]) != string(inNode.Snapshot[:header]) {
		t.Errorf("Go wrote %x, Node.js %x", inGo.Snapshot[:header], inNode.Snapshot[:header])
	}
}

func TestSnapshotsThatDoNotFit(t *testing.T) {
	node := startNode(t)
	taken, err := engine(t).Answer(t.Context(), protocol.Request{Op: protocol.OpRun, Session: journeyOptions, Programs: programTexts(journey[:3]...), Keep: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	other := func(change func(*protocol.SessionOptions)) protocol.SessionOptions {
		o := journeyOptions
		change(&o)
		return o
	}
	damaged := append([]byte{}, taken.Snapshot...)
	damaged[len(damaged)/2] ^= 1
	tests := map[string]struct {
		snapshot []byte
		options  protocol.SessionOptions
		want     string
	}{
		"memory":  {taken.Snapshot, other(func(o *protocol.SessionOptions) { o.Memory = 4 << 20 }), "memory limit"},
		"mounts":  {taken.Snapshot, other(func(o *protocol.SessionOptions) { o.Mounts = o.Mounts[:1] }), "mounts"},
		"quota":   {taken.Snapshot, other(func(o *protocol.SessionOptions) { o.FilesLimitBytes = new(int64(5)) }), "there may be"},
		"damaged": {damaged, journeyOptions, "snapshot"},
		"cut":     {taken.Snapshot[:len(taken.Snapshot)-10], journeyOptions, "snapshot"},
		"short":   {taken.Snapshot[:40], journeyOptions, "header"},
		"other":   {append([]byte("x"), taken.Snapshot[1:]...), journeyOptions, "does not begin as one"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			request := protocol.Request{Op: protocol.OpRun, Session: test.options, Programs: programTexts("1"), Snapshot: test.snapshot}
			if _, err := node.Ask(request); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("in Node.js got %v, want an error with %q", err, test.want)
			}
			if _, err := engine(t).Answer(t.Context(), request, nil); err == nil {
				t.Error("Go takes it")
			}
		})
	}
}
