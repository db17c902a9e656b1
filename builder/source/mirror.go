package source

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"
)

// maxMirrors bounds how many of the machine's mirrors are tried.
const maxMirrors = 4

// mirrors returns the addresses of Debian's archive that the machine's apt knows, likely ones first.
//
// apt itself reads its configuration (.sources and .list files, includes, arch-specific entries) and
// prints the addresses. Which of them lead to Debian's archive is known for sure where package lists
// were fetched, as these name their origin; a fresh container has none, and there the path tells.
func (d *debian) mirrors(ctx context.Context) ([]string, error) {
	const format = "$(ORIGIN)|$(LABEL)|$(REPO_URI)"
	known, err := d.apt.run(ctx, d.apt.get, "indextargets", "--format", format)
	if err != nil {
		return nil, err
	}
	configured, err := d.apt.run(ctx, d.apt.get, "indextargets", "--no-release-info", "--format", format)
	if err != nil {
		return nil, err
	}
	found := rankMirrors(known, configured)
	if len(found) == 0 {
		return nil, errors.New("reading apt's sources: expected a mirror of Debian's archive, found none")
	}
	return found[:min(len(found), maxMirrors)], nil
}

// rankMirrors picks mirrors from lines of "origin|label|address": those that say they are Debian's
// archive; then those that look like it; then those beside a security archive, which is often all that
// a minimal configuration names.
func rankMirrors(known, configured string) []string {
	var sure, likely, beside []string
	for line := range strings.Lines(known + "\n" + configured) {
		fields := strings.SplitN(strings.TrimSpace(line), "|", 3)
		if len(fields) < 3 || !usable(fields[2]) {
			continue
		}
		address := strings.TrimRight(fields[2], "/")
		elements := strings.Split(strings.ReplaceAll(address, ".list", ""), "/")
		switch {
		case fields[0] == "Debian" && fields[1] == "Debian":
			sure = append(sure, address)
		case slices.Contains(elements, "debian"):
			likely = append(likely, address)
		case slices.Contains(elements, "debian-security"):
			beside = append(beside, strings.Replace(address, "debian-security", "debian", 1))
		}
	}
	var all []string
	for _, address := range slices.Concat(sure, likely, beside) {
		if !slices.Contains(all, address) {
			all = append(all, address)
		}
	}
	return all
}

// usable tells whether an address can stand in a line of a .list file and be reached without a person
// who changes a disc.
func usable(address string) bool {
	return address != "" && !strings.ContainsAny(address, " \t[]#\"") && !strings.HasPrefix(address, "cdrom:")
}

// redact hides a password in an address.
func redact(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return "(an address that cannot be parsed)"
	}
	return parsed.Redacted()
}
