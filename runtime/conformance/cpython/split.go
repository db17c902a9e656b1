package cpython

import "strings"

// statement is a statement of a file or of a class: a function with its decorators, a class, an if with its else.
type statement struct {
	line int // of the first line, from 0
	text string
}

// splitFile splits a file into its statements.
func splitFile(source string) []statement { return split(source, 0, 0) }

// splitClass splits a class into its first lines (decorators, up to the colon and beyond) and the statements of its body.
// Lines count as in the class's own. Not ok means that the class has no body on lines of its own.
func splitClass(source string) (head string, body []statement, indent int, ok bool) {
	starts := logicalLines(source)
	for i, start := range starts {
		indent = indentation(source[start:])
		if indent > 0 && i > 0 {
			line := strings.Count(source[:start], "\n")
			return source[:start], split(source[start:], indent, line), indent, true
		}
	}
	return "", nil, 0, false
}

// split splits the lines of a block that is indented so far.
func split(source string, indent, firstLine int) []statement {
	var all []statement
	begin, decorated := -1, false
	line := firstLine
	counted := 0
	flush := func(end int) {
		if begin < 0 {
			return
		}
		line += strings.Count(source[counted:begin], "\n")
		counted = begin
		all = append(all, statement{line, source[begin:end]})
	}
	for _, start := range logicalLines(source) {
		rest := source[start:]
		if indentation(rest) > indent || goesOn(rest[indentation(rest):]) {
			continue
		}
		if !decorated {
			flush(start)
			begin = start
		}
		decorated = strings.HasPrefix(rest[indentation(rest):], "@")
	}
	flush(len(source))
	return all
}

// goesOn tells whether a line belongs to the statement before it.
func goesOn(line string) bool {
	for _, word := range []string{"else", "elif", "except", "finally"} {
		rest, found := strings.CutPrefix(line, word)
		if found && (rest == "" || strings.ContainsAny(rest[:1], " :(*\t")) {
			return true
		}
	}
	return false
}

func indentation(line string) int {
	n := 0
	for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	return n
}

// logicalLines returns where lines begin that hold code and do not continue another: not inside of brackets or a string,
// and not after a backslash.
func logicalLines(source string) []int {
	var starts []int
	depth, lineStart := 0, true
	for i := 0; i < len(source); {
		if lineStart {
			lineStart = false
			code := i + indentation(source[i:])
			if depth == 0 && code < len(source) && source[code] != '\n' && source[code] != '#' && source[code] != '\r' {
				starts = append(starts, i)
			}
		}
		switch c := source[i]; c {
		case '\\':
			i += 2 // a newline that does not end the line
		case '#':
			for i < len(source) && source[i] != '\n' {
				i++
			}
		case '\n':
			i++
			lineStart = depth == 0
		case '(', '[', '{':
			depth++
			i++
		case ')', ']', '}':
			depth = max(depth-1, 0)
			i++
		case '"', '\'':
			i = stringEnd(source, i)
		default:
			i++
		}
	}
	return starts
}

// stringEnd returns where the string literal ends whose quote is at i.
func stringEnd(source string, i int) int {
	formatted := false
	for p := i - 1; p >= 0 && p >= i-2 && strings.IndexByte("bBfFrRuU", source[p]) >= 0; p-- { // the prefix
		formatted = formatted || source[p] == 'f' || source[p] == 'F'
	}
	quote := source[i : i+1]
	if strings.HasPrefix(source[i:], strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	for i += len(quote); i < len(source); {
		switch {
		case strings.HasPrefix(source[i:], quote):
			return i + len(quote)
		case source[i] == '\\':
			i += 2 // even in a raw string
		case source[i] == '\n' && len(quote) == 1:
			return i // it is not closed
		case formatted && strings.HasPrefix(source[i:], "{{"):
			i += 2
		case formatted && source[i] == '{':
			i = fieldEnd(source, i, quote)
		default:
			i++
		}
	}
	return len(source)
}

// fieldEnd returns where a replacement field of an f-string ends that begins at i.
func fieldEnd(source string, i int, quote string) int {
	depth := 0
	for i < len(source) {
		switch c := source[i]; {
		case c == '{' || c == '(' || c == '[':
			depth++
			i++
		case c == '}' || c == ')' || c == ']':
			depth--
			i++
			if depth <= 0 {
				return i
			}
		case c == '\n' && len(quote) == 1 && depth == 1:
			return i
		case c == '"' || c == '\'':
			if depth == 1 && strings.HasPrefix(source[i:], quote) && !nests(source, i, quote) {
				return i
			}
			i = stringEnd(source, i)
		default:
			i++
		}
	}
	return i
}

// nests tells whether a quote inside of a field begins a string of the same kind, as it may since Python 3.12, and does not
// end the f-string around it: a field that is not closed is an error that tests provoke.
func nests(source string, i int, quote string) bool {
	line := source[i+len(quote):]
	if end := strings.IndexByte(line, '\n'); end >= 0 && len(quote) == 1 {
		line = line[:end]
	}
	closing := strings.Index(line, quote)
	return closing >= 0 && strings.Contains(line[closing:], "}")
}
