package modules

import (
	_ "embed" // the page's frame
	"html/template"
	"io"
	"strings"
)

//go:embed page.html
var pageText string

// PageStyle is how the page looks.
//
//go:embed page.css
var PageStyle string

var page = template.Must(template.New("page").Funcs(template.FuncMap{"code": code, "style": func() template.CSS { return template.CSS(PageStyle) }}).Parse(pageText))

// Page is what the page about the modules says.
type Page struct {
	// Artifact is the digest of what was asked.
	Artifact string
	Shares   []Share
	// Tests says, by module, what is known of CPython's tests of it: "1,020 of 1,294". A module that is not in it has none.
	Tests map[string]string
	// Differences is a list in Markdown.
	Differences string
	// StyleFile is where a site has PageStyle, whose policy lets pages have no style of their own; "" puts it into the page.
	StyleFile string
}

// Median is the share of the module in the middle.
func (p Page) Median() float64 { return Median(p.Shares) }

// Items are the lines of the list of differences.
func (p Page) Items() (items []string) {
	for line := range strings.Lines(p.Differences) {
		if item, ok := strings.CutPrefix(strings.TrimSpace(line), "* "); ok {
			items = append(items, item)
		}
	}
	return items
}

// code writes what stands between backquotes as code.
func code(text string) template.HTML {
	var out strings.Builder
	for i, part := range strings.Split(text, "`") {
		escaped := template.HTMLEscapeString(part)
		if i%2 == 1 {
			escaped = "<code>" + escaped + "</code>"
		}
		out.WriteString(escaped)
	}
	return template.HTML(out.String())
}

// WritePage writes the page, for people.
func WritePage(w io.Writer, p Page) error {
	return page.Execute(w, p)
}
