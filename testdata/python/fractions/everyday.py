from fractions import Fraction as F

print(F(3, 6), F("0.125"), F("7/3"), F(0.5), F(-1, 3) + F(1, 2), F(1, 3) * 3, F(2) ** -2, F(7, 3) // 1, F(7, 3) % 1, divmod(F(7, 2), F(2, 3)), abs(F(-1, 2)))
print(F(3.14159).limit_denominator(100), float(F(1, 3)), round(F(7, 3), 2), round(F(5, 2)), int(F(7, 2)), F(1, 2) == 0.5, F(1, 3) < F(1, 2), sum([F(1, n) for n in range(1, 6)]), F(6, 4).numerator, F(6, 4).as_integer_ratio(), F(4).is_integer())
print(repr(F(1, 2)), str(F(4, 2)), f"{F(1, 3):.3f} {F(1, 2):>6} {F(22, 7):.2e}", F(1, 2) + 0.5, F(1, 2) + 1j, hash(F(2)) == hash(2), F.from_float(0.25), 1 / F(2, 3), F(8, 27) ** F(1, 3))
for bad in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F(float("nan"))):
    try:
        print(bad())
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
