package bench

import (
	"context"
	"errors"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	programs "github.com/seed-3f7e3123/mpwasm/testdata/bench"
)

var update = flag.Bool("update", false, "write golden files anew")

// driverEnv makes the test binary a driver that answers as the variable says.
const driverEnv = "MPWASM_TEST_DRIVER"

func TestMain(m *testing.M) {
	if says, ok := os.LookupEnv(driverEnv); ok {
		os.Stdout.WriteString("\x01{\"version\": \"Fake 1\"}\n")
		if says == "hang" {
			time.Sleep(time.Minute)
		}
		os.Stdin.Read(make([]byte, 1))
		os.Stdout.WriteString(says)
		os.Stdin.Read(make([]byte, 1<<16))
		return
	}
	flag.Parse()
	os.Exit(m.Run())
}

// fake is an engine that notes who runs what.
type fake struct {
	name string
	log  *[]string
	run  func(Program) (Sample, error)
}

func (f fake) Name() string    { return f.name }
func (f fake) Version() string { return "1" }
func (f fake) Close() error    { return nil }
func (f fake) Run(_ context.Context, p Program) (Sample, error) {
	*f.log = append(*f.log, f.name+" "+p.Name)
	return f.run(p)
}

func right(p Program) (Sample, error) { return Sample{Took: time.Millisecond, Output: p.Want}, nil }

func TestEnginesTakeTurns(t *testing.T) {
	var log []string
	cfg := Config{
		Programs: []Program{{Name: "p", Want: "1\n"}, {Name: "q"}},
		Engines:  []Engine{fake{"a", &log, right}, fake{"b", &log, right}},
		Repeat:   2, Warmup: 1, Timeout: time.Second,
	}
	reports, err := Time(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(log, ","), "a p,b p,b q,a q,b p,a p,a q,b q,a p,b p,b q,a q"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := len(reports[0].Runs["a"].NS); got != 2 {
		t.Errorf("got %d times, want those of 2 rounds without the first", got)
	}
}

func TestWrongAnswersAreNotTimed(t *testing.T) {
	var log []string
	cfg := Config{
		Programs: []Program{{Name: "p", Want: "1\n"}},
		Engines: []Engine{
			fake{"wrong", &log, func(Program) (Sample, error) { return Sample{Output: "2\n"}, nil }},
			fake{"refuses", &log, func(Program) (Sample, error) { return Sample{}, &RefusedError{"no such module"} }},
		},
		Repeat: 3, Timeout: time.Second,
	}
	reports, err := Time(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	runs := reports[0].Runs
	if !strings.Contains(runs["wrong"].Wrong, `"2\n"`) || runs["wrong"].ran() || runs["refuses"].Refused != "no such module" || runs["refuses"].ran() {
		t.Errorf("got %+v", runs)
	}
	if len(log) != 2 {
		t.Errorf("ran %v, want each once", log)
	}
	report := &Report{Engines: []EngineReport{{Name: "wrong"}, {Name: "refuses"}}, Programs: reports}
	if got := report.Failures(func(e string) bool { return e == "wrong" }); len(got) != 1 {
		t.Errorf("got %q, want what is wrong on one engine", got)
	}
	broken := errors.New("the host is broken")
	cfg.Engines = []Engine{fake{"c", &log, func(Program) (Sample, error) { return Sample{}, broken }}}
	if _, err := Time(t.Context(), cfg); !errors.Is(err, broken) {
		t.Errorf("got %v, want the host's error", err)
	}
}

func TestProcess(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ says, output, refused string }{
		{"one\ntwo\x01{\"ns\": 5}\n", "one\ntwo", ""},
		{"\x01{\"ns\": 5, \"output\": \"kept\"}\n", "kept", ""},
		{"\x01{\"error\": \"Traceback\\nValueError: x\"}\n", "", "ValueError: x"},
		{"it ends", "", "its process ended"},
		{"\x01nonsense\n", "", "decoding its answer"},
		{"hang", "", "it did not end in time"},
	}
	for _, test := range tests {
		t.Run(test.says, func(t *testing.T) {
			t.Setenv(driverEnv, test.says)
			e := NewProcess("fake", self)
			defer e.Close()
			wait := 20 * time.Second
			if test.says == "hang" {
				wait = time.Second
			}
			ctx, cancel := context.WithTimeout(t.Context(), wait)
			defer cancel()
			sample, err := e.Run(ctx, Program{Source: []byte("x")})
			if why, ok := refused(err); err != nil && !ok || !strings.Contains(why, test.refused) || (why == "") != (test.refused == "") {
				t.Fatalf("got %v, want %q", err, test.refused)
			}
			if test.refused == "" && (sample.Output != test.output || sample.Took != 5 || e.Version() != "Fake 1") {
				t.Errorf("got %+v of %s, want %q", sample, e.Version(), test.output)
			}
		})
	}
}

func TestPrograms(t *testing.T) {
	own, err := OwnPrograms(programs.Own, "programs")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range own {
		if len(p.Source) == 0 || !strings.HasSuffix(p.Want, "\n") {
			t.Errorf("%s: it is empty or prints nothing", p.Name)
		}
	}
	names := func(programs []Program) (names []string) {
		for _, p := range programs {
			names = append(names, p.Name)
		}
		return names
	}
	some, err := Select(own, []string{"strings_*", "sorting"})
	if got := names(some); err != nil || !slices.Equal(got, []string{"sorting", "strings_concat", "strings_report"}) {
		t.Errorf("got %v, %v", got, err)
	}
	if _, err := Select(own, []string{"nothing"}); err == nil {
		t.Error("nothing matches, and that is no error")
	}
	if _, err := SizeOf("huge"); err == nil || !strings.Contains(err.Error(), "small, medium, large") {
		t.Errorf("got %v, want the sizes", err)
	}
	if _, err := UpstreamPrograms(t.TempDir(), Sizes[0], programs.PerfBench); err == nil {
		t.Error("a folder without tests is no error")
	}
}
