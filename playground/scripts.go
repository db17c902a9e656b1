package playground

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// assetsDir holds the files of the site whose names carry a hash.
const assetsDir = "assets"

// scripts are the outputs of one run of esbuild.
type scripts struct {
	files []api.OutputFile
	// byEntry finds the output of an entry point, by the entry's path.
	byEntry map[string]string
	// inputs are the files that the outputs were made of.
	inputs []string
	// atOnce are the outputs that the entry points load, and not only import() later.
	atOnce map[string]bool
	// soon are those that the page loads by itself once a program can run: the editor.
	soon map[string]bool
}

// bundler runs esbuild on the sources in a folder, which has a node_modules folder.
type bundler struct {
	dir string
}

// bundleOptions are what all runs of esbuild share.
func (s bundler) bundleOptions(defines map[string]any) (api.BuildOptions, error) {
	options := api.BuildOptions{
		AbsWorkingDir:     s.dir,
		Outdir:            filepath.Join(s.dir, "out"),
		Bundle:            true,
		PreserveSymlinks:  true, // or source maps would tell where this machine keeps the packages
		Format:            api.FormatESModule,
		Target:            library.Target,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Sourcemap:         api.SourceMapLinked,
		LegalComments:     api.LegalCommentsNone, // licenses.txt has them
		Loader:            map[string]api.Loader{".py": api.LoaderText},
		Metafile:          true,
		LogLevel:          api.LogLevelSilent,
		Define:            map[string]string{},
		External:          []string{"node:*"}, // which the library asks for in Node.js alone
	}
	for name, value := range defines {
		encoded, err := json.Marshal(value)
		if err != nil {
			return options, fmt.Errorf("encoding %s for the page: %w", name, err)
		}
		options.Define[name] = string(encoded)
	}
	return options, nil
}

// hashedNames is where files go whose names carry a hash.
const hashedNames = assetsDir + "/[name]-[hash]"

// apart leaves sources that are imported when they are needed (import()) out of what imports them: files of these names stand beside,
// each self-contained. So nothing else need be split into pieces, and what is not needed at first is not loaded.
func apart(sources []string) api.Plugin {
	return api.Plugin{Name: "apart", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: `^\./`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			source := strings.TrimPrefix(args.Path, "./")
			if args.Kind != api.ResolveJSDynamicImport || !slices.Contains(sources, source) {
				return api.OnResolveResult{}, nil
			}
			return api.OnResolveResult{Path: "./" + strings.TrimSuffix(source, ".ts") + ".js", External: true}, nil
		})
	}}
}

