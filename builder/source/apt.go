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
	"time"
)

const (
	// aptTimeout bounds one run of apt; fetching the package lists of a suite takes seconds.
	aptTimeout = 3 * time.Minute
	// aptGrace is how long apt may take to end once it is asked to.
	aptGrace = 3 * time.Second
	// maxComplaints bounds how many lines of apt's errors are quoted.
	maxComplaints = 6
)

// apt runs Debian's package tool.
type apt struct {
	get, cache string   // executables
	dir        string   // where to run them
	options    []string // before all other arguments
	env        []string // besides the process's own
}

// installed tells whether both executables are on the PATH.
func (a apt) installed() error {
	_, errGet := exec.LookPath(a.get)
	_, errCache := exec.LookPath(a.cache)
	return errors.Join(errGet, errCache)
}

// aptHooks undoes what the machine's configuration runs around an update: such hooks clean the
// machine's caches or tell its desktop. Lists can be cleared in a file only, not by an option.
const aptHooks = `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
`

// isolate returns an apt whose one source is the given line and whose state lies below dir. It reads
// the machine's configuration for how to reach the network and writes nowhere else.
func (a apt) isolate(dir, source string) (apt, error) {
	for _, folder := range []string{"state/lists/partial", "cache/archives/partial", "out"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(folder)), 0o755); err != nil {
			return apt{}, fmt.Errorf("making a private apt folder: %w", err)
		}
	}
	in := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	files := map[string]string{"apt.conf": aptHooks, "sources.list": source, "state/status": ""}
	for name, content := range files {
		if err := os.WriteFile(in(name), []byte(content), 0o644); err != nil {
			return apt{}, fmt.Errorf("writing a private apt configuration: %w", err)
		}
	}
	a.dir = in("out")
	a.options = []string{"-c", in("apt.conf")}
	for _, setting := range []string{
		"Dir::Etc::SourceList=" + in("sources.list"),
		"Dir::Etc::SourceParts=" + os.DevNull,
		"Dir::Etc::Preferences=" + os.DevNull,
		"Dir::Etc::PreferencesParts=" + os.DevNull,
		"Dir::State=" + in("state"),
		"Dir::State::Lists=" + in("state/lists"),
		"Dir::State::Status=" + in("state/status"),
		"Dir::Cache=" + in("cache"),
		"Dir::Cache::Archives=" + in("cache/archives"),
		"APT::Default-Release=",        // names a suite that the private lists do not have
		"APT::Update::Error-Mode=any",  // an index that cannot be fetched is an error
		"APT::Get::Download-Only=true", // whatever a mistake here may ask for, nothing is installed
		"Acquire::Languages=none",
		"Acquire::Retries=1",
		"Acquire::http::Timeout=15",
		"Acquire::https::Timeout=15",
	} {
		a.options = append(a.options, "-o", setting)
	}
	return a, nil
}

// run runs one of the executables and returns what it prints.
func (a apt) run(ctx context.Context, executable string, args ...string) (string, error) {
	limited, cancel := context.WithTimeout(ctx, aptTimeout)
	defer cancel()
	command := exec.CommandContext(limited, executable, append(append([]string{}, a.options...), args...)...)
	command.Dir = a.dir
	command.Env = append(append(os.Environ(), "LC_ALL=C"), a.env...) // its output is read by us
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	command.WaitDelay = aptGrace
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case limited.Err() != nil:
		return "", fmt.Errorf("running %s %s: expected it to end within %v", filepath.Base(executable), args[0], aptTimeout)
	case err != nil:
		return "", fmt.Errorf("running %s %s: %w%s", filepath.Base(executable), args[0], err, complaints(stderr.String()))
	}
	return stdout.String(), nil
}

// complaints returns the errors and warnings in what apt printed, each on a line of its own.
func complaints(stderr string) string {
	var text strings.Builder
	left := maxComplaints
	for line := range strings.Lines(stderr) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "E:") || strings.HasPrefix(line, "Err:") || strings.HasPrefix(line, "W:") {
			if left--; left < 0 {
				break
			}
			text.WriteString("\n  " + line)
		}
	}
	return text.String()
}
