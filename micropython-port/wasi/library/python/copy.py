# Shallow and deep copies.

from _weak import ref as _ref

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_atomic = (type(None), int, float, bool, complex, str, bytes, tuple, frozenset, type, range, slice, type(Ellipsis), type(NotImplemented),
           type(len), type(lambda: None), property, _ref)


def _reconstruct(x, memo, rv):
    deep = memo is not None
    if isinstance(rv, str):
        return x
    func, args, state, items, pairs = (tuple(rv) + (None, None, None))[:5]
    if deep and args:
        args = tuple([deepcopy(arg, memo) for arg in args])
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        _set_state(y, state)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def _set_state(y, state):
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(y, name, value)


def _reduce(x, cls):
    for name in ("__reduce_ex__", "__reduce__"):
        reduce = getattr(cls, name, None)
        if reduce is not None and reduce is not getattr(object, name, None):
            return reduce(x, 4) if name == "__reduce_ex__" else reduce(x)
    return _reduce_instance(x, cls)


def _slots_of(x, cls):
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__"):
                if name.startswith("__") and not name.endswith("__"):
                    name = "_%s%s" % (base.__name__.lstrip("_"), name)
                if hasattr(x, name):
                    slots[name] = getattr(x, name)
    return slots


def _reduce_instance(x, cls):
    args = ()
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = x.__getnewargs_ex__()
        if kwargs:
            return (lambda: cls.__new__(cls, *args, **kwargs), (), _state_of(x, cls)) + _contents(x)
    elif hasattr(cls, "__getnewargs__"):
        args = x.__getnewargs__()
    else:
        for base in (int, float, complex, str, bytes, tuple, frozenset):
            if isinstance(x, base):
                args = (base(x),)
                break
        else:
            for base in (set, bytearray):
                if isinstance(x, base):
                    return (cls, (list(x) if base is set else bytes(x),), _state_of(x, cls))
    return (cls.__new__, (cls,) + args, _state_of(x, cls)) + _contents(x)


def _state_of(x, cls):
    getstate = getattr(cls, "__getstate__", None)
    if getstate is not None and getstate is not getattr(object, "__getstate__", None):
        return getstate(x)
    state = getattr(x, "__dict__", None)
    slots = _slots_of(x, cls)
    if state is None and not slots and cls in _unknown(x):
        raise TypeError("cannot pickle '%s' object" % cls.__name__)
    state = dict(state) if state else None
    return (state, slots) if slots else state


def _unknown(x):
    # Built-in types whose instances hold what cannot be copied: streams, generators, modules, iterators.
    cls = type(x)
    return (cls,) if cls.__module__ == "builtins" and cls not in (object, list, dict) and len(cls.__mro__) == 2 else ()


def _contents(x):
    return (iter(x) if isinstance(x, list) else None, iter(list(x.items())) if isinstance(x, dict) else None)


def copy(x):
    cls = type(x)
    if cls in _atomic or isinstance(x, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _reconstruct(x, None, _reduce(x, cls))


def _deepcopy_list(x, memo):
    y = memo[id(x)] = []
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deepcopy_dict(x, memo):
    y = memo[id(x)] = {}
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_tuple(x, memo):
    y = tuple([deepcopy(item, memo) for item in x])
    if id(x) in memo:
        return memo[id(x)]  # it holds itself
    for a, b in zip(x, y):
        if a is not b:
            return y
    return x


_nil = []


def deepcopy(x, memo=None, _nil=_nil):
    cls = type(x)
    if cls is not tuple and cls is not frozenset and (cls in _atomic or isinstance(x, type)):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    y = memo.get(key, _nil)
    if y is not _nil:
        return y
    if cls is list:
        y = _deepcopy_list(x, memo)
    elif cls is dict:
        y = _deepcopy_dict(x, memo)
    elif cls is tuple:
        y = _deepcopy_tuple(x, memo)
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        y = bytearray(x)
    elif hasattr(cls, "__deepcopy__"):
        y = x.__deepcopy__(memo)
    elif hasattr(x, "__self__") and hasattr(x, "__func__"):
        y = type(x)(x.__func__, deepcopy(x.__self__, memo))
    else:
        y = _reconstruct(x, memo, _reduce(x, cls))
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)  # keeps it alive, so that its id stays its own
    return y


def replace(obj, /, **changes):
    cls = obj.__class__
    func = getattr(cls, "__replace__", None)
    if func is None:
        raise TypeError("replace() does not support %s objects" % cls.__name__)
    return func(obj, **changes)
