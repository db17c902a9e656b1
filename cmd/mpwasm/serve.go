package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/playground"
)

func serveCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "serve",
		Usage: "serve the playground",
		Description: "Serves the site that `mpwasm bundle` writes, by default to this machine alone, until Ctrl-C.\n" +
			"Prints its address.",
		Flags: append(buildFlags(),
			&cli.StringFlag{Name: "addr", Usage: "listen on `HOST:PORT`; port 0 picks a free one", Value: "127.0.0.1:8765"},
			&cli.BoolFlag{Name: "watch", Usage: "make the page anew, and reload it, whenever its sources change"},
			&cli.StringFlag{Name: "sources", Usage: "with --watch: the page's sources are in folder `DIR`", Value: "web"},
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
	if c.Bool("watch") {
		return serveLive(c, s, listener)
	}
	site, err := buildSite(c, s, playground.Config{})
	if err != nil {
		return err
	}
	if err := printAddress(s, listener); err != nil {
		return err
	}
	return playground.Serve(c.Context, listener, site.Handler())
}

func printAddress(s streams, listener net.Listener) error {
	_, err := fmt.Fprintf(s.out, "http://%s/\n", listener.Addr())
	return err
}

// serveLive serves the page from sources that are worked on. Mistakes in them are told, and the last page that
// could be made is served.
func serveLive(c *cli.Context, s streams, listener net.Listener) error {
	dir := c.String("sources")
	if _, err := os.Stat(filepath.Join(dir, "playground", "index.html")); err != nil {
		return fmt.Errorf("serve --watch: %w; expected the repository's folder web: go there, or name it with --sources", err)
	}
	build := func() (*playground.Site, error) {
		return buildSite(c, s, playground.Config{Sources: os.DirFS(dir), Live: true})
	}
	site, err := build()
	if err != nil {
		return err
	}
	live := playground.NewLive(site)
	defer live.Close()
	if err := printAddress(s, listener); err != nil {
		return err
	}
	watching := make(chan error, 1)
	go func() {
		watching <- playground.Watch(c.Context, dir, func() {
			site, err := build()
			if err != nil {
				fmt.Fprintf(s.err, "mpwasm: %v\n", err)
				return
			}
			live.Replace(site)
		})
	}()
	if err := playground.Serve(c.Context, listener, live); err != nil {
		return err
	}
	return <-watching
}
