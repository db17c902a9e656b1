# An interpreter of small expressions.
import re
from typing import NamedTuple, Iterator

class Token(NamedTuple):
    type: str
    value: str | float
    line: int
    column: int

KEYWORDS = {'IF', 'THEN', 'ENDIF', 'FOR', 'NEXT', 'GOSUB', 'RETURN'}
SPEC = [
    ('NUMBER',   r'\d+(\.\d*)?'),
    ('ASSIGN',   r':='),
    ('END',      r';'),
    ('ID',       r'[A-Za-z]+'),
    ('OP',       r'[+\-*/]'),
    ('NEWLINE',  r'\n'),
    ('SKIP',     r'[ \t]+'),
    ('MISMATCH', r'.'),
]
PATTERN = re.compile('|'.join('(?P<%s>%s)' % pair for pair in SPEC))

def tokenize(code: str) -> Iterator[Token]:
    line_num, line_start = 1, 0
    for mo in PATTERN.finditer(code):
        kind, value = mo.lastgroup, mo.group()
        column = mo.start() - line_start
        match kind:
            case 'NUMBER':
                value = float(value) if '.' in value else int(value)
            case 'ID' if value in KEYWORDS:
                kind = value
            case 'NEWLINE':
                line_start = mo.end()
                line_num += 1
                continue
            case 'SKIP':
                continue
            case 'MISMATCH':
                raise RuntimeError(f'{value!r} unexpected on line {line_num}')
        yield Token(kind, value, line_num, column)

statements = '''
    IF quantity THEN
        total := total + price * quantity;
        tax := price * 0.05;
    ENDIF;
'''
for token in tokenize(statements):
    print(token)
try:
    list(tokenize("a $ b"))
except RuntimeError as e:
    print("Error:", e)

class Parser:
    def __init__(self, text):
        self.tokens = [t for t in tokenize(text)]
        self.pos = 0
    def peek(self):
        return self.tokens[self.pos] if self.pos < len(self.tokens) else None
    def eat(self, *values):
        if (t := self.peek()) is not None and t.value in values:
            self.pos += 1
            return t.value
    def expr(self):
        left = self.term()
        while op := self.eat('+', '-'):
            right = self.term()
            left = (op, left, right)
        return left
    def term(self):
        left = self.atom()
        while op := self.eat('*', '/'):
            left = (op, left, self.atom())
        return left
    def atom(self):
        t = self.peek()
        self.pos += 1
        return t.value

def evaluate(node, env):
    match node:
        case int() | float() as n:
            return n
        case str(name):
            return env[name]
        case ('+', l, r):
            return evaluate(l, env) + evaluate(r, env)
        case ('-', l, r):
            return evaluate(l, env) - evaluate(r, env)
        case (op, l, r) if op in '*/':
            a, b = evaluate(l, env), evaluate(r, env)
            return a * b if op == '*' else a / b
        case _:
            raise TypeError(node)

for src in ("1 + 2 * 3 - 4 / 2", "x * x + y", "2 * 3 * 4"):
    tree = Parser(src).expr()
    print(src, '=>', tree, '=', evaluate(tree, {"x": 3, "y": 0.5}))
try:
    evaluate(Parser("a+1").expr(), {})
except KeyError as e:
    print("unknown", e)
