package conformance

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/browser"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Bounds of a browser target.
const (
	// DefaultConnectTimeout is how long a browser may take until its page is connected.
	DefaultConnectTimeout = 90 * time.Second
	// maxStarts is how often a browser is started: a crash costs the tests that ran at the time, not the rest.
	maxStarts = 3
)

// Browser is a browser of this machine as a target, on a page of a [PageServer].
type Browser struct {
	server  *PageServer
	name    string
	connect time.Duration
	// open starts a browser on an address. What it returns tells when the browser has ended and why, and ends it.
	open func(address string) (running, error)

	mu      sync.Mutex
	starts  int
	page    *page
	running running
}

var (
	_ Target = (*Browser)(nil)
	_ Opener = (*Browser)(nil)
)

// running is a browser that runs.
type running interface {
	Exited() <-chan struct{}
	Err() error
	Close() error
}

// NewBrowser makes a target of a browser, one of [browser.Names]. The executable is found if it is empty. The server stays the
// caller's to close, after the target. It is started when the first program runs, and again when it was lost.
func NewBrowser(server *PageServer, name, executable string) *Browser {
	open := func(address string) (running, error) {
		return browser.Start(context.Background(), name, executable, address)
	}
	return &Browser{server: server, name: name, connect: DefaultConnectTimeout, open: open}
}

// NewAnyBrowser makes a target called "url" of whichever browser opens an address, which is told. It is waited for
// within the time, which 0 does not bound.
func NewAnyBrowser(server *PageServer, wait time.Duration, tell func(address string)) *Browser {
	open := func(address string) (running, error) {
		tell(address)
		return elsewhere{}, nil
	}
	return &Browser{server: server, name: "url", connect: wait, open: open}
}

// elsewhere is a browser that is not ours: nothing is known of its end, and it is not ended.
type elsewhere struct{}

func (elsewhere) Exited() <-chan struct{} { return nil }
func (elsewhere) Err() error              { return nil }
func (elsewhere) Close() error            { return nil }

// Name returns the browser's name.
func (b *Browser) Name() string { return b.name }

// Run runs a program in a new session.
func (b *Browser) Run(ctx context.Context, program Program) (Result, error) {
	return runOn(ctx, b, program)
}

// Open starts the browser. Run does so too, in the time that its test has.
func (b *Browser) Open(ctx context.Context) error {
	_, err := b.connected(ctx)
	return err
}

func (b *Browser) ask(ctx context.Context, request protocol.Request) (protocol.Response, error) {
	p, err := b.connected(ctx)
	if err != nil {
		return protocol.Response{}, err
	}
	response, err := p.ask(ctx, request)
	if errors.Is(err, errPageLost) {
		err = errors.Join(err, b.ended())
	}
	return response, err
}

// connected returns the page, after it started the browser where there is none.
func (b *Browser) connected(ctx context.Context) (*page, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.page != nil && !b.page.lost() {
		return b.page, nil
	}
	if b.starts == maxStarts {
		return nil, fmt.Errorf("starting %s: it was lost %d times", b.name, maxStarts)
	}
	b.starts++
	if b.running != nil {
		if err := b.running.Close(); err != nil {
			return nil, err
		}
	}
	address, pages := b.server.expect()
	var err error
	if b.running, err = b.open(address); err != nil {
		b.starts = maxStarts // the next try would end no better
		b.running = nil
		return nil, err
	}
	b.page, err = b.await(ctx, pages)
	return b.page, err
}

// await waits until the page is there.
func (b *Browser) await(ctx context.Context, pages <-chan *page) (*page, error) {
	var late <-chan time.Time
	if b.connect > 0 {
		timer := time.NewTimer(b.connect)
		defer timer.Stop()
		late = timer.C
	}
	select {
	case p := <-pages:
		return p, nil
	case <-b.running.Exited():
		return nil, fmt.Errorf("waiting for %s to open the page: %w", b.name, b.running.Err())
	case <-late:
		b.starts = maxStarts
		return nil, fmt.Errorf("waiting for %s to open the page: nothing came within %v", b.name, b.connect)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// ended says how the browser ended, if it did.
func (b *Browser) ended() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.running == nil {
		return nil
	}
	select {
	case <-b.running.Exited():
		return b.running.Err()
	case <-time.After(time.Second): // it may be about to
		return nil
	}
}

// Close ends the browser.
func (b *Browser) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.page != nil {
		b.page.conn.Close()
	}
	if b.running == nil {
		return nil
	}
	return b.running.Close()
}
