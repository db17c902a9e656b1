package sandbox

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Answer does what a request of kind [protocol.OpRun] asks for, as web/src/serve.ts does in JavaScript. folders are what
// mounts of the request may name. The error is for trouble of the host, and for a request that cannot be.
func (e *Engine) Answer(ctx context.Context, request protocol.Request, folders map[string]fs.FS) (_ protocol.Response, err error) {
	if request.Op == protocol.OpReplay {
		return e.replayAll(ctx, request)
	}
	if request.Op != protocol.OpRun {
		return protocol.Response{}, invalid("answering a request: op %q, expected %q", request.Op, protocol.OpRun)
	}
	cfg, err := requestConfig(request.Session, folders)
	if err != nil {
		return protocol.Response{}, fmt.Errorf("answering a request: %w", err)
	}
	var stdout, stderr, merged, recorded bytes.Buffer
	if request.Session.Record {
		cfg.Record = &recorded
	}
	cfg.Stdout, cfg.Stderr = io.MultiWriter(&stdout, &merged), io.MultiWriter(&stderr, &merged)
	session, err := e.answering(ctx, request, cfg)
	if err != nil {
		return protocol.Response{}, err
	}
	defer func() { err = errors.Join(err, session.Close(context.WithoutCancel(ctx))) }()

	var steps []func() (Outcome, error)
	if session.paused != nil {
		steps = append(steps, func() (Outcome, error) { return session.paused.resumeTest(ctx, request.Session.Stdin) })
	}
	for _, p := range request.Programs {
		steps = append(steps, func() (Outcome, error) {
			return session.Run(ctx, Program{Name: p.Name, Source: p.Source, NoValue: p.NoValue, AssignedValue: p.AssignedValue})
		})
	}
	response := protocol.Response{ID: request.ID}
	for _, step := range steps {
		outcome, err := step()
		if err != nil {
			return protocol.Response{}, err
		}
		outcome.Stdout, outcome.Stderr = bytes.Clone(stdout.Bytes()), bytes.Clone(stderr.Bytes())
		stdout.Reset()
		stderr.Reset()
		report, err := outcome.Report()
		if err != nil {
			return protocol.Response{}, err
		}
		response.Outcomes = append(response.Outcomes, report)
		if p := outcome.Paused; p != nil {
			response.PausedForInput = p.Pending().Kind == PendingInput
			if response.Paused, err = p.MarshalBinary(); err != nil {
				return protocol.Response{}, err
			}
			break
		}
	}
	if request.Keep {
		if response.Snapshot, err = session.stored(); err != nil {
			return protocol.Response{}, err
		}
	}
	response.Merged, response.Recording = merged.Bytes(), recorded.Bytes()
	response.MemorySHA256, err = session.MemorySHA256()
	return response, err
}

// replayAll has again what a file of recordings holds.
func (e *Engine) replayAll(ctx context.Context, request protocol.Request) (protocol.Response, error) {
	response := protocol.Response{ID: request.ID}
	for r := bytes.NewReader(request.Recording); r.Len() > 0 || len(response.Outcomes) == 0; {
		recording, err := e.ReadRecording(r)
		if err != nil {
			return protocol.Response{}, err
		}
		outcome, differences, err := recording.Replay(ctx)
		if err != nil {
			return protocol.Response{}, err
		}
		for _, d := range differences {
			response.Differences = append(response.Differences, protocol.Difference{Program: recording.Program(), What: d.What, Recorded: plain(d.Recorded), Replayed: plain(d.Replayed)})
		}
		report, err := outcome.Report()
		if err != nil {
			return protocol.Response{}, err
		}
		response.Outcomes = append(response.Outcomes, report)
		response.Merged = append(response.Merged, recording.merged...)
		response.MemorySHA256 = recording.memory
	}
	return response, nil
}

// plain is a field of an outcome as text, bytes in hex.
func plain(value any) string {
	if data, ok := value.([]byte); ok {
		return hex.EncodeToString(data)
	}
	return fmt.Sprint(value)
}

// answering begins the session that a request asks for.
func (e *Engine) answering(ctx context.Context, request protocol.Request, cfg SessionConfig) (*Session, error) {
	if request.Paused != nil {
		p, err := e.RestorePaused(ctx, request.Paused, cfg)
		if err != nil {
			return nil, err
		}
		return p.session, nil
	}
	session, err := e.NewSession(ctx, cfg)
	if err != nil {
		return nil, err
	}
	if request.Snapshot != nil {
		if err := session.restoreFrom(request.Snapshot); err != nil {
			return nil, errors.Join(err, session.Close(context.WithoutCancel(ctx)))
		}
	}
	return session, nil
}

