package conformance

import (
	"context"
	"errors"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// processes answer requests, each one at a time. A process whose program does not end is killed, and another one takes its place.
type processes struct {
	idle  chan process // nil where one is still to be started
	start func() (process, error)
}

// process is one of them.
type process interface {
	ask(protocol.Request) (protocol.Response, error)
	kill()
	// Close ends it, and must be followed by kill.
	Close() error
}

func newProcesses(jobs int, start func() (process, error)) processes {
	p := processes{idle: make(chan process, jobs), start: start}
	for range jobs {
		p.idle <- nil
	}
	return p
}

// ask has a process answer a request.
func (p *processes) ask(ctx context.Context, request protocol.Request) (_ protocol.Response, err error) {
	var one process
	select {
	case one = <-p.idle:
	case <-ctx.Done():
		return protocol.Response{}, ctx.Err()
	}
	defer func() { p.idle <- one }()
	if one == nil {
		if one, err = p.start(); err != nil {
			one = nil
			return protocol.Response{}, err
		}
	}
	stop := context.AfterFunc(ctx, one.kill)
	response, err := one.ask(request)
	if !stop() || err != nil { // killed, or in an unknown state
		one.kill()
		err = errors.Join(ctx.Err(), err)
		_ = one.Close() // says only that the process was killed
		one = nil
	}
	return response, err
}

// Close ends the processes.
func (p *processes) Close() error {
	var errs []error
	for range cap(p.idle) {
		if one := <-p.idle; one != nil {
			errs = append(errs, one.Close())
			one.kill()
		}
	}
	return errors.Join(errs...)
}
