package conformance

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

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
				page.Rows[row].Cells[t] = page.differenceCell(d)
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

// differenceCell shows the last of a test's differences; each has its detail.
func (p *htmlReport) differenceCell(d Difference) htmlCell {
	title := fmt.Sprintf("%s/%s: %s", d.Suite, d.Test, d.FieldDifference)
	link := p.addDetail(htmlDetail{Title: title, Left: d.Reference, Right: d.Target, Reason: d.Reason}, d.Want, d.Got)
	if d.Reason != "" {
		return htmlCell{Class: "known-failure", Text: "differs, as listed", Title: d.Reason, Link: link}
	}
	return htmlCell{Class: "bad", Text: "differs: " + d.String(), Title: "unlike " + d.Reference, Link: link}
}

func (p *htmlReport) addDetail(detail htmlDetail, left, right protocol.Text) string {
	detail.ID = fmt.Sprintf("d%d", len(p.Details)+1)
	a, b := splitLines(left), splitLines(right)
	for i := range min(max(len(a), len(b)), maxHTMLLines) {
		line := htmlLine{Left: lineAt(a, i), Right: lineAt(b, i)}
		line.Differs = line.Left != line.Right || (i < len(a)) != (i < len(b))
		detail.Lines = append(detail.Lines, line)
	}
	p.Details = append(p.Details, detail)
	return detail.ID
}

func lineAt(lines []string, i int) string {
	if i >= len(lines) {
		return ""
	}
	return printable(lines[i])
}
