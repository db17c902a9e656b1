package playground

import (
	"bytes"
	"fmt"
	"html/template"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/evanw/esbuild/pkg/api"
)

// The custom elements for pages of others: what such a page includes, and what is loaded once a cell is touched.
const (
	embedEntry = "embed/embed.ts"
	runEntry   = "embed/run.ts"
	richEntry  = "embed/rich.ts"
)

// What the elements load of the engine: what programs need that import nothing, and the rest.
const (
	coreFile    = "core.wasm"
	libraryFile = "library.wasm"
)

// The page that documents the elements, and uses them.
const (
	embedHTML  = "embed/page/embed.html"
	embedStyle = "embed/page/embed.css"
	embedPage  = "embed/page/embed_page.ts"
)

// addEmbed adds the custom elements to the library, and the page about them.
func (s *Site) addEmbed(b bundler, core, rest []byte) error {
	sizes := map[string]any{"ENGINE": map[string]int{"core": len(core), "library": len(rest)}}
	for entry, parts := range map[string]Parts{embedEntry: CellPart, runEntry: CellRunPart, richEntry: 0} {
		out, err := b.bundle(sizes, libraryDir+"/[name]", []api.Plugin{apart(slices.Concat([]string{"run.ts", "rich.ts"}, loadedLater))}, entry)
		if err != nil {
			return err
		}
		if err := out.addTo(s, b, false, parts); err != nil {
			return err
		}
	}
	if err := s.add(File{Path: path.Join(libraryDir, coreFile), Data: core}); err != nil {
		return err
	}
	if rest != nil {
		if err := s.add(File{Path: path.Join(libraryDir, libraryFile), Data: rest}); err != nil {
			return err
		}
	}
	return s.addEmbedPage(b)
}

// addEmbedPage adds the page that documents the elements.
func (s *Site) addEmbedPage(b bundler) error {
	page, err := b.bundle(nil, hashedNames, nil, embedPage, embedStyle)
	if err != nil {
		return err
	}
	if err := page.addTo(s, b, true, 0); err != nil {
		return err
	}
	text, err := os.ReadFile(filepath.Join(b.dir, filepath.FromSlash(embedHTML)))
	if err != nil {
		return fmt.Errorf("reading the page about embedding: %w", err)
	}
	tmpl, err := template.New(embedHTML).Parse(string(text))
	if err != nil {
		return fmt.Errorf("reading the page about embedding: %w", err)
	}
	var html bytes.Buffer
	if err := tmpl.Execute(&html, map[string]any{"Policy": contentPolicy, "Script": page.byEntry[embedPage], "Style": page.byEntry[embedStyle], "Library": libraryDir}); err != nil {
		return fmt.Errorf("filling in the page about embedding: %w", err)
	}
	return s.add(File{Path: path.Base(embedHTML), Data: html.Bytes()})
}
