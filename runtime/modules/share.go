package modules

import (
	_ "embed" // the names that CPython has
	"slices"
	"strings"
)

//go:embed cpython.txt
var cpythonNames string

// cpythonModule is a module of CPython's with its public names.
type cpythonModule struct {
	name   string
	public []string
}

// cpythonModules are the modules of CPython's that a sandbox can be expected to have.
func cpythonModules() (all []cpythonModule) {
	for line := range strings.Lines(cpythonNames) {
		name, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if ok && !strings.HasPrefix(line, "#") {
			all = append(all, cpythonModule{name, strings.Fields(names)})
		}
	}
	return all
}

// Share is how much of a module of CPython's is there.
type Share struct {
	// Module is its name.
	Module string
	// Has tells whether the module is there at all.
	Has bool
	// Public is how many public names CPython 3.13 has, and There how many of them are there.
	Public, There int
	// Missing are the others, sorted.
	Missing []string
}

// Percent is the share, from 0 to 100.
func (s Share) Percent() float64 {
	if s.Public == 0 {
		return 100
	}
	return 100 * float64(s.There) / float64(s.Public)
}

// Shares compares modules with those of CPython that a sandbox can be expected to have, in the order of their names.
func Shares(all []Module) []Share {
	found := map[string]Module{}
	for _, m := range all {
		if m.Err == "" {
			found[m.Name] = m
		}
	}
	var shares []Share
	for _, c := range cpythonModules() {
		name, public := c.name, c.public
		m, has := found[name]
		s := Share{Module: name, Has: has, Public: len(public)}
		for _, want := range public {
			if slices.ContainsFunc(m.Names, func(n Name) bool { return n.Name == want }) {
				s.There++
			} else {
				s.Missing = append(s.Missing, want)
			}
		}
		shares = append(shares, s)
	}
	return shares
}

// Median is the share of the module in the middle.
func Median(shares []Share) float64 {
	if len(shares) == 0 {
		return 0
	}
	percents := make([]float64, len(shares))
	for i, s := range shares {
		percents[i] = s.Percent()
	}
	slices.Sort(percents)
	n := len(percents)
	return (percents[(n-1)/2] + percents[n/2]) / 2
}
