package library

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Node is the library in a Node.js process, on an artifact. It answers one request at a time.
type Node struct {
	dir    string // of the bundle and the artifact; ours
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stdout *bufio.Reader
	stderr bytes.Buffer
	mu     sync.Mutex
	last   int // the number of the last request
}

// StartNode starts a process that runs node/runner.ts on an artifact. flags are those of Node.js. The process is to be
// closed; it ends with ctx too.
func (s Source) StartNode(ctx context.Context, artifact []byte, flags ...string) (_ *Node, err error) {
	executable, err := npm.Executable("node")
	if err != nil {
		return nil, err
	}
	n := new(Node)
	if n.dir, err = os.MkdirTemp("", "mpwasm-node-"); err != nil {
		return nil, fmt.Errorf("making a folder for Node.js: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(n.dir))
		}
	}()
	if err := s.Bundle(n.dir, "node/runner.ts", "src/worker.ts"); err != nil {
		return nil, err
	}
	module := filepath.Join(n.dir, "micropython.wasm")
	if err := os.WriteFile(module, artifact, 0o644); err != nil {
		return nil, fmt.Errorf("writing the artifact for Node.js: %w", err)
	}
	n.cmd = exec.CommandContext(ctx, executable, append(flags, filepath.Join(n.dir, "runner.js"), module)...)
	n.cmd.Stderr = &n.stderr
	stdout, err := n.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("starting Node.js: %w", err)
	}
	n.stdout = bufio.NewReader(stdout)
	if n.stdin, err = n.cmd.StdinPipe(); err != nil {
		return nil, fmt.Errorf("starting Node.js: %w", err)
	}
	if err := n.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting Node.js: %w", err)
	}
	return n, nil
}

// Run has programs run one after the other in a session of their own. An error is trouble of the host.
func (n *Node) Run(options protocol.SessionOptions, programs ...protocol.ProgramText) (protocol.Response, error) {
	response, err := n.Ask(protocol.Request{Op: protocol.OpRun, Session: options, Programs: programs})
	if err == nil && len(response.Outcomes) != len(programs) {
		err = fmt.Errorf("running in Node.js: %d programs were answered with %d outcomes", len(programs), len(response.Outcomes))
	}
	return response, err
}

// Ask sends a request, to which it gives a number, and waits for the answer. An error is trouble of the host.
func (n *Node) Ask(request protocol.Request) (protocol.Response, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.last++
	request.ID = n.last
	line, err := json.Marshal(request)
	if err != nil {
		return protocol.Response{}, fmt.Errorf("encoding a request: %w", err)
	}
	if _, err := n.stdin.Write(append(line, '\n')); err != nil {
		return protocol.Response{}, fmt.Errorf("asking Node.js: %w\n%s", err, n.stderr.Bytes())
	}
	if line, err = n.stdout.ReadBytes('\n'); err != nil {
		return protocol.Response{}, fmt.Errorf("reading the answer of Node.js: %w\n%s", err, n.stderr.Bytes())
	}
	var response protocol.Response
	if err := json.Unmarshal(line, &response); err != nil {
		return response, fmt.Errorf("decoding the answer of Node.js, %.200s: %w", line, err)
	}
	if response.Error != "" {
		return response, fmt.Errorf("running in Node.js: %s", response.Error)
	}
	if response.ID != n.last {
		return response, fmt.Errorf("running in Node.js: request %d was answered as %d", n.last, response.ID)
	}
	return response, nil
}

// Close ends the process.
func (n *Node) Close() error {
	err := errors.Join(n.stdin.Close(), n.cmd.Wait())
	if err != nil {
		err = fmt.Errorf("ending Node.js: %w\n%s", err, n.stderr.Bytes())
	}
	return errors.Join(err, os.RemoveAll(n.dir))
}