// together has what is imported when it is needed (import()) import the page's script, too, which is there before it. So esbuild puts all
// that they share into one file: without that, each set of files that share something has one of its own, and a first visit
// waits for a dozen answers of the server.
func together(dir, entry string) api.Plugin {
	return api.Plugin{Name: "together", Setup: func(build api.PluginBuild) {
		var later sync.Map // paths
		build.OnResolve(api.OnResolveOptions{Filter: `^\.`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			if args.Kind != api.ResolveJSDynamicImport {
				return api.OnResolveResult{}, nil
			}
			found := build.Resolve(args.Path, api.ResolveOptions{ResolveDir: args.ResolveDir, Importer: args.Importer, Kind: api.ResolveJSImportStatement})
			if len(found.Errors) == 0 {
				later.Store(found.Path, true)
			}
			return api.OnResolveResult{Path: found.Path, Errors: found.Errors}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: `\.ts$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			if _, found := later.Load(args.Path); !found {
				return api.OnLoadResult{}, nil
			}
			text, err := os.ReadFile(args.Path)
			if err != nil {
				return api.OnLoadResult{}, fmt.Errorf("reading a script: %w", err)
			}
			script, err := filepath.Rel(filepath.Dir(args.Path), filepath.Join(dir, filepath.FromSlash(entry)))
			if err != nil {
				return api.OnLoadResult{}, fmt.Errorf("finding the page's script: %w", err)
			}
			contents := fmt.Sprintf("%s\nimport %q;\n", text, "./"+filepath.ToSlash(script)) // a source map holds it
			return api.OnLoadResult{Contents: &contents, Loader: api.LoaderTS, ResolveDir: filepath.Dir(args.Path)}, nil
		})
	}}
}

// parserAlone keeps CodeMirror's completion, which comes with the first key, out of the editor: the language asks for it, for snippets that
// the page does not use.
var parserAlone = api.Plugin{Name: "parser alone", Setup: func(build api.PluginBuild) {
	const none = "none"
	build.OnResolve(api.OnResolveOptions{Filter: `^@codemirror/autocomplete$`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
		if !strings.Contains(filepath.ToSlash(args.Importer), "/@codemirror/lang-python/") {
			return api.OnResolveResult{}, nil
		}
		return api.OnResolveResult{Path: args.Path, Namespace: none, SideEffects: api.SideEffectsFalse}, nil
	})
	build.OnLoad(api.OnLoadOptions{Filter: `.*`, Namespace: none}, func(api.OnLoadArgs) (api.OnLoadResult, error) {
		contents := "export const snippetCompletion = () => ({}), ifNotIn = () => () => null, completeFromList = () => () => null;"
		return api.OnLoadResult{Contents: &contents, Loader: api.LoaderJS}, nil
	})
}}

// bundle runs esbuild over entry points. names says how the outputs are called, in esbuild's terms; with hashedNames, what they share
// is in files of its own.
func (s bundler) bundle(defines map[string]any, names string, plugins []api.Plugin, entries ...string) (scripts, error) {
	options, err := s.bundleOptions(defines)
	if err != nil {
		return scripts{}, err
	}
	options.EntryPoints = entries
	options.EntryNames, options.ChunkNames = names, names
	options.Splitting = names == hashedNames
	options.Plugins = plugins
	result := api.Build(options)
	if len(result.Errors) > 0 {
		problems := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
		return scripts{}, &library.SourceError{Tool: "esbuild", Problems: problems}
	}
	if len(result.Warnings) > 0 {
		problems := api.FormatMessages(result.Warnings, api.FormatMessagesOptions{Kind: api.WarningMessage})
		return scripts{}, &library.SourceError{Tool: "esbuild", Problems: problems}
	}
	out := scripts{files: result.OutputFiles, byEntry: map[string]string{}}
	return out, out.read(result.Metafile)
}

// inline bundles one source into a text that HTML can hold.
func (s bundler) inline(entry string) (string, error) {
	out, err := s.bundle(nil, "[name]", nil, entry)
	if err != nil {
		return "", err
	}
	for _, file := range out.files {
		if path.Ext(file.Path) != ".map" {
			text, _, _ := strings.Cut(string(file.Contents), "//# sourceMappingURL=") // there is no file of it
			text, _, _ = strings.Cut(text, "/*# sourceMappingURL=")
			return strings.TrimSpace(text), nil
		}
	}
	return "", fmt.Errorf("bundling %s: esbuild made nothing of it", entry)
}

// read finds out from esbuild's report which output belongs to which entry point.
func (s *scripts) read(metafile string) error {
	var meta struct {
		Inputs  map[string]struct{}   `json:"inputs"`
		Outputs map[string]metaOutput `json:"outputs"`
	}
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		return fmt.Errorf("decoding esbuild's metafile: %w", err)
	}
	s.inputs = slices.Sorted(maps.Keys(meta.Inputs))
	s.atOnce, s.soon = map[string]bool{}, map[string]bool{}
	imported := map[string]bool{} // by import(): esbuild makes entry points of them
	for _, about := range meta.Outputs {
		for _, other := range about.Imports {
			imported[other.Path] = imported[other.Path] || other.Kind == "dynamic-import"
		}
	}
	for output, about := range meta.Outputs {
		if about.EntryPoint != "" {
			s.byEntry[about.EntryPoint] = strings.TrimPrefix(output, "out/")
			if !imported[output] {
				load(meta.Outputs, output, s.atOnce, nil)
			}
		}
	}
	if editor, found := s.byEntry[editorScript]; found {
		load(meta.Outputs, "out/"+editor, s.soon, s.atOnce)
	}
	return nil
}

// metaOutput is what esbuild reports of an output.
type metaOutput struct {
	EntryPoint string `json:"entryPoint"`
	Imports    []struct {
		Path string `json:"path"`
		Kind string `json:"kind"`
	} `json:"imports"`
}

// load notes that an output is loaded, with all that it imports and that is not there already.
func load(outputs map[string]metaOutput, output string, loaded, there map[string]bool) {
	name := strings.TrimPrefix(output, "out/")
	if loaded[name] || there[name] {
		return
	}
	loaded[name] = true
	for _, other := range outputs[output].Imports {
		if _, ours := outputs[other.Path]; ours && other.Kind != "dynamic-import" {
			load(outputs, other.Path, loaded, there)
		}
	}
}

// addTo puts the outputs into a site; source maps count for nothing.
func (s scripts) addTo(site *Site, st bundler, hashed bool, parts Parts) error {
	for _, output := range s.files {
		name, err := filepath.Rel(filepath.Join(st.dir, "out"), output.Path)
		if err != nil {
			return fmt.Errorf("naming an output of esbuild: %w", err)
		}
		file := File{Path: filepath.ToSlash(name), Data: output.Contents, Hashed: hashed, Parts: parts}
		switch {
		case path.Ext(file.Path) == ".map":
			file.Parts = 0
		case parts&PagePart != 0 && s.soon[file.Path]:
			file.Parts = parts &^ StartPart
		case parts&PagePart != 0 && !s.atOnce[file.Path]:
			file.Parts = parts&^(PagePart|StartPart) | LaterPart
		}
		if err := site.add(file); err != nil {
			return err
		}
	}
	return nil
}
