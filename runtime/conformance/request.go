package conformance

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strconv"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// outputLimitBytes is how much a program may write, unless it says otherwise.
const outputLimitBytes = 16 << 20

// host answers requests of kind protocol.OpRun, wherever it is. Mounts name folders by their path on this machine.
type host interface {
	ask(ctx context.Context, request protocol.Request) (protocol.Response, error)
}

// runOn has a host run a program.
func runOn(ctx context.Context, h host, program Program) (Result, error) {
	if program.Recording != nil {
		return replayOn(ctx, h, program)
	}
	request, before := newRequest(program)
	response, err := h.ask(ctx, request)
	if err != nil {
		return Result{}, fmt.Errorf("running %s: %w", program.Name, err)
	}
	if len(response.Outcomes) != len(request.Programs) {
		return Result{}, fmt.Errorf("running %s: the target answered with %d outcomes of %d programs", program.Name, len(response.Outcomes), len(request.Programs))
	}
	if before > 0 {
		if err := entered(response.Outcomes[0], program.Dir); err != nil {
			return Result{}, err
		}
	}
	if len(program.Resumed) > 0 {
		if response, err = resume(ctx, h, request, program.Resumed, response); err != nil {
			return Result{}, fmt.Errorf("resuming %s: %w", program.Name, err)
		}
	}
	return newResult(response, before), nil
}

// replayOn has a host run again what was recorded.
func replayOn(ctx context.Context, h host, program Program) (Result, error) {
	response, err := h.ask(ctx, protocol.Request{Op: protocol.OpReplay, Recording: program.Recording})
	if err != nil {
		return Result{}, fmt.Errorf("replaying %s: %w", program.Name, err)
	}
	if len(response.Outcomes) == 0 {
		return Result{}, fmt.Errorf("replaying %s: the target answered with no outcome", program.Name)
	}
	result := newResult(response, 0)
	result.Differences = response.Differences
	return result, nil
}

// resume has programs run in a new session that goes on from the snapshot in a response, and returns both sessions' answers as one.
func resume(ctx context.Context, h host, request protocol.Request, programs []protocol.ProgramText, first protocol.Response) (protocol.Response, error) {
	request.Keep, request.Snapshot, request.Programs = false, first.Snapshot, programs
	second, err := h.ask(ctx, request)
	if err != nil {
		return protocol.Response{}, err
	}
	if len(second.Outcomes) != len(programs) {
		return protocol.Response{}, fmt.Errorf("the target answered with %d outcomes of %d programs", len(second.Outcomes), len(programs))
	}
	second.Outcomes = append(slices.Clip(first.Outcomes), second.Outcomes...)
	second.Merged = append(slices.Clip(first.Merged), second.Merged...)
	return second, nil
}

// newRequest writes a program as a request, with so many programs before it.
func newRequest(program Program) (_ protocol.Request, before int) {
	options := program.Options
	options.Args = append([]string{program.Name}, program.Args...)
	if options.Path == nil {
		options.Path = []string{path.Dir(program.Name)}
	}
	options.Stdin = program.Stdin
	if options.MaxOutput == 0 {
		options.MaxOutput = outputLimitBytes
	}
	for _, m := range program.Mounts {
		options.Mounts = append(slices.Clip(options.Mounts), protocol.MountText{Path: m.GuestPath, Folder: m.HostDir, Writable: m.Writable})
	}
	var programs []protocol.ProgramText
	if program.Dir != "" && program.Dir != "/" {
		programs = append(programs, enterDir(program.Dir))
	}
	before = len(programs)
	programs = append(programs, protocol.ProgramText{Name: program.Name, Source: program.Source, NoValue: !program.Value})
	programs = append(programs, program.Then...)
	return protocol.Request{Op: protocol.OpRun, Session: options, Programs: programs, Keep: len(program.Resumed) > 0}, before
}

// enterDir is a program that makes a folder the guest's current directory, and leaves no name behind. A session has no
// setting for that.
func enterDir(dir string) protocol.ProgramText {
	return protocol.ProgramText{Source: protocol.Text("__import__('os').chdir(" + strconv.QuoteToASCII(dir) + ")")}
}

// entered checks how enterDir ended. A variant without os has no files, and so no folder to be in.
func entered(report protocol.Report, dir string) error {
	noModule := report.Outcome == protocol.Raised && report.Error != nil && report.Error.Type == "ImportError"
	if report.Outcome != protocol.Completed && !noModule {
		return fmt.Errorf("entering %s: it %s %s", dir, report.Outcome, detail(report))
	}
	return nil
}

// newResult is what a response says of the programs after the first few.
func newResult(response protocol.Response, before int) Result {
	reports := response.Outcomes[before:]
	for i := range reports {
		reports[i].Value = canonicalJSON(reports[i].Value)
	}
	last := reports[len(reports)-1]
	merged := slices.Clone(response.Merged)
	if last.Outcome == protocol.Raised && last.Error != nil {
		merged = append(merged, last.Error.Traceback...)
	}
	return Result{
		Outcome:      last.Outcome,
		ExitStatus:   exitStatus(last),
		Merged:       merged,
		Detail:       detail(last),
		Used:         last.Used,
		Reports:      reports,
		MemorySHA256: response.MemorySHA256,
	}
}

// canonicalJSON escapes those characters that Go's encoder escapes and others do not.
func canonicalJSON(value []byte) []byte {
	var escaped bytes.Buffer
	json.HTMLEscape(&escaped, value)
	return escaped.Bytes()
}

// exitStatus is what a process would end with.
func exitStatus(report protocol.Report) int {
	switch report.Outcome {
	case protocol.Raised:
		return 1
	case protocol.Exited:
		return report.ExitStatus
	}
	return 0
}

// detail says more about how a program ended, for people.
func detail(report protocol.Report) string {
	switch {
	case report.Outcome == protocol.Raised && report.Error != nil:
		return report.Error.Type + ": " + report.Error.Message
	case report.Outcome == protocol.Limited && report.Limit != nil:
		return string(*report.Limit)
	}
	return report.Trap
}
