"""Objects that stand for others in tests, record how they are used, and replace them for a while."""

import builtins
import functools
import inspect
import sys

from .util import safe_repr

__all__ = [
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR", "NonCallableMock",
    "NonCallableMagicMock", "mock_open", "PropertyMock", "seal",
]

FILTER_DIR = True


class InvalidSpecError(Exception):
    """A mock is given as a spec."""


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel.%s" % self.name

    def __reduce__(self):
        return "sentinel.%s" % self.name


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    "Equal to everything."

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"

    __hash__ = None


ANY = _ANY()


# Calls

def _format(name, args, kwargs):
    return "%s(%s)" % (name, ", ".join([repr(arg) for arg in args] + ["%s=%r" % item for item in kwargs.items()]))


class _Call(tuple):
    """A call: (name, args, kwargs), or (args, kwargs) where two is set. It equals tuples that leave out what is empty."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, dict):
                kwargs = part
            else:
                args = part
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def _whole(self):
        return ("",) + tuple(self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        mine = self._whole()
        theirs = _Call(other)._whole() if not isinstance(other, _Call) else other._whole()
        named = len(self) == 3 and any(isinstance(part, str) for part in other)
        parents = getattr(self, "_mock_parent", None), getattr(other, "_mock_parent", None)
        if parents[0] and parents[1] and parents[0] != parents[1]:
            return False
        if (named or isinstance(other, _Call)) and mine[0] and theirs[0] and mine[0] != theirs[0]:
            return False
        if bool(mine[0]) != bool(theirs[0]) and len(self) == 3 and len(other) == 3:
            return False
        return (mine[1], mine[2]) == (theirs[1], theirs[2])

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name="%s.%s" % (self._mock_name, attr), parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in ("count", "index"):
            return self.__getattr__(attr)
        return tuple.__getattribute__(self, attr)

    args = property(lambda self: self[-2])
    kwargs = property(lambda self: self[-1])

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("call") else "call.%s" % name
        name, args, kwargs = self._whole()
        name = "call." + name if name and not name.startswith("()") else "call" + name
        return _format(name, args, kwargs)

    def call_list(self):
        """The calls that a chained call consists of."""
        calls, at = [], self
        while at is not None:
            if at._mock_from_kall:
                calls.append(at)
            at = at._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(self[i:i + n] == value for i in range(len(self) - n + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))


# Mocks

_CONFIG = {"return_value", "_mock_return_value", "side_effect", "_mock_side_effect", "_mock_parent", "_mock_new_parent", "_mock_name", "_mock_new_name"}
_KEPT = ("called", "call_count", "call_args", "call_args_list", "mock_calls", "method_calls")
_ASSERTS = ("assert", "assret", "asert", "aseert", "assrt")


def _is_exception(value):
    return isinstance(value, BaseException) or (isinstance(value, type) and issubclass(value, BaseException))


def _signature_of(spec, instance=False, skip_first=False):
    if isinstance(spec, type) and instance:
        spec = getattr(spec, "__call__", None)
        skip_first = True
    try:
        found = inspect.signature(spec)
        if skip_first and not isinstance(spec, type):
            found = found.replace(parameters=list(found.parameters.values())[1:])
        return found
    except (TypeError, ValueError):
        return None


class NonCallableMock:
    """A mock that cannot be called. Each one has a class of its own, so that special methods can be set."""

    def __new__(cls, *args, **kwargs):
        bases = (cls,)
        if not issubclass(cls, AsyncMockMixin):
            spec = args[0] if args and args[0] is not None else kwargs.get("spec") or kwargs.get("spec_set")
            if spec is not None and inspect.iscoroutinefunction(spec) and not issubclass(cls, AsyncMock):
                bases = (AsyncMockMixin, cls)
        return object.__new__(type(cls.__name__, bases, {"__doc__": cls.__doc__, "__module__": cls.__module__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None, _spec_as_instance=False, _eat_self=None,
                 unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        own = self.__dict__
        own["_mock_parent"], own["_mock_name"], own["_mock_new_name"], own["_mock_new_parent"] = parent, name, _new_name, _new_parent
        own["_mock_sealed"] = False
        if spec_set is not None:
            spec, spec_set = spec_set, True
        own["_mock_children"] = {}
        own["_mock_wraps"], own["_mock_delegate"] = wraps, None
        own["_mock_return_value"], own["_mock_side_effect"] = DEFAULT, None
        own["_mock_unsafe"] = unsafe
        self._mock_add_spec(spec, spec_set, _spec_as_instance, _eat_self)
        self._reset_records()
        if kwargs:
            self.configure_mock(**kwargs)

    def _reset_records(self):
        self.__dict__.update(called=False, call_count=0, call_args=None, call_args_list=_CallList(), mock_calls=_CallList(), method_calls=_CallList())

    def _mock_add_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError("Cannot spec a Mock object. [object=%r]" % (spec,))
        own = self.__dict__
        own["_spec_signature"] = own["_spec_class"] = own["_mock_methods"] = None
        own["_spec_asyncs"] = []
        own["_spec_set"] = spec_set
        if spec is None:
            return
        if isinstance(spec, (list, tuple)):
            own["_mock_methods"] = list(spec)
            return
        own["_spec_class"] = spec if isinstance(spec, type) else type(spec)
        if callable(spec):
            own["_spec_signature"] = _signature_of(spec, as_instance, eat_self)
        own["_mock_methods"] = dir(spec)
        for name in own["_mock_methods"]:
            try:
                if inspect.iscoroutinefunction(inspect.getattr_static(spec, name, None)):
                    own["_spec_asyncs"].append(name)
            except Exception:
                pass

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        """Make a mock a child, whose calls are recorded here."""
        mock = _plain(mock)
        mock._mock_parent = mock._mock_new_parent = None
        mock._mock_name, mock._mock_new_name = "", None
        setattr(self, attribute, mock)

    @property
    def return_value(self):
        value = self._mock_return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self.__dict__["_mock_return_value"] = self._get_child_mock(_new_parent=self, _new_name="()")
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        self.__dict__["_mock_side_effect"] = value if value is None or callable(value) or _is_exception(value) else iter(value)

    @property
    def __class__(self):
        return self._spec_class or type(self)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._reset_records()
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in list(self._mock_children.values()):
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        kept = self._mock_return_value
        if isinstance(kept, NonCallableMock) and kept is not self:
            kept.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes; names with dots reach into children."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            at = self
            *path, last = name.split(".")
            for part in path:
                at = getattr(at, part)
            setattr(at, last, value)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe", "_mock_children"):
            raise AttributeError(name)
        if self._mock_methods is not None:
            if name not in self._mock_methods or name in _all_magics:
                raise AttributeError("Mock object has no attribute %r" % name)
        elif name in _all_magics or (name.startswith("__") and name.endswith("__")):
            raise AttributeError(name)
        if not self._mock_unsafe and (not self._mock_methods or name not in self._mock_methods):
            if name.startswith(_ASSERTS) or name in ("called_once", "called_with", "called_once_with", "has_calls", "any_call", "not_called"):
                raise AttributeError("%r is not a valid assertion. Use a spec for the mock if %r is meant to be an attribute." % (name, name))
        found = self._mock_children.get(name)
        if found is _deleted:
            raise AttributeError(name)
        if found is None:
            wraps = getattr(self._mock_wraps, name) if self._mock_wraps is not None else None
            found = self._mock_children[name] = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
        elif isinstance(found, _SpecState):
            found = self._mock_children[name] = found.make(self)
        return found

    def _full_name(self):
        names, at, last = [], self, self
        dot = "." if self._mock_new_name not in ("()", "()") else ""
        seen = set()
        while at is not None and id(at) not in seen:
            seen.add(id(at))
            if at is not self or at._mock_new_name:
                pass
            if at._mock_new_name:
                names.append(at._mock_new_name)
            last = at
            at = at._mock_new_parent
        names.append(last._mock_name or "mock")
        text = ""
        for part in reversed(names):
            text += part if not text or part == "()" else "." + part
        return text

    def _extract_mock_name(self):
        return self._full_name()

    def __repr__(self):
        name = self._full_name()
        text = "" if name in ("mock", "mock.") and not self._mock_name else " name=%r" % name
        if self._spec_class is not None:
            text += " spec%s=%r" % ("_set" if self._spec_set else "", self._spec_class.__name__)
        return "<%s%s id='%s'>" % (type(self).__name__, text, id(self))

    def __dir__(self):
        names = set(self._mock_methods or ())
        kept = [name for name, child in self._mock_children.items() if child is not _deleted]
        own = [name for name in self.__dict__ if not name.startswith(("_mock", "_spec"))]
        shown = [name for name in dir(type(self)) if not name.startswith("_")]
        return sorted(names.union(kept, own, shown))

    def __setattr__(self, name, value):
        if name in _CONFIG:
            return object.__setattr__(self, name, value)
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods and name not in self.__dict__:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in _unsupported_magics:
            raise AttributeError("Attempting to set unsupported magic method %r." % name)
        if name in _all_magics:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if isinstance(value, NonCallableMock):
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            else:
                setattr(type(self), name, value if not inspect.isfunction(value) else _with_self(value))
                self._mock_children[name] = value
            return
        if name == "__class__":
            self.__dict__["_spec_class"] = value
            return
        if self._mock_sealed and name not in self.__dict__ and name not in self._mock_children:
            raise AttributeError("Cannot set %s.%s" % (self._full_name(), name))
        if _adopt(self, value, name, name):
            self._mock_children[name] = value
            self.__dict__.pop(name, None)
            return
        if isinstance(value, NonCallableMock):
            self._mock_children[name] = value
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        found = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif found is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            name = kw.get("name") or kw.get("_new_name", "")
            raise AttributeError("%s%s" % (self._full_name(), name if name == "()" else "." + name))
        name = kw.get("name") or kw.get("_new_name")
        if name in self.__dict__["_spec_asyncs"]:
            return AsyncMock(**kw)
        for kind in (AsyncMock, MagicMock, Mock, PropertyMock):
            if issubclass(type(self), kind):
                base = type(self).__mro__[1] if kind is not AsyncMock else kind
                if kind is AsyncMock and name not in _async_magics and name != "()" and self._mock_methods is not None:
                    base = MagicMock
                if name == "()" and kind is AsyncMock:
                    base = MagicMock
                return base(**kw)
        base = type(self).__mro__[1]
        return (MagicMock if base is NonCallableMagicMock else Mock if base is NonCallableMock else base)(**kw)

    # What was called

    def _matched(self, item):
        """A call as it is compared: bound to the spec's signature if there is one."""
        if not isinstance(item, tuple) or len(item) <= 1:
            return item
        signature = self._spec_signature
        *name, args, kwargs = item
        path = name[0] if name else ""
        at = self
        for part in path.replace("()", "").split(".") if path else ():
            child = at._mock_children.get(part) if part else None
            if not isinstance(child, NonCallableMock):
                signature = None
                break
            at, signature = child, child._spec_signature
        if signature is None:
            return item
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None) if hasattr(e, "with_traceback") else e
        return _Call((path, bound.args, bound.kwargs)) if name else _Call((bound.args, bound.kwargs), two=True)

    def _calls_text(self, prefix="Calls"):
        return "\n%s: %s." % (prefix, safe_repr(self.mock_calls)) if self.mock_calls else ""

    def _shown(self):
        return self._mock_name or "mock"

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (self._shown(), self.call_count, self._calls_text()))

    def assert_called(self):
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % self._shown())

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (self._shown(), self.call_count, self._calls_text()))

    def _not_found(self, args, kwargs):
        return "expected call not found.\nExpected: %s\n  Actual: %s" % (_format(self._shown(), args, kwargs), _format(self._shown(), *self.call_args))

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: not called." % _format(self._shown(), args, kwargs))
        expected, actual = self._matched(_Call((args, kwargs), two=True)), self._matched(self.call_args)
        if actual != expected:
            raise AssertionError(self._not_found(args, kwargs)) from (expected if isinstance(expected, Exception) else None)

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (self._shown(), self.call_count, self._calls_text()))
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        expected = self._matched(_Call((args, kwargs), two=True))
        if isinstance(expected, Exception) or expected not in [self._matched(item) for item in self.call_args_list]:
            raise AssertionError("%s call not found" % _format(self._shown(), args, kwargs)) from (expected if isinstance(expected, Exception) else None)

    def assert_has_calls(self, calls, any_order=False):
        expected = [self._matched(item) for item in calls]
        cause = next((item for item in expected if isinstance(item, Exception)), None)
        actual = _CallList(self._matched(item) for item in self.mock_calls)
        if not any_order:
            if expected not in actual:
                problem = "Calls not found." if cause is None else "Error processing expected calls.\nErrors: %s" % [item if isinstance(item, Exception) else None for item in expected]
                raise AssertionError("%s\nExpected: %s%s" % (problem, _CallList(calls), self._calls_text("  Actual").rstrip("."))) from cause
            return
        left = list(actual)
        missing = []
        for item in expected:
            try:
                left.remove(item)
            except ValueError:
                missing.append(item)
        if missing:
            raise AssertionError("%r does not contain all of %r in its call list, found %r instead" % (self._shown(), tuple(missing), left)) from cause


