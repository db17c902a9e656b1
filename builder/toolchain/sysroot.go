package toolchain

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// unpackSysroot unpacks the headers and libraries that clang expects at /usr into the cache, once,
// and returns the folder. The folder is named by the archive's digest and renamed into place whole.
func unpackSysroot(ctx context.Context, cfg Config) (dir string, err error) {
	root := filepath.Join(cfg.CacheDir, "sysroot")
	dir = filepath.Join(root, resourcesDigest[:16])
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(root, 0o755); err != nil {
		return "", fmt.Errorf("making the sysroot folder: %w", err)
	}
	unlock, err := lockedfile.MutexAt(dir + ".lock").Lock()
	if err != nil {
		return "", fmt.Errorf("locking the sysroot folder: %w", err)
	}
	defer unlock()
	if _, err := os.Stat(dir); err == nil { // another process was faster
		return dir, nil
	}
	task := cfg.Report.Start("unpacking the C library", 0, progress.Items)
	defer func() { task.End(err) }()
	archive, err := readVerified(cfg.Packages.File(resourcesFile), resourcesDigest)
	if err != nil {
		return "", err
	}
	partial := dir + ".partial"
	if err := os.RemoveAll(partial); err != nil {
		return "", fmt.Errorf("clearing an unfinished sysroot: %w", err)
	}
	if err := untar(ctx, archive, partial); err != nil {
		return "", errors.Join(fmt.Errorf("unpacking the sysroot: %w", err), os.RemoveAll(partial))
	}
	if err := os.Rename(partial, dir); err != nil {
		return "", fmt.Errorf("moving the sysroot into the cache: %w", err)
	}
	return dir, nil
}

// untar writes the files of an archive, whose digest has been checked, below dir. os.Root keeps even
// a bad one inside.
func untar(ctx context.Context, archive []byte, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	r := tar.NewReader(bytes.NewReader(archive))
	for ctx.Err() == nil {
		header, err := r.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if header.Typeflag != tar.TypeReg {
			continue // folders are made as files need them
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return fmt.Errorf("%s: %w", header.Name, err)
		}
		name := path.Clean(header.Name)
		if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		if err := root.WriteFile(name, data, 0o644); err != nil {
			return err
		}
	}
	return ctx.Err()
}
