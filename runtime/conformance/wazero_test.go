package conformance

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

func TestGuestMounts(t *testing.T) {
	dir := writeTree(t, map[string]string{"a.py": "original", "data/b": "deep"})
	mounts, closeAll, err := guestMounts([]Mount{
		{HostDir: dir, GuestPath: "/read"},
		{HostDir: dir, GuestPath: "/write", Writable: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []sandbox.Mount{{GuestPath: "/read"}, {GuestPath: "/write", Writable: true}} {
		if got := mounts[i]; got.GuestPath != want.GuestPath || got.Writable != want.Writable {
			t.Errorf("got %+v, want %+v", got, want)
		}
		if text, err := fs.ReadFile(mounts[i].FS, "data/b"); err != nil || string(text) != "deep" {
			t.Errorf("%s holds %q, %v", want.GuestPath, text, err)
		}
	}
	if err := closeAll(); err != nil {
		t.Error(err)
	}
	if _, err := fs.ReadFile(mounts[0].FS, "data/b"); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("after closing: got %v", err)
	}
}

func TestGuestMountsOfWhatIsNotThere(t *testing.T) {
	dir := writeTree(t, map[string]string{"a.py": ""})
	if _, _, err := guestMounts([]Mount{{HostDir: dir, GuestPath: "/a"}, {HostDir: filepath.Join(dir, "none"), GuestPath: "/b"}}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want an error that says that it is not there", err)
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
