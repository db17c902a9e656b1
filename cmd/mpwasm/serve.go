package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/playground"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

func serveCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "serve",
		Usage: "serve the playground",
		Description: "Serves the site that `mpwasm bundle` writes, by default to this machine alone, until Ctrl-C.\n" +
			"Prints its address. On an address that only this machine reaches, the page can also have its program run here, in\n" +
			"the sandbox and within fixed bounds, and compare; elsewhere --compare allows that to whoever can open the page.",
		Flags: append(append(buildFlags(), ancestorsFlag("self")),
			&cli.StringFlag{Name: "addr", Usage: "listen on `HOST:PORT`; port 0 picks a free one", Value: "127.0.0.1:8765"},
			&cli.BoolFlag{Name: "compare", Usage: "let the page run programs here too, and compare (default: only where no other machine reaches the address)"},
			&cli.BoolFlag{Name: "watch", Usage: "make the page anew, and reload it, whenever its sources change"},
			&cli.StringFlag{Name: "sources", Usage: "with --watch: the page's sources are in folder `DIR`", Value: "web"},
		),
		OnUsageError: usageError,
		Action:       func(c *cli.Context) error { return serve(c, s) },
	}
}

func serve(c *cli.Context, s streams) (err error) {
	if err := noArguments(c); err != nil {
		return err
	}
	ancestors, err := playground.ParseAncestors(c.StringSlice(ancestorsName))
	if err != nil {
		return err
	}
	listener, err := playground.Listen(c.Context, c.String("addr"))
	if err != nil {
		return err
	}
	defer listener.Close()
	offered, err := offerCompare(c, s, listener)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, offered.close()) }()
	if c.Bool("watch") {
		return serveLive(c, s, listener, offered, ancestors)
	}
	site, err := buildSite(c, s, playground.Config{Compare: offered.bounds, Ancestors: ancestors})
	if err != nil {
		return err
	}
	if err := printAddress(s, listener); err != nil {
		return err
	}
	return playground.Serve(c.Context, listener, offered.beside(site.Handler()))
}

// offer is what the server offers to pages besides the site. The zero value is nothing.
type offer struct {
	engine   *sandbox.Engine
	comparer http.Handler
	bounds   *protocol.SessionOptions // nil if programs are not compared
}

// offerCompare starts an engine for comparisons: on a loopback address unless it is not wanted, elsewhere where it is asked for.
func offerCompare(c *cli.Context, s streams, listener net.Listener) (offer, error) {
	if c.IsSet("compare") && !c.Bool("compare") || !c.IsSet("compare") && !playground.IsLoopback(listener.Addr()) {
		return offer{}, nil
	}
	engine, err := openEngine(c, s, false)
	if err != nil {
		return offer{}, err
	}
	return offer{engine, playground.NewComparer(engine, listener.Addr()), &playground.CompareBounds}, nil
}

// beside adds what is offered to a site.
func (o offer) beside(site http.Handler) http.Handler {
	if o.comparer == nil {
		return site
	}
	return playground.WithCompare(site, o.comparer)
}

func (o offer) close() error {
	if o.engine == nil {
		return nil
	}
	return o.engine.Close(context.Background())
}

func printAddress(s streams, listener net.Listener) error {
	_, err := fmt.Fprintf(s.out, "http://%s/\n", listener.Addr())
	return err
}

// serveLive serves the page from sources that are worked on. Mistakes in them are told, and the last page that
// could be made is served.
func serveLive(c *cli.Context, s streams, listener net.Listener, offered offer, ancestors playground.Ancestors) error {
	dir := c.String("sources")
	if _, err := os.Stat(filepath.Join(dir, "playground", "index.html")); err != nil {
		return fmt.Errorf("serve --watch: %w; expected the repository's folder web: go there, or name it with --sources", err)
	}
	build := func() (*playground.Site, error) {
		return buildSite(c, s, playground.Config{Sources: os.DirFS(dir), Live: true, Compare: offered.bounds, Ancestors: ancestors})
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
	if err := playground.Serve(c.Context, listener, offered.beside(live)); err != nil {
		return err
	}
	return <-watching
}
