package conformance

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// Translated is the sandbox with an artifact that was translated to Go as a target: a program whose main calls [Serve], since the code has to be
// compiled into it.
type Translated struct{ processes }

var _ Target = (*Translated)(nil)

// NewTranslated makes a target of such a program, with so many processes at once.
func NewTranslated(path string, jobs int) *Translated {
	return &Translated{newProcesses(jobs, func() (process, error) { return startServing(path) })}
}

// Name returns "go".
func (t *Translated) Name() string { return "go" }

// Run runs a program in a new session.
func (t *Translated) Run(ctx context.Context, program Program) (Result, error) {
	return runOn(ctx, t, program)
}

// Serve answers requests, JSON objects one after the other, in sessions of an engine, until there are no more.
func Serve(ctx context.Context, engine *sandbox.Engine, in io.Reader, out io.Writer) error {
	here := NewWazero(engine, "")
	requests, responses := json.NewDecoder(in), json.NewEncoder(out)
	for {
		var request protocol.Request
		if err := requests.Decode(&request); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("reading a request: %w", err)
		}
		response, err := here.ask(ctx, request)
		if err != nil {
			response = protocol.Response{Error: err.Error()}
		}
		if err := responses.Encode(response); err != nil {
			return fmt.Errorf("writing a response: %w", err)
		}
	}
}

// servingProcess is a process that runs Serve.
type servingProcess struct {
	cmd       *exec.Cmd
	in        io.WriteCloser
	requests  *json.Encoder
	responses *json.Decoder
}

func startServing(path string) (*servingProcess, error) {
	p := &servingProcess{cmd: exec.Command(path)}
	p.cmd.Stderr = os.Stderr
	in, err := p.cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	p.in, p.requests, p.responses = in, json.NewEncoder(in), json.NewDecoder(out)
	return p, nil
}

func (p *servingProcess) ask(request protocol.Request) (response protocol.Response, err error) {
	if err := p.requests.Encode(request); err != nil {
		return response, fmt.Errorf("sending a request: %w", err)
	}
	if err := p.responses.Decode(&response); err != nil {
		return response, fmt.Errorf("reading a response: %w", err)
	}
	if response.Error != "" {
		return response, errors.New(response.Error)
	}
	return response, nil
}

func (p *servingProcess) kill() { p.cmd.Process.Kill() }

// Close lets the process come to its end.
func (p *servingProcess) Close() error {
	return errors.Join(p.in.Close(), p.cmd.Wait())
}
