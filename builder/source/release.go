package source

import (
	"fmt"
	"path"
	"strings"
)

// Version is the MicroPython release that is built when nothing else is asked for.
const Version = "1.26.1"

// Digest is the digest of the tree of [Version]; the package comment says how to compute it.
const Digest = "h1:zsXVjb+mT0/v0E3CC1QjJAoUZ1p0OqpXAyHARKfttpM="

// release says what a release must look like, and where it can be had.
type release struct {
	version  string
	digest   string   // of all wanted files
	parts    []part   // cover the wanted files without overlap
	archives []remote // in the order in which to try them
	debian   debianPackage
}

// part is one file or folder of a release. Its digest is not needed for trust; it lets an error name
// the folder that differs.
type part struct {
	name   string
	files  int
	digest string
}

// remote is the address of an archive.
type remote struct {
	url    string
	sha256 string // of the archive, hex; "" if the host does not promise stable bytes
}

// debianPackage names a source package. Any revision of the version will do, since they share one
// upstream archive.
type debianPackage struct {
	name     string
	version  string // of the upstream archive, as Debian writes it
	revision string // the revision known to work
}

// releases are the known ones. To add one: unpack it, run the command in the package comment for the
// whole and for each part, and compare two providers.
var releases = []release{{
	version: Version,
	digest:  Digest,
	parts: []part{
		{"LICENSE", 1, "h1:cOUyouCKF6Fkug5fSYG336SFgUx6gDoTuF4QAlT8CrY="},
		{"py", 208, "h1:qnGoYPF+QCbU86d7Es5nDS0RiOtakdG5EhwI8tcwnPw="},
		{"extmod", 136, "h1:pFYfRY/LKO5bIiDhlFuhD2/wiw28xAaAmwYHm58ldEM="},
		{"shared", 48, "h1:OlW9V739OHnED13bqFBuHQgO7te7+Tvq5M5FTymxGlk="},
		{"tests", 2129, "h1:mwDGeSqdr2biMwsfI+V0Cb3XSmb1R/603zw1zGx9y4k="},
		{"tools", 63, "h1:ERDgJ3f6aphKKhc6Y+EnDyvflVHnRSvEGV+yPvBkEZA="},
		{"mpy-cross", 9, "h1:L9dkXNsxJwHQKef4+lwzQseC/NDWSEMkVIcO8G+4Xuk="},
		{"lib/littlefs", 9, "h1:s78qAR/3FGx3VfO3bRcGWLDWdB2HIn7eddi1y3RXCr4="},
		{"lib/re1.5", 5, "h1:1CV6GllUgMrmJWnPvr0J4io5R/vtLM96zDeOD2Igm5M="},
		{"lib/uzlib", 8, "h1:6+pnpfLZIdrs1FPp6RGN0sH2OjYBs5kOgvlPMymGKMU="},
		{"lib/libm", 30, "h1:rFvqXRpVFVGNfnMf/t1Kwga7DBS7U4eVPbJFfs0Vy8g="},
		{"lib/libm_dbl", 46, "h1:dLfWA/SedYcCY2XLDZyWFl//xeMQgtAY2MWZtgZQruA="},
		{"lib/crypto-algorithms", 2, "h1:FO0ir2Oi6sgNEBV0J2DkJ5eq6kcCUrRLRaaiAVRpe74="},
	},
	archives: []remote{
		{url: "https://github.com/micropython/micropython/archive/refs/tags/v1.26.1.tar.gz"},
		{
			url: "https://micropython.org/resources/source/micropython-1.26.1.tar.xz",
			// As in Homebrew's formula for this release; the site and GitHub offer the same file.
			sha256: "12be6514df6272c0fcb328122b534af6b12abdd52435c19f40ee1707cc43ac98",
		},
	},
	debian: debianPackage{name: "micropython", version: "1.26.1+ds", revision: "1"},
}}

// UnknownVersionError says that no digest is known for a version of MicroPython.
type UnknownVersionError struct {
	Version string   // as asked for
	Known   []string // what could be asked for
}

func (e *UnknownVersionError) Error() string {
	return fmt.Sprintf("looking up MicroPython %s: expected a version with a known digest (%s)",
		e.Version, strings.Join(e.Known, ", "))
}

// lookup finds a release by its version.
func lookup(version string) (release, error) {
	unknown := &UnknownVersionError{Version: version}
	for _, r := range releases {
		if r.version == version {
			return r, nil
		}
		unknown.Known = append(unknown.Known, r.version)
	}
	return release{}, unknown
}

// wanted tells whether a build uses the file called name, a clean slash-separated path below the
// root of a release.
func (r release) wanted(name string) bool {
	return r.part(name) != "" && !incidental(name)
}

// wantedDir tells whether a directory may hold wanted files.
func (r release) wantedDir(name string) bool {
	if name == "." {
		return true
	}
	if incidental(name) {
		return false
	}
	for _, p := range r.parts {
		if strings.HasPrefix(p.name, name+"/") {
			return true
		}
	}
	return r.part(name) != ""
}

// part returns the name of the part that holds a file or directory, "" if none does.
func (r release) part(name string) string {
	for _, p := range r.parts {
		if name == p.name || strings.HasPrefix(name, p.name+"/") {
			return p.name
		}
	}
	return ""
}

// incidental tells whether a file or directory is there in some honest copies of a release and not
// in others: the package comment has the reasons.
func incidental(name string) bool {
	if name == "mpy-cross/build" || name == "tests/results" {
		return true
	}
	if strings.HasPrefix(name, "mpy-cross/build/") || strings.HasPrefix(name, "tests/results/") {
		return true
	}
	for elem := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(elem, ".") || elem == "__pycache__" {
			return true
		}
	}
	return path.Ext(name) == ".vcxproj"
}
