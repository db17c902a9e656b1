package sandbox_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// Random calls of str, bytes and bytearray, formats and floats give what CPython 3.13 gives, or the same error.
func TestTextIsCPythons(t *testing.T) {
	python := testPython(t)
	for seed := range 5 {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			compareCalls(t, python, nil, "text_calls.py", fmt.Sprint(seed), fmt.Sprint(oracleCalls))
		})
	}
}

// Random calls of numbers, slices, dicts, regular expressions, dates, decimals, JSON, CSV and textwrap give what CPython
// 3.13 gives, or the same error. Exceptions of decimals have the same types; a few that tell of infinities and NaNs have other texts.
func TestLibraryIsCPythons(t *testing.T) {
	python := testPython(t)
	for _, kind := range []string{"ints", "floats", "slices", "dicts", "regexps", "datetimes", "decimals", "jsons", "csvs", "texts"} {
		for seed := range 3 {
			t.Run(fmt.Sprint(kind, " ", seed), func(t *testing.T) {
				otherTexts := map[string]func(string) string{"decimals": kindOfError}
				compareCalls(t, python, otherTexts[kind], "library_calls.py", kind, fmt.Sprint(seed), fmt.Sprint(oracleCalls))
			})
		}
	}
}

// oracleCalls is how many calls a random program makes.
const oracleCalls = 2000

// testPython is the CPython that these tests compare with. They run on demand: goldens are for every day.
func testPython(t *testing.T) string {
	t.Helper()
	python := os.Getenv("MPWASM_TEST_PYTHON")
	if python == "" {
		t.Skip("compares random calls with CPython's: set MPWASM_TEST_PYTHON to a CPython 3.13, whose Unicode is ours")
	}
	version, err := exec.Command(python, "-c", "import sys; print(*sys.version_info[:2])").Output()
	if err != nil || strings.TrimSpace(string(version)) != "3 13" {
		t.Fatalf("MPWASM_TEST_PYTHON=%s: got version %q (%v), want 3.13", python, version, err)
	}
	return python
}

// compareCalls runs the program that a script of testdata writes, here and by CPython. What both print of each call must
// be the same, after normal was applied to both, if there is one.
func compareCalls(t *testing.T, python string, normal func(string) string, script string, args ...string) {
	t.Helper()
	program := oracleOutput(t, python, append([]string{filepath.Join("testdata", script)}, args...)...)
	file := filepath.Join(t.TempDir(), "program.py")
	if err := os.WriteFile(file, program, 0o666); err != nil {
		t.Fatal(err)
	}
	want := answers(oracleOutput(t, python, "-W", "ignore", file))
	ctx := context.Background()
	s, err := engine(t, false).NewSession(ctx, sandbox.SessionConfig{Timeout: time.Minute, OutputLimitBytes: 64 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(ctx)
	o, err := s.Run(ctx, sandbox.Program{Source: program, NoValue: true})
	if err != nil || o.Kind != protocol.Completed {
		t.Fatalf("got %s %s (%+v, %v), %v", o.Kind, o.Limit, o.Error, o.Trap, err)
	}
	got := answers(o.Stdout)
	if len(want) != oracleCalls {
		t.Fatalf("CPython gave %d answers, want %d", len(want), oracleCalls)
	}
	if normal == nil {
		normal = func(answer string) string { return answer }
	}
	for line := range strings.Lines(string(program)) {
		var number int
		if _, err := fmt.Sscanf(line, "show(%d,", &number); err == nil && normal(got[number]) != normal(want[number]) {
			t.Errorf("%sgot  %s\nwant %s", line, got[number], want[number])
		}
	}
}

// kindOfError leaves the text of an exception out of an answer.
func kindOfError(answer string) string {
	fields := strings.SplitN(answer, " ", 3)
	if len(fields) == 3 && (fields[2][0] == '\'' || fields[2][0] == '"') && fields[1] != "str" {
		return fields[0] + " " + fields[1]
	}
	return answer
}

func oracleOutput(t *testing.T, python string, args ...string) []byte {
	t.Helper()
	command := exec.Command(python, args...)
	command.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8:surrogatepass")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	output, err := command.Output()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", python, args, err, stderr.Bytes())
	}
	return output
}

// answers maps the number of a call to what was printed of it.
func answers(output []byte) map[int]string {
	all := make(map[int]string)
	for line := range strings.Lines(string(output)) {
		var number int
		if n, _ := fmt.Sscan(line, &number); n == 1 {
			all[number] = strings.TrimSpace(line)
		}
	}
	return all
}
