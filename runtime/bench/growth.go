package bench

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

// Growth is how a time grows with the work.
type Growth struct {
	Name   string `json:"name"`
	Engine string `json:"engine"`
	// Law says which exponent is expected.
	Law string `json:"law"`
	// Sizes are amounts of work, and NS the median time of each.
	Sizes []int64 `json:"sizes"`
	NS    []int64 `json:"ns"`
	// Fit is the power through them.
	Fit Power `json:"fit"`
	// Refused says why there are no more of them.
	Refused string `json:"refused,omitempty"`
}

// growing is work of a size N.
type growing struct {
	name, law string
	sizes     []int64
	// source is a program that does the work and prints N; N is replaced.
	source func(n int64) string
}

// with replaces N in a text.
func with(text string) func(int64) string {
	return func(n int64) string { return strings.ReplaceAll(text, "N", strconv.FormatInt(n, 10)) }
}

// allGrowing lists what is looked at. Small sizes are large enough for starting a program to vanish in them.
var allGrowing = []growing{
	{"entries of a dict", "1", []int64{8000, 16000, 32000, 64000, 128000}, with("d = {}\nfor i in range(N): d['k%d' % i] = i\nprint(sum(1 for i in range(N) if d['k%d' % i] == i))")},
	{"items sorted", "1 (n log n)", []int64{8000, 16000, 32000, 64000, 128000}, with("a = [i * 7919 % 1000003 for i in range(N)]\na.sort()\nprint(len(a))")},
	{"live objects, 50,000 more made", "0 to 1", []int64{20000, 40000, 80000, 160000, 320000}, with("kept = [[i] for i in range(N)]\nfor i in range(50000): [i, i]\nprint(len(kept))")},
	{"lines of source", "1", []int64{1000, 2000, 4000, 8000}, func(n int64) string {
		return "x = 0\n" + strings.Repeat("x = x + len([1, 'abc', 1.5]) - 2\n", int(n)) + "print(x)"
	}},
	{"lines of output", "1", []int64{2000, 4000, 8000, 16000}, with("for i in range(N): print('')\nprint(N)")},
	{"characters of a string, joined and searched", "1", []int64{50000, 100000, 200000, 400000}, with("s = ''.join([chr(97 + i % 26) for i in range(N)])\nprint(len(s.replace('a', 'b').upper()) + s.find('ba') + 1)")},
	{"a string grown by +=", "1", []int64{10000, 20000, 40000, 80000}, with("s = ''\nfor i in range(N): s += 'x'\nprint(len(s))")},
	{"digits multiplied", "1.58 (Karatsuba)", []int64{4000, 8000, 16000, 32000}, with("x = 3 ** (N * 2)\ny = 7 ** N\nfor i in range(20): z = x * y\nprint(N if z % 10 == pow(3, N, 10) else 0)")},
	{"digits printed", "1.6 to 2", []int64{1000, 2000, 4000}, with("x = 10 ** (N - 1) + 1\nfor i in range(20): s = str(x)\nprint(len(s))")},
	{"exceptions raised", "1", []int64{10000, 20000, 40000, 80000}, with("n = 0\nfor i in range(N):\n  try: raise ValueError(i)\n  except ValueError: n += 1\nprint(n)")},
}

// growthRounds is how often each size runs; the first time does not count.
const growthRounds = 4

// want is what work of a size prints at the end.
func (g growing) want(n int64) string { return strconv.FormatInt(n, 10) }

// TimeGrowth times work of several sizes on the engines and fits powers. Sizes grow until one takes too long.
func TimeGrowth(ctx context.Context, engines []Engine, timeout time.Duration, progress func()) ([]Growth, error) {
	var all []Growth
	for _, g := range allGrowing {
		for _, e := range engines {
			growth := Growth{Name: g.name, Engine: e.Name(), Law: g.law}
			for _, n := range g.sizes {
				ns, err := timeSize(ctx, e, g, n, timeout)
				if ctx.Err() != nil {
					return nil, ctx.Err()
				}
				if why, no := refused(err); no {
					growth.Refused = fmt.Sprintf("at %d: %s", n, why)
					break
				}
				if err != nil {
					return nil, fmt.Errorf("timing %s on %s: %w", g.name, e.Name(), err)
				}
				growth.Sizes, growth.NS = append(growth.Sizes, n), append(growth.NS, ns)
			}
			growth.Fit, _ = fitPower(floats(growth.Sizes), floats(growth.NS))
			all = append(all, growth)
			progress()
		}
	}
	return all, nil
}

// GrowthSteps is how often TimeGrowth tells its progress.
func GrowthSteps(engines int) int { return engines * len(allGrowing) }

// timeSize is the median time of work of a size.
func timeSize(ctx context.Context, e Engine, g growing, n int64, timeout time.Duration) (int64, error) {
	p := Program{Name: "growth", Source: []byte(g.source(n))}
	var times []float64
	for round := range growthRounds {
		bounded, cancel := context.WithTimeout(ctx, timeout)
		sample, err := e.Run(bounded, p)
		cancel()
		if err != nil {
			return 0, err
		}
		if got := lastLine(sample.Output); got != g.want(n) {
			return 0, &RefusedError{fmt.Sprintf("it printed %.40q instead of %s", got, g.want(n))}
		}
		if round > 0 {
			times = append(times, float64(sample.Took.Nanoseconds()))
		}
	}
	return max(int64(median(times)), 1), nil
}

func (r *Report) writeGrowth(w io.Writer) error {
	if len(r.Growth) == 0 {
		return nil
	}
	fmt.Fprintln(w, "\nHow times grow: the exponent of the power that fits, ± two standard errors, and the time of the largest size.")
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "time against\texpected\t")
	for _, e := range r.Engines {
		fmt.Fprintf(table, "%s\t ms\t", e.Name)
	}
	for _, lines := range r.growthByName() {
		fmt.Fprintf(table, "\n%s\t%s\t", lines[0].Name, lines[0].Law)
		for _, e := range r.Engines {
			exponent, ms := "-", ""
			for _, g := range lines {
				if g.Engine == e.Name {
					exponent, ms = g.cells()
				}
			}
			fmt.Fprintf(table, "%s\t%s\t", exponent, ms)
		}
	}
	fmt.Fprintln(table)
	return table.Flush()
}

// cells are a fit and its largest time, as text.
func (g Growth) cells() (exponent, ms string) {
	if len(g.NS) == 0 {
		return "no", ""
	}
	ms = millis(float64(g.NS[len(g.NS)-1]))
	if len(g.NS) < 2 {
		return "-", ms
	}
	return fmt.Sprintf("%.2f ± %.2f", g.Fit.Exponent, g.Fit.High-g.Fit.Exponent), ms
}

// growthByName puts together what engines take for the same work, in order of appearance.
func (r *Report) growthByName() (all [][]Growth) {
	at := make(map[string]int)
	for _, g := range r.Growth {
		if _, ok := at[g.Name]; !ok {
			at[g.Name] = len(all)
			all = append(all, nil)
		}
		all[at[g.Name]] = append(all[at[g.Name]], g)
	}
	return all
}
