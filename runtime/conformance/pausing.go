package conformance

import (
	"context"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// pausing is a target in which every call of a host function, and every read of stdin, pauses the run, which is stored and gone on with
// in the next of several hosts: what comes of it must be what comes of a run that never waits. The first pauses only, up to a number:
// what came before each is run again.
type pausing struct {
	hosts []host
	most  int
	// pauses counts them, of all programs.
	pauses int
}

// Name returns "pausing".
func (p *pausing) Name() string { return "pausing" }

// Run runs a program in one session after the other.
func (p *pausing) Run(ctx context.Context, program Program) (Result, error) {
	return runOn(ctx, p, program)
}

// Close does nothing: the hosts are the caller's.
func (p *pausing) Close() error { return nil }

func (p *pausing) ask(ctx context.Context, request protocol.Request) (protocol.Response, error) {
	programs, left := request.Programs, p.most
	request.Session.Pause = left > 0
	all, err := p.hosts[p.pauses%len(p.hosts)].ask(ctx, request)
	for err == nil && all.Paused != nil {
		p.pauses++
		left--
		waits := len(all.Outcomes) - 1
		request.Paused, request.Snapshot, request.Programs = all.Paused, nil, programs[waits+1:]
		request.Session.Pause = left > 0
		var next protocol.Response
		if next, err = p.hosts[p.pauses%len(p.hosts)].ask(ctx, request); err != nil {
			break
		}
		if all.PausedForInput {
			request.Session.Stdin = nil // it has been read
		}
		all = joined(all, next)
	}
	return all, err
}

// joined is an answer with what came after the run was gone on with that was paused in it.
func joined(all, next protocol.Response) protocol.Response {
	last := len(all.Outcomes) - 1
	before, after := all.Outcomes[last], next.Outcomes[0]
	after.Stdout = append(slices.Clip(before.Stdout), after.Stdout...)
	after.Stderr = append(slices.Clip(before.Stderr), after.Stderr...)
	next.Outcomes = append(append(slices.Clip(all.Outcomes[:last]), after), next.Outcomes[1:]...)
	next.Merged = append(slices.Clip(all.Merged), next.Merged...)
	next.CPUMicros = nil
	return next
}
