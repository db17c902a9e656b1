package source

import (
	"fmt"
	"strings"
)

// release says what a release must look like, and where it can be had.
type release struct {
	project  *project
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
	suite    string // that carries the version; the others have older or newer ones
}

// releases are the known ones. To add one: unpack it, run the command in the package comment for the
// whole and for each part, and compare two providers.
var releases = []release{{
	project: micropython,
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
	debian: debianPackage{name: "micropython", version: "1.26.1+ds", revision: "1", suite: "sid"},
}, {
	project: cpython,
	version: CPythonVersion,
	digest:  CPythonDigest,
	parts: []part{
		{"LICENSE", 1, "h1:Im5JU1lVmVhjgNcfRXTpzMPgt/zR9tDY7JlCOI+4YGI="},
		{"Include/patchlevel.h", 1, "h1:ZLuG8yX2cBPURfl4/LtR3/tTYE2RMd2lYbY4wV4rV7E="},
		{"Lib", 2104, "h1:ze53Y4K5BWK6MqjmFP8gfHxyeed0cAwS6P3HRS4yEyA="},
	},
	archives: []remote{{
		url: "https://www.python.org/ftp/python/3.13.5/Python-3.13.5.tar.xz",
		// Of the site's file, which Debian's archive is to the byte.
		sha256: "93e583f243454e6e9e4588ca2c2662206ad961659863277afcdb96801647d640",
	}},
	debian: debianPackage{name: "python3.13", version: "3.13.5", revision: "2", suite: "trixie"},
}}

// UnknownVersionError says that no digest is known for a version of a project.
type UnknownVersionError struct {
	Project Project
	Version string   // as asked for
	Known   []string // what could be asked for
}

func (e *UnknownVersionError) Error() string {
	return fmt.Sprintf("looking up %s %s: expected a version with a known digest (%s)",
		e.Project, e.Version, strings.Join(e.Known, ", "))
}

// String names the release, for messages.
func (r release) String() string { return r.project.name + " " + r.version }

// lookup finds a release by its version; "" is the one of the project that is used when nothing else is asked for.
func lookup(project Project, version string) (release, error) {
	unknown := &UnknownVersionError{Project: project, Version: version}
	for _, r := range releases {
		if Project(r.project.name) != project {
			continue
		}
		if r.version == version || version == "" {
			return r, nil
		}
		unknown.Known = append(unknown.Known, r.version)
	}
	return release{}, unknown
}

// wanted tells whether a build uses the file called name, a clean slash-separated path below the
// root of a release.
func (r release) wanted(name string) bool {
	return r.part(name) != "" && !r.project.incidental(name)
}

// wantedDir tells whether a directory may hold wanted files.
func (r release) wantedDir(name string) bool {
	if name == "." {
		return true
	}
	if r.project.incidental(name) {
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
