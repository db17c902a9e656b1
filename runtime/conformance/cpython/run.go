package cpython

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// The limits of each test, and of loading a file. Those of a test are such that none of CPython's that makes sense here
// meets them by being large alone.
const (
	memoryLimit = 64 << 20
	fuelLimit   = 400 << 20
	timeLimit   = 60 * time.Second // for the host's sake; fuel comes first
	filesLimit  = 16 << 20
)

// Kind is how a test ended.
type Kind string

// The kinds of outcomes.
const (
	Passed        Kind = "passed"
	Failed        Kind = "failed"
	Skipped       Kind = "skipped" // it says by itself that it does not apply
	NotApplicable Kind = "not applicable"
)

// Outcome is what came of a test.
type Outcome struct {
	// Test is its name: "test_bool.BoolTest.test_abs".
	Test string `json:"test"`
	Kind Kind   `json:"kind"`
	// Reason is in one line why it did not pass.
	Reason string `json:"reason,omitempty"`
	// Note says what is not as the lists have it; empty if nothing is.
	Note string `json:"note,omitempty"`
}

// Config says what to run.
type Config struct {
	Engine *sandbox.Engine
	// LibDir is Lib of CPython's source.
	LibDir string
	// Filters are patterns as of [path.Match] of files or of tests; none means all. The name of a row of the report
	// ("test_json") and an area ("language") are filters, too.
	Filters []string
	// Jobs is how many files are run at once.
	Jobs int
	// Progress is told when a file is done. It may be nil.
	Progress func(done, total int)
}

// runner runs files.
type runner struct {
	cfg     Config
	tree    layers
	base    *sandbox.Snapshot // a session that has imported the judge
	session sandbox.SessionConfig
	known   *known
}