def _with_self(function):
    return lambda self, /, *args, **kwargs: function(self, *args, **kwargs)


def _plain(value):
    return getattr(value, "mock", value) if not isinstance(value, NonCallableMock) and inspect.isfunction(value) else value


def _adopt(parent, value, name, new_name):
    """Make a mock without a name a child."""
    value = _plain(value)
    if not isinstance(value, NonCallableMock):
        return False
    if value._mock_name or value._mock_new_name or value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    at = parent
    while at is not None:
        if at is value:
            return False
        at = at._mock_new_parent
    if new_name:
        value.__dict__["_mock_new_parent"], value.__dict__["_mock_new_name"] = parent, new_name
    if name:
        value.__dict__["_mock_parent"], value.__dict__["_mock_name"] = parent, name
    return True


class CallableMixin(NonCallableMock):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None,
                 **kwargs):
        self.__dict__["_mock_return_value"] = return_value
        NonCallableMock.__init__(self, spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        self.__dict__["_mock_return_value"] = return_value
        _adopt(self, return_value, None, "()")
        if side_effect is not None:
            self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        if self._spec_signature is not None:
            self._check_signature(args, kwargs)
        self._record(args, kwargs)
        return self._answer(args, kwargs)

    def _check_signature(self, args, kwargs):
        if self.__dict__.get("_mock_checks"):
            self._spec_signature.bind(*args, **kwargs)

    def _record(self, args, kwargs):
        own = self.__dict__
        own["called"] = True
        own["call_count"] += 1
        this = _Call((args, kwargs), two=True)
        own["call_args"] = this
        self.call_args_list.append(this)
        name, at = "", self
        self.mock_calls.append(_Call(("", args, kwargs)))
        is_method = self._mock_name is not None
        method_name = self._mock_name
        seen = set()
        parent = self._mock_new_parent
        name = self._mock_new_name
        while parent is not None and id(parent) not in seen:
            seen.add(id(parent))
            if is_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = "%s.%s" % (parent._mock_name, method_name)
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                name = parent._mock_new_name + ("" if name.startswith("()") else ".") + name
            parent = parent._mock_new_parent

    def _answer(self, args, kwargs):
        effect = self._mock_side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            result = effect(*args, **kwargs) if callable(effect) else next(effect)
            if not callable(effect) and _is_exception(result):
                raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin):
    """Records what is done with it. All attributes and calls give further mocks, unless told otherwise."""


