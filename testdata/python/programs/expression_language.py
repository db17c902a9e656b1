import re, sys, collections, itertools, string, random, math, heapq, bisect, statistics
# tiny language with closures, errors with carets
class LangError(Exception):
    def __init__(self, msg, pos, src):
        super().__init__(msg); self.pos = pos; self.src = src
    def __str__(self): return f"{self.args[0]}\n  {self.src}\n  {' ' * self.pos}^"
TOK = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>=>|==|[-+*/(){},;<=]))")
def lex(src):
    pos = 0
    while pos < len(src.rstrip()):
        m = TOK.match(src, pos)
        if not m: raise LangError(f"unexpected {src[pos]!r}", pos + (len(src[pos:]) - len(src[pos:].lstrip())), src)
        yield m.lastgroup, m[m.lastgroup], m.start(m.lastgroup)
        pos = m.end()
    yield "end", "", len(src)
class P:
    prec = {"==": 1, "<": 1, "+": 2, "-": 2, "*": 3, "/": 3}
    def __init__(self, src): self.src = src; self.t = list(lex(src)); self.i = 0
    @property
    def cur(self): return self.t[self.i]
    def eat(self, v=None):
        k, x, p = self.cur
        if v is not None and x != v: raise LangError(f"expected {v!r}, found {x or 'end'!r}", p, self.src)
        self.i += 1
        return x
    def expr(self, p=0):
        left = self.atom()
        while (op := self.cur[1]) in self.prec and self.prec[op] > p:
            self.eat(); left = (op, left, self.expr(self.prec[op]))
        return left
    def atom(self):
        k, x, p = self.cur
        if k == "num": self.eat(); e = float(x) if "." in x else int(x)
        elif x == "(":
            self.eat(); e = self.expr(); self.eat(")")
        elif k == "name":
            self.eat()
            if self.cur[1] == "=>": self.eat(); return ("fn", x, self.expr())
            if x == "let":
                n = self.eat(); self.eat("="); v = self.expr(); self.eat(";"); return ("let", n, v, self.expr())
            if x == "if":
                c = self.expr(); self.eat("{"); a = self.expr(); self.eat("}"); self.eat("{"); b = self.expr(); self.eat("}"); return ("if", c, a, b)
            e = ("var", x, p)
        else: raise LangError("expected expression", p, self.src)
        while self.cur[1] == "(":
            self.eat(); a = self.expr(); self.eat(")"); e = ("call", e, a)
        return e
import operator as op
OPS = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv, "<": op.lt, "==": op.eq}
def ev(e, env, src):
    match e:
        case int() | float(): return e
        case ("var", n, p):
            try: return env[n]
            except KeyError: raise LangError(f"unknown {n}", p, src) from None
        case ("fn", a, b): return lambda v: ev(b, env.new_child({a: v}), src)
        case ("let", n, v, b):
            new = env.new_child(); new[n] = ev(v, new, src); return ev(b, new, src)
        case ("if", c, a, b): return ev(a if ev(c, env, src) else b, env, src)
        case ("call", f, a): return ev(f, env, src)(ev(a, env, src))
        case (o, a, b): return OPS[o](ev(a, env, src), ev(b, env, src))
for s in ["1 + 2 * 3", "let f = n => if n < 2 { 1 } { n * f(n - 1) }; f(20)", "(x => y => x / y)(7)(2)", "let a = 3; a + b", "1 + ", "2 $ 3", "let x 3; x", "1/0", "3(4)"]:
    try: print(s, "->", ev(P(s).expr(), collections.ChainMap({}), s))
    except LangError as e: print(e)
    except (ZeroDivisionError, TypeError) as e: print(type(e).__name__, e)
text = "the quick brown fox jumps over the lazy dog the end"
c = collections.Counter(text.split()); print(c.most_common(2), c.total(), c - collections.Counter(the=2), +c == c)
idx = collections.defaultdict(list)
for i, w in enumerate(text.split()): idx[w[0]].append(i)
print(dict(idx), list(map(len, itertools.batched(text, 10))), [*itertools.accumulate([1,2,3,4], op.mul, initial=10)])
q = []; [heapq.heappush(q, (p, n)) for n, p in enumerate([5, 1, 4, 1])]; print([heapq.heappop(q) for _ in range(len(q))], list(heapq.merge([1,4],[2,3], reverse=False)))
print(statistics.quantiles([1,2,3,4,5,6], n=4), statistics.mode("aabbb"), statistics.fmean([1,2.5]), math.isqrt(10**30+1), math.comb(50,6), math.dist((0,0),(3,4)), math.nextafter(1,2))
print(f"{1234567.891:,.2f}|{255:#010b}|{'mid':*^9}|{3.0!r:>6}|{-5:+d}|{1e-10:g}|{0.1+0.2:.17g}|{12345:e}|{True:d}|{'x':<3}|")
print("%5.1f%% %-5s|%05d|%x|%r|%(a)s" % {"a": 1} if False else "%5.1f%% %-5s|%05d|%x|%r" % (99.55, "ab", -42, 255, "q"))
print(string.Template("$who owes $$${amt}").substitute(who="Al", amt=5), str.maketrans("abc", "xyz"), "Straße".casefold(), "ǆ".title(), "İ".lower().encode())
