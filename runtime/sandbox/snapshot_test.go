package sandbox

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/fstest"
)

// snapshotConfig is of sessions that have a bit of everything.
func snapshotConfig() SessionConfig {
	data := fstest.MapFS{"data.txt": {Data: []byte("0123456789")}, "sub/mod.py": {Data: []byte("x = 1")}}
	return SessionConfig{
		MemoryLimitBytes: 8 << 20, FuelLimit: 10_000_000, Seed: 5, FilesLimitBytes: 1 << 20, Args: []string{"prog", "arg"},
		Mounts: []Mount{{FS: data, GuestPath: "/m"}, {FS: data, GuestPath: "/w/copy", Writable: true}},
	}
}

// prepare leaves in a session what a snapshot must hold.
const prepare = `
import os, random, time, sys
class C:
    def __init__(self): self.items = [1, {"k": (2.5, b"x", 2**100)}]
c = C()
def numbers():
    for i in range(1000):
        yield i
g = numbers(); next(g); next(g)
big = [str(i) for i in range(20000)]
m = open("/m/data.txt"); m.read(3)
f = open("/w/own.txt", "w+"); f.write("hello"); f.seek(1)
gone = open("/gone", "w+"); gone.write("still here"); os.remove("/gone"); gone.seek(6)
os.mkdir("/d"); open("/d/x", "w").close()
listing = os.ilistdir("/w/copy"); next(listing)
os.chdir("/d")
time.sleep(12.5)
random.random()
`

// inquire tells whether a session goes on where prepare has left it. It asks for all that could differ.
const inquire = `[c.items, next(g), len(big), big[-1], m.read(), m.tell(), f.read(), gone.read(), sorted(os.listdir("/")), os.listdir(),
 os.getcwd(), list(listing), time.time_ns(), time.ticks_us(), random.random(), os.urandom(5), sys.argv, open("/w/own.txt").read()]`

func take(t testing.TB, s *Session) *Snapshot {
	t.Helper()
	snapshot, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

func store(t testing.TB, snapshot *Snapshot) []byte {
	t.Helper()
	var stored bytes.Buffer
	if n, err := snapshot.WriteTo(&stored); err != nil || n != int64(stored.Len()) {
		t.Fatal(n, err)
	}
	return stored.Bytes()
}

func readStored(t testing.TB, e *Engine, stored []byte) *Snapshot {
	t.Helper()
	snapshot, err := e.ReadSnapshot(bytes.NewReader(stored), 0)
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

func restoreSession(t testing.TB, e *Engine, snapshot *Snapshot, cfg SessionConfig) *Session {
	t.Helper()
	s, err := e.RestoreSession(context.Background(), snapshot, cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return s
}

// memoryOf is a digest of a session's memory.
func memoryOf(s *Session) [32]byte { return sha256.Sum256(s.guest.memory.Bytes()) }

// TestSnapshots goes on from a snapshot in every way there is, and compares with the session that it was taken of: what it
// answers, what it burns, and every byte of memory afterwards.
func TestSnapshots(t *testing.T) {
	e, other := testEngine(t, false), testEngine(t, true)
	testSession(t, other, SessionConfig{Args: []string{"something else"}}) // what the engine's guests begin with differs
	cfg := snapshotConfig()
	s := testSession(t, e, cfg)
	if o := do(t, s, prepare); o.Error != nil {
		t.Fatal(o.Error.Traceback)
	}
	snapshot := take(t, s)
	stored := store(t, snapshot)
	t.Logf("%d bytes of memory are stored in %d", len(s.guest.memory.Bytes()), len(stored))
	forked, err := s.Fork(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer forked.Close(context.Background())
	used := testSession(t, e, cfg)
	do(t, used, "l = list(range(100000))")
	if err := used.Restore(snapshot); err != nil {
		t.Fatal(err)
	}
	sessions := map[string]*Session{
		"forked":                       forked,
		"restored":                     used,
		"restored as a session":        restoreSession(t, e, snapshot, cfg),
		"stored and read":              restoreSession(t, e, readStored(t, e, stored), cfg),
		"taken to another engine":      restoreSession(t, other, snapshot, cfg),
		"read by another engine":       restoreSession(t, other, readStored(t, other, stored), cfg),
		"stored, read and stored":      restoreSession(t, e, readStored(t, e, store(t, readStored(t, e, stored))), cfg),
		"of a restored one's snapshot": restoreSession(t, e, take(t, used), cfg),
	}
	want := do(t, s, inquire)
	if want.Error != nil {
		t.Fatal(want.Error.Traceback)
	}
	for name, restored := range sessions {
		got := do(t, restored, inquire)
		if fmt.Sprint(got.Value) != fmt.Sprint(want.Value) || got.Used.Fuel != want.Used.Fuel {
			t.Errorf("%s: got %v with fuel %d, want %v with %d", name, got.Value, got.Used.Fuel, want.Value, want.Used.Fuel)
		}
		if memoryOf(restored) != memoryOf(s) {
			t.Errorf("%s: memory differs afterwards", name)
		}
	}
	if again := store(t, snapshot); !bytes.Equal(again, stored) {
		t.Error("the snapshot has changed")
	}
	r := sessions["restored as a session"]
	if err := r.Reset(); err != nil {
		t.Fatal(err)
	}
	if got := do(t, r, inquire); fmt.Sprint(got.Value) != fmt.Sprint(want.Value) {
		t.Errorf("after a reset: got %v, want what the snapshot holds", got.Value)
	}
}

// TestSnapshotsAreShared begins sessions with one snapshot in several goroutines.
func TestSnapshotsAreShared(t *testing.T) {
	e := testEngine(t, false)
	s := testSession(t, e, snapshotConfig())
	do(t, s, prepare)
	snapshot := take(t, s)
	want := fmt.Sprint(do(t, s, inquire).Value)
	var workers sync.WaitGroup
	for range 8 {
		workers.Go(func() {
			for range 5 {
				r, err := e.RestoreSession(context.Background(), snapshot, snapshotConfig())
				if err != nil {
					t.Error(err)
					return
				}
				o, err := r.Run(context.Background(), Program{Source: []byte(inquire)})
				if err != nil || fmt.Sprint(o.Value) != want {
					t.Errorf("got %v, %v", o.Value, err)
				}
				if err := errors.Join(r.Reset(), r.Restore(snapshot), r.Close(context.Background())); err != nil {
					t.Error(err)
				}
			}
		})
	}
	workers.Wait()
}
