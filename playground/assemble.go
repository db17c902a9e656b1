package playground

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html/template"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// contentPolicy is what the page may do, written into the page itself for hosts that set no headers (who may embed it is said by
// Ancestors): run
// its own scripts and WebAssembly, look as it looks, and talk to where it came from. Style attributes are allowed
// since browsers set some themselves when text with colours is replaced in an editor. What the page's HTML holds itself is added
// by its digest ([withInline]).
const contentPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; " +
	"connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"

// Where parts of the page are found among its sources.
const (
	pageScript   = "playground/main.ts"
	bootScript   = "playground/boot.ts"
	editorScript = "playground/editor_view.ts"
	pageStyle    = "playground/style/main.css"
	pageHTML     = "playground/index.html"
	helloProgram = "playground/examples/hello.py"
	offlineEntry = "playground/offline/sw.ts"
	debugEntry   = "playground/debug/worker.ts"
	workerEntry  = "src/worker.ts"
)

// staticFiles are copied into the site as they are.
var staticFiles = []string{"icon.svg", "app.webmanifest"}

// build is what the page is told of how it was made, as the constant BUILD. Addresses are relative to the
// folder of the page's scripts.
type build struct {
	Artifact  string                   `json:"artifact"`
	Rest      string                   `json:"rest"`
	Worker    string                   `json:"worker"`
	Debugger  string                   `json:"debugger"`
	Live      bool                     `json:"live"`
	Compare   *protocol.SessionOptions `json:"compare"`
	Ancestors []string                 `json:"ancestors"`
	Manifest  shown                    `json:"manifest"`
	Modules   string                   `json:"modules"`
}

// shown is what About says of an artifact's manifest, in its form: all of it, with its digests, would be 6 KB on the wire.
type shown struct {
	Inputs struct {
		MPWasm      string        `json:"mpwasm"`
		MicroPython version       `json:"micropython"`
		Variant     string        `json:"variant"`
		Toolchain   artifact.Tool `json:"toolchain"`
	} `json:"inputs"`
	Outputs struct {
		SHA256    string `json:"sha256"`
		SizeBytes int64  `json:"size_bytes"`
	} `json:"outputs"`
}

type version struct {
	Version string `json:"version"`
}

func shownOf(manifest artifact.Manifest) shown {
	var about shown
	about.Inputs.MPWasm = manifest.Inputs.MPWasm
	about.Inputs.MicroPython.Version = manifest.Inputs.MicroPython.Version
	about.Inputs.Variant = manifest.Inputs.Variant
	about.Inputs.Toolchain = manifest.Inputs.Toolchain
	about.Outputs.SHA256, about.Outputs.SizeBytes = manifest.Outputs.SHA256, manifest.Outputs.SizeBytes
	return about
}

// assemble makes all files of the site but its description.
func assemble(ctx context.Context, source library.Source, cfg Config) (*Site, error) {
	site := &Site{Ancestors: cfg.Ancestors}
	st := bundler{source.Dir}
	core, rest, err := Cut(ctx, cfg.CacheDir, cfg.Module)
	if err != nil {
		return nil, err
	}
	engine := File{Path: hashedName(artifact.FileName, core), Data: core, Hashed: true, Parts: PagePart | StartPart}
	if err := site.add(engine); err != nil {
		return nil, err
	}
	restName := ""
	if rest != nil {
		file := File{Path: hashedName("library.wasm", rest), Data: rest, Hashed: true, Parts: PagePart}
		if err := site.add(file); err != nil {
			return nil, err
		}
		restName = path.Base(file.Path)
	}
	worker, err := st.bundle(nil, hashedNames, nil, workerEntry)
	if err != nil {
		return nil, err
	}
	if err := worker.addTo(site, st, true, PagePart|StartPart); err != nil {
		return nil, err
	}
	debugger, err := st.bundle(nil, hashedNames, nil, debugEntry)
	if err != nil {
		return nil, err
	}
	if err := debugger.addTo(site, st, true, LaterPart); err != nil {
		return nil, err
	}
	about := build{Debugger: path.Base(debugger.byEntry[debugEntry]), Artifact: path.Base(engine.Path), Rest: restName, Worker: path.Base(worker.byEntry[workerEntry]), Live: cfg.Live, Compare: cfg.Compare, Ancestors: cfg.Ancestors.names(), Manifest: shownOf(cfg.Manifest)}
	if cfg.Pages[ModulesName] != nil {
		about.Modules = "../" + ModulesName
	}
	for name, data := range cfg.Pages {
		if err := site.add(File{Path: name, Data: data}); err != nil {
			return nil, err
		}
	}
	page, err := st.bundle(map[string]any{"BUILD": about}, hashedNames, []api.Plugin{together(st.dir, pageScript), parserAlone}, pageScript)
	if err != nil {
		return nil, err
	}
	boot, err := st.inline(bootScript)
	if err != nil {
		return nil, err
	}
	style, err := st.inline(pageStyle)
	if err != nil {
		return nil, err
	}
	if err := page.addTo(site, st, true, PagePart|StartPart); err != nil {
		return nil, err
	}
	preloads := page.preloads(pageScript)
	first := append([]string{engine.Path, worker.byEntry[workerEntry], page.byEntry[pageScript]}, preloads...)
	editor := slices.Sorted(maps.Keys(page.soon))
	first = append(first, editor...)
	if restName != "" {
		first = append(first, path.Join(assetsDir, restName))
	}
	site.pagePolicy = withInline(contentPolicy, boot, style)
	view := map[string]any{
		"Policy": site.pagePolicy, "Script": page.byEntry[pageScript], "Boot": template.JS(boot), "Style": template.CSS(style), "Engine": engine.Path,
		"Compare": cfg.Compare != nil, "Preloads": append(preloads, worker.byEntry[workerEntry]), "Bytes": site.firstBytes(first), "Editor": strings.Join(editor, " "),
	}
	if err := site.addPage(st, view); err != nil {
		return nil, err
	}
	if cfg.Live {
		return site, nil
	}
	if err := site.addOffline(st); err != nil {
		return nil, err
	}
	if err := site.add(File{Path: headersName, Data: site.headersFile()}); err != nil {
		return nil, err
	}
	if err := site.addLibrary(ctx, source, cfg, core, rest); err != nil {
		return nil, err
	}
	return site, site.addLicenses(source, page.inputs, cfg.CPythonLicense)
}

