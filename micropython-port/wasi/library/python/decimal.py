# Decimal numbers: CPython's own module in Python, under its usual name, with the errors of its module in C.

from _pydecimal import *
from _pydecimal import __libmpdec_version__, __version__, _signals
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


# Flags and traps are truth values. Which of two signals is raised goes by this order, what a context shows by another.
_signals[:] = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped]
_shown = [Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow]
_set_signal_dict = Context._set_signal_dict


class SignalDict(dict):
    def __setitem__(self, signal, value):
        dict.__setitem__(self, signal, bool(value))

    def copy(self):
        return SignalDict(self)

    def __repr__(self):
        return "{%s}" % ", ".join(["%r:%r" % item for item in self.items()])


def set_signal_dict(self, name, given):
    if type(given) is not SignalDict:
        _set_signal_dict(self, name, given)
        given = SignalDict([(signal, bool(given[signal])) for signal in _signals])
    object.__setattr__(self, name, given)


def context_repr(self):
    flags, traps = [", ".join([s.__name__ for s in _shown if given[s]]) for given in (self.flags, self.traps)]
    return "Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])" % (
        self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, flags, traps)


Context._set_signal_dict = set_signal_dict
Context.__repr__ = context_repr
for context in (DefaultContext, BasicContext, ExtendedContext):
    context.flags, context.traps = context.flags, context.traps
Context._raise_error = raise_error
Decimal.__divmod__ = divmod
del in_c, raise_error, divmod, set_signal_dict, context_repr, context
