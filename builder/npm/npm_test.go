package npm

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// TestMain makes this test binary an npm when it is started under that name: it does what the
// environment says and writes a line into a log.
func TestMain(m *testing.M) {
	if name := filepath.Base(os.Args[0]); strings.TrimSuffix(name, ".exe") != "npm" {
		os.Exit(m.Run())
	}
	log, err := os.OpenFile(os.Getenv("FAKE_NPM_LOG"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		os.Exit(3)
	}
	fmt.Fprintln(log, strings.Join(os.Args[1:], " "))
	os.Mkdir("node_modules", 0o755)
	switch os.Getenv("FAKE_NPM") {
	case "fail":
		fmt.Println("npm error network unreachable")
		os.Exit(1)
	case "hang":
		time.Sleep(time.Minute)
	}
}

// fakeNPM puts this binary on the PATH as npm, and returns how often it has run.
func fakeNPM(t *testing.T, behaviour string) (runs func() int) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("npm is a .cmd file there, which a copied test binary cannot be")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin, log := t.TempDir(), filepath.Join(t.TempDir(), "log")
	if err := os.Symlink(self, filepath.Join(bin, "npm")); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	t.Setenv("FAKE_NPM", behaviour)
	t.Setenv("FAKE_NPM_LOG", log)
	return func() int {
		data, err := os.ReadFile(log)
		if err != nil {
			return 0
		}
		return strings.Count(string(data), "ci --ignore-scripts")
	}
}

func TestInstallOnce(t *testing.T) {
	runs := fakeNPM(t, "")
	cache := t.TempDir()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			packages, err := Install(context.Background(), cache, Toolchain, progress.Discard)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := os.Stat(filepath.Join(packages.Dir, lockName)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if runs() != 1 {
		t.Errorf("npm ran %d times, want once", runs())
	}
}

func TestFailedInstallLeavesNothing(t *testing.T) {
	cache := t.TempDir()
	fakeNPM(t, "fail")
	_, err := Install(context.Background(), cache, Toolchain, progress.Discard)
	if err == nil || !strings.Contains(err.Error(), "npm error network unreachable") || !strings.Contains(err.Error(), "is the npm registry reachable?") {
		t.Errorf("got %v, want npm's words and what to do", err)
	}
	left, err := filepath.Glob(filepath.Join(cache, "npm", "*", "*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
	fakeNPM(t, "")
	if _, err := Install(context.Background(), cache, Toolchain, progress.Discard); err != nil {
		t.Errorf("after a failure: %v", err)
	}
}

func TestInstallIsCancelled(t *testing.T) {
	fakeNPM(t, "hang")
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	if _, err := Install(ctx, t.TempDir(), Toolchain, progress.Discard); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the context's error", err)
	}
}

func TestExecutableNotFound(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Executable("npm"); !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), "install Node.js") {
		t.Errorf("got %v, want ErrNotFound and what to do", err)
	}
}
