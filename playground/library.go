package playground

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// libraryDir holds the JavaScript library for pages of others, in the shape of an npm package. Its files find each
// other by these names.
const libraryDir = "lib"

const libraryEntry = "src/index.ts"

// loadedLater are sources that the library imports when they are needed: what runs a guest on the thread at hand, what reads and
// writes snapshots, and what follows a run. Each becomes a file of its own, which most pages never load.
var loadedLater = []string{"local.ts", "snapshot.ts", "trace.ts"}

// addLibrary adds the library: scripts, types, the artifact, package.json.
func (s *Site) addLibrary(ctx context.Context, source library.Source, cfg Config, core, rest []byte) error {
	b := bundler{source.Dir}
	add := func(entry string, parts Parts) error {
		out, err := b.bundle(nil, libraryDir+"/[name]", []api.Plugin{apart(loadedLater)}, entry)
		if err != nil {
			return err
		}
		return out.addTo(s, b, false, parts)
	}
	for entry, parts := range map[string]Parts{libraryEntry: EnginePart, workerEntry: EnginePart | CellRunPart} {
		if err := add(entry, parts); err != nil {
			return err
		}
	}
	if err := s.addEmbed(b, core, rest); err != nil {
		return err
	}
	for _, source := range loadedLater {
		if err := add("src/"+source, 0); err != nil {
			return err
		}
	}
	if err := s.add(File{Path: path.Join(libraryDir, artifact.FileName), Data: cfg.Module, Parts: EnginePart}); err != nil {
		return err
	}
	if err := s.addExamples(source); err != nil {
		return err
	}
	types := filepath.Join(source.Dir, "types")
	if err := source.Declare(ctx, types, libraryEntry); err != nil {
		return err
	}
	if err := s.addFolder(os.DirFS(types), libraryDir); err != nil {
		return err
	}
	manifest, err := json.MarshalIndent(map[string]any{
		"name": "mpwasm", "version": "0.0.0", "description": "MicroPython in one WebAssembly file, in a sandbox", "license": "MIT", "type": "module",
		"exports": map[string]any{".": map[string]string{"types": "./index.d.ts", "default": "./index.js"}, "./rich": "./rich.js", "./" + artifact.FileName: "./" + artifact.FileName},
	}, "", "  ")
	if err != nil {
		return fmt.Errorf("encoding the library's package.json: %w", err)
	}
	return s.add(File{Path: path.Join(libraryDir, "package.json"), Data: append(manifest, '\n')})
}

// addFolder adds the files of a folder below a path.
func (s *Site) addFolder(files fs.FS, below string) error {
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return fmt.Errorf("reading what the library is declared by: %w", err)
		}
		return s.add(File{Path: path.Join(below, name), Data: data})
	})
}

// packageOf finds the npm package in the path of a file.
var packageOf = regexp.MustCompile(`node_modules/((?:@[^/]+/)?[^/]+)/`)

// addLicenses adds a text with the licences of the npm packages that scripts were made of, and of what is in the artifact.
func (s *Site) addLicenses(source library.Source, inputs []string, cpythonLicense []byte) error {
	var names []string
	for _, input := range inputs {
		if found := packageOf.FindStringSubmatch(input); found != nil {
			names = append(names, found[1])
		}
	}
	slices.Sort(names)
	var text strings.Builder
	text.WriteString("The scripts hold the following npm packages. " + artifact.FileName + " holds MicroPython (MIT licence), wasi-libc (MIT)\n" +
		"and parts of LLVM's compiler-rt (Apache 2.0 with LLVM exceptions).\n")
	for _, name := range slices.Compact(names) {
		licence, err := os.ReadFile(source.PackageFile(name + "/LICENSE"))
		if err != nil {
			return fmt.Errorf("reading the licence of npm package %s: %w", name, err)
		}
		fmt.Fprintf(&text, "\n---- %s\n\n%s\n", name, strings.TrimSpace(string(licence)))
	}
	if len(cpythonLicense) > 0 {
		fmt.Fprintf(&text, "\n---- CPython, of whose library %s holds modules as bytecode\n\n%s\n", artifact.FileName, strings.TrimSpace(string(cpythonLicense)))
	}
	return s.add(File{Path: "licenses.txt", Data: []byte(text.String())})
}
