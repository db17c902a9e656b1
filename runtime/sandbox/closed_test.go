package sandbox

import (
	"context"
	"errors"
	"sync"
	"testing"
)

// TestClosedSessions asks a closed session for everything, and a closed engine for sessions.
func TestClosedSessions(t *testing.T) {
	ctx := context.Background()
	e := testEngine(t, false)
	s := testSession(t, e, SessionConfig{})
	open := testSession(t, e, SessionConfig{})
	snapshot := take(t, s)
	if err := s.Close(ctx); err != nil {
		t.Fatal(err)
	}
	_, snapErr := s.Snapshot()
	_, forkErr := s.Fork(ctx)
	_, runErr := s.Run(ctx, Program{})
	for name, err := range map[string]error{"Snapshot": snapErr, "Fork": forkErr, "Run": runErr, "Reset": s.Reset(), "Restore": s.Restore(snapshot)} {
		if !errors.Is(err, ErrSessionOver) {
			t.Errorf("%s: got %v, want ErrSessionOver", name, err)
		}
	}
	if err := e.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := open.Run(ctx, Program{}); !errors.Is(err, ErrSessionOver) {
		t.Errorf("running after the engine is closed: got %v", err)
	}
	if _, err := e.NewSession(ctx, SessionConfig{}); !errors.Is(err, ErrEngineClosed) {
		t.Errorf("beginning a session with a closed engine: got %v", err)
	}
	if len(store(t, snapshot)) == 0 {
		t.Error("a snapshot does not outlive its engine")
	}
}

// TestEngineCloseEndsRuns closes an engine while sessions run for ever.
func TestEngineCloseEndsRuns(t *testing.T) {
	e := testEngine(t, false)
	began := make(chan struct{}, 4)
	var workers sync.WaitGroup
	for range cap(began) {
		s := testSession(t, e, SessionConfig{Stdout: writerFunc(func(p []byte) (int, error) {
			began <- struct{}{}
			return len(p), nil
		})})
		workers.Go(func() {
			if o, err := s.Run(context.Background(), Program{Source: []byte("import sys\nsys.stdout.write('x')\nwhile True: pass")}); err != nil || o.Kind != "cancelled" {
				t.Errorf("got %s, %v", o.Kind, err)
			}
		})
	}
	for range cap(began) {
		<-began
	}
	if err := e.Close(context.Background()); err != nil {
		t.Error(err)
	}
	workers.Wait()
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }
