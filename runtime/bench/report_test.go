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
	for name, write := range map[string]func(io.Writer) error{"report.txt": report.WriteText} {
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
