package main

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/translate"
	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
)

// translatedMain is a program that answers requests with the artifact as Go code. It and the code are packages of mpwasm's module that are
// there for one build only, by an overlay.
const translatedMain = `package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
	"github.com/seed-3f7e3123/mpwasm/runtime/conformance/answers/guest"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

func main() {
	ctx := context.Background()
	engine, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Translated: guest.Artifact})
	if err == nil {
		err = errors.Join(conformance.Serve(ctx, engine, os.Stdin, os.Stdout), engine.Close(ctx))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
`

// openTranslated translates the artifact and builds a program with it, which takes a minute the first time.
func openTranslated(c *cli.Context, module []byte, report progress.Reporter) (conformance.Target, error) {
	cache, err := cacheDir(c)
	if err != nil {
		return nil, err
	}
	sources, err := ownSources(c)
	if err != nil {
		return nil, err
	}
	// Another checkout has another sandbox, and so another program.
	digest := sha256.Sum256(append([]byte(sources+"\x00"), module...))
	dir := filepath.Join(cache, "go", fmt.Sprintf("%x", digest[:8]))
	task := report.Start("translating the artifact to Go, and compiling that", 0, progress.Items)
	err = translate.Write(c.Context, module, filepath.Join(dir, "guest"))
	if err == nil {
		err = buildTranslated(c, sources, dir)
	}
	task.End(err)
	if err != nil {
		return nil, err
	}
	return conformance.NewTranslated(filepath.Join(dir, "answers"), max(c.Int("jobs"), 1)), nil
}

// ownSources is the folder of mpwasm's module.
func ownSources(c *cli.Context) (string, error) {
	out, err := exec.CommandContext(c.Context, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/seed-3f7e3123/mpwasm").Output()
	if err != nil {
		return "", fmt.Errorf("the artifact as Go code: looking for mpwasm's sources: %w; run it in a module that has them", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// buildTranslated builds the program in a folder that has the code.
func buildTranslated(c *cli.Context, sources, dir string) error {
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(translatedMain), 0o644); err != nil {
		return fmt.Errorf("the artifact as Go code: %w", err)
	}
	replace := map[string]string{}
	var errs []error
	for _, pattern := range []string{"main.go", "guest/*"} {
		files, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
		errs = append(errs, err)
		for _, file := range files {
			name, err := filepath.Rel(dir, file)
			errs = append(errs, err)
			replace[filepath.Join(sources, "runtime", "conformance", "answers", name)] = file
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	overlayFile := filepath.Join(dir, "overlay.json")
	if err := errors.Join(append(errs, err, os.WriteFile(overlayFile, overlay, 0o644))...); err != nil {
		return fmt.Errorf("the artifact as Go code: %w", err)
	}
	build := exec.CommandContext(c.Context, "go", "build", "-C", sources, "-overlay", overlayFile, "-o", filepath.Join(dir, "answers"), "./runtime/conformance/answers")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("the artifact as Go code: building a program with it: %w: %s", err, strings.TrimSpace(string(out)))
	}
	return nil
}
