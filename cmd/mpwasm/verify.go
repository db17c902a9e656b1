package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
)

func verifyCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "check an artifact",
		ArgsUsage: "[FILE]",
		Description: "Checks FILE, a module with its manifest beside it, or else the artifact in the cache: its digest,\n" +
			"imports, exports, features and size. Ends with status 1 if a check fails.",
		Flags: append(buildFlags(),
			&cli.BoolFlag{Name: "rebuild", Usage: "build again from an empty cache and compare byte for byte"},
		),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return verify(c, s) },
	}
}

func verify(c *cli.Context, s streams) error {
	if c.NArg() > 1 {
		return fmt.Errorf("verify takes one file, found %d", c.NArg())
	}
	a, err := artifactToVerify(c, s)
	var problem *artifact.Problem
	if errors.As(err, &problem) { // the manifest itself is not as it was written
		fmt.Fprintf(s.out, "FAILED: %v\n", err)
		return statusError(statusFailed)
	}
	if err != nil {
		return err
	}
	// Verify's error joins the problems, which the report shows.
	report, problems := artifact.Verify(a, artifact.DefaultPolicy(a.Manifest.Inputs.Variant))
	if _, err := report.WriteTo(s.out); err != nil {
		return err
	}
	if problems != nil {
		return statusError(statusFailed)
	}
	if c.Bool("rebuild") {
		return rebuild(c, s, a)
	}
	return nil
}

func artifactToVerify(c *cli.Context, s streams) (artifact.Artifact, error) {
	if file := c.Args().First(); file != "" {
		return artifact.Read(file)
	}
	result, err := ensureArtifact(c, s)
	return result.Artifact, err
}

// rebuild builds the artifact that the flags describe in a cache of its own and compares it.
func rebuild(c *cli.Context, s streams, a artifact.Artifact) (err error) {
	dir, err := os.MkdirTemp("", "mpwasm-rebuild-")
	if err != nil {
		return fmt.Errorf("making an empty cache: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	cfg, err := buildConfig(c)
	if err != nil {
		return err
	}
	cfg.CacheDir = dir
	rebuilt, err := buildArtifact(c, s, cfg)
	if err != nil {
		return err
	}
	if difference := compare(a, rebuilt); difference != "" {
		fmt.Fprintf(s.out, "\nrebuild from an empty cache: FAILED: %s\n", difference)
		return statusError(statusFailed)
	}
	fmt.Fprintf(s.out, "\nrebuild from an empty cache: ok, the same %d bytes\n", len(a.Module))
	return nil
}

// compare says how a rebuilt artifact differs, or nothing.
func compare(a artifact.Artifact, rebuilt builder.Result) string {
	if !bytes.Equal(a.Module, rebuilt.Module) {
		at := 0
		for at < min(len(a.Module), len(rebuilt.Module)) && a.Module[at] == rebuilt.Module[at] {
			at++
		}
		return fmt.Sprintf("the module has %d bytes and the rebuilt one %d; they differ from byte %d on. "+
			"Is it of this version of mpwasm, and built with the same flags?", len(a.Module), len(rebuilt.Module), at)
	}
	if !bytes.Equal(a.Manifest.Encode(), rebuilt.Manifest.Encode()) {
		return "the modules are the same, the manifests differ"
	}
	return ""
}
