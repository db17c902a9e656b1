package playground

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write writes the site into a folder, which is made, or replaced if a site was written there before. It is
// written beside that folder and renamed, so that nobody ever sees a half of it. A folder with anything else in
// it is left alone.
func (s *Site) Write(dir string) (err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return fmt.Errorf("writing the site: %w", err)
	}
	if err := CheckFolder(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return fmt.Errorf("writing the site: %w; choose a folder that can be written to", err)
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-")
	if err != nil {
		return fmt.Errorf("writing the site: %w; choose a folder that can be written to", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	fresh := filepath.Join(temp, "new")
	for _, file := range s.Files {
		if err := file.write(fresh); err != nil {
			return fmt.Errorf("writing the site: %w", err)
		}
	}
	if err := os.Rename(dir, filepath.Join(temp, "old")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("moving the former site away: %w", err)
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(fmt.Errorf("moving the site into place: %w", err), restore(filepath.Join(temp, "old"), dir))
	}
	return nil
}

// restore moves the former site back, if there was one.
func restore(old, dir string) error {
	if err := os.Rename(old, dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("moving the former site back: %w", err)
	}
	return nil
}

// CheckFolder tells whether [Site.Write] would write into a folder: it must not be there yet, or be empty, or
// hold a former site and nothing else.
func CheckFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("writing the site: %w; expected a folder", err)
	case len(entries) == 0:
		return nil
	}
	ours, err := formerFiles(dir)
	if err != nil {
		return fmt.Errorf("writing the site: %s is not empty and holds no site of ours (%w); choose another folder, or empty it", dir, err)
	}
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err == nil && !ours[filepath.ToSlash(rel)] {
			err = fmt.Errorf("writing the site: %s is none of the former site's files, and would be lost; move it away, or choose another folder", name)
		}
		return err
	})
}

// formerFiles lists the files of a site in a folder, by its description.
func formerFiles(dir string) (map[string]bool, error) {
	data, err := os.ReadFile(filepath.Join(dir, DescriptionName))
	if err != nil {
		return nil, err
	}
	var former description
	if err := json.Unmarshal(data, &former); err != nil {
		return nil, fmt.Errorf("decoding %s: %w", DescriptionName, err)
	}
	if former.Format != descriptionFormat {
		return nil, fmt.Errorf("%s has format %d, expected %d", DescriptionName, former.Format, descriptionFormat)
	}
	files := map[string]bool{DescriptionName: true}
	for _, file := range former.Files {
		files[file.Path], files[file.Path+".gz"], files[file.Path+".br"] = true, true, true
	}
	return files, nil
}

// write writes a file and its compressed forms.
func (f File) write(root string) error {
	name := filepath.Join(root, filepath.FromSlash(f.Path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	for suffix, data := range map[string][]byte{"": f.Data, ".gz": f.Gzip, ".br": f.Brotli} {
		if suffix != "" && data == nil {
			continue
		}
		if err := os.WriteFile(name+suffix, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
