package usermod

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// folder writes the files of a txtar archive and returns their folder.
func folder(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range txtar.Parse([]byte(archive)).Files {
		path := filepath.Join(dir, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func guest(n int) string { return fmt.Sprintf("/usermod%d", n) }

func TestFind(t *testing.T) {
	tests := []struct {
		name, archive string
		want          []string // "folder: sources | flags"
	}{
		{"plain folder", "-- a.c --\n-- b.c --\n-- b.h --\n", []string{". : a.c b.c | -I/usermod0"}},
		{"makefile", `
-- micropython.mk --
# As upstream's documentation writes it.
EXAMPLE_DIR := $(USERMOD_DIR)

SRC_USERMOD += $(EXAMPLE_DIR)/one.c
SRC_USERMOD_C += \
	$(EXAMPLE_DIR)/two.c \
	${EXAMPLE_DIR}/sub/three.c  # with a comment
CFLAGS_USERMOD += -I$(EXAMPLE_DIR) -DX=1
UNSET ?= a
UNSET ?= b
CFLAGS_USERMOD += -D$(UNSET)
`, []string{". : one.c two.c sub/three.c | -I/usermod0 -DX=1 -Da"}},
		{"folder of modules", "-- x/micropython.mk --\nSRC_USERMOD_C = $(USERMOD_DIR)/x.c\n-- y/y.c --\n-- README --\n",
			[]string{"x: x.c | ", "y: y.c | -I/usermod1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, test.archive)
			modules, err := Find(dir, guest)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, m := range modules {
				rel, err := filepath.Rel(dir, m.Dir)
				if err != nil {
					t.Fatal(err)
				}
				if rel == "." {
					rel = ". "
				}
				got = append(got, fmt.Sprintf("%s: %s | %s", rel, strings.Join(m.Sources, " "), strings.Join(m.Flags, " ")))
			}
			if fmt.Sprint(got) != fmt.Sprint(test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestFindRefuses(t *testing.T) {
	tests := []struct{ name, archive, want string }{
		{"nothing there", "-- README --\n", "holds a micropython.mk or a .c file"},
		{"no sources", "-- micropython.mk --\nCFLAGS_USERMOD += -DX\n", "names no sources; expected SRC_USERMOD_C"},
		{"make function", "-- micropython.mk --\nSRC_USERMOD_C += $(wildcard *.c)\n", "line 1: $(wildcard *.c) is not set"},
		{"unknown variable, continued", "-- micropython.mk --\nA = 1\nSRC_USERMOD_C += \\\n $(TOP)/a.c\n", "line 3: $(TOP) is not set"},
		{"rule", "-- micropython.mk --\nall: a.o\n", `line 1: "all: a.o" is no assignment`},
		{"condition", "-- micropython.mk --\nifdef X\n", "is no assignment"},
		{"C++", "-- micropython.mk --\nSRC_USERMOD_CXX += $(USERMOD_DIR)/a.cpp\n", "SRC_USERMOD_CXX is set, but only modules in C"},
		{"source outside", "-- micropython.mk --\nSRC_USERMOD_C += $(USERMOD_DIR)/../a.c\n", "lies outside the module's folder"},
		{"absolute source", "-- micropython.mk --\nSRC_USERMOD_C += /etc/a.c\n", "lies outside the module's folder"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Find(folder(t, test.archive), guest); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
	if _, err := Find(filepath.Join(t.TempDir(), "missing"), guest); err == nil {
		t.Error("a missing folder was accepted")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("A := 1\nB += $(A) \\\n c # x\n")
	f.Add("A = $(A)")
	f.Add("\\\n\\\n")
	f.Fuzz(func(t *testing.T, text string) {
		vars, err := parse(text, map[string]string{})
		if err == nil && len(vars) > strings.Count(text, "=") {
			t.Errorf("%d variables from %q", len(vars), text)
		}
	})
}
