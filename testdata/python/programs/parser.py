import re
from typing import NamedTuple, Iterator
class Token(NamedTuple):
    type: str
    value: str
    pos: int
SPEC = [("NUM", r"\d+(\.\d*)?([eE][+-]?\d+)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"\*\*|[-+*/%()=,<>!]=?"), ("WS", r"\s+"), ("BAD", r".")]
RX = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))
def lex(s: str) -> Iterator[Token]:
    for m in RX.finditer(s):
        k = m.lastgroup
        if k == "WS": continue
        if k == "BAD": raise SyntaxError(f"unexpected {m.group()!r} at {m.start()}")
        yield Token(k, m[0], m.start())
class Parser:
    PREC = {"+": (10, "L"), "-": (10, "L"), "*": (20, "L"), "/": (20, "L"), "%": (20, "L"), "**": (30, "R")}
    def __init__(self, text): self.toks = list(lex(text)); self.i = 0
    @property
    def cur(self): return self.toks[self.i] if self.i < len(self.toks) else None
    def eat(self, v=None):
        t = self.cur
        if t is None or (v and t.value != v): raise SyntaxError(f"expected {v}, got {t.value if t else 'end'}")
        self.i += 1
        return t
    def atom(self):
        match self.eat():
            case Token("NUM", v): return float(v) if any(c in v for c in ".eE") else int(v)
            case Token("ID", name) if self.cur and self.cur.value == "(":
                self.eat("("); args = []
                while self.cur.value != ")":
                    args.append(self.expr(0))
                    if self.cur.value == ",": self.eat(",")
                self.eat(")")
                return ("call", name, *args)
            case Token("ID", name): return ("var", name)
            case Token("OP", "("): e = self.expr(0); self.eat(")"); return e
            case Token("OP", "-"): return ("neg", self.expr(25))
            case t: raise SyntaxError(f"bad token {t}")
    def expr(self, p=0):
        left = self.atom()
        while (t := self.cur) and t.value in self.PREC and self.PREC[t.value][0] >= p:
            q, assoc = self.PREC[self.eat().value]
            left = (t.value, left, self.expr(q + (assoc == "L")))
        return left
import operator as op, math
OPS = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv, "%": op.mod, "**": op.pow}
def ev(n, env):
    match n:
        case int() | float(): return n
        case ("var", x): return env[x]
        case ("neg", x): return -ev(x, env)
        case ("call", f, *a): return getattr(math, f)(*[ev(x, env) for x in a])
        case (o, a, b): return OPS[o](ev(a, env), ev(b, env))
for s in ["1 + 2*3", "2**3**2", "-(4-6)*x % 5", "sqrt(2)*hypot(3, 4)", "1e3/7", "2 $ 3", "(1", "foo(1)", "1/0", "y"]:
    try: 
        p = Parser(s); t = p.expr(); print(f"{s:<22} {t!r:<50} = {ev(t, {'x': 7})}")
    except Exception as e: print(f"{s:<22} {type(e).__name__}: {e}")
