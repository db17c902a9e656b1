def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__ + ": " + str(e)
class I(int): pass
class F(float): pass
class S(str): pass
class B(bytes): pass
class T(tuple): pass
class L(list): pass
class D(dict): pass
class St(set): pass
class Fs(frozenset): pass
class E(ValueError): pass
class Ba(bytearray): pass
for x in (I(5), F(1.5), S("ab"), B(b"ab"), T((1, 2)), L([1, 2]), D(a=1), St([1]), Fs([1]), Ba(b"x")):
    x.attr = 5
    print(type(x).__name__, x, repr(x), str(x), bool(x), x.attr, x.__dict__, x == x, isinstance(x, type(x).__base__))
print(I(5) + 1, type(I(5) + 1), I(5) == 5, 5 == I(5), I(5) != 5, 6 > I(5), I(5) > 4, I("12"), I(), hash(I(5)) == hash(5), {5: "a"}[I(5)], {I(5): "b"}[5], I(5) & 4, 1 << I(3), divmod(I(7), 2), I(5).__add__(3), int(I(5)), float(I(5)), str(I(5)), "%d" % I(5), I(2) ** 10, 10 / I(4), round(I(5)), I(3) * [1], "a" * I(3), range(I(3)), [1, 2, 3][I(1)], sum([I(1), I(2)]), max(I(1), 2), abs(I(-1)), -I(1), ~I(1), I(1) < I(2), sorted([I(3), 1, I(2)]))
print(F(1.5) + 1, 1 + F(1.5), F(1.5) == 1.5, F("2.5"), int(F(2.5)), F(2.5) // 1, "%.1f" % F(1.5), hash(F(1.5)) == hash(1.5), round(F(1.56), 1), -F(1.5), F(1) < 2)
print(S("ab") + "c", "c" + S("ab"), S("ab") == "ab", "ab" == S("ab"), S("ab") < "b", S("ab").upper(), type(S("ab").upper()), S("ab")[0], S("ab")[::-1], len(S("ab")), "a" in S("ab"), S("b") in "abc", {S("ab"): 2}["ab"], ",".join([S("a"), "b"]), S(",").join("ab"), S("%s") % 1, S("{}").format(2), f"{S('ab'):>4}", "%s" % S("x"), S("a") * 2, S("a b").split(), list(S("ab")), hash(S("ab")) == hash("ab"), "xaby".find(S("ab")), "ab".startswith(S("a")), "aXb".replace(S("X"), "-"), int(S("5")), S("ab").encode(), S(5), ord(S("a")), sorted([S("b"), "a"]))
print(B(b"ab") + b"c", B(b"ab")[0], B(b"ab") == b"ab", len(B(b"ab")), B(b"ab").decode(), B(b"a b").split(), hash(B(b"a")) == hash(b"a"), bytes(B(b"ab")), B([1, 2]))
print(T((1, 2)) + (3,), (0,) + T((1,)), T((1, 2)) == (1, 2), (1, 2) == T((1, 2)), T((1, 2)) < (1, 3), T((1, 2))[0], T((1, 2, 3))[1:], len(T((1,))), 1 in T((1,)), hash(T((1, 2))) == hash((1, 2)), {(1, 2): 3}[T((1, 2))], T((1, 2)) * 2, "%s-%s" % T((1, 2)), T((1, 1)).count(1), list(T((1, 2))), tuple(T((1,))), T("ab"), (lambda *a: a)(*T((1, 2))), sorted([T((2,)), (1,)]))
a, b = T((1, 2)); print(a, b)
print(L([1]) + [2], [0] + L([1]), L([1, 2]) == [1, 2], [1, 2] == L([1, 2]), L([1]) < [2], L([1, 2])[0], L([1, 2, 3])[1:], 1 in L([1]), L([3, 1]).count(1), list(L([1])), L([1]) * 2, list(L("ab")), L("ab"), attempt(lambda: hash(L())), len(L("abc")), sorted(L([2, 1])), L([1, 2]).index(2), L([1]).copy(), max(L([1, 5])))
l = L([3, 1]); l.sort(); l.append(9); l[0] = 7; del l[1]; l.extend(L([5])); l.insert(0, 0); print(l, l.pop(), l); x = [1]; x.extend(L([2])); x += L([3]); x[1:1] = L([8]); print(x)
print(sorted(St([1, 2]) | {3}), St([1]) == {1}, {1} == St([1]), {1} <= St([1, 2]), {1, 2} & St([1]), Fs([1]) == frozenset([1]), hash(Fs([1])) == hash(frozenset([1])), {Fs([1]): 2}[frozenset([1])], sorted(St([1]).union([2])), St([3]) - {3})
e = E("a", "b"); print(e, repr(e) == "E('a', 'b')", e.args, isinstance(e, ValueError)); e.extra = 1; print(e.extra, e.__dict__)
try: raise E("boom")
except ValueError as err: print(type(err).__name__, err)
class P(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    def __init__(self, x, y): self.s = x + y
    @property
    def x(self): return self[0]
p = P(1, 2); print(p, p.x, p.s, len(p))
class Temp(float):
    def __new__(cls, v, unit="C"):
        self = super().__new__(cls, v); self.unit = unit; return self
    def __repr__(self): return "%s%s" % (float(self), self.unit)
print(Temp(3.5), repr(Temp(1, "K")), str(Temp(2)), Temp(3) + 1, [Temp(2)])
class Stack(list):
    def __init__(self, *items): super().__init__(items)
    def push(self, x): self.append(x)
s = Stack(1, 2); s.push(3); print(s, len(s), Stack())
class NoInit(list):
    def __init__(self, a, b): pass
n = NoInit(1, 2); n.append(5); print(n)
class Cfg(dict):
    def __init__(self, **kw): super().__init__(kw); self.__dict__ = self
c = Cfg(a=1); c.b = 2; print(c.a, c["b"], sorted(c))
class AttrDict(dict):
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k)
    def __setattr__(self, k, v): self[k] = v
a = AttrDict(x=1); a.y = 2; print(a.x, a.y, sorted(a.items()), attempt(lambda: a.z), hasattr(a, "z"), hasattr(a, "x"))
class Mixin:
    def total(self): return sum(self)
class ML(Mixin, list): pass
print(ML([1, 2]).total(), ML.__mro__ == (ML, Mixin, list, object))
print(attempt(lambda: object.__new__(L)), attempt(lambda: list.__new__(int)), attempt(lambda: int.__new__(str)), attempt(lambda: list.__new__(5)), attempt(lambda: object.__new__(5)), attempt(lambda: object(5)))
class A: pass
class N1:
    def __new__(cls, *a): return super().__new__(cls)
class N2:
    def __new__(cls, *a): return super().__new__(cls, *a)
class N3:
    def __init__(self, *a): super().__init__(*a)
print(attempt(lambda: A(1)), attempt(lambda: A(x=1)), type(N1(1)).__name__, attempt(lambda: N2(1)), attempt(lambda: N3(1)), type(N3()).__name__)
class Sing:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = object.__new__(cls)
        return cls._i
print(Sing() is Sing())
class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Other())
print(attempt(lambda: type("X", (), {"__init__": lambda self: 5})()))
print(isinstance(5, int | str), isinstance("a", (int, (str, float))), isinstance(None, int | None), issubclass(bool, int), issubclass(I, int | str), attempt(lambda: isinstance(5, 5)), attempt(lambda: issubclass(5, int)), int | str, list[int], dict[str, list[int]], int | None, list[int] == list[int], list[int].__origin__, list[int].__args__, (int | str) == (str | int), list[int](), attempt(lambda: isinstance([], list[int])), attempt(lambda: int[str]))
print(True.__class__, (5).__add__(3), [].__len__(), "a".__eq__("a"), (5).__eq__("a"), int.__add__(1, 2), list.__len__([1]), str.__repr__("a"), object.__eq__(1, 2), attempt(lambda: int.__add__("a", 1)), (1).__lt__(2), [1].__contains__(1), {"a": 1}.__getitem__("a"), hasattr([], "__iter__"), hasattr(5, "__iter__"), hasattr([], "__hash__"), [].__hash__, (1).__hash__(), int.__name__, (1.5).__int__() if hasattr(1.5, "__int__") else 0, (3).__index__(), (3).__bool__(), "ab".__iter__().__next__(), (1).__radd__(2), (5).__rsub__(10), (1).__neg__())
