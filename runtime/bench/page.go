package bench

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/runtime/browser"
)

// openPageWithin bounds how long a browser may take until the engine in its page is there.
const openPageWithin = 2 * time.Minute

// pageEngine is another's engine in a worker of a page, which asks for programs and answers (drivers/page.mjs). A browser that was lost is
// started again for the next program.
type pageEngine struct {
	name     string
	path     string // of the page
	listener net.Listener
	server   *http.Server
	programs chan []byte
	answers  chan answer
	// open starts a browser on an address.
	open func(ctx context.Context, address string) (openPage, error)

	running openPage
	version string
}

// openPage is a browser that runs.
type openPage interface {
	Exited() <-chan struct{}
	Err() error
	Close() error
}

// OpenPeerInPage makes an engine of another's package in a page of a browser, one of [browser.Names]. The executable is found if it is empty.
func OpenPeerInPage(ctx context.Context, peerName, browserName, executable, cacheDir string, report progress.Reporter) (Engine, error) {
	if executable == "" {
		found, err := browser.Find(browserName)
		if err != nil {
			return nil, err
		}
		executable = found
	}
	p := peerOf(peerName)
	folder, version, err := installPeer(ctx, p, cacheDir, report)
	if err != nil {
		return nil, err
	}
	open := func(ctx context.Context, address string) (openPage, error) {
		return browser.Start(ctx, browserName, executable, address)
	}
	path := "/?" + url.Values{"engine": {p.name}, "version": {version}, "heap": {strconv.Itoa(peerHeap)}}.Encode()
	return newPageEngine(PeerInPage(peerName, browserName), folder, path, open)
}

func newPageEngine(name, folder, path string, open func(context.Context, string) (openPage, error)) (_ *pageEngine, err error) {
	e := &pageEngine{name: name, path: path, programs: make(chan []byte), answers: make(chan answer), open: open}
	if e.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return nil, fmt.Errorf("serving a page for %s: %w", e.name, err)
	}
	e.server = &http.Server{Handler: e.handler(folder), ReadHeaderTimeout: 10 * time.Second}
	go e.server.Serve(e.listener) //nolint:errcheck // ends with Close
	return e, nil
}

// handler serves the page, the package's folder, programs and answers.
func (e *pageEngine) handler(folder string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, `<!doctype html><script>new Worker("/drivers/page.mjs" + location.search, { type: "module" })</script>`)
	})
	mux.Handle("GET /drivers/", http.FileServerFS(drivers))
	mux.Handle("GET /package/", http.StripPrefix("/package/", http.FileServer(http.Dir(folder))))
	mux.HandleFunc("GET /next", func(w http.ResponseWriter, r *http.Request) {
		select {
		case program := <-e.programs:
			_, _ = w.Write(program) // a browser that has gone gives no answer
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("POST /answer", func(w http.ResponseWriter, r *http.Request) {
		var a answer
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxProcessOutput)).Decode(&a); err != nil {
			a = answer{Error: fmt.Sprintf("decoding its answer: %v", err)}
		}
		select {
		case e.answers <- a:
		case <-r.Context().Done():
		}
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin") // else clocks are coarse
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		w.Header().Set("Cache-Control", "no-store")
		mux.ServeHTTP(w, r)
	})
}

func (e *pageEngine) Name() string    { return e.name }
func (e *pageEngine) Version() string { return e.version }

func (e *pageEngine) Run(ctx context.Context, p Program) (Sample, error) {
	if e.running == nil {
		if err := e.start(ctx); err != nil {
			return Sample{}, err
		}
	}
	select {
	case e.programs <- p.Source:
	case <-e.running.Exited():
		return Sample{}, e.lost(e.running.Err())
	case <-ctx.Done():
		return Sample{}, e.lost(&RefusedError{"it did not end in time"})
	}
	a, err := e.wait(ctx)
	if ctx.Err() != nil {
		return Sample{}, e.lost(&RefusedError{"it did not end in time"})
	}
	if err != nil {
		return Sample{}, e.lost(&RefusedError{err.Error()})
	}
	if a.Error != "" {
		return Sample{}, &RefusedError{lastLine(a.Error)}
	}
	return Sample{Took: time.Duration(a.NS), Output: a.Output}, nil
}

// start starts the browser, and waits until the engine is there.
func (e *pageEngine) start(ctx context.Context) (err error) {
	if e.running, err = e.open(context.WithoutCancel(ctx), "http://"+e.listener.Addr().String()+e.path); err != nil {
		e.running = nil
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, openPageWithin)
	defer cancel()
	a, err := e.wait(ctx)
	if err == nil && a.Error != "" {
		err = errors.New(a.Error)
	}
	if err != nil {
		return e.lost(fmt.Errorf("starting %s: %w", e.name, err))
	}
	e.version = a.Version
	return nil
}

// wait waits for an answer.
func (e *pageEngine) wait(ctx context.Context) (answer, error) {
	select {
	case a := <-e.answers:
		return a, nil
	case <-e.running.Exited():
		return answer{}, e.running.Err()
	case <-ctx.Done():
		return answer{}, ctx.Err()
	}
}

// lost ends a browser that is of no more use, and returns why.
func (e *pageEngine) lost(why error) error {
	closed := e.running.Close()
	e.running = nil
	if closed != nil {
		return errors.Join(why, closed)
	}
	return why
}

func (e *pageEngine) Close() error {
	err := e.server.Close()
	if e.running != nil {
		err = errors.Join(err, e.running.Close())
	}
	return err
}
