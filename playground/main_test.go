package playground_test

import (
	"context"
	"sync"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/playground"
)

// site is the site with the standard artifact, made once.
var site = sync.OnceValues(func() (*playground.Site, error) {
	result, err := builder.Build(context.Background(), builder.Config{CacheDir: playground.CacheDir()})
	if err != nil {
		return nil, err
	}
	return playground.Build(context.Background(), playground.Config{Module: result.Module, Manifest: result.Manifest, CacheDir: playground.CacheDir()})
})

func builtSite(t testing.TB) *playground.Site {
	t.Helper()
	s, err := site()
	if err != nil {
		t.Fatal(err)
	}
	return s
}
