package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/urfave/cli/v2"
)

// errInterrupted says that a signal ended what the command waited for.
var errInterrupted = errors.New("interrupted")

// readAll reads what a user named to its end: a file, or as well a FIFO, a pipe or a terminal, of which both opening and reading
// may block for ever. When the context ends, so does the waiting; what goes on then ends with the process. More than limit bytes
// are an error, since a device need not have an end.
func readAll(ctx context.Context, limit int64, open func() (io.Reader, error)) ([]byte, error) {
	type answer struct {
		data []byte
		err  error
	}
	read := make(chan answer, 1)
	go func() {
		in, err := open()
		if err != nil {
			read <- answer{nil, err}
			return
		}
		data, err := io.ReadAll(io.LimitReader(in, limit+1))
		if closer, ok := in.(io.Closer); ok {
			err = errors.Join(err, closer.Close())
		}
		if err == nil && int64(len(data)) > limit {
			err = fmt.Errorf("found more than %d bytes", limit)
		}
		read <- answer{data, err}
	}()
	select {
	case a := <-read:
		return a.data, a.err
	case <-ctx.Done():
		return nil, errInterrupted
	}
}

// readFile is readAll for a path.
func readFile(ctx context.Context, path string, limit int64) ([]byte, error) {
	return readAll(ctx, limit, func() (io.Reader, error) { return os.Open(path) })
}

// unclosed is a stream that is not the reader's to close.
type unclosed struct{ io.Reader }

// endGrace is how long a command may take to come to its end after a signal: to end its children and remove what it made.
const endGrace = 10 * time.Second

// endable has a command end some time after a signal even where it waits for something that no context ends, such as a FIFO
// that nobody reads. The process ends with it.
func endable(action cli.ActionFunc, grace time.Duration) cli.ActionFunc {
	return func(c *cli.Context) error {
		ended := make(chan error, 1)
		go func() { ended <- action(c) }()
		select {
		case err := <-ended:
			return err
		case <-c.Context.Done():
		}
		late := time.NewTimer(grace)
		defer late.Stop()
		select {
		case err := <-ended:
			return err
		case <-late.C:
			return errInterrupted
		}
	}
}
