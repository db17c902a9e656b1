package conformance

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/runtime/browser"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// TestSnapshotsTravelToABrowser runs the programs of a session in Go, in Chromium and in Go again, by snapshots, and
// compares what they leave with a session that stays in Go.
func TestSnapshotsTravelToABrowser(t *testing.T) {
	if _, err := browser.Find("chromium"); err != nil {
		var missing *browser.NotFoundError
		if !errors.As(err, &missing) {
			t.Fatal(err)
		}
		t.Skip(err) // it says how to get one
	}
	source, err := library.Unpack(t.Context(), filepath.Join(t.TempDir(), "library"), testartifact.CacheDir(t), progress.Discard)
	if err != nil {
		t.Fatal(err)
	}
	server, err := NewPageServer(source, testartifact.Bytes(t), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	chromium, stays := NewBrowser(server, "chromium", ""), openWazero(t)
	t.Cleanup(func() {
		if err := chromium.Close(); err != nil {
			t.Error(err)
		}
	})
	hosts := []func(context.Context, protocol.Request) (protocol.Response, error){stays.ask, chromium.ask, stays.ask}
	programs := []string{
		"import random\ndef g():\n  n = 0\n  while True: n += 1; yield n\nit = g()\nnext(it), random.random()",
		"f = open('/w/new', 'w+')\nf.write('in the page')\nnext(it), random.random()",
		"f.seek(0)\nf.read(), next(it), random.random()",
	}
	options := protocol.SessionOptions{Seed: 3, FilesLimitBytes: new(int64(1000)), Mounts: []protocol.MountText{{Path: "/w", Writable: true}}}
	request := protocol.Request{Op: protocol.OpRun, Session: options, Keep: true}
	for _, source := range programs {
		request.Programs = append(request.Programs, protocol.ProgramText{Source: []byte(source)})
	}
	want, err := stays.ask(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	var got protocol.Response
	for i, host := range hosts {
		one := request
		one.Programs, one.Snapshot = request.Programs[i:i+1], got.Snapshot
		if got, err = host(t.Context(), one); err != nil {
			t.Fatalf("program %d: %v", i, err)
		}
		if string(got.Outcomes[0].Value) != string(want.Outcomes[i].Value) {
			t.Errorf("program %d gave %s, want %s", i, got.Outcomes[0].Value, want.Outcomes[i].Value)
		}
	}
	if got.MemorySHA256 != want.MemorySHA256 {
		t.Errorf("memory is %s in the end, want %s", got.MemorySHA256, want.MemorySHA256)
	}
}
