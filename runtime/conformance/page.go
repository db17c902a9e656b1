package conformance

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gorilla/websocket"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/web"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// maxAnswerBytes bounds one message of a page: a test's output, several times, as JSON.
const maxAnswerBytes = 256 << 20

// pageFiles are what is served, with their types.
var pageFiles = map[string]string{
	"index.html": "text/html; charset=utf-8", "main.js": "text/javascript", "worker.js": "text/javascript",
	"main.js.map": "application/json", "worker.js.map": "application/json", "micropython.wasm": "application/wasm",
}

// PageServer serves the conformance page, and accepts one WebSocket of it for each address that it gives out.
type PageServer struct {
	listener net.Listener
	server   *http.Server
	files    map[string][]byte

	mu     sync.Mutex
	tokens map[string]chan<- *page // of addresses that were not used yet
}

// NewPageServer bundles the page and listens on an address, such as "127.0.0.1:0".
func NewPageServer(source library.Source, artifact []byte, address string) (*PageServer, error) {
	files, err := bundlePage(source)
	if err != nil {
		return nil, err
	}
	files["micropython.wasm"] = artifact
	return servePage(files, address)
}

// servePage serves files, by name.
func servePage(files map[string][]byte, address string) (_ *PageServer, err error) {
	s := &PageServer{files: files, tokens: make(map[string]chan<- *page)}
	if s.listener, err = net.Listen("tcp", address); err != nil {
		return nil, fmt.Errorf("serving the conformance page: %w", err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) { s.serveFile(w, "index.html") })
	mux.HandleFunc("GET /{file}", func(w http.ResponseWriter, r *http.Request) { s.serveFile(w, r.PathValue("file")) })
	mux.HandleFunc("GET /socket", s.accept)
	s.server = &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	go s.server.Serve(s.listener) //nolint:errcheck // ends with Close
	return s, nil
}

// bundlePage makes the page's files.
func bundlePage(source library.Source) (_ map[string][]byte, err error) {
	dir, err := os.MkdirTemp("", "mpwasm-page-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the conformance page: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := source.Bundle(dir, "conformance/main.ts", "src/worker.ts"); err != nil {
		return nil, err
	}
	files := make(map[string][]byte)
	for name := range pageFiles {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if errors.Is(err, os.ErrNotExist) {
			data, err = web.Sources.ReadFile("conformance/" + name)
		}
		if err == nil {
			files[name] = data
		}
	}
	return files, nil
}

