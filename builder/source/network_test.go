package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// networkVariable, set to 1, allows tests to use the network. The project's test script sets it.
const networkVariable = "MPWASM_TEST_NETWORK"

// requireNetwork skips a test unless it may use the network.
func requireNetwork(t *testing.T) {
	t.Helper()
	if os.Getenv(networkVariable) != "1" {
		t.Skipf("uses the network; set %s=1 to run it", networkVariable)
	}
}

// TestFetchForReal gets the pinned release from wherever this machine can get it, and again from the
// cache.
func TestFetchForReal(t *testing.T) {
	requireNetwork(t)
	cacheDir := t.TempDir()
	for _, r := range releases {
		for _, cached := range []bool{false, true} {
			start := time.Now()
			tree, err := Fetch(t.Context(), Config{Project: Project(r.project.name), CacheDir: cacheDir})
			check(t, err)
			t.Logf("%s: %v", tree.Provider, time.Since(start))
			if (tree.Provider == FromCache) != cached || tree.Version != r.version || tree.Digest != r.digest {
				t.Errorf("got %+v, expected %v with digest %s", tree, r, r.digest)
			}
			checkParts(t, r, tree.Dir)
		}
	}
}

// checkParts checks the table of parts against a verified tree: errors quote it.
func checkParts(t *testing.T, r release, dir string) {
	t.Helper()
	tree := os.DirFS(dir)
	files, err := r.list(tree)
	check(t, err)
	if details := r.compare(tree, files); len(details) > 0 {
		t.Errorf("the tree is right, but the table of its parts says %q", details)
	}
}

// TestDebianForReal uses the machine's own apt, where it is a Debian machine.
func TestDebianForReal(t *testing.T) {
	requireNetwork(t)
	before := aptState(t)
	cacheDir := t.TempDir()
	for _, r := range releases {
		d := newDebian(r)
		if err := d.applies(); err != nil {
			t.Skip(err)
		}
		tree, err := Fetch(t.Context(), Config{Project: Project(r.project.name), CacheDir: cacheDir, Providers: []Provider{d}})
		check(t, err)
		if tree.Provider != d.Name() || tree.Digest != r.digest {
			t.Errorf("got %+v, expected digest %s from %s", tree, r.digest, d.Name())
		}
	}
	if after := aptState(t); after != before {
		t.Errorf("the machine's apt changed from\n%s\nto\n%s", before, after)
	}
}

// aptState lists the files that the machine's own apt keeps, with times and sizes, as far as they can
// be seen.
func aptState(t *testing.T) string {
	t.Helper()
	var state strings.Builder
	for _, dir := range []string{"/var/lib/apt", "/var/cache/apt", "/etc/apt"} {
		err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil {
				return err
			}
			info, err := e.Info()
			if err == nil {
				fmt.Fprintln(&state, name, info.Mode(), info.Size(), info.ModTime())
			}
			return err
		})
		check(t, err)
	}
	return state.String()
}
