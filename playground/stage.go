package playground

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
)

// SourceError says what is wrong with the page's sources. Its text names files and lines.
type SourceError struct {
	// Tool found the problems: "tsc" or "esbuild".
	Tool string
	// Problems are as the tool words them, one a line or more.
	Problems []string
}

// Error lists the problems.
func (e *SourceError) Error() string {
	return fmt.Sprintf("bundling the page: %s finds %d problems in its sources:\n%s", e.Tool, len(e.Problems), strings.Join(e.Problems, "\n"))
}

// stage is a folder that holds the page's sources below a node_modules folder, where tsc and esbuild find
// the packages without being told.
type stage struct {
	dir      string
	packages npm.Packages
}

func newStage(packages npm.Packages, sources fs.FS) (stage, error) {
	dir, err := os.MkdirTemp(packages.Dir, "page-")
	if err != nil {
		return stage{}, fmt.Errorf("making a folder to bundle in: %w", err)
	}
	// Tools report real paths, which those of a linked folder would not be.
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	s := stage{dir: dir, packages: packages}
	if err := copySources(dir, sources); err != nil {
		return stage{}, errors.Join(fmt.Errorf("copying the page's sources: %w", err), s.remove())
	}
	return s, nil
}

func (s stage) remove() error {
	if err := os.RemoveAll(s.dir); err != nil {
		return fmt.Errorf("removing the folder that the page was bundled in: %w", err)
	}
	return nil
}

// copySources copies all but what npm installed, which may lie in a source folder that is worked in.
func copySources(dir string, sources fs.FS) error {
	return fs.WalkDir(sources, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(name))
		switch {
		case entry.IsDir() && entry.Name() == "node_modules":
			return fs.SkipDir
		case entry.IsDir():
			return os.MkdirAll(to, 0o755)
		case !entry.Type().IsRegular():
			return nil
		}
		data, err := fs.ReadFile(sources, name)
		if err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o644)
	})
}

// checkTypes runs tsc on the page and on the service worker, which see different globals. esbuild takes
// types off without looking at them.
func (s stage) checkTypes(ctx context.Context) error {
	node, err := npm.Executable("node")
	if err != nil {
		return err
	}
	var problems []string
	for _, project := range []string{"playground", "playground/offline"} {
		cmd := exec.CommandContext(ctx, node, s.packages.File("typescript/bin/tsc"), "--noEmit", "--pretty", "false", "--project", project)
		cmd.Dir = s.dir
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		err := cmd.Run()
		var exit *exec.ExitError
		switch {
		case ctx.Err() != nil:
			return fmt.Errorf("checking the page's types: %w", ctx.Err())
		case errors.As(err, &exit) && strings.Contains(out.String(), "error TS"):
			problems = append(problems, strings.Split(strings.TrimSpace(out.String()), "\n")...)
		case err != nil:
			return fmt.Errorf("checking the page's types: %w\n%s", err, strings.TrimSpace(out.String()))
		}
	}
	if problems != nil {
		return &SourceError{Tool: "tsc", Problems: problems}
	}
	return nil
}
