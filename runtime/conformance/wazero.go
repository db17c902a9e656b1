package conformance

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

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
func (w *Wazero) Run(ctx context.Context, program Program) (Result, error) {
	return runOn(ctx, w, program)
}

// ask answers a request here.
func (w *Wazero) ask(ctx context.Context, request protocol.Request) (_ protocol.Response, err error) {
	folders, closeAll, err := openFolders(request.Session.Mounts)
	if err != nil {
		return protocol.Response{}, fmt.Errorf("granting files: %w", err)
	}
	defer func() { err = errors.Join(err, closeAll()) }()
	return w.engine.Answer(ctx, request, folders)
}

// openFolders opens the folders that mounts name, and returns a function that closes them.
func openFolders(mounts []protocol.MountText) (_ map[string]fs.FS, closeAll func() error, err error) {
	var roots []*os.Root
	closeAll = func() error {
		var errs []error
		for _, root := range roots {
			errs = append(errs, root.Close())
		}
		return errors.Join(errs...)
	}
	folders := make(map[string]fs.FS)
	for _, mount := range mounts {
		if mount.Folder == "" {
			continue
		}
		root, err := os.OpenRoot(mount.Folder)
		if err != nil {
			return nil, nil, errors.Join(err, closeAll())
		}
		roots = append(roots, root)
		folders[mount.Folder] = root.FS()
	}
	return folders, closeAll, nil
}
