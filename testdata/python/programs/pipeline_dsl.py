# A small language of data pipelines in Python's operators.
import operator
from functools import reduce


class Col:
    def __init__(self, f, text):
        self.f, self.text = f, text

    def __call__(self, row):
        return self.f(row)

    def _op(symbol, op):
        def method(self, other):
            get = other if isinstance(other, Col) else Col(lambda row: other, repr(other))
            return Col(lambda row: op(self(row), get(row)), f"({self.text} {symbol} {get.text})")
        return method

    __add__, __sub__, __mul__, __gt__, __lt__ = map(_op, "+-*><", (operator.add, operator.sub, operator.mul, operator.gt, operator.lt))
    __ge__ = _op(">=", operator.ge)
    __and__, __or__, __eq__ = _op("&", lambda a, b: a and b), _op("|", lambda a, b: a or b), _op("==", operator.eq)
    __hash__ = None

    def __invert__(self):
        return Col(lambda row: not self(row), f"~{self.text}")

    def upper(self):
        return Col(lambda row: self(row).upper(), f"{self.text}.upper()")


class Columns:
    def __getattr__(self, name):
        return Col(operator.itemgetter(name), name)


class Table:
    def __init__(self, rows):
        self.rows = list(rows)

    def __or__(self, step):
        return step(self)

    def __iter__(self):
        return iter(self.rows)


def where(cond):
    return lambda t: Table(r for r in t if cond(r))


def select(*names, **made):
    return lambda t: Table({n: r[n] for n in names} | {k: f(r) for k, f in made.items()} for r in t)


def sort(key, reverse=False):
    return lambda t: Table(sorted(t, key=key, reverse=reverse))


def group(key, **folds):
    def step(t):
        groups = {}
        for r in t:
            groups.setdefault(key(r), []).append(r)
        return Table({"key": k} | {n: f(rs) for n, f in folds.items()} for k, rs in groups.items())
    return step


def total(col):
    return lambda rows: reduce(operator.add, map(col, rows))


def show(t):
    for r in t:
        print("  ", r)
    return t


c = Columns()
people = Table([dict(name="ann", team="a", age=31, pay=10), dict(name="bob", team="b", age=25, pay=8), dict(name="cy", team="a", age=52, pay=15), dict(name="di", team="b", age=40, pay=9)])
cond = (c.age > 30) & ~(c.team == "b") | (c.pay < c.age - 30)
print(cond.text, (c.pay * 12 + 1).text)
people | where(cond) | select("name", who=c.name.upper(), year=c.pay * 12) | sort(c.year, reverse=True) | show
people | group(c.team, n=len, pay=total(c.pay), oldest=lambda rs: max(rs, key=c.age)["name"]) | sort(c.key) | show
for bad in (lambda: people | where(c.salary > 3), lambda: people | where(c.name > 3), lambda: hash(c.name)):
    try:
        bad()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
