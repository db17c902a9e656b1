// Package browser finds the browsers of this machine and starts them without a window: on one page, with a profile of their
// own that is removed afterwards, and with everything that they started ended in the end.
package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"time"
)

// Browser is a browser that runs.
type Browser struct {
	cmd     *exec.Cmd
	dir     string // profile and home; ours
	log     *tail
	display *display // of a browser that wants one
	exited  chan struct{}
	once    sync.Once
	err     error // of Close
}

// Start starts a browser of a kind (see [Names]) on a page. The executable is found by [Find] if it is empty. It is to be
// closed; it ends with ctx too.
func Start(ctx context.Context, name, executable, url string) (_ *Browser, err error) {
	kind, err := kindOf(name)
	if err != nil {
		return nil, err
	}
	if executable == "" {
		if executable, err = Find(name); err != nil {
			return nil, err
		}
	}
	b := &Browser{log: new(tail), exited: make(chan struct{})}
	if b.dir, err = os.MkdirTemp("", "mpwasm-"+name+"-"); err != nil {
		return nil, fmt.Errorf("making a profile for %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, b.display.close(), os.RemoveAll(b.dir))
		}
	}()
	if kind.wantsDisplay {
		if b.display, err = startDisplay(); err != nil {
			return nil, fmt.Errorf("starting %s: %w", name, err)
		}
	}
	args, err := kind.arguments(b.dir, url)
	if err != nil {
		return nil, fmt.Errorf("preparing the profile of %s: %w", name, err)
	}
	b.cmd = exec.Command(executable, args...)
	b.cmd.Env = append(append(environment(b.dir), kind.env...), b.display.env()...)
	b.cmd.Stdout, b.cmd.Stderr = b.log, b.log
	b.cmd.WaitDelay = time.Second // children may hold the pipes
	ownGroup(b.cmd)
	if err := b.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting %s: %w", name, err)
	}
	go func() {
		defer close(b.exited)
		_ = b.cmd.Wait() // how it ended is in Err
	}()
	context.AfterFunc(ctx, func() { _ = b.Close() })
	return b, nil
}

// environment is that of this process, with a home of its own.
func environment(dir string) []string {
	return append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+filepath.Join(dir, "config"),
		"XDG_CACHE_HOME="+filepath.Join(dir, "cache"), "XDG_DATA_HOME="+filepath.Join(dir, "data"))
}

// Exited is closed when the browser has ended, by itself or by Close.
func (b *Browser) Exited() <-chan struct{} { return b.exited }

// Err says how a browser ended that has, with the last of what it printed.
func (b *Browser) Err() error {
	return fmt.Errorf("the browser ended: %v%s", b.cmd.ProcessState, b.log.text())
}

// removeWithin is how long files of the profile may still appear after the browser was killed.
const removeWithin = 5 * time.Second

// Close ends the browser with all processes that it started, and removes its profile. It can be called again.
func (b *Browser) Close() error {
	b.once.Do(func() {
		killGroup(b.cmd)
		<-b.exited
		b.err = b.display.close()
		for deadline := time.Now().Add(removeWithin); ; time.Sleep(50 * time.Millisecond) {
			err := os.RemoveAll(b.dir)
			if err == nil {
				return
			}
			if time.Now().After(deadline) {
				b.err = errors.Join(b.err, fmt.Errorf("removing the browser's profile: %w", err))
				return
			}
		}
	})
	return b.err
}

// maxTail bounds what is kept of what a browser prints.
const maxTail = 4 << 10

// tail keeps the last of what is written to it.
type tail struct {
	mu   sync.Mutex
	data []byte
}

func (t *tail) Write(data []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.data = append(t.data, data...)
	if len(t.data) > maxTail {
		t.data = append([]byte{}, t.data[len(t.data)-maxTail:]...)
	}
	return len(data), nil
}

func (t *tail) text() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.data) == 0 {
		return ""
	}
	return "; it printed:\n" + string(t.data)
}
