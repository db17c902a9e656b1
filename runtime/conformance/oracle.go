package conformance

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/cache"
)

// oracleTimeout bounds one run of CPython. Upstream's tests take it a second or two at most.
const oracleTimeout = time.Minute

// oracleAttempts is how often CPython is asked for an answer that a test hopes for.
const oracleAttempts = 3

// oracleFormat is part of the cache's keys; change it when what is stored changes its meaning.
const oracleFormat = "cpython output v1"

// oracle asks CPython what a test should print.
type oracle struct {
	python string       // the interpreter's path
	about  string       // its version and platform: part of the cache's keys
	cache  *cache.Cache // may be nil
}

// newOracle finds CPython 3.8 or newer: the given command, or else the first of the usual names that answers. Answers
// are cached in cacheDir unless that is empty.
func newOracle(ctx context.Context, python, cacheDir string) (*oracle, error) {
	candidates := []string{"python3", "python", "py"}
	if python != "" {
		candidates = []string{python}
	}
	var problems []error
	for _, candidate := range candidates {
		o, err := askPython(ctx, candidate)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		if cacheDir == "" {
			return o, nil
		}
		if err := os.MkdirAll(cacheDir, 0o777); err != nil {
			return nil, fmt.Errorf("creating cache of CPython's answers: %w", err)
		}
		if o.cache, err = cache.Open(cacheDir); err != nil {
			return nil, fmt.Errorf("opening cache of CPython's answers: %w", err)
		}
		return o, nil
	}
	return nil, fmt.Errorf("finding CPython, whose output is what upstream's tests expect (install Python 3.8 or newer): %w",
		errors.Join(problems...))
}

// askPython asks an interpreter who it is.
func askPython(ctx context.Context, name string) (*oracle, error) {
	python, err := exec.LookPath(name)
	if err != nil {
		return nil, err
	}
	const script = `import sys; print("%d %d %s" % (sys.version_info[0], sys.version_info[1], sys.implementation.name)); ` +
		`print(sys.platform, sys.byteorder, sys.version)`
	out, err := pythonCommand(ctx, python, "-c", script).Output()
	if err != nil {
		return nil, fmt.Errorf("asking %s for its version: %w", python, err)
	}
	var major, minor int
	var implementation string
	if _, err := fmt.Sscan(string(out), &major, &minor, &implementation); err != nil {
		return nil, fmt.Errorf("asking %s for its version: unexpected answer %q", python, out)
	}
	if implementation != "cpython" || major != 3 || minor < 8 {
		return nil, fmt.Errorf("%s is %s %d.%d, expected cpython 3.8 or newer", python, implementation, major, minor)
	}
	return &oracle{python: python, about: string(out)}, nil
}

// pythonCommand is a command line with the options of upstream's runner: nothing is written beside the source, and
// only the standard library is there to import. Python's own settings in the environment do not count.
func pythonCommand(ctx context.Context, python string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, python, append([]string{"-BS"}, args...)...)
	cmd.WaitDelay = time.Second
	for _, setting := range os.Environ() {
		if !strings.HasPrefix(setting, "PYTHON") {
			cmd.Env = append(cmd.Env, setting)
		}
	}
	cmd.Env = append(cmd.Env, "PYTHONIOENCODING=utf-8", "TZ=UTC")
	return cmd
}

// answer returns what CPython prints, stdout and stderr together, for a file of a folder, with the folder as the
// current directory. The folder's paths on this machine are replaced by guestDir, by which the guest knows it.
// A run that does not exit with status 0 is no error; the answer then says so in a first line that no test prints.
//
// An answer other than the one hoped for is asked for again, a few times: CPython's clock is the real one, so that a
// test that watches the time prints other things on a busy machine than on an idle one. What is hoped for is right
// when CPython can print it.
func (o *oracle) answer(ctx context.Context, folder *testFolder, file, guestDir string, hoped []byte) ([]byte, error) {
	key := o.key(folder, file, guestDir)
	if o.cache != nil {
		if answer, _, err := o.cache.GetBytes(key); err == nil && bytes.Equal(answer, hoped) {
			return answer, nil
		}
	}
	for attempt := 1; ; attempt++ {
		answer, err := o.run(ctx, folder, file, guestDir)
		if err != nil {
			return nil, fmt.Errorf("running CPython on %s: %w", file, err)
		}
		if !bytes.Equal(answer, hoped) && attempt < oracleAttempts {
			continue
		}
		if o.cache != nil {
			if err := o.cache.PutBytes(key, answer); err != nil {
				return nil, fmt.Errorf("caching CPython's answer for %s: %w", file, err)
			}
		}
		return answer, nil
	}
}

// key hashes everything that can change an answer: the interpreter, and the whole folder with what is below it, since
// tests import and read their neighbours.
func (o *oracle) key(folder *testFolder, file, guestDir string) cache.ActionID {
	return sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%x %s %s %t\n", oracleFormat, o.about, folder.digest, file, guestDir,
		folder.writes(file)))
}

func (o *oracle) run(ctx context.Context, folder *testFolder, file, guestDir string) ([]byte, error) {
	dir := folder.dir
	if folder.writes(file) {
		scratch, err := copyFolder(dir)
		if err != nil {
			return nil, err
		}
		defer os.RemoveAll(scratch)
		dir = scratch
	}
	ctx, cancel := context.WithTimeoutCause(ctx, oracleTimeout, fmt.Errorf("no answer within %v", oracleTimeout))
	defer cancel()
	cmd := pythonCommand(ctx, o.python, filepath.Join(dir, file))
	cmd.Dir = dir
	output, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case errors.As(err, &exit):
		output = append(fmt.Appendf(nil, "CPython itself fails here: %v\n", exit), output...)
	case err != nil:
		return nil, err
	}
	return replaceDir(canonical(output), dir, guestDir), nil
}

// replaceDir puts the guest's name of a folder for the host's, wherever a path below it stands in an output: as it is,
// or as repr() quotes it where the separator is a backslash.
func replaceDir(output []byte, hostDir, guestDir string) []byte {
	dirs := []string{hostDir}
	if real, err := filepath.EvalSymlinks(hostDir); err == nil && real != hostDir {
		dirs = append(dirs, real)
	}
	for _, dir := range dirs {
		host := dir + string(filepath.Separator)
		output = bytes.ReplaceAll(output, []byte(strings.ReplaceAll(host, `\`, `\\`)), []byte(guestDir+"/"))
		output = bytes.ReplaceAll(output, []byte(host), []byte(guestDir+"/"))
	}
	return output
}
