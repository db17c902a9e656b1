package passes

import (
	"context"
	"fmt"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// TestThreadedBranchesKeepMeaning compares the golden cases and random modules before and after.
func TestThreadedBranchesKeepMeaning(t *testing.T) {
	for name, src := range cases(t, threadBranchesName) {
		before := parseModule(t, src)
		after := threadModule(t, before)
		for _, e := range engines {
			for _, f := range exportedFunctions(before) {
				for n := range uint64(12) {
					was, err := instantiate(t, e.config(), before)
					if err != nil {
						t.Fatal(err)
					}
					is, err := instantiate(t, e.config(), after)
					if err != nil {
						t.Fatal(err)
					}
					if want, got := was.call(f, []uint64{n}), is.call(f, []uint64{n}); got != want {
						t.Errorf("%s: %s(%d) on %s is %s, was %s", name, f, n, e.name, got, want)
					}
				}
			}
		}
	}
	for seed := range uint64(100) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { compareThreaded(t, seed) })
	}
}

// FuzzThreadBranches goes on where TestThreadedBranchesKeepMeaning ends.
func FuzzThreadBranches(f *testing.F) {
	for _, seed := range []uint64{1 << 32, 1 << 40, 1 << 63} {
		f.Add(seed)
	}
	f.Fuzz(compareThreaded)
}

func compareThreaded(t *testing.T, seed uint64) {
	before, err := Run(context.Background(), randomModule(seed), []string{exceptionLoweringName}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	after := threadModule(t, before)
	for _, e := range engines {
		want, got := callRun(t, e.config(), before), callRun(t, e.config(), after)
		if got != want {
			t.Errorf("%s:\nbefore the pass %s\nafter it        %s", e.name, want, got)
		}
	}
}

func threadModule(t *testing.T, m *wasm.Module) *wasm.Module {
	t.Helper()
	after, err := Run(context.Background(), m, []string{threadBranchesName}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return after
}
