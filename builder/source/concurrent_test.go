package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// Variables that tell a fetcher process what to do.
const (
	fetchCache = "MPWASM_SOURCE_TEST_CACHE" // folder
	fetchFrom  = "MPWASM_SOURCE_TEST_FROM"  // archive; "" means that the provider hangs
	fetchCount = "MPWASM_SOURCE_TEST_COUNT" // file that gets a byte for each delivery
)

// actAsFetcher is a process that fetches the tiny release.
func actAsFetcher() int {
	p := provider{"p", func(ctx context.Context, scratch string) (string, error) {
		if os.Getenv(fetchFrom) == "" {
			if err := os.WriteFile(filepath.Join(scratch, "half"), nil, 0o644); err != nil {
				return "", err
			}
			time.Sleep(time.Hour)
		}
		return os.Getenv(fetchFrom), countDelivery(os.Getenv(fetchCount))
	}}
	_, err := fetch(context.Background(), Config{CacheDir: os.Getenv(fetchCache), Providers: []Provider{p}}, tiny())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// countDelivery adds one byte to a file, and lasts long enough for others to come in between.
func countDelivery(name string) error {
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(".")
	time.Sleep(50 * time.Millisecond)
	return errors.Join(err, f.Close())
}

// fetcher is a process that is about to fetch.
func fetcher(t *testing.T, env ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	check(t, err)
	command := exec.CommandContext(t.Context(), self)
	command.Env = append(append(os.Environ(), actAs+"=fetch", quickExit), env...)
	command.Stderr = &bytes.Buffer{}
	return command
}

func TestProcessesFetchOnce(t *testing.T) {
	cacheDir, count := t.TempDir(), filepath.Join(t.TempDir(), "count")
	archive := tempFile(t, tinyArchive(t))
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			f := fetcher(t, fetchCache+"="+cacheDir, fetchFrom+"="+archive, fetchCount+"="+count)
			if err := f.Run(); err != nil {
				t.Errorf("%v: %s", err, f.Stderr)
			}
		})
	}
	group.Wait()
	checkDelivered(t, cacheDir, count)
}

func TestGoroutinesFetchOnce(t *testing.T) {
	cacheDir, count := t.TempDir(), filepath.Join(t.TempDir(), "count")
	archive := tempFile(t, tinyArchive(t))
	p := provider{"p", func(context.Context, string) (string, error) { return archive, countDelivery(count) }}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if _, err := fetch(t.Context(), Config{CacheDir: cacheDir, Providers: []Provider{p}}, tiny()); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	checkDelivered(t, cacheDir, count)
}

// checkDelivered checks that the release is in the cache and was delivered once.
func checkDelivered(t *testing.T, cacheDir, count string) {
	t.Helper()
	tree, err := fetchTiny(t, Config{CacheDir: cacheDir, Providers: []Provider{}})
	check(t, err)
	checkTree(t, tree, cacheDir, FromCache)
	deliveries, err := os.ReadFile(count)
	check(t, err)
	if len(deliveries) != 1 {
		t.Errorf("the release was delivered %d times, expected once", len(deliveries))
	}
}

// TestKilledProcess checks that a process that is killed in the middle leaves no entry, no lock, and
// nothing that the next one does not clean up.
func TestKilledProcess(t *testing.T) {
	cacheDir := t.TempDir()
	f := fetcher(t, fetchCache+"="+cacheDir, fetchFrom+"=")
	check(t, f.Start())
	half := filepath.Join(cacheDir, "source", tempPrefix+"*", "scratch", "half")
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(time.Millisecond) {
		if found, _ := filepath.Glob(half); len(found) == 1 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the process did not begin within 30 s")
		}
	}
	check(t, f.Process.Kill())
	if err := f.Wait(); err == nil {
		t.Fatal("expected the process to have been killed")
	}
	if len(leftovers(t, cacheDir)) != 1 {
		t.Fatal("expected the process to have left its temporary folder")
	}
	tree, err := fetchTiny(t, Config{CacheDir: cacheDir, Providers: []Provider{delivers("p", tempTree(t, tinyFiles))}})
	check(t, err)
	checkTree(t, tree, cacheDir, "p")
}

// TestWaitingEndsWithContext checks that a wait for another process can be cut short, is announced,
// and does not keep the lock afterwards.
func TestWaitingEndsWithContext(t *testing.T) {
	cacheDir := t.TempDir()
	check(t, os.Mkdir(filepath.Join(cacheDir, "source"), 0o755))
	lock := filepath.Join(cacheDir, "source", lockName)
	unlock, err := lockedfile.MutexAt(lock).Lock()
	check(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), noticeAfter+200*time.Millisecond)
	defer cancel()
	var lines []string
	_, err = fetch(ctx, Config{CacheDir: cacheDir, Providers: []Provider{}, Report: recorder{&lines}}, tiny())
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, expected context.DeadlineExceeded", err)
	}
	if got := strings.Join(lines, "\n"); !strings.HasPrefix(got, "waiting for another build") {
		t.Errorf("got %q, expected the wait to be announced", got)
	}
	unlock()
	again, err := lockFile(t.Context(), lock, "MicroPython", progress.Discard)
	check(t, err)
	again()
}
