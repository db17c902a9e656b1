package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// input reads a session's stdin in such a way that a run can end though its input does not come. A read that nobody waits
// for any more goes on, in a goroutine that ends when the reader answers; what it gives is for the next one to ask.
type input struct {
	reader  io.Reader
	patient bool             // reads answer at once, so nothing need go on by itself
	pending chan inputResult // of the read that goes on; nil if none does
	left    []byte           // was read, and not handed out yet
}

type inputResult struct {
	data []byte
	err  error
}

// inputChunk bounds what is read at once, in bytes.
const inputChunk = 64 << 10

func newInput(reader io.Reader) *input {
	if reader == nil {
		reader = bytes.NewReader(nil)
	}
	in := &input{reader: reader}
	switch reader.(type) {
	case *bytes.Reader, *bytes.Buffer, *strings.Reader:
		in.patient = true
	}
	return in
}

// read fills a buffer with at least a byte, and returns how many; 0 is the end of the stream. The error is the context's if
// that ended, or if the deadline, when there is one, has passed.
func (in *input) read(ctx context.Context, deadline time.Time, into []byte) (int, error) {
	if len(into) == 0 {
		return 0, nil
	}
	if in.patient && len(in.left) == 0 {
		return atLeastOne(in.reader, into)
	}
	if len(in.left) == 0 {
		if err := in.wait(ctx, deadline, min(len(into), inputChunk)); err != nil {
			return 0, err
		}
	}
	n := copy(into, in.left)
	in.left = in.left[n:]
	return n, nil
}

// wait waits for what a read gives, and begins one if none goes on.
func (in *input) wait(ctx context.Context, deadline time.Time, size int) error {
	if in.pending == nil {
		in.pending = make(chan inputResult, 1)
		go readInto(in.pending, in.reader, size)
	}
	if !deadline.IsZero() {
		var cancel context.CancelFunc
		ctx, cancel = context.WithDeadline(ctx, deadline)
		defer cancel()
	}
	select {
	case result := <-in.pending:
		in.pending = nil
		in.left = result.data
		return result.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// readInto reads once. It runs by itself, where a panic of the reader's would end the process.
func readInto(results chan<- inputResult, reader io.Reader, size int) {
	var result inputResult
	defer func() {
		if v := recover(); v != nil {
			result = inputResult{err: fmt.Errorf("reading stdin: the reader panicked: %v", v)}
		}
		results <- result
	}()
	buffer := make([]byte, size)
	n, err := atLeastOne(reader, buffer)
	result = inputResult{buffer[:n], err}
}

func atLeastOne(reader io.Reader, into []byte) (int, error) {
	n, err := io.ReadAtLeast(reader, into, 1)
	if n > 0 || errors.Is(err, io.EOF) {
		return n, nil
	}
	return 0, err
}
