package library_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// nodeHost is the library in a Node.js process.
type nodeHost struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stdout *bufio.Reader
	next   int
}

// startNode starts node/runner.ts on the artifact. It ends with the test.
func startNode(t testing.TB, flags ...string) *nodeHost {
	t.Helper()
	built, err := artifact()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := source(t).Bundle(dir, "node/runner.ts"); err != nil {
		t.Fatal(err)
	}
	return startRunner(t, append(flags, filepath.Join(dir, "runner.js"), built.path)...)
}

func startRunner(t testing.TB, args ...string) *nodeHost {
	t.Helper()
	node, err := npm.Executable("node")
	if err != nil {
		t.Fatal(err)
	}
	h := &nodeHost{cmd: exec.Command(node, args...)}
	h.cmd.Stderr = os.Stderr
	if h.stdin, err = h.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	stdout, err := h.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	h.stdout = bufio.NewReader(stdout)
	if err := h.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		h.stdin.Close()
		if err := h.cmd.Wait(); err != nil {
			t.Errorf("Node.js ended so: %v", err)
		}
	})
	return h
}

// ask sends a request and reads the answer.
func (h *nodeHost) ask(options protocol.SessionOptions, programs ...protocol.ProgramText) (protocol.Response, error) {
	h.next++
	request, err := json.Marshal(protocol.Request{ID: h.next, Op: protocol.OpRun, Session: options, Programs: programs})
	if err != nil {
		return protocol.Response{}, err
	}
	if _, err := h.stdin.Write(append(request, '\n')); err != nil {
		return protocol.Response{}, err
	}
	line, err := h.stdout.ReadBytes('\n')
	if err != nil {
		return protocol.Response{}, err
	}
	var response protocol.Response
	if err := json.Unmarshal(line, &response); err != nil {
		return response, fmt.Errorf("decoding %.200s: %w", line, err)
	}
	if response.ID != h.next || response.Error != "" {
		return response, fmt.Errorf("request %d was answered so: %d, %s", h.next, response.ID, response.Error)
	}
	return response, nil
}
