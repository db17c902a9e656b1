package conformance

import (
	"context"
	"fmt"
	"runtime"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// Node is the JavaScript library in Node.js as a target: one process for each program that runs at a time.
type Node struct{ processes }

var _ Target = (*Node)(nil)

// nodeProcess is a process and what it has been told.
type nodeProcess struct {
	*library.Node
	end  func()
	sent sentFolders
}

// NewNode makes a target of the library's source and an artifact. It runs jobs programs at a time; 0 for one per CPU.
func NewNode(source library.Source, artifact []byte, jobs int) *Node {
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return &Node{newProcesses(jobs, func() (process, error) {
		ctx, kill := context.WithCancel(context.Background())
		node, err := source.StartNode(ctx, artifact)
		if err != nil {
			kill()
			return nil, err
		}
		return &nodeProcess{Node: node, end: kill, sent: make(sentFolders)}, nil
	})}
}

// Name returns "node".
func (n *Node) Name() string { return "node" }

// Run runs a program in a new session.
func (n *Node) Run(ctx context.Context, program Program) (Result, error) {
	return runOn(ctx, n, program)
}

func (p *nodeProcess) kill() { p.end() }

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
