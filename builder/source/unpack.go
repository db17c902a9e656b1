package source

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/ulikunitz/xz"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// Magic numbers: RFC 1952, section 2.3.1; the .xz file format 1.2.1, sections 2.1.1.1 and 2.1.2.4.
var (
	gzipMagic     = []byte{0x1f, 0x8b}
	xzMagic       = []byte{0xfd, '7', 'z', 'X', 'Z', 0}
	xzFooterMagic = []byte("YZ")
)

// unpack adds the wanted files of an archive on disk, and checks that the archive is complete.
func (s *stage) unpack(ctx context.Context, name string, report progress.Reporter) (err error) {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("opening the archive: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("opening the archive: %w", err)
	}
	if info.Size() > s.limits.archiveBytes {
		return fmt.Errorf("unpacking %s: expected at most %d bytes, found %d", name, s.limits.archiveBytes, info.Size())
	}
	task := report.Start("unpacking "+s.release.String(), info.Size(), progress.Bytes)
	defer func() { task.End(err) }()
	plain, err := decompress(&meter{ctx: ctx, from: f, task: task})
	if err != nil {
		return err
	}
	bounded := &bound{from: plain, left: s.limits.streamBytes}
	err = s.untar(bounded)
	if err == nil {
		// What follows the last entry holds the checksums; a truncated archive ends before them.
		_, err = io.Copy(io.Discard, bounded)
	}
	if err == nil {
		err = checkXZEnd(f, info.Size())
	}
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("unpacking %s: expected a whole archive, found a truncated one: %w", name, err)
	case err != nil:
		return fmt.Errorf("unpacking %s: %w", name, err)
	}
	return nil
}

// decompress tells the two formats apart by their first bytes, whatever the file is called.
func decompress(from io.Reader) (io.Reader, error) {
	buffered := bufio.NewReaderSize(from, 1<<16)
	head, err := buffered.Peek(xzHeadBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("reading the archive: %w", err)
	}
	var plain io.Reader
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		plain, err = gzip.NewReader(buffered)
	case bytes.HasPrefix(head, xzMagic):
		if err := checkXZDictionary(head); err != nil {
			return nil, err
		}
		plain, err = xz.NewReader(buffered)
	default:
		return nil, fmt.Errorf("reading the archive: expected .tar.xz or .tar.gz, found a file that starts with %q",
			head[:min(len(head), 8)])
	}
	if err != nil {
		return nil, fmt.Errorf("reading the archive's header: %w", err)
	}
	return plain, nil
}

// untar adds the wanted files of a tar stream.
func (s *stage) untar(from io.Reader) error {
	archive := tar.NewReader(from)
	top := ""
	for n := 1; ; n++ {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		// A name that Go finds insecure is for place to judge, with a better message.
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return fmt.Errorf("reading entry %d: %w", n, err)
		}
		if n > s.limits.entries {
			return &EntryError{header.Name, fmt.Sprintf("expected at most %d entries, found more", s.limits.entries)}
		}
		if header.Typeflag == tar.TypeXGlobalHeader {
			continue // git writes the commit there
		}
		name, err := place(header, &top)
		if err != nil {
			return err
		}
		if err := s.addEntry(name, header, archive); err != nil {
			return err
		}
	}
}

// place returns where an entry lies below the archive's one top folder, whose name goes into top:
// "." for the folder itself.
func place(header *tar.Header, top *string) (string, error) {
	name := header.Name
	switch {
	case strings.HasPrefix(name, "/"):
		return "", &EntryError{name, "expected a relative path, found an absolute one"}
	case slices.Contains(strings.FieldsFunc(name, isSlash), ".."):
		return "", &EntryError{name, "expected a path inside the archive, found one that leads out of its folder"}
	}
	first, rest, _ := strings.Cut(path.Clean(name), "/")
	switch {
	case *top == "" && first != ".":
		*top = first
	case first != *top && first != ".":
		return "", &EntryError{name, fmt.Sprintf("expected everything below one top folder, found %q and %q", *top, first)}
	}
	return path.Clean(rest), nil
}

// isSlash knows the separators of all systems, as an archive made on one may be unpacked on another.
func isSlash(r rune) bool { return r == '/' || r == '\\' }

// addEntry adds an entry if it is a wanted file. Links are passed over where nothing is wanted (the
// submodules of a full release archive have some) and refused elsewhere; no source archive holds a
// device.
func (s *stage) addEntry(name string, header *tar.Header, content io.Reader) error {
	switch header.Typeflag {
	case tar.TypeReg, tar.TypeGNUSparse:
		if s.release.wanted(name) {
			return s.add(name, header.Size, content)
		}
	case tar.TypeDir: // made when a file needs it
	case tar.TypeLink, tar.TypeSymlink:
		if s.release.wantedDir(name) {
			return &EntryError{header.Name, fmt.Sprintf("expected files and folders only, found a link to %q", header.Linkname)}
		}
	default:
		return &EntryError{header.Name, fmt.Sprintf("expected files, folders and links only, found type %q", header.Typeflag)}
	}
	return nil
}

// meter counts what is read, and stops when the context ends.
type meter struct {
	ctx  context.Context
	from io.Reader
	task progress.Task
}

func (m *meter) Read(p []byte) (int, error) {
	if err := m.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.from.Read(p)
	m.task.Add(int64(n))
	return n, err
}

// errStreamTooLong says that an archive decompresses to more than any release does.
var errStreamTooLong = errors.New("expected less data in the archive, found more than the limit")

// bound ends with errStreamTooLong after left bytes.
type bound struct {
	from io.Reader
	left int64
}

func (b *bound) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, errStreamTooLong
	}
	return n, err
}
