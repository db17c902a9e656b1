package playground

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/gorilla/websocket"
)

// livePath is where pages made with [Config.Live] hear of a new site.
const livePath = "/live"

// Live serves a site that is replaced while it is served, and tells the pages to reload then.
type Live struct {
	mu    sync.Mutex
	site  http.Handler
	pages map[*websocket.Conn]bool
}

// NewLive serves a site.
func NewLive(site *Site) *Live {
	return &Live{site: site.Handler(), pages: map[*websocket.Conn]bool{}}
}

// Replace serves another site from now on.
func (l *Live) Replace(site *Site) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.site = site.Handler()
	for page := range l.pages {
		// A page that has gone, or does not listen, is forgotten by its own handler.
		_ = page.SetWriteDeadline(time.Now().Add(time.Second))
		_ = page.WriteMessage(websocket.TextMessage, []byte("reload"))
	}
}

// ServeHTTP serves the site, and a WebSocket.
func (l *Live) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == livePath {
		l.serveSocket(w, r)
		return
	}
	l.mu.Lock()
	site := l.site
	l.mu.Unlock()
	site.ServeHTTP(w, r)
}

// serveSocket keeps the connection until the page closes it. Only pages of this server get one.
func (l *Live) serveSocket(w http.ResponseWriter, r *http.Request) {
	var upgrader websocket.Upgrader
	page, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // Upgrade has answered
	}
	defer page.Close()
	l.mu.Lock()
	l.pages[page] = true
	l.mu.Unlock()
	defer func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.pages, page)
	}()
	page.SetReadLimit(1 << 10)
	for { // pages send nothing; reading notices when they go
		if _, _, err := page.NextReader(); err != nil {
			return
		}
	}
}

// Close closes the connections to pages, which http.Server.Shutdown does not know of.
func (l *Live) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for page := range l.pages {
		_ = page.Close()
	}
}

// settleTime is how long sources must be left alone before they count as changed: editors write in several steps.
const settleTime = 150 * time.Millisecond

// Watch calls changed whenever files in a folder, or in folders within, have changed, until the context ends.
func Watch(ctx context.Context, dir string, changed func()) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watching %s: %w", dir, err)
	}
	defer watcher.Close()
	if err := watchTree(watcher, dir); err != nil {
		return fmt.Errorf("watching %s: %w", dir, err)
	}
	settled := time.NewTimer(0)
	<-settled.C
	for {
		select {
		case <-ctx.Done():
			return nil
		case event := <-watcher.Events:
			if event.Has(fsnotify.Create) {
				// A file, or one that has gone already, is no folder to watch.
				if err := watchTree(watcher, event.Name); err != nil && !errors.Is(err, fs.ErrNotExist) {
					return fmt.Errorf("watching %s: %w", event.Name, err)
				}
			}
			settled.Reset(settleTime)
		case err := <-watcher.Errors:
			return fmt.Errorf("watching %s: %w", dir, err)
		case <-settled.C:
			changed()
		}
	}
}

func watchTree(watcher *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case entry.Name() == "node_modules":
			return fs.SkipDir
		}
		return watcher.Add(name)
	})
}
