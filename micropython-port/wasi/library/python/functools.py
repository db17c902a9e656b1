# Tools for functions: caches, partial application, comparison, dispatch by type.

from _functools import cmp_to_key, in_c as _in_c, reduce

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cmp_to_key", "cache", "lru_cache", "reduce",
    "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            continue
        setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


# --- Comparison --------------------------------------------------------------------------------------


def _from_lt(name):
    def gt(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else not result and self != other

    def le(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else result or self == other

    def ge(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else not result

    return {"__gt__": gt, "__le__": le, "__ge__": ge}[name]


def _from_le(name):
    def ge(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else not result or self == other

    def lt(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else result and self != other

    def gt(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else not result

    return {"__ge__": ge, "__lt__": lt, "__gt__": gt}[name]


def _from_gt(name):
    def lt(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else not result and self != other

    def ge(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else result or self == other

    def le(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else not result

    return {"__lt__": lt, "__ge__": ge, "__le__": le}[name]


def _from_ge(name):
    def le(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else not result or self == other

    def gt(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else result and self != other

    def lt(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else not result

    return {"__le__": le, "__gt__": gt, "__lt__": lt}[name]


_orderings = (("__lt__", _from_lt), ("__le__", _from_le), ("__gt__", _from_gt), ("__ge__", _from_ge))


def total_ordering(cls):
    roots = [(name, make) for name, make in _orderings if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    given = [name for name, _ in roots]
    # As CPython prefers them: __lt__, then __le__, __gt__, __ge__.
    make = roots[0][1]
    for name, _ in _orderings:
        if name not in given:
            function = make(name)
            function.__name__ = name
            setattr(cls, name, function)
    return cls


# --- Partial application -----------------------------------------------------------------------------


def _merged(keywords, more):
    both = dict(keywords)
    both.update(more)
    return both


def _shown(self):
    cls = type(self)
    args = [repr(self.func)]
    args.extend([repr(x) for x in self.args])
    args.extend(["%s=%r" % item for item in self.keywords.items()])
    return "%s.%s(%s)" % (cls.__module__, cls.__qualname__, ", ".join(args))


_GenericAlias = type(list[int])
_showing = []


class partial:
    __slots__ = ("func", "args", "keywords", "__dict__", "__weakref__")
    __class_getitem__ = classmethod(_GenericAlias)

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = _merged(func.keywords, keywords)
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if keywords:
            keywords = _merged(self.keywords, keywords)
            return self.func(*self.args, *args, **keywords)
        return self.func(*self.args, *args, **self.keywords)

    def __repr__(self):
        if id(self) in _showing:
            return "..."
        _showing.append(id(self))
        try:
            return _shown(self)
        finally:
            _showing.remove(id(self))

    def __get__(self, obj, objtype=None):
        if obj is not None:
            import warnings

            warnings.warn("functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you "
                          "want to preserve the old behavior", FutureWarning, 2)
        return self

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        if isinstance(state, tuple) and len(state) == 4:
            func, args, keywords, namespace = state
            right = callable(func) and isinstance(args, tuple) and (keywords is None or isinstance(keywords, dict)) \
                and (namespace is None or isinstance(namespace, dict))
        else:
            right = False
        if not right:
            raise TypeError("invalid partial state")
        self.__dict__ = {} if namespace is None else namespace
        self.func = func
        self.args = tuple(args)
        self.keywords = keywords if type(keywords) is dict else dict(keywords or {})


class partialmethod:
    __class_getitem__ = classmethod(_GenericAlias)
    __repr__ = _shown

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = _merged(func.keywords, keywords)
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    __isabstractmethod__ = property(lambda self: getattr(self.func, "__isabstractmethod__", False))

    def __get__(self, obj, cls=None):
        func, args, keywords = self.func, self.args, self.keywords
        get = getattr(func, "__get__", None)
        if get is not None and not isinstance(func, partial):
            bound = get(obj, cls)
            if bound is not func:
                result = partial(bound, *args, **keywords)
                if hasattr(bound, "__self__"):
                    result.__self__ = bound.__self__
                return result

        def method(cls_or_self, /, *more, **kw):
            return func(cls_or_self, *args, *more, **_merged(keywords, kw))

        if self.__isabstractmethod__:
            method.__isabstractmethod__ = True
        method.__partialmethod__ = self
        return method.__get__(obj, cls)


# --- Caches ------------------------------------------------------------------------------------------


class _CacheInfo(tuple):
    def __new__(cls, hits, misses, maxsize, currsize):
        return super().__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % (self[0], self[1], self[2], self[3])


_kwd_mark = object()


def _key(args, kwds, typed):
    if kwds or typed or len(args) != 1 or type(args[0]) not in (int, str):
        key = args
        if kwds:
            key += (_kwd_mark,)
            for item in kwds.items():
                key += item
        if typed:
            key += tuple([type(v) for v in args])
            if kwds:
                key += tuple([type(v) for v in kwds.values()])
        return key
    return args[0]


def _lru_cache(function, maxsize, typed):
    cache = {}  # in the order of use
    hits = misses = 0

    if maxsize is None:
        def wrapper(*args, **kwds):
            nonlocal hits, misses
            key = _key(args, kwds, typed)
            if key in cache:
                hits += 1
                return cache[key]
            misses += 1
            result = cache[key] = function(*args, **kwds)
            return result
    elif maxsize == 0:
        def wrapper(*args, **kwds):
            nonlocal misses
            misses += 1
            return function(*args, **kwds)
    else:
        def wrapper(*args, **kwds):
            nonlocal hits, misses
            key = _key(args, kwds, typed)
            if key in cache:
                hits += 1
                result = cache[key] = cache.pop(key)
                return result
            misses += 1
            result = function(*args, **kwds)
            if key not in cache and len(cache) >= maxsize:
                del cache[next(iter(cache))]
            cache[key] = result
            return result

    def cache_info():
        return _CacheInfo(hits, misses, maxsize, len(cache))

    def cache_clear():
        nonlocal hits, misses
        cache.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _lru_cache(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    if maxsize is not None and maxsize < 0:
        maxsize = 0
    return lambda function: _lru_cache(function, maxsize, typed)


def cache(user_function):
    return _lru_cache(user_function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = getattr(func, "__doc__", None)
        self.__module__ = getattr(func, "__module__", None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names (%r and %r)." % (self.attrname, name))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property." % (type(instance).__name__, name)) from None
        if name in values:
            return values[name]
        value = self.func(instance)
        values[name] = value
        return value


# --- Dispatch by type --------------------------------------------------------------------------------


def _find_implementation(cls, registry):
    for base in cls.__mro__:
        if base in registry:
            return registry[base]
        # An abstract class that knows it as a subclass stands in front of its next base.
        for abstract in registry:
            if abstract not in cls.__mro__ and issubclass(base, abstract) and not (len(base.__mro__) > 1 and issubclass(base.__mro__[1], abstract)):
                return registry[abstract]
    return registry[object]


def _classes_of(annotation):
    args = getattr(annotation, "__args__", None)
    return args if args and not isinstance(annotation, type) else (annotation,)


def singledispatch(func):
    registry = {object: func}
    cache = {}

    def dispatch(cls):
        if cls not in cache:
            cache[cls] = _find_implementation(cls, registry)
        return cache[cls]

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type) or getattr(cls, "__args__", None):
                return lambda f: register(cls, f)
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError("Invalid first argument to `register()`: %r. Use either `@register(some_class)` or plain `@register` "
                                "on an annotated function." % (cls,))
            func = cls
            cls = next(iter(annotations.values()))
            if isinstance(cls, str):
                from typing import get_type_hints

                cls = next(iter(get_type_hints(func).values()))
        for one in _classes_of(cls):
            if not isinstance(one, type):
                raise TypeError("Invalid first argument to `register()`. %r is not a class or union type." % (one,))
            registry[one] = func
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % getattr(func, "__name__", "singledispatch function"))
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            found = self.dispatcher.dispatch(args[0].__class__)
            return found.__get__(obj, cls)(*args, **kwargs)

        method.register = self.register
        return update_wrapper(method, self.func)


_in_c("functools", partial)
