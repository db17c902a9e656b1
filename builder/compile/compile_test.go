package compile

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/cache"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/toolchain"
)

// fakeClang "compiles" by joining the source with the headers that it names on lines "include PATH",
// and writes a depfile as clang does.
type fakeClang struct {
	files Files
	mu    sync.Mutex
	runs  []string // sources, in the order of the runs
}

func (f *fakeClang) Run(_ context.Context, cmd toolchain.Command) ([]byte, error) {
	var source, out string
	for i, arg := range cmd.Args {
		if strings.HasSuffix(arg, ".c") {
			source = arg
		}
		if arg == "-o" {
			out = cmd.Args[i+1]
		}
	}
	f.mu.Lock()
	f.runs = append(f.runs, source)
	f.mu.Unlock()
	text, err := f.files.ReadFile(source)
	if err != nil {
		return nil, err
	}
	deps := []string{source, "/usr/include/stdio.h"}
	result := string(text)
	for _, line := range strings.Split(string(text), "\n") {
		if header, ok := strings.CutPrefix(line, "include "); ok {
			deps = append(deps, header)
			data, err := f.files.ReadFile(header)
			if err != nil {
				return nil, &toolchain.ToolError{Args: cmd.Args, Status: 1, Stderr: header + " not found"}
			}
			result += string(data)
		}
	}
	dir := cmd.Mounts[len(cmd.Mounts)-1].Dir
	depfile := out + ": " + strings.Join(deps, " \\\n  ") + "\n"
	return nil, errors.Join(
		os.WriteFile(filepath.Join(dir, "result"), []byte(result), 0o644),
		os.WriteFile(filepath.Join(dir, "deps"), []byte(depfile), 0o644),
	)
}

// shop is a folder of sources and what compiles them. Each call of compile is a build of its own.
type shop struct {
	t     *testing.T
	dir   string
	store *cache.Cache
	clang *fakeClang
}

func newShop(t *testing.T) *shop {
	t.Helper()
	dir := t.TempDir()
	store, err := cache.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return &shop{t: t, dir: dir, store: store, clang: &fakeClang{files: Files{"src": dir}}}
}

func (s *shop) write(name, text string) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

func (s *shop) compile(mode Mode, units ...Unit) ([]string, error) {
	s.t.Helper()
	compiler := New(s.clang, s.store, s.clang.files, 2, progress.Discard)
	results, err := compiler.All(context.Background(), "testing", mode, units)
	texts := make([]string, len(results))
	for i, result := range results {
		texts[i] = string(result)
	}
	return texts, err
}

func TestRecompilesWhatChanged(t *testing.T) {
	s := newShop(t)
	s.write("a.c", "A\ninclude /src/h.h\n")
	s.write("b.c", "B\n")
	s.write("h.h", "one")
	a, b := Unit{Source: "/src/a.c"}, Unit{Source: "/src/b.c"}
	steps := []struct {
		name   string
		change func()
		mode   Mode
		units  []Unit
		want   []string // sources that are compiled
		result string   // of the first unit
	}{
		{"first build", func() {}, Object, []Unit{a, b}, []string{"/src/a.c", "/src/b.c"}, "A\ninclude /src/h.h\none"},
		{"nothing changed", func() {}, Object, []Unit{a, b}, nil, "A\ninclude /src/h.h\none"},
		{"a header changed", func() { s.write("h.h", "two") }, Object, []Unit{a, b}, []string{"/src/a.c"}, "A\ninclude /src/h.h\ntwo"},
		{"the header is as it was", func() { s.write("h.h", "one") }, Object, []Unit{a, b}, nil, "A\ninclude /src/h.h\none"},
		{"a source changed", func() { s.write("a.c", "A2\n") }, Object, []Unit{a, b}, []string{"/src/a.c"}, "A2\n"},
		{"another mode", func() {}, Preprocess, []Unit{a}, []string{"/src/a.c"}, "A2\n"},
		{"another flag", func() {}, Object, []Unit{{Source: a.Source, Flags: []string{"-DX"}}}, []string{"/src/a.c"}, "A2\n"},
		{"flags are told apart", func() {}, Object, []Unit{{Source: a.Source, Flags: []string{"-D", "X"}}}, []string{"/src/a.c"}, "A2\n"},
	}
	for _, step := range steps {
		step.change()
		s.clang.runs = nil
		results, err := s.compile(step.mode, step.units...)
		if err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if got := fmt.Sprint(sorted(s.clang.runs)); got != fmt.Sprint(step.want) {
			t.Errorf("%s: compiled %s, want %v", step.name, got, step.want)
		}
		if results[0] != step.result {
			t.Errorf("%s: result %q, want %q", step.name, results[0], step.result)
		}
	}
}

func sorted(s []string) []string {
	if len(s) == 2 && s[0] > s[1] {
		s[0], s[1] = s[1], s[0]
	}
	return s
}

func TestFailureNamesTheUnitAndIsNotCached(t *testing.T) {
	s := newShop(t)
	s.write("a.c", "include /src/missing.h\n")
	for range 2 {
		_, err := s.compile(Object, Unit{Source: "/src/a.c"})
		var tool *toolchain.ToolError
		if !errors.As(err, &tool) || !strings.Contains(err.Error(), "compiling /src/a.c: clang ended with status 1:\n/src/missing.h not found") {
			t.Fatalf("got %v, want a ToolError that names the unit", err)
		}
	}
	if len(s.clang.runs) != 2 {
		t.Errorf("%d runs, want 2: failures are tried again", len(s.clang.runs))
	}
}

func TestCancelledBuildCompilesNothing(t *testing.T) {
	s := newShop(t)
	s.write("a.c", "A\n")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	compiler := New(cancelled{}, s.store, s.clang.files, 1, progress.Discard)
	if _, err := compiler.All(ctx, "testing", Object, []Unit{{Source: "/src/a.c"}}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

// cancelled behaves as a toolchain does whose context is done.
type cancelled struct{}

func (cancelled) Run(ctx context.Context, _ toolchain.Command) ([]byte, error) { return nil, ctx.Err() }

func TestParseDepfile(t *testing.T) {
	tests := []struct {
		name, depfile string
		want          []string
	}{
		{"one line", "/out/result: /mp/a.c /mp/a.h\n", []string{"/mp/a.c", "/mp/a.h"}},
		{"continued", "/out/result: /mp/a.c \\\n  /mp/b.h \\\n  /build/c.h\n", []string{"/mp/a.c", "/mp/b.h", "/build/c.h"}},
		{"without the sysroot", "/out/result: /mp/a.c /usr/include/stdio.h\n", []string{"/mp/a.c"}},
		{"empty", "", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := parseDepfile([]byte(test.depfile)); fmt.Sprint(got) != fmt.Sprint(test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestReadFileSaysWhatItLookedFor(t *testing.T) {
	files := Files{"src": t.TempDir()}
	for name, want := range map[string]string{
		"/other/a.c": "in none of the folders",
		"/src/a.c":   "no such file",
	} {
		if _, err := files.ReadFile(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want an error with %q", name, err, want)
		}
	}
}
