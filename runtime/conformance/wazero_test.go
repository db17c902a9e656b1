package conformance

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

func TestOpenFolders(t *testing.T) {
	dir := writeTree(t, map[string]string{"a.py": "original", "data/b": "deep"})
	folders, closeAll, err := openFolders([]protocol.MountText{{Path: "/a", Folder: dir}, {Path: "/b"}})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := fs.ReadFile(folders[dir], "data/b"); err != nil || string(text) != "deep" || len(folders) != 1 {
		t.Errorf("got %d folders; data/b holds %q, %v", len(folders), text, err)
	}
	if err := closeAll(); err != nil {
		t.Error(err)
	}
	if _, err := fs.ReadFile(folders[dir], "data/b"); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("after closing: got %v", err)
	}
	_, _, err = openFolders([]protocol.MountText{{Folder: dir}, {Folder: filepath.Join(dir, "none")}})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want an error that says that it is not there", err)
	}
}

func TestSentFolders(t *testing.T) {
	dir := writeTree(t, map[string]string{"a.py": "x\xff", "data/b": "deep"})
	sent := make(sentFolders)
	mounts := []protocol.MountText{{Path: "/a", Folder: dir}, {Path: "/b", Folder: dir}}
	got, err := sent.missing(mounts)
	if err != nil || len(got) != 1 || got[0].Name != dir || string(got[0].Files["a.py"]) != "x\xff" || string(got[0].Files["data/b"]) != "deep" {
		t.Errorf("got %v, %v; want the folder once", got, err)
	}
	if got, err := sent.missing(mounts); err != nil || got != nil {
		t.Errorf("the second time: got %v, %v", got, err)
	}
	if _, err := sent.missing([]protocol.MountText{{Folder: filepath.Join(dir, "none")}}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want an error that says that it is not there", err)
	}
}

func TestResultDescribesOutcomes(t *testing.T) {
	fuel := protocol.FuelLimit
	for _, test := range []struct {
		report protocol.Report
		status int
		detail string
	}{
		{protocol.Report{Outcome: protocol.Completed}, 0, ""},
		{protocol.Report{Outcome: protocol.Raised, Error: &protocol.Error{Type: "ValueError", Message: "no", Traceback: "tb"}}, 1, "ValueError: no"},
		{protocol.Report{Outcome: protocol.Exited}, 0, ""},
		{protocol.Report{Outcome: protocol.Exited, ExitStatus: 7}, 7, ""},
		{protocol.Report{Outcome: protocol.Limited, Limit: &fuel}, 0, "fuel"},
		{protocol.Report{Outcome: protocol.Trapped, Trap: "unreachable"}, 0, "unreachable"},
		{protocol.Report{Outcome: protocol.Cancelled}, 0, ""},
	} {
		got := newResult(protocol.Response{Outcomes: []protocol.Report{{}, test.report}, Merged: protocol.Text("out")}, 1)
		if got.Outcome != test.report.Outcome || got.ExitStatus != test.status || got.Detail != test.detail || len(got.Reports) != 1 {
			t.Errorf("%s: got %+v", test.report.Outcome, got)
		}
		if raised := test.report.Error != nil; (string(got.Merged) == "outtb") != raised || (string(got.Merged) == "out") == raised {
			t.Errorf("%s: got output %q", test.report.Outcome, got.Merged)
		}
	}
}
