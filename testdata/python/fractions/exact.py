from fractions import Fraction as F
import math
import statistics

print(F(1, 3) + F(1, 6), F("0.125"), F(3.5), F("3/4") ** 2, F(7, 2) // 1, F(-7, 2) % 3, round(F(7, 3), 2), round(F(5, 2)))
print(F(1, 3).limit_denominator(10), F(math.pi).limit_denominator(1000), format(F(1, 3), ".3f"), format(F(1234567, 3), ",.2f"), float(F(1, 3)))
print(hash(F(1, 2)) == hash(0.5), F(1, 2) == 0.5, F(1, 2) < 1, F(-1, 2), abs(F(-1, 2)), -F(1, 2), repr(F(4, 6)))
print(F.from_float(0.1), max(F(1, 2), F(2, 3)), sum([F(1, 2)] * 3), 2 * F(1, 2), F(1, 2) + 1.5, divmod(F(7, 2), F(1, 3)), 1 / F(2, 3))
print(math.floor(F(7, 2)), math.ceil(F(7, 2)), math.trunc(F(-7, 2)), int(F(7, 2)), F(7, 2).as_integer_ratio(), F(2).is_integer(), F(2) ** F(1, 2))
print(sum(F(1, n) for n in range(1, 21)))
print(F("1e-3"), F(" -3/7 "), F("1_000/3"), {F(1, 2): "half"}[0.5])
for wrong in (lambda: F(1, 0), lambda: F("1/x"), lambda: F(1.5, 2), lambda: F(float("nan"))):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(statistics.mean([F(1, 2), F(1, 3)]), statistics.mean([0.1] * 3), statistics.variance([F(1), F(2), F(4)]))
