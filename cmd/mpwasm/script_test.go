package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"mpwasm": main})
}

// TestScript runs the command line as a user does. The scripts share the user's cache, so that only the
// first of them builds.
func TestScript(t *testing.T) {
	cache := os.Getenv("MPWASM_CACHE")
	if cache == "" {
		cache = defaultCacheDir()
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	exe, err := exec.LookPath("mpwasm") // which Main put on the PATH
	if err != nil {
		t.Fatal(err)
	}
	translate := os.Getenv("MPWASM_TRANSLATE") != ""
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Condition: func(name string) (bool, error) {
			if name != "translate" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return translate, nil
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("MPWASM_CACHE", cache)
			env.Setenv("ROOT", root)
			env.Setenv("EXE", exe)
			if !translate {
				return nil
			}
			return goCaches(env)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"flip":   flip,
			"status": status,
		},
	})
}

// goCaches lets a script compile with what is compiled already.
func goCaches(env *testscript.Env) error {
	names := []string{"GOCACHE", "GOMODCACHE", "GOPATH"}
	out, err := exec.Command("go", append([]string{"env"}, names...)...).Output()
	if err != nil {
		return err
	}
	for i, value := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		env.Setenv(names[i], value)
	}
	return nil
}

// flip FILE OFFSET inverts one byte of a file.
func flip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: flip FILE OFFSET")
	}
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	data[at] ^= 0xff
	ts.Check(os.WriteFile(path, data, 0o644))
}

// status N COMMAND [ARG...] runs a command that must end with exit status N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if err != nil {
		exit, ok := err.(interface{ ExitCode() int })
		if !ok {
			ts.Fatalf("running %s: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s ended with status %d, want %d", args[1], got, want)
	}
}
