# Names for types that have none, and functions to make classes.

import sys
from _functools import in_c as _in_c

FunctionType = LambdaType = type(lambda: None)
BuiltinFunctionType = BuiltinMethodType = type(len)
MethodWrapperType = type((1).__add__)
WrapperDescriptorType = type(int.__add__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
MappingProxyType = type(type.__dict__)
ModuleType = type(sys)
EllipsisType = type(Ellipsis)
NoneType = type(None)
NotImplementedType = type(NotImplemented)


def _generator():
    yield 1


GeneratorType = type(_generator())


class _C:
    def _m(self):
        pass


MethodType = type(_C()._m)


async def _coroutine():
    pass


_c = _coroutine()
CoroutineType = type(_c)
_c.close()


async def _async_generator():
    yield


AsyncGeneratorType = type(_async_generator())


class _Slot:
    __slots__ = "slot",


MemberDescriptorType = type(_Slot.slot)
GetSetDescriptorType = type(type.__dict__.get("__dict__", MemberDescriptorType))


def _closure():
    a = 1

    def f():
        nonlocal a

    return f.__closure__[0]


try:
    CellType = type(_closure())
    CodeType = type(_generator.__code__)
except AttributeError:
    pass
try:
    GenericAlias = type(list[int])
    UnionType = type(int | str)
except TypeError:
    pass

try:
    raise TypeError
except TypeError as exc:
    if getattr(exc, "__traceback__", None) is not None:
        TracebackType = type(exc.__traceback__)
        if hasattr(exc.__traceback__, "tb_frame"):
            FrameType = type(exc.__traceback__.tb_frame)


class SimpleNamespace:
    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        values = dict(mapping_or_iterable)
        for key in values:
            if not isinstance(key, str):
                raise TypeError("keywords must be strings")
        self.__dict__.update(values)
        self.__dict__.update(kwargs)

    def __repr__(self):
        if getattr(self, "_SimpleNamespace__busy", False):
            return "namespace(...)"
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        items = list(self.__dict__.items())
        object.__setattr__(self, "_SimpleNamespace__busy", True)
        try:
            return "%s(%s)" % (name, ", ".join(["%s=%r" % item for item in items]))
        finally:
            object.__delattr__(self, "_SimpleNamespace__busy")

    def __eq__(self, other):
        if issubclass(type(self), SimpleNamespace) and issubclass(type(other), SimpleNamespace):  # whatever __class__ they claim
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __replace__(self, **changes):
        copy = type(self)(**self.__dict__)
        copy.__dict__.update(changes)
        return copy


_in_c("types", SimpleNamespace)


class DynamicClassAttribute:
    # A property of instances whose name the class looks up elsewhere, as enum needs it.
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, fget.__doc__ if self.overwrite_doc else self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, ns, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(ns)
    if resolved is not bases:
        ns["__orig_bases__"] = bases
    return meta(name, resolved, ns, **kwds)


def resolve_bases(bases):
    new_bases, changed = [], False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            new_bases.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        changed = True
        new_bases.extend(entries)
    return tuple(new_bases) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds) if kwds is not None else {}
    meta = kwds.pop("metaclass") if "metaclass" in kwds else type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _calculate_meta(meta, bases)
    ns = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, ns, kwds


def _calculate_meta(meta, bases):
    winner = meta
    for base in bases:
        base_meta = type(base)
        if issubclass(winner, base_meta):
            continue
        if not issubclass(base_meta, winner):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
        winner = base_meta
    return winner


def get_original_bases(cls, /):
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError("Expected an instance of type, not %r" % type(cls).__name__) from None


class _GeneratorWrapper:
    def __init__(self, gen):
        self.__wrapped = gen

    def send(self, value):
        return self.__wrapped.send(value)

    def throw(self, *args):
        return self.__wrapped.throw(*args)

    def close(self):
        return self.__wrapped.close()

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self

    __await__ = __iter__


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")

    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        if isinstance(result, CoroutineType) or not hasattr(result, "send"):
            return result
        return _GeneratorWrapper(result)

    from functools import wraps

    return wraps(func)(wrapped)
