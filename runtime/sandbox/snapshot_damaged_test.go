package sandbox

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
)

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
		if sn, err := e.ReadSnapshot(bytes.NewReader(damaged), 0); err != nil || !bytes.Equal(store(t, sn), stored) { // some bits of the compression mean nothing
			refused(fmt.Sprintf("byte %d of %d changed", at, len(stored)), damaged, 0, "")
		}
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
