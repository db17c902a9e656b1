package sandbox

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// The format of stored paused runs; PAUSED.md beside this file describes it.
const (
	pausedMagic   = "mpwasm\x00p"
	pausedVersion = 1
)

// pausedBody is the body, CBOR in its deterministic form.
type pausedBody struct {
	storedRun
	Pending storedEntry `cbor:"pending"`
	Ran     int64       `cbor:"ran_ns"`
	Elapsed int64       `cbor:"elapsed_ns"`
	Unread  []byte      `cbor:"unread"` // of what stdin gave
	// Begun is the digest of what the session began with, in the place of a snapshot.
	Begun []byte `cbor:"begun_sha256,omitempty"`
}

// storedEntry is an entry of a journal.
type storedEntry struct {
	_       struct{} `cbor:",toarray"`
	Kind    uint8
	Fuel    uint64
	Request []byte
	Data    []byte
}

func (e entry) stored() storedEntry {
	return storedEntry{Kind: uint8(e.kind), Fuel: e.fuel, Request: e.request, Data: e.data}
}

func (s storedEntry) entry() entry {
	return entry{kind: entryKind(s.Kind), fuel: s.Fuel, request: s.Request, data: s.Data}
}

// MarshalBinary stores the run, with the session as it was before the run, for [Engine.RestorePaused] or the JavaScript library's
// restorePaused. What was paused stays as it is.
func (p *Paused) MarshalBinary() (data []byte, err error) {
	s := p.session
	err = s.use(context.Background(), "storing a paused run", func(context.Context) error {
		if s.paused != p {
			return fmt.Errorf("%w: it was resumed or dropped before", ErrInvalidPaused)
		}
		snapshot, err := s.snapshot()
		if err != nil {
			return err
		}
		data, err = p.frame(snapshot)
		return err
	})
	return data, err
}

// MarshalRun stores the run without its session: it takes some hundred bytes, and some microseconds. The session must be as it began, by
// [Engine.NewSession], [Engine.Run] or a pool, or was reset, when the run came; it must have a fixed clock and no mounts of the host's files. [Engine.RestorePaused]
// begins such a session anew, and refuses a configuration that would begin another one: with other arguments, functions, seed, environment, files in memory.
func (p *Paused) MarshalRun() (data []byte, err error) {
	s := p.session
	err = s.usePaused(context.Background(), "storing a paused run", func(context.Context) error {
		switch {
		case s.paused != p:
			return fmt.Errorf("%w: it was resumed or dropped before", ErrInvalidPaused)
		case !s.config.repeatable():
			return errors.New("a session with a real clock, or mounts of the host's files, cannot be begun anew: store it with the run, by MarshalBinary")
		case !s.begun || s.past.base != s.initial || len(s.past.since) > 0:
			return errors.New("the session was used before the run: store it with the run, by MarshalBinary")
		}
		body := p.body()
		body.storedRun = p.event.storedAlone()
		if body.Begun, err = s.beginning(); err != nil {
			return err
		}
		data, err = p.frameBody(body)
		return err
	})
	return data, err
}

// beginning is what a session began with, as far as its configuration decides that; web/src/paused.ts has the same.
type beginning struct {
	MemoryLimit int64        `cbor:"memory_limit"`
	Functions   []string     `cbor:"functions"`
	Args        []string     `cbor:"args"`
	Path        []string     `cbor:"path"`
	Env         []string     `cbor:"env"`
	Seed        uint64       `cbor:"seed"`
	Start       int64        `cbor:"start_ns"`
	Files       wasifs.State `cbor:"files"`
}

// beginning is the digest of that, of a session that is as it began.
func (s *Session) beginning() ([]byte, error) {
	c := &s.config
	data, err := snapshotEncoding.Marshal(beginning{
		MemoryLimit: c.MemoryLimitBytes, Functions: s.functions.Names(), Args: c.Args, Path: c.Path, Env: slices.Sorted(slices.Values(c.Env)),
		Seed: c.Seed, Start: c.ClockStart.UnixNano(), Files: s.initial.files.State(),
	})
	sum := sha256.Sum256(data)
	return sum[:], err
}

// frame encodes the run, with the session before it.
func (p *Paused) frame(before *Snapshot) ([]byte, error) {
	run, err := p.event.stored(before)
	if err != nil {
		return nil, err
	}
	body := p.body()
	body.storedRun = run
	return p.frameBody(body)
}

func (p *Paused) body() pausedBody {
	return pausedBody{Pending: p.pending.stored(), Ran: int64(p.ran), Elapsed: int64(p.elapsed), Unread: p.session.stdin.left}
}

func (p *Paused) frameBody(body pausedBody) ([]byte, error) {
	data, err := snapshotEncoding.Marshal(body)
	if err != nil {
		return nil, err
	}
	return p.session.engine.frame(pausedMagic, pausedVersion, data)
}

