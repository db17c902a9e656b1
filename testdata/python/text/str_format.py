# str.format: fields, attributes, indexes, conversions, nesting.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        return f"<{self.x}:{self.y}:{spec}>"

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(1, 2.5)
print("{} {} {}".format(1, "two", 3.0), "{1} {0} {1}".format("a", "b"), "{name}: {value:>6.2f}".format(name="pi", value=3.14159), "{{}} {{{}}}".format(5))
print("{0.x} {0.y:.2f} {0!r} {0} {0:spec} {p.x}".format(p, p=p), "{0[1]} {0[0]} {d[key]} {d[two words]} {d[3]}".format([10, 20], d={"key": "v", "two words": 2, 3: "three"}))
print("{:{}} {:{w}.{prec}f} {:{fill}{align}{width}}".format("a", 5, 3.14159, "mid", w=8, prec=2, fill="*", align="^", width=9), "{0:>{1}}".format("r", 6))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:é^7}".format("日本"), "{a}{b}{a}".format(a=1, b="é"), "{0[a][b]}".format({"a": {"b": "deep"}}), "{.real}".format(3 + 4j))
print("{x} {y}".format_map({"x": 1, "y": 2}), "{p.x}".format_map({"p": p}))
print("{0}{0}{0}".format("ab"), "{:>{width}}|{:<{width}}|".format(1, 2, width=4))
