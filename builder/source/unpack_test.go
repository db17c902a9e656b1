package source

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// fillTiny unpacks or copies path as the tiny release, and returns the folder.
func fillTiny(t *testing.T, path string, lim limits) (string, error) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "tree")
	return dir, fill(t.Context(), dir, path, tiny(), lim, progress.Discard)
}

// treeFiles returns all files below a directory.
func treeFiles(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		body, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(body)
		return err
	})
	check(t, err)
	return files
}

func TestFillKeepsWantedFilesOnly(t *testing.T) {
	plain := tarOf(t, tinyEntries("micropython-9.8.7")...)
	for name, path := range map[string]string{
		"tar.gz":    tempFile(t, gzipped(t, plain)),
		"tar.xz":    tempFile(t, xzipped(t, plain)),
		"dot slash": tempFile(t, gzipped(t, tarOf(t, append([]entry{{name: "./", kind: tar.TypeDir}}, tinyEntries("./m")...)...))),
		"directory": tempTree(t, tinyFiles, tinyExtras),
	} {
		t.Run(name, func(t *testing.T) {
			dir, err := fillTiny(t, path, defaultLimits)
			check(t, err)
			check(t, tiny().verify(dir))
			found := treeFiles(t, dir)
			for name, body := range tinyFiles {
				if got, ok := found[name]; !ok || got != body {
					t.Errorf("%s: found %q, expected %q", name, got, body)
				}
			}
			if len(found) != len(tinyFiles) {
				t.Errorf("found %d files, expected %d: %v", len(found), len(tinyFiles), found)
			}
		})
	}
}

// hostile are entries that must not be unpacked; each follows an honest archive.
var hostile = map[string]struct {
	entries []entry
	problem string // part of the error
}{
	"absolute":             {[]entry{{name: "/m/py/x.c"}}, "absolute"},
	"parent":               {[]entry{{name: "m/../../py/x.c"}}, "leads out"},
	"parent inside":        {[]entry{{name: "m/py/../../../x.c"}}, "leads out"},
	"parent at the end":    {[]entry{{name: "m/py/..", kind: tar.TypeDir}}, "leads out"},
	"parent, backslashes":  {[]entry{{name: `m/py/..\..\..\x.c`}}, "leads out"},
	"unwanted parent":      {[]entry{{name: "../elsewhere"}}, "leads out"},
	"backslash":            {[]entry{{name: `m/py/a\b.c`}}, "forward slashes"},
	"drive":                {[]entry{{name: "m/py/c:x.c"}}, "plain relative path"},
	"line feed":            {[]entry{{name: "m/py/a\nb.c"}}, "plain relative path"},
	"second top folder":    {[]entry{{name: "n/py/x.c"}}, "one top folder"},
	"link to a file":       {[]entry{{name: "m/py/x.c", kind: tar.TypeSymlink, link: "gc.c"}}, "link"},
	"link out":             {[]entry{{name: "m/py/x.c", kind: tar.TypeSymlink, link: "/etc/passwd"}}, "link"},
	"hard link":            {[]entry{{name: "m/py/x.c", kind: tar.TypeLink, link: "m/py/gc.c"}}, "link"},
	"link for a part":      {[]entry{{name: "m/mpy-cross", kind: tar.TypeSymlink, link: ".."}, {name: "m/mpy-cross/x.c"}}, "link"},
	"link above a part":    {[]entry{{name: "m/lib", kind: tar.TypeSymlink, link: "/tmp"}}, "link"},
	"pipe":                 {[]entry{{name: "m/py/x.c", kind: tar.TypeFifo}}, "type"},
	"device":               {[]entry{{name: "m/docs/x", kind: tar.TypeChar}}, "type"},
	"twice":                {[]entry{{name: "m/py/gc.c"}}, "once"},
	"twice, other case":    {[]entry{{name: "m/py/GC.c"}}, "once"},
	"twice, other writing": {[]entry{{name: "m/./py//gc.c"}}, "once"},
	"file for a folder":    {[]entry{{name: "m/py/sub"}}, "making a file"},
	"folder for a file":    {[]entry{{name: "m/py/gc.c/x.c"}}, "making a folder"},
	"the top as a file":    {[]entry{{name: "m/py"}}, "making a file"},
}

