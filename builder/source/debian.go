package source

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// debianKeyring is where the package debian-archive-keyring puts the keys of Debian's archive.
const debianKeyring = "/usr/share/keyrings/debian-archive-keyring.gpg"

// debian fetches the upstream archive of a Debian source package through apt.
type debian struct {
	pkg     debianPackage
	keyring string
	apt     apt
}

func newDebian(r release) *debian {
	return &debian{pkg: r.debian, keyring: debianKeyring, apt: apt{get: "apt-get", cache: "apt-cache"}}
}

func (d *debian) Name() string {
	return fmt.Sprintf("Debian's source package %s=%s", d.pkg.name, d.pkg.pinned())
}

// pinned is the version of the source package that is known to work.
func (p debianPackage) pinned() string { return p.version + "-" + p.revision }

// choose picks a version of the source package whose upstream archive is the one wanted.
func (p debianPackage) choose(found []string) (string, error) {
	if slices.Contains(found, p.pinned()) {
		return p.pinned(), nil
	}
	for _, version := range found {
		if strings.HasPrefix(version, p.version+"-") {
			return version, nil
		}
	}
	have := "none"
	if len(found) > 0 {
		have = strings.Join(found, ", ")
	}
	return "", fmt.Errorf("choosing a version of the source package %s in %s: expected %s (or another revision of %s), found %s",
		p.name, p.suite, p.pinned(), p.version, have)
}

func (d *debian) Obtain(ctx context.Context, scratch string, report progress.Reporter) (string, error) {
	if err := d.applies(); err != nil {
		return "", err
	}
	mirrors, err := d.mirrors(ctx)
	if err != nil {
		return "", err
	}
	var failures []error
	for i, mirror := range mirrors {
		file, err := d.download(ctx, mirror, filepath.Join(scratch, fmt.Sprint("mirror", i)), report)
		if err == nil {
			return file, nil
		}
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		failures = append(failures, fmt.Errorf("using the mirror %s: %w", redact(mirror), err))
	}
	return "", errors.Join(failures...)
}

// applies tells whether this machine can fetch Debian's source packages at all.
func (d *debian) applies() error {
	if err := d.apt.installed(); err != nil {
		return fmt.Errorf("looking for apt: expected a Debian machine: %w", err)
	}
	if _, err := os.Stat(d.keyring); err != nil {
		return fmt.Errorf("looking for Debian's keys: expected the package debian-archive-keyring: %w", err)
	}
	return nil
}

// download fetches the archive from one mirror, with everything that apt reads or writes below dir.
func (d *debian) download(ctx context.Context, mirror, dir string, report progress.Reporter) (_ string, err error) {
	task := report.Start("fetching Debian's source package "+d.pkg.name, 0, progress.Items)
	defer func() { task.End(err) }()
	entry := fmt.Sprintf("deb-src [target=Sources signed-by=%s] %s %s main\n", d.keyring, mirror, d.pkg.suite)
	private, err := d.apt.isolate(dir, entry)
	if err != nil {
		return "", err
	}
	if _, err := private.run(ctx, private.get, "update", "-q"); err != nil {
		return "", err
	}
	stanzas, err := private.run(ctx, private.cache, "showsrc", "--only-source", d.pkg.name)
	if err != nil {
		return "", err
	}
	version, err := d.pkg.choose(fieldValues(stanzas, "Version"))
	if err != nil {
		return "", err
	}
	_, err = private.run(ctx, private.get, "source", "-q", "--download-only", "--tar-only", d.pkg.name+"="+version)
	if err != nil {
		return "", err
	}
	return findArchive(private.dir, d.pkg.name)
}

// fieldValues returns the values of a field in stanzas of the form "Field: value" (deb-src-control(5)).
func fieldValues(stanzas, field string) []string {
	var values []string
	for line := range strings.Lines(stanzas) {
		if name, value, ok := strings.Cut(line, ":"); ok && name == field {
			values = append(values, strings.TrimSpace(value))
		}
	}
	return values
}

// findArchive returns the one upstream archive that apt put into dir.
func findArchive(dir, pkg string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", fmt.Errorf("listing what apt fetched: %w", err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), pkg+"_") && strings.Contains(e.Name(), ".orig.tar.") {
			return filepath.Join(dir, e.Name()), nil
		}
	}
	return "", fmt.Errorf("listing what apt fetched: expected %s_VERSION.orig.tar.xz, found none in %d files", pkg, len(entries))
}