// RestorePaused begins a session that is as another was before a run that was stored by [Paused.MarshalBinary], in Go or in
// JavaScript, and returns the run, which waits in it. The session is to be closed, by Paused.Session.
//
// The configuration must fit as for [Engine.RestoreSession], and give the run what it was given before: readable mounts must
// hold the same. Stdin is read from where it was when the run was paused.
//
// What is stored is checked as a snapshot is ([Engine.ReadSnapshot]): for damage, not for who made it. Getting to where the run was
// paused takes no more fuel than it took, as far as the stored run tells, and the FuelLimit.
func (e *Engine) RestorePaused(ctx context.Context, data []byte, cfg SessionConfig) (*Paused, error) {
	b, err := e.readPaused(data)
	if err != nil {
		return nil, err
	}
	s, err := e.sessionOf(ctx, b, cfg)
	if err != nil {
		return nil, err
	}
	s.functions.Forget(false) // the run knows what the guest holds
	p, err := b.paused(s)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", ErrInvalidPaused, err), s.Close(ctx))
	}
	s.paused, s.stdin.left = p, b.Unread
	return p, nil
}

// sessionOf begins a session that is as that of the run was before it.
func (e *Engine) sessionOf(ctx context.Context, b *pausedBody, cfg SessionConfig) (*Session, error) {
	if len(b.Begun) == 0 {
		snapshot, err := e.ReadSnapshot(bytes.NewReader(b.Snapshot), 0)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrInvalidPaused, err)
		}
		return e.RestoreSession(ctx, snapshot, cfg)
	}
	s, err := e.NewSession(ctx, cfg)
	if err != nil {
		return nil, err
	}
	begun, err := s.beginning()
	if err == nil && !(s.config.repeatable() && bytes.Equal(begun, b.Begun)) {
		err = fmt.Errorf("%w: its session began with other arguments, path, functions, environment, seed, clock, memory limit or files than the configuration gives, and was not stored", ErrInvalidPaused)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close(ctx))
	}
	return s, nil
}

// readPaused checks the frame and decodes the body.
func (e *Engine) readPaused(data []byte) (*pausedBody, error) {
	b := new(pausedBody)
	if err := e.unframe(pausedMagic, pausedVersion, data, b); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidPaused, err)
	}
	return b, nil
}

// paused makes a run of the session's of what was decoded.
func (b *pausedBody) paused(s *Session) (_ *Paused, err error) {
	p := &Paused{session: s, pending: b.Pending.entry(), ran: time.Duration(b.Ran), elapsed: time.Duration(b.Elapsed)}
	if p.event, err = b.event(); err != nil {
		return nil, err
	}
	if p.event.program.handles != s.config.HandleLimit {
		return nil, fmt.Errorf("its host holds at most %d objects, the session's %d", p.event.program.handles, s.config.HandleLimit)
	}
	if b.Ran < 0 || b.Elapsed < 0 {
		return nil, fmt.Errorf("it ran for %d ns by a clock of %d ns", b.Ran, b.Elapsed)
	}
	all, told, err := readJournal(append(slices.Clip(b.Journal), b.Pending), s.functions)
	if err != nil {
		return nil, err
	}
	p.event.journal, p.event.told = all[:len(b.Journal):len(b.Journal)], told-p.pending.size()
	if p.pending.kind != entryCall && p.pending.kind != entryRead {
		return nil, fmt.Errorf("it waits for %v", p.pending.kind)
	}
	p.waits, err = p.event.waitingFor(s.functions, p.pending)
	return p, err
}

// check sees whether there can be such an entry.
func (e *entry) check(functions *hostcall.Set) error {
	switch {
	case e.kind == entryCall && hostcall.IsResult(e.request):
		return functions.CheckResult(e.request)
	case e.kind == entryCall && hostcall.IsWait(e.request):
		_, err := functions.DecodeWait(e.request)
		return err
	case e.kind == entryAnswer:
		return checkAnswer(e)
	case e.kind == entryCall:
		_, err := functions.Decode(e.request)
		return err
	case e.kind == entryRead && len(e.request) == 4 && uint64(len(e.data)) <= uint64(binary.LittleEndian.Uint32(e.request)):
		return nil
	case e.kind == entryClock && len(e.request) == 0 && len(e.data) == 8:
		return nil
	}
	return fmt.Errorf("kind %d, with %d and %d bytes", e.kind, len(e.request), len(e.data))
}

// setFlags makes a program one of the kind that flags say.
func (p *Program) setFlags(flags uint64) error {
	p.handles = int(flags >> runHandles)
	switch flags & (1<<runHandles - 1) {
	case 0:
		p.NoValue = true
	case runValue:
	case runValue | runAssigned:
		p.AssignedValue = true
	case runPrompt:
		p.Prompt = true
	case runValue | runPrompt:
		p.interactive = true
	case runCall:
		p.call = true
		return checkDotted(strings.TrimPrefix(string(p.Source)+"_", "#"))
	default:
		return fmt.Errorf("a program with the flags %d", flags)
	}
	_, err := p.check(nil)
	return err
}
