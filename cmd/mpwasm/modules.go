package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder"
	port "github.com/seed-3f7e3123/mpwasm/micropython-port"
	"github.com/seed-3f7e3123/mpwasm/playground"
	"github.com/seed-3f7e3123/mpwasm/runtime/conformance/cpython"
	"github.com/seed-3f7e3123/mpwasm/runtime/modules"
)

func modulesCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "modules",
		Usage: "list the modules that programs can import",
		Description: "Asks the artifact itself. For each module: what it takes, in bytes of bytecode or in C, with the interpreter; how long\n" +
			"its import takes here, in milliseconds; and how many of the public names that CPython 3.13 has are there.",
		Flags: append(buildFlags(),
			&cli.StringFlag{Name: "stubs", Usage: "write type stubs (.pyi) of exactly what is there into folder `DIR`, for editors and type checkers"},
			&cli.StringFlag{Name: "html", Usage: "write a page into `FILE`: the shares of CPython's public names and tests, module by module, and the differences"},
		),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return listModules(c, s) },
	}
}

func listModules(c *cli.Context, s streams) error {
	if err := noArguments(c); err != nil {
		return err
	}
	result, err := ensureArtifact(c, s)
	if err != nil {
		return err
	}
	engine, err := openEngine(c, s, false)
	if err != nil {
		return err
	}
	defer engine.Close(c.Context)
	all, err := modules.List(c.Context, engine)
	if err != nil {
		return err
	}
	shares := modules.Shares(all)
	if err := writeModules(s.out, result, all, shares); err != nil {
		return err
	}
	if dir := c.String("stubs"); dir != "" {
		if err := writeStubs(dir, modules.Stubs(all)); err != nil {
			return err
		}
	}
	if file := c.String("html"); file != "" {
		page, err := modulesPage(engine.ArtifactSHA256(), shares, "")
		if err != nil {
			return err
		}
		if err := os.WriteFile(file, page, 0o644); err != nil {
			return fmt.Errorf("writing the page: %w", err)
		}
	}
	return nil
}

// testFiles are the files of CPython's tests of modules that are not named after them.
var testFiles = map[string]string{
	"builtins": "test_builtin", "collections.abc": "test_collections", "html.parser": "test_htmlparser", "os.path": "test_posixpath",
	"urllib.parse": "test_urlparse", "xml.etree.ElementTree": "test_xml_etree",
}

// modulesPage makes the page about CPython's names, CPython's tests and the differences. Its style is in a file of its own, or in the page.
func modulesPage(artifact string, shares []modules.Share, styleFile string) ([]byte, error) {
	judged, err := cpython.Shares()
	if err != nil {
		return nil, fmt.Errorf("making the page: %w", err)
	}
	tests := map[string]string{}
	for _, s := range shares {
		file, ok := testFiles[s.Module]
		if !ok {
			file = "test_" + strings.ReplaceAll(s.Module, ".", "_")
		}
		if j := judged[file]; j.Judged {
			tests[s.Module] = fmt.Sprintf("%d of %d", j.Passed(), j.Applicable())
		}
	}
	var page bytes.Buffer
	if err := modules.WritePage(&page, modules.Page{Artifact: artifact, Shares: shares, Tests: tests, Differences: port.Differences, StyleFile: styleFile}); err != nil {
		return nil, fmt.Errorf("making the page: %w", err)
	}
	return page.Bytes(), nil
}

// sitePages are the page about the modules and its style, for a site, whose page links to the first.
func sitePages(c *cli.Context, s streams) (map[string][]byte, error) {
	engine, err := openEngine(c, s, false)
	if err != nil {
		return nil, err
	}
	defer engine.Close(c.Context)
	known, err := modules.Known(c.Context, engine)
	if err != nil {
		return nil, err
	}
	const style = "modules.css"
	page, err := modulesPage(engine.ArtifactSHA256(), modules.Shares(known), style)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{playground.ModulesName: page, style: []byte(modules.PageStyle)}, nil
}

// writeModules prints the table.
func writeModules(out io.Writer, result builder.Result, all []modules.Module, shares []modules.Share) error {
	sizes := map[string]int64{}
	for _, m := range result.Manifest.Modules {
		sizes[m.Name] = m.Bytes
	}
	there := map[string]string{}
	for _, s := range shares {
		there[s.Module] = fmt.Sprintf("%d of %d", s.There, s.Public)
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "bytes\timport ms\tnames of CPython's\t  module\t")
	for _, m := range all {
		size, took := "in C", fmt.Sprintf("%.2f", float64(m.Import)/float64(time.Millisecond))
		if n, frozen := sizes[m.Name]; frozen {
			size = strconv.FormatInt(n, 10)
		}
		name := m.Name
		if m.Err != "" {
			took, name = "-", name+" ("+m.Err+")"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t  ", size, took, there[m.Name])
		fmt.Fprintf(table, "%s\n", name)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	var absent []string
	for _, s := range shares {
		if !s.Has {
			absent = append(absent, s.Module)
		}
	}
	_, err := fmt.Fprintf(out, "\n%d modules. Of %d modules of CPython's, half have at least %.1f %% of its names; %d are not there: %s\n",
		len(all), len(shares), modules.Median(shares), len(absent), strings.Join(absent, " "))
	return err
}

// writeStubs writes stubs into a folder, new or of former stubs.
func writeStubs(dir string, stubs map[string][]byte) error {
	for name, text := range stubs {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("writing stubs: %w", err)
		}
		if err := os.WriteFile(path, text, 0o644); err != nil {
			return fmt.Errorf("writing stubs: %w", err)
		}
	}
	return nil
}
