package source

import (
	"cmp"
	"encoding/base64"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

func TestWanted(t *testing.T) {
	r := releases[0]
	for name, want := range map[string]bool{
		"LICENSE":                      true,
		"py/gc.c":                      true,
		"tests/basics/0prelim.py":      true,
		"tools/mpy-tool.py":            true,
		"lib/uzlib/tinflate.c":         true,
		"lib/re1.5/re1.5.h":            true,
		"mpy-cross/main.c":             true,
		"mpy-cross/builder.c":          true,
		"README.md":                    false,
		"LICENSE.txt":                  false,
		"python/gc.c":                  false,
		"lib/README.md":                false,
		"lib/tinyusb/x.c":              false,
		"ports/unix/py/gc.c":           false,
		"py/.gitignore":                false,
		"tools/.github/x.py":           false,
		"tools/__pycache__/a.pyc":      false,
		"mpy-cross/build/main.o":       false,
		"mpy-cross/mpy-cross.vcxproj":  false,
		"tests/results/basics_x.py":    false,
		"tests/basics/results/real.py": true,
	} {
		if got := r.wanted(name); got != want {
			t.Errorf("wanted(%q) is %v, expected %v", name, got, want)
		}
	}
}

func TestWantedOfCPython(t *testing.T) {
	r, err := lookup(CPython, "")
	check(t, err)
	for name, want := range map[string]bool{
		"LICENSE":                               true,
		"Lib/textwrap.py":                       true,
		"Lib/test/test_bool.py":                 true,
		"Lib/test/.ruff.toml":                   false,
		"Lib/ensurepip/_bundled/pip.whl":        false,
		"Lib/__pycache__/textwrap.pyc":          false,
		"Include/patchlevel.h":                  true,
		"Include/Python.h":                      false,
		"Objects/dictobject.c":                  false,
		"Lib/test/tkinter/test_not_excluded.py": true,
	} {
		if got := r.wanted(name); got != want {
			t.Errorf("wanted(%q) is %v, expected %v", name, got, want)
		}
	}
}

func TestWantedDirCoversWantedFiles(t *testing.T) {
	r := releases[0]
	for dir, want := range map[string]bool{
		".": true, "py": true, "py/sub": true, "lib": true, "lib/uzlib": true, "tests/basics": true,
		"li": false, "lib/tinyusb": false, "ports": false, ".git": false, "tools/__pycache__": false,
		"mpy-cross/build": false, "tests/results": false,
	} {
		if got := r.wantedDir(dir); got != want {
			t.Errorf("wantedDir(%q) is %v, expected %v", dir, got, want)
		}
	}
}

func TestReleaseTable(t *testing.T) {
	for project, want := range map[Project][2]string{"": {Version, Digest}, MicroPython: {Version, Digest}, CPython: {CPythonVersion, CPythonDigest}} {
		r, err := lookup(cmp.Or(project, MicroPython), "")
		if err != nil || r.version != want[0] || r.digest != want[1] {
			t.Errorf("the default release of %q is %v with %s, expected %s", project, r, r.digest, want)
		}
	}
	for _, r := range releases {
		digests := []string{r.digest}
		for i, p := range r.parts {
			if !fs.ValidPath(p.name) || p.files == 0 || r.part(p.name) != p.name {
				t.Errorf("%s: part %d, %q, is empty, not a clean path or inside another part", r.version, i, p.name)
			}
			digests = append(digests, p.digest)
		}
		for _, digest := range digests {
			sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(digest, "h1:"))
			if err != nil || len(sum) != 32 || !strings.HasPrefix(digest, "h1:") {
				t.Errorf("%s: %q is not an h1 digest", r.version, digest)
			}
		}
		if !r.wanted(r.project.landmark) {
			t.Errorf("%s: %s is not wanted", r.version, r.project.landmark)
		}
		for _, a := range r.archives {
			if !strings.HasPrefix(a.url, "https://") || !strings.Contains(a.url, r.version) {
				t.Errorf("%s: %s is not an https address of that version", r.version, a.url)
			}
		}
	}
}

func TestUnknownVersion(t *testing.T) {
	_, err := Fetch(t.Context(), Config{Version: "1.2.3", CacheDir: t.TempDir()})
	var unknown *UnknownVersionError
	if !errors.As(err, &unknown) || unknown.Version != "1.2.3" || !slices.Contains(unknown.Known, Version) {
		t.Errorf("got %v, expected an UnknownVersionError that knows %s", err, Version)
	}
}
