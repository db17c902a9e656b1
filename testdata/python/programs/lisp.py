# A small Lisp: reader, evaluator with closures, errors.
import math
import operator as op
from functools import reduce


def read(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()

    def form():
        if not tokens:
            raise SyntaxError("unexpected end")
        t = tokens.pop(0)
        if t == "(":
            out = []
            while tokens and tokens[0] != ")":
                out.append(form())
            if not tokens:
                raise SyntaxError("missing )")
            tokens.pop(0)
            return out
        if t == ")":
            raise SyntaxError("unexpected )")
        if t == "'":
            return ["quote", form()]
        for kind in (int, float):
            try:
                return kind(t)
            except ValueError:
                pass
        return t
    while tokens:
        yield form()


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise NameError(f"unknown symbol {name}")
        return self.outer.find(name)


GLOBAL = Env()
GLOBAL.update({"+": lambda *a: sum(a), "*": lambda *a: math.prod(a), "-": lambda a, *b: -a if not b else reduce(op.sub, b, a), "<": op.lt, "=": op.eq, "car": lambda l: l[0], "cdr": lambda l: l[1:],
               "cons": lambda a, l: [a, *l], "list": lambda *a: list(a), "null?": lambda l: l == [], "map": lambda f, l: [f(x) for x in l]})


def ev(x, env=GLOBAL):
    match x:
        case str(): return env.find(x)[x]
        case int() | float(): return x
        case ["quote", v]: return v
        case ["if", test, a, b]: return ev(a if ev(test, env) else b, env)
        case ["define", [name, *params], *body]: env[name] = ev(["lambda", params, *body], env)
        case ["define", name, v]: env[name] = ev(v, env)
        case ["set!", name, v]: env.find(name)[name] = ev(v, env)
        case ["lambda", params, *body]: return lambda *a: [ev(b, Env(params, a, env)) for b in body][-1]
        case ["let", bindings, body]: return ev(body, Env([b[0] for b in bindings], [ev(b[1], env) for b in bindings], env))
        case [f, *args]: return ev(f, env)(*[ev(a, env) for a in args])


PROGRAM = """(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 10)
(define (adder n) (lambda (x) (+ x n))) ((adder 5) 37) (map (lambda (x) (* x x)) '(1 2 3))
(let ((a 1) (b 2.5)) (+ a b)) (cons 1 (cdr '(9 8 7))) (define n 0) (set! n (+ n 1)) n (null? '())"""
for f in read(PROGRAM):
    if (v := ev(f)) is not None:
        print(v)
for bad in ("(+ 1", ")", "(undefined 1)", "(car '())", "(1 2)", "(+ 1 'a)"):
    try:
        for f in read(bad):
            print(ev(f))
    except Exception as e:
        print(type(e).__name__, e)
