// Package pymutate makes odd Python programs out of others, to test what runs them. Most of what it makes is Python
// that somebody could have written; some is not even that.
package pymutate

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// Mutator makes programs. The same seed and programs give the same.
type Mutator struct {
	rng   *rand.Rand
	seeds []string
}

// New returns a mutator of programs, of which there must be at least one.
func New(seed uint64, programs []string) *Mutator {
	return &Mutator{rand.New(rand.NewPCG(seed, 0)), programs}
}

// Program returns one of the programs after one to six changes.
func (m *Mutator) Program() string {
	lines := m.lines()
	for range 1 + m.rng.IntN(6) {
		lines = pick(m, changes)(m, lines)
	}
	return strings.Join(lines, "\n") + "\n"
}

func (m *Mutator) lines() []string {
	return strings.Split(strings.TrimRight(pick(m, m.seeds), "\n"), "\n")
}

func pick[T any](m *Mutator, list []T) T { return list[m.rng.IntN(len(list))] }

// changes are what is done to the lines of a program. They may change the list in place.
var changes = []func(m *Mutator, lines []string) []string{
	(*Mutator).replaceLiteral, (*Mutator).replaceLiteral, (*Mutator).replaceLiteral,
	(*Mutator).replaceName, (*Mutator).replaceName, (*Mutator).replaceName,
	(*Mutator).replaceOperator, (*Mutator).duplicate, (*Mutator).remove, (*Mutator).swap, (*Mutator).splice,
	(*Mutator).wrap, (*Mutator).wrap, (*Mutator).insert, (*Mutator).insert,
	(*Mutator).meddle, (*Mutator).meddle, (*Mutator).nest,
}

var (
	literal  = regexp.MustCompile(`\b\d+(?:\.\d+)?\b|b?"[^"]*"|b?'[^']*'|\[\]|\(\)|\{\}|\bNone\b|\bTrue\b`)
	name     = regexp.MustCompile(`\b[A-Za-z_]\w*\b`)
	operator = regexp.MustCompile(` (?:\*\*|//|<<|>>|[-+*/%&|^<>]|[=!<>]=|and|or|not in|is) `)
)

// keywords are no names: changing them gives little but syntax errors.
var keywords = strings.Fields(`and as assert async await break class continue def del elif else except finally for from global if
	import in is lambda nonlocal not or pass raise return try while with yield print`)

// extremes are values that limits, sizes and conversions trip over.
var extremes = []string{
	"0", "-1", "1", "2**30", "-2**31", "2**31", "2**63", "2**64", "10**9", "10**30", "1e308", "-0.0", "float('nan')", "float('inf')",
	"''", "'a'", "'a' * 10**5", "'\\ud800\\U0001f600'", "b''", "b'\\xff' * 1000", "[]", "[0] * 1000", "()", "{}", "set()", "None",
	"range(10**6)", "range(-5, 5)", "bytearray(1000)", "(lambda *a: a)", "iter([])", "slice(None, None, -1)", "object()", "int", "type", "...",
	"[[[[[]]]]]", "odd", "Odd()", "endless()", "deep(300)", "deep(30000)", "shared(40)",
}

// builtins are functions that do much.
var builtins = strings.Fields(`repr str sorted list tuple dict set frozenset bytes bytearray hash len sum max min any all map filter zip
	enumerate reversed iter next getattr setattr isinstance type super print eval exec compile dir id int float complex bin hex oct
	ord chr pow divmod round abs callable globals locals property staticmethod memoryview open input __import__ object Odd deep shared`)

// operators are what stands between operands.
var operators = []string{"+", "-", "*", "**", "/", "//", "%", "@", "<<", ">>", "&", "|", "^", "==", "!=", "<", ">=", "in", "not in", "is", "and", "or"}

