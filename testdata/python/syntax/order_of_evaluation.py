# What is evaluated first: operands, subscripts, arguments, targets, comparisons, defaults.
def t(name, value=0):
    print(name, end=" ")
    return value


print(t("a", 1) + t("b", 2) * t("c", 3))
d = {}
d[t("key")] = t("value")
print()
t("f", lambda *a, **k: 0)(t("arg1"), *[t("arg2")], k=t("kw1"), **{"z": t("kw2")})
print()
t("x", 1) < t("y", 0) < t("z", 5)
print()
[t("list")][t("index")] = t("rhs")
print()
{t("k1"): t("v1"), t("k2"): t("v2")}
print()
t("then") if t("cond", 1) else t("else")
print()
t("or1") or t("or2", 1) or t("or3")
print()
x = [1, 2, 3]
x[t("aug", 1)] += t("augv", 5)
print(x)
t("obj", d)[t("i")], t("obj2", d)[t("j")] = t("r1"), t("r2")
print()


def f(a=t("default1"), *, b: t("annotation") = t("default2")) -> t("returns"): ...


print()
lambda a=t("ld"): t("never")
print()
(t("o1", 1) and t("o2", 0) and t("o3"), not t("o4"))
print()
t("s", "abc")[t("lo"):t("hi", 2):t("st", 1)]
print()
del d[t("del")]
print(d, 1 < 2 > 1 != 0 == 0 in [0] is not None, -2 ** 2, 2 ** 3 ** 2, not 1 == 2, 1 | 2 ^ 3 & 4 << 1, -7 // 2 * 2 + -7 % 2)