# Special methods

_NUMERIC = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_magics = {"__%s__" % name for name in (
    "lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs invert complex int float index round trunc floor ceil bool next fspath "
    "aiter hash iter reversed missing").split()}
_magics |= {"__%s%s__" % (prefix, name) for name in _NUMERIC for prefix in ("", "i", "r")}
_async_magics = {"__aenter__", "__aexit__", "__anext__"}
_others = {"__getformat__", "__repr__", "__dir__", "__subclasses__", "__format__", "__get__", "__set__", "__delete__", "__getinitargs__", "__reduce__", "__reduce_ex__", "__getstate__",
           "__setstate__", "__getnewargs__"}
_all_magics = _magics | _async_magics | (_others - {"__dir__", "__repr__"})
_unsupported_magics = {"__getattr__", "__setattr__", "__init__", "__new__", "__prepare__", "__instancecheck__", "__subclasscheck__", "__del__"}
_RESULTS = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented, "__int__": 1, "__contains__": False, "__len__": 0,
    "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True, "__index__": 1, "__aexit__": False,
}
_COMPUTED = {
    "__hash__": lambda self: object.__hash__(self), "__str__": lambda self: object.__str__(self), "__sizeof__": lambda self: object.__sizeof__(self),
    "__fspath__": lambda self: "%s/%s/%s" % (type(self).__name__, self._full_name(), id(self)),
}


