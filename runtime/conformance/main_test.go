package conformance

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

var update = flag.Bool("update", false, "write golden files anew")

// fakePythonEnv makes the test binary act as an interpreter that gives the variable's value as its answer.
const fakePythonEnv = "MPWASM_TEST_FAKE_PYTHON"

func TestMain(m *testing.M) {
	if answer, ok := os.LookupEnv(fakePythonEnv); ok {
		fmt.Print(answer)
		os.Exit(0)
	}
	flag.Parse()
	os.Exit(m.Run())
}

// fakeTarget runs programs by asking a function.
type fakeTarget func(ctx context.Context, p Program) (Result, error)

func (f fakeTarget) Name() string                                       { return "fake" }
func (f fakeTarget) Close() error                                       { return nil }
func (f fakeTarget) Run(ctx context.Context, p Program) (Result, error) { return f(ctx, p) }

// fakeSuite is a suite of given cases.
type fakeSuite []Case

func (s fakeSuite) Name() string                                  { return "made-up" }
func (s fakeSuite) Cases(context.Context, Target) ([]Case, error) { return s, nil }

// printing is a target on which every program prints the same.
func printing(output string) fakeTarget {
	return func(context.Context, Program) (Result, error) { return printed(output), nil }
}

// printed is the result of a program that printed something and ended well.
func printed(output string) Result {
	return Result{Outcome: protocol.Completed, Merged: []byte(output), Used: protocol.Usage{Fuel: 7}}
}

// wants is a case that expects an output.
func wants(name, output string) Case {
	return Case{
		Name:    name,
		Group:   filepath.Dir(name),
		Program: Program{Name: "/" + name},
		Judge: func(_ context.Context, result Result) (Judgement, error) {
			if string(result.Merged) == "SKIP\n" {
				return Judgement{Kind: JudgedAbsent}, nil
			}
			return compareOutput([]byte(output), "the test", result.Merged), nil
		},
	}
}

// expecting changes what is expected of a case.
func expecting(c Case, expect Expect, reason string) Case {
	c.Expect, c.Reason = expect, reason
	return c
}

var errBroken = errors.New("the host is broken")

// writeTree writes files, named by slash paths, into a new folder.
func writeTree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