// statements are inserted as they are.
var statements = []string{
	"import gc; gc.collect()", "import gc; gc.threshold(1000)", "import sys; sys.stdout.write('x' * 1000)", "raise ValueError", "raise Odd", "return", "yield 1",
	"yield from endless()", "del odd", "print(locals())", "globals().clear()", "globals()['odd'] = deep(100)", "import json; json.loads(json.dumps(deep(50)))",
	"import json; json.loads('[' * 5000)", "import re; re.match('(a*)*b', 'a' * 50)", "import re; re.sub('(.)(.)', r'\\2\\1', 'ab' * 500)", "import struct; struct.pack('100s' * 100, *[b'a'] * 100)",
	"import heapq; h = [Odd(), Odd()]; heapq.heapify(h)", "import hashlib; hashlib.sha256(b'a' * 10**5).digest()", "import io; io.StringIO('a' * 10**5).read()",
	"import deflate, io; deflate.DeflateIO(io.BytesIO(b'\\x00' * 500)).read()", "import binascii; binascii.unhexlify('00' * 10**4)",
	"import asyncio; asyncio.run(asyncio.sleep(1))", "import os; print(os.listdir('/'))", "import array; a = array.array('i', range(1000)); a.extend(a)",
	"import collections; d = collections.deque((), 10); d.extend(range(100))", "import random; random.seed(1); print(random.getrandbits(32))", "import sys; sys.exit(3)",
	"sorted([Odd(), Odd(), Odd()])", "{Odd(): Odd()}", "Odd() == Odd()", "','.join(map(str, shared(12)))", "'%s' % Odd()", "'{:>1000}'.format(deep(20))", "str(deep(3000))",
	"[x for x in Odd()]", "Odd().x.y.z", "eval('(' * 500 + ')' * 500)", "exec('x = 1\\n' * 1000)", "hash(tuple(shared(30)))", "deep(3000) == deep(3000)", "x = 7 ** 3000; x = str(x * x)",
	"while True: pass", "for i in range(10**9): i", "del __builtins__", "__name__ = 5", "__import__('sys').modules.clear()", "assert 0, deep(10)", "lambda: (yield)", "async def f(): await f()", "global odd; odd = 1", "nonlocal odd",
}

// wraps put a block of lines under others; %s stands for the block.
var wraps = []string{
	"while True:\n%s", "for odd in range(3):\n%s", "try:\n%s\nexcept BaseException as e:\n    print(repr(e))", "try:\n%s\nfinally:\n    print('finally')",
	"def odd(*args, **kwargs):\n%s\nodd()", "def odd():\n    yield\n%s\nlist(odd())", "class Odd:\n    def __del__(self):\n        self.x = 1\n%s", "with Odd():\n%s", "if odd:\n%s\nelse:\n    pass",
	"def odd(n=3):\n%s\n    if n: return odd(n - 1)\nodd()", "async def odd():\n%s\nimport asyncio\nasyncio.run(odd())",
}

func (m *Mutator) at(lines []string) int { return m.rng.IntN(len(lines)) }

// replaceIn replaces one match of a pattern in a line.
func (m *Mutator) replaceIn(lines []string, pattern *regexp.Regexp, by string) []string {
	i := m.at(lines)
	if found := pattern.FindAllStringIndex(lines[i], -1); len(found) > 0 {
		at := pick(m, found)
		lines[i] = lines[i][:at[0]] + by + lines[i][at[1]:]
	}
	return lines
}

func (m *Mutator) replaceLiteral(lines []string) []string {
	return m.replaceIn(lines, literal, pick(m, extremes))
}

func (m *Mutator) replaceOperator(lines []string) []string {
	return m.replaceIn(lines, operator, " "+pick(m, operators)+" ")
}

func (m *Mutator) replaceName(lines []string) []string {
	by := pick(m, builtins)
	names := name.FindAllString(strings.Join(lines, "\n"), -1)
	names = slices.DeleteFunc(names, func(n string) bool { return slices.Contains(keywords, n) })
	if len(names) > 0 && m.rng.IntN(2) == 0 {
		by = pick(m, names)
	}
	i := m.at(lines)
	if first := name.FindString(lines[i]); slices.Contains(keywords, first) && first != "print" && first != "return" {
		return lines
	}
	if found := name.FindAllStringIndex(lines[i], -1); len(found) > 0 {
		at := pick(m, found)
		if !slices.Contains(keywords, lines[i][at[0]:at[1]]) {
			lines[i] = lines[i][:at[0]] + by + lines[i][at[1]:]
		}
	}
	return lines
}

