# A tokenizer by regular expression, a recursive-descent parser with precedence, a tree of dataclasses, an optimizer by match, and a stack machine.
import math
import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, Union


class TokenType(Enum):
    NUMBER = auto()
    NAME = auto()
    OP = auto()
    END = auto()


class Token(NamedTuple):
    type: TokenType
    value: str
    line: int
    column: int


class ParseError(SyntaxError):
    pass


SPEC = [("NUMBER", r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?"), ("NAME", r"[^\W\d]\w*"), ("OP", r"\*\*|//|[-+*/%^(),=!<>]=?"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+|\#.*"), ("BAD", r".")]
MASTER = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))


def tokenize(code):
    line, start = 1, 0
    for m in MASTER.finditer(code):
        kind, value = m.lastgroup, m.group()
        column = m.start() - start
        match kind:
            case "NEWLINE":
                line, start = line + 1, m.end()
            case "SKIP":
                pass
            case "BAD":
                raise ParseError(f"unexpected {value!r} at {line}:{column}")
            case _:
                yield Token(TokenType[kind], value, line, column)
    yield Token(TokenType.END, "", line, len(code) - start)


@dataclass(frozen=True)
class Num:
    value: float


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class Bin:
    op: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Call:
    name: str
    args: tuple["Node", ...]


Node = Union[Num, Var, Bin, Call]
LEVELS = [{"==", "<", ">"}, {"+", "-"}, {"*", "/", "//", "%"}]


class Parser:
    def __init__(self, code):
        self.tokens = list(tokenize(code))
        self.at = 0

    @property
    def token(self):
        return self.tokens[self.at]

    def take(self, *values):
        if self.token.value in values and self.token.type is not TokenType.END:
            self.at += 1
            return self.tokens[self.at - 1]

    def expect(self, value):
        if not (t := self.take(value)):
            raise ParseError(f"expected {value!r}, found {self.token.value or 'end'!r} at {self.token.line}:{self.token.column}")
        return t

    def parse(self):
        node = self.level(0)
        if self.token.type is not TokenType.END:
            raise ParseError(f"left over: {self.token}")
        return node

    def level(self, n):
        if n == len(LEVELS):
            return self.power()
        left = self.level(n + 1)
        while t := self.take(*LEVELS[n]):
            left = Bin(t.value, left, self.level(n + 1))
        return left

    def power(self):
        base = self.atom()
        return Bin("**", base, self.power()) if self.take("**", "^") else base

    def atom(self):
        t = self.token
        if self.take("-"):
            return Bin("-", Num(0.0), self.power())
        if self.take("("):
            node = self.level(0)
            self.expect(")")
            return node
        self.at += 1
        if t.type is TokenType.NUMBER:
            return Num(float(t.value))
        if t.type is TokenType.NAME:
            if not self.take("("):
                return Var(t.value)
            args = []
            if not self.take(")"):
                args.append(self.level(0))
                while self.take(","):
                    args.append(self.level(0))
                self.expect(")")
            return Call(t.value, tuple(args))
        raise ParseError(f"unexpected {t.value!r}" if t.value else "unexpected end")


def fold(node):
    match node:
        case Bin(op, left, right):
            match op, fold(left), fold(right):
                case "+", Num(0), x: return x
                case "*", Num(1), x: return x
                case "*", Num(0) as zero, _: return zero
                case "*", _, Num(value=0) as zero: return zero
                case "**", x, Num(1): return x
                case _, Num(a), Num(b): return Num(calculate(op, a, b))
                case _, l, r: return Bin(op, l, r)
        case Call(name, args):
            return Call(name, tuple(map(fold, args)))
        case Num() | Var():
            return node
        case other:
            raise TypeError(other)


def calculate(op, a, b):
    return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "//": lambda: a // b, "%": lambda: a % b,
            "**": lambda: a ** b, "==": lambda: float(a == b), "<": lambda: float(a < b), ">": lambda: float(a > b)}[op]()


def emit(node):
    match node:
        case Num(v): yield "push", v
        case Var(n): yield "load", n
        case Bin(op, l, r):
            yield from emit(l)
            yield from emit(r)
            yield "op", op
        case Call(n, args):
            for a in args:
                yield from emit(a)
            yield "call", n, len(args)


def run(code, **env):
    stack = []
    for instruction in code:
        match instruction:
            case ["push", v]: stack.append(v)
            case ["load", name] if name in env: stack.append(env[name])
            case ["load", name]: raise NameError(name)
            case ["op", op]:
                b, a = stack.pop(), stack.pop()
                stack.append(calculate(op, a, b))
            case ["call", name, n]:
                args = stack[len(stack) - n:]
                del stack[len(stack) - n:]
                stack.append(getattr(math, name)(*args))
    [result] = stack
    return result


for text in ["1 + 2 * 3", "2 ** 3 ** 2 - 1", "-(4 - 6) * x", "0 * sin(x) + 1 * y", "hypot(3, 4) // 2", "7 % 4 == 3", "1e3 / 8 # eighth", "(1 + 2", "3 $ 4", "1 +", "x y", "sqrt(-1)", "1 / (2 - 2)", "z"]:
    try:
        tree = Parser(text).parse()
        code = list(emit(fold(tree)))
        print(f"{text:>20} = {run(code, x=0.5, y=3):.10g}", code if len(code) < 4 else f"{len(code)} instructions")
    except (ParseError, ArithmeticError, ValueError, NameError) as e:
        print(f"{text:>20} ! {type(e).__name__}: {e}")
print(Parser("a + f(b, 2)").parse())
print(list(tokenize("x1\n+ 2"))[1])
