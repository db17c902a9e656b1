package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/source"
	"github.com/seed-3f7e3123/mpwasm/playground"
	"github.com/seed-3f7e3123/mpwasm/web/library"
)

func bundleCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "bundle",
		Usage: "write the playground and the JavaScript library as a static site",
		Description: "Any host of static files can serve the folder, under any path. Prints what each file takes, and ends\n" +
			"with status 1, writing nothing, if the site is larger than its budget or its sources do not fit their types.\n" +
			"Who may embed the page, the host is to say in the header Content-Security-Policy, which the file _headers has for hosts\n" +
			"that read it; where it does not, the page itself refuses to run.",
		Flags: append(append(buildFlags(), ancestorsFlag("any")),
			&cli.StringFlag{Name: "out", Usage: "write the site into folder `DIR`, new or of a former bundle", Required: true},
		),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			out := c.String("out")
			if err := playground.CheckFolder(out); err != nil {
				return err // before the long work
			}
			ancestors, err := playground.ParseAncestors(c.StringSlice(ancestorsName))
			if err != nil {
				return err
			}
			site, err := buildSite(c, s, playground.Config{Ancestors: ancestors})
			var wrong *library.SourceError
			if errors.As(err, &wrong) {
				fmt.Fprintf(s.err, "mpwasm: %v\n", err)
				return statusError(statusFailed)
			}
			if err != nil {
				return err
			}
			return writeSite(s, site, out)
		},
	}
}

// ancestorsName is the flag that says which pages may embed the playground, in the words of Content Security Policy.
const ancestorsName = "frame-ancestors"

func ancestorsFlag(standard string) cli.Flag {
	return &cli.StringSliceFlag{
		Name:  ancestorsName,
		Usage: "let the page be embedded (in an iframe) by `WHO`: any, self, none, or an origin such as https://example.org; may be repeated",
		Value: cli.NewStringSlice(standard),
	}
}

// buildSite makes the site with the artifact that the flags describe.
func buildSite(c *cli.Context, s streams, cfg playground.Config) (*playground.Site, error) {
	result, err := ensureArtifact(c, s)
	if err != nil {
		return nil, err
	}
	if cfg.CacheDir, err = cacheDir(c); err != nil {
		return nil, err
	}
	if cfg.Pages, err = sitePages(c, s); err != nil {
		return nil, err
	}
	display := newDisplay(s.err)
	defer display.close()
	if result.Manifest.Inputs.CPython != nil {
		tree, err := source.Fetch(c.Context, source.Config{Project: source.CPython, Path: c.String("cpython-source"), CacheDir: cfg.CacheDir, Report: display})
		if err != nil {
			return nil, err
		}
		if cfg.CPythonLicense, err = os.ReadFile(filepath.Join(tree.Dir, "LICENSE")); err != nil {
			return nil, fmt.Errorf("reading CPython's licence: %w", err)
		}
	}
	cfg.Module, cfg.Manifest, cfg.Report = result.Module, result.Manifest, display
	return playground.Build(c.Context, cfg)
}

func writeSite(s streams, site *playground.Site, out string) error {
	if err := site.PrintSizes(s.out); err != nil {
		return err
	}
	if err := site.CheckBudgets(playground.Budgets); err != nil {
		fmt.Fprintf(s.err, "mpwasm: %v\n", err)
		return statusError(statusFailed)
	}
	if err := site.Write(out); err != nil {
		return err
	}
	_, err := fmt.Fprintln(s.out, filepath.Join(out, "index.html"))
	return err
}