def _equal(self):
    def eq(other):
        fixed = self.__eq__._mock_return_value
        if fixed is not DEFAULT:
            return fixed
        return True if self is other else NotImplemented
    return eq


def _not_equal(self):
    return lambda other: DEFAULT if self.__ne__._mock_return_value is not DEFAULT else False if self is other else NotImplemented


def _iterate(self):
    def iterate():
        fixed = self.__iter__._mock_return_value
        return iter([]) if fixed is DEFAULT else iter(fixed)
    return iterate


_EFFECTS = {"__eq__": _equal, "__ne__": _not_equal, "__iter__": _iterate}


class MagicProxy:
    """Makes the mock of a special method when it is first needed."""

    def __init__(self, name, parent):
        self.name, self.parent = name, parent

    def create_mock(self):
        made = self.parent._get_child_mock(name=self.name, _new_name=self.name, _new_parent=self.parent)
        setattr(self.parent, self.name, made)
        if self.name in _RESULTS:
            made.return_value = _RESULTS[self.name]
        elif self.name in _COMPUTED:
            made.return_value = _COMPUTED[self.name](self.parent)
        elif self.name in _EFFECTS:
            made.side_effect = _EFFECTS[self.name](self.parent)
        return made

    def __get__(self, obj, owner=None):
        return self.create_mock()


