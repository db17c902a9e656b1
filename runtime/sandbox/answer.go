package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Answer does what a request of kind [protocol.OpRun] asks for, as web/src/serve.ts does in JavaScript. folders are what
// mounts of the request may name. The error is for trouble of the host, and for a request that cannot be.
func (e *Engine) Answer(ctx context.Context, request protocol.Request, folders map[string]fs.FS) (_ protocol.Response, err error) {
	if request.Op != protocol.OpRun {
		return protocol.Response{}, invalid("answering a request: op %q, expected %q", request.Op, protocol.OpRun)
	}
	cfg, err := requestConfig(request.Session, folders)
	if err != nil {
		return protocol.Response{}, fmt.Errorf("answering a request: %w", err)
	}
	var stdout, stderr, merged bytes.Buffer
	cfg.Stdout, cfg.Stderr = io.MultiWriter(&stdout, &merged), io.MultiWriter(&stderr, &merged)
	session, err := e.NewSession(ctx, cfg)
	if err != nil {
		return protocol.Response{}, err
	}
	defer func() { err = errors.Join(err, session.Close(context.WithoutCancel(ctx))) }()

	if request.Snapshot != nil {
		if err := session.restoreFrom(request.Snapshot); err != nil {
			return protocol.Response{}, err
		}
	}
	response := protocol.Response{ID: request.ID}
	for _, p := range request.Programs {
		outcome, err := session.Run(ctx, Program{Name: p.Name, Source: p.Source, NoValue: p.NoValue})
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
	}
	if request.Keep {
		if response.Snapshot, err = session.stored(); err != nil {
			return protocol.Response{}, err
		}
	}
	response.Merged = merged.Bytes()
	response.MemorySHA256, err = session.MemorySHA256()
	return response, err
}

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
		cfg.Functions = testFunctions
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
