package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const events = `{"Action":"run","Package":"p","Test":"TestA"}
{"Action":"output","Package":"p","Test":"TestA","Output":"fine\n"}
{"Action":"pass","Package":"p","Test":"TestA"}
{"Action":"output","Package":"p","Test":"TestB","Output":"wrong: x\n"}
{"Action":"fail","Package":"p","Test":"TestB"}
{"Action":"skip","Package":"p","Test":"TestC"}
{"Action":"fail","Package":"p"}
# p [build failed]
`

const timed = `{"Action":"pass","Package":"p","Test":"TestA","Elapsed":1.25}
{"Action":"fail","Package":"p","Test":"TestB/part","Elapsed":9.4}
{"Action":"fail","Package":"p","Test":"TestB","Elapsed":9.5}
{"Action":"skip","Package":"p","Test":"TestC","Elapsed":0}
{"Action":"pass","Package":"p","Elapsed":12}
`

const conformReport = `{"targets":[{"target":"node","cases":[{"verdict":"passed"}]},{"target":"wazero","cases":[
{"verdict":"passed"},{"verdict":"skipped"},{"verdict":"known-failure"},
{"verdict":"failed"},{"verdict":"unexpected-pass"},{"verdict":"host-error"}]}]}`

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "log")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRun(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"count", write(t, events)}, "1 passed, 1 failed, 1 skipped\n"},
		{[]string{"count", write(t, conformReport)}, "2 passed, 3 failed, 2 skipped\n"},
		{[]string{"count", write(t, events), write(t, conformReport), "missing"}, "3 passed, 4 failed, 3 skipped\n"},
		{[]string{"failures", write(t, events)}, "p TestB:\nwrong: x\np :\n# p [build failed]\n"},
		{[]string{"slowest", write(t, timed)}, "    9.5 s  p TestB\n    1.2 s  p TestA\n"},
	}
	for _, test := range tests {
		var out strings.Builder
		if err := run(&out, test.args); err != nil || out.String() != test.want {
			t.Errorf("%s: got %q, %v; want %q", test.args[0], out.String(), err, test.want)
		}
	}
	if err := run(&strings.Builder{}, []string{"frobnicate"}); err == nil {
		t.Error("an unknown command was accepted")
	}
}
