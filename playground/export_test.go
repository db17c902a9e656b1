package playground

import (
	"os"
	"path/filepath"

	"github.com/seed-3f7e3123/mpwasm/runtime/artifact"
)

// CacheDir is where a user's caches are, for the tests of this package and those beside it.
func CacheDir() string {
	dir, err := artifact.CacheDir()
	if err != nil {
		return filepath.Join(os.TempDir(), "mpwasm")
	}
	return dir
}