class MagicMixin(NonCallableMock):
    def __init__(self, /, *args, **kw):
        self._add_magics(kw.get("spec") or kw.get("spec_set") or (args[0] if args else None))
        super().__init__(*args, **kw)
        self._add_magics(None)

    def _add_magics(self, spec):
        names = _magics - {"__reversed__", "__missing__", "__hash__"} - {"__r%s__" % name for name in _NUMERIC} - {"__rdivmod__"} | _async_magics | {"__hash__"}
        methods = self.__dict__.get("_mock_methods")
        if methods is None and isinstance(spec, (list, tuple)):
            methods = spec
        elif methods is None and spec is not None:
            methods = dir(spec)
        own = type(self)
        for name in names:
            if methods is not None and name not in methods:
                if isinstance(own.__dict__.get(name), MagicProxy):
                    delattr(own, name)
            elif name not in own.__dict__:
                setattr(own, name, MagicProxy(name, self))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that cannot be called."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._add_magics(None)


class MagicMock(MagicMixin, Mock):
    """A mock with default implementations of most special methods."""

    mock_add_spec = NonCallableMagicMock.mock_add_spec


class AsyncMockMixin:
    pass


class AsyncMock(MagicMixin, Mock):
    """A mock whose calls give something to await."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._reset_awaits()
        self.__dict__["_is_coroutine_mark"] = inspect._mark

    def _reset_awaits(self):
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self._reset_awaits()

    async def _answer(self, args, kwargs):
        own = self.__dict__
        own["await_count"] += 1
        own["await_args"] = this = _Call((args, kwargs), two=True)
        self.await_args_list.append(this)
        effect = self._mock_side_effect
        if effect is not None and not _is_exception(effect):
            try:
                result = effect(*args, **kwargs) if callable(effect) else next(effect)
            except StopIteration:
                raise StopAsyncIteration
            if inspect.iscoroutine(result):
                result = await result
            if _is_exception(result) and not callable(effect):
                raise result
            if result is not DEFAULT:
                return result
        elif effect is not None:
            raise effect
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result
        return self.return_value

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError("Expected %s to have been awaited." % self._shown())

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError("Expected %s to have been awaited once. Awaited %s times." % (self._shown(), self.await_count))

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError("Expected %s to not have been awaited. Awaited %s times." % (self._shown(), self.await_count))

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError("Expected await: %s\nNot awaited" % _format(self._shown(), args, kwargs))
        if self.await_args != _Call((args, kwargs), two=True):
            raise AssertionError("expected await not found.\nExpected: %s\n  Actual: %s" % (_format(self._shown(), args, kwargs), _format(self._shown(), *self.await_args)))

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.await_args_list:
            raise AssertionError("%s await not found" % _format(self._shown(), args, kwargs))

    def assert_has_awaits(self, calls, any_order=False):
        left = list(self.await_args_list)
        if not any_order and list(calls) not in self.await_args_list:
            raise AssertionError("Awaits not found.\nExpected: %s\nActual: %s" % (_CallList(calls), self.await_args_list))
        for item in calls if any_order else ():
            if item not in left:
                raise AssertionError("%r not all found in await list" % (tuple(calls),))
            left.remove(item)


class PropertyMock(Mock):
    """A mock that is used as a property of a class."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


