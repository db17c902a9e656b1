package source

import (
	"context"
	"net/http"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// Provider is a place that a release can be had from. It need not be trusted: what it delivers is
// unpacked with care, and counts only if its digest is right.
type Provider interface {
	// Name says in a few words where the provider looks.
	Name() string
	// Obtain returns the path of a .tar.xz or .tar.gz archive, or of a directory, that holds the
	// release. What it writes goes below scratch, an empty folder that is removed afterwards. An error
	// says what was expected and what was found, "not here" included; it ends soon after ctx does.
	Obtain(ctx context.Context, scratch string, report progress.Reporter) (path string, err error)
}

// providers returns the places to ask when neither the user nor the cache has the release.
func (r release) providers(client *http.Client) []Provider {
	var all []Provider
	for _, archive := range r.archives {
		all = append(all, &upstream{archive: archive, client: client, release: r.String()})
	}
	return append(all, newDebian(r))
}

// given is the path that the user named.
type given string

func (g given) Name() string { return string(g) }

func (g given) Obtain(context.Context, string, progress.Reporter) (string, error) {
	return string(g), nil
}
