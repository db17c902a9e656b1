// Package library makes the JavaScript library out of its TypeScript: checks the types and bundles it.
package library

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/web"
)

// typePackages are what checking the types needs besides.
var typePackages = []string{"@types/node", "typescript"}

// Target is the JavaScript that bundles are written in: what all browsers since 2022 and Node.js 20 understand.
const Target = api.ES2022

// Source is a copy of web's TypeScript on disk, with the packages that it imports.
type Source struct {
	// Dir is the copy.
	Dir      string
	packages npm.Packages
}

// Config says what is unpacked, and where to.
type Config struct {
	// Dir is the folder to unpack to; it is made.
	Dir string
	// CacheDir is where npm packages are installed, unless they are there.
	CacheDir string
	// Files are laid out as the folder web. Nil means those that this program carries.
	Files fs.FS
	// Packages are npm packages that are imported; the library itself imports none.
	Packages []string
	// Report is told of the progress; nil means nobody.
	Report progress.Reporter
}

// SourceError says what is wrong with the sources. Its text names files and lines.
type SourceError struct {
	// Tool found the problems: "tsc" or "esbuild".
	Tool string
	// Problems are as the tool words them, each of one line or more.
	Problems []string
}

// Error lists the problems.
func (e *SourceError) Error() string {
	return fmt.Sprintf("bundling TypeScript: %s finds %d problems:\n%s", e.Tool, len(e.Problems), strings.Join(e.Problems, "\n"))
}

// Unpack writes the library's TypeScript to dir. See [Config] for the rest.
func Unpack(ctx context.Context, dir, cacheDir string, report progress.Reporter) (Source, error) {
	return UnpackWith(ctx, Config{Dir: dir, CacheDir: cacheDir, Report: report})
}

// UnpackWith writes TypeScript to a folder, beside the packages that it imports.
func UnpackWith(ctx context.Context, cfg Config) (Source, error) {
	if cfg.Files == nil {
		cfg.Files = web.Sources
	}
	if cfg.Report == nil {
		cfg.Report = progress.Discard
	}
	packages, err := npm.Install(ctx, cfg.CacheDir, slices.Concat(typePackages, cfg.Packages), cfg.Report)
	if err != nil {
		return Source{}, err
	}
	if err := copyFiles(cfg.Dir, cfg.Files); err != nil {
		return Source{}, fmt.Errorf("unpacking TypeScript: %w", err)
	}
	// Tools report real paths, which those of a temporary folder may not be.
	dir, err := filepath.EvalSymlinks(cfg.Dir)
	if err != nil {
		return Source{}, fmt.Errorf("unpacking TypeScript: %w", err)
	}
	// The compiler looks for packages beside the sources; a link would need a privilege on Windows.
	if err := os.Symlink(filepath.Join(packages.Dir, "node_modules"), filepath.Join(dir, "node_modules")); err != nil {
		return Source{}, fmt.Errorf("linking the npm packages: %w", err)
	}
	return Source{dir, packages}, nil
}

// copyFiles copies all but what npm installed, which may lie in a folder that is worked in.
func copyFiles(dir string, files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
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
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o644)
	})
}

// CheckTypes runs the TypeScript compiler, which esbuild does not replace: it drops types unread. Projects are folders
// with a tsconfig.json; none means the library's. What is wrong is a [SourceError].
func (s Source) CheckTypes(ctx context.Context, projects ...string) error {
	node, err := npm.Executable("node")
	if err != nil {
		return err
	}
	if projects == nil {
		projects = []string{"."}
	}
	var problems []string
	for _, project := range projects {
		cmd := exec.CommandContext(ctx, node, s.packages.File("typescript/bin/tsc"), "--noEmit", "--pretty", "false", "--project", project)
		cmd.Dir = s.Dir
		out, err := cmd.CombinedOutput()
		text := strings.TrimSpace(string(out))
		switch {
		case ctx.Err() != nil:
			return fmt.Errorf("checking types: %w", ctx.Err())
		case err != nil && strings.Contains(text, "error TS"):
			problems = append(problems, strings.Split(text, "\n")...)
		case err != nil:
			return fmt.Errorf("checking types: %w\n%s", err, text)
		}
	}
	if problems != nil {
		return &SourceError{Tool: "tsc", Problems: problems}
	}
	return nil
}

// Declare writes the types of a module and of those that it imports, as .d.ts files, to outDir.
func (s Source) Declare(ctx context.Context, outDir, entry string) error {
	project := map[string]any{
		"extends": "./tsconfig.json", "files": []string{entry}, "include": []string{},
		"compilerOptions": map[string]any{"noEmit": false, "declaration": true, "emitDeclarationOnly": true, "rootDir": path.Dir(entry), "outDir": outDir},
	}
	encoded, err := json.Marshal(project)
	if err != nil {
		return fmt.Errorf("declaring types: %w", err)
	}
	const name = "tsconfig.declare.json"
	if err := os.WriteFile(filepath.Join(s.Dir, name), encoded, 0o644); err != nil {
		return fmt.Errorf("declaring types: %w", err)
	}
	node, err := npm.Executable("node")
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, node, s.packages.File("typescript/bin/tsc"), "--pretty", "false", "--project", name)
	cmd.Dir = s.Dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("declaring types: %w\n%s", err, strings.TrimSpace(string(out)))
	}
	return nil
}

// PackageFile returns the path of a file inside an npm package.
func (s Source) PackageFile(name string) string { return s.packages.File(name) }

// Bundle bundles entry points, slash-separated paths such as "src/index.ts", each to a file of its own, such as index.js,
// in a flat folder.
func (s Source) Bundle(outDir string, entries ...string) error {
	var points []api.EntryPoint
	for _, entry := range entries {
		name := strings.TrimSuffix(filepath.Base(entry), ".ts")
		points = append(points, api.EntryPoint{InputPath: filepath.Join(s.Dir, filepath.FromSlash(entry)), OutputPath: name})
	}
	result := api.Build(api.BuildOptions{
		EntryPointsAdvanced: points,
		Outdir:              outDir,
		Bundle:              true,
		Write:               true,
		Format:              api.FormatESModule,
		Target:              Target,
		Platform:            api.PlatformNeutral,
		MainFields:          []string{"module", "main"},
		External:            []string{"node:*"},
		Loader:              map[string]api.Loader{".py": api.LoaderText}, // programs of tests
		Sourcemap:           api.SourceMapLinked,
		NodePaths:           []string{filepath.Join(s.packages.Dir, "node_modules")},
		LogLevel:            api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		return fmt.Errorf("bundling the library:\n%s", strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), ""))
	}
	return nil
}
