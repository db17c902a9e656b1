package playground

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// pagePackages are the npm packages that the page is made of, besides those of the library.
var pagePackages = []string{
	"@codemirror/autocomplete", "@codemirror/commands", "@codemirror/lang-python", "@codemirror/language", "@codemirror/lint", "@codemirror/search",
	"@codemirror/state", "@codemirror/view", "@lezer/highlight",
}

// projects have a tsconfig.json each: the page and the service worker, which see different globals, and the elements for other pages.
var projects = []string{"playground", "playground/offline", "embed"}

// Config says what a site is made of.
type Config struct {
	// Module is the artifact's module, and Manifest says what went into it.
	Module   []byte
	Manifest artifact.Manifest
	// CPythonLicense is the licence of the modules of CPython's library in the artifact; nil if it holds none.
	CPythonLicense []byte
	// Pages are more files of the site. The page links to [ModulesName] if it is one of them.
	Pages map[string][]byte
	// CacheDir is where npm packages are installed.
	CacheDir string
	// Sources are the page's sources, laid out as the folder web. Nil means those that this program carries.
	Sources fs.FS
	// Live makes a page that reloads itself when told to over a WebSocket, and keeps nothing for offline use.
	Live bool
	// Compare makes a page that can have its program run by the server as well, within these bounds ([Comparer] serves that). Nil
	// means that it cannot.
	Compare *protocol.SessionOptions
	// Ancestors are the pages that may embed the site's; nil means any.
	Ancestors Ancestors
	// Report is told of the progress; nil means nobody.
	Report progress.Reporter
}

// ModulesName is the page about what can be imported.
const ModulesName = "modules.html"

// File is one file of a site.
type File struct {
	// Path is slash-separated and relative to the root of the site.
	Path string
	Data []byte
	// Gzip and Brotli are the data compressed, or nil where that gains nothing.
	Gzip, Brotli []byte
	// Hashed tells that the name changes when the contents do.
	Hashed bool
	// Parts are the sums (see [Site.Budgets]) that the file counts for.
	Parts Parts
}

// Parts are what a file is needed for.
type Parts uint8

const (
	// EnginePart: needed to run a program with the library.
	EnginePart Parts = 1 << iota
	// PagePart: loaded by a first visit to the playground, and kept for offline use.
	PagePart
	// StartPart: of those, what plain programs need.
	StartPart
	// CellPart: what a page of others loads for its cells before one is touched.
	CellPart
	// CellRunPart: what it loads once one is, besides the engine.
	CellRunPart
	// LaterPart: loaded by the playground when it is asked for, and kept for offline use.
	LaterPart
)

// Site is a static site in memory, its files sorted by path.
type Site struct {
	Files []File
	// Ancestors are the pages that may embed the site's.
	Ancestors Ancestors
	// pagePolicy is the policy in the page's HTML.
	pagePolicy string
}

// Build makes a site from the page's sources and an artifact. What is wrong with the sources is a
// [library.SourceError].
func Build(ctx context.Context, cfg Config) (_ *Site, err error) {
	if len(cfg.Module) == 0 {
		return nil, errors.New("bundling the page: there is no artifact; `mpwasm build` makes one")
	}
	if cfg.Report == nil {
		cfg.Report = progress.Discard
	}
	dir, err := os.MkdirTemp("", "mpwasm-page-")
	if err != nil {
		return nil, fmt.Errorf("making a folder to bundle in: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	source, err := library.UnpackWith(ctx, library.Config{Dir: dir, CacheDir: cfg.CacheDir, Files: cfg.Sources, Packages: pagePackages, Report: cfg.Report})
	if err != nil {
		return nil, err
	}
	task := cfg.Report.Start("bundling the page", 0, progress.Items)
	defer func() { task.End(err) }()
	if err := source.CheckTypes(ctx, projects...); err != nil {
		return nil, err
	}
	site, err := assemble(ctx, source, cfg)
	if err != nil {
		return nil, err
	}
	if !cfg.Live { // which goes no further than this machine
		if err := site.compress(ctx); err != nil {
			return nil, err
		}
	}
	return site, site.describe(cfg)
}

// add puts a file into the site. Two of the same path are a mistake of ours.
func (s *Site) add(file File) error {
	at, found := slices.BinarySearchFunc(s.Files, file.Path, func(f File, path string) int { return strings.Compare(f.Path, path) })
	if found {
		return fmt.Errorf("bundling the page: two files want to be %s", file.Path)
	}
	s.Files = slices.Insert(s.Files, at, file)
	return nil
}

// file finds a file by its path.
func (s *Site) file(path string) (File, bool) {
	at, found := slices.BinarySearchFunc(s.Files, path, func(f File, path string) int { return strings.Compare(f.Path, path) })
	if !found {
		return File{}, false
	}
	return s.Files[at], true
}
