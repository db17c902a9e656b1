package bench

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
	"strings"
	"time"
)

// ProcessMemoryBytes bounds what a process of a peer may hold, where the system can bound it (memory_linux.go).
const ProcessMemoryBytes = 2 << 30

// maxProcessOutput bounds what a program may print.
const maxProcessOutput = 16 << 20

// answerMark begins the line in which a driver answers. What stands before it is what the program printed.
const answerMark = '\x01'

// process is an engine that lives in a process of its own and is asked over a pipe. A driver, one of drivers/, reads a line for
// each program, {"source": TEXT}, runs it and prints answerMark and a line, {"ns": TIME} or {"error": WHY}. Its first
// line, unasked, is {"version": TEXT}. A process that was lost is started again for the next program.
type process struct {
	name    string
	command []string

	cmd     *exec.Cmd
	stdin   io.WriteCloser
	stdout  *bufio.Reader
	stderr  *tail
	version string
}

// NewProcess makes an engine of a command that runs a driver.
func NewProcess(name string, command ...string) Engine {
	return &process{name: name, command: command}
}

// answer is what a driver says.
type answer struct {
	Version string `json:"version"`
	NS      int64  `json:"ns"`
	Error   string `json:"error"`
	// Output is what the program printed, where the driver collects it.
	Output string `json:"output"`
}

func (p *process) Name() string    { return p.name }
func (p *process) Version() string { return p.version }

func (p *process) Run(ctx context.Context, program Program) (Sample, error) {
	if p.cmd == nil {
		if err := p.start(ctx); err != nil {
			return Sample{}, err
		}
	}
	stop := context.AfterFunc(ctx, p.kill)
	output, a, err := p.ask(program)
	if !stop() {
		p.end()
		return Sample{}, &RefusedError{"it did not end in time"}
	}
	if err != nil {
		p.end()
		return Sample{}, &RefusedError{fmt.Sprintf("its process ended: %v %s", err, p.stderr.text())}
	}
	if a.Error != "" {
		return Sample{}, &RefusedError{lastLine(a.Error)}
	}
	return Sample{Took: time.Duration(a.NS), Output: output + a.Output}, nil
}

func (p *process) start(ctx context.Context) error {
	p.cmd = exec.Command(p.command[0], p.command[1:]...)
	p.stderr = new(tail)
	p.cmd.Stderr = p.stderr
	p.cmd.Env = append(os.Environ(), "PYTHONHASHSEED=0")
	stdout, err := p.cmd.StdoutPipe()
	if err == nil {
		p.stdin, err = p.cmd.StdinPipe()
	}
	if err == nil {
		err = p.cmd.Start()
	}
	if err != nil {
		p.cmd = nil
		return fmt.Errorf("starting %s: %w", p.name, err)
	}
	p.stdout = bufio.NewReader(stdout)
	if err := boundMemory(p.cmd.Process.Pid, ProcessMemoryBytes); err != nil {
		return errors.Join(fmt.Errorf("bounding the memory of %s: %w", p.name, err), p.Close())
	}
	stop := context.AfterFunc(ctx, p.kill)
	_, hello, err := p.read()
	if !stop() {
		err = ctx.Err()
	}
	if err != nil {
		p.end()
		return fmt.Errorf("starting %s: %w\n%s", p.name, err, p.stderr.text())
	}
	p.version = hello.Version
	return nil
}

func (p *process) ask(program Program) (string, answer, error) {
	line, err := json.Marshal(map[string]string{"source": string(program.Source)})
	if err != nil {
		return "", answer{}, err
	}
	if _, err := p.stdin.Write(append(line, '\n')); err != nil {
		return "", answer{}, err
	}
	return p.read()
}

// read reads what a program prints, and the answer.
func (p *process) read() (output string, a answer, err error) {
	var printed bytes.Buffer
	for {
		line, err := p.stdout.ReadBytes('\n')
		if before, text, ok := bytes.Cut(line, []byte{answerMark}); ok {
			printed.Write(before)
			if err := json.Unmarshal(text, &a); err != nil {
				return "", a, fmt.Errorf("decoding its answer %.80q: %w", text, err)
			}
			return printed.String(), a, nil
		}
		if err != nil {
			return "", a, err
		}
		if printed.Write(line); printed.Len() > maxProcessOutput {
			return "", a, errors.New("it prints without end")
		}
	}
}

func (p *process) kill() { _ = p.cmd.Process.Kill() } // it may have ended

// end ends a process that is of no more use.
func (p *process) end() {
	p.kill()
	_ = p.cmd.Wait() // it was killed
	p.cmd = nil
}

// Close ends the process, which ends with its input.
func (p *process) Close() error {
	if p.cmd == nil {
		return nil
	}
	_ = p.stdin.Close()
	late := time.AfterFunc(5*time.Second, p.kill)
	defer late.Stop()
	_ = p.cmd.Wait() // its results have been read; how it ends is nothing to us
	p.cmd = nil
	return nil
}

// tail keeps the end of what a process says.
type tail struct{ kept []byte }

func (t *tail) Write(data []byte) (int, error) {
	const most = 2000
	t.kept = append(t.kept, data...)
	if len(t.kept) > most {
		t.kept = bytes.Clone(t.kept[len(t.kept)-most:])
	}
	return len(data), nil
}

func (t *tail) text() string { return strings.TrimSpace(string(t.kept)) }

// lastLine is what a traceback ends with.
func lastLine(text string) string {
	text = strings.TrimSpace(text)
	return text[strings.LastIndexByte(text, '\n')+1:]
}
