package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/optimize"
	"github.com/seed-3f7e3123/mpwasm/builder/source"
	"github.com/seed-3f7e3123/mpwasm/builder/toolchain"
)

func versionCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:         "version",
		Usage:        "print versions and digests",
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			table := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			fmt.Fprintf(table, "mpwasm\t%s\n", programVersion())
			fmt.Fprintf(table, "MicroPython\t%s\t%s\n", source.Version, source.Digest)
			fmt.Fprintf(table, "CPython\t%s\t%s\n", source.CPythonVersion, source.CPythonDigest)
			fmt.Fprintf(table, "compiler\t%s\tsha256:%s\n", toolchain.Version, toolchain.Digest())
			fmt.Fprintf(table, "optimiser\t%s\n", optimize.Version)
			fmt.Fprintf(table, "Go\t%s %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return table.Flush()
		},
	}
}

// programVersion is the module's version, or the commit that a build from a clone was made from.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	version, dirty := info.Main.Version, ""
	for _, setting := range info.Settings {
		switch {
		case setting.Key == "vcs.revision":
			version = setting.Value
		case setting.Key == "vcs.modified" && setting.Value == "true":
			dirty = " (with changes)"
		}
	}
	return version + dirty
}
