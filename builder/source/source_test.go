package source

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// fetchTiny fetches the tiny release.
func fetchTiny(t *testing.T, cfg Config) (Tree, error) {
	t.Helper()
	return fetch(t.Context(), cfg, tiny())
}

// checkTree checks that a tree is whole, where it should be, and alone.
func checkTree(t *testing.T, tree Tree, cacheDir, from string) {
	t.Helper()
	r := tiny()
	if err := r.verify(tree.Dir); err != nil {
		t.Error(err)
	}
	if tree.Version != r.version || tree.Digest != r.digest || tree.Provider != from {
		t.Errorf("got %+v, expected version %s and digest %s from %s", tree, r.version, r.digest, from)
	}
	if !filepath.IsAbs(tree.Dir) || filepath.Dir(tree.Dir) != filepath.Join(cacheDir, "source") {
		t.Errorf("the tree is in %s, expected it in the folder source of %s", tree.Dir, cacheDir)
	}
	if left := leftovers(t, cacheDir); len(left) > 0 {
		t.Errorf("%v was left behind", left)
	}
}

func TestFetchAsksInOrder(t *testing.T) {
	cacheDir := t.TempDir()
	wrong := tempTree(t, tinyFiles, map[string]string{"py/gc.c": "int other;\n"})
	cfg := Config{CacheDir: cacheDir, Providers: []Provider{
		fails("first", errors.New("not here")),
		delivers("second", wrong),
		delivers("third", tempFile(t, tinyArchive(t))),
		fails("fourth", errors.New("must not be asked")),
	}}
	tree, err := fetchTiny(t, cfg)
	check(t, err)
	checkTree(t, tree, cacheDir, "third")

	cfg.Providers = []Provider{} // from now on without a network
	tree, err = fetchTiny(t, cfg)
	check(t, err)
	checkTree(t, tree, cacheDir, FromCache)
}

func TestFetchReplacesDamagedEntry(t *testing.T) {
	for name, damage := range map[string]func(dir string) error{
		"changed": func(dir string) error { return os.WriteFile(filepath.Join(dir, "py", "gc.c"), nil, 0o644) },
		"removed": func(dir string) error { return os.Remove(filepath.Join(dir, "py", "gc.c")) },
		"added":   func(dir string) error { return os.WriteFile(filepath.Join(dir, "py", "x.h"), nil, 0o644) },
		"gone":    os.RemoveAll,
		"a file": func(dir string) error {
			return errors.Join(os.RemoveAll(dir), os.WriteFile(dir, nil, 0o644))
		},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := Config{CacheDir: t.TempDir(), Providers: []Provider{delivers("p", tempTree(t, tinyFiles))}}
			tree, err := fetchTiny(t, cfg)
			check(t, err)
			check(t, damage(tree.Dir))
			tree, err = fetchTiny(t, cfg)
			check(t, err)
			checkTree(t, tree, cfg.CacheDir, "p")
		})
	}
}

// TestFetchToleratesBytecode: Python, run on the tree, may leave its own caches there.
func TestFetchToleratesBytecode(t *testing.T) {
	cfg := Config{CacheDir: t.TempDir(), Providers: []Provider{delivers("p", tempTree(t, tinyFiles))}}
	tree, err := fetchTiny(t, cfg)
	check(t, err)
	check(t, os.Mkdir(filepath.Join(tree.Dir, "py", "__pycache__"), 0o755))
	check(t, os.WriteFile(filepath.Join(tree.Dir, "py", "__pycache__", "x.pyc"), nil, 0o644))
	tree, err = fetchTiny(t, cfg)
	check(t, err)
	checkTree(t, tree, cfg.CacheDir, FromCache)
}

func TestFetchGivenPath(t *testing.T) {
	for name, path := range map[string]string{
		"directory": tempTree(t, tinyFiles, tinyExtras),
		"archive":   tempFile(t, tinyArchive(t)),
	} {
		t.Run(name, func(t *testing.T) {
			cacheDir := t.TempDir()
			never := []Provider{fails("p", errors.New("must not be asked"))}
			for range 2 { // the second time, the entry is there already
				tree, err := fetchTiny(t, Config{CacheDir: cacheDir, Path: path, Providers: never})
				check(t, err)
				checkTree(t, tree, cacheDir, path)
			}
		})
	}
}

