package sandbox

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// The format of stored paused runs; PAUSED.md beside this file describes it.
const (
	pausedMagic   = "mpwasm\x00p"
	pausedVersion = 1
)

// pausedBody is the body, CBOR in its deterministic form.
type pausedBody struct {
	Snapshot []byte        `cbor:"snapshot"` // of the session before the run
	Name     string        `cbor:"name"`
	Source   []byte        `cbor:"source"`
	Inputs   []byte        `cbor:"inputs"`
	Flags    uint64        `cbor:"flags"`
	Journal  []storedEntry `cbor:"journal"`
	Pending  storedEntry   `cbor:"pending"`
	Ran      int64         `cbor:"ran_ns"`
	Elapsed  int64         `cbor:"elapsed_ns"`
	Unread   []byte        `cbor:"unread"` // of what stdin gave
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
		var stored bytes.Buffer
		if _, err := snapshot.WriteTo(&stored); err != nil {
			return err
		}
		data, err = p.frame(stored.Bytes())
		return err
	})
	return data, err
}

// frame encodes the run.
func (p *Paused) frame(snapshot []byte) ([]byte, error) {
	e := &p.event
	b := pausedBody{
		Snapshot: snapshot, Name: e.program.Name, Source: e.program.Source, Inputs: e.inputs, Flags: e.program.flags(),
		Pending: p.pending.stored(), Ran: int64(p.ran), Elapsed: int64(p.elapsed), Unread: p.session.stdin.left,
	}
	for _, entry := range e.journal {
		b.Journal = append(b.Journal, entry.stored())
	}
	body, err := snapshotEncoding.Marshal(b)
	if err != nil {
		return nil, err
	}
	header := make([]byte, headerBytes, headerBytes+len(body))
	copy(header, pausedMagic)
	binary.LittleEndian.PutUint32(header[atVersion:], pausedVersion)
	if _, err := hex.Decode(header[atArtifact:], []byte(p.session.engine.digest)); err != nil {
		return nil, err
	}
	binary.LittleEndian.PutUint64(header[atBodyLength:], uint64(len(body)))
	copy(header[atChecksum:], checksum(header, body))
	return append(header, body...), nil
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
	snapshot, err := e.ReadSnapshot(bytes.NewReader(b.Snapshot), 0)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidPaused, err)
	}
	s, err := e.RestoreSession(ctx, snapshot, cfg)
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

// readPaused checks the frame and decodes the body.
func (e *Engine) readPaused(data []byte) (*pausedBody, error) {
	refuse := func(format string, args ...any) error {
		return fmt.Errorf("%w: %w", ErrInvalidPaused, fmt.Errorf(format, args...))
	}
	if len(data) < headerBytes || string(data[:atVersion]) != pausedMagic {
		return nil, refuse("it does not begin as one")
	}
	header, body := data[:headerBytes], data[headerBytes:]
	if v := binary.LittleEndian.Uint64(header[atVersion:]); v != pausedVersion {
		return nil, refuse("it has version %d, expected %d", v, pausedVersion)
	}
	if artifact := hex.EncodeToString(header[atArtifact:atBodyLength]); artifact != e.digest {
		return nil, refuse("it is of the artifact %.12s, expected %.12s, which this engine runs", artifact, e.digest)
	}
	if binary.LittleEndian.Uint64(header[atBodyLength:]) != uint64(len(body)) || !bytes.Equal(checksum(header, body), header[atChecksum:]) {
		return nil, refuse("its checksum is wrong: it was damaged")
	}
	b := new(pausedBody)
	if err := snapshotDecoding.Unmarshal(body, b); err != nil {
		return nil, refuse("decoding: %w", err)
	}
	return b, nil
}

// paused makes a run of the session's of what was decoded.
func (b *pausedBody) paused(s *Session) (*Paused, error) {
	p := &Paused{session: s, pending: b.Pending.entry(), ran: time.Duration(b.Ran), elapsed: time.Duration(b.Elapsed)}
	p.event = event{program: Program{Name: b.Name, Source: b.Source}, inputs: b.Inputs}
	if err := p.event.program.setFlags(b.Flags); err != nil {
		return nil, err
	}
	if p.event.program.handles != s.config.HandleLimit {
		return nil, fmt.Errorf("its host holds at most %d objects, the session's %d", p.event.program.handles, s.config.HandleLimit)
	}
	if b.Ran < 0 || b.Elapsed < 0 {
		return nil, fmt.Errorf("it ran for %d ns by a clock of %d ns", b.Ran, b.Elapsed)
	}
	for _, stored := range b.Journal {
		entry := stored.entry()
		p.event.journal = append(p.event.journal, entry)
		p.event.told += entry.size()
	}
	if p.event.told > maxJournalBytes {
		return nil, fmt.Errorf("a journal of %d bytes, at most %d", p.event.told, maxJournalBytes)
	}
	fuel := uint64(0)
	for i, entry := range append(slices.Clip(p.event.journal), p.pending) {
		if err := entry.check(s.functions); err != nil {
			return nil, fmt.Errorf("number %d of its journal: %w", i, err)
		}
		if entry.fuel < fuel {
			return nil, fmt.Errorf("number %d of its journal: fuel %d after %d", i, entry.fuel, fuel)
		}
		fuel = entry.fuel
	}
	switch p.pending.kind {
	case entryCall:
		var err error
		if p.call, err = s.functions.Decode(p.pending.request); err != nil {
			return nil, err
		}
	case entryClock:
		return nil, errors.New("it waits for the clock")
	}
	return p, nil
}

// check sees whether there can be such an entry.
func (e *entry) check(functions *hostcall.Set) error {
	switch {
	case e.kind == entryCall && hostcall.IsResult(e.request):
		return functions.CheckResult(e.request)
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
	case runCall:
		p.call = true
		return checkDotted(strings.TrimPrefix(string(p.Source)+"_", "#"))
	default:
		return fmt.Errorf("a program with the flags %d", flags)
	}
	_, err := p.check(nil)
	return err
}
