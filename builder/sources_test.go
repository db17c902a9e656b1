package builder

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadSources(t *testing.T) {
	mp := fstest.MapFS{"py/a.c": {}, "py/asmx.c": {}, "py/b.c": {}, "extmod/c.c": {}}
	tests := []struct {
		name, list string
		want       string
		err        string
	}{
		{"patterns", "# comment\n\npy/*.c\nport:*.c\n", "/mp/py/a.c /mp/py/asmx.c /mp/py/b.c /port/main.c", ""},
		{"exclusion", "py/*.c\n!py/asm*.c\n", "/mp/py/a.c /mp/py/b.c", ""},
		{"a later line replaces", "py/*.c\npy/a.c -O3 -DX\n", "/mp/py/asmx.c /mp/py/b.c /mp/py/a.c[-O3 -DX]", ""},
		{"more flags", "py/*.c -O3\n+py/a.c -DX\n", "/mp/py/a.c[-O3 -DX] /mp/py/asmx.c[-O3] /mp/py/b.c[-O3]", ""},
		{"more flags for nothing", "py/b.c\n+py/a.c -DX\n", "", "sources.txt:2: +py/a.c: py/a.c does not stand above"},
		{"include", "py/*.c\ninclude room/sources.txt\n", "/mp/py/asmx.c /mp/py/b.c /port/room/r.c[-DR]", ""},
		{"include of nothing", "include none.txt\n", "", "reading the port's sources: open none.txt"},
		{"include within an included list", "include again.txt\n", "", `again.txt:1: pattern "include" matches no file`},
		{"no match", "py/a.c\n\npy/z*.c\n", "", `sources.txt:3: pattern "py/z*.c" matches no file`},
		{"bad pattern", "py/[.c\n", "", "sources.txt:1: pattern"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			units, err := readSources(mp, fstest.MapFS{
				"sources.txt":      {Data: []byte(test.list)},
				"main.c":           {},
				"room/sources.txt": {Data: []byte("# A room.\nport:room/*.c -DR\n!py/a.c\n")},
				"room/r.c":         {},
				"again.txt":        {Data: []byte("include again.txt\n")},
			})
			if test.err != "" {
				if err == nil || !strings.Contains(err.Error(), test.err) {
					t.Fatalf("got %v, want an error with %q", err, test.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, unit := range units {
				text := unit.Source
				if len(unit.Flags) > 0 {
					text += fmt.Sprint(unit.Flags)
				}
				got = append(got, text)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, " "), test.want)
			}
		})
	}
}
