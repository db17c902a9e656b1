# What programs commonly get wrong, and what is said of it.
five = 5


class Point:
    def __init__(self, x):
        self.x = x

    def move(self, dx, dy):
        return dx


def function(a, b, *, c=1):
    return a


def unbound():
    print(total)
    total = 1


def unbound_above():
    def inner():
        return later

    inner()
    later = 1


def deleted():
    x = 1
    del x
    return x


attempts = [
    lambda: 1 + "a", lambda: "a" + 1, lambda: [1] + (2,), lambda: (1,) + [2], lambda: b"a" + "a", lambda: None + 1,
    lambda: "a" * "b", lambda: [1] * 2.0, lambda: 2 - "1", lambda: {} | [], lambda: 2 ** "x", lambda: 1 @ 2,
    lambda: 1 < "a", lambda: [1] >= None, lambda: {} < {}, lambda: max(1, "a"), lambda: sorted([1, "b"]),
    lambda: -"a", lambda: +[], lambda: ~1.5, lambda: abs("x"), lambda: 1 in 5,
    lambda: 1 / 0, lambda: 1.5 / 0, lambda: 0 ** -1,
    lambda: missing, lambda: None.upper(), lambda: Point(1).y, lambda: Point.z, lambda: (5).name,
    lambda: five(), lambda: Point(1)(), lambda: five[0], lambda: (lambda: None)()["x"], lambda: list()["a"], lambda: {}["a"], lambda: {}[1, 2], lambda: [1][5],
    lambda: function(), lambda: function(1), lambda: function(1, 2, 3), lambda: function(1, 2, d=3), lambda: function(1, a=2, b=3),
    lambda: Point(), lambda: Point(1).move(1), lambda: Point(1).move(1, 2, 3),
    lambda: int("x"), lambda: int(""), lambda: float("abc"), lambda: int([]), lambda: int("9", 8),
    lambda: ",".join([1, 2]), lambda: ",".join(["a", None]), lambda: list(5), lambda: len(5), lambda: next(5), lambda: iter(None),
    lambda: {[]: 1}, lambda: {1, {}}, lambda: hash([]), lambda: chr(-1), lambda: ord("ab"), lambda: range(1, 2, 0),
    lambda: [].pop(), lambda: [1].index(2), lambda: [1].remove(2), lambda: {}.popitem(), lambda: {1}.remove(2), lambda: "abc".index("z"),
    unbound, unbound_above, deleted,
    lambda: exec("a, b = 1"), lambda: exec("a, b = [1]"), lambda: exec("a, b = 1, 2, 3"), lambda: exec("a, *b, c = [1]"),
    lambda: exec("'abc'[0] = 'x'"), lambda: exec("(1,)[0] = 2"), lambda: exec("del nothing"), lambda: exec("with 5: pass"),
    lambda: exec("x = 5\nx.y = 1"), lambda: exec("for i in 5: pass"), lambda: exec("raise 5"), lambda: exec("assert False, 'no'"),
    lambda: exec("import not_there"), lambda: exec("from math import not_there"),
]
for number, attempt in enumerate(attempts):
    try:
        print(number, "gave", attempt())
    except Exception as error:
        print(number, type(error).__name__ + ":", error)
