# Built-in functions with their keyword arguments, keys and defaults.
print(sorted("bCaD", key=str.lower, reverse=True), max("bb", "a", "ccc", key=len), min([], default="none"), max([3, 1], key=lambda x: -x))
print(sum([1, 2], start=10), sum([[1], [2]], []), list(enumerate("ab", start=5)), pow(base=2, exp=5, mod=7), round(2.675, ndigits=2), round(number=1234, ndigits=-2))
print(int("ff", base=16), int(x := 3.9), str(b"caf\xc3\xa9", encoding="utf-8"), str(object=5), bytes("é", encoding="latin-1"), bytearray(3), complex(real=1, imag=-2))
print(list(zip("abc", [1, 2, 3], strict=True)), "a-b-c".split(sep="-", maxsplit=1), "aXbX".replace("X", "-", count=1), "x".join(map(str, range(3))))
print(dict([("a", 1)], b=2), dict(zip("xy", (1, 2))), list(reversed(range(3))), all([]), any([0, "", 1]), list(filter(None, [0, 1, "", "a"])))
print(divmod(-7, 2), divmod(7.5, 2), abs(-3 + 4j), hash(2.0) == hash(2), isinstance(True, (str, int)), issubclass(bool, int), callable(print))
print(bin(-5), oct(8), hex(255), chr(8364), ord("€"), ascii("é\n"), repr("it's"), format(3.14159, ".2f"), format(42, "#x"))
print(getattr(3, "nope", "default"), hasattr([], "append"), vars(type("T", (), {"a": 1}))["a"], type(1)(2.5), id(None) == id(None))
print(list(iter(iter([1, 2, 0, 3]).__next__, 0)), next(iter([]), "end"), slice(1, 9, 2).indices(5), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])))
print([*range(5, 0, -2)], len(range(0, 10**12, 7)), 21 in range(0, 100, 7), range(10)[2:8:3], range(3) == range(0, 3, 1), frozenset([1, 1]))
for bad in (lambda: sorted([1], cmp=1), lambda: sorted([1, "a"]), lambda: max(), lambda: max([]), lambda: sum(["a"]), lambda: list(zip([1], [1, 2], strict=True)),
            lambda: int("12", 99), lambda: int(x="5"), lambda: chr(-1), lambda: ord("ab"), lambda: pow(2, -1, 4), lambda: round("x"), lambda: len(5), lambda: abs("x"), lambda: iter(3), lambda: next([]), lambda: enumerate(3),
            lambda: isinstance(1, "int"), lambda: range(1.5), lambda: range(1, 2, 0), lambda: bytes(-1), lambda: bytes([256]), lambda: dict([1]), lambda: set([[]]), lambda: hash({}), lambda: type(1, 2), lambda: divmod(1, 0), lambda: print(1, ende="")):
    try:
        print(bad())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
