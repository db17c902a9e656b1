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

// A child of a build that was killed may go on writing into its folder: an install neither meets it there nor waits for it.
func TestInstallBesideAnOldChild(t *testing.T) {
	fakeNPM(t, "")
	cache := t.TempDir()
	first, err := Install(context.Background(), cache, Toolchain, progress.Discard)
	if err != nil {
		t.Fatal(err)
	}
	stop, stopped := make(chan bool), make(chan bool)
	for _, left := range []string{first.Dir + ".partial", first.Dir + ".partial123"} {
		go func() {
			defer func() { stopped <- true }()
			for i := 0; ; i++ {
				select {
				case <-stop:
					return
				default: // as npm does: folders within folders, made again where they have gone
					dir := filepath.Join(left, "node_modules", fmt.Sprint(i%10))
					_ = os.MkdirAll(dir, 0o755)
					_ = os.WriteFile(filepath.Join(dir, "file"), nil, 0o644)
				}
			}
		}()
	}
	for range 20 {
		if err := os.RemoveAll(first.Dir); err != nil {
			t.Error(err)
		}
		packages, err := Install(context.Background(), cache, Toolchain, progress.Discard)
		if err != nil {
			t.Error(err)
			break
		}
		if found, err := os.ReadDir(filepath.Join(packages.Dir, "node_modules")); err != nil || len(found) > 0 {
			t.Errorf("the packages hold %v, %v", found, err)
		}
	}
	close(stop)
	<-stopped
	<-stopped
	if err := os.RemoveAll(filepath.Join(first.Dir, "node_modules")); err != nil {
		t.Error(err)
	}
	if _, err := Install(context.Background(), cache, Toolchain, progress.Discard); err != nil {
		t.Errorf("into a folder that holds no packages: %v", err)
	}
	left, err := filepath.Glob(first.Dir + ".partial*")
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}

// Packages that were discarded are installed again.
func TestDiscard(t *testing.T) {
	runs := fakeNPM(t, "")
	cache := t.TempDir()
	for range 2 {
		packages, err := Install(context.Background(), cache, Toolchain, progress.Discard)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // the second finds nothing
			if err := packages.Discard(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if runs() != 2 {
		t.Errorf("npm ran %d times, want twice", runs())
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
