package conformance

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// base is a report with something in every field.
func baseReport() protocol.Report {
	fuel := protocol.FuelLimit
	return protocol.Report{
		Outcome: protocol.Raised, Limit: &fuel, ExitStatus: 1, Stdout: protocol.Text("out\n"), Stderr: protocol.Text("err\n"),
		Value: json.RawMessage("42"), Error: &protocol.Error{Type: "ValueError", Message: "no", Traceback: "tb\n", Line: 3},
		Used: protocol.Usage{Fuel: 100, HeapPeakBytes: 4096, WallNS: 5},
	}
}

// injections change one field each of what a target answers.
var injections = map[Field]func(*protocol.Response){
	FieldOutcome:    func(r *protocol.Response) { r.Outcomes[0].Outcome = protocol.Completed },
	FieldLimit:      func(r *protocol.Response) { output := protocol.OutputLimit; r.Outcomes[0].Limit = &output },
	FieldExitStatus: func(r *protocol.Response) { r.Outcomes[0].ExitStatus = 2 },
	FieldStdout:     func(r *protocol.Response) { r.Outcomes[0].Stdout = protocol.Text("out \n") },
	FieldStderr:     func(r *protocol.Response) { r.Outcomes[0].Stderr = protocol.Text("err") },
	FieldType:       func(r *protocol.Response) { r.Outcomes[0].Error.Type = "TypeError" },
	FieldMessage:    func(r *protocol.Response) { r.Outcomes[0].Error.Message = "No" },
	FieldTraceback:  func(r *protocol.Response) { r.Outcomes[0].Error.Traceback = "tb" },
	FieldLine:       func(r *protocol.Response) { r.Outcomes[0].Error.Line = 4 },
	FieldValue:      func(r *protocol.Response) { r.Outcomes[0].Value = json.RawMessage("42.0") },
	FieldFuel:       func(r *protocol.Response) { r.Outcomes[0].Used.Fuel++ },
	FieldHeapPeak:   func(r *protocol.Response) { r.Outcomes[0].Used.HeapPeakBytes++ },
	FieldHostCalls:  func(r *protocol.Response) { r.Outcomes[0].Used.HostCalls++ },
	FieldHostBytes:  func(r *protocol.Response) { r.Outcomes[0].Used.HostBytes++ },
	FieldTruncated:  func(r *protocol.Response) { r.Outcomes[0].Truncated = true },
	FieldRolledBack: func(r *protocol.Response) { r.Outcomes[0].RolledBack = true },
	FieldMemory:     func(r *protocol.Response) { r.MemorySHA256 = "other" },
}

// injected is a target whose answers have a field changed.
type injected struct {
	name   string
	change func(*protocol.Response)
}

func (t injected) Name() string                                       { return t.name }
func (t injected) Close() error                                       { return nil }
func (t injected) Run(ctx context.Context, p Program) (Result, error) { return runOn(ctx, t, p) }
func (t injected) ask(_ context.Context, request protocol.Request) (protocol.Response, error) {
	response := protocol.Response{MemorySHA256: "digest"}
	for range request.Programs {
		response.Outcomes = append(response.Outcomes, baseReport())
	}
	if t.change != nil {
		t.change(&response)
	}
	return response, nil
}

// anything is a case that every result passes.
func anything(name string) Case {
	return Case{Name: name, Group: "g", Program: Program{Name: "/" + name}, JudgesAll: true,
		Judge: func(context.Context, Result) (Judgement, error) { return Judgement{}, nil }}
}

