# A calculator: tokens by one regular expression, precedence climbing, variables, functions, errors with places.
import math
import operator
import re

TOKEN = re.compile(r"\s*(?:(?P<num>\d+\.?\d*(?:e[+-]?\d+)?)|(?P<name>[a-z_]\w*)|(?P<op>\*\*|//|[-+*/%^(),=!]))", re.I)
BINARY = {"=": (0, None), "+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "//": (2, operator.floordiv), "%": (2, operator.mod), "**": (4, operator.pow)}
NAMES = {"pi": math.pi}
FUNCTIONS = {"sqrt": math.sqrt, "max": max, "abs": abs, "gcd": math.gcd}


class Parser:
    def __init__(self, text):
        self.text, self.tokens, at = text.rstrip(), [], 0
        while at < len(self.text):
            m = TOKEN.match(self.text, at)
            if not m:
                raise SyntaxError(f"bad character {self.text[at:].lstrip()[0]!r} at {at}")
            self.tokens.append((m.lastgroup, m[m.lastgroup], m.start(m.lastgroup)))
            at = m.end()
        self.tokens.append(("end", "", len(self.text)))
        self.i = 0

    def peek(self):
        return self.tokens[self.i]

    def take(self, value=None):
        t = self.tokens[self.i]
        if value and t[1] != value:
            raise SyntaxError(f"expected {value!r}, got {t[1] or 'end'!r} at {t[2]}")
        self.i += 1
        return t

    def atom(self):
        kind, text, at = self.take()
        if kind == "num":
            return float(text) if "." in text or "e" in text else int(text)
        if kind == "name":
            if self.peek()[1] == "(":
                self.take()
                args = [self.expr()]
                while self.peek()[1] == ",":
                    self.take()
                    args.append(self.expr())
                self.take(")")
                return FUNCTIONS[text](*args)
            if self.peek()[1] == "=":
                self.take()
                NAMES[text] = self.expr()
            if text not in NAMES:
                raise NameError(f"{text} is not defined")
            return NAMES[text]
        if text == "(":
            v = self.expr()
            self.take(")")
            return v
        if text == "-":
            return -self.expr(3)
        raise SyntaxError(f"unexpected {text or 'end'!r} at {at}")

    def expr(self, least=1):
        left = self.atom()
        while (op := self.peek()[1]) in BINARY and BINARY[op][0] >= least:
            self.take()
            p, f = BINARY[op]
            left = f(left, self.expr(p if op == "**" else p + 1))
        if self.peek()[1] == "!":
            self.take()
            left = math.factorial(left)
        return left

    def run(self):
        v = self.expr()
        self.take() if self.peek()[0] == "end" else self.take("end")
        return v


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "7 // 2 - 7 % 4", "x = 4 * 1.5", "x / 2", "sqrt(16) + max(1, x, 3)", "5!", "gcd(12, 18) * abs(-3)", "10 - 4 - 3", "1e3 / 8", "1 +", "2 $ 3", "(1", "y + 1", "1 2", "1 / 0", "sqrt(0 - 1)", "max(1,", ")"):
    try:
        print(f"{text:<26}", Parser(text).run())
    except (SyntaxError, NameError, ZeroDivisionError, ValueError, KeyError) as e:
        print(f"{text:<26}", type(e).__name__, e)
