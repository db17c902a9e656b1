# Context variables (PEP 567). A context shares its dict with its copies; who sets a variable makes a dict of its own.
#
# _state is what the thread that runs has of its own: the current context, made when it is asked for, and asyncio's running loop.

import _fiber

__all__ = ("Context", "ContextVar", "Token", "copy_context")

_state = _fiber.state()
_missing = object()
_alias = type(list[int])


def _context():
    context = _state[0]
    if context is None:
        context = _state[0] = Context()
    return context


class Context:
    __slots__ = ("_data", "_entered", "_before")

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            raise TypeError("Context() does not accept any arguments")
        self._data = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        self._enter()
        try:
            return callable(*args, **kwargs)
        finally:
            self._leave()

    def _enter(self):
        if self._entered:
            raise RuntimeError("cannot enter context: %r is already entered" % self)
        self._entered = True
        self._before = _state[0]
        _state[0] = self

    def _leave(self):
        self._entered = False
        _state[0] = self._before

    def copy(self):
        new = Context()
        new._data = self._data
        return new

    def __getitem__(self, var):
        _check(var)
        return self._data[var]

    def __contains__(self, var):
        _check(var)
        return var in self._data

    def get(self, var, default=None, /):
        _check(var)
        return self._data.get(var, default)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._data == other._data

    __hash__ = None

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'Context' is not an acceptable base type")


def _check(var):
    if not isinstance(var, ContextVar):
        raise TypeError("a ContextVar key was expected, got %r" % (var,))


class ContextVar:
    __slots__ = ("_name", "_default")

    def __init__(self, *args, default=_missing):
        if len(args) != 1:
            raise TypeError("ContextVar() takes exactly 1 positional argument (%d given)" % len(args))
        name = args[0]
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        hash(name)
        self._name = name
        self._default = default

    name = property(lambda self: self._name)

    def get(self, default=_missing, /):
        context = _state[0]
        if context is not None and self in context._data:
            return context._data[self]
        if default is _missing:
            default = self._default
            if default is _missing:
                raise LookupError(self)
        return default

    def set(self, value, /):
        context = _context()
        token = Token(_secret, context, self, context._data.get(self, _missing))
        data = context._data.copy()
        data[self] = value
        context._data = data
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError("expected an instance of Token, got %r" % (token,))
        if token._used:
            raise RuntimeError("%r has already been used once" % token)
        if token.var is not self:
            raise ValueError("%r was created by a different ContextVar" % token)
        context = _context()
        if token._context is not context:
            raise ValueError("%r was created in a different Context" % token)
        token._used = True
        data = context._data.copy()
        if token._old is _missing:
            data.pop(self, None)
        else:
            data[self] = token._old
        context._data = data

    __class_getitem__ = classmethod(_alias)

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'ContextVar' is not an acceptable base type")

    def __repr__(self):
        default = "" if self._default is _missing else " default=%r" % (self._default,)
        return "<ContextVar name=%r%s at 0x%x>" % (self._name, default, id(self))


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


_secret = object()


class Token:
    __slots__ = ("_context", "_var", "_old", "_used")
    MISSING = _Missing()

    def __init__(self, secret=None, context=None, var=None, old=None):
        if secret is not _secret:
            raise RuntimeError("Tokens can only be created by ContextVars")
        self._context, self._var, self._old, self._used = context, var, old, False

    var = property(lambda self: self._var)
    old_value = property(lambda self: Token.MISSING if self._old is _missing else self._old)
    __class_getitem__ = classmethod(_alias)
    __hash__ = None

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'Token' is not an acceptable base type")

    def __repr__(self):
        return "<Token%s var=%r at 0x%x>" % (" used" if self._used else "", self._var, id(self))


def copy_context():
    context = _state[0]
    new = Context()
    if context is not None:
        new._data = context._data
    return new
