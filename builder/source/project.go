package source

import (
	"path"
	"regexp"
	"strings"
)

// Project names something that can be fetched.
type Project string

const (
	// MicroPython is what every build compiles.
	MicroPython Project = "MicroPython"
	// CPython is where modules of the library that are frozen as they are come from, and the suite of tests that judges
	// the language.
	CPython Project = "CPython"
)

// Version is the MicroPython release that is built when nothing else is asked for.
const Version = "1.26.1"

// Digest is the digest of the tree of [Version]; the package comment says how to compute it.
const Digest = "h1:zsXVjb+mT0/v0E3CC1QjJAoUZ1p0OqpXAyHARKfttpM="

// CPythonVersion is the CPython release that is used when nothing else is asked for.
const CPythonVersion = "3.13.5"

// CPythonDigest is the digest of the tree of [CPythonVersion].
const CPythonDigest = "h1:AcL2MK8ZV/K/bHQCsXzuRKCj5aMnAM36my14pVk0GsA="

// project says what trees of a project have in common.
type project struct {
	name     string
	slug     string         // in names of folders
	landmark string         // a file that every tree has; it also says which version the tree is
	numbers  *regexp.Regexp // finds the three numbers of the version in it
	leaveOut []string       // folders inside the parts of a release that do not count
	option   string         // of the command line: where the user names a path
}

var micropython = &project{
	name:     string(MicroPython),
	slug:     "micropython",
	landmark: "py/mpconfig.h",
	numbers:  regexp.MustCompile(`(?m)^#define MICROPY_VERSION_(?:MAJOR|MINOR|MICRO) (\d+)`),
	leaveOut: []string{"mpy-cross/build", "tests/results"},
	option:   "--source",
}

var cpython = &project{
	name:     string(CPython),
	slug:     "cpython",
	landmark: "Include/patchlevel.h",
	numbers:  regexp.MustCompile(`(?m)^#define PY_(?:MAJOR|MINOR|MICRO)_VERSION +(\d+)`),
	leaveOut: []string{"Lib/ensurepip", "Lib/idlelib", "Lib/test/wheeldata", "Lib/tkinter", "Lib/turtledemo"},
	option:   "--cpython-source",
}

// incidental tells whether a file or directory is there in some honest copies of a release and not
// in others, or is of no use: the package comment has the reasons.
func (p *project) incidental(name string) bool {
	for _, folder := range p.leaveOut {
		if name == folder || strings.HasPrefix(name, folder+"/") {
			return true
		}
	}
	for elem := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(elem, ".") || elem == "__pycache__" {
			return true
		}
	}
	return path.Ext(name) == ".vcxproj"
}
