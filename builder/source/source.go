package source

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// Config says which release is wanted and where it may come from. Only CacheDir is required.
type Config struct {
	// Project is what is wanted; "" means [MicroPython].
	Project Project
	// Version is the release; "" means [Version] or [CPythonVersion].
	Version string
	// Path is a directory or a .tar.xz or .tar.gz archive that the user named. If it is set, no other
	// provider is asked, the cache included.
	Path string
	// CacheDir is the cache of the whole program; this package keeps to its sub-folder "source".
	CacheDir string
	// Providers are asked in this order after the cache. Nil means upstream's archives and then
	// Debian's source package; empty but not nil means none, for work without a network.
	Providers []Provider
	// HTTPClient downloads upstream's archives; nil means one that gives up early on a network that
	// is not there. Its CheckRedirect is replaced.
	HTTPClient *http.Client
	// Report is told of the slow steps; nil means [progress.Discard].
	Report progress.Reporter
}

// Tree is a verified release on disk.
type Tree struct {
	// Dir is the absolute path of the root: the folder that holds py, extmod and so on, or Lib. It lies in the
	// cache and must not be written to; a changed tree is fetched again by the next [Fetch]. (The
	// __pycache__ folders that Python may leave in it do not count.)
	Dir string
	// Version is the release.
	Version string
	// Digest is the "h1:" digest of the files below Dir.
	Digest string
	// Provider says where the tree came from: [FromCache], Config.Path or the name of a [Provider].
	Provider string
}

// FromCache is the provider of a tree that was fetched before.
const FromCache = "cache"

// Fetch returns the release, from the first provider that delivers it; see the package comment for
// their order. Several goroutines and processes may call it at once: one fetches, the others wait for
// it. When ctx ends, Fetch ends soon after and leaves nothing behind.
//
// The error is an [*UnknownVersionError] if the version has no known digest, and an
// [*UnavailableError] if no provider delivered it. What is wrong with a tree or an archive is a
// [*DigestError], an [*EntryError] or [ErrNoTree] below these.
func Fetch(ctx context.Context, cfg Config) (Tree, error) {
	r, err := lookup(cmp.Or(cfg.Project, MicroPython), cfg.Version)
	if err != nil {
		return Tree{}, err
	}
	return fetch(ctx, cfg, r)
}

func fetch(ctx context.Context, cfg Config, r release) (Tree, error) {
	if cfg.Report == nil {
		cfg.Report = progress.Discard
	}
	if cfg.Providers == nil {
		cfg.Providers = r.providers(cfg.HTTPClient)
	}
	c, err := newCache(cfg.CacheDir, r)
	if err != nil {
		return Tree{}, err
	}
	if cfg.Path == "" && c.check() == nil {
		return c.tree(FromCache), nil
	}
	unlock, err := c.lock(ctx, cfg.Report)
	if err != nil {
		return Tree{}, err
	}
	defer unlock()
	if cfg.Path != "" {
		return fetchGiven(ctx, cfg, c)
	}
	return fetchFirst(ctx, cfg, c)
}

// fetchGiven uses what the user named, or says why it cannot. The lock must be held.
func fetchGiven(ctx context.Context, cfg Config, c cache) (Tree, error) {
	p := given(cfg.Path)
	if err := c.install(ctx, p, cfg.Report); err != nil {
		if ctx.Err() != nil {
			return Tree{}, fmt.Errorf("fetching %v: %w", c.release, ctx.Err())
		}
		return Tree{}, &UnavailableError{
			Project:  Project(c.release.project.name),
			Version:  c.release.version,
			Attempts: []Attempt{{p.Name(), err}},
			hint:     fmt.Sprintf("name an unmodified %v, as a directory or as a .tar.xz or .tar.gz archive, or name none to have it fetched", c.release),
		}
	}
	return c.tree(p.Name()), nil
}

// fetchFirst asks the cache and then the other providers. The lock must be held.
func fetchFirst(ctx context.Context, cfg Config, c cache) (Tree, error) {
	err := c.check() // again: another process may have been faster
	switch {
	case err == nil:
		return c.tree(FromCache), nil
	case errors.Is(err, fs.ErrNotExist):
		err = fmt.Errorf("expected %s, found nothing there", c.entry())
	default:
		cfg.Report.Start("replacing a damaged "+c.release.project.name+" in the cache", 0, progress.Items).End(nil)
	}
	attempts := []Attempt{{FromCache, err}}
	for _, p := range cfg.Providers {
		err := c.install(ctx, p, cfg.Report)
		if err == nil {
			return c.tree(p.Name()), nil
		}
		if ctx.Err() != nil {
			return Tree{}, fmt.Errorf("fetching %v: %w", c.release, ctx.Err())
		}
		attempts = append(attempts, Attempt{p.Name(), err})
	}
	return Tree{}, &UnavailableError{
		Project:  Project(c.release.project.name),
		Version:  c.release.version,
		Attempts: attempts,
		hint:     offlineHint(c.release),
	}
}

// offlineHint says how to go on without any provider.
func offlineHint(r release) string {
	if len(r.archives) == 0 {
		return ""
	}
	return fmt.Sprintf("fetch %s by other means (or a checkout of the tag v%s) and name it with %s",
		r.archives[0].url, r.version, r.project.option)
}
