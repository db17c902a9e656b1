// Package assist says in a sentence what a name of the library is for: what the playground shows beside names, for terminals.
package assist

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed words.txt
var lines string

// Word is what is said of a name.
type Word struct {
	// Signature has the parameters with their parentheses, where the interpreter does not know them; "" otherwise.
	Signature string
	Text      string
}

var lineForm = regexp.MustCompile(`^([\w.]+)(\(.*\))?: (.*)$`)

var words = sync.OnceValue(func() map[string]Word {
	all := map[string]Word{}
	for line := range strings.Lines(lines) {
		if found := lineForm.FindStringSubmatch(strings.TrimSuffix(line, "\n")); found != nil {
			all[found[1]] = Word{found[2], found[3]}
		}
	}
	return all
})

// About says what a dotted name is for, such as "math.sqrt" or "list.append"; names of builtins stand with or without their module.
func About(path string) (Word, bool) {
	word, found := words()[strings.TrimPrefix(path, "builtins.")]
	return word, found
}
