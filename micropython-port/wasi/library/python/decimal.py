# Decimal numbers: CPython's own module in Python, under its usual name, with the errors of its module in C.

from _pydecimal import *
from _pydecimal import __libmpdec_version__, __version__
from _functools import in_c

in_c("decimal", Decimal, Context)
_raise_error = Context._raise_error
_divmod = Decimal.__divmod__


# The argument of an error is a list of what was signalled.
def raise_error(self, condition, explanation=None, *args):
    return _raise_error(self, condition, [condition], *args)


# Of a division by zero that has no remainder either, both are signalled.
def divmod(self, other, context=None):
    try:
        return _divmod(self, other, context)
    except DivisionByZero:
        context = context or getcontext()
        context.flags[InvalidOperation] = 1
        if context.traps[InvalidOperation]:
            raise InvalidOperation([InvalidOperation, DivisionByZero]) from None
        raise


Context._raise_error = raise_error
Decimal.__divmod__ = divmod
del in_c, raise_error, divmod