// withInline has a policy allow one script and one style in the HTML itself, and no other: what draws the program's text comes with the
// first answer of the server.
func withInline(policy, script, style string) string {
	for kind, text := range map[string]string{"script": script, "style": style} {
		sum := sha256.Sum256([]byte(text))
		source := kind + "-src 'self'"
		policy = strings.Replace(policy, source, fmt.Sprintf("%s 'sha256-%s'", source, base64.StdEncoding.EncodeToString(sum[:])), 1)
	}
	return policy
}

// addPage adds the HTML, filled in, and the static files. The HTML has the text of the program that a first visit begins with.
func (s *Site) addPage(st bundler, view map[string]any) error {
	hello, err := os.ReadFile(filepath.Join(st.dir, filepath.FromSlash(helloProgram)))
	if err != nil {
		return fmt.Errorf("reading the first program: %w", err)
	}
	view["Hello"] = string(hello)
	text, err := os.ReadFile(filepath.Join(st.dir, filepath.FromSlash(pageHTML)))
	if err != nil {
		return fmt.Errorf("reading the page's HTML: %w", err)
	}
	tmpl, err := template.New(pageHTML).Parse(string(text))
	if err != nil {
		return fmt.Errorf("reading the page's HTML: %w", err)
	}
	var html bytes.Buffer
	if err := tmpl.Execute(&html, view); err != nil {
		return fmt.Errorf("filling in the page's HTML: %w", err)
	}
	if err := s.add(File{Path: "index.html", Data: html.Bytes(), Parts: PagePart | StartPart}); err != nil {
		return err
	}
	for _, name := range staticFiles {
		data, err := os.ReadFile(filepath.Join(st.dir, "playground", name))
		if err != nil {
			return fmt.Errorf("reading a file of the page: %w", err)
		}
		if err := s.add(File{Path: name, Data: data, Parts: PagePart}); err != nil {
			return err
		}
	}
	return nil
}

// addOffline adds the service worker, which keeps all files of the page by the hashes that it is told. It
// comes last, and its name does not change: a browser looks there for a new version.
func (s *Site) addOffline(st bundler) error {
	kept := map[string]string{}
	version := sha256.New()
	for _, file := range s.Files {
		if file.Parts&(PagePart|LaterPart) != 0 {
			kept[file.Path] = digest(file.Data)
			fmt.Fprintln(version, file.Path, kept[file.Path])
		}
	}
	offline, err := st.bundle(map[string]any{"KEPT": map[string]any{"version": hex.EncodeToString(version.Sum(nil)[:6]), "files": kept}}, "[name]", nil, offlineEntry)
	if err != nil {
		return err
	}
	return offline.addTo(s, st, false, PagePart)
}

// digest is a short name for contents.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:6])
}

// hashedName returns the path of a file of assets whose name carries its digest.
func hashedName(name string, data []byte) string {
	ext := path.Ext(name)
	return path.Join(assetsDir, strings.TrimSuffix(name, ext)+"-"+digest(data)+ext)
}
