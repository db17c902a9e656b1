package conformance

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// Node is the JavaScript library in Node.js as a target: one process for each program that runs at a time. A process whose
// program does not end is killed, and another one takes its place.
type Node struct {
	source   library.Source
	artifact []byte
	idle     chan *nodeProcess // nil where a process is still to be started
}

var _ Target = (*Node)(nil)

// nodeProcess is a process and what it has been told.
type nodeProcess struct {
	*library.Node
	kill func()
	sent sentFolders
}

// NewNode makes a target of the library's source and an artifact. It runs jobs programs at a time; 0 for one per CPU.
func NewNode(source library.Source, artifact []byte, jobs int) *Node {
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	n := &Node{source: source, artifact: artifact, idle: make(chan *nodeProcess, jobs)}
	for range jobs {
		n.idle <- nil
	}
	return n
}

// Name returns "node".
func (n *Node) Name() string { return "node" }

// Run runs a program in a new session.
func (n *Node) Run(ctx context.Context, program Program) (Result, error) {
	return runOn(ctx, n, program)
}

// ask has a process answer a request.
func (n *Node) ask(ctx context.Context, request protocol.Request) (_ protocol.Response, err error) {
	var process *nodeProcess
	select {
	case process = <-n.idle:
	case <-ctx.Done():
		return protocol.Response{}, ctx.Err()
	}
	defer func() { n.idle <- process }()
	if process == nil {
		if process, err = n.start(); err != nil {
			return protocol.Response{}, err
		}
	}
	stop := context.AfterFunc(ctx, process.kill)
	response, err := process.ask(request)
	if !stop() || err != nil { // killed, or in an unknown state
		process.kill()
		err = errors.Join(ctx.Err(), err)
		_ = process.Close() // says only that the process was killed
		process = nil
	}
	return response, err
}

func (n *Node) start() (*nodeProcess, error) {
	ctx, kill := context.WithCancel(context.Background())
	node, err := n.source.StartNode(ctx, n.artifact)
	if err != nil {
		kill()
		return nil, err
	}
	return &nodeProcess{Node: node, kill: kill, sent: make(sentFolders)}, nil
}

// ask sends the folders that a request needs, and the request.
func (p *nodeProcess) ask(request protocol.Request) (protocol.Response, error) {
	folders, err := p.sent.missing(request.Session.Mounts)
	if err != nil {
		return protocol.Response{}, fmt.Errorf("granting files: %w", err)
	}
	for i := range folders {
		if _, err := p.Ask(protocol.Request{Op: protocol.OpFolder, Folder: &folders[i]}); err != nil {
			return protocol.Response{}, err
		}
	}
	return p.Ask(request)
}

// Close ends the processes.
func (n *Node) Close() error {
	var errs []error
	for range cap(n.idle) {
		if process := <-n.idle; process != nil {
			errs = append(errs, process.Close())
			process.kill()
		}
	}
	return errors.Join(errs...)
}
