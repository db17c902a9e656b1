package conformance

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strconv"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// Wazero is the sandbox of this process as a target. Every program gets a session of its own, with the sandbox's
// default limits, its fixed clock and its fixed seed.
type Wazero struct {
	engine *sandbox.Engine
	name   string
}

var _ Target = (*Wazero)(nil)

// NewWazero makes a target of an engine, which stays the caller's to close, after the target. The name is the target's
// in reports: "wazero".
func NewWazero(engine *sandbox.Engine, name string) *Wazero {
	return &Wazero{engine: engine, name: name}
}

// Name returns the name given to NewWazero.
func (w *Wazero) Name() string { return w.name }

// Close does nothing: the engine is the caller's.
func (w *Wazero) Close() error { return nil }

// Run runs a program in a new session.
func (w *Wazero) Run(ctx context.Context, program Program) (_ Result, err error) {
	mounts, closeMounts, err := guestMounts(program.Mounts)
	if err != nil {
		return Result{}, fmt.Errorf("granting files: %w", err)
	}
	defer func() { err = errors.Join(err, closeMounts()) }()
	var stdout, stderr, merged bytes.Buffer
	session, err := w.engine.NewSession(ctx, sandbox.SessionConfig{
		Args:   append([]string{program.Name}, program.Args...),
		Path:   []string{path.Dir(program.Name)},
		Stdin:  bytes.NewReader(program.Stdin),
		Stdout: io.MultiWriter(&stdout, &merged),
		Stderr: io.MultiWriter(&stderr, &merged),
		Mounts: mounts,

		FilesLimitBytes: filesLimit(program.Mounts),
	})
	if err != nil {
		return Result{}, fmt.Errorf("starting a session: %w", err)
	}
	defer func() { err = errors.Join(err, session.Close(context.WithoutCancel(ctx))) }()

	if err := enterDir(ctx, session, program.Dir); err != nil {
		return Result{}, err
	}
	outcome, err := session.Run(ctx, sandbox.Program{Name: program.Name, Source: program.Source})
	if err != nil {
		return Result{}, fmt.Errorf("running %s: %w", program.Name, err)
	}
	if outcome.Kind == protocol.Raised {
		fmt.Fprintf(io.MultiWriter(&stderr, &merged), "%s", outcome.Error.Traceback)
	}
	return Result{
		Outcome:    outcome.Kind,
		ExitStatus: exitStatus(outcome),
		Stdout:     stdout.Bytes(),
		Stderr:     stderr.Bytes(),
		Merged:     merged.Bytes(),
		Error:      outcome.Error,
		Detail:     detail(outcome),
		Used:       outcome.Used,
	}, nil
}

// enterDir makes a folder the guest's current directory. A session has no setting for it; a program that runs before
// the one at hand, and leaves no name behind, does the same.
func enterDir(ctx context.Context, session *sandbox.Session, dir string) error {
	if dir == "" || dir == "/" {
		return nil
	}
	source := "__import__('os').chdir(" + strconv.QuoteToASCII(dir) + ")"
	outcome, err := session.Run(ctx, sandbox.Program{Source: []byte(source)})
	if err != nil {
		return fmt.Errorf("entering %s: %w", dir, err)
	}
	if outcome.Kind == protocol.Raised && outcome.Error.Type == "ImportError" {
		return nil // a variant without os has no files, and so no folder to be in
	}
	if outcome.Kind != protocol.Completed {
		return fmt.Errorf("entering %s: it %s %s", dir, outcome.Kind, detail(outcome))
	}
	return nil
}

// exitStatus is what a process would end with.
func exitStatus(outcome sandbox.Outcome) int {
	switch outcome.Kind {
	case protocol.Raised:
		return 1
	case protocol.Exited:
		return outcome.ExitStatus
	}
	return 0
}

// detail says more about how a program ended, for people.
func detail(outcome sandbox.Outcome) string {
	switch outcome.Kind {
	case protocol.Raised:
		return outcome.Error.Type + ": " + outcome.Error.Message
	case protocol.Limited:
		return string(outcome.Limit)
	case protocol.Trapped:
		return outcome.Trap.Error()
	}
	return ""
}

// filesLimitBytes is how much tests may write, the copies of folders that they may write to included.
const filesLimitBytes = 16 << 20

// filesLimit is how much a program may write: nothing, if no folder is given it for that.
func filesLimit(mounts []Mount) int64 {
	if slices.ContainsFunc(mounts, func(m Mount) bool { return m.Writable }) {
		return filesLimitBytes
	}
	return 0
}

// guestMounts returns mounts of the sandbox, and a function that closes the folders behind them.
func guestMounts(mounts []Mount) (_ []sandbox.Mount, closeAll func() error, err error) {
	var roots []*os.Root
	closeAll = func() error {
		var errs []error
		for _, root := range roots {
			errs = append(errs, root.Close())
		}
		return errors.Join(errs...)
	}
	var granted []sandbox.Mount
	for _, mount := range mounts {
		root, err := os.OpenRoot(mount.HostDir)
		if err != nil {
			return nil, nil, errors.Join(err, closeAll())
		}
		roots = append(roots, root)
		granted = append(granted, sandbox.Mount{FS: root.FS(), GuestPath: mount.GuestPath, Writable: mount.Writable})
	}
	return granted, closeAll, nil
}
