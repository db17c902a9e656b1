package builder

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadCPythonList(t *testing.T) {
	tests := []struct {
		name, list, want, err string
	}{
		{"patterns", "# comment\n\ntextwrap.py  small\njson/*.py\ta package of them\n", "textwrap.py json/*.py", ""},
		{"no reason", "# comment\ntextwrap.py\n", "", "cpython.txt:2: expected a pattern of .py files and a reason"},
		{"no file", "textwrap small\n", "", "cpython.txt:1: expected a pattern"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := readList(fstest.MapFS{"cpython.txt": {Data: []byte(test.list)}}, "cpython.txt")
			if test.err != "" {
				if err == nil || !strings.Contains(err.Error(), test.err) {
					t.Fatalf("got %v, want an error with %q", err, test.err)
				}
				return
			}
			if err != nil || strings.Join(got, " ") != test.want {
				t.Errorf("got %q and %v, want %s", got, err, test.want)
			}
		})
	}
	if got, err := readList(fstest.MapFS{}, "cpython.txt"); err != nil || got != nil {
		t.Errorf("without a list: got %q and %v", got, err)
	}
}

// TestCPythonLists: a variant that freezes modules of CPython's names it in the manifest, others do not need it.
func TestCPythonLists(t *testing.T) {
	for _, variant := range Variants() {
		in, err := readInputs(Config{Variant: variant})
		if err != nil {
			t.Fatal(err)
		}
		if named := in.manifest().CPython != nil; named != (len(in.cpython) > 0) {
			t.Errorf("%s freezes %q, and its manifest names CPython: %v", variant, in.cpython, named)
		}
	}
}
