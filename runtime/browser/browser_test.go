package browser

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// actEnv makes the test binary act as a browser: "hang" starts a child that writes its number to a file of the home, and
// both hang; "fail" ends with a message.
const actEnv = "MPWASM_TEST_BROWSER"

func TestMain(m *testing.M) {
	switch os.Getenv(actEnv) {
	case "hang":
		os.Setenv(actEnv, "child")
		child := exec.Command(os.Args[0])
		child.Stdout = os.Stdout // a pipe that stays open for as long as the child lives
		if err := child.Start(); err != nil {
			panic(err)
		}
		time.Sleep(time.Hour)
	case "child":
		if err := os.WriteFile(filepath.Join(os.Getenv("HOME"), "started"), nil, 0o600); err != nil {
			panic(err)
		}
		time.Sleep(time.Hour)
	case "fail":
		fmt.Fprintln(os.Stderr, "cannot open display")
		os.Exit(3)
	}
	os.Exit(m.Run())
}

// TestCloseEndsEverything checks that neither a child nor the profile is left.
func TestCloseEndsEverything(t *testing.T) {
	t.Setenv(actEnv, "hang")
	b, err := Start(t.Context(), "chromium", os.Args[0], "http://127.0.0.1/")
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(b.dir, "started")); err == nil {
			break
		}
		time.Sleep(time.Millisecond)
	}
	for range 2 {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
	<-b.Exited()
	if groupLives(b.cmd) {
		t.Error("a process is left")
	}
	if _, err := os.Stat(b.dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the profile is left: %v", err)
	}
}

func TestBrowserThatFails(t *testing.T) {
	t.Setenv(actEnv, "fail")
	b, err := Start(t.Context(), "chromium", os.Args[0], "http://127.0.0.1/")
	if err != nil {
		t.Fatal(err)
	}
	<-b.Exited()
	if err := b.Err(); !strings.Contains(err.Error(), "cannot open display") || !strings.Contains(err.Error(), "exit status 3") {
		t.Errorf("got %v, want how it ended and what it printed", err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}

func TestFind(t *testing.T) {
	t.Setenv("MPWASM_FIREFOX", os.Args[0])
	if path, err := Find("firefox"); err != nil || path != os.Args[0] {
		t.Errorf("by variable: got %q, %v", path, err)
	}
	t.Setenv("MPWASM_FIREFOX", "/nowhere/firefox")
	if _, err := Find("firefox"); err == nil || !strings.Contains(err.Error(), "MPWASM_FIREFOX") {
		t.Errorf("by a wrong variable: got %v", err)
	}
	t.Setenv("MPWASM_CHROMIUM", "")
	t.Setenv("PATH", t.TempDir())
	var missing *NotFoundError
	if _, err := Find("chromium"); !errors.As(err, &missing) || !strings.Contains(err.Error(), "apt-get install chromium") {
		t.Errorf("one that is missing: got %v", err)
	}
	if _, err := Find("netscape"); err == nil || !strings.Contains(err.Error(), "chromium, firefox, webkit") {
		t.Errorf("one of no known kind: got %v", err)
	}
	if _, err := Start(t.Context(), "netscape", "", ""); err == nil {
		t.Error("one of no known kind was started")
	}
}