func TestHostileEntries(t *testing.T) {
	for name, test := range hostile {
		t.Run(name, func(t *testing.T) {
			archive := gzipped(t, tarOf(t, append(tinyEntries("m"), test.entries...)...))
			dir, err := fillTiny(t, tempFile(t, archive), defaultLimits)
			if err == nil || !strings.Contains(err.Error(), test.problem) {
				t.Errorf("got %v, expected an error with %q", err, test.problem)
			}
			around, err := os.ReadDir(filepath.Dir(dir))
			check(t, err)
			if len(around) != 1 {
				t.Errorf("found %v, expected only the tree", around)
			}
		})
	}
}

func TestUnwantedLinksArePassedOver(t *testing.T) {
	entries := append(tinyEntries("m"),
		entry{name: "m/lib/other/link", kind: tar.TypeSymlink, link: "/etc"},
		entry{name: "m/lib/other/hard", kind: tar.TypeLink, link: "m/lib/other/o.c"})
	dir, err := fillTiny(t, tempFile(t, gzipped(t, tarOf(t, entries...))), defaultLimits)
	check(t, err)
	check(t, tiny().verify(dir))
}

func TestTruncatedArchive(t *testing.T) {
	plain := tarOf(t, tinyEntries("m")...)
	for name, whole := range map[string][]byte{"gz": gzipped(t, plain), "xz": xzipped(t, plain)} {
		for n := range whole {
			if n%7 != 0 && n < len(whole)-64 {
				continue // every length near the end, where checksums and indexes lie
			}
			_, err := fillTiny(t, tempFile(t, whole[:n]), defaultLimits)
			if err == nil {
				t.Fatalf("%s: %d of %d bytes were unpacked without an error", name, n, len(whole))
			}
			// Before the headers are whole, the complaint is about them.
			if n > len(whole)/2 && !strings.Contains(err.Error(), "truncated") {
				t.Fatalf("%s: %d of %d bytes: got %v, expected to hear of truncation", name, n, len(whole), err)
			}
		}
	}
}

func TestDamagedArchive(t *testing.T) {
	whole := tinyArchive(t)
	whole[len(whole)-6] ^= 1 // the checksum of RFC 1952
	if _, err := fillTiny(t, tempFile(t, whole), defaultLimits); err == nil {
		t.Error("a wrong checksum was not noticed")
	}
}

func TestNotAnArchive(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty": nil,
		"html":  []byte("<html>log in to the network</html>"),
		"zip":   []byte("PK\x03\x04........"),
		"tar":   tarOf(t, tinyEntries("m")...),
	} {
		_, err := fillTiny(t, tempFile(t, data), defaultLimits)
		if err == nil || !strings.Contains(err.Error(), "expected .tar.xz or .tar.gz") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestNoTree(t *testing.T) {
	for name, path := range map[string]string{
		"archive":           tempFile(t, gzipped(t, tarOf(t, entry{name: "m/README.md", body: "x"}))),
		"empty archive":     tempFile(t, gzipped(t, tarOf(t))),
		"without a top":     tempFile(t, gzipped(t, tarOf(t, entry{name: micropython.landmark, body: "x"}))),
		"directory":         tempTree(t, map[string]string{"README.md": "x"}),
		"directory too far": filepath.Dir(tempTree(t, tinyFiles)),
	} {
		if _, err := fillTiny(t, path, defaultLimits); !errors.Is(err, ErrNoTree) {
			t.Errorf("%s: got %v, expected ErrNoTree", name, err)
		}
	}
}

// TestLimits finds each limit that just lets the tiny release through, and lowers it by one.
func TestLimits(t *testing.T) {
	plain := tarOf(t, tinyEntries("m")...)
	archive := gzipped(t, plain)
	var tree, longest int
	for _, body := range tinyFiles {
		tree += len(body)
		longest = max(longest, len(body))
	}
	enough := limits{
		archiveBytes: int64(len(archive)),
		streamBytes:  int64(len(plain)),
		entries:      len(tinyEntries("m")),
		treeBytes:    int64(tree),
		treeFiles:    len(tinyFiles),
		fileBytes:    int64(longest),
	}
	path := tempFile(t, archive)
	if _, err := fillTiny(t, path, enough); err != nil {
		t.Fatalf("just enough: %v", err)
	}
	for name, lower := range map[string]func(*limits){
		"archiveBytes": func(l *limits) { l.archiveBytes-- },
		"streamBytes":  func(l *limits) { l.streamBytes-- },
		"entries":      func(l *limits) { l.entries-- },
		"treeBytes":    func(l *limits) { l.treeBytes-- },
		"treeFiles":    func(l *limits) { l.treeFiles-- },
		"fileBytes":    func(l *limits) { l.fileBytes-- },
	} {
		lowered := enough
		lower(&lowered)
		if _, err := fillTiny(t, path, lowered); err == nil || !strings.Contains(err.Error(), "expected") {
			t.Errorf("%s one lower: got %v, expected a refusal", name, err)
		}
	}
}

// TestDecompressionBomb checks that a small archive is not unpacked without end.
func TestDecompressionBomb(t *testing.T) {
	entries := append(tinyEntries("m"), entry{name: "m/docs/zeros", body: strings.Repeat("\x00", 1<<20)})
	lim := defaultLimits
	lim.streamBytes = 1 << 19
	_, err := fillTiny(t, tempFile(t, gzipped(t, tarOf(t, entries...))), lim)
	if !errors.Is(err, errStreamTooLong) {
		t.Errorf("got %v, expected errStreamTooLong", err)
	}
}

func TestFillEndsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, path := range []string{tempFile(t, tinyArchive(t)), tempTree(t, tinyFiles)} {
		err := fill(ctx, filepath.Join(t.TempDir(), "tree"), path, tiny(), defaultLimits, progress.Discard)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, expected context.Canceled", err)
		}
	}
}

