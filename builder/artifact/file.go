package artifact

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// FileName is what the module's file is called where no other name is asked for.
const FileName = "micropython.wasm"

// MaxModuleBytes is the largest module that is read: about thirty times the standard variant, which
// leaves room for what users freeze and add, and keeps a hostile file from filling memory.
const MaxModuleBytes = 16 << 20

// ManifestPath returns where the manifest of the module at path stands: "micropython.wasm.json" beside
// "micropython.wasm".
func ManifestPath(path string) string { return path + ".json" }

// Read reads the module at path and the manifest beside it. It does not compare them. The error wraps
// [fs.ErrNotExist] when either is missing, *[FormatError] when the manifest has another format, and
// *[Problem] when the manifest was changed.
func Read(path string) (Artifact, error) {
	data, err := readFile(ManifestPath(path), MaxManifestBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return Artifact{}, missingFile(path, err)
	}
	if err != nil {
		return Artifact{}, fmt.Errorf("reading artifact: %w", err)
	}
	manifest, err := DecodeManifest(data)
	if err != nil {
		return Artifact{}, fmt.Errorf("reading artifact: %s: %w", ManifestPath(path), err)
	}
	module, err := readFile(path, MaxModuleBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return Artifact{}, missingFile(path, err)
	}
	if err != nil {
		return Artifact{}, fmt.Errorf("reading artifact: %w", err)
	}
	return Artifact{Module: module, Manifest: manifest}, nil
}

func missingFile(path string, err error) error {
	return fmt.Errorf("reading artifact: %w; an artifact is two files, %s and %s, which `mpwasm build` writes",
		err, filepath.Base(path), filepath.Base(ManifestPath(path)))
}

// readFile reads a file of at most limit bytes. What is no regular file is not opened: a FIFO would block for ever.
func readFile(path string, limit int64) ([]byte, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("reading %s: expected a regular file", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%s: at most %d bytes expected, more found; this is not an artifact that mpwasm built", path, limit)
	}
	return data, nil
}

// Write writes the module to path and the manifest beside it, making the folder if there is none.
//
// Each file is complete when it appears, and the manifest appears last. When another artifact stands
// there its manifest goes first. So at any moment, the program being killed included, a manifest stands
// beside the module it belongs to. An artifact that is there already is left alone. Any number of
// programs may write one artifact to a path at once; those that write different ones there must take turns.
func (a Artifact) Write(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("writing artifact: %w", err)
	}
	manifest := a.Manifest.Encode()
	if err := removeOther(ManifestPath(path), manifest); err != nil {
		return fmt.Errorf("writing artifact: removing the manifest of the one before: %w", err)
	}
	if err := replaceFile(path, a.Module); err != nil {
		return fmt.Errorf("writing artifact: %w", err)
	}
	if err := replaceFile(ManifestPath(path), manifest); err != nil {
		return fmt.Errorf("writing artifact: %w", err)
	}
	return nil
}

// holds tells whether data is the content of the file at path.
func holds(path string, data []byte) bool {
	old, err := readFile(path, int64(len(data)))
	return err == nil && bytes.Equal(old, data)
}

// removeOther removes the file at path unless it holds data.
func removeOther(path string, data []byte) error {
	if holds(path, data) {
		return nil
	}
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// replaceFile makes data the content of the file at path in one step.
func replaceFile(path string, data []byte) (err error) {
	if holds(path, data) { // Windows would not replace it while somebody reads it
		return nil
	}
	temp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(temp.Name()))
		}
	}()
	_, err = temp.Write(data)
	if err == nil {
		err = temp.Sync() // or a power cut may leave the new name on an empty file
	}
	if err = errors.Join(err, temp.Close()); err != nil {
		return err
	}
	if err := os.Chmod(temp.Name(), 0o644); err != nil { // CreateTemp's files are private
		return err
	}
	return os.Rename(temp.Name(), path)
}
