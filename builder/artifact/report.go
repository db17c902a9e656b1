package artifact

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// Report is what [Verify] found.
type Report struct {
	// Manifest is what the artifact says of itself.
	Manifest Manifest
	// Found is what its module really is. Of a module that is not Readable only digest and size are known.
	Found    Outputs
	Readable bool
	// Checks holds every check, in a fixed order.
	Checks []Check
}

// Problems returns the problems of all checks.
func (r Report) Problems() []*Problem {
	var list []*Problem
	for _, c := range r.Checks {
		list = append(list, c.Problems...)
	}
	return list
}

// Err joins all problems, each a *[Problem], or returns nil when there is none.
func (r Report) Err() error {
	var errs []error
	for _, p := range r.Problems() {
		errs = append(errs, p)
	}
	return errors.Join(errs...)
}

// String returns the report as text for people: what the artifact is, then a line for each check. It
// ends with a line break.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "MicroPython %s, variant %s\n", printable(r.Manifest.Inputs.MicroPython.Version), printable(r.Manifest.Inputs.Variant))
	r.writeInputs(&b)
	r.writeOutputs(&b)
	r.writeChecks(&b)
	return b.String()
}

// WriteTo writes what String returns.
func (r Report) WriteTo(w io.Writer) (int64, error) {
	n, err := io.WriteString(w, r.String())
	return int64(n), err
}

// section writes a heading and rows of cells, the columns aligned.
func section(b *strings.Builder, heading string, rows [][]string) {
	fmt.Fprintf(b, "\n%s\n", heading)
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintf(w, "  %s\n", strings.Join(row, "\t"))
	}
	w.Flush() // into memory
}

func (r Report) writeInputs(b *strings.Builder) {
	in := r.Manifest.Inputs
	rows := [][]string{
		{"mpwasm", printable(in.MPWasm)},
		{"MicroPython", words(in.MicroPython.Version, in.MicroPython.Digest)},
		{"port", printable(in.Port)},
		{"toolchain", words(in.Toolchain.Name, in.Toolchain.Version, in.Toolchain.Digest)},
		{"optimiser", words(in.Optimizer.Name, in.Optimizer.Version, in.Optimizer.Digest)},
	}
	rows = append(rows, labelled("flags", wrap(in.Flags))...)
	rows = append(rows, labelled("passes", firstOf(in.Passes, passText))...)
	rows = append(rows, labelled("frozen", firstOf(in.Frozen, partText))...)
	rows = append(rows, labelled("C modules", firstOf(in.CModules, partText))...)
	section(b, "What went in, as the manifest says", rows)
}

func (r Report) writeOutputs(b *strings.Builder) {
	out := r.Found
	rows := [][]string{
		{"SHA-256", out.SHA256},
		{"size", byteCount(out.SizeBytes)},
	}
	if r.Readable {
		rows = append(rows, []string{"features", printableList(out.Features)})
		rows = append(rows, labelled("imports", firstOf(imports(out.Imports), item.cells))...)
		rows = append(rows, labelled("exports", firstOf(exports(out.Exports), item.cells))...)
	}
	section(b, "What came out, as the module says", rows)
}

func (r Report) writeChecks(b *strings.Builder) {
	var rows [][]string
	for _, c := range r.Checks {
		if c.Status != Failed {
			rows = append(rows, []string{c.Status.String(), c.Name, c.Note})
		}
		status, name := c.Status.String(), c.Name // on the first line of the check alone
		for _, p := range c.Problems {
			rows = append(rows,
				[]string{status, name, "expected  " + p.Expected},
				[]string{"", "", "found     " + p.Found},
				[]string{"", "", "hint      " + p.Hint})
			status, name = "", ""
		}
	}
	section(b, "Checks", rows)
}

// labelled makes a row of each line, which may hold several cells, the label standing before the first.
// Without lines there is one row that says so.
func labelled(label string, lines []string) [][]string {
	if len(lines) == 0 {
		return [][]string{{label, "none"}}
	}
	var rows [][]string
	for _, line := range lines {
		rows = append(rows, []string{label, line})
		label = ""
	}
	return rows
}

// words joins those texts that are not empty.
func words(list ...string) string {
	var texts []string
	for _, s := range list {
		if s != "" {
			texts = append(texts, printable(s))
		}
	}
	if len(texts) == 0 {
		return printable("")
	}
	return strings.Join(texts, " ")
}

// wrap distributes texts over lines of moderate width.
func wrap(list []string) []string {
	const width = 84
	var lines []string
	for _, s := range list {
		s = printable(s)
		if last := len(lines) - 1; last >= 0 && len(lines[last])+1+len(s) <= width {
			lines[last] += " " + s
		} else {
			lines = append(lines, s)
		}
	}
	return lines
}

func partText(p Part) string { return printable(p.Name) + "\t" + printable(p.Digest) }

// cells returns an item as two cells of a row.
func (i item) cells() string { return i.label + "\t" + printable(i.typ) }

func passText(p Pass) string { return words(append([]string{p.Name}, p.Options...)...) }
