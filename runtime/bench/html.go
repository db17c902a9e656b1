package bench

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"strings"
)

//go:embed report.html
var htmlText string

var htmlTemplate = template.Must(template.New("report").Parse(htmlText))

// htmlReport is what the page shows.
type htmlReport struct {
	*Report
	Load    string
	Groups  []htmlGroup
	Bars    []htmlBars
	Costs   htmlTable
	Plots   []htmlPlot
	Refused []string
	Changes htmlTable
}

// htmlTable is a table.
type htmlTable struct {
	Title string
	Head  []string
	Rows  [][]string
}

// htmlGroup is a group of programs: its ratios, and its times.
type htmlGroup struct {
	Title  string
	Ratios htmlTable
}

// htmlBars are the programs of a group, with a bar for each engine.
type htmlBars struct {
	Title string
	Rows  []htmlBarRow
}

type htmlBarRow struct {
	Name string
	Bars []htmlBar
}

// htmlBar is a time. Its length is a part of the longest one's, in percent.
type htmlBar struct {
	Engine, Text string
	Color        int
	Length       float64
	None         bool
}

// htmlPlot is growth on two logarithmic axes.
type htmlPlot struct {
	Title, Law string
	Lines      []htmlLine
	XTicks     []htmlTick
	YTicks     []htmlTick
}

type htmlLine struct {
	Engine, Text, Points string
	Color                int
	Dots                 [][2]string
}

type htmlTick struct{ At, Text string }

// colors is how many colors of engines the page knows.
const colors = 8

// WriteHTML writes the report as one page that needs nothing else.
func (r *Report) WriteHTML(w io.Writer) error {
	page := htmlReport{Report: r, Load: fmt.Sprintf("%.1f before, %.1f after", r.Machine.LoadBefore, r.Machine.LoadAfter)}
	for _, g := range r.groups() {
		page.Groups = append(page.Groups, htmlGroup{g.title, r.ratioTable(g.name)})
		if g.name != "" {
			page.Bars = append(page.Bars, r.bars(g.name, g.title))
		}
	}
	page.Costs = r.htmlCosts()
	page.Plots = r.plots()
	page.Refused = r.Failures(func(string) bool { return true })
	page.Changes = r.htmlChanges()
	return htmlTemplate.Execute(w, page)
}

