package playground

import (
	"os"
	"path/filepath"
)

// CacheDir is where a user's caches are, for the tests of this package and those beside it.
func CacheDir() string {
	if dir := os.Getenv("MPWASM_CACHE"); dir != "" {
		return dir
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "mpwasm")
}