def seal(mock):
    """Let no more mocks be made of a mock's attributes."""
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


# Specs

class _SpecState:
    """A child of an autospecced mock that was not asked for yet."""

    def __init__(self, spec, spec_set, name, instance):
        self.spec, self.spec_set, self.name, self.instance = spec, spec_set, name, instance

    def make(self, parent):
        made = create_autospec(self.spec, self.spec_set, False, None, self.name, _skip_first=self.instance)
        made.__dict__["_mock_parent"] = made.__dict__["_mock_new_parent"] = parent
        made.__dict__["_mock_new_name"] = self.name
        return made


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, _skip_first=False, **kwargs):
    """A mock with the attributes of an object and the signatures of its functions."""
    if isinstance(spec, NonCallableMock):
        raise InvalidSpecError("Cannot autospec a Mock object. [object=%r]" % (spec,))
    is_type = isinstance(spec, type)
    kind = AsyncMock if inspect.iscoroutinefunction(spec) else MagicMock
    if spec is not None and (not callable(spec) or (is_type and instance and not hasattr(spec, "__call__"))):
        kind = NonCallableMagicMock
    if is_type and instance and not any("__call__" in base.__dict__ for base in spec.__mro__[:-1]):
        kind = NonCallableMagicMock
    wanted = {"spec_set" if spec_set else "spec": spec} if spec is not None else {}
    mock = kind(name=_name, unsafe=unsafe, **wanted, **kwargs)
    own = mock.__dict__
    own["_mock_checks"] = True
    own["_spec_signature"] = _signature_of(spec, instance, _skip_first) if callable(spec) else None
    if is_type and not instance and "return_value" not in kwargs:
        made = create_autospec(spec, spec_set, True, _name="()")
        own["_mock_return_value"] = made
        made.__dict__.update(_mock_new_parent=mock, _mock_new_name="()", _mock_name=None)
    if inspect.isfunction(spec):
        return mock
    for name in dir(spec):
        if name in _all_magics or (name.startswith("__") and name.endswith("__")):
            continue
        try:
            value = getattr(spec, name)
        except AttributeError:
            continue
        if callable(value):
            static = inspect.getattr_static(spec, name, None)
            skip = (is_type and not isinstance(static, (staticmethod, classmethod)) and inspect.isfunction(value)) and instance
            own["_mock_children"][name] = _SpecState(value, spec_set, name, skip)
        else:
            own["_mock_children"][name] = NonCallableMagicMock(spec=value, name=name, parent=mock, _new_name=name, _new_parent=mock)
    return mock


