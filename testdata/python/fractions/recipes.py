# Recipes scaled with exact fractions, printed as mixed numbers.
from fractions import Fraction as F
from decimal import Decimal

RECIPE = {"flour": F(3, 2), "sugar": F("3/4"), "salt": F("0.125"), "eggs": F(3)}


def mixed(x):
    whole, rest = divmod(x, 1)
    return f"{whole} {rest}" if whole and rest else f"{rest or whole}"


for scale in (F(1), F(2, 3), F(5, 2)):
    print(scale, {k: mixed(v * scale) for k, v in RECIPE.items()})
print(sum(RECIPE.values()), F(1, 3) + F(1, 6), F(7, 3) // 1, F(7, 3) % 1, -F(1, 2), abs(F(-3, 4)), F(1, 2) ** 3, F(4, 9) ** -1, F(2) ** F(1, 2))
print(F(0.5), F("1e-2"), F(Decimal("0.3")), F(3.14159).limit_denominator(100), F(355, 113).as_integer_ratio(), F(6, -4), F(10, 5))
print(F(1, 3) < 0.34, F(1, 2) == 0.5, F(1, 2) == Decimal("0.5") if False else True, hash(F(2)) == hash(2), float(F(1, 3)), int(F(-7, 2)), round(F(7, 2)), round(F(22, 7), 2))
print(F(3, 7).numerator, repr(F(3, 7)), f"{F(1, 3):.4f} {F(1, 8):.2%} {F(7, 2)!r}", F(1, 2) + 0.25, F(1, 2) + 1, 1 - F(1, 4), F("  -3/8 "))
for bad in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F("1/0"), lambda: F(1, 2) + "a", lambda: F(float("inf"))):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
