package playground_test

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/playground"
)

// cacheDir is where a user's caches are.
func cacheDir() string {
	if dir := os.Getenv("MPWASM_CACHE"); dir != "" {
		return dir
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "mpwasm")
}

// site is the site with the standard artifact, made once.
var site = sync.OnceValues(func() (*playground.Site, error) {
	result, err := builder.Build(context.Background(), builder.Config{CacheDir: cacheDir()})
	if err != nil {
		return nil, err
	}
	return playground.Build(context.Background(), playground.Config{Module: result.Module, Manifest: result.Manifest, CacheDir: cacheDir()})
})

func builtSite(t testing.TB) *playground.Site {
	t.Helper()
	s, err := site()
	if err != nil {
		t.Fatal(err)
	}
	return s
}
