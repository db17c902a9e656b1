// Package library makes the JavaScript library out of its TypeScript: checks the types and bundles it.
package library

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/web"
)

// Packages are the npm packages that the library is made of.
var Packages = []string{"cborg"}

// typePackages are what checking the types needs besides.
var typePackages = append([]string{"@types/node", "typescript"}, Packages...)

// Target is the JavaScript that bundles are written in: what all browsers since 2022 and Node.js 20 understand.
const Target = api.ES2022

// Source is a copy of web's TypeScript on disk, with the packages that it imports.
type Source struct {
	// Dir is the copy.
	Dir      string
	packages npm.Packages
}

// Unpack writes the TypeScript to dir and installs the packages into cacheDir, unless they are there.
func Unpack(ctx context.Context, dir, cacheDir string, report progress.Reporter) (Source, error) {
	packages, err := npm.Install(ctx, cacheDir, typePackages, report)
	if err != nil {
		return Source{}, err
	}
	if err := os.CopyFS(dir, web.Sources); err != nil {
		return Source{}, fmt.Errorf("unpacking the library: %w", err)
	}
	// The compiler looks for packages beside the sources; a link would need a privilege on Windows.
	if err := os.Symlink(filepath.Join(packages.Dir, "node_modules"), filepath.Join(dir, "node_modules")); err != nil {
		return Source{}, fmt.Errorf("linking the npm packages: %w", err)
	}
	return Source{dir, packages}, nil
}

// CheckTypes runs the TypeScript compiler, which esbuild does not replace: it drops types unread.
func (s Source) CheckTypes(ctx context.Context) error {
	node, err := npm.Executable("node")
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, node, s.packages.File("typescript/bin/tsc"), "--noEmit", "--project", s.Dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("checking types: %w\n%s", err, strings.TrimSpace(string(out)))
	}
	return nil
}

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
		Sourcemap:           api.SourceMapLinked,
		NodePaths:           []string{filepath.Join(s.packages.Dir, "node_modules")},
		LogLevel:            api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		return fmt.Errorf("bundling the library:\n%s", strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), ""))
	}
	return nil
}
