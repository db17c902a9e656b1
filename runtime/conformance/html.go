package conformance

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

//go:embed report.html
var htmlText string

var htmlTemplate = template.Must(template.New("report").Parse(htmlText))

// htmlReport is what the page shows.
type htmlReport struct {
	Summary, Artifact string
	Targets           []string
	Errors            []string
	Rows              []htmlRow
	Details           []htmlDetail
}

// htmlRow is a test, with a cell for each target.
type htmlRow struct {
	Test  string
	Cells []htmlCell
}

type htmlCell struct {
	Class, Text, Title, Link string
	// differs tells that the cell shows differences, and no verdict.
	differs bool
}

// htmlDetail shows two texts side by side, line by line.
type htmlDetail struct {
	ID, Title, Left, Right, Reason string
	Lines                          []htmlLine
}

type htmlLine struct {
	Left, Right string
	Differs     bool
}

// maxHTMLLines bounds what is shown of one text.
const maxHTMLLines = 400

// WriteHTML writes the matrix as one page that needs nothing else: a table of tests and targets, and each disagreement
// with both sides beside each other.
func (m *Matrix) WriteHTML(w io.Writer) error {
	page := htmlReport{Summary: m.summary(), Artifact: m.ArtifactSHA256}
	rows := make(map[string]int)
	for t, report := range m.Targets {
		page.Targets = append(page.Targets, report.Target)
		if report.Error != "" {
			page.Errors = append(page.Errors, report.Target+" could not be opened: "+printable(report.Error))
		}
		for i := range report.Cases {
			c := &report.Cases[i]
			key := c.Suite + "/" + c.Name
			if _, ok := rows[key]; !ok {
				rows[key] = len(page.Rows)
				page.Rows = append(page.Rows, htmlRow{Test: key, Cells: make([]htmlCell, len(m.Targets))})
			}
			page.Rows[rows[key]].Cells[t] = page.verdictCell(c, report.Target)
		}
	}
	for _, d := range m.Differences {
		row, ok := rows[d.Suite+"/"+d.Test]
		for t, target := range page.Targets {
			if ok && target == d.Target {
				page.Rows[row].Cells[t].add(d, page.differenceDetail(d))
			}
		}
	}
	page.Errors = append(page.Errors, m.Stale...)
	if err := htmlTemplate.Execute(w, page); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return nil
}

// verdictCell shows a verdict, with what was expected if it is unexpected.
func (p *htmlReport) verdictCell(c *CaseReport, target string) htmlCell {
	cell := htmlCell{Class: string(c.Verdict), Text: string(c.Verdict), Title: c.Reason}
	if c.Verdict.Unexpected() {
		cell.Class = "bad"
		cell.Link = p.addDetail(htmlDetail{Title: fmt.Sprintf("%s/%s on %s: %s", c.Suite, c.Name, target, c.Reason), Left: "expected", Right: target}, c.Want, c.Got)
	}
	return cell
}

// differenceDetail shows a difference, and returns where.
func (p *htmlReport) differenceDetail(d Difference) string {
	title := fmt.Sprintf("%s/%s: %s", d.Suite, d.Test, d.FieldDifference)
	return p.addDetail(htmlDetail{Title: title, Left: d.Reference, Right: d.Target, Reason: d.Reason}, d.Want, d.Got)
}

// add makes a cell one of a test that differs, or that differs in one thing more. It leads to the first that no list explains.
func (c *htmlCell) add(d Difference, link string) {
	switch {
	case c.differs && d.Reason != "":
	case c.differs && c.Class == "bad":
		c.Text += ", " + d.String()
	case d.Reason != "":
		*c = htmlCell{Class: "known-failure", Text: "differs, as listed", Title: d.Reason, Link: link, differs: true}
	default:
		*c = htmlCell{Class: "bad", Text: "differs: " + d.String(), Title: "unlike " + d.Reference, Link: link, differs: true}
	}
}

func (p *htmlReport) addDetail(detail htmlDetail, left, right protocol.Text) string {
	detail.ID = fmt.Sprintf("d%d", len(p.Details)+1)
	detail.Lines = besideEachOther(left, right)
	detail.Lines = detail.Lines[:min(len(detail.Lines), maxHTMLLines)]
	p.Details = append(p.Details, detail)
	return detail.ID
}

// besideEachOther puts the lines of two texts beside each other: where they differ, and some of those around.
func besideEachOther(left, right []byte) []htmlLine {
	var lines []htmlLine
	var removed, added []string // not yet in lines
	flush := func() {
		for i := range max(len(removed), len(added)) {
			lines = append(lines, htmlLine{Left: lineAt(removed, i), Right: lineAt(added, i), Differs: true})
		}
		removed, added = nil, nil
	}
	left, right = withLineEnds(left, right)
	for i, line := range splitLines([]byte(difference("", left, "", right))) {
		kind, text := line[0], strings.TrimSuffix(line[1:], "\n")
		switch {
		case i < 2: // names
		case kind == '-':
			removed = append(removed, text)
		case kind == '+':
			added = append(added, text)
		case kind == '@':
			flush()
			if len(lines) > 0 {
				lines = append(lines, htmlLine{Left: "⋮", Right: "⋮"})
			}
		default:
			flush()
			lines = append(lines, htmlLine{Left: printable(text), Right: printable(text)})
		}
	}
	flush()
	return lines
}

// withLineEnds ends the last lines of two texts; where only one of them was not ended, it says so.
func withLineEnds(left, right []byte) (_, _ []byte) {
	end := func(text, other []byte) []byte {
		switch {
		case len(text) == 0 || bytes.HasSuffix(text, []byte("\n")):
			return text
		case bytes.HasSuffix(other, []byte("\n")):
			return append(bytes.Clone(text), " (no line end)\n"...)
		default:
			return append(bytes.Clone(text), '\n')
		}
	}
	return end(left, right), end(right, left)
}

func lineAt(lines []string, i int) string {
	if i >= len(lines) {
		return ""
	}
	return printable(lines[i])
}
