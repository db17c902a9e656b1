package sandbox

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
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
	t.Logf("%d bytes of memory are stored in %d", s.guest.module.Memory().Size(), len(stored))
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

// TestSnapshotsThatDoNotFit restores what cannot be, and makes sure that the session stays as it was.
func TestSnapshotsThatDoNotFit(t *testing.T) {
	e := testEngine(t, false)
	s := testSession(t, e, snapshotConfig())
	do(t, s, prepare)
	snapshot := take(t, s)
	for want, change := range map[string]func(*SessionConfig){
		"functions": func(c *SessionConfig) {
			c.Functions = []hostcall.Function{hostcall.Func("f", func() int { return 1 })}
		},
		"memory limit": func(c *SessionConfig) { c.MemoryLimitBytes = 16 << 20 },
		"mounts are":   func(c *SessionConfig) { c.Mounts = c.Mounts[1:] },
		"expected them at": func(c *SessionConfig) {
			c.Mounts = append([]Mount{{FS: fstest.MapFS{}, GuestPath: "/n"}}, c.Mounts...)
		},
		"there may be": func(c *SessionConfig) { c.FilesLimitBytes = 29; c.Mounts[1].FS = fstest.MapFS{} },
	} {
		cfg := snapshotConfig()
		change(&cfg)
		target := testSession(t, e, cfg)
		do(t, target, "mine = 1")
		before := memoryOf(target)
		if err := target.Restore(snapshot); !errors.Is(err, ErrInvalidSnapshot) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want ErrInvalidSnapshot that says %q", err, want)
		}
		if memoryOf(target) != before {
			t.Errorf("%s: the session changed", want)
		}
		if o := do(t, target, "mine"); o.Value != int64(1) {
			t.Errorf("%s: afterwards got %v", want, o.Value)
		}
		if _, err := e.RestoreSession(context.Background(), snapshot, cfg); !errors.Is(err, ErrInvalidSnapshot) {
			t.Errorf("%s: beginning a session with it: %v", want, err)
		}
	}
}

// TestDamagedSnapshots reads snapshots of which a byte is changed, missing or too much.
func TestDamagedSnapshots(t *testing.T) {
	e := testEngine(t, false)
	s := testSession(t, e, SessionConfig{})
	do(t, s, "x = 1")
	stored := store(t, take(t, s))
	refused := func(name string, data []byte, limit int64, want string) {
		t.Helper()
		if _, err := e.ReadSnapshot(bytes.NewReader(data), limit); !errors.Is(err, ErrInvalidSnapshot) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want ErrInvalidSnapshot that says %q", name, err, want)
		}
	}
	for at := 0; at < len(stored); at += 1 + at/100*37 {
		damaged := bytes.Clone(stored)
		damaged[at] ^= 0x40
		refused(fmt.Sprintf("byte %d of %d changed", at, len(stored)), damaged, 0, "")
		refused(fmt.Sprintf("only %d bytes", at), stored[:at], 0, "")
	}
	refused("one byte less", stored[:len(stored)-1], 0, "")
	refused("one byte more", append(bytes.Clone(stored), 0), 0, "follows its end")
	refused("no bytes", nil, 0, "shorter than a header")
	refused("larger than allowed", stored, 1000, "the limit is 1000")
	version := bytes.Clone(stored)
	version[atVersion] = 2
	refused("of a later version", version, 0, "has version 2, expected 1")
	foreign := bytes.Clone(stored)
	foreign[atArtifact] ^= 1
	refused("of another artifact", foreign, 0, "of the artifact")
	huge := bytes.Clone(stored)
	binary.LittleEndian.PutUint64(huge[atBodyLength:], 1<<27)
	refused("that claims to be larger", huge, 0, "checksum")
	if _, err := e.ReadSnapshot(io.MultiReader(bytes.NewReader(stored[:500]), iotest.ErrReader(errBroken)), 0); !errors.Is(err, errBroken) {
		t.Errorf("a reader that breaks: got %v", err)
	}
}

var errBroken = errors.New("the reader is broken")

// TestSnapshotsOfAnotherArtifact makes sure that sessions of an artifact refuse snapshots of another.
func TestSnapshotsOfAnotherArtifact(t *testing.T) {
	e := testEngine(t, false)
	changed := append(bytes.Clone(testartifact.Bytes(t)), 0, 3, 1, 'x', 'y') // a custom section more
	other, err := NewEngine(context.Background(), EngineConfig{Artifact: changed, Interpreter: true})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close(context.Background())
	snapshot := take(t, testSession(t, e, SessionConfig{}))
	if _, err := other.ReadSnapshot(bytes.NewReader(store(t, snapshot)), 0); !errors.Is(err, ErrInvalidSnapshot) {
		t.Errorf("reading: got %v", err)
	}
	if _, err := other.RestoreSession(context.Background(), snapshot, SessionConfig{}); !errors.Is(err, ErrInvalidSnapshot) {
		t.Errorf("beginning a session: got %v", err)
	}
	if err := testSession(t, other, SessionConfig{}).Restore(snapshot); !errors.Is(err, ErrInvalidSnapshot) {
		t.Errorf("restoring: got %v", err)
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
