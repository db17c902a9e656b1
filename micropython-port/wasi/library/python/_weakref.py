"""The module that CPython's weakref stands upon: proxies, over references, which are C."""

from _weak import _remove_dead_weakref, getweakrefcount, getweakrefs, ref

ReferenceType = ref


def _referent(self):
    found = object.__getattribute__(self, "_ref")()
    if found is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return found


def _plain(value):
    return _referent(value) if type(value) in (ProxyType, CallableProxyType) else value


class ProxyType:
    __slots__ = ("_ref",)
    __hash__ = None
    __module__ = "weakref"
    __class__ = property(lambda self: _referent(self).__class__)

    def __getattribute__(self, name):
        return getattr(_referent(self), name)

    def __setattr__(self, name, value):
        setattr(_referent(self), name, value)

    def __delattr__(self, name):
        delattr(_referent(self), name)

    def __repr__(self):
        found = object.__getattribute__(self, "_ref")()
        return "<weakproxy at %#x to %s at %#x>" % (id(self), type(found).__name__, id(found))

    def __enter__(self):
        return _referent(self).__enter__()

    def __exit__(self, *args):
        return _referent(self).__exit__(*args)


class CallableProxyType(ProxyType):
    __slots__ = ()
    __module__ = "weakref"

    def __call__(self, *args, **kwargs):
        return _referent(self)(*args, **kwargs)


def _forward():
    import operator

    def unary(function):
        return lambda self: function(_referent(self))

    def binary(function):
        return lambda self, other: function(_plain(self), _plain(other))

    def reflected(function):
        return lambda self, other: function(_plain(other), _plain(self))

    for name in "lt le eq ne gt ge add sub mul truediv floordiv mod lshift rshift and_ or_ xor matmul pow".split():
        plain, function = name.rstrip("_"), getattr(operator, name)
        setattr(ProxyType, "__%s__" % plain, binary(function))
        if plain not in ("lt", "le", "eq", "ne", "gt", "ge"):
            setattr(ProxyType, "__r%s__" % plain, reflected(function))
            setattr(ProxyType, "__i%s__" % plain, binary(getattr(operator, "i" + plain)))
    for name, function in (("divmod", divmod), ("getitem", operator.getitem), ("delitem", operator.delitem), ("contains", operator.contains)):
        setattr(ProxyType, "__%s__" % name, binary(function))
    ProxyType.__rdivmod__ = reflected(divmod)
    ProxyType.__setitem__ = lambda self, key, value: operator.setitem(_referent(self), key, value)
    for name, function in (("neg", operator.neg), ("pos", operator.pos), ("invert", operator.invert), ("abs", abs), ("len", len), ("bool", bool), ("str", str), ("iter", iter),
                           ("next", next), ("int", int), ("float", float), ("index", operator.index), ("bytes", bytes), ("reversed", reversed)):
        setattr(ProxyType, "__%s__" % name, unary(function))


_forward()


def proxy(object_, callback=None, /):
    """A proxy for an object: used as the object itself, for as long as that lives."""
    made = object.__new__(CallableProxyType if callable(object_) else ProxyType)
    object.__setattr__(made, "_ref", ref(object_, callback and (lambda dead: callback(made))))
    return made