// ratioTable has how many times as long the columns' engines take as the rows'.
func (r *Report) ratioTable(group string) htmlTable {
	table := htmlTable{Head: []string{""}}
	for _, base := range r.Engines {
		table.Head = append(table.Head, base.Name)
		row := []string{base.Name}
		for _, e := range r.Engines {
			row = append(row, r.ratioCell(e.Name, base.Name, group))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// bars draws a group's times, each program to the length of its slowest engine.
func (r *Report) bars(group, title string) htmlBars {
	bars := htmlBars{Title: title}
	for _, p := range r.Programs {
		if p.Group != group {
			continue
		}
		row, longest := htmlBarRow{Name: p.Name}, 0.0
		for _, run := range p.Runs {
			if run.ran() {
				longest = max(longest, median(floats(run.NS)))
			}
		}
		for i, e := range r.Engines {
			run := p.Runs[e.Name]
			ms, wide := run.cells()
			bar := htmlBar{Engine: e.Name, Text: ms, Color: i % colors, None: !run.ran()}
			if run.ran() {
				bar.Length = 100 * median(floats(run.NS)) / longest
				bar.Text = ms + " ms ± " + wide + " %"
			}
			row.Bars = append(row.Bars, bar)
		}
		bars.Rows = append(bars.Rows, row)
	}
	return bars
}

func (r *Report) htmlCosts() htmlTable {
	engines, names, cells := r.costTable()
	table := htmlTable{Head: append([]string{""}, engines...)}
	for _, name := range names {
		row := []string{name}
		for _, e := range engines {
			row = append(row, cells[[2]string{name, e}])
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func (r *Report) htmlChanges() htmlTable {
	if r.Changes == nil {
		return htmlTable{}
	}
	table := htmlTable{
		Title: fmt.Sprintf("Against artifact %.12s", r.Changes.Before.SHA256),
		Head:  []string{"program", "engine", "times as long now", "99 % interval", ""},
	}
	for _, c := range append(r.Changes.Programs, r.Changes.All...) {
		name, says := c.Program, "noise explains it"
		if name == "" {
			name = "all"
		}
		if c.Beyond {
			says = "changed"
		}
		table.Rows = append(table.Rows, []string{name, c.Engine, fmt.Sprintf("%.3f", c.Ratio.Value), fmt.Sprintf("%.3f to %.3f", c.Ratio.Low, c.Ratio.High), says})
	}
	return table
}

// Size of a plot's field, and where it begins, in its own units.
const (
	plotWidth, plotHeight = 300.0, 180.0
	plotLeft, plotTop     = 52.0, 8.0
)

// axis maps logarithms of values to places.
type axis struct{ low, high, from, to float64 }

func (a axis) at(v float64) string {
	part := 0.5
	if a.high > a.low {
		part = (math.Log10(v) - a.low) / (a.high - a.low)
	}
	return fmt.Sprintf("%.1f", a.from+part*(a.to-a.from))
}

// plots draws growth, all engines of a kind of work together.
func (r *Report) plots() []htmlPlot {
	var plots []htmlPlot
	for _, lines := range r.growthByName() {
		plots = append(plots, r.plot(lines[0].Name, lines))
	}
	return plots
}

func (r *Report) plot(name string, lines []Growth) htmlPlot {
	x := axis{math.Inf(1), math.Inf(-1), plotLeft, plotLeft + plotWidth}
	y := axis{math.Inf(1), math.Inf(-1), plotTop + plotHeight, plotTop}
	for _, g := range lines {
		for i := range g.NS {
			x.low, x.high = min(x.low, math.Log10(float64(g.Sizes[i]))), max(x.high, math.Log10(float64(g.Sizes[i])))
			y.low, y.high = min(y.low, math.Log10(float64(g.NS[i]))), max(y.high, math.Log10(float64(g.NS[i])))
		}
	}
	y.low, y.high = math.Floor(y.low), math.Ceil(y.high)
	plot := htmlPlot{Title: name, Law: lines[0].Law}
	if math.IsInf(x.low, 0) {
		return plot
	}
	for _, g := range lines {
		exponent, _ := g.cells()
		line := htmlLine{Engine: g.Engine, Text: exponent, Color: r.color(g.Engine)}
		var points []string
		for i := range g.NS {
			dot := [2]string{x.at(float64(g.Sizes[i])), y.at(float64(g.NS[i]))}
			line.Dots = append(line.Dots, dot)
			points = append(points, dot[0]+","+dot[1])
		}
		line.Points = strings.Join(points, " ")
		plot.Lines = append(plot.Lines, line)
	}
	longest := lines[0].Sizes
	for _, g := range lines {
		if len(g.Sizes) > len(longest) {
			longest = g.Sizes
		}
	}
	for _, n := range longest {
		plot.XTicks = append(plot.XTicks, htmlTick{x.at(float64(n)), count(n)})
	}
	for e := y.low; e <= y.high; e++ {
		plot.YTicks = append(plot.YTicks, htmlTick{y.at(math.Pow(10, e)), fmt.Sprintf("%g ms", math.Pow(10, e-6))})
	}
	return plot
}

// count is a number, short.
func count(n int64) string {
	if n >= 1000 {
		return fmt.Sprintf("%g k", float64(n)/1000)
	}
	return fmt.Sprint(n)
}

// color is an engine's, by its place.
func (r *Report) color(engine string) int {
	for i, e := range r.Engines {
		if e.Name == engine {
			return i % colors
		}
	}
	return 0
}
