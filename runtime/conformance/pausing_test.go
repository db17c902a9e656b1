package conformance

import (
	"errors"
	"flag"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/browser"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

var pauseEverywhere = flag.Bool("pause-everywhere", false, "have TestRunsThatWait pause at every call, and go on in Chromium, Firefox and, where it is, WebKit too: some minutes")

// mostPauses is how often the programs of the suites are paused, each.
const mostPauses = 12

// TestRunsThatWait has each program of our suite that calls the host or reads stdin paused whenever it asks, and gone on with by turns in
// Go and in Node.js. Outcome, output, value, fuel and memory must be those of a run that never waits.
func TestRunsThatWait(t *testing.T) {
	folder, err := NewFolder(ownSuite)
	if err != nil {
		t.Fatal(err)
	}
	straight := openWazero(t)
	source, node := openNode(t)
	cases, err := folder.Cases(t.Context(), straight)
	if err != nil {
		t.Fatal(err)
	}
	cases = slices.DeleteFunc(cases, func(c Case) bool { return !c.Program.Options.TestFunctions && len(c.Program.Stdin) == 0 })
	if len(cases) < 5 {
		t.Fatalf("%d programs that ask the host", len(cases))
	}
	most, all := mostPauses, map[string][]host{"wazero": {straight}, "node": {node}, "both": {straight, node}}
	if *pauseEverywhere {
		most, all = math.MaxInt, map[string][]host{"everywhere": append([]host{straight, node}, pausingBrowsers(t, source)...)}
	}
	for name, hosts := range all {
		t.Run(name, func(t *testing.T) {
			waits := &pausing{hosts: hosts, most: most}
			for _, c := range cases {
				began, before := time.Now(), waits.pauses
				compareRuns(t, c, straight, waits)
				t.Logf("%s: %d pauses in %v", c.Name, waits.pauses-before, time.Since(began).Round(time.Millisecond))
			}
			t.Logf("%d programs, %d pauses", len(cases), waits.pauses)
			if waits.pauses < len(cases) {
				t.Errorf("%d pauses of %d programs", waits.pauses, len(cases))
			}
		})
	}
}

// pausingBrowsers starts those browsers that there are.
func pausingBrowsers(t *testing.T, source library.Source) (hosts []host) {
	server, err := NewPageServer(source, testartifact.Bytes(t), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	for _, name := range []string{"chromium", "firefox", "webkit"} {
		if _, err := browser.Find(name); err != nil {
			var missing *browser.NotFoundError
			if !errors.As(err, &missing) {
				t.Fatal(err)
			}
			t.Log(err)
			continue
		}
		b := NewBrowser(server, name, "")
		b.connect = 10 * time.Minute // on a machine that is busy
		t.Cleanup(func() {
			if err := b.Close(); err != nil {
				t.Error(err)
			}
		})
		hosts = append(hosts, b)
	}
	return hosts
}

// compareRuns runs a program on two targets.
func compareRuns(t *testing.T, c Case, a, b Target) {
	t.Helper()
	want, err := a.Run(t.Context(), c.Program)
	if err != nil {
		t.Fatal(err)
	}
	got, err := b.Run(t.Context(), c.Program)
	if err != nil {
		t.Errorf("%s: %v", c.Name, err)
		return
	}
	if difference := observe(want).differences(observe(got)); len(difference) > 0 {
		t.Errorf("%s: %v\nwaiting it gave %+v\nelse            %+v", c.Name, difference, got, want)
	}
}
