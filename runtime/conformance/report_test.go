package conformance

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// sampleReport holds one of each verdict, and the troubles that a terminal should not have.
func sampleReport() *Report {
	long := strings.Repeat("line\n", maxShownLines+5)
	ms := time.Millisecond
	return &Report{Target: "wazero", Elapsed: 2340 * ms, Cases: []CaseReport{
		{Suite: "upstream", Group: "basics", Name: "basics/a.py", Verdict: Passed, Outcome: protocol.Completed, Elapsed: 100 * ms},
		{Suite: "upstream", Group: "basics", Name: "basics/b.py", Verdict: Failed, Outcome: protocol.Completed, Elapsed: 100 * ms,
			Reason: "its output is not that of CPython", WantFrom: "CPython", Want: []byte("1\n2\n3\n"), Got: []byte("1\n\x1b[2J\xff\x00\n3\n")},
		{Suite: "upstream", Group: "basics", Name: "basics/c.py", Verdict: KnownFailure, Reason: "wrong", Elapsed: 50 * ms},
		{Suite: "upstream", Group: "extmod", Name: "extmod/a.py", Verdict: Skipped, Reason: "no ssl"},
		{Suite: "upstream", Group: "extmod", Name: "extmod/b.py", Verdict: Failed, Outcome: protocol.Trapped, Reason: "it trapped: unreachable",
			Got: []byte("so far\n"), Elapsed: 1000 * ms},
		{Suite: "upstream", Group: "extmod", Name: "extmod/c.py", Verdict: Failed, Hung: true, Reason: "it did not end within 1s"},
		{Suite: "upstream", Group: "extmod", Name: "extmod/d.py", Verdict: UnexpectedPass, Reason: "it passes now; remove it"},
		{Suite: "upstream", Group: "extmod", Name: "extmod/e.py", Verdict: UnexpectedSkip, Reason: "it says that it does not apply"},
		{Suite: "upstream", Group: "extmod", Name: "extmod/f.py", Verdict: HostError, Reason: "no wazero"},
		{Suite: "upstream", Group: "float", Name: "float/a.py", Verdict: Failed, Reason: "its output is not that of a.py.exp",
			WantFrom: "a.py.exp", Want: []byte(long), Got: []byte(strings.Repeat("x", maxShownLineRunes+7))},
	}}
}

func TestReportText(t *testing.T) {
	var got bytes.Buffer
	if err := sampleReport().WriteText(&got); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "report.txt")
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if text := diff.Diff(golden, want, "got", got.Bytes()); text != nil {
		t.Errorf("%s (if that is right, run with -update)", text)
	}
}

func TestReportOfSeveralSuitesNamesThem(t *testing.T) {
	report := &Report{Target: "wazero", Cases: []CaseReport{
		{Suite: "upstream", Group: "basics", Name: "basics/a.py", Verdict: Passed},
		{Suite: "mine", Group: "mine", Name: "a.py", Verdict: Passed},
		{Suite: "mine", Group: "basics", Name: "basics/a.py", Verdict: Passed},
	}}
	var got bytes.Buffer
	if err := report.WriteText(&got); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"upstream: basics  ", " mine  ", "mine: basics  "} {
		if !strings.Contains(got.String(), want) {
			t.Errorf("no row %q in\n%s", want, got.String())
		}
	}
}

func TestTotals(t *testing.T) {
	got := sampleReport().Totals()
	want := Totals{Tests: 10, Passed: 1, Skipped: 1, KnownFailures: 1, Failed: 5, UnexpectedPasses: 1, UnexpectedSkips: 1, Traps: 1, Hangs: 1,
		Elapsed: 1250 * time.Millisecond}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got.Unexpected() != len(sampleReport().Unexpected()) {
		t.Errorf("%d unexpected by count, %d by list", got.Unexpected(), len(sampleReport().Unexpected()))
	}
}

func TestReportRoundTripsThroughJSON(t *testing.T) {
	data, err := json.Marshal(sampleReport())
	if err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if back.Totals() != sampleReport().Totals() || string(back.Cases[1].Got) != string(sampleReport().Cases[1].Got) {
		t.Errorf("got %+v back", back)
	}
}

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"plain\ttext ü ✓": "plain\ttext ü ✓",
		"\x1b[31m\x00\r":  `\x1b[31m\x00\r`,
		"\xff\xfe":        `\xff\xfe`,
		"\uFFFD":          "\uFFFD",
		"\u202e\u00a0":    `\u202e\u00a0`,
	} {
		if got := printable(in); got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}
