package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// The code, the help and the README name the same exit statuses.
func TestStatusesAgree(t *testing.T) {
	listed := map[string]bool{}
	table := "| `run` ends with | when |\n| --- | --- |\n"
	for _, s := range runStatuses {
		listed[s.status] = true
		table += fmt.Sprintf("| %s | %s |\n", s.status, s.when)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), "\n\n"+table+"\n") {
		t.Errorf("README.md does not have this table, and no other line:\n%s", table)
	}
	var help bytes.Buffer
	if status := run(context.Background(), []string{"mpwasm", "run", "--help"}, streams{out: &help, err: &help}); status != statusOK {
		t.Errorf("run --help ended with status %d", status)
	}
	for _, s := range runStatuses {
		if !strings.Contains(help.String(), s.when) {
			t.Errorf("run --help does not say %q", s.when)
		}
	}
	outcomes := []sandbox.Outcome{{Kind: protocol.Completed}, {Kind: protocol.Raised}, {Kind: protocol.Trapped}, {Kind: protocol.Cancelled}, {Kind: "new"}}
	for _, limit := range []protocol.Limit{protocol.FuelLimit, protocol.DeadlineLimit, protocol.OutputLimit, "new"} {
		outcomes = append(outcomes, sandbox.Outcome{Kind: protocol.Limited, Limit: limit})
	}
	given := map[string]bool{"N": true, fmt.Sprint(statusTrouble): true}
	for _, o := range outcomes {
		status := fmt.Sprint(exitStatus(o))
		given[status] = true
		if !listed[status] {
			t.Errorf("a run that is %s %s ends with status %s, which is not listed", o.Kind, o.Limit, status)
		}
	}
	for _, s := range runStatuses {
		if !given[s.status] {
			t.Errorf("status %s is listed, and never given", s.status)
		}
	}
}
