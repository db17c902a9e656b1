# What augmented assignments say when the operands do not fit.
import operator


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        return Money(self.amount + other.amount)


def attempt(label, function):
    try:
        print(label, function())
    except (TypeError, AttributeError) as error:
        print(label, type(error).__name__, error)


for left, right in ((1, "a"), ([], 1), (1.5, "a"), ("a", 1), ({}, 1), (None, 1), (1, None), ((), 1), (set(), 1), (Money(1), 1)):
    for op in ("+=", "-=", "*=", "|=", "<<=", "//=", "**="):
        scope = {"left": left, "right": right}
        attempt(f"{type(left).__name__} {op} {type(right).__name__}:", lambda: exec(f"left {op} right", scope))

total = 0
rows = [{"price": 3}, {"price": None}]
try:
    for row in rows:
        total += row["price"]
except TypeError as error:
    print(error)
attempt("plain:", lambda: total + None)
attempt("function:", lambda: operator.sub(1, "a"))
attempt("in place:", lambda: operator.isub(1, "a"))
attempt("sum:", lambda: sum([1, "a"]))
