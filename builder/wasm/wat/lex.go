package wat

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// node is a parenthesised list, a string or any other word of the text.
type node struct {
	line   int
	word   string // keyword, identifier or number, or the bytes of a string
	quoted bool   // word is a string
	list   []node // not nil for a list
}

// keyword returns the word a list begins with, or "".
func (n *node) keyword() string {
	if len(n.list) > 0 && n.list[0].list == nil && !n.list[0].quoted {
		return n.list[0].word
	}
	return ""
}

// String describes the node in errors.
func (n *node) String() string {
	switch {
	case n.list != nil:
		return fmt.Sprintf("(%s ...)", n.keyword())
	case n.quoted:
		return strconv.Quote(n.word)
	}
	return fmt.Sprintf("%q", n.word)
}

// errorf makes an error about this place in the text.
func (n *node) errorf(format string, args ...any) error {
	return fmt.Errorf("line %d: %w", n.line, fmt.Errorf(format, args...))
}

// maxNesting bounds how deep parentheses may nest, for lists are read by recursion.
const maxNesting = 1000

// lexer reads nodes from src.
type lexer struct {
	src  string
	pos  int
	line int
}

// lex returns the nodes of the whole text.
func lex(src string) ([]node, error) {
	l := &lexer{src: src, line: 1}
	nodes, err := l.nodes(0)
	if err == nil && l.pos < len(l.src) {
		err = fmt.Errorf("line %d: a closing parenthesis without an opening one", l.line)
	}
	return nodes, err
}

// nodes reads up to a closing parenthesis, which it leaves, or the end.
func (l *lexer) nodes(depth int) ([]node, error) {
	list := []node{}
	for {
		if err := l.skip(); err != nil {
			return nil, err
		}
		if l.pos >= len(l.src) || l.src[l.pos] == ')' {
			return list, nil
		}
		n, err := l.node(depth)
		if err != nil {
			return nil, err
		}
		list = append(list, n)
	}
}

func (l *lexer) node(depth int) (n node, err error) {
	n.line = l.line
	switch l.src[l.pos] {
	case '(':
		if depth == maxNesting {
			return n, n.errorf("at most %d nested parentheses expected", maxNesting)
		}
		l.pos++
		if n.list, err = l.nodes(depth + 1); err != nil {
			return n, err
		}
		if l.pos >= len(l.src) {
			return n, n.errorf("this parenthesis is never closed")
		}
		l.pos++
	case '"':
		n.quoted = true
		n.word, err = l.str()
	default:
		from := l.pos
		for l.pos < len(l.src) && !strings.ContainsRune(" \t\r\n()\";", rune(l.src[l.pos])) {
			l.pos++
		}
		if n.word = l.src[from:l.pos]; n.word == "" {
			err = n.errorf("unexpected %q", l.src[l.pos])
		}
	}
	return n, err
}

// skip passes over blanks and comments.
func (l *lexer) skip() error {
	for l.pos < len(l.src) {
		rest := l.src[l.pos:]
		switch {
		case rest[0] == '\n':
			l.line++
			l.pos++
		case rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\r':
			l.pos++
		case strings.HasPrefix(rest, ";;"):
			if end := strings.IndexByte(rest, '\n'); end >= 0 {
				l.pos += end
			} else {
				l.pos = len(l.src)
			}
		case strings.HasPrefix(rest, "(;"):
			if err := l.blockComment(); err != nil {
				return err
			}
		default:
			return nil
		}
	}
	return nil
}

// blockComment passes over a comment in (; ;), which may hold others.
func (l *lexer) blockComment() error {
	at := l.line
	for depth := 0; l.pos < len(l.src); {
		rest := l.src[l.pos:]
		switch {
		case strings.HasPrefix(rest, "(;"):
			depth++
			l.pos += 2
		case strings.HasPrefix(rest, ";)"):
			depth--
			l.pos += 2
			if depth == 0 {
				return nil
			}
		default:
			if rest[0] == '\n' {
				l.line++
			}
			l.pos++
		}
	}
	return fmt.Errorf("line %d: this comment is never closed", at)
}

// escapes maps the letter after a backslash to what it stands for.
var escapes = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', '"': '"', '\'': '\'', '\\': '\\'}

// str reads a string literal, which begins here.
func (l *lexer) str() (string, error) {
	var b strings.Builder
	for l.pos++; l.pos < len(l.src); {
		c := l.src[l.pos]
		l.pos++
		switch {
		case c == '"':
			return b.String(), nil
		case c == '\n':
			return "", fmt.Errorf("line %d: a string ends with the line", l.line)
		case c != '\\':
			b.WriteByte(c)
		default:
			if err := l.escape(&b); err != nil {
				return "", err
			}
		}
	}
	return "", fmt.Errorf("line %d: this string is never closed", l.line)
}

// escape reads what follows a backslash.
func (l *lexer) escape(b *strings.Builder) error {
	rest := l.src[l.pos:]
	if rest != "" {
		if c, ok := escapes[rest[0]]; ok {
			b.WriteByte(c)
			l.pos++
			return nil
		}
	}
	if strings.HasPrefix(rest, "u{") {
		digits, _, closed := strings.Cut(rest[2:], "}")
		r, err := strconv.ParseUint(digits, 16, 32)
		if !closed || err != nil || !utf8.ValidRune(rune(r)) {
			return fmt.Errorf("line %d: \\u{...} with a code point expected", l.line)
		}
		b.WriteRune(rune(r))
		l.pos += len("u{}") + len(digits)
		return nil
	}
	if len(rest) >= 2 {
		if c, err := strconv.ParseUint(rest[:2], 16, 8); err == nil {
			b.WriteByte(byte(c))
			l.pos += 2
			return nil
		}
	}
	return fmt.Errorf("line %d: unknown escape in a string", l.line)
}
