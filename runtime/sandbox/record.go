package sandbox

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"reflect"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// The format of recordings; PAUSED.md beside this file describes it.
const (
	recordedMagic   = "mpwasm\x00r"
	recordedVersion = 1
)

// maxRecordingBytes bounds what is read of one.
const maxRecordingBytes = 1 << 30

// ErrNotRecorded is wrapped by errors that say that a run, which took place, could not be recorded.
var ErrNotRecorded = errors.New("run not recorded")

// ErrInvalidRecording is wrapped by errors that say that a recording cannot be used: it is damaged, or of another artifact.
var ErrInvalidRecording = errors.New("invalid recording")

// recordedBody is the body, CBOR in its deterministic form.
type recordedBody struct {
	storedRun
	Config recordedConfig `cbor:"config"`
	End    recordedEnd    `cbor:"end"`
}

// recordedConfig is what a session was given that is no part of its snapshot, as far as a run depends on it.
type recordedConfig struct {
	Fuel       uint64   `cbor:"fuel"`
	Output     int64    `cbor:"output"`
	HostCalls  uint64   `cbor:"host_calls"`
	HostBytes  uint64   `cbor:"host_bytes"`
	Env        []string `cbor:"env"`
	RealClock  bool     `cbor:"real_clock"`
	FilesBytes int64    `cbor:"files_bytes"`
	Files      int      `cbor:"files"`
}

// recordedEnd is what came of a run.
type recordedEnd struct {
	Outcome    protocol.Kind  `cbor:"outcome"`
	Limit      protocol.Limit `cbor:"limit"`
	ExitStatus int            `cbor:"exit_status"`
	Value      []byte         `cbor:"value"` // CBOR, as the guest gave it
	Error      []byte         `cbor:"error"`
	Stdout     []byte         `cbor:"stdout"`
	Stderr     []byte         `cbor:"stderr"`
	Truncated  bool           `cbor:"truncated"`
	RolledBack bool           `cbor:"rolled_back"`
	Fuel       uint64         `cbor:"fuel"`
	HeapPeak   uint64         `cbor:"heap_peak"`
	HostCalls  uint64         `cbor:"host_calls"`
	HostBytes  uint64         `cbor:"host_bytes"`
	Memory     []byte         `cbor:"memory_sha256"` // when the run was over
}

// tape takes down what a run gives.
type tape struct {
	stdout, stderr bytes.Buffer
	merged         bytes.Buffer // both, in the order in which the program wrote
	result         result
}

// end is what came of the run that has just come to its end.
func (t *tape) end(s *Session, o *Outcome) recordedEnd {
	memory := sha256.Sum256(s.guest.memory.Bytes())
	return recordedEnd{
		Outcome: o.Kind, Limit: o.Limit, ExitStatus: o.ExitStatus, Value: t.result.value, Error: t.result.err,
		Stdout: t.stdout.Bytes(), Stderr: t.stderr.Bytes(), Truncated: o.Truncated, RolledBack: o.RolledBack,
		Fuel: o.Used.Fuel, HeapPeak: o.Used.HeapPeakBytes, HostCalls: o.Used.HostCalls, HostBytes: o.Used.HostBytes, Memory: memory[:],
	}
}

// recorded has happen what execute does, and writes it down if the session records.
func (s *Session) recorded(ctx context.Context, e *event, goesOn *rest) (Outcome, error) {
	if s.config.Record == nil {
		return s.execute(ctx, e, goesOn)
	}
	if err := s.letGo(ctx, goesOn); err != nil {
		return Outcome{}, err
	}
	before, err := s.snapshot()
	if err != nil {
		return Outcome{}, err
	}
	taken := new(tape)
	e.tape = taken
	outcome, err := s.execute(ctx, e, goesOn)
	switch {
	case err != nil, outcome.Kind == protocol.Paused: // it is recorded when it has gone on to its end
		return outcome, err
	case outcome.Limit == protocol.DeadlineLimit, outcome.Kind == protocol.Cancelled: // at a moment that nobody can name
		return outcome, nil
	}
	if err := s.writeRecording(before, e, taken, &outcome); err != nil {
		return outcome, fmt.Errorf("%w: %w", ErrNotRecorded, err)
	}
	return outcome, nil
}

func (s *Session) writeRecording(before *Snapshot, e *event, taken *tape, outcome *Outcome) error {
	if e.told > maxJournalBytes {
		return fmt.Errorf("functions and stdin told it %d bytes, more than %d", e.told, maxJournalBytes)
	}
	run, err := e.stored(before)
	if err != nil {
		return err
	}
	c := &s.config
	body, err := snapshotEncoding.Marshal(recordedBody{
		storedRun: run,
		Config: recordedConfig{
			Fuel: c.FuelLimit, Output: c.OutputLimitBytes, HostCalls: c.HostCallLimit, HostBytes: c.HostBytesLimit, Env: append([]string{}, c.Env...),
			RealClock: c.Clock == RealClock, FilesBytes: c.FilesLimitBytes, Files: c.FilesLimit,
		},
		End: taken.end(s, outcome),
	})
	if err != nil {
		return err
	}
	framed, err := s.engine.frame(recordedMagic, recordedVersion, body)
	if err != nil {
		return err
	}
	_, err = c.Record.Write(framed)
	return err
}

