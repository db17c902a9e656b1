package playground

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// comparePath is where pages made with [Config.Compare] have programs run, relative to the page.
const comparePath = "/compare"

// CompareBounds are the most that a program may be granted to be compared, and what a page lowers its own settings to.
// Fuel ends programs on both sides at the same place, so its bound comes before that of time.
var CompareBounds = protocol.SessionOptions{
	Memory:          64 << 20,
	Fuel:            100_000_000, // some seconds
	TimeoutMS:       20_000,
	MaxOutput:       1 << 20,
	FilesLimitBytes: new(int64(16 << 20)),
	FilesLimit:      1024,
}

// Bounds of the server's own.
const (
	// maxCompareBytes bounds a request: a program, its files, and what it wrote in the page, as JSON.
	maxCompareBytes = 32 << 20
	// maxCompareRuns is how many programs run at a time.
	maxCompareRuns = 2
	// compareWait is how long a request waits for its turn.
	compareWait = 10 * time.Second
	// compareReadTime is how long a request may take to come.
	compareReadTime = 20 * time.Second
	// maxComparePending bounds what all requests together hold that are being read, or wait for their turn.
	maxComparePending = 4 * maxCompareBytes
)

// Comparer runs programs of a page in the sandbox and says where the page got something else. A program is whatever a
// visitor wrote: it is granted nothing, within CompareBounds.
type Comparer struct {
	engine *sandbox.Engine
	turns  chan struct{}
	wait   time.Duration // for a turn
	// readTime is how long a request may take to come.
	readTime time.Duration
	// pending counts the bytes that are held of requests whose turn has not come.
	pending atomic.Int64
	origin  *http.CrossOriginProtection
	// loopback tells that only addresses of this machine are answered to.
	loopback bool
}

var _ http.Handler = (*Comparer)(nil)

// NewComparer serves comparisons on a listener's address. The engine stays the caller's to close. On a loopback address, requests must
// name one: a name that a stranger's domain gives to 127.0.0.1 (DNS rebinding) reaches nothing.
func NewComparer(engine *sandbox.Engine, addr net.Addr) *Comparer {
	return &Comparer{engine: engine, turns: make(chan struct{}, maxCompareRuns), wait: compareWait, readTime: compareReadTime, origin: http.NewCrossOriginProtection(), loopback: IsLoopback(addr)}
}

// IsLoopback tells whether only this machine can reach an address.
func IsLoopback(addr net.Addr) bool {
	tcp, ok := addr.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// WithCompare serves a site, and comparisons beside it.
func WithCompare(site, comparer http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", site)
	mux.Handle(comparePath, comparer)
	return mux
}

// compareError is an answer other than a comparison.
type compareError struct {
	status int
	text   string
}

func (e *compareError) Error() string { return e.text }

// refuse makes an error of the client's.
func refuse(status int, format string, args ...any) error {
	return &compareError{status, fmt.Sprintf(format, args...)}
}

func (c *Comparer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	answer, err := c.answer(w, r)
	status := http.StatusOK
	var refused *compareError
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &refused):
		status = refused.status
	case errors.As(err, &tooLarge):
		status = http.StatusRequestEntityTooLarge
		err = fmt.Errorf("the program with its files and its output is larger than %d bytes", tooLarge.Limit)
	case err != nil:
		status = http.StatusInternalServerError
	}
	if err != nil {
		answer = protocol.CompareResponse{Error: err.Error()}
	}
	header := w.Header()
	header.Set("Content-Type", contentTypes[".json"])
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
	if status == http.StatusServiceUnavailable {
		header.Set("Retry-After", "1")
	}
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(answer) // a browser that has gone is no trouble of ours
}

// answer runs what a request asks for and compares.
func (c *Comparer) answer(w http.ResponseWriter, r *http.Request) (protocol.CompareResponse, error) {
	var none protocol.CompareResponse
	if err := c.admit(r); err != nil {
		return none, err
	}
	body, err := c.readBody(w, r) // before its turn: who sends slowly holds nobody up
	defer func() { c.pending.Add(-int64(len(body))) }()
	if err != nil {
		return none, err
	}
	done, err := c.turn(r.Context())
	if err != nil {
		return none, err
	}
	defer done()
	asked, err := decodeCompare(body)
	if err != nil {
		return none, err
	}
	response, err := c.engine.Answer(r.Context(), asked.Request, nil)
	if errors.Is(err, sandbox.ErrInvalidConfig) || errors.Is(err, sandbox.ErrInvalidInput) {
		return none, refuse(http.StatusBadRequest, "%v", err)
	}
	if err != nil {
		return none, err
	}
	fields, err := conformance.Compare(asked.Request, asked.Response, response)
	if err != nil {
		return none, refuse(http.StatusBadRequest, "%v", err)
	}
	return protocol.CompareResponse{Fields: fields, WallNS: response.Outcomes[0].Used.WallNS}, nil
}