# Patching

def _import(name):
    found = __import__(name.split(".")[0])
    path = name.split(".")[0]
    for part in name.split(".")[1:]:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


class _patch:
    """A replacement for a while: as a decorator, a context manager, or from start() to stop()."""

    active = []
    attribute_name = None
    additional = ()

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        if new_callable is not None and autospec is not None:
            raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set = getter, attribute, new, spec, create, spec_set
        self.autospec, self.new_callable, self.kwargs = autospec, new_callable, kwargs
        self.additional = []

    def copy(self):
        other = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable, self.kwargs)
        other.attribute_name = self.attribute_name
        other.additional = [one.copy() for one in self.additional]
        return other

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                value = getattr(func, name) if name.startswith(patch.TEST_PREFIX) else None
                if callable(value):
                    setattr(func, name, self.copy()(value))
            return func
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **keywargs):
                entered = []
                try:
                    args, keywargs = _enter_all(patched, entered, args, keywargs)
                    return await func(*args, **keywargs)
                finally:
                    _leave_all(entered)
        else:
            @functools.wraps(func)
            def patched(*args, **keywargs):
                entered = []
                try:
                    args, keywargs = _enter_all(patched, entered, args, keywargs)
                    return func(*args, **keywargs)
                finally:
                    _leave_all(entered)
        patched.patchings = [self]
        return patched

    def _original(self):
        name, target = self.attribute, self.target
        local = False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if name in dir(builtins) and isinstance(target, type(sys)):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError("%s does not have the attribute %r" % (target, name))
        return original, local

    def _made(self, original):
        spec, spec_set, autospec = self.spec, self.spec_set, self.autospec
        if autospec is not None and autospec is not False:
            return create_autospec(original if autospec is True else autospec, bool(spec_set), _name=self.attribute, **self.kwargs)
        spec = original if spec is True else spec
        spec_set = original if spec_set is True else spec_set
        kind = self.new_callable
        if kind is None:
            of = spec if spec is not None else spec_set if spec_set is not None else original
            kind = AsyncMock if inspect.iscoroutinefunction(of) else MagicMock
            if (spec is not None or spec_set is not None) and not callable(of):
                kind = NonCallableMagicMock
        wanted = dict(self.kwargs)
        if isinstance(kind, type) and issubclass(kind, NonCallableMock):
            if spec is not None:
                wanted["spec"] = spec
            if spec_set is not None:
                wanted["spec_set"] = spec_set
            wanted.setdefault("name", self.attribute)
        made = kind(**wanted)
        of = spec if spec is not None else spec_set
        if isinstance(of, type) and isinstance(made, CallableMixin):
            made.return_value = MagicMock(spec=of, name="()", _new_parent=made, _new_name="()")
        return made

    def __enter__(self):
        self.target = self.getter()
        original, self.is_local = self._original()
        self.temp_original = original
        new = self._made(original) if self.new is DEFAULT else self.new
        if self.new is not DEFAULT and self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        entered = []
        setattr(self.target, self.attribute, new)
        if self.attribute_name is None:
            return new
        extra = {}
        if self.new is DEFAULT:
            extra[self.attribute_name] = new
        try:
            for one in self.additional:
                found = one.__enter__()
                entered.append(one)
                if one.new is DEFAULT:
                    extra.update(found)
        except BaseException:
            _leave_all(entered)
            self._restore()
            raise
        self.entered = entered
        return extra

    def _restore(self):
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
            return
        delattr(self.target, self.attribute)
        if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in ("__doc__", "__module__", "__defaults__", "__annotations__", "__kwdefaults__")):
            setattr(self.target, self.attribute, self.temp_original)

    def __exit__(self, *info):
        if not hasattr(self, "is_local"):
            return None
        _leave_all(getattr(self, "entered", []))
        self._restore()
        del self.temp_original, self.is_local, self.target

    def start(self):
        result = self.__enter__()
        self.active.append(self)
        return result

    def stop(self):
        try:
            self.active.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _enter_all(patched, entered, args, keywargs):
    args = list(args)
    for one in patched.patchings:
        made = one.__enter__()
        entered.append(one)
        if one.attribute_name is not None:
            keywargs.update(made)
        elif one.new is DEFAULT:
            args.append(made)
    return args, keywargs


