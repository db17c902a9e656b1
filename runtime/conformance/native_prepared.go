package conformance

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"time"
)

// Prepared is a process of a program that builder.BuildNative wrote, in which a prelude has run. Each further program runs in a copy of
// it: a prelude that takes a minute is paid once, and what programs do is undone in a millisecond.
type Prepared struct {
	server *nativeServer
	dir    string
}

// PreparedLimits bound a program: the memory is what objects may take beside those of the prelude.
type PreparedLimits struct {
	Fuel      uint64
	Memory    int
	MaxOutput int
	Timeout   time.Duration
}

func (l PreparedLimits) lines(memoryKey string) string {
	return fmt.Sprintf("fuel %d\n%s %d\nmax-output %d\ntimeout-ms %d\n", l.Fuel, memoryKey, l.Memory, l.MaxOutput, l.Timeout.Milliseconds())
}

// Prepare starts a process and runs a prelude in it. The second result says how the prelude ended.
func Prepare(ctx context.Context, path string, prelude []byte, limits PreparedLimits) (*Prepared, Result, error) {
	dir, err := os.MkdirTemp("", "mpwasm-native-")
	if err != nil {
		return nil, Result{}, fmt.Errorf("making a folder for files: %w", err)
	}
	server, err := startNative(path)
	if err != nil {
		return nil, Result{}, err
	}
	p := &Prepared{server, dir}
	head := "prelude 1\npath .frozen\nwritable " + dir + "\t/\nchdir /\n" + limits.lines("memory")
	result, err := p.ask(ctx, head, prelude)
	if err != nil {
		p.Close()
		return nil, Result{}, err
	}
	return p, result, nil
}

// Run runs a program in a copy of the process. What it wrote before a crash or a timeout is in the result's Merged, behind the report.
func (p *Prepared) Run(ctx context.Context, source []byte, limits PreparedLimits) (Result, error) {
	return p.ask(ctx, "keep 1\n"+limits.lines("room"), source)
}

func (p *Prepared) ask(ctx context.Context, head string, source []byte) (Result, error) {
	var request bytes.Buffer
	fmt.Fprintf(&request, "%svalue 1\nname calls.py\nsource-bytes %d\n\n%s", head, len(source), source)
	stop := context.AfterFunc(ctx, p.server.kill)
	answer, err := p.server.ask(request.Bytes())
	if !stop() {
		return Result{}, ctx.Err()
	}
	if err != nil {
		return Result{}, err
	}
	return nativeResult(answer)
}

// Close ends the process.
func (p *Prepared) Close() error {
	p.server.kill()
	if err := os.RemoveAll(p.dir); err != nil {
		return fmt.Errorf("removing a folder of files: %w", err)
	}
	return nil
}
