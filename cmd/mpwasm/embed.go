package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/runtime/artifact"
)

// artifactPackage carries the artifact in programs.
const artifactPackage = "github.com/seed-3f7e3123/mpwasm/runtime/artifact"

// leaveForPrograms lets programs that use the library find the artifact: in the cache, and in themselves if that was asked for.
func leaveForPrograms(c *cli.Context, cfg builder.Config, result builder.Result) error {
	if c.Bool("embed") {
		if err := embedArtifact(result); err != nil {
			return err
		}
	}
	if cfg.GCStress || cfg.Asserts {
		return nil // for tests
	}
	return artifact.Record(cfg.CacheDir, result.Path, result.Module)
}

// embedArtifact writes the artifact where the library's sources embed it.
func embedArtifact(result builder.Result) error {
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", artifactPackage).CombinedOutput()
	if err != nil {
		return fmt.Errorf("embedding the artifact: looking for %s: %w: %s\nrun it in a module that has mpwasm's sources", artifactPackage, err, strings.TrimSpace(string(out)))
	}
	path := filepath.Join(strings.TrimSpace(string(out)), "embedded", artifact.FileName)
	if err := result.Write(path); err != nil {
		return fmt.Errorf("embedding the artifact: %w\nwhere mpwasm's sources cannot be written, take --out DIR, embed the file and pass it as EngineConfig.Artifact", err)
	}
	return nil
}
