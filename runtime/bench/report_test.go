package bench

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// readExample reads a report as mpwasm bench writes it.
func readExample(t *testing.T) *Report {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	report, err := ReadReport("report.json", data)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// TestGoldens compares what a report is written as with golden files.
func TestGoldens(t *testing.T) {
	report := readExample(t)
	report.Changes = report.Compare(Artifact{SHA256: "fedcba9876543210", Bytes: 1_600_000})
	for name, write := range map[string]func(io.Writer) error{"report.txt": report.WriteText, "report.html": report.WriteHTML} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("got\n%s\nwant %s, or run with -update", got.Bytes(), golden)
			}
		})
	}
}

func TestReadReport(t *testing.T) {
	report := readExample(t)
	var written bytes.Buffer
	if err := report.WriteJSON(&written); err != nil {
		t.Fatal(err)
	}
	again, err := ReadReport("x", written.Bytes())
	if err != nil || again.Artifact != report.Artifact || len(again.Programs) != len(report.Programs) {
		t.Errorf("got %+v, %v", again, err)
	}
	for _, text := range []string{"", "[]", `{"format": 99}`} {
		if _, err := ReadReport("x", []byte(text)); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

// TestCompare tells what changed from what noise explains.
func TestCompare(t *testing.T) {
	report := &Report{Engines: []EngineReport{{Name: "node"}, {Name: "node" + BeforeSuffix}, {Name: "cpython"}}}
	add := func(name string, now, before []int64) {
		report.Programs = append(report.Programs, ProgramReport{Name: name, Runs: map[string]Run{
			"node": {NS: now, Fuel: 90}, "node" + BeforeSuffix: {NS: before, Fuel: 100}, "cpython": {NS: now},
		}})
	}
	// The machine is three times as slow from the fourth round on; both sides feel it.
	add("faster", []int64{80, 81, 79, 240, 242, 241, 239}, []int64{100, 101, 99, 300, 303, 301, 299})
	add("same", []int64{102, 98, 100, 310, 295, 300, 301}, []int64{100, 101, 99, 300, 303, 301, 299})
	changes := report.Compare(Artifact{})
	if len(changes.Programs) != 2 || len(changes.All) != 1 {
		t.Fatalf("got %+v, want two programs on one engine", changes)
	}
	if c := changes.Programs[0]; !c.Beyond || c.Ratio.Value > 0.82 || c.Fuel != 0.9 {
		t.Errorf("got %+v, want 0.8 beyond the noise", c)
	}
	if c := changes.Programs[1]; c.Beyond {
		t.Errorf("got %+v, want noise", c)
	}
}
