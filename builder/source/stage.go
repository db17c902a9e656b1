package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// limits bound what an archive or a directory may cost. The full release archive of upstream, with all
// its submodules, is the largest honest input.
type limits struct {
	archiveBytes int64 // of an archive, compressed
	streamBytes  int64 // of an archive, decompressed
	entries      int   // of an archive
	treeBytes    int64 // of the wanted files together
	treeFiles    int   // of the wanted files
	fileBytes    int64 // of one wanted file
}

// defaultLimits are well above the releases (in brackets, the wanted files of MicroPython 1.26.1 and CPython 3.13.5).
var defaultLimits = limits{
	archiveBytes: 512 << 20,
	streamBytes:  4 << 30,
	entries:      1 << 18,
	treeBytes:    96 << 20, // (7 MB, 38 MB)
	treeFiles:    1 << 14,  // (2,694, 2,106)
	fileBytes:    4 << 20,  // (0.2 MB, 0.5 MB)
}

// stage is a directory that receives the wanted files of a release. It does not rely on names being
// harmless: whatever an entry is called, nothing is written outside.
type stage struct {
	release release
	limits  limits
	root    *os.Root
	seen    map[string]string // entry, by its name in lower case
	bytes   int64
}

// fill makes the directory dir and puts the wanted files of what lies at path into it: a directory, or
// a .tar.xz or .tar.gz archive.
func fill(ctx context.Context, dir, path string, r release, lim limits, report progress.Reporter) (err error) {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("opening the source: %w", err)
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return fmt.Errorf("making a folder for the tree: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("opening the folder for the tree: %w", err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	s := &stage{release: r, limits: lim, root: root, seen: map[string]string{}}
	switch {
	case info.IsDir():
		err = s.copyDir(ctx, path)
	case info.Mode().IsRegular():
		err = s.unpack(ctx, path, report)
	default:
		err = fmt.Errorf("opening %s: expected a directory or an archive, found mode %v", path, info.Mode().Type())
	}
	if err == nil && s.seen[strings.ToLower(r.project.landmark)] == "" {
		err = fmt.Errorf("expected a %s release with %s below its top folder, %w", r.project.name, r.project.landmark, ErrNoTree)
	}
	return err
}

// add writes one wanted file.
func (s *stage) add(name string, size int64, content io.Reader) error {
	if err := s.admit(name, size); err != nil {
		return err
	}
	if err := s.root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return fmt.Errorf("making a folder for %s: %w", name, err)
	}
	f, err := s.root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("making a file: %w", err)
	}
	n, err := io.Copy(f, io.LimitReader(content, size))
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if n < size {
		return fmt.Errorf("writing %s: %w", name, io.ErrUnexpectedEOF)
	}
	return nil
}

// admit counts a wanted file and decides whether it may be written.
func (s *stage) admit(name string, size int64) error {
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\:\n") {
		return &EntryError{name, "expected a plain relative path with forward slashes"}
	}
	// In lower case, since two names that differ in case alone are one file on Windows and macOS.
	folded := strings.ToLower(name)
	if other, dup := s.seen[folded]; dup {
		return &EntryError{name, fmt.Sprintf("expected each name once, found %q before", other)}
	}
	s.seen[folded] = name
	s.bytes += size
	switch {
	case size > s.limits.fileBytes:
		return &EntryError{name, fmt.Sprintf("expected at most %d bytes in a file, found %d", s.limits.fileBytes, size)}
	case s.bytes > s.limits.treeBytes:
		return &EntryError{name, fmt.Sprintf("expected at most %d bytes in all files, found more", s.limits.treeBytes)}
	case len(s.seen) > s.limits.treeFiles:
		return &EntryError{name, fmt.Sprintf("expected at most %d files, found more", s.limits.treeFiles)}
	}
	return nil
}

// copyDir adds the wanted files of a directory on disk.
func (s *stage) copyDir(ctx context.Context, dir string) error {
	tree := os.DirFS(dir)
	files, err := s.release.list(tree)
	if err != nil {
		return err
	}
	for _, name := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.copyFile(tree, name); err != nil {
			return err
		}
	}
	return nil
}

func (s *stage) copyFile(tree fs.FS, name string) error {
	f, err := tree.Open(name)
	if err != nil {
		return fmt.Errorf("opening a file of the source: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("opening a file of the source: %w", err)
	}
	return s.add(name, info.Size(), f)
}
