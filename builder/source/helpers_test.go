package source

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/ulikunitz/xz"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// tinyFiles are the wanted files of a release small enough to read in a test.
var tinyFiles = map[string]string{
	"LICENSE":       "The MIT License\n",
	"py/mpconfig.h": "#define MICROPY_VERSION_MAJOR 9\n#define MICROPY_VERSION_MINOR 8\n#define MICROPY_VERSION_MICRO 7\n",
	"py/gc.c":       "int gc;\n",
	"py/sub/deep.h": "int deep;\n",
	"lib/uz/uz.c":   "",
}

// tinyExtras lie in the same archives and are not wanted.
var tinyExtras = map[string]string{
	"README.md":              "read me\n",
	"py/.gitattributes":      "* text\n",
	"py/__pycache__/x.pyc":   "\x00",
	"lib/other/o.c":          "int o;\n",
	"mpy-cross/build/x.o":    "\x00",
	"mpy-cross/main.vcxproj": "\r\n",
	"pyx/not-py.c":           "int no;\n",
}

// tiny is a release with the tinyFiles, version 9.8.7.
func tiny() release {
	tree := fstest.MapFS{}
	for name, body := range tinyFiles {
		tree[name] = &fstest.MapFile{Data: []byte(body)}
	}
	digest := func(names ...string) string {
		sum, err := hash(tree, names)
		if err != nil {
			panic(err)
		}
		return sum
	}
	return release{
		project: micropython,
		version: "9.8.7",
		digest:  digest("LICENSE", "py/mpconfig.h", "py/gc.c", "py/sub/deep.h", "lib/uz/uz.c"),
		parts: []part{
			{"LICENSE", 1, digest("LICENSE")},
			{"py", 3, digest("py/mpconfig.h", "py/gc.c", "py/sub/deep.h")},
			{"lib/uz", 1, digest("lib/uz/uz.c")},
			{"mpy-cross", 0, digest()},
		},
		archives: []remote{{url: "https://upstream.invalid/9.8.7.tar.gz"}},
		debian:   debianPackage{name: "micropython", version: "9.8.7+ds", revision: "1", suite: "sid"},
	}
}

// entry is one entry of an archive made for a test: a file unless kind says otherwise.
type entry struct {
	name, body string
	kind       byte
	link       string
}

// tarOf makes a tar stream.
func tarOf(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, e := range entries {
		header := &tar.Header{Name: e.name, Typeflag: e.kind, Linkname: e.link, Mode: 0o644, Format: tar.FormatPAX}
		switch e.kind {
		case 0, tar.TypeReg:
			header.Typeflag, header.Size = tar.TypeReg, int64(len(e.body))
		case tar.TypeXGlobalHeader:
			header = &tar.Header{Typeflag: e.kind, PAXRecords: map[string]string{"comment": "a commit"}}
		}
		check(t, w.WriteHeader(header))
		_, err := w.Write([]byte(e.body))
		check(t, err)
	}
	check(t, w.Close())
	return out.Bytes()
}

// tinyEntries are the files of the tiny release and its extras below a top folder.
func tinyEntries(top string) []entry {
	entries := []entry{{kind: tar.TypeXGlobalHeader}, {name: top + "/", kind: tar.TypeDir}}
	for _, files := range []map[string]string{tinyExtras, tinyFiles} {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			entries = append(entries, entry{name: top + "/" + name, body: files[name]})
		}
	}
	return entries
}

func gzipped(t testing.TB, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(data)
	check(t, err)
	check(t, w.Close())
	return out.Bytes()
}

func xzipped(t testing.TB, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := xz.NewWriter(&out)
	check(t, err)
	_, err = w.Write(data)
	check(t, err)
	check(t, w.Close())
	return out.Bytes()
}

// tinyArchive is the tiny release as upstream would pack it.
func tinyArchive(t testing.TB) []byte {
	t.Helper()
	return gzipped(t, tarOf(t, tinyEntries("micropython-9.8.7")...))
}

// tempFile writes a file of its own.
func tempFile(t testing.TB, data []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "archive")
	check(t, os.WriteFile(name, data, 0o644))
	return name
}

// tempTree writes files below a directory of their own.
func tempTree(t testing.TB, files ...map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for _, some := range files {
		for name, body := range some {
			path := filepath.Join(dir, filepath.FromSlash(name))
			check(t, os.MkdirAll(filepath.Dir(path), 0o755))
			check(t, os.WriteFile(path, []byte(body), 0o644))
		}
	}
	return dir
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// provider is a Provider made of a function.
type provider struct {
	name   string
	obtain func(ctx context.Context, scratch string) (string, error)
}

func (p provider) Name() string { return p.name }

func (p provider) Obtain(ctx context.Context, scratch string, _ progress.Reporter) (string, error) {
	return p.obtain(ctx, scratch)
}

// delivers is a provider that has the file or directory at path.
func delivers(name, path string) provider {
	return provider{name, func(context.Context, string) (string, error) { return path, nil }}
}

// fails is a provider that has nothing.
func fails(name string, err error) provider {
	return provider{name, func(context.Context, string) (string, error) { return "", err }}
}

// leftovers lists the temporary folders in a cache.
func leftovers(t *testing.T, cacheDir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(cacheDir, "source", tempPrefix+"*"))
	check(t, err)
	return found
}