func TestFetchUnusablePath(t *testing.T) {
	dosLines := map[string]string{}
	for name, body := range tinyFiles {
		dosLines[name] = strings.ReplaceAll(body, "\n", "\r\n")
	}
	for name, test := range map[string]struct {
		path  string
		cause func(error) bool
		says  []string
	}{
		"missing":  {filepath.Join(t.TempDir(), "none"), isCause(fs.ErrNotExist), nil},
		"no tree":  {t.TempDir(), isCause(ErrNoTree), []string{micropython.landmark}},
		"no magic": {tempFile(t, []byte("hello")), nil, []string{"expected .tar.xz or .tar.gz", "hello"}},
		"changed": {tempTree(t, tinyFiles, map[string]string{"py/gc.c": "int x;\n"}), isDigestError,
			[]string{"h1:", "py has other content"}},
		"other version": {tempTree(t, tinyFiles, map[string]string{micropython.landmark: "#define MICROPY_VERSION_MAJOR 2\n#define MICROPY_VERSION_MINOR 0\n#define MICROPY_VERSION_MICRO 1\n"}), isDigestError,
			[]string{"it is MicroPython 2.0.1"}},
		"more files":    {tempTree(t, tinyFiles, map[string]string{"py/x.h": ""}), isDigestError, []string{"py has 4 files, expected 3"}},
		"dos lines":     {tempTree(t, dosLines), isDigestError, []string{"core.autocrlf=false"}},
		"cache is fine": {tempFile(t, nil), nil, []string{"expected .tar.xz or .tar.gz"}},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := Config{CacheDir: t.TempDir(), Providers: []Provider{delivers("p", tempTree(t, tinyFiles))}}
			if _, err := fetchTiny(t, cfg); err != nil { // what the user names counts even so
				t.Fatal(err)
			}
			cfg.Path = test.path
			_, err := fetchTiny(t, cfg)
			var unavailable *UnavailableError
			if !errors.As(err, &unavailable) || len(unavailable.Attempts) != 1 {
				t.Fatalf("got %v, expected an UnavailableError with one attempt", err)
			}
			if test.cause != nil && !test.cause(err) {
				t.Errorf("got %v, expected another cause", err)
			}
			for _, want := range append(test.says, test.path, "9.8.7", "name an unmodified MicroPython") {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got %v, expected it to say %q", err, want)
				}
			}
			if left := leftovers(t, cfg.CacheDir); len(left) > 0 {
				t.Errorf("%v was left behind", left)
			}
		})
	}
}

func isCause(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

func isDigestError(err error) bool {
	var wrong *DigestError
	return errors.As(err, &wrong) && wrong.Want == tiny().digest && wrong.Got != wrong.Want
}

func TestFetchUnavailable(t *testing.T) {
	cause := errors.New("expected a network, found none")
	_, err := fetchTiny(t, Config{CacheDir: t.TempDir(), Providers: []Provider{
		fails("upstream", cause),
		delivers("elsewhere", tempTree(t, tinyFiles, map[string]string{"py/gc.c": ""})),
	}})
	var unavailable *UnavailableError
	if !errors.As(err, &unavailable) || unavailable.Version != "9.8.7" || len(unavailable.Attempts) != 3 {
		t.Fatalf("got %v, expected an UnavailableError with three attempts", err)
	}
	if !errors.Is(err, cause) || !isDigestError(err) {
		t.Errorf("got %v, expected it to unwrap to both causes", err)
	}
	for _, want := range []string{
		"obtaining MicroPython 9.8.7: no provider delivered it:\n",
		"\n  cache: expected ", ", found nothing there\n",
		"\n  upstream: expected a network, found none\n",
		"\n  elsewhere: checking the digest of MicroPython 9.8.7 from elsewhere: expected h1:",
		"fetch https://upstream.invalid/9.8.7.tar.gz by other means", "--source",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("got\n%v\nexpected it to say %q", err, want)
		}
	}
}

