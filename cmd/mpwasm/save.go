package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// checkSave looks at the folder for a program's files before the program runs.
func checkSave(dir string) error {
	if dir == "" {
		return nil
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("--%s: %w; expected a folder, new or empty", saveFlag, err)
	case len(entries) > 0:
		return fmt.Errorf("--%s %s: it is not empty; expected a folder, new or empty", saveFlag, dir)
	}
	return nil
}

// saveFiles writes what a program left. The names are the program's: they stay below the folder (os.Root), those that the
// system does not allow are an error, and nothing that is there is overwritten.
func saveFiles(files fs.FS, dir string) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("saving the program's files: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("saving the program's files: %w", err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		local, err := filepath.Localize(name)
		if err == nil && entry.IsDir() {
			err = root.Mkdir(local, 0o755)
		} else if err == nil {
			err = saveFile(files, name, root, local)
		}
		if err != nil {
			return fmt.Errorf("saving the program's file %q: %w", name, err)
		}
		return nil
	})
}

func saveFile(files fs.FS, name string, root *os.Root, local string) error {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	file, err := root.OpenFile(local, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Close())
}
