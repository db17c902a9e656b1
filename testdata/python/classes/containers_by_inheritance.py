# Subclasses of the built-in types that change one thing.
class DefaultList(list):
    def __init__(self, *a, default=0):
        super().__init__(*a)
        self.default = default

    def __getitem__(self, i):
        try:
            return super().__getitem__(i)
        except IndexError:
            return self.default


class Counter2(dict):
    def __missing__(self, key):
        return 0


class CIStr(str):
    def __eq__(self, o): return self.lower() == o.lower()
    def __hash__(self): return hash(self.lower())


class Celsius(float):
    def __str__(self): return f"{float(self):.1f} °C"
    def __add__(self, o): return Celsius(float(self) + o)
    @property
    def f(self): return self * 9 / 5 + 32


class Even(int):
    def __new__(cls, v):
        if v % 2:
            raise ValueError(f"{v} is odd")
        return super().__new__(cls, v)


class Frozen(frozenset):
    def __repr__(self): return "Frozen" + str(sorted(self))


class Tagged(tuple):
    def __new__(cls, *xs, tag): self = super().__new__(cls, xs); self.tag = tag; return self


d = DefaultList([1, 2], default="?")
d.append(3)
c = Counter2()
for ch in "hello":
    c[ch] += 1
t = Celsius(20)
print(d[1], d[9], len(d), d[0:2], type(d + [1]).__name__, isinstance(d, list), sorted(d), d.index(2), [*d])
print(c, c["z"], "z" in c, c.get("z"), c == {"h": 1, "e": 1, "l": 2, "o": 1}, CIStr("Ab") == "aB", {CIStr("X"): 1}[CIStr("x")], CIStr("ab").upper(), type(CIStr("a") + "b").__name__)
print(t, t + 1.5, t.f, t > 19, repr(t), f"{t:.0f}", Even(4) + 1, type(Even(4) + 1).__name__, Even(8) // 2, sorted(Frozen("ba") | {"c"}), Frozen("x"), Tagged(1, 2, tag="p").tag, Tagged(1, tag=0) == (1,))
try:
    Even(3)
except ValueError as e:
    print(e)
class E(Exception):
    def __init__(self, code, *a): super().__init__(*a); self.code = code
    def __str__(self): return f"[{self.code}] " + super().__str__()
print(E(5, "bad"), repr(E(5, "bad")), E(5, "a", "b").args, bytes.__new__(type("B", (bytes,), {}), b"x"))
