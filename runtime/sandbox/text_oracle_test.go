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
	python := os.Getenv("MPWASM_TEST_PYTHON")
	if python == "" {
		t.Skip("compares text with CPython's: set MPWASM_TEST_PYTHON to a CPython 3.13, whose Unicode is ours")
	}
	version, err := exec.Command(python, "-c", "import sys; print(*sys.version_info[:2])").Output()
	if err != nil || strings.TrimSpace(string(version)) != "3 13" {
		t.Fatalf("MPWASM_TEST_PYTHON=%s: got version %q (%v), want 3.13", python, version, err)
	}
	const calls = 2000
	e := engine(t, false)
	for seed := range 5 {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			program := oracleOutput(t, python, filepath.Join("testdata", "text_calls.py"), fmt.Sprint(seed), fmt.Sprint(calls))
			file := filepath.Join(t.TempDir(), "program.py")
			if err := os.WriteFile(file, program, 0o666); err != nil {
				t.Fatal(err)
			}
			want := answers(oracleOutput(t, python, "-W", "ignore", file))
			ctx := context.Background()
			s, err := e.NewSession(ctx, sandbox.SessionConfig{Timeout: time.Minute, OutputLimitBytes: 64 << 20})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close(ctx)
			o, err := s.Run(ctx, sandbox.Program{Source: program, NoValue: true})
			if err != nil || o.Kind != protocol.Completed {
				t.Fatalf("got %s %s (%+v, %v), %v", o.Kind, o.Limit, o.Error, o.Trap, err)
			}
			got := answers(o.Stdout)
			if len(want) != calls {
				t.Fatalf("CPython gave %d answers, want %d", len(want), calls)
			}
			for line := range strings.Lines(string(program)) {
				var number int
				if _, err := fmt.Sscanf(line, "show(%d,", &number); err == nil && got[number] != want[number] {
					t.Errorf("%sgot  %s\nwant %s", line, got[number], want[number])
				}
			}
		})
	}
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
