# How objects say how they are rebuilt; references to what is kept elsewhere.
import copyreg
import io
import pickle

DB = {1: "row one", 2: "row two"}


class Row:
    def __init__(self, key):
        self.key = key

    def __repr__(self):
        return f"Row({self.key}: {DB[self.key]})"


class P(pickle.Pickler):
    def persistent_id(self, obj):
        return ("Row", obj.key) if isinstance(obj, Row) else None


class U(pickle.Unpickler):
    def persistent_load(self, pid):
        if pid[0] != "Row":
            raise pickle.UnpicklingError(pid)
        return Row(pid[1])

    def find_class(self, module, name):
        if module != "builtins":
            raise pickle.UnpicklingError(f"{module}.{name} is forbidden")
        return super().find_class(module, name)


def dump(x):
    f = io.BytesIO()
    P(f).dump(x)
    return f.getvalue()


print(U(io.BytesIO(dump([Row(1), {"x": Row(2)}]))).load())


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __reduce__(self):
        return Point, (self.x, self.y)


p = pickle.loads(pickle.dumps(Point(1, 2)))
print(p.x, p.y)
try:
    U(io.BytesIO(dump(Point(1, 2)))).load()
except pickle.UnpicklingError as e:
    print(e)


class Fraction2:
    __slots__ = ("n", "d")

    def __init__(self, n, d):
        self.n, self.d = n, d


copyreg.pickle(Fraction2, lambda f: (Fraction2, (f.n, f.d)))
f = pickle.loads(pickle.dumps(Fraction2(3, 4)))
print(f.n, f.d)


class Single:
    def __reduce__(self):
        return "SINGLE"


SINGLE = Single()
print(pickle.loads(pickle.dumps(SINGLE)) is SINGLE)


class Args(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


print(pickle.loads(pickle.dumps(Args(1, 2))), type(pickle.loads(pickle.dumps(Args(1, 2)))).__name__)
