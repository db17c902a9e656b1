package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/playground"
)

func serveCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:        "serve",
		Usage:       "serve the playground",
		Description: "Serves the site that `mpwasm bundle` writes, by default to this machine alone, until Ctrl-C.",
		Flags: append(buildFlags(),
			&cli.StringFlag{Name: "addr", Usage: "listen on `HOST:PORT`; port 0 picks a free one", Value: "127.0.0.1:8765"},
		),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return serve(c, s) },
	}
}

func serve(c *cli.Context, s streams) error {
	if err := noArguments(c); err != nil {
		return err
	}
	listener, err := playground.Listen(c.Context, c.String("addr"))
	if err != nil {
		return err
	}
	defer listener.Close()
	site, err := buildSite(c, s, playground.Config{})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(s.out, "http://%s/\n", listener.Addr()); err != nil {
		return err
	}
	return playground.Serve(c.Context, listener, site.Handler())
}
