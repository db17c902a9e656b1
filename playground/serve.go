package playground

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"
)

// Listen opens the address to serve on, such as "127.0.0.1:8765"; port 0 picks a free one.
func Listen(ctx context.Context, addr string) (net.Listener, error) {
	var cfg net.ListenConfig
	listener, err := cfg.Listen(ctx, "tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("listening on %s: another program uses the port; choose another, or port 0 for any free one", addr)
	case err != nil:
		return nil, fmt.Errorf("listening on %s: %w; expected HOST:PORT", addr, err)
	}
	return listener, nil
}

// Serve serves on a listener until the context ends; then it lets requests under way come to their end, for some
// seconds, and returns nil.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	// Nothing that is served takes long to be asked for; comparisons have bounds of their own.
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, IdleTimeout: time.Minute}
	done := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
		defer cancel()
		err := server.Shutdown(grace)
		if errors.Is(err, context.DeadlineExceeded) {
			err = server.Close()
		}
		done <- err
	})
	err := server.Serve(listener)
	if stop() || !errors.Is(err, http.ErrServerClosed) { // not asked to end
		return fmt.Errorf("serving: %w", err)
	}
	if err := <-done; err != nil {
		return fmt.Errorf("ending the server: %w", err)
	}
	return nil
}
