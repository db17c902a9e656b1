package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/userfile"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// grantFlags are the flags that give a program what it does not have by itself.
func grantFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "mount", Usage: "let the program read a folder: `HOST:GUEST`, GUEST being the path at which it sees it, such as /data; may be repeated"},
		&cli.StringFlag{Name: filesFlag, Usage: "let the program write files of `SIZE` together, which are kept in memory; 0 for none", Value: "16MiB"},
		&cli.Uint64Flag{Name: "seed", Usage: "have random numbers follow from `N`"},
		&cli.StringFlag{Name: "clock", Usage: "show the program a clock that is `fixed`, the same in every run, or real", Value: string(sandbox.FixedClock)},
	}
}

const filesFlag = "files"

// sessionConfig is what the flags of limits and grants say. The function that it returns closes what was opened.
func sessionConfig(c *cli.Context) (cfg sandbox.SessionConfig, closeAll func() error, err error) {
	if err := setLimits(c, &cfg); err != nil {
		return cfg, nil, err
	}
	closeAll, err = setGrants(c, &cfg)
	return cfg, closeAll, err
}

// setGrants takes over what the flags give. The function that it returns closes what was opened.
func setGrants(c *cli.Context, cfg *sandbox.SessionConfig) (closeAll func() error, err error) {
	cfg.Seed = c.Uint64("seed")
	cfg.Clock = sandbox.ClockKind(c.String("clock"))
	if cfg.FilesLimitBytes, err = sizeFlag(c, filesFlag); err != nil {
		return nil, err
	}
	if cfg.FilesLimitBytes == 0 {
		cfg.FilesLimitBytes = sandbox.NoFiles
	}
	var roots []*os.Root
	closeAll = func() error {
		var errs []error
		for _, root := range roots {
			errs = append(errs, root.Close())
		}
		return errors.Join(errs...)
	}
	for _, mount := range c.StringSlice("mount") {
		at := strings.LastIndex(mount, ":") // a path of Windows has one of its own
		if at <= 0 || !strings.HasPrefix(mount[at+1:], "/") {
			return nil, errors.Join(fmt.Errorf("--mount %q: expected HOST:GUEST, such as ./data:/data; GUEST begins with a /", mount), closeAll())
		}
		root, err := openFolder(mount[:at])
		if err != nil {
			return nil, errors.Join(fmt.Errorf("--mount %q: %w", mount, err), closeAll())
		}
		roots = append(roots, root)
		cfg.Mounts = append(cfg.Mounts, sandbox.Mount{FS: root.FS(), GuestPath: mount[at+1:]})
	}
	return closeAll, nil
}

// openFolder opens a folder that a user named. What it is is looked at first: a FIFO would block whoever opens it.
func openFolder(dir string) (*os.Root, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is %s, expected a folder", dir, userfile.Kind(info.Mode()))
	}
	return os.OpenRoot(dir)
}