func (m *Mutator) duplicate(lines []string) []string {
	i := m.at(lines)
	if opens(lines[i]) {
		return lines
	}
	return insertAt(lines, i, lines[i])
}

func (m *Mutator) remove(lines []string) []string {
	if i := m.at(lines); len(lines) > 1 && !opens(lines[i]) {
		return append(lines[:i], lines[i+1:]...)
	}
	return lines
}

func (m *Mutator) swap(lines []string) []string {
	i, j := m.at(lines), m.at(lines)
	if indentation(lines[i]) == indentation(lines[j]) && !opens(lines[i]) && !opens(lines[j]) {
		lines[i], lines[j] = lines[j], lines[i]
	}
	return lines
}

// opens tells whether a line begins a block, or goes on in the next.
func opens(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || strings.ContainsRune(":([{,\\", rune(line[len(line)-1]))
}

// splice puts some lines of another program among these.
func (m *Mutator) splice(lines []string) []string {
	other := m.lines()
	begin := m.at(other)
	for begin > 0 && indentation(other[begin]) != "" {
		begin--
	}
	end := min(len(other), begin+1+m.rng.IntN(20))
	for end < len(other) && (indentation(other[end]) != "" || opens(other[end-1])) {
		end++
	}
	i := m.at(lines)
	for i > 0 && (indentation(lines[i]) != "" || opens(lines[i-1])) {
		i--
	}
	return insertAt(lines, i, other[begin:end]...)
}

// insert puts a statement before a line, with its indentation.
func (m *Mutator) insert(lines []string) []string {
	i := m.at(lines)
	if i > 0 && opens(lines[i-1]) && !strings.HasSuffix(lines[i-1], ":") {
		return lines // in the midst of a bracket
	}
	return insertAt(lines, i, indentation(lines[i])+pick(m, statements))
}

// wrap puts a block of lines that stand equally deep, or deeper, under another statement.
func (m *Mutator) wrap(lines []string) []string {
	begin := m.at(lines)
	indent := indentation(lines[begin])
	end := begin + 1
	for limit := begin + 1 + m.rng.IntN(12); end < len(lines) && strings.HasPrefix(lines[end], indent); end++ {
		if end >= limit && indentation(lines[end]) == indent && !opens(lines[end-1]) {
			break
		}
	}
	block := make([]string, end-begin)
	for i, line := range lines[begin:end] {
		block[i] = "    " + line
	}
	var text []string
	for _, line := range strings.Split(fmt.Sprintf(pick(m, wraps), strings.Join(block, "\n")), "\n") {
		if !strings.HasPrefix(line, "    "+indent) || indent == "" {
			line = indent + line
		}
		text = append(text, line)
	}
	return insertAt(append(append([]string{}, lines[:begin]...), lines[end:]...), begin, text...)
}

func indentation(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " "))] }

func insertAt(lines []string, i int, more ...string) []string {
	out := append([]string{}, lines[:i]...)
	return append(append(out, more...), lines[i:]...)
}

// Prelude defines the names that changes make use of: objects that misbehave, and structures that are deep or endless.
// It goes before a program.
const Prelude = `odd = 0
def endless():
    while True:
        yield 1
def deep(n):
    a = []
    for _ in range(n):
        a = [a]
    return a
def shared(n):
    a = ()
    for _ in range(n):
        a = (a, a)
    return a
class Odd:
    def __init__(self, *args): self.n = 0
    def __eq__(self, other): self.n += 1; return self.n % 3 == 0
    def __lt__(self, other): self.n += 1; return self.n % 2 == 0
    def __hash__(self): return 7
    def __repr__(self): return "Odd" * 10 + repr(self.__dict__)
    def __getattr__(self, name): return getattr(self, name + "x") if name.startswith("y") else self
    def __getitem__(self, i): return self if i else [][i]
    def __setitem__(self, i, x): raise KeyError(i)
    def __len__(self): return self.n
    def __iter__(self): return iter([self, self])
    def __call__(self, *args, **kwargs): return self
    def __enter__(self): return self
    def __exit__(self, *args): return True
    def __add__(self, other): return [self] * 100
    def __del__(self): self.n = 0
`
