// Package artifact finds the module that sandboxes run, where the command line left it: in the program itself, after
// `mpwasm build --embed`, or in the cache, after `mpwasm build`.
package artifact

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNone is wrapped by errors that say that there is no artifact.
var ErrNone = errors.New("no artifact")

// FileName is what the module's file is called.
const FileName = "micropython.wasm"

//go:embed embedded
var embedded embed.FS

// Find returns the artifact that the program carries, or else the one in the user's cache.
func Find() ([]byte, error) {
	module, err := Embedded()
	if !errors.Is(err, ErrNone) {
		return module, err
	}
	dir, err := CacheDir()
	if err != nil {
		return nil, err
	}
	return Cached(dir)
}

// Embedded returns the artifact that the program carries.
func Embedded() ([]byte, error) {
	module, err := embedded.ReadFile("embedded/" + FileName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w in the program: run `mpwasm build --embed`, and build the program again", ErrNone)
	}
	return module, err
}

// CacheDir returns the command line's cache folder: MPWASM_CACHE, or mpwasm in the user's cache folder.
func CacheDir() (string, error) {
	if dir := os.Getenv("MPWASM_CACHE"); dir != "" {
		return dir, nil
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("finding the cache folder: %w; set MPWASM_CACHE", err)
	}
	return filepath.Join(dir, "mpwasm"), nil
}

// record is a file of the cache that says which artifact was built last.
type record struct {
	// Path is the module's file, absolute or relative to the cache.
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

const recordName = "artifact.json"

// Cached returns the artifact that the command line built last with a cache folder, which is what it was then.
func Cached(dir string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(dir, recordName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w in the cache %s: run `mpwasm build`", ErrNone, dir)
	}
	if err != nil {
		return nil, fmt.Errorf("looking for the artifact in the cache: %w", err)
	}
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("looking for the artifact in the cache: reading %s: %w; run `mpwasm build`", recordName, err)
	}
	if !filepath.IsAbs(r.Path) {
		r.Path = filepath.Join(dir, r.Path)
	}
	module, err := os.ReadFile(r.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w at %s any more: run `mpwasm build`", ErrNone, r.Path)
	}
	if err != nil {
		return nil, fmt.Errorf("reading the artifact in the cache: %w", err)
	}
	if digest := sha256.Sum256(module); hex.EncodeToString(digest[:]) != r.SHA256 {
		return nil, fmt.Errorf("reading the artifact in the cache: %s has SHA-256 %x, expected %s, as it was built; run `mpwasm build`", r.Path, digest, r.SHA256)
	}
	return module, nil
}

// Record notes in a cache folder that an artifact was built, for [Cached].
func Record(dir, path string, module []byte) error {
	if relative, err := filepath.Rel(dir, path); err == nil && filepath.IsLocal(relative) {
		path = relative
	}
	digest := sha256.Sum256(module)
	data, err := json.Marshal(record{Path: path, SHA256: hex.EncodeToString(digest[:])})
	if err != nil {
		return fmt.Errorf("noting the artifact in the cache: %w", err)
	}
	name := filepath.Join(dir, recordName)
	if old, err := os.ReadFile(name); err == nil && string(old) == string(data) {
		return nil
	}
	if err := replace(name, data); err != nil {
		return fmt.Errorf("noting the artifact in the cache: %w", err)
	}
	return nil
}

// replace writes a file so that whoever reads it finds the old content or the new.
func replace(name string, data []byte) error {
	temporary, err := os.CreateTemp(filepath.Dir(name), recordName+".*")
	if err != nil {
		return err
	}
	_, err = temporary.Write(data)
	err = errors.Join(err, temporary.Close())
	if err == nil {
		err = os.Rename(temporary.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temporary.Name()))
	}
	return nil
}
