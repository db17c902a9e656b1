package source

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// Bounds of a download. A network that is not there costs dialTimeout for each address, no more.
const (
	dialTimeout   = 5 * time.Second
	tlsTimeout    = 10 * time.Second
	headerTimeout = 20 * time.Second
	stallTimeout  = 30 * time.Second // without a single byte
	maxRedirects  = 5
)

// errStalled says that a server stopped sending.
var errStalled = errors.New("expected data, found none for too long")

// upstream downloads one archive over HTTPS.
type upstream struct {
	archive      remote
	client       *http.Client  // nil means defaultClient()
	release      string        // its name, for progress
	stallTimeout time.Duration // 0 means the constant
	maxBytes     int64         // 0 means that of defaultLimits
}

func (u *upstream) Name() string { return u.archive.url }

func (u *upstream) Obtain(ctx context.Context, scratch string, report progress.Reporter) (_ string, err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	patience := cmp.Or(u.stallTimeout, stallTimeout)
	stall := time.AfterFunc(patience, func() { cancel(fmt.Errorf("%w (%v)", errStalled, patience)) })
	defer stall.Stop()

	response, err := u.get(ctx)
	if err != nil {
		return "", because(ctx, err)
	}
	defer response.Body.Close()
	task := report.Start("downloading "+u.release, response.ContentLength, progress.Bytes)
	defer func() { task.End(err) }()
	name := filepath.Join(scratch, "archive")
	err = u.save(name, readerFunc(func(p []byte) (int, error) {
		n, err := response.Body.Read(p)
		stall.Reset(patience)
		task.Add(int64(n))
		return n, err
	}))
	// A server that sees us leave may end a response of unknown length in order, in time to be heard.
	if err = cmp.Or(err, ctx.Err()); err != nil {
		return "", because(ctx, err)
	}
	return name, nil
}

// get asks for the archive.
func (u *upstream) get(ctx context.Context) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.archive.url, nil)
	if err != nil {
		return nil, fmt.Errorf("making a request: %w", err)
	}
	client := u.client
	if client == nil {
		client = defaultClient()
		defer client.CloseIdleConnections()
	}
	secure := *client
	secure.CheckRedirect = checkRedirect
	response, err := secure.Do(request)
	if err != nil {
		var verbose *url.Error // repeats the address, which is the provider's name
		if errors.As(err, &verbose) {
			err = verbose.Err
		}
		return nil, fmt.Errorf("asking for the archive: %w", err)
	}
	limit := cmp.Or(u.maxBytes, defaultLimits.archiveBytes)
	switch {
	case response.StatusCode != http.StatusOK:
		err = fmt.Errorf("asking for the archive: expected status 200 OK, found %s", response.Status)
	case response.ContentLength > limit:
		err = fmt.Errorf("asking for the archive: expected at most %d bytes, found %d", limit, response.ContentLength)
	default:
		return response, nil
	}
	return nil, errors.Join(err, response.Body.Close())
}

// save writes the archive to a file and checks its own digest, if it is known.
func (u *upstream) save(name string, body io.Reader) error {
	f, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("making a file for the archive: %w", err)
	}
	limit := cmp.Or(u.maxBytes, defaultLimits.archiveBytes)
	digest := sha256.New()
	n, err := io.Copy(io.MultiWriter(f, digest), io.LimitReader(body, limit+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("downloading the archive: after %d bytes: %w", n, err)
	}
	if n > limit {
		return fmt.Errorf("downloading the archive: expected at most %d bytes, found more", limit)
	}
	got := hex.EncodeToString(digest.Sum(nil))
	if u.archive.sha256 != "" && got != u.archive.sha256 {
		return &DigestError{What: u.archive.url, Want: u.archive.sha256, Got: got}
	}
	return nil
}

// because replaces "context canceled" by the reason for it.
func because(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); errors.Is(cause, errStalled) {
		return fmt.Errorf("downloading the archive: %w", cause)
	}
	return err
}

// checkRedirect follows redirects, but not from HTTPS to something else.
func checkRedirect(request *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return fmt.Errorf("following redirects: expected at most %d, found more", maxRedirects)
	}
	if request.URL.Scheme != "https" {
		return fmt.Errorf("following a redirect: expected an https address, found %s", request.URL.Redacted())
	}
	return nil
}

// defaultClient gives up early on a network that is not there, and uses the proxies that the
// environment names.
func defaultClient() *http.Client {
	return &http.Client{Transport: &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: dialTimeout}).DialContext,
		TLSHandshakeTimeout:   tlsTimeout,
		ResponseHeaderTimeout: headerTimeout,
		ForceAttemptHTTP2:     true,
	}}
}

// readerFunc is a function that reads.
type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
