package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// targetOpener opens a target on an artifact.
type targetOpener func(c *cli.Context, module []byte, report progress.Reporter) (conformance.Target, error)

// conformTarget is a value of --target.
type conformTarget struct {
	name string
	open targetOpener
	// slow is how much more time tests get than elsewhere.
	slow time.Duration
}

var targets = []conformTarget{
	{"wazero", openWazero("wazero", false), 1},
	{"wazero-interpreter", openWazero("wazero-interpreter", true), 10},
	{"node", openNode, 1},
	{"chromium", openBrowser("chromium"), 1},
	{"firefox", openBrowser("firefox"), 1},
	{"webkit", openBrowser("webkit"), 1},
	{"url", openURL, 1},
	{"go", openTranslated, 1},
	{"native", openNative, 4},
}

func targetNames() []string {
	var names []string
	for _, t := range targets {
		names = append(names, t.name)
	}
	return names
}

// conformTargets reads --target.
func conformTargets(c *cli.Context) ([]conformTarget, error) {
	var chosen []conformTarget
	var seen []string
	for _, name := range strings.Split(c.String("target"), ",") {
		i := slices.Index(targetNames(), name)
		if i < 0 {
			return nil, fmt.Errorf("--target %s: expected some of %s", name, strings.Join(targetNames(), ", "))
		}
		if slices.Contains(seen, name) {
			return nil, fmt.Errorf("--target %s is named twice", name)
		}
		seen = append(seen, name)
		chosen = append(chosen, targets[i])
	}
	if len(chosen) > 1 && slices.Contains(seen, "native") {
		return nil, fmt.Errorf("--target native: it has fuel and memory of its own and cannot be compared; name it alone")
	}
	return chosen, nil
}

// closing is a target that closes more than itself.
type closing struct {
	conformance.Target
	then func() error
}

// Open opens the target, if that is something that it does.
func (t closing) Open(ctx context.Context) error {
	if opener, ok := t.Target.(conformance.Opener); ok {
		return opener.Open(ctx)
	}
	return nil
}

func (t closing) Close() error { return errors.Join(t.Target.Close(), t.then()) }

func openWazero(name string, interpreter bool) targetOpener {
	return func(c *cli.Context, module []byte, _ progress.Reporter) (conformance.Target, error) {
		dir, err := cacheDir(c)
		if err != nil {
			return nil, err
		}
		config := sandbox.EngineConfig{Artifact: module, Interpreter: interpreter, CompileCacheDir: filepath.Join(dir, "wazero")}
		if interpreter {
			config.CompileCacheDir = "" // of machine code
		}
		engine, err := sandbox.NewEngine(c.Context, config)
		if err != nil {
			return nil, err
		}
		return closing{conformance.NewWazero(engine, name), func() error { return engine.Close(context.WithoutCancel(c.Context)) }}, nil
	}
}

func openNode(c *cli.Context, module []byte, report progress.Reporter) (conformance.Target, error) {
	source, remove, err := unpackLibrary(c, report)
	if err != nil {
		return nil, err
	}
	return closing{conformance.NewNode(source, module, max(c.Int("jobs"), 1)), remove}, nil
}

func openBrowser(name string) targetOpener {
	return func(c *cli.Context, module []byte, report progress.Reporter) (conformance.Target, error) {
		server, closeServer, err := servePage(c, module, "127.0.0.1:0", report)
		if err != nil {
			return nil, err
		}
		return closing{conformance.NewBrowser(server, name, c.String(name)), closeServer}, nil
	}
}

// openNative builds the guest for this machine, under sanitizers.
func openNative(c *cli.Context, _ []byte, report progress.Reporter) (conformance.Target, error) {
	dir, err := cacheDir(c)
	if err != nil {
		return nil, err
	}
	jobs := c.Int("jobs")
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	if path := c.String("native"); path != "" {
		return conformance.NewNative(path, jobs), nil
	}
	cfg := builder.NativeConfig{
		CacheDir: dir, Variant: c.String("variant"), Source: c.String("source"), Jobs: c.Int("jobs"), Report: report,
		Output: filepath.Join(dir, "native", "micropython-sanitized-"+c.String("variant")), Sanitize: true,
	}
	if err := os.MkdirAll(filepath.Dir(cfg.Output), 0o755); err != nil {
		return nil, fmt.Errorf("making a folder for the native build: %w", err)
	}
	if err := builder.BuildNative(c.Context, cfg); err != nil {
		return nil, err
	}
	return conformance.NewNative(cfg.Output, jobs), nil
}

// openURL prints the page's address, for a person to open it.
func openURL(c *cli.Context, module []byte, report progress.Reporter) (conformance.Target, error) {
	server, closeServer, err := servePage(c, module, c.String("addr"), report)
	if err != nil {
		return nil, err
	}
	tell := func(address string) { fmt.Fprintf(c.App.ErrWriter, "open in the browser to be tested: %s\n", address) }
	return closing{conformance.NewAnyBrowser(server, c.Duration("wait"), tell), closeServer}, nil
}

// servePage serves the conformance page until the function that is returned is called.
func servePage(c *cli.Context, module []byte, address string, report progress.Reporter) (_ *conformance.PageServer, stop func() error, err error) {
	source, remove, err := unpackLibrary(c, report)
	if err != nil {
		return nil, nil, err
	}
	server, err := conformance.NewPageServer(source, module, address)
	if err != nil {
		return nil, nil, errors.Join(err, remove())
	}
	return server, func() error { return errors.Join(server.Close(), remove()) }, nil
}

// unpackLibrary writes the JavaScript library's source to a folder, which the function that is returned removes.
func unpackLibrary(c *cli.Context, report progress.Reporter) (_ library.Source, remove func() error, err error) {
	cache, err := cacheDir(c)
	if err != nil {
		return library.Source{}, nil, err
	}
	dir, err := os.MkdirTemp("", "mpwasm-conform-")
	if err != nil {
		return library.Source{}, nil, fmt.Errorf("making a folder for the JavaScript library: %w", err)
	}
	remove = func() error { return os.RemoveAll(dir) }
	source, err := library.Unpack(c.Context, filepath.Join(dir, "library"), cache, report)
	if err != nil {
		return library.Source{}, nil, errors.Join(err, remove())
	}
	return source, remove, nil
}
