package cpython

import (
	"bufio"
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"strings"
)

//go:embed lists/methods.txt
var methodsText []byte

// Areas of the files: what they judge.
const (
	Language = "language"
	Library  = "library"
)

// file is a file of tests.
type file struct {
	area    string
	name    string // below the package test: "test_json.test_decode"
	classes []class
}

// class is a class of tests in a file.
type class struct {
	name    string // qualified; with a module in front and a colon if it is defined elsewhere
	methods []string
}

// doctests is the name of the class that stands for examples in texts: its methods are names of texts.
const doctests = "doctest"

// top is the row of the report that counts the file: "test_json".
func (f file) top() string {
	name, _, _ := strings.Cut(f.name, ".")
	return name
}

// test is the name of a test.
func (f file) test(c class, method string) string {
	name := c.name[strings.Index(c.name, ":")+1:]
	return f.name + "." + name + "." + method
}

// readMethods reads the list of all tests; its head says how it is written.
func readMethods(text []byte) ([]file, error) {
	var files []file
	scanner := bufio.NewScanner(bytes.NewReader(text))
	scanner.Buffer(nil, len(text)+1)
	for n := 1; scanner.Scan(); n++ {
		line := scanner.Text()
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, " ") && len(files) > 0:
			last := &files[len(files)-1]
			c := class{name: words[0]}
			for _, word := range words[1:] {
				c.methods = append(c.methods, long(c.name, word))
			}
			last.classes = append(last.classes, c)
		case len(words) == 2 && (words[0] == Language || words[0] == Library):
			files = append(files, file{area: words[0], name: words[1]})
		default:
			return nil, fmt.Errorf("reading the list of tests, line %d: expected an area and a file, or a class and its tests", n)
		}
	}
	return files, scanner.Err()
}

// long undoes how a method is shortened.
func long(class, word string) string {
	if class == doctests {
		return word
	}
	if name, found := strings.CutPrefix(word, "!"); found {
		return name
	}
	return "test" + strings.TrimSuffix(word, ".")
}

// weight guesses what a file costs, so that the slow ones begin first.
func (f file) weight() int {
	n := 0
	for _, c := range f.classes {
		n += len(c.methods)
	}
	return n
}

func byWeight(a, b file) int { return cmp.Compare(b.weight(), a.weight()) }
