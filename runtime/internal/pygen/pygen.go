// Package pygen writes Python programs from a grammar with types (the .txt files), to look for defects of the guest.
package pygen

import (
	"embed"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
)

//go:embed *.txt
var files embed.FS

// Prelude is what programs run under: run(n, pieces, whole) runs one. It is to be run first.
//
//go:embed prelude.py
var Prelude string

// sections are the templates of the grammar by section.
var sections = parse()

var sectionTitle = regexp.MustCompile(`^\[(\w+)\]$`)

func parse() map[string][]string {
	out := map[string][]string{}
	for _, name := range []string{"numbers", "text", "containers", "values", "programs"} {
		data, err := files.ReadFile(name + ".txt")
		if err != nil {
			panic(err)
		}
		section := ""
		for _, line := range strings.Split(string(data), "\n") {
			if title := sectionTitle.FindStringSubmatch(line); title != nil {
				section = title[1]
			} else if line != "" && !strings.HasPrefix(line, "#") {
				out[section] = append(out[section], strings.ReplaceAll(line, "`", "\n"))
			}
		}
	}
	return out
}

// Program is a generated program: pieces of source text, which run one after the other in one namespace, whatever the others
// raise, or as the body of one function.
type Program struct {
	Pieces []string
	// Whole makes a function of them.
	Whole bool
}

// Call returns the call of the prelude's run that runs the program.
func (p Program) Call(n int) string {
	quoted := make([]string, len(p.Pieces))
	for i, piece := range p.Pieces {
		quoted[i] = strconv.Quote(piece)
	}
	used := strings.Join(afterNames.FindAllString(strings.Join(p.Pieces, "\n"), -1), "")
	return fmt.Sprintf("run(%d, [%s], %s, %q)\n", n, strings.Join(quoted, ", "), map[bool]string{false: "False", true: "True"}[p.Whole], used)
}

// afterNames are the names that the prelude makes where they are used.
var afterNames = regexp.MustCompile(`\b[mADo]\b`)

// String returns the program as a text to read.
func (p Program) String() string {
	return fmt.Sprintf("# whole: %v\n%s\n", p.Whole, strings.Join(p.Pieces, "\n#\n"))
}

// Compared tells whether two builds must agree about the program: finalisers run when garbage is collected.
func (p Program) Compared() bool { return !strings.Contains(p.String(), "__del__") }

// generator makes one program.
type generator struct {
	rng  *rand.Rand
	defs int // classes that there are
}

// New returns the program of a seed, which is the same each time.
func New(seed uint64) Program {
	g := &generator{rng: rand.New(rand.NewPCG(seed, 1))}
	var p Program
	for range 1 + g.rng.IntN(2) {
		g.defs++
		p.Pieces = append(p.Pieces, strings.ReplaceAll(g.from("def", 3), "Cls%", "Cls"+strconv.Itoa(g.defs)))
	}
	for range 4 + g.rng.IntN(9) {
		if g.rng.IntN(2) == 0 {
			p.Pieces = append(p.Pieces, "show("+g.from("a", 3+g.rng.IntN(2))+")")
		} else {
			p.Pieces = append(p.Pieces, g.from("stmt", 3))
		}
	}
	p.Whole = g.rng.IntN(3) == 0
	for i := range p.Pieces {
		p.Pieces[i] = g.numbered(p.Pieces[i])
	}
	return p
}

var (
	hole     = regexp.MustCompile(`\$\$|\$[A-Za-z0-9]|@[A-Za-z]\b`)
	numbered = regexp.MustCompile(`\b(Cls|fun|gen|coro)%`)
)

// from fills a template of a section in. With no depth left it takes one without holes, if there is one among some.
func (g *generator) from(section string, depth int) string {
	list := sections[section]
	template := list[g.rng.IntN(len(list))]
	for try := 0; depth <= 0 && try < 8 && strings.Contains(template, "$"); try++ {
		template = list[g.rng.IntN(min(len(list), 12))]
	}
	if depth < -6 {
		return "1"
	}
	return hole.ReplaceAllStringFunc(template, func(h string) string {
		name := h[1:]
		switch {
		case h == "$$":
			return "$"
		case h[0] == '@':
			return name
		case g.rng.IntN(24) == 0 && !strings.Contains("1WYCX", name):
			name = "a" // of another type than is wanted
		case depth <= 0 && g.rng.IntN(2) == 0 && strings.Contains("islfdtSBmADgKF", name):
			return name // the variable
		}
		filled := g.from(name, depth-1)
		if strings.Contains("1WYNMX", name) {
			return filled
		}
		if strings.ContainsAny(filled, " ") && !strings.ContainsAny(filled[:1], "([{'f") {
			return "(" + filled + ")"
		}
		return filled
	})
}

func (g *generator) numbered(text string) string {
	return numbered.ReplaceAllStringFunc(text, func(name string) string {
		most := 2
		if strings.HasPrefix(name, "Cls") {
			most = g.defs
		}
		return strings.TrimSuffix(name, "%") + strconv.Itoa(1+g.rng.IntN(most))
	})
}
