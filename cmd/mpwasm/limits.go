package main

import (
	"fmt"
	"math"

	"github.com/dustin/go-humanize"
	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// limitFlags are the flags that bound a program.
func limitFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "memory", Usage: "let the heap grow to `SIZE`, from 1MiB to 1GiB", Value: "16MiB"},
		&cli.Uint64Flag{Name: "fuel", Usage: "end the program after `N` units of work; 0 is no limit"},
		&cli.DurationFlag{Name: "timeout", Usage: "end the program after `TIME`, such as 10s or 500ms; 0 is no limit"},
		&cli.StringFlag{Name: "max-output", Usage: "end the program when it prints more than `SIZE` (default: no limit; with --json 1MiB)"},
	}
}

// setLimits takes the limits over from the flags. The sandbox knows their ranges.
func setLimits(c *cli.Context, cfg *sandbox.SessionConfig) (err error) {
	if cfg.MemoryLimitBytes, err = sizeFlag(c, "memory"); err != nil {
		return err
	}
	cfg.FuelLimit = c.Uint64("fuel")
	cfg.Timeout = c.Duration("timeout")
	if !c.IsSet("max-output") {
		return nil
	}
	cfg.OutputLimitBytes, err = sizeFlag(c, "max-output")
	if err == nil && cfg.OutputLimitBytes == 0 {
		return fmt.Errorf("--max-output 0: expected a size from 1; without the flag there is no limit")
	}
	return err
}

// sizeFlag reads a flag that is a size in bytes: 65536, 64KiB, 1MB.
func sizeFlag(c *cli.Context, name string) (int64, error) {
	size, err := humanize.ParseBytes(c.String(name))
	if err != nil || size > math.MaxInt64 {
		return 0, fmt.Errorf("--%s %q: expected a size, such as 65536, 64KiB or 16MiB", name, c.String(name))
	}
	return int64(size), nil
}
