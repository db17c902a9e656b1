# A parser of JSON from combinators.
import re


class ParseError(ValueError):
    pass


def regex(p, f=lambda s: s):
    r = re.compile(p)

    def parse(text, i):
        m = r.match(text, i)
        if not m:
            raise ParseError(f"expected {p} at {i}, got {text[i:i + 5]!r}")
        return f(m[0]), m.end()
    return parse


def seq(*ps):
    def parse(text, i):
        out = []
        for p in ps:
            v, i = p(text, i)
            out.append(v)
        return out, i
    return parse


def alt(*ps):
    def parse(text, i):
        best = None
        for p in ps:
            try:
                return p(text, i)
            except ParseError as e:
                best = best or e
        raise best
    return parse


def many(p, sep):
    def parse(text, i):
        out = []
        try:
            v, i = p(text, i)
        except ParseError:
            return out, i
        out.append(v)
        while True:
            try:
                _, j = sep(text, i)
            except ParseError:
                return out, i
            v, i = p(text, j)
            out.append(v)
    return parse


def apply(p, f):
    def parse(text, i):
        v, i = p(text, i)
        return f(v), i
    return parse


def lazy(name): return lambda text, i: globals()[name](text, i)
def token(t, f=lambda s: s): return apply(regex(r"\s*" + t), lambda s: f(s.strip()))


number = token(r"-?\d+(?:\.\d+)?", lambda s: float(s) if "." in s else int(s))
string = token(r'"(?:[^"\\]|\\.)*"', lambda s: s[1:-1].replace('\\"', '"'))
words = alt(*(token(w, lambda s, v=v: v) for w, v in (("true", True), ("false", False), ("null", None))))
array = apply(seq(token(r"\["), many(lazy("value"), token(",")), token(r"\]")), lambda v: v[1])
pair = apply(seq(string, token(":"), lazy("value")), lambda v: (v[0], v[2]))
obj = apply(seq(token(r"\{"), many(pair, token(",")), token(r"\}")), lambda v: dict(v[1]))
value = alt(number, string, words, array, obj)
for text in ('{"a": [1, 2.5, {"b": null}], "c": "x\\"y", "d": []}', " [true , false]", "-7", "[1, ]", '{"a" 1}', "?"):
    try:
        print(value(text, 0)[0])
    except ParseError as e:
        print("error:", e)