// Run runs the tests.
func Run(ctx context.Context, cfg Config) (*Report, error) {
	files, err := readMethods(methodsText)
	if err != nil {
		return nil, err
	}
	known, err := readKnown(listFiles, files)
	if err != nil {
		return nil, err
	}
	tree, err := guestTree(cfg.LibDir)
	if err != nil {
		return nil, err
	}
	r := &runner{cfg: cfg, tree: tree, known: known}
	if err := r.prepare(ctx); err != nil {
		return nil, err
	}
	files = slices.DeleteFunc(slices.Clone(files), func(f file) bool { return !r.anyChosen(f) })
	if len(files) == 0 {
		return nil, fmt.Errorf("choosing tests of CPython's: no test matches %s", strings.Join(cfg.Filters, ", "))
	}
	slices.SortStableFunc(files, byWeight)
	start := time.Now()
	report := &Report{}
	var mutex sync.Mutex
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(cfg.Jobs, 1))
	done := 0
	for _, f := range files {
		group.Go(func() error {
			began := time.Now()
			outcomes, err := r.runFile(ctx, f)
			if err != nil {
				return fmt.Errorf("running %s: %w", f.name, err)
			}
			mutex.Lock()
			defer mutex.Unlock()
			report.add(f, outcomes, time.Since(began))
			done++
			if cfg.Progress != nil {
				cfg.Progress(done, len(files))
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	report.Seconds = time.Since(start).Seconds()
	report.sort()
	return report, nil
}

// prepare imports the judge, once for all files.
func (r *runner) prepare(ctx context.Context) error {
	r.session = sandbox.SessionConfig{
		MemoryLimitBytes: memoryLimit, FuelLimit: fuelLimit, Timeout: timeLimit, FilesLimitBytes: filesLimit,
		Path: []string{guestDir}, Args: []string{"judge"},
	}
	session, err := r.cfg.Engine.NewSession(ctx, r.withTree(r.tree))
	if err != nil {
		return err
	}
	defer session.Close(ctx)
	outcome, err := session.Run(ctx, sandbox.Program{Name: "<judge>", Source: []byte("import judge"), NoValue: true})
	if err != nil {
		return err
	}
	if outcome.Kind != protocol.Completed {
		if outcome.Error != nil {
			return fmt.Errorf("importing the judge: %s", outcome.Error.Traceback)
		}
		return fmt.Errorf("importing the judge: %s", problemOf(outcome))
	}
	r.base, err = session.Snapshot()
	return err
}

func (r *runner) withTree(tree fs.FS) sandbox.SessionConfig {
	cfg := r.session
	cfg.Mounts = []sandbox.Mount{{FS: tree, GuestPath: guestDir}}
	return cfg
}

// runFile runs the chosen tests of a file.
func (r *runner) runFile(ctx context.Context, f file) (_ []Outcome, err error) {
	texts, err := units(r.tree, f)
	if err != nil {
		return nil, err
	}
	var empty []string
	for _, u := range texts {
		empty = append(empty, u.path)
	}
	session, err := r.cfg.Engine.RestoreSession(ctx, r.base, r.withTree(r.tree.withEmpty(empty)))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, session.Close(context.WithoutCancel(ctx))) }()
	l := &loaded{session: session, problems: map[string]string{}}
	if err := l.load(ctx, texts); err != nil {
		return nil, err
	}
	ready, err := session.Snapshot()
	if err != nil {
		return nil, err
	}
	// Tests see the files with their text: tracebacks show lines of them.
	whole, err := r.cfg.Engine.RestoreSession(ctx, ready, r.withTree(r.tree))
	if err != nil {
		return nil, err
	}
	err = session.Close(ctx)
	if session, l.session = whole, whole; err != nil {
		return nil, err
	}
	if ready, err = whole.Snapshot(); err != nil { // its own is the one that it goes back to fast
		return nil, err
	}
	var outcomes []Outcome
	for _, c := range f.classes {
		for _, method := range c.methods {
			test := f.test(c, method)
			if !r.chosen(f, test) {
				continue
			}
			o := Outcome{Test: test}
			if reason, found := r.known.skip(test); found {
				o.Kind, o.Reason = NotApplicable, reason
			} else if l.skipped != "" {
				o.Kind, o.Reason = Skipped, l.skipped
			} else {
				if err := session.Restore(ready); err != nil {
					return nil, err
				}
				if o.Kind, o.Reason, err = l.runTest(ctx, "test."+f.name, c, method); err != nil {
					return nil, err
				}
			}
			outcomes = append(outcomes, r.known.judge(o))
		}
	}
	return outcomes, nil
}

// runTest runs one test.
func (l *loaded) runTest(ctx context.Context, module string, c class, method string) (Kind, string, error) {
	call, name := "judge.run(_module, _class, _method)", c.name
	if c.name == doctests {
		call = "judge.run_doctest(_module, _method)"
	}
	outcome, err := l.session.Run(ctx, sandbox.Program{Name: "<judge>", Source: []byte(call), Inputs: map[string]any{
		"_module": module, "_class": name, "_method": method,
	}})
	if err != nil {
		return "", "", err
	}
	if err := ctx.Err(); err != nil {
		return "", "", err
	}
	kind, reason := Failed, problemOf(outcome)
	if reason == "" {
		kind, reason = answer(outcome.Value)
	}
	if kind == Failed {
		reason = l.explain(c.name, method, reason)
	}
	return kind, strings.Join(strings.Fields(reason), " "), nil
}

// explain finds why a class or a method is not there at all, and why a name is not that a test uses.
func (l *loaded) explain(class, method, reason string) string {
	if problem, found := l.problems[class+"."+method]; found && strings.HasPrefix(reason, "ValueError: no such test method") {
		return problem
	}
	if strings.HasPrefix(reason, "NameError: the file has no class") {
		top, _, _ := strings.Cut(class, ".")
		if problem, found := l.problems[top]; found {
			return problem
		}
		if l.whole != "" {
			return l.whole
		}
	}
	return l.cause(reason)
}

// undefined finds the name that an error is about: of a variable, or of something in a helper of the tests.
var undefined = regexp.MustCompile(`^(?:NameError: name '|AttributeError: module 'test\.[\w.]+' has no attribute ')(\w+)'`)

// cause returns the problem that left a name undefined, if that is what a problem is about.
func (l *loaded) cause(problem string) string {
	if found := undefined.FindStringSubmatch(problem); found != nil {
		if cause, known := l.problems[found[1]]; known {
			return cause
		}
	}
	return problem
}

// answer reads what the judge answers.
func answer(value any) (Kind, string) {
	if pair, ok := value.(hostcall.Tuple); ok && len(pair) == 2 {
		word, _ := pair[0].(string)
		reason, _ := pair[1].(string)
		switch Kind(word) {
		case Passed:
			return Passed, ""
		case Skipped:
			return missingModule(reason)
		case Failed:
			return Failed, reason
		}
	}
	return Failed, fmt.Sprintf("the judge answered %v", value)
}

// neverHere are modules that a sandbox or another implementation does not have: tests that skip themselves without one do
// not apply. A test that skips itself without another module fails, since the library is to have it.
var neverHere = []string{
	"_testcapi", "_testinternalcapi", "_testlimitedcapi", "_testmultiphase", "_testsinglephase", "_testbuffer", "_testclinic", "ctypes",
	"_socket", "socket", "ssl", "_ssl", "multiprocessing", "_multiprocessing", "_posixsubprocess", "subprocess", "_xxtestfuzz",
	"_opcode", "dis", "resource", "pty", "termios", "fcntl", "mmap", "curses", "readline", "sqlite3", "tkinter", "grp", "pwd", "_locale",
	"_interpreters", "_interpchannels", "_curses", "posix", "nt", "winreg", "msvcrt", "_winapi", "signal", "lzma", "bz2",
}

// missingModule tells tests that do not apply from those that miss a module of the library.
func missingModule(reason string) (Kind, string) {
	for _, words := range []string{"No module named ", "no module named "} {
		if _, rest, found := strings.Cut(reason, words); found {
			name := strings.FieldsFunc(rest, func(c rune) bool { return strings.ContainsRune(`'". ,;(`, c) })
			if len(name) > 0 && !slices.Contains(neverHere, name[0]) {
				return Failed, "skips itself: " + reason
			}
		}
	}
	return Skipped, reason
}

// chosen tells whether a filter matches a test.
func (r *runner) chosen(f file, test string) bool {
	return len(r.cfg.Filters) == 0 || slices.ContainsFunc(r.cfg.Filters, func(filter string) bool {
		for _, name := range []string{f.name, f.top(), f.area, test} {
			if ok, _ := path.Match(filter, name); ok {
				return true
			}
		}
		return false
	})
}

func (r *runner) anyChosen(f file) bool {
	for _, c := range f.classes {
		for _, method := range c.methods {
			if r.chosen(f, f.test(c, method)) {
				return true
			}
		}
	}
	return false
}
