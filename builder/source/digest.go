package source

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/dirhash"
)

// maxLandmarkBytes bounds what is read of a landmark for an error message; MicroPython's has 80 KB.
const maxLandmarkBytes = 1 << 20

// verify checks that the wanted files of the tree in dir are those of the release: a [*DigestError]
// if they are not, [fs.ErrNotExist] if there is no dir.
func (r release) verify(dir string) error {
	tree := os.DirFS(dir)
	files, err := r.list(tree)
	if err != nil {
		return err
	}
	got, err := hash(tree, files)
	if err != nil {
		return err
	}
	if got == r.digest {
		return nil
	}
	what := fmt.Sprintf("%v in %s", r, dir)
	return &DigestError{What: what, Want: r.digest, Got: got, Details: r.compare(tree, files)}
}

// list returns the names of the wanted files. Anything else than a file or a directory among them is
// an [*EntryError].
func (r release) list(tree fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && !r.wantedDir(name):
			return fs.SkipDir
		case entry.IsDir() || !r.wanted(name):
			return nil
		case !entry.Type().IsRegular():
			return &EntryError{name, fmt.Sprintf("expected a file, found mode %v", entry.Type())}
		}
		files = append(files, name)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("listing the tree: %w", err)
	}
	return files, nil
}

// hash returns the "h1:" digest of some files of a tree.
func hash(tree fs.FS, files []string) (string, error) {
	digest, err := dirhash.Hash1(files, func(name string) (io.ReadCloser, error) { return tree.Open(name) })
	if err != nil {
		return "", fmt.Errorf("hashing the tree: %w", err)
	}
	return digest, nil
}

// compare says in which parts, and if possible why, a tree differs from the release.
func (r release) compare(tree fs.FS, files []string) []string {
	var details []string
	if found := r.project.treeVersion(tree); found != "" && found != r.version {
		details = append(details, "it is "+r.project.name+" "+found)
	}
	if head, err := readHead(tree, r.project.landmark); err == nil && bytes.Contains(head, []byte("\r\n")) {
		details = append(details, "its lines end in CR LF: check it out with core.autocrlf=false")
	}
	byPart := map[string][]string{}
	for _, name := range files {
		part := r.part(name)
		byPart[part] = append(byPart[part], name)
	}
	for _, p := range r.parts {
		found := byPart[p.name]
		digest, err := hash(tree, found)
		switch {
		case err != nil:
			details = append(details, fmt.Sprintf("%s cannot be read: %v", p.name, err))
		case len(found) != p.files:
			details = append(details, fmt.Sprintf("%s has %d files, expected %d", p.name, len(found), p.files))
		case digest != p.digest:
			details = append(details, p.name+" has other content")
		}
	}
	return details
}

// treeVersion returns the version that a tree says it is, "" if it does not say.
func (p *project) treeVersion(tree fs.FS) string {
	head, err := readHead(tree, p.landmark)
	if err != nil {
		return ""
	}
	var numbers []string
	for _, match := range p.numbers.FindAllSubmatch(head, -1) {
		numbers = append(numbers, string(match[1]))
	}
	return strings.Join(numbers, ".")
}

// readHead reads the first part of a file.
func readHead(tree fs.FS, name string) ([]byte, error) {
	f, err := tree.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxLandmarkBytes))
}
