package playground_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
)

// TestWebKit drives WebKit's MiniBrowser, which has no JSPI, through runs, input(), Stop and the shelf.
func TestWebKit(t *testing.T) {
	browsers, _ := filepath.Glob("/usr/lib/*/webkit2gtk-4.1/MiniBrowser")
	driver, err := exec.LookPath("WebKitWebDriver")
	xvfb, noScreen := exec.LookPath("xvfb-run")
	if len(browsers) == 0 || err != nil || noScreen != nil {
		t.Skip("WebKit cannot be driven here; on Debian: apt-get install webkit2gtk-driver xvfb")
	}
	node, err := npm.Executable("node")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "site")
	if err := builtSite(t).Write(dir); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.StripPrefix(sitePath, http.FileServer(http.Dir(dir))))
	defer server.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	defer cancel()
	port := freePort(t)
	driving := exec.CommandContext(ctx, xvfb, "-a", "-s", "-screen 0 1280x900x24", driver, fmt.Sprintf("--port=%d", port))
	driving.Env = append(os.Environ(), "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1") // whose namespaces containers forbid; the page is ours
	driving.WaitDelay = 10 * time.Second
	driving.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	driving.Cancel = func() error { return syscall.Kill(-driving.Process.Pid, syscall.SIGTERM) } // xvfb-run is a script, with the screen and the driver
	if err := driving.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		cancel()
		_ = driving.Wait() // it was ended
	}()
	address := fmt.Sprintf("http://127.0.0.1:%d", port)
	for end := time.Now().Add(time.Minute); ; time.Sleep(100 * time.Millisecond) {
		answer, err := http.Get(address + "/status")
		if err == nil {
			_ = answer.Body.Close()
			break
		}
		if time.Now().After(end) {
			t.Fatalf("WebKitWebDriver does not answer: %v", err)
		}
	}
	out, err := exec.CommandContext(ctx, node, filepath.Join("testdata", "browser", "webkit.mjs"), address, browsers[0], server.URL+sitePath).CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
}

// freePort finds a port that nobody listens on.
func freePort(t *testing.T) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}