func TestFetchWithoutProviders(t *testing.T) {
	_, err := fetchTiny(t, Config{CacheDir: t.TempDir(), Providers: []Provider{}})
	var unavailable *UnavailableError
	if !errors.As(err, &unavailable) || len(unavailable.Attempts) != 1 || unavailable.Attempts[0].Provider != FromCache {
		t.Errorf("got %v, expected only the cache to have been asked", err)
	}
}

func TestFetchWithoutCacheDir(t *testing.T) {
	if _, err := fetchTiny(t, Config{}); err == nil || !strings.Contains(err.Error(), "cache") {
		t.Errorf("got %v, expected a complaint about the cache folder", err)
	}
}

func TestFetchCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cacheDir := t.TempDir()
	slow := provider{"slow", func(ctx context.Context, scratch string) (string, error) {
		check(t, os.WriteFile(filepath.Join(scratch, "half"), []byte("half"), 0o644))
		cancel()
		<-ctx.Done()
		return "", fmt.Errorf("downloading: %w", ctx.Err())
	}}
	for _, cfg := range []Config{
		{CacheDir: cacheDir, Providers: []Provider{slow, fails("next", errors.New("must not be asked"))}},
		{CacheDir: cacheDir, Path: tempFile(t, tinyArchive(t))},
	} {
		_, err := fetch(ctx, cfg, tiny())
		if !errors.Is(err, context.Canceled) || strings.Contains(err.Error(), "must not") {
			t.Errorf("got %v, expected context.Canceled", err)
		}
	}
	entries, err := os.ReadDir(filepath.Join(cacheDir, "source"))
	check(t, err)
	if len(entries) != 1 || entries[0].Name() != lockName {
		t.Errorf("found %v in the cache, expected nothing but its lock", entries)
	}
}

// TestDefaultProviders pins the order that the design asks for.
func TestDefaultProviders(t *testing.T) {
	client := &http.Client{}
	var names []string
	for _, p := range releases[0].providers(client) {
		names = append(names, p.Name())
		if u, ok := p.(*upstream); ok && u.client != client {
			t.Errorf("%s does not use the client given", p.Name())
		}
	}
	want := "https://github.com/micropython/micropython/archive/refs/tags/v1.26.1.tar.gz " +
		"https://micropython.org/resources/source/micropython-1.26.1.tar.xz " +
		"Debian's source package micropython=1.26.1+ds-1"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("got %s\nexpected %s", got, want)
	}
}

// recorder is a progress.Reporter that remembers what was started and how it ended.
type recorder struct{ lines *[]string }

func (r recorder) Start(title string, total int64, unit progress.Unit) progress.Task {
	return &recorded{recorder: r, title: title, total: total}
}

type recorded struct {
	recorder
	title       string
	total, done int64
}

func (r *recorded) Add(n int64) { r.done += n }

func (r *recorded) End(err error) {
	*r.lines = append(*r.lines, fmt.Sprintf("%s: %d of %d, %v", r.title, r.done, r.total, err))
}

func TestFetchReports(t *testing.T) {
	var lines []string
	archive := tinyArchive(t)
	cfg := Config{CacheDir: t.TempDir(), Report: recorder{&lines}, Providers: []Provider{delivers("p", tempFile(t, archive))}}
	tree, err := fetchTiny(t, cfg)
	check(t, err)
	check(t, os.Remove(filepath.Join(tree.Dir, "LICENSE")))
	_, err = fetchTiny(t, cfg)
	check(t, err)
	unpacking := fmt.Sprintf("unpacking MicroPython 9.8.7: %d of %[1]d, <nil>", len(archive))
	want := []string{unpacking, "replacing a damaged MicroPython in the cache: 0 of 0, <nil>", unpacking}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nexpected\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}
