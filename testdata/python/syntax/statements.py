# Compound statements: else clauses, nested try, with in parentheses.
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__)
        return self.swallow


with Manager(1) as a, Manager(2) as b:
    print(a, b)
with (
    Manager(3) as a,
    Manager(4),
):
    print(a)
with (Manager(5)):
    pass
with (Manager(6), Manager(7)):
    pass
with (lambda: Manager(8))() as (c):
    print(c)
with Manager(9, True):
    raise ValueError


def early(how):
    for i in range(5):
        with Manager(i):
            try:
                if i == 1 and how == "return":
                    return "returned"
                if i == 1 and how == "break":
                    break
                if i == 0 and how == "continue":
                    continue
            finally:
                print("finally", i)
            if i == 2:
                break
    else:
        print("else")
    return "end"


for how in ("return", "break", "continue"):
    print(early(how))


def override():
    for _ in range(2):
        try:
            return 1
        finally:
            break
    return 2


def shadowed():
    try:
        raise KeyError("a")
    except (ValueError, KeyError) as error:
        kept = error
    try:
        error
    except NameError:
        print("gone")
    return kept.args


print(override(), shadowed())
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
    else:
        print("no")
    finally:
        print("inner")
except ArithmeticError as error:
    print(type(error).__name__)
else:
    print("no")
while True:
    break
else:
    print("no")
n = 3
while n: n -= 1
else: print("done")
for i in []: pass
else: print("empty")
if 0: pass
elif 1: print("elif")
else: pass
assert True, "no"
try:
    assert n, f"n is {n}"
except AssertionError as error:
    print(error)
i = 5; del i
try: i
except NameError as e: print("deleted")
