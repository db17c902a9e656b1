package sandbox

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"

	"github.com/seed-3f7e3123/mpwasm/runtime/artifact"
)

// Engine is an artifact, compiled. It is safe for use by several goroutines, and costs a few
// milliseconds to make when the compile cache is warm.
type Engine struct {
	code   code
	digest string
	starts starts
	live   liveSessions
	kept   keptRuns
	idle   idleGuests
}

// NewEngine compiles an artifact. That takes some tenths of a second, or milliseconds when the compile cache has it.
func NewEngine(ctx context.Context, cfg EngineConfig) (_ *Engine, err error) {
	digest, err := cfg.identify()
	if err != nil {
		return nil, err
	}
	e := &Engine{digest: digest, starts: starts{known: map[string]*state{}}, live: liveSessions{all: map[*Session]struct{}{}, pools: map[*Pool]struct{}{}}}
	e.idle.most = runtime.GOMAXPROCS(0)
	if e.kept.most = cfg.KeptRuns; e.kept.most == 0 {
		e.kept.most = DefaultKeptRuns
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, e.Close(context.WithoutCancel(ctx)))
		}
	}()
	if e.code, err = cfg.code(ctx); err != nil {
		return nil, err
	}
	return e, nil
}

// identify finds the artifact and tells its digest, in hex.
func (c *EngineConfig) identify() (string, error) {
	if c.Translated != nil {
		if c.Artifact != nil || c.Interpreter {
			return "", invalid("a translated artifact, and another one or the interpreter: expected one way to run")
		}
		return c.Translated.SHA256, nil
	}
	if c.Artifact == nil {
		var err error
		if c.Artifact, err = artifact.Find(); err != nil {
			return "", fmt.Errorf("%w: %w", ErrInvalidConfig, err)
		}
	}
	if len(c.Artifact) == 0 {
		return "", invalid("an empty artifact: expected the bytes of a module that `mpwasm build` wrote")
	}
	digest := sha256.Sum256(c.Artifact)
	return hex.EncodeToString(digest[:]), nil
}

// code makes the artifact ready to run.
func (c *EngineConfig) code(ctx context.Context) (code, error) {
	if c.Translated != nil {
		return useTranslated(c.Translated)
	}
	return compileWithWazero(ctx, *c)
}

// ArtifactSHA256 is the digest of the artifact, in hex.
func (e *Engine) ArtifactSHA256() string { return e.digest }

// Run runs one program in a session of its own.
func (e *Engine) Run(ctx context.Context, program Program, cfg SessionConfig) (Outcome, error) {
	session, err := e.NewSession(ctx, cfg)
	if err != nil {
		return Outcome{}, err
	}
	return session.runOnce(ctx, program)
}

// Close ends every session of the engine and frees the compiled module. Runs that are under way are cancelled, and Close
// waits until they have come to their end; what the host does for one meanwhile, such as waiting for input, it has to do.
func (e *Engine) Close(ctx context.Context) error {
	errs := []error{e.live.closeAll(ctx), e.idle.close(context.WithoutCancel(ctx))}
	if e.code != nil {
		errs = append(errs, e.code.close(ctx))
	}
	if e.starts.image != nil {
		errs = append(errs, e.starts.image.Close())
	}
	return errors.Join(errs...)
}
