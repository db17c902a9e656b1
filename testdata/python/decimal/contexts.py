# Contexts: rounding modes, traps, flags and special values.
import decimal
from decimal import Decimal, Context, getcontext, setcontext, localcontext

MODES = [n for n in dir(decimal) if n.startswith("ROUND_")]
for mode in MODES:
    print(f"{mode:<16}", [str(Decimal(x).quantize(Decimal("1"), rounding=mode)) for x in ("1.5", "2.5", "-1.5", "-0.4", "1.05")])
ctx = Context(prec=4, rounding=decimal.ROUND_UP)
print(ctx.divide(Decimal(1), 3), ctx.create_decimal("1.00001"), bool(ctx.flags[decimal.Inexact]), ctx.clear_flags())
with localcontext(Context(prec=5, traps=[])) as c:
    print(Decimal(1) / 0, Decimal(0) / 0, Decimal("x") if False else Decimal("NaN"), bool(c.flags[decimal.DivisionByZero]))
inf, nan = Decimal("-Infinity"), Decimal("NaN")
print(inf < 0, inf.is_infinite(), nan.is_nan(), nan == nan, abs(inf), inf + 1, Decimal("sNaN").is_snan(), nan.compare(1))
with localcontext() as c:
    c.traps[decimal.Inexact] = True
    try:
        Decimal(1) / 3
    except decimal.Inexact:
        print("inexact")
    print(Decimal(1) / 4)
print(Decimal("3.14").adjusted(), Decimal("3.14").scaleb(2), Decimal("314e-2").to_integral_value(), Decimal("-3.5").copy_abs(), Decimal("1.5").as_integer_ratio(), round(Decimal("2.5")), round(Decimal("2.345"), 2), int(Decimal("-7.9")))
print(max(Decimal("1"), Decimal("2.0")), sorted([Decimal("3"), Decimal("-1"), Decimal("0.5")]), Decimal("1e3").to_eng_string(), Decimal(12345).__format__("e"), f"{Decimal('0.000001234')}", f"{Decimal('1.5'):+08.3f}", f"{Decimal('.25'):.1%}")
print(Decimal("2").exp(), Decimal("10").ln().quantize(Decimal("1e-10")), Decimal("1000").log10(), Decimal(2) ** Decimal("0.5"), Decimal(3).fma(2, 1))