// admit checks where a request comes from, before anything of it is read.
func (c *Comparer) admit(r *http.Request) error {
	if r.Method != http.MethodPost {
		return refuse(http.StatusMethodNotAllowed, "method %s: a program to be compared is sent with POST", r.Method)
	}
	if err := c.origin.Check(r); err != nil {
		return refuse(http.StatusForbidden, "programs are taken from the page that this server serves, and from no other")
	}
	if c.loopback && !namesLoopback(r.Host) {
		return refuse(http.StatusForbidden, "host %q: expected localhost or a loopback address", r.Host)
	}
	// Pages elsewhere cannot send this type without asking first (CORS), and nobody answers.
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return refuse(http.StatusUnsupportedMediaType, "type %q: expected application/json", r.Header.Get("Content-Type"))
	}
	return nil
}

// namesLoopback tells whether a Host header names this machine alone.
func namesLoopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// turn waits until fewer programs run than may at a time. What is returned ends the turn.
func (c *Comparer) turn(ctx context.Context) (done func(), err error) {
	late := time.NewTimer(c.wait)
	defer late.Stop()
	select {
	case c.turns <- struct{}{}:
		return func() { <-c.turns }, nil
	case <-late.C:
		return nil, refuse(http.StatusServiceUnavailable, "the server is busy with other programs; try again in a while")
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// readBody reads a request, within bounds of time and size, and counts what it returns as pending, also with an error.
func (c *Comparer) readBody(w http.ResponseWriter, r *http.Request) (body []byte, err error) {
	// Bounds the time of reading, and then not that of running: a deadline that passes later would end the run. After an error what
	// is left of the request is not waited for. The recorder of a test has no deadlines.
	controller := http.NewResponseController(w)
	_ = controller.SetReadDeadline(time.Now().Add(c.readTime))
	defer func() {
		if err == nil {
			_ = controller.SetReadDeadline(time.Time{})
			return
		}
		w.Header().Set("Connection", "close")
		_ = controller.SetReadDeadline(time.Now())
	}()
	from := http.MaxBytesReader(w, r.Body, maxCompareBytes)
	piece := make([]byte, comparePiece)
	for {
		n, err := from.Read(piece)
		body = append(body, piece[:n]...)
		if c.pending.Add(int64(n)) > maxComparePending {
			return body, refuse(http.StatusServiceUnavailable, "the server is busy with other requests; try again in a while")
		}
		var tooLarge *http.MaxBytesError
		switch {
		case err == nil:
		case errors.Is(err, io.EOF):
			return body, nil
		case errors.As(err, &tooLarge):
			return body, err
		case errors.Is(err, os.ErrDeadlineExceeded):
			return body, refuse(http.StatusRequestTimeout, "the request did not come within %v", c.readTime)
		default:
			return body, refuse(http.StatusBadRequest, "reading the request: %v", err)
		}
	}
}

// comparePiece is how much of a request is read at once, in bytes.
const comparePiece = 32 << 10

// decodeCompare decodes a request and checks that it asks for no more than it may. It is called in turn: decoded, a request takes
// several times the room.
func decodeCompare(body []byte) (protocol.CompareRequest, error) {
	var asked protocol.CompareRequest
	if err := json.Unmarshal(body, &asked); err != nil {
		return asked, refuse(http.StatusBadRequest, "decoding the request: %v", err)
	}
	return asked, checkCompare(asked.Request)
}

// checkCompare refuses what goes beyond CompareBounds, or what no page asks for.
func checkCompare(request protocol.Request) error {
	options := request.Session
	files := int64(0)
	if options.FilesLimitBytes != nil {
		files = *options.FilesLimitBytes
	}
	for _, option := range []struct {
		name       string
		asked, max int64
		// unlimited tells that 0 is no limit, and not a default.
		unlimited bool
	}{
		{"memory", options.Memory, CompareBounds.Memory, false},
		{"fuel", int64(min(options.Fuel, 1<<62)), int64(CompareBounds.Fuel), true},
		{"timeoutMs", options.TimeoutMS, CompareBounds.TimeoutMS, true},
		{"maxOutput", options.MaxOutput, CompareBounds.MaxOutput, false},
		{"filesLimitBytes", files, *CompareBounds.FilesLimitBytes, false},
		{"filesLimit", int64(options.FilesLimit), int64(CompareBounds.FilesLimit), false},
	} {
		if option.asked < 0 {
			return refuse(http.StatusBadRequest, "option %s is %d: it must not be negative", option.name, option.asked)
		}
		if option.asked > option.max || option.unlimited && option.asked == 0 {
			return refuse(http.StatusBadRequest, "option %s is %d: this server grants at most %d", option.name, option.asked, option.max)
		}
	}
	switch {
	case request.Op != protocol.OpRun || len(request.Programs) != 1:
		return refuse(http.StatusBadRequest, "op %q with %d programs: expected %q with one", request.Op, len(request.Programs), protocol.OpRun)
	case request.Snapshot != nil || request.Keep:
		return refuse(http.StatusBadRequest, "a comparison begins afresh, without a snapshot, and leaves none")
	}
	return nil
}