// Recording is a run that [SessionConfig].Record got: what the session was before it, what it was given, and what came of it.
type Recording struct {
	engine   *Engine
	body     *recordedBody
	snapshot *Snapshot
	event    event
	merged   []byte // what it wrote when it was replayed, both streams
	memory   string // digest of the memory then
}

// ReadRecording reads the next recording; the error is io.EOF behind the last. It is checked as a snapshot is, for damage and not for
// who made it: what [Recording.Replay] runs has no more than a session that grants nothing.
func (e *Engine) ReadRecording(r io.Reader) (*Recording, error) {
	data, err := readFrame(r)
	if err != nil {
		return nil, err
	}
	b := new(recordedBody)
	if err := e.unframe(recordedMagic, recordedVersion, data, b); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidRecording, err)
	}
	snapshot, err := e.ReadSnapshot(bytes.NewReader(b.Snapshot), 0)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidRecording, err)
	}
	rec := &Recording{engine: e, body: b, snapshot: snapshot}
	if rec.event, err = b.event(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidRecording, err)
	}
	return rec, nil
}

// Program returns the name of the program, or of what was called, for people.
func (rec *Recording) Program() string {
	if rec.event.program.call {
		return string(rec.event.program.Source) + "()"
	}
	return rec.event.program.Name
}

// Difference is something that was not as it was recorded.
type Difference struct {
	// What names it: "outcome", "stdout", "fuel", "memory_sha256" and so on, as the format does.
	What string
	// Recorded and Replayed are what it was, and is.
	Recorded, Replayed any
}

// Replay runs again what was recorded, in a session of its own: functions and stdin tell it what they told it then, and are not asked.
// It gives the outcome, with its output, and what is not as it was. A run that goes another way is an error, which says where.
func (rec *Recording) Replay(ctx context.Context) (outcome Outcome, differences []Difference, err error) {
	s, err := rec.engine.RestoreSession(ctx, rec.snapshot, rec.config())
	if err != nil {
		return Outcome{}, nil, fmt.Errorf("%w: %w", ErrInvalidRecording, err)
	}
	defer func() { err = errors.Join(err, s.Close(context.WithoutCancel(ctx))) }()
	if err := s.forget(false, s.initial); err != nil {
		return Outcome{}, nil, err
	}
	e := rec.event
	if e.journal, e.told, err = readJournal(rec.body.Journal, s.functions); err != nil {
		return Outcome{}, nil, fmt.Errorf("%w: %w", ErrInvalidRecording, err)
	}
	e.tape, e.replayed = new(tape), true
	err = s.use(ctx, "replaying a recording", func(ctx context.Context) error {
		if outcome, err = s.runWith(ctx, &e, nil); err != nil {
			return err
		}
		if outcome.RolledBack {
			err = s.goBack(ctx)
		}
		end := e.tape.end(s, &outcome)
		differences = compareEnds(rec.body.End, end)
		rec.merged, rec.memory = e.tape.merged.Bytes(), hex.EncodeToString(end.Memory)
		return err
	})
	return outcome, differences, err
}

// config is for the session in which it runs again.
func (rec *Recording) config() SessionConfig {
	c := rec.body.Config
	cfg := SessionConfig{
		FuelLimit: c.Fuel, OutputLimitBytes: c.Output, HostCallLimit: c.HostCalls, HostBytesLimit: c.HostBytes, Env: c.Env,
		FilesLimitBytes: c.FilesBytes, FilesLimit: c.Files, HandleLimit: rec.event.program.handles,
	}
	if c.RealClock {
		cfg.Clock = RealClock
	}
	for _, name := range rec.snapshot.functions {
		cfg.Functions = append(cfg.Functions, hostcall.RawFunc(name, func(context.Context, hostcall.Call) (any, error) {
			return nil, errors.New("a recording's functions are not called")
		}))
	}
	return cfg
}

// compareEnds names the fields that differ.
func compareEnds(recorded, replayed recordedEnd) (differences []Difference) {
	a, b := reflect.ValueOf(recorded), reflect.ValueOf(replayed)
	for i := range a.NumField() {
		x, y := a.Field(i), b.Field(i)
		if x.Kind() == reflect.Slice && bytes.Equal(x.Bytes(), y.Bytes()) || x.Kind() != reflect.Slice && x.Equal(y) {
			continue
		}
		differences = append(differences, Difference{What: a.Type().Field(i).Tag.Get("cbor"), Recorded: x.Interface(), Replayed: y.Interface()})
	}
	return differences
}