// runMatrix runs the same two tests on a target that is as expected, and on others.
func runMatrix(t *testing.T, known string, others ...Target) *Matrix {
	t.Helper()
	list, err := ParseKnownDifferences("known.txt", []byte(known))
	if err != nil {
		t.Fatal(err)
	}
	var reports []*Report
	for _, target := range append([]Target{injected{name: "first"}}, others...) {
		report, err := Run(t.Context(), target, []Suite{fakeSuite{anything("a.py"), anything("b.py")}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, report)
	}
	return NewMatrix("artifact", "", reports, list)
}

// TestEachFieldIsCompared injects a difference in each field on one target, and expects it in every report.
func TestEachFieldIsCompared(t *testing.T) {
	for _, field := range runFields(baseReport()) {
		if injections[field.field] == nil {
			t.Errorf("nothing injects a difference in %s", field.field)
		}
	}
	for field, change := range injections {
		t.Run(string(field), func(t *testing.T) {
			m := runMatrix(t, "", injected{name: "same"}, injected{"other", change})
			if len(m.Differences) != 2 || m.Unexpected() != 2 { // of two tests
				t.Fatalf("got %+v, want two differences", m.Differences)
			}
			for _, d := range m.Differences {
				if d.Field != field || d.Target != "other" || d.Reference != "first" || string(d.Want) == string(d.Got) {
					t.Errorf("got %+v, want one in %s", d, field)
				}
			}
			var text, junit, html strings.Builder
			for _, err := range []error{m.WriteText(&text), m.WriteJUnit(&junit), m.WriteHTML(&html)} {
				if err != nil {
					t.Fatal(err)
				}
			}
			if !strings.Contains(text.String(), "difference: made-up/a.py: "+string(field)+" of other") || !strings.Contains(text.String(), "2 unexplained differences") {
				t.Errorf("the text does not tell:\n%s", text.String())
			}
			if !strings.Contains(junit.String(), string(field)+" is not that of first") || !strings.Contains(junit.String(), `failures="2"`) {
				t.Errorf("JUnit's XML does not tell:\n%s", junit.String())
			}
			if !strings.Contains(html.String(), "differs: "+string(field)) {
				t.Errorf("the page does not tell:\n%s", html.String())
			}
		})
	}
}

func TestTimesAndTrapsAreNotCompared(t *testing.T) {
	m := runMatrix(t, "", injected{"other", func(r *protocol.Response) {
		r.Outcomes[0].Used.WallNS, r.Outcomes[0].Trap = 99, "words of another engine"
	}})
	if m.Unexpected() != 0 || m.Runs() != 4 {
		t.Errorf("got %+v in %d runs", m.Differences, m.Runs())
	}
}

// TestRepeatFindsWhatVaries fails a test each of whose runs burns more fuel.
func TestRepeatFindsWhatVaries(t *testing.T) {
	runs := uint64(0)
	varying := injected{"varying", func(r *protocol.Response) { runs++; r.Outcomes[0].Used.Fuel = runs }}
	report, err := Run(t.Context(), varying, []Suite{fakeSuite{anything("a.py")}}, Options{Repeat: 20, Jobs: 1})
	if err != nil {
		t.Fatal(err)
	}
	if c := report.Cases[0]; c.Verdict != Failed || !strings.Contains(c.Reason, "run 2 of 20 is not like the first: its fuel differs") {
		t.Errorf("got %+v", c)
	}
	runs = 0
	steady := injected{"steady", func(*protocol.Response) { runs++ }}
	report, err = Run(t.Context(), steady, []Suite{fakeSuite{anything("a.py")}}, Options{Repeat: 20})
	if err != nil || report.Cases[0].Verdict != Passed || runs != 20 {
		t.Errorf("got %+v after %d runs, %v", report, runs, err)
	}
}

func TestKnownDifferences(t *testing.T) {
	other := injected{"other", injections[FieldHeapPeak]}
	m := runMatrix(t, "# comment\n\nother heap-peak made-up/* its words are longer\n", other)
	if m.Unexpected() != 0 || len(m.Differences) != 2 || m.Differences[0].Reason != "its words are longer" {
		t.Errorf("known ones: got %+v", m)
	}
	m = runMatrix(t, "other fuel made-up/a.py not so any more\n", injected{name: "other"})
	if m.Unexpected() != 1 || len(m.Stale) != 1 || !strings.Contains(m.Stale[0], "known.txt:1") {
		t.Errorf("a stale entry: got %+v", m)
	}
	if m = runMatrix(t, "elsewhere fuel made-up/a.py another target\nother fuel x/y.py another test\n", injected{name: "other"}); m.Unexpected() != 0 {
		t.Errorf("entries of what did not run: got %+v", m.Stale)
	}
	for _, wrong := range []string{"other fuel a.py", "[ fuel a.py reason", "other fuel [ reason"} {
		if _, err := ParseKnownDifferences("known.txt", []byte(wrong)); err == nil || !strings.Contains(err.Error(), "known.txt:1") {
			t.Errorf("%q: got %v", wrong, err)
		}
	}
	if _, err := UpstreamDifferences(); err != nil {
		t.Error(err)
	}
}

// TestMissingTestsAreDifferences leaves a test out on one target.
func TestMissingTestsAreDifferences(t *testing.T) {
	m := runMatrix(t, "", injected{name: "other"})
	for i, target := range m.Targets {
		reports := []*Report{{Target: "all", Cases: target.Cases}, {Target: "fewer", Cases: target.Cases[:1]}}
		if i == 1 {
			reports[0], reports[1] = reports[1], reports[0]
		}
		m := NewMatrix("", "", reports, nil)
		if len(m.Differences) != 1 || m.Differences[0].Field != FieldPresent || m.Unexpected() != 1 {
			t.Errorf("got %+v, want one difference", m.Differences)
		}
		var junit strings.Builder
		if err := m.WriteJUnit(&junit); err != nil || !strings.Contains(junit.String(), "not part of the run") {
			t.Errorf("got %s, %v", junit.String(), err)
		}
	}
}

func shardOf(m *Matrix, shard string, from, to int) *Matrix {
	part := &Matrix{Format: MatrixFormat, ArtifactSHA256: m.ArtifactSHA256, Shard: shard}
	for _, report := range m.Targets {
		part.Targets = append(part.Targets, &Report{Target: report.Target, Cases: report.Cases[from:to]})
	}
	return part
}

func TestMerge(t *testing.T) {
	whole := runMatrix(t, "", injected{"other", injections[FieldStdout]})
	one, two := shardOf(whole, "1/2", 0, 1), shardOf(whole, "2/2", 1, 2)
	data, err := json.Marshal(two)
	if err != nil {
		t.Fatal(err)
	}
	if two, err = ReadMatrix("two.json", data); err != nil {
		t.Fatal(err)
	}
	merged, err := Merge([]*Matrix{two, one}, nil)
	if err != nil || len(merged.Targets) != 2 || merged.Runs() != 4 || len(merged.Differences) != 2 {
		t.Errorf("got %+v, %v; want the whole", merged, err)
	}
	first := &Matrix{Format: MatrixFormat, ArtifactSHA256: "artifact", Targets: whole.Targets[:1]}
	second := &Matrix{Format: MatrixFormat, ArtifactSHA256: "artifact", Targets: whole.Targets[1:]}
	if merged, err := Merge([]*Matrix{first, second}, nil); err != nil || len(merged.Differences) != 2 {
		t.Errorf("targets of their own: got %+v, %v", merged, err)
	}
	other := &Matrix{ArtifactSHA256: "other", Targets: whole.Targets}
	for want, parts := range map[string][]*Matrix{
		"there is none":                nil,
		"shard 2/2 is missing":         {one},
		"ran twice on first":           {one, one},
		"are of different artifacts":   {one, other},
		"a report of all tests is":     {one, {ArtifactSHA256: "artifact", Targets: []*Report{{Target: "first"}}}},
		"there are shards of 2 and of": {one, {ArtifactSHA256: "artifact", Shard: "1/3", Targets: []*Report{{Target: "first"}}}},
		`shard "x"`:                    {{Shard: "x", Targets: []*Report{{Target: "first"}}}},
	} {
		if _, err := Merge(parts, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	for _, wrong := range []string{"{", `{"format": "other"}`} {
		if _, err := ReadMatrix("wrong.json", []byte(wrong)); err == nil || !strings.Contains(err.Error(), "wrong.json") {
			t.Errorf("%s: got %v", wrong, err)
		}
	}
}

// TestReportsHoldAnyText has targets print what XML and HTML cannot hold as it is.
func TestReportsHoldAnyText(t *testing.T) {
	m := runMatrix(t, "", injected{"other", func(r *protocol.Response) {
		r.Outcomes[0].Stdout = protocol.Text("<script>\x00\xff]]>&\x1b[31m\u2028\ufffe")
	}})
	var junit, html strings.Builder
	if err := m.WriteJUnit(&junit); err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal([]byte(junit.String()), new(struct{})); err != nil {
		t.Errorf("it is no XML: %v\n%s", err, junit.String())
	}
	if err := m.WriteHTML(&html); err != nil || strings.Contains(html.String(), "<script") || strings.Contains(html.String(), "\x1b") {
		t.Errorf("the page holds what a program printed: %v\n%s", err, html.String())
	}
}

func TestParseScriptErrors(t *testing.T) {
	for want, text := range map[string]string{
		"holds no program":           "about\n",
		"file x.txt":                 "-- x.txt --\n",
		"reading session.json":       "-- session.json --\n{\"fule\": 1}\n-- a.py --\n",
		"file deeper/a.py: expected": "-- deeper/a.py --\n",
	} {
		if _, err := parseScript([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}
