package source

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
	"github.com/rogpeppe/go-internal/robustio"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

const (
	// tempPrefix starts the names of folders that belong to a fetch under way. Only the holder of the
	// lock makes them, so those that it finds were left by a process that was killed.
	tempPrefix = "tmp-"
	// lockName is the file whose lock is held while the cache is written.
	lockName = "lock"
	// noticeAfter is how long to wait for the lock before saying so.
	noticeAfter = time.Second
)

// cache is a folder with one folder for each release. An entry appears by a rename, so it is whole or
// not there; readers check its digest and need no lock.
type cache struct {
	root    string // absolute
	release release
}

func newCache(dir string, r release) (cache, error) {
	if dir == "" {
		return cache{}, errors.New("opening the source cache: expected a folder, found none named")
	}
	// Absolute, since Go lifts Windows' limit on the length of paths for these alone.
	root, err := filepath.Abs(filepath.Join(dir, "source"))
	if err != nil {
		return cache{}, fmt.Errorf("opening the source cache: %w", err)
	}
	return cache{root: root, release: r}, nil
}

// entry returns the folder of the release. Its name holds the start of the digest, so that a change of
// the file set does not find the tree of yesterday.
func (c cache) entry() string {
	digest := strings.NewReplacer("h1:", "", "/", "_", "+", "-").Replace(c.release.digest)
	return filepath.Join(c.root, fmt.Sprintf("%s-%s-%.12s", c.release.project.slug, c.release.version, digest))
}

// check verifies the entry; [fs.ErrNotExist] means that there is none.
func (c cache) check() error { return c.release.verify(c.entry()) }

// tree describes the entry.
func (c cache) tree(provider string) Tree {
	return Tree{Dir: c.entry(), Version: c.release.version, Digest: c.release.digest, Provider: provider}
}

// lock waits until no other process writes to the cache, and removes what killed ones left.
func (c cache) lock(ctx context.Context, report progress.Reporter) (unlock func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("locking the source cache: %w", err)
	}
	if err := os.MkdirAll(c.root, 0o755); err != nil {
		return nil, fmt.Errorf("making the source cache: %w", err)
	}
	unlock, err = lockFile(ctx, filepath.Join(c.root, lockName), c.release.project.name, report)
	if err != nil {
		return nil, fmt.Errorf("locking the source cache: %w", err)
	}
	if err := c.removeStale(); err != nil {
		unlock()
		return nil, err
	}
	return unlock, nil
}

// lockFile waits for a file lock. The wait itself cannot be interrupted: when ctx ends first, a
// goroutine is left that gives the lock back as soon as it gets it.
func lockFile(ctx context.Context, name, wanted string, report progress.Reporter) (unlock func(), err error) {
	type result struct {
		unlock func()
		err    error
	}
	got := make(chan result, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(name).Lock()
		got <- result{unlock, err}
	}()
	notice := time.NewTimer(noticeAfter)
	defer notice.Stop()
	for {
		select {
		case r := <-got:
			return r.unlock, r.err
		case <-notice.C:
			task := report.Start("waiting for another build before fetching "+wanted, 0, progress.Items)
			defer func() { task.End(err) }()
		case <-ctx.Done():
			go func() {
				if r := <-got; r.err == nil {
					r.unlock()
				}
			}()
			return nil, ctx.Err()
		}
	}
}

// removeStale removes the temporary folders of processes that were killed. A child of one may live on and write into its folder, which
// then cannot be removed: it is left to the next time. A fetch has a folder of its own.
func (c cache) removeStale() error {
	entries, err := os.ReadDir(c.root)
	if err != nil {
		return fmt.Errorf("listing the source cache: %w", err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), tempPrefix) {
			continue
		}
		_ = robustio.RemoveAll(filepath.Join(c.root, e.Name()))
	}
	return nil
}

// install makes the entry from what a provider delivers. The lock must be held.
func (c cache) install(ctx context.Context, p Provider, report progress.Reporter) error {
	temp, err := os.MkdirTemp(c.root, tempPrefix)
	if err != nil {
		return fmt.Errorf("making a temporary folder: %w", err)
	}
	// What cannot be removed now goes when the lock is taken next.
	defer func() { _ = robustio.RemoveAll(temp) }()
	scratch := filepath.Join(temp, "scratch")
	if err := os.Mkdir(scratch, 0o755); err != nil {
		return fmt.Errorf("making a temporary folder: %w", err)
	}
	path, err := p.Obtain(ctx, scratch, report)
	if err != nil {
		return err
	}
	tree := filepath.Join(temp, "tree")
	if err := fill(ctx, tree, path, c.release, defaultLimits, report); err != nil {
		return err
	}
	if err := c.release.verify(tree); err != nil {
		return c.named(err, p)
	}
	return c.replace(tree, filepath.Join(temp, "replaced"))
}

// replace renames a verified tree into place, and a damaged entry out of the way.
func (c cache) replace(tree, old string) error {
	err := c.check()
	if err == nil {
		return nil // the same tree is there already; somebody may be reading it
	}
	if !errors.Is(err, fs.ErrNotExist) {
		if err := robustio.Rename(c.entry(), old); err != nil {
			return fmt.Errorf("moving a damaged cache entry away: %w", err)
		}
	}
	if err := robustio.Rename(tree, c.entry()); err != nil {
		return fmt.Errorf("moving the tree into the cache: %w", err)
	}
	return nil
}

// named makes a digest error speak of the provider instead of a temporary folder.
func (c cache) named(err error, p Provider) error {
	var wrong *DigestError
	if errors.As(err, &wrong) {
		wrong.What = fmt.Sprintf("%v from %s", c.release, p.Name())
	}
	return err
}
