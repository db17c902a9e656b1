package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/runtime/conformance"
	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// recordFlag names a file for a recording.
const recordFlag = "record"

func replayCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "replay",
		Usage:     "run again what `run --record` recorded, and compare",
		ArgsUsage: "FILE",
		Description: "Runs each run that FILE holds, as it was: what functions and stdin told it is in the file. Output goes where the program wrote it.\n" +
			"Ends with status 1 if output, value, exception, fuel or memory differ. The file is of one build; another refuses it.",
		Flags: append(buildFlags(),
			&cli.StringFlag{Name: "target", Usage: "run it in `TARGET`: wazero, wazero-interpreter, node, chromium, firefox or webkit", Value: "wazero"},
		),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return replay(c, s) },
	}
}

func replay(c *cli.Context, s streams) error {
	if c.NArg() != 1 {
		return fmt.Errorf("replay takes one file, found %d", c.NArg())
	}
	target := c.String("target")
	elsewhere := slices.Contains(replayTargets, target)
	if target != "wazero" && target != "wazero-interpreter" && !elsewhere {
		return fmt.Errorf("--target %q: expected wazero, wazero-interpreter, %s", target, strings.Join(replayTargets, ", "))
	}
	data, err := readFile(c.Context, c.Args().First(), maxRecordingsBytes)
	if err != nil {
		return fmt.Errorf("reading the recording: %w", err)
	}
	if elsewhere {
		return replayElsewhere(c, s, target, data)
	}
	engine, err := openEngine(c, s, target == "wazero-interpreter")
	if err != nil {
		return err
	}
	defer engine.Close(c.Context)
	return replayAll(c, s, engine, bytes.NewReader(data))
}

// maxRecordingsBytes bounds a file of recordings.
const maxRecordingsBytes = 1 << 30

// replayTargets are those of conform's that run JavaScript.
var replayTargets = []string{"node", "chromium", "firefox", "webkit"}

// replayElsewhere has the runs again in Node.js or a browser.
func replayElsewhere(c *cli.Context, s streams, name string, data []byte) (err error) {
	built, err := ensureArtifact(c, s)
	if err != nil {
		return err
	}
	display := newDisplay(s.err)
	defer display.close()
	target, err := targets[slices.Index(targetNames(), name)].open(c, built.Module, display)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	result, err := target.Run(c.Context, conformance.Program{Name: c.Args().First(), Recording: data})
	display.close()
	if err != nil {
		return err
	}
	for _, report := range result.Reports {
		if _, err := fmt.Fprintf(s.out, "%s", report.Stdout); err != nil {
			return err
		}
		if _, err := fmt.Fprintf(s.err, "%s", report.Stderr); err != nil {
			return err
		}
	}
	for _, d := range result.Differences {
		fmt.Fprintf(s.err, "mpwasm: %s: %s differs: it was %.200s, and now it is %.200s\n", d.Program, d.What, d.Recorded, d.Replayed)
	}
	if len(result.Differences) > 0 {
		return statusError(statusFailed)
	}
	for _, report := range result.Reports {
		fmt.Fprintf(s.err, "mpwasm: in %s as recorded: %s, %s units of fuel\n", name, report.Outcome, humanize.Comma(int64(report.Used.Fuel)))
	}
	return nil
}

func replayAll(c *cli.Context, s streams, engine *sandbox.Engine, r io.Reader) error {
	differs := false
	for n := 0; ; n++ {
		recording, err := engine.ReadRecording(r)
		if errors.Is(err, io.EOF) && n > 0 {
			break
		}
		if err != nil {
			return fmt.Errorf("reading the recording: %w", err)
		}
		outcome, differences, err := recording.Replay(c.Context)
		if err != nil {
			return fmt.Errorf("replaying %s: %w", recording.Program(), err)
		}
		if _, err := s.out.Write(outcome.Stdout); err != nil {
			return err
		}
		if _, err := s.err.Write(outcome.Stderr); err != nil {
			return err
		}
		printOutcome(s.err, outcome)
		for _, d := range differences {
			fmt.Fprintf(s.err, "mpwasm: %s: %s differs: it was %s, and now it is %s\n", recording.Program(), d.What, shown(d.Recorded), shown(d.Replayed))
		}
		if len(differences) == 0 {
			fmt.Fprintf(s.err, "mpwasm: %s: as recorded: %s, %s units of fuel\n", recording.Program(), outcome.Kind, humanize.Comma(int64(outcome.Used.Fuel)))
		}
		differs = differs || len(differences) > 0
	}
	if differs {
		return statusError(statusFailed)
	}
	return nil
}

// shown is something of an outcome, for people.
func shown(value any) string {
	if data, ok := value.([]byte); ok {
		if decoded, err := hostcall.Decode(data); err == nil {
			return fmt.Sprintf("%.200v", decoded)
		}
		return fmt.Sprintf("%.200q", data)
	}
	return fmt.Sprint(value)
}
