# Unpacking in assignments, calls, loops, returns, displays; swaps and order.
a, (b, *c), d = 1, "xyz", [4]
print(a, b, c, d)
first, *_, last = range(6)
*head, tail = "abc"
print(first, last, head, tail)
a, b = b, a
x = y = [0]
x.append(1)
print(a, b, y, x is y)
i, l = 0, [0, 0, 0]
i, l[i] = 2, 9
print(i, l)
l[0], l[1], *l[2:] = "pqrs"
print(l)
[m, n], o = (1, 2), 3
(p) = 5
print(m + n + o + p)


def parts():
    return 1, *"ab", 2


def total(*args, sep="-", **kw):
    return sep.join(map(str, args)) + "".join(f" {k}={v}" for k, v in kw.items())


print(parts(), total(*parts(), *[9], sep="+", **{"k": 1}, **dict(z=2)), total(*{"a": 1}, **{}))
print([*range(3), *"ab"], {*"aab"} == {"a", "b"}, (*[], 1), {**{"a": 1}, "a": 2, **{"b": 3}})
for k, (v, *w) in {"one": (1, 2, 3), "two": "x"}.items():
    print(k, v, w, end="; ")
print(dict([("a", 1), *{"b": 2}.items()]), [a for a, *_ in ["xy", "z"]], max(*[3, 7], 5))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __iter__(self):
        yield self.x
        yield self.y


p = Point(1, 2)
u, v = p
p.x, p.y = p.y, p.x
print(u, v, *p, [*p], dict(zip("xy", p)))
for bad in ("a, b = 1", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = {}", "(a, b), c = 1, 2", "x, y = 'abc'", "a, b = iter([1])", "[*3]", "{**[1]}", "f(**3)", "a, b = p, *[]"):
    try:
        exec(bad, {"p": p, "f": total})
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for bad in ("*a = 1", "a, *b, *c = 1", "*a", "(a, b) += 1", "f() = 1"):
    try:
        compile(bad, "s", "exec")
    except SyntaxError as e:
        print("SyntaxError:", e.msg)