func (s *PageServer) serveFile(w http.ResponseWriter, name string) {
	data, ok := s.files[name]
	if !ok {
		http.Error(w, "no such file", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", pageFiles[name])
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self' ws:; img-src data:")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = w.Write(data) // a browser that has gone is no trouble of ours
}

// expect returns an address for one page, and a channel on which the page comes.
func (s *PageServer) expect() (address string, pages <-chan *page) {
	token := rand.Text()
	channel := make(chan *page, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tokens[token] = channel
	return fmt.Sprintf("http://%s/?token=%s", s.listener.Addr(), token), channel
}

// use takes a token, which then is none any more.
func (s *PageServer) use(token string) (chan<- *page, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for known, channel := range s.tokens {
		if subtle.ConstantTimeCompare([]byte(known), []byte(token)) == 1 {
			delete(s.tokens, known)
			return channel, true
		}
	}
	return nil, false
}

// upgrader accepts sockets of pages that this server served.
var upgrader = websocket.Upgrader{
	HandshakeTimeout: 10 * time.Second,
	CheckOrigin: func(r *http.Request) bool {
		origin := r.Header.Get("Origin")
		return origin == "http://"+r.Host || origin == "https://"+r.Host
	},
}

// accept accepts the socket of a page that has a token.
func (s *PageServer) accept(w http.ResponseWriter, r *http.Request) {
	if !upgrader.CheckOrigin(r) {
		http.Error(w, "the socket is for the page that this server serves", http.StatusForbidden)
		return
	}
	channel, ok := s.use(r.URL.Query().Get("token"))
	if !ok {
		http.Error(w, "the token is unknown, or was used", http.StatusForbidden)
		return
	}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the browser has its answer
	}
	conn.SetReadLimit(maxAnswerBytes)
	p := &page{conn: conn, sent: make(sentFolders), pending: make(map[int]chan<- protocol.Response), gone: make(chan struct{})}
	go p.read()
	channel <- p
}

// Close stops serving. Pages that are connected lose their connection.
func (s *PageServer) Close() error { return s.server.Close() }

// page is a page that answers requests.
type page struct {
	conn *websocket.Conn
	gone chan struct{} // closed when the connection is lost

	writing sync.Mutex // guards sent, and writes to conn
	sent    sentFolders

	mu      sync.Mutex
	pending map[int]chan<- protocol.Response
	last    int
	err     error // why it is gone
}

var errPageLost = errors.New("the connection to the page is lost")

// read hands answers to those who wait for them, until the connection ends.
func (p *page) read() {
	defer close(p.gone)
	for {
		var response protocol.Response
		err := p.readResponse(&response)
		p.mu.Lock()
		if err != nil {
			p.err = fmt.Errorf("%w: %w", errPageLost, err)
			p.mu.Unlock()
			p.conn.Close()
			return
		}
		channel := p.pending[response.ID]
		delete(p.pending, response.ID)
		p.mu.Unlock()
		if channel != nil {
			channel <- response
		}
	}
}

func (p *page) readResponse(response *protocol.Response) error {
	_, data, err := p.conn.ReadMessage()
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, response); err != nil {
		return fmt.Errorf("decoding an answer: %w", err)
	}
	return nil
}

// send sends a request, and returns its number and the channel on which the answer comes.
func (p *page) send(request protocol.Request) (int, <-chan protocol.Response, error) {
	channel := make(chan protocol.Response, 1)
	p.mu.Lock()
	p.last++
	request.ID = p.last
	p.pending[request.ID] = channel
	p.mu.Unlock()
	data, err := json.Marshal(request)
	if err != nil {
		return 0, nil, fmt.Errorf("encoding a request: %w", err)
	}
	if err := p.conn.SetWriteDeadline(time.Now().Add(writeWithin)); err != nil {
		return 0, nil, err
	}
	return request.ID, channel, p.conn.WriteMessage(websocket.TextMessage, data)
}

// Bounds of what a page may take its time for.
const (
	writeWithin  = 20 * time.Second
	cancelWithin = 3 * time.Second
)

// ask sends a request with the folders that it needs, and waits for the answer. A page that does not answer in time is told to
// give up, and abandoned if it does not.
func (p *page) ask(ctx context.Context, request protocol.Request) (protocol.Response, error) {
	number, answer, err := p.sendAll(request)
	if err != nil {
		return protocol.Response{}, fmt.Errorf("asking the page: %w", err)
	}
	select {
	case response := <-answer:
		if response.Error != "" {
			return response, fmt.Errorf("running in the page: %s", response.Error)
		}
		return response, nil
	case <-p.gone:
		return protocol.Response{}, p.err
	case <-ctx.Done():
		return protocol.Response{}, errors.Join(ctx.Err(), p.cancel(number))
	}
}

func (p *page) sendAll(request protocol.Request) (int, <-chan protocol.Response, error) {
	p.writing.Lock()
	defer p.writing.Unlock()
	folders, err := p.sent.missing(request.Session.Mounts)
	if err != nil {
		return 0, nil, err
	}
	for i := range folders {
		if _, _, err := p.send(protocol.Request{Op: protocol.OpFolder, Folder: &folders[i]}); err != nil {
			return 0, nil, err
		}
	}
	return p.send(request)
}

// cancel has the page give up a request.
func (p *page) cancel(number int) error {
	p.writing.Lock()
	_, answer, err := p.send(protocol.Request{Op: protocol.OpCancel, Cancel: number})
	p.writing.Unlock()
	if err != nil {
		return err
	}
	timer := time.NewTimer(cancelWithin)
	defer timer.Stop()
	select {
	case <-answer:
	case <-p.gone:
	case <-timer.C:
		return p.conn.Close() // it hangs as a whole
	}
	return nil
}

// lost tells whether the connection is over.
func (p *page) lost() bool {
	select {
	case <-p.gone:
		return true
	default:
		return false
	}
}
