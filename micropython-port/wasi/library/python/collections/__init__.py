# Containers beyond the built-in ones.

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

from _collections import count_elements as _count_elements
from _collections import deque
from _collections import tuple_field as _tuple_field
from _functools import in_c as _in_c


def __getattr__(name):
    # Those that few programs use, and that need the abstract base classes.
    if name == "abc":
        import collections.abc as module

        return module
    if name in ("ChainMap", "UserDict", "UserList", "UserString"):
        import collections._user as user

        value = globals()[name] = getattr(user, name)
        return value
    raise AttributeError("module 'collections' has no attribute %r" % name)


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        value = dict.__getitem__(self, key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
        else:
            items = [item for item in dict.items(self) if item[0] is not key and item[0] != key]
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, items)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, dict.pop(self, key)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and all([a == b for a, b in zip(self, other)])
        return dict.__eq__(self, other)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = None

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return "%s()" % name
        if getattr(self, "_OrderedDict__busy", False):
            return "..."
        self.__busy = True
        try:
            return "%s(%r)" % (name, dict(self.items()))
        finally:
            del self.__busy

    def copy(self):
        return self.__class__(self)

    def pop(self, key, *args, **kwargs):
        return dict.pop(self, key, *args, *kwargs.values()) if not kwargs or list(kwargs) == ["default"] else dict.pop(self, key, **kwargs)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __reduce__(self):
        state = self.__dict__.copy() if hasattr(self, "__dict__") else None
        return self.__class__, (), state or None, None, iter(self.items())


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def __repr__(self):
        if getattr(self, "_defaultdict__busy", False):
            factory = "..."
        else:
            self.__busy = True
            try:
                factory = repr(self.default_factory)
            finally:
                del self.__busy
        return "%s(%s, %s)" % (self.__class__.__name__, factory, dict.__repr__(self))

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __reduce__(self):
        return type(self), (self.default_factory,) if self.default_factory is not None else (), None, None, iter(self.items())


# --- namedtuple --------------------------------------------------------------------------------------

_keywords = (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is "
    "lambda nonlocal not or pass raise return try while with yield"
).split()


def _check_names(typename, names, rename):
    if rename:
        seen = set()
        for index, name in enumerate(names):
            if not name.isidentifier() or name in _keywords or name.startswith("_") or name in seen:
                names[index] = "_%d" % index
            seen.add(name)
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: %r" % name)
        if name in _keywords:
            raise ValueError("Type names and field names cannot be a keyword: %r" % name)
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % name)
        if name in seen:
            raise ValueError("Encountered duplicate field name: %r" % name)
        seen.add(name)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    _check_names(typename, names, rename)
    names = tuple(names)
    count = len(names)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > count:
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(names[count - len(defaults):], defaults))
    new = _make_new(typename, names, field_defaults)

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError("Expected %d arguments, got %d" % (count, len(result)))
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(names, self)])
        if kwds:
            raise TypeError("Got unexpected field names: %r" % list(kwds))
        return result

    def __repr__(self):
        return "%s(%s)" % (self.__class__.__name__, ", ".join(["%s=%r" % item for item in zip(names, self)]))

    def _asdict(self):
        return dict(zip(names, self))

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        "__doc__": "%s(%s)" % (typename, ", ".join(names)),
        "__slots__": (),
        "_fields": names,
        "_field_defaults": field_defaults,
        "__new__": new,
        "_make": classmethod(_make),
        "__replace__": _replace,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": names,
    }
    for index, name in enumerate(names):
        namespace[name] = _tuple_field(index, "Alias for field number %d" % index)
    result = type(typename, (tuple,), namespace)
    if module is None:
        import sys

        module = sys._getframe(1).f_globals.get("__name__", "__main__") if hasattr(sys, "_getframe") else "__main__"
    result.__module__ = module
    return result


def _make_new(typename, names, field_defaults):
    # A function of its own for each, as CPython has it: so arguments are checked and named as those of any function.
    namespace = {"_tuple_new": tuple.__new__, "_defaults": field_defaults}
    args = "".join([", %s=_defaults[%r]" % (name, name) if name in field_defaults else ", " + name for name in names])
    exec("class %s:\n def __new__(_cls%s): return _tuple_new(_cls, (%s))" % (typename, args, "".join([name + ", " for name in names])), namespace)
    return namespace[typename].__dict__["__new__"].__func__


_in_c("collections", OrderedDict, defaultdict)

# --- Counter -----------------------------------------------------------------------------------------


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        if n == 1:
            return [max(self.items(), key=_count_of)] if self else []
        return sorted(self.items(), key=_count_of, reverse=True)[:max(n, 0)]

    def elements(self):
        for elem, count in self.items():
            for _ in range(count):
                yield elem

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if hasattr(iterable, "items") and hasattr(iterable, "keys"):
                if self:
                    for elem, count in iterable.items():
                        self[elem] = count + self.get(elem, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            if hasattr(iterable, "items") and hasattr(iterable, "keys"):
                for elem, count in iterable.items():
                    self[elem] = self.get(elem, 0) - count
            else:
                for elem in iterable:
                    self[elem] = self.get(elem, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return "%s()" % self.__class__.__name__
        try:
            d = dict(self.most_common())
        except TypeError:
            d = dict(self)
        return "%s(%r)" % (self.__class__.__name__, d)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] == other[e] for c in (self, other) for e in c])

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    __hash__ = None

    def __le__(self, other):
        return all([self[e] <= other[e] for c in (self, other) for e in c]) if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return all([self[e] >= other[e] for c in (self, other) for e in c]) if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    def _combined(self, other, op, rest):
        # What both give for each element, if it is positive; rest: also for elements of the other alone.
        result = Counter()
        for elem, count in self.items():
            new = op(count, other[elem])
            if new > 0:
                result[elem] = new
        if rest:
            for elem, count in other.items():
                if elem not in self:
                    new = op(0, count)
                    if new > 0:
                        result[elem] = new
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b, True) if isinstance(other, Counter) else NotImplemented

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b, True) if isinstance(other, Counter) else NotImplemented

    def __or__(self, other):
        return self._combined(other, max, True) if isinstance(other, Counter) else NotImplemented

    def __and__(self, other):
        return self._combined(other, min, False) if isinstance(other, Counter) else NotImplemented

    def __pos__(self):
        result = Counter()
        for elem, count in self.items():
            if count > 0:
                result[elem] = count
        return result

    def __neg__(self):
        result = Counter()
        for elem, count in self.items():
            if count < 0:
                result[elem] = -count
        return result

    def _keep_positive(self):
        for elem in [elem for elem, count in self.items() if not count > 0]:
            del self[elem]
        return self

    def __iadd__(self, other):
        for elem, count in other.items():
            self[elem] += count
        return self._keep_positive()

    def __isub__(self, other):
        for elem, count in other.items():
            self[elem] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for elem, count in other.items():
            if count > self[elem]:
                self[elem] = count
        return self._keep_positive()

    def __iand__(self, other):
        for elem, count in self.items():
            if other[elem] < count:
                self[elem] = other[elem]
        return self._keep_positive()


def _count_of(item):
    return item[1]
