package conformance

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

func TestGuestMountsCopiesWhatIsWritable(t *testing.T) {
	dir := writeTree(t, map[string]string{"a.py": "original", "data/b": "deep"})
	mounts, remove, err := guestMounts([]Mount{
		{HostDir: dir, GuestPath: "/read"},
		{HostDir: dir, GuestPath: "/write", Writable: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := (sandbox.Mount{HostDir: dir, GuestPath: "/read"}); mounts[0] != want {
		t.Errorf("read-only: got %+v, want %+v", mounts[0], want)
	}
	scratch := mounts[1].HostDir
	if mounts[1].GuestPath != "/write" || !mounts[1].Writable || scratch == dir {
		t.Errorf("writable: got %+v, want a copy of %s", mounts[1], dir)
	}
	if text, err := os.ReadFile(filepath.Join(scratch, "data", "b")); err != nil || string(text) != "deep" {
		t.Errorf("the copy holds %q, %v", text, err)
	}
	if err := remove(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(scratch); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the copy is still there: %v", err)
	}
}

func TestGuestMountsLeavesNoCopyBehind(t *testing.T) {
	scratch := t.TempDir()
	t.Setenv("TMPDIR", scratch) // where copies go, but on Windows
	dir := writeTree(t, map[string]string{"a.py": ""})
	_, remove, err := guestMounts([]Mount{
		{HostDir: dir, GuestPath: "/a", Writable: true},
		{HostDir: filepath.Join(dir, "none"), GuestPath: "/b", Writable: true},
	})
	if err == nil {
		t.Error("a folder that is not there can be mounted")
	}
	if err := remove(); err != nil {
		t.Error(err)
	}
	left, err := filepath.Glob(filepath.Join(scratch, "mpwasm-conform-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left over: %v, %v", left, err)
	}
}

func TestWazeroDescribesOutcomes(t *testing.T) {
	for _, test := range []struct {
		outcome sandbox.Outcome
		status  int
		detail  string
	}{
		{sandbox.Outcome{Kind: protocol.Completed}, 0, ""},
		{sandbox.Outcome{Kind: protocol.Raised, Error: &protocol.Error{Type: "ValueError", Message: "no"}}, 1, "ValueError: no"},
		{sandbox.Outcome{Kind: protocol.Exited}, 0, ""},
		{sandbox.Outcome{Kind: protocol.Exited, ExitStatus: 7}, 7, ""},
		{sandbox.Outcome{Kind: protocol.Limited, Limit: protocol.FuelLimit}, 0, "fuel"},
		{sandbox.Outcome{Kind: protocol.Trapped, Trap: errBroken}, 0, "the host is broken"},
		{sandbox.Outcome{Kind: protocol.Cancelled}, 0, ""},
	} {
		if got := exitStatus(test.outcome); got != test.status {
			t.Errorf("%s: got status %d, want %d", test.outcome.Kind, got, test.status)
		}
		if got := detail(test.outcome); got != test.detail {
			t.Errorf("%s: got detail %q, want %q", test.outcome.Kind, got, test.detail)
		}
	}
}
