package modules

import (
	_ "embed" // the page's frame
	"html/template"
	"io"
)

//go:embed page.html
var pageText string

var page = template.Must(template.New("page").Parse(pageText))

// WritePage writes a page about the shares, for people. artifact is the digest of what was asked.
func WritePage(w io.Writer, artifact string, shares []Share) error {
	return page.Execute(w, map[string]any{"Artifact": artifact, "Shares": shares, "Median": Median(shares)})
}
