package playground

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"
	"text/tabwriter"
)

// DescriptionName is the file of a site that says what is in it.
const DescriptionName = "manifest.json"

// descriptionFormat is the number of the format of that file.
const descriptionFormat = 1

type description struct {
	Format   int             `json:"mpwasm_site"`
	Artifact string          `json:"artifact_sha256"`
	Files    []describedFile `json:"files"`
}

type describedFile struct {
	Path        string `json:"path"`
	SHA256      string `json:"sha256"`
	Bytes       int    `json:"bytes"`
	GzipBytes   int    `json:"gzip_bytes,omitempty"`
	BrotliBytes int    `json:"brotli_bytes,omitempty"`
}

// describe adds the file that says what is in the site.
func (s *Site) describe(cfg Config) error {
	d := description{Format: descriptionFormat, Artifact: cfg.Manifest.Outputs.SHA256}
	for _, file := range s.Files {
		sum := sha256.Sum256(file.Data)
		d.Files = append(d.Files, describedFile{
			Path: file.Path, SHA256: hex.EncodeToString(sum[:]),
			Bytes: len(file.Data), GzipBytes: len(file.Gzip), BrotliBytes: len(file.Brotli),
		})
	}
	data, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return fmt.Errorf("describing the site: %w", err)
	}
	return s.add(File{Path: DescriptionName, Data: append(data, '\n')})
}

// Size is what files take, in bytes: as they are, and on the wire.
type Size struct {
	Raw, Gzip, Brotli int
}

// Size returns the file's size. What is not worth compressing goes over the wire as it is.
func (f File) Size() Size {
	raw := len(f.Data)
	return Size{Raw: raw, Gzip: cmp.Or(len(f.Gzip), raw), Brotli: cmp.Or(len(f.Brotli), raw)}
}

// Size sums up the files that count for a part.
func (s *Site) Size(part Parts) Size {
	var sum Size
	for _, file := range s.Files {
		if file.Parts&part != 0 {
			size := file.Size()
			sum = Size{sum.Raw + size.Raw, sum.Gzip + size.Gzip, sum.Brotli + size.Brotli}
		}
	}
	return sum
}

// Budget bounds what a part may take.
type Budget struct {
	Part Parts
	Name string
	// MaxBrotliBytes is the most that its files may take on the wire.
	MaxBrotliBytes int
}

// Budgets are those of every site.
var Budgets = []Budget{
	{EnginePart, "engine, to first output", 680 << 10},
	{StartPart, "playground, to first output", 245 << 10},
	{PagePart, "playground, first visit", 850 << 10},
	{CellPart, "cell of another page, before it is touched", 6 << 10},
	{CellRunPart, "the same, to first output besides the engine", 36 << 10},
	{LaterPart, "playground, when asked for", 120 << 10},
}

// CheckBudgets returns an error that names each budget that the site exceeds.
func (s *Site) CheckBudgets(budgets []Budget) error {
	var over []string
	for _, budget := range budgets {
		if size := s.Size(budget.Part).Brotli; size > budget.MaxBrotliBytes {
			over = append(over, fmt.Sprintf("%s: %s, allowed are %s", budget.Name, kilobytes(size), kilobytes(budget.MaxBrotliBytes)))
		}
	}
	if over == nil {
		return nil
	}
	return fmt.Errorf("the site is over its budget (brotli): %v; the table shows which files are large", over)
}

// PrintSizes prints a table of the files and the sums; source maps and types, which only developers load, are left out.
func (s *Site) PrintSizes(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "raw\tgzip\tbrotli\t\t")
	row := func(size Size, name string) {
		fmt.Fprintf(table, "%s\t%s\t%s\t\t  %s\n", kilobytes(size.Raw), kilobytes(size.Gzip), kilobytes(size.Brotli), name)
	}
	for _, file := range s.Files {
		if path.Ext(file.Path) != ".map" && !strings.HasSuffix(file.Path, ".d.ts") {
			row(file.Size(), file.Path)
		}
	}
	for _, budget := range Budgets {
		row(s.Size(budget.Part), fmt.Sprintf("%s (at most %s brotli)", budget.Name, kilobytes(budget.MaxBrotliBytes)))
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("printing sizes: %w", err)
	}
	return nil
}

func kilobytes(n int) string { return fmt.Sprintf("%.1f KB", float64(n)/1024) }