// resumeTest goes on with a run that waits for a test function, or for input.
func (p *Paused) resumeTest(ctx context.Context, stdin []byte) (Outcome, error) {
	if p.Pending().Kind == PendingInput {
		return p.Resume(ctx, stdin, nil)
	}
	for _, f := range testFunctions {
		if call := p.Pending().Call; f.Name() == call.Function {
			value, err := f.Call(ctx, call)
			return p.Resume(ctx, value, err)
		}
	}
	return Outcome{}, fmt.Errorf("resuming a run that waits for %s, which is no test function", p.Pending().Call.Function)
}

// pausing is what has test functions, and reads, pause a run.
type pausing struct{}

func (pausing) Read([]byte) (int, error) { return 0, hostcall.ErrPause }

func (pausing) call(context.Context, hostcall.Call) (any, error) { return nil, hostcall.ErrPause }

// restoreFrom makes the session what a stored snapshot holds.
func (s *Session) restoreFrom(stored []byte) error {
	snapshot, err := s.engine.ReadSnapshot(bytes.NewReader(stored), 0)
	if err != nil {
		return err
	}
	return s.Restore(snapshot)
}

// stored is a snapshot of the session as it is stored.
func (s *Session) stored() ([]byte, error) {
	snapshot, err := s.Snapshot()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	_, err = snapshot.WriteTo(&out)
	return out.Bytes(), err
}

// maxTimeoutMS is the longest time that a time.Duration holds, in milliseconds: 292 years.
const maxTimeoutMS = math.MaxInt64 / int64(time.Millisecond)

// requestConfig is what the options of a request are called here.
func requestConfig(o protocol.SessionOptions, folders map[string]fs.FS) (SessionConfig, error) {
	if o.TimeoutMS < 0 || o.TimeoutMS > maxTimeoutMS { // before it is multiplied: -2^63 ms would be no limit
		return SessionConfig{}, invalid("timeout of %d ms: it must be from 0, which means none, to %d", o.TimeoutMS, maxTimeoutMS)
	}
	cfg := SessionConfig{
		MemoryLimitBytes: o.Memory,
		FuelLimit:        o.Fuel,
		Timeout:          time.Duration(o.TimeoutMS) * time.Millisecond,
		OutputLimitBytes: o.MaxOutput,
		HostCallLimit:    o.MaxHostCalls,
		HostBytesLimit:   o.MaxHostBytes,
		Args:             o.Args,
		Path:             o.Path,
		Stdin:            bytes.NewReader(o.Stdin),
		FilesLimit:       o.FilesLimit,
		Seed:             o.Seed,
		Env:              o.Env,
	}
	if o.FilesLimitBytes != nil {
		if cfg.FilesLimitBytes = *o.FilesLimitBytes; cfg.FilesLimitBytes < 0 {
			return cfg, invalid("files of at most %d bytes: it must not be negative; 0 means that the guest cannot write", cfg.FilesLimitBytes)
		}
		if cfg.FilesLimitBytes == 0 {
			cfg.FilesLimitBytes = NoFiles
		}
	}
	if o.TestFunctions {
		cfg.Functions = slices.Clone(testFunctions)
	}
	if o.Pause {
		cfg.Stdin = pausing{}
		for i, f := range cfg.Functions {
			cfg.Functions[i] = hostcall.RawFunc(f.Name(), pausing{}.call)
		}
	}
	if cfg.OutputLimitBytes == 0 {
		cfg.OutputLimitBytes = DefaultOutputLimitBytes
	}
	for _, m := range o.Mounts {
		mounted, err := requestFolder(m, folders)
		if err != nil {
			return cfg, invalid("mounting at %s: %w", m.Path, err)
		}
		cfg.Mounts = append(cfg.Mounts, Mount{FS: mounted, GuestPath: m.Path, Writable: m.Writable})
	}
	return cfg, nil
}

// testFunctions are what protocol.SessionOptions.TestFunctions describes; web/src/serve.ts has them too.
var testFunctions = []hostcall.Function{
	hostcall.Func("echo", func(x any) any { return x }),
	hostcall.Func("host.fail", func(kind, message string) error { return hostcall.Raise(kind, message) }),
}

// requestFolder is what a mount of a request holds.
func requestFolder(m protocol.MountText, folders map[string]fs.FS) (fs.FS, error) {
	if m.Folder != "" {
		folder, ok := folders[m.Folder]
		if !ok {
			return nil, fmt.Errorf("there is no folder %q", m.Folder)
		}
		return folder, nil
	}
	var archive txtar.Archive
	for name, data := range m.Files {
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: data})
	}
	return txtar.FS(&archive)
}
