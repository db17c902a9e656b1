# Contexts, signals, special values and conversions.
import decimal
from decimal import Decimal as D

for expression in r"""
D(1) / D(3)
D(2).sqrt(), D(2).ln(), D(2).exp(), D(1000).log10()
D("1e400") * 3, D("1E-7"), D("123456789.123456789E+5"), D("-0"), D("0E-10")
D("NaN"), D("sNaN"), D("Infinity"), D("-inf")
D("NaN") == D("NaN"), D("Infinity") > 10**100, D("1.0") == 1, D("0.5") == 0.5, hash(D("2.0")) == hash(2)
D(0.1), D.from_float(0.5), D((1, (1, 2, 3), -2)), D(" 3.14 "), D("1_000.5")
D("1.20").normalize(), D("1200").normalize(), D("1.20") + 0, D("12").scaleb(3), D("3.14159").quantize(D("1.00"))
D("123.456").as_tuple(), D("123.456").adjusted(), D("0.75").as_integer_ratio(), D("1e3").to_integral_value()
D(7) // 2, D(-7) // 2, D(7) % -3, D(2) ** 10, D(2) ** -2, D(2) ** D("0.5")
D("1.5").compare(D(2)), D("1.5").max(D(2)), D(5).remainder_near(3), D(3).fma(4, 5), D(2).next_plus(), D("0.1").logb()
format(D("1234567.891"), ",.2f"), format(D("0.000012345"), ".3e"), format(D("1234.5"), ">12"), format(D("1e10"), "f"), format(D("12.345"), "+08.1f")
str(D("1E+3")), D("1E+3").to_eng_string(), repr(D("1.50")), bool(D("0.0")), -D("1.5"), +D("1.23456789012345678901234567890123")
D("3.7").to_integral_exact(), D("1.1").is_finite(), D("-1").is_signed(), D("sNaN").is_snan(), D("1e-400").is_subnormal()
D(1) / D(0)
D(0) / D(0)
D("abc")
D("1") + 1.5
D("Infinity") - D("Infinity")
D("1.5").quantize(D("1e-40"))
D("NaN") < 1
int(D("NaN"))
int(D("Infinity"))
""".strip().split("\n"):
    try:
        print(expression, "->", eval(expression))
    except Exception as e:
        print(expression, "->", type(e).__name__)

context = decimal.Context(prec=6, rounding=decimal.ROUND_HALF_DOWN, Emax=99, Emin=-99, traps=[])
print(context)
print(context.divide(D(1), D(0)), bool(context.flags[decimal.DivisionByZero]), context.create_decimal("3.14159265"), context.power(D(10), D(100)))
print(sorted(flag.__name__ for flag, on in context.flags.items() if on))
context.clear_flags()
with decimal.localcontext(context):
    print(D(1) / 7, D(2) ** 400, D("1e-99") / 1000)
decimal.getcontext().traps[decimal.Inexact] = True
try:
    D(1) / 3
except decimal.Inexact as e:
    print(type(e).__name__)
decimal.getcontext().traps[decimal.Inexact] = False
decimal.setcontext(decimal.Context(prec=50))
print(D(1) / 7, D(2).sqrt(), D(1).exp())
