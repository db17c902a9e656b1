package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
)

// reportFlags say where reports go, beside the terminal.
func reportFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "json", Usage: "also write the report to `FILE`, for programs and for conform merge"},
		&cli.StringFlag{Name: "junit", Usage: "also write the report to `FILE`, for CI systems"},
		&cli.StringFlag{Name: "html", Usage: "also write the report to `FILE`, for people"},
	}
}

// maxReportBytes bounds a report that is read; one of all targets and suites has some ten megabytes.
const maxReportBytes = 1 << 30

// mergeCommand puts together reports of runs that had a part of the tests, or of the targets, each.
func mergeCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:         "merge",
		Usage:        "put together reports of shards or of targets, and compare the targets",
		ArgsUsage:    "FILE...",
		Description:  "Reads files that --json wrote. All must be of one artifact. The first target of the first file is compared with the others.",
		Flags:        reportFlags(),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return mergeReports(c, s) },
	}
}

func mergeReports(c *cli.Context, s streams) error {
	if c.NArg() == 0 {
		return errors.New("conform merge: expected files that conform --json wrote")
	}
	var parts []*conformance.Matrix
	for _, name := range c.Args().Slice() {
		data, err := readFile(c.Context, name, maxReportBytes)
		if err != nil {
			return fmt.Errorf("reading a report: %w", err)
		}
		part, err := conformance.ReadMatrix(name, data)
		if err != nil {
			return err
		}
		parts = append(parts, part)
	}
	known, err := conformance.UpstreamDifferences()
	if err != nil {
		return err
	}
	merged, err := conformance.Merge(parts, known)
	if err != nil {
		return err
	}
	for _, report := range merged.Targets {
		if err := report.WriteText(s.out); err != nil {
			return err
		}
	}
	return finishConform(c, s, merged)
}

// finishConform writes reports and decides the exit status.
func finishConform(c *cli.Context, s streams, matrix *conformance.Matrix) error {
	err := errors.Join(
		matrix.WriteText(s.out),
		writeReport(c.String("json"), func(w io.Writer) error {
			encoder := json.NewEncoder(w)
			encoder.SetIndent("", " ")
			return encoder.Encode(matrix)
		}),
		writeReport(c.String("junit"), matrix.WriteJUnit),
		writeReport(c.String("html"), matrix.WriteHTML),
	)
	if err != nil {
		return err
	}
	if matrix.Unexpected() > 0 {
		return statusError(statusFailed)
	}
	return nil
}

// writeReport writes a report to a file, if one is named.
func writeReport(path string, write func(io.Writer) error) error {
	if path == "" {
		return nil
	}
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return fmt.Errorf("encoding the report: %w", err)
	}
	if err := os.WriteFile(path, text.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}
