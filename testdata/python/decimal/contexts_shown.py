# What a context shows: its flags and traps, in an order, and as truth values.
from decimal import *

context = getcontext()
print(context)
print(Decimal(1) / Decimal(3), context.flags[Inexact], context.flags[Rounded], context.flags[Clamped])
print(context)
context.clear_flags()
print(context.flags)
print([signal.__name__ for signal in context.traps], context.traps[Overflow], context.traps[Inexact])
context.traps[Inexact] = 5
print(context.traps[Inexact])
try:
    Decimal(1) / 7
except Inexact as e:
    print("inexact", e)
context.traps[Inexact] = False
with localcontext() as inner:
    inner.prec, inner.traps[DivisionByZero] = 3, 0
    print(Decimal(22) / 7, Decimal(1) / 0, inner)
print(context.prec)
print(Context(prec=5, traps=[Underflow, Clamped, InvalidOperation], flags=[Subnormal]))
print(BasicContext)
print(ExtendedContext)
copied = context.copy()
copied.flags[Overflow] = 1
print(copied.flags[Overflow], context.flags[Overflow], bool(sum(copied.flags.values())))
