package browser

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// kind is a kind of browser.
type kind struct {
	name string
	// variable is the environment variable that names the executable.
	variable string
	// executables are where it may be: names to be looked up, or paths.
	executables []string
	// install says how to get it on Debian.
	install string
	// wantsDisplay tells that it cannot do without one: it gets a virtual one.
	wantsDisplay bool
	env          []string
	// arguments prepares a profile and returns the command line.
	arguments func(dir, url string) ([]string, error)
}

var kinds = []kind{
	{
		name: "chromium", variable: "MPWASM_CHROMIUM", install: "apt-get install chromium",
		executables: []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", `C:\Program Files\Google\Chrome\Application\chrome.exe`},
		arguments: chromiumArguments,
	},
	{
		name: "firefox", variable: "MPWASM_FIREFOX", install: "apt-get install firefox-esr",
		executables: []string{"firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox", `C:\Program Files\Mozilla Firefox\firefox.exe`},
		env:         []string{"MOZ_CRASHREPORTER_DISABLE=1"},
		arguments:   firefoxArguments,
	},
	{
		name: "webkit", variable: "MPWASM_WEBKIT", install: "apt-get install libwebkit2gtk-4.1-0 xvfb",
		executables:  []string{"/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "/usr/libexec/webkit2gtk-4.1/MiniBrowser"},
		wantsDisplay: true,
		// WebKit's own sandbox wants privileges that containers lack; what it runs here is ours.
		env:       []string{"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1", "WEBKIT_DISABLE_COMPOSITING_MODE=1", "WEBKIT_DISABLE_DMABUF_RENDERER=1", "LIBGL_ALWAYS_SOFTWARE=1", "GDK_BACKEND=x11", "NO_AT_BRIDGE=1"},
		arguments: func(_, url string) ([]string, error) { return []string{"--private", url}, nil },
	},
}

// Names returns the kinds of browsers that can be started.
func Names() []string {
	var names []string
	for _, k := range kinds {
		names = append(names, k.name)
	}
	return names
}

func kindOf(name string) (kind, error) {
	for _, k := range kinds {
		if k.name == name {
			return k, nil
		}
	}
	return kind{}, fmt.Errorf("browser %q: expected one of %s", name, strings.Join(Names(), ", "))
}

// NotFoundError says that a browser is not on this machine.
type NotFoundError struct {
	Name string
	// Variable is the environment variable that can say where it is, and Install how Debian has it.
	Variable, Install string
}

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("finding %s: it is not installed where it usually is; set %s to its path, or install it (on Debian: %s)", e.Name, e.Variable, e.Install)
}

// Find returns the path of a browser: what its environment variable says (MPWASM_CHROMIUM, MPWASM_FIREFOX,
// MPWASM_WEBKIT), or else the first of the places where it usually is. The error is a [NotFoundError] if there is none.
func Find(name string) (string, error) {
	k, err := kindOf(name)
	if err != nil {
		return "", err
	}
	if path := os.Getenv(k.variable); path != "" {
		if path, err = exec.LookPath(path); err != nil {
			return "", fmt.Errorf("finding %s by %s: %w", name, k.variable, err)
		}
		return path, nil
	}
	for _, executable := range k.executables {
		if path, err := exec.LookPath(executable); err == nil {
			return path, nil
		}
	}
	return "", &NotFoundError{name, k.variable, k.install}
}

func chromiumArguments(dir, url string) ([]string, error) {
	args := []string{
		"--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check", "--mute-audio",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
		"--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
		"--disable-dev-shm-usage", "--password-store=basic", "--user-data-dir=" + filepath.Join(dir, "profile"),
	}
	if os.Geteuid() == 0 { // where its sandbox does not start
		args = append(args, "--no-sandbox")
	}
	return append(args, url), nil
}

// firefoxSettings keep it from asking, fetching and reporting, and from slowing down a page that nobody looks at.
const firefoxSettings = `user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.tabs.crashReporting.sendReport", false);
user_pref("app.update.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("dom.max_script_run_time", 0);
user_pref("dom.min_background_timeout_value", 4);
user_pref("dom.timeout.enable_budget_timer_throttling", false);
`

func firefoxArguments(dir, url string) ([]string, error) {
	profile := filepath.Join(dir, "profile")
	if err := os.Mkdir(profile, 0o700); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(firefoxSettings), 0o600); err != nil {
		return nil, err
	}
	return []string{"--headless", "--no-remote", "--profile", profile, url}, nil
}