func TestLinkInDirectory(t *testing.T) {
	link := &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("gc.c")}
	tree := fstest.MapFS{micropython.landmark: {}, "py/gc.c": {}, "py/link.c": link, "docs/link": link}
	_, err := tiny().list(tree)
	var refused *EntryError
	if !errors.As(err, &refused) || refused.Name != "py/link.c" {
		t.Errorf("got %v, expected an EntryError for py/link.c", err)
	}
}

// FuzzUnpack feeds tar streams to the part of the unpacker that is ours. Whatever comes, only wanted
// files appear, below the tree and within the limits.
func FuzzUnpack(f *testing.F) {
	f.Add(tarOf(f, tinyEntries("m")...))
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		f.Add(tarOf(f, append([]entry{{name: "m/py/gc.c", body: "x"}}, hostile[name].entries...)...))
	}
	lim := limits{entries: 64, treeBytes: 1 << 12, treeFiles: 8, fileBytes: 1 << 10}
	f.Fuzz(func(t *testing.T, stream []byte) {
		outer := t.TempDir()
		dir := filepath.Join(outer, "tree")
		check(t, os.Mkdir(dir, 0o755))
		root, err := os.OpenRoot(dir)
		check(t, err)
		defer root.Close()
		r := tiny()
		s := &stage{release: r, limits: lim, root: root, seen: map[string]string{}}
		unpackErr := s.untar(bytes.NewReader(stream))
		files := treeFiles(t, outer)
		if len(files) > lim.treeFiles {
			t.Errorf("%d files were written", len(files))
		}
		for name, body := range files {
			inner, ok := strings.CutPrefix(name, "tree/")
			if !ok || !r.wanted(inner) || len(body) > int(lim.fileBytes) {
				t.Errorf("%q with %d bytes was written", name, len(body))
			}
		}
		if unpackErr == nil && len(files) != len(s.seen) {
			t.Errorf("%d files were written, %d accepted", len(files), len(s.seen))
		}
	})
}

func TestBoundAllowsExactly(t *testing.T) {
	for left, want := range map[int64]error{4: errStreamTooLong, 5: nil, 6: nil} {
		_, err := io.ReadAll(&bound{from: strings.NewReader("12345"), left: left})
		if !errors.Is(err, want) {
			t.Errorf("a bound of %d for 5 bytes: got %v, expected %v", left, err, want)
		}
	}
}

func TestEntryErrorNamesEntry(t *testing.T) {
	got := fmt.Sprint(&EntryError{"a\x00b", "expected c"})
	if want := `reading entry "a\x00b": expected c`; got != want {
		t.Errorf("got %s, expected %s", got, want)
	}
}
