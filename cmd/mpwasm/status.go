package main

import (
	"fmt"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// Exit statuses of the command itself. A program that ran ends the command with its own status, or with one of those below.
const (
	statusOK          = 0
	statusFailed      = 1   // what was asked for was found to be wrong: verify, conform
	statusTrouble     = 2   // wrong usage, or a host error
	statusInterrupted = 130 // Ctrl-C, as shells report it; SIGTERM too
)

// Exit statuses of `run` for programs that did not come to their own end. 12 was a lack of memory, which is an exception now, and stays
// free.
const (
	statusRaised   = 1
	statusFuel     = 10
	statusDeadline = 11
	statusOutput   = 13
	statusTrapped  = 14
)

// runStatuses says what run and repl end with: the help and the README's table are this list.
var runStatuses = []struct {
	status string
	when   string
}{
	{fmt.Sprint(statusOK), "the program came to its end"},
	{"N", "the program's own status, as of sys.exit(N)"},
	{fmt.Sprint(statusRaised), "an exception was not caught; the traceback is on stderr"},
	{fmt.Sprint(statusTrouble), "wrong usage, or a host error"},
	{fmt.Sprint(statusFuel), "the limit of fuel ended the program"},
	{fmt.Sprint(statusDeadline), "the deadline ended the program"},
	{fmt.Sprint(statusOutput), "the limit of output ended the program"},
	{fmt.Sprint(statusTrapped), "the guest trapped, which is a defect of the build"},
	{fmt.Sprint(statusInterrupted), "Ctrl-C or SIGTERM ended it"},
}

// statusHelp is the list for the help.
func statusHelp() string {
	var text strings.Builder
	text.WriteString("Exit status:")
	for _, s := range runStatuses {
		fmt.Fprintf(&text, "\n  %-4s %s", s.status, s.when)
	}
	return text.String()
}

var limitStatus = map[protocol.Limit]int{
	protocol.FuelLimit:     statusFuel,
	protocol.DeadlineLimit: statusDeadline,
	protocol.OutputLimit:   statusOutput,
}

// exitStatus is what the process ends with after a run.
func exitStatus(o sandbox.Outcome) int {
	switch o.Kind {
	case protocol.Completed:
		return statusOK
	case protocol.Exited:
		return o.ExitStatus & 0xff // what a POSIX system would keep of it
	case protocol.Raised:
		return statusRaised
	case protocol.Cancelled:
		return statusInterrupted
	case protocol.Limited:
		if status, ok := limitStatus[o.Limit]; ok {
			return status
		}
	}
	return statusTrapped
}
