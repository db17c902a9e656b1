package playground

import (
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// assetsDir holds the files of the site whose names carry a hash.
const assetsDir = "assets"

// scripts are the outputs of one run of esbuild.
type scripts struct {
	files []api.OutputFile
	// byEntry finds the output of an entry point, by the entry's path.
	byEntry map[string]string
}

// bundleOptions are what all runs of esbuild share. Engines since 2022 understand the output.
func (s stage) bundleOptions(defines map[string]any) (api.BuildOptions, error) {
	options := api.BuildOptions{
		AbsWorkingDir:     s.dir,
		Outdir:            filepath.Join(s.dir, "out"),
		Bundle:            true,
		Format:            api.FormatESModule,
		Target:            api.ES2022,
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

// bundle runs esbuild over entry points. Hashed names go to assets, others to the root.
func (s stage) bundle(defines map[string]any, hashed bool, entries ...string) (scripts, error) {
	options, err := s.bundleOptions(defines)
	if err != nil {
		return scripts{}, err
	}
	options.EntryPoints = entries
	options.EntryNames = "[name]"
	if hashed {
		options.EntryNames, options.ChunkNames = assetsDir+"/[name]-[hash]", assetsDir+"/[name]-[hash]"
		options.Splitting = true
	}
	result := api.Build(options)
	if len(result.Errors) > 0 {
		problems := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
		return scripts{}, &SourceError{Tool: "esbuild", Problems: problems}
	}
	if len(result.Warnings) > 0 {
		problems := api.FormatMessages(result.Warnings, api.FormatMessagesOptions{Kind: api.WarningMessage})
		return scripts{}, &SourceError{Tool: "esbuild", Problems: problems}
	}
	out := scripts{files: result.OutputFiles, byEntry: map[string]string{}}
	return out, out.read(result.Metafile)
}

// read finds out from esbuild's report which output belongs to which entry point.
func (s scripts) read(metafile string) error {
	var meta struct {
		Outputs map[string]struct {
			EntryPoint string `json:"entryPoint"`
		} `json:"outputs"`
	}
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		return fmt.Errorf("decoding esbuild's metafile: %w", err)
	}
	for output, about := range meta.Outputs {
		if about.EntryPoint != "" {
			s.byEntry[about.EntryPoint] = strings.TrimPrefix(output, "out/")
		}
	}
	return nil
}

// addTo puts the outputs into a site; source maps count for nothing.
func (s scripts) addTo(site *Site, st stage, hashed bool, parts Parts) error {
	for _, output := range s.files {
		name, err := filepath.Rel(filepath.Join(st.dir, "out"), output.Path)
		if err != nil {
			return fmt.Errorf("naming an output of esbuild: %w", err)
		}
		file := File{Path: filepath.ToSlash(name), Data: output.Contents, Hashed: hashed, Parts: parts}
		if path.Ext(file.Path) == ".map" {
			file.Parts = 0
		}
		if err := site.add(file); err != nil {
			return err
		}
	}
	return nil
}
