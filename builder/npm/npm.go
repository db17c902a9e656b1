// Package npm installs the pinned npm packages that a build uses (the compiler, the optimiser) into
// the cache, and finds files in them.
//
// What can be installed is named by a lock file, web/package-lock.json for all that mpwasm is made with, which pins each
// package by version and SHA-512. Who installs names the packages it needs, and gets those and what they depend on; the folder in
// the cache is named by a digest of that part of the lock. So a build of the artifact does not wait for
// the packages of the page, nor is it repeated when one of those changes.
package npm

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/web"
)

// Toolchain names the packages that a build of the artifact runs: the compiler and the optimiser.
var Toolchain = []string{"@yowasp/clang", "binaryen"}

const lockName = "package-lock.json"

// ErrNotFound is wrapped by errors that say that Node.js or npm is not on the PATH.
var ErrNotFound = errors.New("executable not found")

// Packages is an installed node_modules folder.
type Packages struct {
	// Dir holds package.json and node_modules.
	Dir string
}

// File returns the path of a file inside an installed package, by its slash-separated name
// ("@yowasp/clang/gen/llvm.core.wasm").
func (p Packages) File(name string) string {
	return filepath.Join(p.Dir, "node_modules", filepath.FromSlash(name))
}

// Lock is a package-lock.json, in the folder of a package.json.
type Lock struct {
	// Name is the folder, for error messages.
	Name string
	// Text is the lock file.
	Text []byte
}

// Install returns the named packages of web/package-lock.json: see [InstallFrom].
func Install(ctx context.Context, cacheDir string, names []string, report progress.Reporter) (Packages, error) {
	return InstallFrom(ctx, cacheDir, Lock{"web", web.PackageLock}, names, report)
}

// InstallFrom returns the named packages of a lock file and what they depend on, running `npm ci`
// into cacheDir when they are not there yet. Several processes may call it at once: one installs, the
// others wait.
func InstallFrom(ctx context.Context, cacheDir string, from Lock, names []string, report progress.Reporter) (_ Packages, err error) {
	lock, manifest, err := subset(from, names)
	if err != nil {
		return Packages{}, err
	}
	digest := sha256.Sum256(lock)
	root := filepath.Join(cacheDir, "npm")
	packages := Packages{Dir: filepath.Join(root, hex.EncodeToString(digest[:8]))}
	if packages.installed() {
		return packages, nil
	}
	if err := os.MkdirAll(root, 0o755); err != nil {
		return Packages{}, fmt.Errorf("making the npm cache folder: %w", err)
	}
	unlock, err := lockedfile.MutexAt(packages.Dir + ".lock").Lock()
	if err != nil {
		return Packages{}, fmt.Errorf("locking the npm cache: %w", err)
	}
	defer unlock()
	if packages.installed() { // another process was faster
		return packages, nil
	}
	task := report.Start("installing npm packages", 0, progress.Items)
	defer func() { task.End(err) }()
	return packages, packages.install(ctx, from, lock, manifest)
}

// installed tells whether the folder is complete: it is renamed into place as a whole.
func (p Packages) installed() bool {
	_, err := os.Stat(filepath.Join(p.Dir, "node_modules"))
	return err == nil
}

// install fills a temporary folder beside p.Dir and renames it into place.
func (p Packages) install(ctx context.Context, from Lock, lock, manifest []byte) error {
	if err := p.clear(); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(filepath.Dir(p.Dir), filepath.Base(p.Dir)+partial)
	if err != nil {
		return fmt.Errorf("making a folder for npm packages: %w", err)
	}
	if err := os.Chmod(temp, 0o755); err != nil {
		return fmt.Errorf("making a folder for npm packages: %w", err)
	}
	for name, data := range map[string][]byte{lockName: lock, "package.json": manifest} {
		if err := os.WriteFile(filepath.Join(temp, name), data, 0o644); err != nil {
			return fmt.Errorf("writing %s: %w", name, err)
		}
	}
	if err := ci(ctx, temp, from); err != nil {
		return errors.Join(err, os.RemoveAll(temp))
	}
	if err := os.Rename(temp, p.Dir); err != nil {
		return errors.Join(fmt.Errorf("moving the npm packages into the cache: %w", err), os.RemoveAll(temp))
	}
	return nil
}

// partial marks temporary folders, after which each has a name of its own.
const partial = ".partial"

// clear makes room under the caller's lock. Temporary folders that are there belong to processes that were killed. An npm of theirs
// may live on and write into one, which is why no other process takes the folder up; what cannot be removed now goes another time.
func (p Packages) clear() error {
	stale, err := filepath.Glob(p.Dir + partial + "*")
	if err != nil {
		return fmt.Errorf("looking for unfinished npm installs: %w", err)
	}
	for _, dir := range stale {
		_ = os.RemoveAll(dir)
	}
	return p.Discard() // a folder without packages, if any
}

// Discard gives up packages that are damaged, so that Install installs them again.
func (p Packages) Discard() error {
	aside, err := os.MkdirTemp(filepath.Dir(p.Dir), filepath.Base(p.Dir)+partial)
	if err != nil {
		return fmt.Errorf("discarding npm packages: %w", err)
	}
	err = os.Rename(p.Dir, filepath.Join(aside, "discarded"))
	_ = os.RemoveAll(aside) // or another time
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("discarding npm packages: %w", err)
	}
	return nil
}

// waitDelay is how long a process that was ended is waited for: children of its own may live on and hold its output open.
const waitDelay = 5 * time.Second

// ci runs `npm ci` in dir. The packages carry no install scripts; none would be run.
func ci(ctx context.Context, dir string, from Lock) error {
	npm, err := Executable("npm")
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
	cmd.Dir = dir
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.WaitDelay = waitDelay
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return fmt.Errorf("installing npm packages: %w", ctx.Err())
		}
		return fmt.Errorf("installing npm packages (npm ci, pinned by %s/%s): %w\n%s\nis the npm registry reachable? a mirror can be set with `npm config set registry`", from.Name, lockName, err, strings.TrimSpace(out.String()))
	}
	return nil
}

// Executable finds "node" or "npm" on the PATH.
func Executable(name string) (string, error) {
	file := name
	if runtime.GOOS == "windows" && name == "npm" {
		file = "npm.cmd"
	}
	path, err := exec.LookPath(file)
	if err != nil {
		return "", fmt.Errorf("looking for %s: %w; install Node.js 20 or newer with npm (`mpwasm doctor` says how)", name, ErrNotFound)
	}
	return path, nil
}
