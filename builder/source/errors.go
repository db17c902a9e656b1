package source

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNoTree says that what was given or fetched does not hold the project at all.
var ErrNoTree = errors.New("found none")

// DigestError says that something is complete and readable, but not what is pinned.
type DigestError struct {
	// What was checked: a tree or an archive.
	What string
	// Want and Got are digests: "h1:" and base64 for a tree, SHA-256 in hex for an archive.
	Want, Got string
	// Details narrow the difference down, one fact each.
	Details []string
}

func (e *DigestError) Error() string {
	text := fmt.Sprintf("checking the digest of %s: expected %s, found %s", e.What, e.Want, e.Got)
	if len(e.Details) > 0 {
		text += " (" + strings.Join(e.Details, "; ") + ")"
	}
	return text
}

// EntryError says why an archive or a directory was refused because of one of its entries.
type EntryError struct {
	Name    string // the entry, as it is called there
	Problem string // what was found and what was expected
}

func (e *EntryError) Error() string {
	return fmt.Sprintf("reading entry %q: %s", e.Name, e.Problem)
}

// Attempt is one provider that could not deliver.
type Attempt struct {
	Provider string // its name
	Err      error  // why it could not
}

// UnavailableError says that no provider delivered the release. It unwraps to the errors of all.
type UnavailableError struct {
	Project  Project
	Version  string
	Attempts []Attempt // in the order in which they were made
	hint     string    // what the user can do
}

func (e *UnavailableError) Error() string {
	var text strings.Builder
	fmt.Fprintf(&text, "obtaining %s %s: no provider delivered it:", e.Project, e.Version)
	for _, a := range e.Attempts {
		cause := strings.ReplaceAll(a.Err.Error(), "\n", "\n    ")
		fmt.Fprintf(&text, "\n  %s: %s", a.Provider, cause)
	}
	if e.hint != "" {
		text.WriteString("\n" + e.hint)
	}
	return text.String()
}

// Unwrap returns the error of each attempt.
func (e *UnavailableError) Unwrap() []error {
	causes := make([]error, len(e.Attempts))
	for i, a := range e.Attempts {
		causes[i] = a.Err
	}
	return causes
}