def _leave_all(entered):
    for one in reversed(entered):
        one.__exit__(None, None, None)


def _split(target):
    try:
        path, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError("Need a valid target to patch. You supplied: %r" % (target,)) from None
    return functools.partial(_import, path), attribute


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    if isinstance(target, str):
        raise TypeError("%r must be the actual object to be patched, not a str" % target)
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = functools.partial(_import, target) if isinstance(target, str) else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    made = []
    for attribute, new in kwargs.items():
        one = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = attribute
        made.append(one)
    made[0].additional = made[1:]
    return made[0]


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Replace what a name "package.module.attribute" stands for."""
    getter, attribute = _split(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


class _patch_dict:
    """Changes a dictionary, and puts it back."""

    attribute_name, new = None, None

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, dict(values, **kwargs), clear
        self._original = None

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def __call__(self, f):
        if isinstance(f, type):
            return _patch.__call__(self, f)

        @functools.wraps(f)
        def patched(*args, **kwargs):
            with self:
                return f(*args, **kwargs)

        @functools.wraps(f)
        async def patched_async(*args, **kwargs):
            with self:
                return await f(*args, **kwargs)
        return patched_async if inspect.iscoroutinefunction(f) else patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            self._original = {key: target[key] for key in target}
        if self.clear:
            _clear(target)
        try:
            target.update(self.values)
        except AttributeError:
            for key in self.values:
                target[key] = self.values[key]
        return target

    def __exit__(self, *info):
        if self._original is not None:
            _clear(self.in_dict)
            try:
                self.in_dict.update(self._original)
            except AttributeError:
                for key in self._original:
                    self.in_dict[key] = self._original[key]
            self._original = None
        return False

    def start(self):
        result = self.__enter__()
        _patch.active.append(self)
        return result

    def stop(self):
        return _patch.stop(self)

    active = _patch.active


def _clear(target):
    try:
        target.clear()
    except AttributeError:
        for key in list(target):
            del target[key]


def _stopall():
    """Stop what was started, the last first."""
    for one in reversed(list(_patch.active)):
        one.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stopall
patch.TEST_PREFIX = "test"


def mock_open(mock=None, read_data=""):
    """A mock for open(), whose file reads a text or bytes."""
    import io
    state = {}

    def opened():
        state["file"] = io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    def method(name):
        def use(*args, **kwargs):
            fixed = getattr(handle, name)._mock_return_value
            return fixed if fixed is not DEFAULT else getattr(state["file"], name)(*args, **kwargs)
        return use

    def lines(self=None):
        fixed = handle.readline._mock_return_value
        while fixed is not DEFAULT:
            yield fixed
        for line in state["file"]:
            yield line

    if mock is None:
        mock = MagicMock(name="open", spec=open)
    handle = MagicMock(spec=["read", "write", "close", "readline", "readlines", "writelines", "flush", "seek", "tell", "__enter__", "__exit__", "__iter__", "__next__", "fileno", "name",
                             "mode", "closed", "truncate"])
    handle.__enter__.return_value = handle
    handle.__exit__.side_effect = lambda *info: handle.close()
    handle.write.return_value = None
    opened()
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = method(name)
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = lambda: next(lines())

    def reset(*args, **kwargs):
        opened()
        return DEFAULT

    mock.side_effect = reset
    mock.return_value = handle
    return mock
