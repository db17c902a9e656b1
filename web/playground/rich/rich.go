// Package rich gives programs what shows values in the midst of a run: the built-in function display, and the modules plot and turtle.
//
// They are Python that a session runs before such a program. What is shown goes to the host function page.display, if the session has one
// of that name: it is called with a kind and the data.
//
//	text   str
//	svg    str
//	html   str
//	png    bytes
//	table  [columns, rows]
//	turtle a list of operations of turtles, as turtle.py sends them; the answer is how many should come at once
//
// Where there is no such function, text and tables are printed, and the rest becomes files beside the program (outside.py).
package rich

import (
	_ "embed"
	"encoding/json"
	"regexp"
	"slices"
)

var (
	//go:embed begin.py
	begin string
	//go:embed display.py
	display string
	//go:embed outside.py
	outside string
	//go:embed plot.py
	plot string
	//go:embed turtle.py
	turtle string
)

var named = regexp.MustCompile(`\b(display|plot|turtle)\b`)

// Prelude returns a program that a session runs before one of this source; "" where that does not speak of display, plot or turtle.
// It leaves no name in the session, but a module of the program's own called plot or turtle would not be found: those named in own are left out.
func Prelude(source []byte, own ...string) string {
	found := named.FindAllString(string(source), -1)
	if found == nil {
		return ""
	}
	modules := [][2]string{}
	for _, module := range [][2]string{{"plot", plot}, {"turtle", turtle}} {
		if slices.Contains(found, module[0]) && !slices.Contains(own, module[0]) {
			modules = append(modules, module)
		}
	}
	given, err := json.Marshal(map[string]any{"DISPLAY": display, "OUTSIDE": outside, "MODULES": modules})
	if err != nil {
		panic(err) // of strings alone
	}
	text, err := json.Marshal(begin)
	if err != nil {
		panic(err)
	}
	return `(lambda b: b.exec(` + string(text) + `, ` + string(given) + `))(__import__("builtins"))`
}
