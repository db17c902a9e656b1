package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
	"github.com/seed-3f7e3123/mpwasm/builder/translate"
)

// buildFlags choose an artifact; all commands that need one take them.
func buildFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "variant", Usage: "feature set: `NAME` is one of " + strings.Join(builder.Variants(), ", "), Value: builder.DefaultVariant},
		&cli.StringSliceFlag{Name: "freeze", Usage: "freeze the Python modules of folder `DIR` into the artifact"},
		&cli.StringSliceFlag{Name: "c-module", Usage: "add the user C module in folder `DIR`"},
		&cli.StringFlag{Name: "source", Usage: "use MicroPython from `PATH`, a folder or archive, instead of fetching it"},
		&cli.StringFlag{Name: "cpython-source", Usage: "use CPython from `PATH`, a folder or archive, instead of fetching it when it is needed"},
		&cli.BoolFlag{Name: "gc-stress", Usage: "collect garbage whenever possible and overwrite what is freed: slow, to test the collector"},
		&cli.BoolFlag{Name: "asserts", Usage: "check assertions and objects while programs run: slow, to find defects of the guest"},
		&cli.IntFlag{Name: "jobs", Usage: "compile `N` files at once", DefaultText: "one a processor"},
	}
}

// buildConfig reads buildFlags.
func buildConfig(c *cli.Context) (builder.Config, error) {
	dir, err := cacheDir(c)
	if err != nil {
		return builder.Config{}, err
	}
	if c.Int("jobs") < 0 {
		return builder.Config{}, fmt.Errorf("--jobs %d: expected a number from 1, or 0 for one a processor", c.Int("jobs"))
	}
	return builder.Config{
		CacheDir:      dir,
		CPythonSource: c.String("cpython-source"),
		Variant:       c.String("variant"),
		Freeze:        c.StringSlice("freeze"),
		CModules:      c.StringSlice("c-module"),
		Source:        c.String("source"),
		GCStress:      c.Bool("gc-stress"),
		Asserts:       c.Bool("asserts"),
		Jobs:          c.Int("jobs"),
	}, nil
}

// ensureArtifact returns the artifact that the flags describe, building it first, with progress on
// stderr, if the cache does not hold it.
func ensureArtifact(c *cli.Context, s streams) (builder.Result, error) {
	cfg, err := buildConfig(c)
	if err != nil {
		return builder.Result{}, err
	}
	return buildArtifact(c, s, cfg)
}

func buildArtifact(c *cli.Context, s streams, cfg builder.Config) (builder.Result, error) {
	display := newDisplay(s.err)
	cfg.Report = display
	result, err := builder.Build(c.Context, cfg)
	display.close()
	return result, err
}

func buildCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:        "build",
		Usage:       "build the artifact, verify and cache it",
		Description: "Prints the path of the module. Nothing but Go, Node.js with npm and Python 3 is needed; the compiler is fetched.",
		Flags: append(buildFlags(),
			&cli.StringFlag{Name: "out", Usage: "also write the module and its manifest into folder `DIR`"},
			&cli.BoolFlag{Name: "embed", Usage: "also write them where programs that use the library embed them, from the next go build on"},
			&cli.StringFlag{Name: "go", Usage: "also translate the module to Go, for EngineConfig.Translated, into the package folder `DIR`"},
			&cli.StringFlag{Name: "keep-intermediates", Usage: "write the module before and after each pass into folder `DIR`"},
		),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			cfg, err := buildConfig(c)
			if err != nil {
				return err
			}
			cfg.Intermediates = c.String("keep-intermediates")
			result, err := buildArtifact(c, s, cfg)
			if err != nil {
				return err
			}
			path := result.Path
			if out := c.String("out"); out != "" {
				path = filepath.Join(out, artifact.FileName)
				if err := result.Write(path); err != nil {
					return err
				}
			}
			if dir := c.String("go"); dir != "" {
				if err := translateArtifact(c, s, result, dir); err != nil {
					return err
				}
			}
			if err := leaveForPrograms(c, cfg, result); err != nil {
				return err
			}
			_, err = fmt.Fprintln(s.out, path)
			return err
		},
	}
}

// translateArtifact writes an artifact as a Go package.
func translateArtifact(c *cli.Context, s streams, result builder.Result, dir string) error {
	display := newDisplay(s.err)
	defer display.close()
	task := display.Start("translating to Go", 0, progress.Items)
	err := translate.Write(c.Context, result.Module, dir)
	task.End(err)
	return err
}
