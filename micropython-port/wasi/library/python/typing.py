# Names for type hints. Nothing here checks values; hints keep what they were given, and print as CPython prints them.

import sys
from abc import ABCMeta
from operator import getitem
from types import GenericAlias, UnionType

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional", "ParamSpec",
    "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container", "ContextManager",
    "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping", "MutableSequence",
    "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection",
    "AsyncGenerator", "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
    "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set",
    "FrozenSet", "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr", "assert_type",
    "assert_never", "cast", "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin", "get_overloads",
    "get_protocol_members", "get_type_hints", "is_protocol", "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check",
    "no_type_check_decorator", "NoDefault", "NoReturn", "NotRequired", "overload", "override", "ParamSpecArgs", "ParamSpecKwargs",
    "ReadOnly", "Required", "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "TypeIs",
    "TypeAliasType", "Unpack",
]

TYPE_CHECKING = False
Text = str


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == "builtins" else "%s.%s" % (obj.__module__, obj.__qualname__)
    if obj is ...:
        return "..."
    if isinstance(obj, type(_type_repr)):
        return obj.__name__
    if isinstance(obj, (list, tuple)):
        return "[%s]" % ", ".join([_type_repr(t) for t in obj])
    return repr(obj)


# special: whether ClassVar and Final may stand here.
def _convert(arg, msg="Parameters to generic types must be types.", special=False):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if isinstance(arg, _Alias):
        if arg.__origin__ in (Generic, Protocol) or not special and arg.__origin__ in (ClassVar, Final):
            raise TypeError("%r is not valid as type argument" % (arg,))
        return arg
    if isinstance(arg, _SpecialForm) and not (arg in (NoReturn, Never, Self, TypeAlias, LiteralString) or special and arg in (ClassVar, Final)) or arg in (
            Generic, Protocol):
        raise TypeError("Plain %r is not valid as type argument" % (arg,))
    if type(arg) is tuple:
        raise TypeError("%s Got %r." % (msg, arg))
    return arg


def _parameters_of(args):
    found = []
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        if isinstance(arg, (list, tuple)):
            more = _parameters_of(arg)
        elif isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            more = (arg,)
        else:
            more = getattr(arg, "__parameters__", ())
        for parameter in more:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _is_alias_of(tp, *forms):
    return isinstance(tp, _Alias) and tp.__origin__ in forms


def _is_parameters(arg):
    return arg is ... or isinstance(arg, (list, tuple, ParamSpec)) or _is_alias_of(arg, Concatenate)


# Arguments with *tuple[int, str] as int, str.
def _flat(args):
    new = []
    for arg in args:
        inner = arg.__args__ if _is_alias_of(arg, Unpack) and getattr(arg.__args__[0], "__origin__", None) is tuple else None
        inner = inner and inner[0].__args__
        if inner is None or inner and inner[-1] is ...:
            new.append(arg)
        else:
            new.extend(inner)
    return new


def _default(parameter, values):
    value = parameter.__default__
    if isinstance(parameter, TypeVarTuple):
        return tuple(_replace(_flat([value]), values)) if value is not NoDefault else ()
    return _replace([tuple(value) if isinstance(value, list) else value], values)[0]


# What type parameters get of arguments: a TypeVarTuple a tuple of types, a ParamSpec one where it gets a list.
def _values(what, parameters, args):
    if not isinstance(args, tuple):
        args = (args,)
    if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and not (len(args) == 1 and _is_parameters(args[0])):
        args = (args,)
    args = _flat(args)
    given, most = len(args), len(parameters)
    places = [i for i, p in enumerate(parameters) if isinstance(p, TypeVarTuple)]
    least = most - len([p for p in parameters if p.has_default() or isinstance(p, TypeVarTuple)])
    if len(places) > 1:
        raise TypeError("More than one TypeVarTuple parameter in %s" % (what,))
    if given < least or (given > most and not places):
        expected = "few arguments for %s; actual %d, expected at least %d" if given < least else "many arguments for %s; actual %d, expected %d"
        raise TypeError("Too " + expected % (what, given, least if given < least else most))
    if places and given > places[0]:
        i = places[0]
        end = max(i, given - (most - i - 1))
        args[i:end] = [tuple([_convert(a) for a in args[i:end]])]
    values = {}
    for p, arg in zip(parameters, args):
        if isinstance(p, ParamSpec):
            if not _is_parameters(arg):
                raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %r" % (arg,))
            arg = tuple([_convert(a) for a in arg]) if isinstance(arg, (list, tuple)) else arg
        elif isinstance(p, TypeVar):
            arg = _convert(arg)
            if isinstance(arg, (list, ParamSpec)) or _is_alias_of(arg, Unpack):
                raise TypeError("%s is not valid as type argument" % (arg,))
        values[p] = arg
    for p in parameters[len(args):]:
        values[p] = _default(p, values)
    return values


# The values as arguments again.
def _arguments(parameters, values):
    args = []
    for p in parameters:
        if not isinstance(p, TypeVarTuple):
            args.append(values.get(p, p))
        else:
            args.extend(values[p] if p in values else (Unpack[p],))
    return tuple(args)


# Arguments with values in the place of their parameters. Those of Callable and Concatenate are flat: a ParamSpec's are among them.
def _replace(args, values, flat=False):
    new = []
    for arg in args:
        parameters = getattr(arg, "__parameters__", ()) if not isinstance(arg, type) or isinstance(arg, GenericAlias) else ()
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            arg = values.get(arg, arg)
        elif _is_alias_of(arg, Unpack) and isinstance(arg.__args__[0], TypeVarTuple):
            new.extend(values.get(arg.__args__[0], (arg,)))
            continue
        elif isinstance(arg, (list, tuple)):
            arg = tuple(_replace(arg, values))
        elif parameters:
            arg = arg[_arguments(parameters, values)]
        if flat and isinstance(arg, tuple):
            new.extend(arg)
        else:
            new.append(arg)
    return new


# What list[T] and T | None in C call: the alias with its type variables replaced
def _item_of(alias, args):
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError("%r is not a generic class" % (alias,))
    new = _replace(alias.__args__, _values(repr(alias), parameters, args))
    if hasattr(alias, "__origin__"):
        return type(alias)(alias.__origin__, tuple(new))
    result = new[0]
    for other in new[1:]:
        result = result | other
    return result


# --- Special forms and aliases -----------------------------------------------------------------------


class _Hint:
    # Whatever is a hint and no class: supports | and has no instances.
    def __init_subclass__(cls, **kwds):
        if cls.__module__ != __name__:
            base = cls.__mro__[1]
            if issubclass(base, _Parameter):
                raise TypeError("type 'typing.%s' is not an acceptable base type" % base.__name__)
            raise TypeError("Cannot subclass special typing classes")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError("%r cannot be used with isinstance()" % (self,))

    def __subclasscheck__(self, cls):
        raise TypeError("%r cannot be used with issubclass()" % (self,))

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass %r" % (self,))


class _SpecialForm(_Hint):
    def __init__(self, name, getitem=None, doc=None):
        self._name = name
        self._getitem = getitem
        self.__doc__ = doc

    def __repr__(self):
        return "typing." + self._name

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError("Cannot instantiate %r" % (self,))

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError("%r is not subscriptable" % (self,))
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(self, obj)

    def __repr__(self):
        return "typing.Any" if self is Any else type.__repr__(self)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


# What an alias is among bases: its class, and Generic if no base behind it brings that.
def _entries(alias, bases, generic):
    entries = () if alias.__origin__ in bases else (alias.__origin__,)
    seen = False
    for base in bases:
        generic &= not (seen and (isinstance(base, (_Alias, _SpecialGenericAlias)) or isinstance(base, type) and issubclass(base, Generic)))
        seen |= base is alias
    return entries + (Generic,) if generic else entries


class _Alias(_Hint):
    # origin[args]
    def __init__(self, origin, args, name=None, inst=True):
        self.__dict__.update(__origin__=origin, __args__=args, __parameters__=_parameters_of(args), _name=name, _inst=inst)

    def __setattr__(self, name, value):
        if name.startswith("_"):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = self.__args__
        if self._name == "Optional":
            args = [a for a in args if a is not type(None)]
        elif self._name == "Literal":
            return "%s[%s]" % (name, ", ".join([repr(a) for a in args]))
        return "%s[%s]" % (name, ", ".join([_type_repr(a) for a in args]) or "()")

    def __eq__(self, other):
        if self.__origin__ is Union and (isinstance(other, UnionType) or isinstance(other, _Alias) and other.__origin__ is Union):
            mine, others = self.__args__, other.__args__
            return all([a in others for a in mine]) and all([a in mine for a in others])
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is Literal and other.__origin__ is Literal:
            return set([(a, type(a)) for a in self.__args__]) == set([(a, type(a)) for a in other.__args__])
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:  # that of x | y, which is equal
            all = 0
            for arg in self.__args__:
                all ^= hash(arg)
            return all
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError("Cannot subscript already-subscripted %r" % (self,))
        if not self.__parameters__:
            raise TypeError("%r is not a generic class" % (self,))
        values = _values(repr(self), self.__parameters__, args)
        new = tuple(_replace(self.__args__, values, isinstance(self, _CallableAlias) or self.__origin__ is Concatenate))
        if self.__origin__ is Union:
            return Union[new]
        if self.__origin__ is Concatenate:
            last = new[-1]
            if _is_alias_of(last, Concatenate):
                new = new[:-1] + last.__args__
            elif isinstance(values.get(self.__args__[-1]), tuple):
                return new
        return self.copy_with(new)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError("Type %s cannot be instantiated; use %s() instead" % (self._name, self.__origin__.__name__))
        if not isinstance(self.__origin__, type):
            raise TypeError("Cannot instantiate %r" % (self.__origin__,))
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError("Cannot subclass %r" % (self,))
        if self.__origin__ is not Generic:
            return _entries(self, bases, self._name is not None)
        hints = [b for b in bases if isinstance(b, (_Alias, _SpecialGenericAlias))]
        return () if Protocol in bases or hints[-1] is not self else (Generic,)

    def __getattr__(self, name):
        if "__origin__" in self.__dict__ and not (name.startswith("__") and name.endswith("__")):
            return getattr(self.__origin__, name)
        raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        if not isinstance(self.__origin__, type):
            raise TypeError("'%s' object is not iterable" % type(self).__name__)
        yield Unpack[self]

    def copy_with(self, args):
        return type(self)(self.__origin__, args, self._name, self._inst)


# Callable of typing, and that of collections.abc, which has no name here.
class _CallableAlias(_Alias):
    def __init__(self, origin, args, name=None, inst=False):
        if len(args) == 2 and _is_alias_of(args[0], Concatenate) and args[0].__args__[-1] is not ... and not isinstance(args[0].__args__[-1], ParamSpec):
            args = args[0].__args__ + args[1:]
        super().__init__(origin, args, name, inst)

    def _one(self):
        return len(self.__args__) == 2 and not isinstance(self.__args__[0], tuple) and _is_parameters(self.__args__[0])

    def __repr__(self):
        *args, result = [_type_repr(a) for a in self.__args__]
        args = args[0] if self._one() else "[%s]" % ", ".join(args)
        return "%s[%s, %s]" % ("typing.Callable" if self._name else _type_repr(self.__origin__), args, result)

    def __eq__(self, other):
        return super().__eq__(other) and self._name == other._name if isinstance(other, _CallableAlias) else NotImplemented

    __hash__ = _Alias.__hash__

    def __reduce__(self):
        args = self.__args__
        return getitem, (Callable if self._name else self.__origin__, args if self._one() else (list(args[:-1]), args[-1]))


class _SpecialGenericAlias(_Hint):
    # List, Dict and so on: a class that can be subscripted. The last arguments may have defaults.
    _defaults = ()

    def __init__(self, origin, count, name, inst=False):
        self.__origin__ = origin
        self._count = count
        self._name = name
        self._inst = inst

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        if name == "__module__":
            return "typing"
        if "__origin__" in self.__dict__ and not name.startswith("__"):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if 0 <= self._count - len(args) <= len(self._defaults):
            args += self._defaults[len(self._defaults) - self._count + len(args):]
        if self._count >= 0 and len(args) != self._count:
            raise TypeError("Too %s arguments for %r; actual %d, expected %d" % ("many" if len(args) > self._count else "few", self, len(args), self._count))
        return _Alias(self.__origin__, tuple([_convert(a) for a in args]), self._name, self._inst)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError("Type %s cannot be instantiated; use %s() instead" % (self._name, self.__origin__.__name__))
        return self.__origin__(*args, **kwargs)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        return _entries(self, bases, True)

    def __reduce__(self):
        return self._name


class _TupleType(_SpecialGenericAlias):
    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if len(args) >= 2 and args[-1] is ...:
            return _Alias(tuple, tuple([_convert(a) for a in args[:-1]]) + (...,), "Tuple", False)
        return _Alias(tuple, tuple([_convert(a) for a in args]), "Tuple", False)


def _callable(origin, params, name=None):
    if not isinstance(params, tuple) or len(params) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    args, result = params
    if not _is_parameters(args) or type(args) is tuple and name:
        raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %r" % (args,))
    args = tuple([_convert(a) for a in args]) if isinstance(args, (list, tuple)) else (args,)
    return _CallableAlias(origin, args + (_convert(result),), name, name is None)


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, params):
        return _callable(self.__origin__, params, "Callable")


def _union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for p in parameters:
        p = _convert(p, "Union[arg, ...]: each arg must be a type.")
        for t in p.__args__ if isinstance(p, UnionType) or (isinstance(p, _Alias) and p.__origin__ is Union) else (p,):
            if t not in flat:
                flat.append(t)
    if len(flat) == 1:
        return flat[0]
    return _Alias(Union, tuple(flat), "Optional" if len(flat) == 2 and type(None) in flat else "Union")


def _one(name):
    def getitem(self, parameters):
        return _Alias(self, (_convert(parameters, "%s accepts only single type." % self, True),), name)

    return _SpecialForm(name, getitem)


def _literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for p in parameters:
        for value in p.__args__ if isinstance(p, _Alias) and p.__origin__ is Literal else (p,):
            if not any([type(value) is type(other) and value == other for other in flat]):
                flat.append(value)
    return _Alias(self, tuple(flat), "Literal")


def _concatenate(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if parameters[-1] is not ... and not isinstance(parameters[-1], ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _Alias(self, tuple([_convert(p) if p is not ... else p for p in parameters]), "Concatenate")


Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", lambda self, p: Union[_convert(p, "%s requires a single type." % self), type(None)])
Literal = _SpecialForm("Literal", _literal)
Concatenate = _SpecialForm("Concatenate", _concatenate)
ClassVar, Final, TypeGuard, TypeIs, Required, NotRequired, ReadOnly, Unpack = [
    _one(_name) for _name in ("ClassVar", "Final", "TypeGuard", "TypeIs", "Required", "NotRequired", "ReadOnly", "Unpack")
]
NoReturn, Never, Self, LiteralString, TypeAlias = [_SpecialForm(_name) for _name in ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias")]


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return "typing.Annotated[%s, %s]" % (_type_repr(self.__origin__), ", ".join([repr(a) for a in self.__metadata__]))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __getattr__(self, name):
        return super().__getattr__(name) if name in ("__name__", "__qualname__") else getattr(self.__dict__["__origin__"], name)

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        from types import resolve_bases

        return resolve_bases((self.__origin__,))

    def __reduce__(self):
        return getitem, (Annotated, (self.__origin__,) + self.__metadata__)


def _annotated(self, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    return _AnnotatedAlias(_convert(params[0], "Annotated[t, ...]: t must be a type.", True), params[1:])


Annotated = _SpecialForm("Annotated", _annotated)


class ForwardRef(_Hint):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError("Forward reference must be a string -- got %r" % (arg,))
        try:
            compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError("Forward reference must be an expression -- got %r" % (arg,)) from None
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__) == (other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        return "ForwardRef(%r%s)" % (self.__forward_arg__, "" if self.__forward_module__ is None else ", module=%r" % self.__forward_module__)


# --- Type variables ----------------------------------------------------------------------------------


class _NoDefault:
    __slots__ = ()

    def __new__(cls):
        return globals().get("NoDefault") or object.__new__(cls)

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefault = _NoDefault()


class _ParameterType(type):
    # Parameters of "class A[T]" are made in C.
    def __instancecheck__(cls, x):
        kind = type(x)
        return issubclass(kind, cls) or (kind.__name__ == cls.__name__ and kind.__module__ == "builtins")


class _Parameter(_Hint, metaclass=_ParameterType):
    _prefix = True

    def __repr__(self):
        if getattr(self, "__infer_variance__", False) or not self._prefix:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def has_default(self):
        return self.__default__ is not NoDefault

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of %s" % type(self).__name__)

    def _set(self, name, bound, covariant, contravariant, infer_variance, default):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__name__ = name
        self.__bound__ = None if bound is None else _convert(bound, "Bound must be a type.")
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        self.__default__ = default
        if hasattr(sys, "_getframe"):
            self.__module__ = sys._getframe(2).f_globals.get("__name__")


class TypeVar(_Parameter):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__constraints__ = tuple([_convert(c, "TypeVar(name, constraint, ...): constraints must be types.") for c in constraints])
        self._set(name, bound, covariant, contravariant, infer_variance, default)


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return "%s.args" % self.__origin__.__name__

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecArgs) else NotImplemented

    __hash__ = object.__hash__


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return "%s.kwargs" % self.__origin__.__name__

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecKwargs) else NotImplemented

    __hash__ = object.__hash__


class ParamSpec(_Parameter):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        self._set(name, bound, covariant, contravariant, infer_variance, default)

    args = property(lambda self: ParamSpecArgs(self))
    kwargs = property(lambda self: ParamSpecKwargs(self))


class TypeVarTuple(_Parameter):
    _prefix = False

    def __init__(self, name, *, default=NoDefault):
        self._set(name, None, False, False, False, default)

    def __iter__(self):
        yield Unpack[self]


class TypeAliasType(_Hint):
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = self.__parameters__ = type_params

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _Alias(self, args if isinstance(args, tuple) else (args,))


# --- Generic, Protocol -------------------------------------------------------------------------------


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        if cls in (Generic, Protocol):
            params = tuple([_convert(p) for p in params])
            if not params:
                raise TypeError("Parameter list to %s[...] cannot be empty" % cls.__qualname__)
            for p in params:
                if not isinstance(p, (TypeVar, ParamSpec, TypeVarTuple)) and not (isinstance(p, _Alias) and p.__origin__ is Unpack):
                    raise TypeError("Parameters to %s[...] must all be type variables or parameter specification variables." % cls.__name__)
            if len(set(params)) != len(params):
                raise TypeError("Parameters to %s[...] must all be unique" % cls.__name__)
        else:
            known = getattr(cls, "__parameters__", ())
            if not known:
                raise TypeError("%s is not a generic class" % cls)
            params = _arguments(known, _values(cls, known, params))
        return _Alias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        forms = [base for base in bases if _is_alias_of(base, Generic, Protocol)]
        if len(forms) > 1:
            raise TypeError("Cannot inherit from %s[...] multiple times." % forms[0].__origin__.__name__)
        if cls.__dict__.get("__type_params__"):
            cls.__parameters__ = tuple(cls.__type_params__)
            return
        cls.__parameters__ = known = _parameters_of(bases)
        if forms:
            name = forms[0].__origin__.__name__
            cls.__parameters__ = listed = forms[0].__parameters__
            others = ", ".join([str(p) for p in known if p not in listed])
            if others:
                raise TypeError("Some type variables (%s) are not listed in %s[%s]" % (others, name, ", ".join([str(p) for p in listed])))


# The base that a class with type parameters gets in C.
def _generic_base(parameters):
    return Generic[tuple([Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters])]


_special = (
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__",
    "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__", "__parameters__", "__orig_bases__",
    "__qualname__", "__protocol_attrs__", "__non_callable_proto_members__", "__type_params__", "_is_protocol", "_is_runtime_protocol",
    "_abc_registry", "_abc_cache", "_abc_negative_token", "_abc_impl", "__annotate__", "__init_subclass__",
)


def _members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base in (Generic, Protocol):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get("__annotations__", {})):
            if name not in _special and not name.startswith("_abc_"):
                names.add(name)
    return names


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return ABCMeta.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if type.__instancecheck__(cls, instance):
            return True
        for name in cls.__protocol_attrs__:
            if not hasattr(instance, name) or (getattr(instance, name) is None and callable(getattr(cls, name, None))):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return ABCMeta.__subclasscheck__(cls, other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        names = cls.__protocol_attrs__
        data = sorted([name for name in names if not callable(getattr(cls, name, None))])
        if data:
            raise TypeError("Protocols with non-method members don't support issubclass(). Non-method members: %s." % str(data)[1:-1])
        for name in names:
            for base in other.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return False
                    break
                if base is not object and base.__module__ == "builtins" and hasattr(base, name):
                    break
            else:
                return type.__subclasscheck__(cls, other)
        return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = Protocol in cls.__bases__
            for base in cls.__bases__ if cls._is_protocol else ():
                if base not in (object, Generic) and not getattr(base, "_is_protocol", False) and base.__module__ not in ("collections.abc", "contextlib"):
                    raise TypeError("Protocols can only inherit from other protocols, got %r" % base)
        if cls._is_protocol and cls.__init__ is object.__init__:
            cls.__init__ = _no_init
        if cls._is_protocol:
            cls.__protocol_attrs__ = _members(cls)


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    for base in type(self).__mro__:
        init = base.__dict__.get("__init__", _no_init)
        if init is not _no_init:
            init(self, *args, **kwargs)
            return
    object.__init__(self)


def runtime_checkable(cls):
    if not (isinstance(cls, type) and getattr(cls, "_is_protocol", False)):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % (cls,))
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp):
    if not is_protocol(tp):
        raise TypeError("%r is not a Protocol" % (tp,))
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method):
    namespace = {"__module__": "typing", "__slots__": (), method: lambda self, *args: None}
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), namespace))


AnyStr = TypeVar("AnyStr", bytes, str)
T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")


# --- NamedTuple, TypedDict, NewType ------------------------------------------------------------------


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        from collections import namedtuple

        for base in bases:
            if base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = {name: _convert(tp) for name, tp in ns.get("__annotations__", {}).items()}
        defaults = {}
        for name in types:
            if name in ns:
                defaults[name] = ns[name]
            elif defaults:
                raise TypeError("Non-default namedtuple field %s cannot follow default field%s %s" % (name, "s" * (len(defaults) > 1), ", ".join(defaults)))
        made = namedtuple(typename, list(types), defaults=defaults.values(), module=ns.get("__module__"))
        if bases:
            made = type(made)(typename, (tuple, Generic), dict(made.__dict__))
        made.__annotations__ = types
        if "__orig_bases__" in ns:
            made.__orig_bases__ = ns["__orig_bases__"]
        for name in ns:
            if name in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + name)
            if name not in ("__module__", "__name__", "__annotations__", "__qualname__", "__firstlineno__", "__static_attributes__", "__orig_bases__") and name not in types:
                setattr(made, name, ns[name])
        if "__qualname__" in ns:
            made.__qualname__ = ns["__qualname__"]
        if Generic in bases:
            made.__class_getitem__ = classmethod(GenericAlias)
        return made


class _NamedTupleForm:
    def __call__(self, typename, fields=NoDefault, /, **kwargs):
        if fields is NoDefault and kwargs:
            _deprecated("Creating NamedTuple classes using keyword arguments is deprecated and will be disallowed in Python 3.15. Use the class-based "
                        "or functional syntax instead.")
        elif fields is NoDefault or fields is None and not kwargs:
            _deprecated("%s is deprecated and will be disallowed in Python 3.15. To create a NamedTuple class with 0 fields using the functional "
                        "syntax, pass an empty list, e.g. `%s = NamedTuple(%r, [])`." % (
                            "Failing to pass a value for the 'fields' parameter" if fields is NoDefault else "Passing `None` as the 'fields' parameter", typename, typename))
        elif kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both" if fields is not None else
                            "Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
        fields = list(kwargs.items()) if fields is NoDefault or fields is None else list(fields)
        ns = {"__annotations__": {name: _convert(tp) for name, tp in fields}}
        if hasattr(sys, "_getframe"):
            ns["__module__"] = sys._getframe(1).f_globals.get("__name__", "__main__")
        made = _NamedTupleMeta.__new__(_NamedTupleMeta, typename, (), ns)
        made.__orig_bases__ = (NamedTuple,)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleForm()


class _NamedTupleBaseMeta(type):
    def __new__(cls, name, bases, ns):
        if name == "_NamedTupleBase":
            return type.__new__(cls, name, bases, ns)
        return _NamedTupleMeta.__new__(_NamedTupleMeta, name, tuple([b for b in bases if b is not _NamedTupleBase]), ns)


class _NamedTupleBase(metaclass=_NamedTupleBaseMeta):
    pass


# The qualifiers around a key's type.
def _qualifiers(tp):
    found = set()
    while isinstance(tp, _Alias) and tp.__origin__ in (Required, NotRequired, ReadOnly) or isinstance(tp, _AnnotatedAlias):
        found.add(tp.__origin__)
        tp = tp.__origin__ if isinstance(tp, _AnnotatedAlias) else tp.__args__[0]
    if Required in found and NotRequired in found:
        raise TypeError("%r has both Required and NotRequired" % (tp,))
    return found


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        annotations, required, optional, fixed, open_ = {}, set(), set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            keys = set(getattr(base, "__required_keys__", ()))
            required |= keys
            optional -= keys
            keys = set(getattr(base, "__optional_keys__", ()))
            required -= keys
            optional |= keys
            fixed |= getattr(base, "__readonly_keys__", frozenset())
            open_ |= getattr(base, "__mutable_keys__", frozenset())
        for key, tp in ns.get("__annotations__", {}).items():
            annotations[key] = tp = _convert(tp, special=True) if not isinstance(tp, str) else ForwardRef(tp, module=ns.get("__module__"))
            found = _qualifiers(tp)
            needed = Required in found or total and NotRequired not in found
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if ReadOnly in found:
                if key in open_:
                    raise TypeError("Cannot override mutable key %r with read-only key" % key)
                fixed.add(key)
            else:
                open_.add(key)
                fixed.discard(key)
        generic = any([issubclass(base, Generic) for base in bases if base is Generic or type(base) is _TypedDictMeta])
        made = type.__new__(_TypedDictMeta, name, (Generic, dict) if generic else (dict,), dict(ns))
        made.__annotations__ = annotations
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__readonly_keys__, made.__mutable_keys__ = frozenset(fixed), frozenset(open_)
        made.__total__ = total
        if "__orig_bases__" not in ns:
            made.__orig_bases__ = bases
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")


def TypedDict(typename, fields=NoDefault, /, *, total=True):
    if fields is NoDefault or fields is None:
        _deprecated("%s is deprecated and will be disallowed in Python 3.15. To create a TypedDict class with 0 fields using the functional syntax, "
                    "pass an empty dictionary, e.g. `%s = TypedDict(%r, {})`." % (
                        "Failing to pass a value for the 'fields' parameter" if fields is NoDefault else "Passing `None` as the 'fields' parameter", typename, typename))
        fields = {}
    module = sys._getframe(1).f_globals.get("__name__", "__main__")
    made = _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": module}, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDictBase,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class NewType(_Hint):
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        if hasattr(sys, "_getframe"):
            self.__module__ = sys._getframe(1).f_globals.get("__name__")

    def __repr__(self):
        return "%s.%s" % (self.__module__, self.__qualname__)

    def __reduce__(self):
        return self.__qualname__

    def __call__(self, x):
        return x


# --- Functions ---------------------------------------------------------------------------------------


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    value, most = repr(arg), _ASSERT_NEVER_REPR_MAX_LENGTH
    raise AssertionError("Expected code to be unreachable, but got: %s" % (value if len(value) <= most else value[:most] + "..."))


def reveal_type(obj, /):
    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


def _deprecated(text):
    import warnings

    warnings.warn(text, DeprecationWarning, stacklevel=3)


def _mark(name):
    def decorate(f):
        try:
            setattr(f, name, True)
        except (AttributeError, TypeError):
            pass
        return f

    return decorate


final = _mark("__final__")
override = _mark("__override__")


def no_type_check(arg):
    if isinstance(arg, type):
        for value in list(vars(arg).values()):
            value = getattr(value, "__func__", value)
            if getattr(value, "__qualname__", "").startswith(arg.__qualname__ + ".") and getattr(value, "__module__", None) == arg.__module__:
                no_type_check(value)
    return _mark("__no_type_check__")(arg)


def no_type_check_decorator(decorator):
    _deprecated("'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15")
    return lambda *args, **kwds: no_type_check(decorator(*args, **kwds))


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs):
    def decorate(cls):
        cls.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return cls

    return decorate


_overloads = {}


def _overload_key(func):
    func = getattr(func, "__func__", func)
    return getattr(func, "__module__", None), getattr(func, "__qualname__", func.__name__)


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a stub "
                              "module should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    _overloads.setdefault(_overload_key(func), []).append(func)
    return _overload_dummy


def get_overloads(func):
    return list(_overloads.get(_overload_key(func), ()))


def clear_overloads():
    _overloads.clear()


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, UnionType):
        return UnionType
    if isinstance(tp, (_Alias, _SpecialGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_Alias, GenericAlias, UnionType)):
        args = tp.__args__
        if isinstance(tp, _CallableAlias) and not tp._one():
            return list(args[:-1]), args[-1]
        return args
    return ()


def _strip(tp):
    if isinstance(tp, _AnnotatedAlias):
        return _strip(tp.__origin__)
    if isinstance(tp, _Alias):
        if tp.__origin__ in (Required, NotRequired, ReadOnly):
            return _strip(tp.__args__[0])
        args = tuple([_strip(a) for a in tp.__args__])
        return tp if args == tp.__args__ else tp.copy_with(args)
    if isinstance(tp, (GenericAlias, UnionType)):
        args = tuple([_strip(a) for a in tp.__args__])
        if args != tp.__args__:
            return Union[args] if isinstance(tp, UnionType) else GenericAlias(tp.__origin__, args)
    return tp


def _evaluate(tp, globalns, localns, seen=()):
    if isinstance(tp, str):
        tp = ForwardRef(tp)
    if isinstance(tp, ForwardRef):
        text = tp.__forward_arg__
        if text in seen:
            return tp
        if tp.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(tp.__forward_module__), "__dict__", globalns)
        return _evaluate(_convert(eval(text, globalns, localns), special=True), globalns, localns, seen + (text,))
    if not isinstance(tp, (_Alias, GenericAlias, UnionType)) or _is_alias_of(tp, Literal):
        return tp
    args = tuple([_evaluate(a, globalns, localns, seen) for a in tp.__args__])
    if args == tp.__args__:
        return tp
    if isinstance(tp, UnionType):
        result = args[0]
        for other in args[1:]:
            result = result | other
        return result
    return GenericAlias(tp.__origin__, args) if isinstance(tp, GenericAlias) else Union[args] if tp.__origin__ is Union else tp.copy_with(args)


def _parameters_by_name(obj):
    return {p.__name__: p for p in getattr(obj, "__type_params__", ())}


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if getattr(obj, "__no_type_check__", None):
        return hints
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__), "__dict__", {})
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _evaluate(type(None) if value is None else value, names, {**_parameters_by_name(base), **vars(base)} if localns is None else localns)
    else:
        if globalns is None:
            globalns = getattr(getattr(obj, "__wrapped__", obj), "__globals__", None) or getattr(obj, "__dict__", {})
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None and isinstance(obj, (type(sys), type(len))):
            return hints
        if annotations is None:
            raise TypeError("%r is not a module, class, method, or function." % (obj,))
        if localns is None:
            localns = _parameters_by_name(obj) or globalns
        for name, value in annotations.items():
            hints[name] = _evaluate(type(None) if value is None else value, globalns, localns)
    return hints if include_extras else {name: _strip(tp) for name, tp in hints.items()}


# --- Aliases of containers ---------------------------------------------------------------------------

List = _SpecialGenericAlias(list, 1, "List")
Dict = _SpecialGenericAlias(dict, 2, "Dict")
Set = _SpecialGenericAlias(set, 1, "Set")
FrozenSet = _SpecialGenericAlias(frozenset, 1, "FrozenSet")
Type = _SpecialGenericAlias(type, 1, "Type")
Tuple = _TupleType(tuple, -1, "Tuple")

# Those of collections, contextlib, re and io are made when they are first asked for, so that importing typing imports none of these.
_lazy = {
    "Callable": ("collections.abc", "Callable", 2), "AbstractSet": ("collections.abc", "Set", 1), "ByteString": ("collections.abc", "ByteString", 0),
    "ContextManager": ("contextlib", "AbstractContextManager", 2), "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 2),
    "ChainMap": ("collections", "ChainMap", 2), "Counter": ("collections", "Counter", 1), "Deque": ("collections", "deque", 1),
    "DefaultDict": ("collections", "defaultdict", 2), "OrderedDict": ("collections", "OrderedDict", 2),
    "Match": ("re", "Match", 1), "Pattern": ("re", "Pattern", 1),
}
for _name in ("Container", "Iterable", "Iterator", "KeysView", "MutableSequence", "MutableSet", "Sequence", "ValuesView", "Awaitable",
              "AsyncIterator", "AsyncIterable", "Collection", "Reversible", "MappingView"):
    _lazy[_name] = ("collections.abc", _name, 1)
for _name, _count in (("Hashable", 0), ("Sized", 0), ("ItemsView", 2), ("Mapping", 2), ("MutableMapping", 2), ("Coroutine", 3),
                      ("AsyncGenerator", 2), ("Generator", 3)):
    _lazy[_name] = ("collections.abc", _name, _count)


# So are protocols and classes of files.
_supported = {
    "SupportsInt": "__int__", "SupportsFloat": "__float__", "SupportsComplex": "__complex__", "SupportsBytes": "__bytes__",
    "SupportsIndex": "__index__", "SupportsAbs": "__abs__", "SupportsRound": "__round__",
}


def _make_files():
    global IO, BinaryIO, TextIO

    class IO(Generic[AnyStr]):
        pass

    class BinaryIO(IO[bytes]):
        pass

    class TextIO(IO[str]):
        pass


def __getattr__(name):
    if name in _supported:
        value = globals()[name] = _supports(name, _supported[name])
        return value
    if name in ("IO", "BinaryIO", "TextIO"):
        _make_files()
        return globals()[name]
    if name not in _lazy:
        raise AttributeError("module 'typing' has no attribute %r" % name)
    module, attr, count = _lazy[name]
    __import__(module)
    origin = getattr(sys.modules[module], attr)
    kind = _CallableType if name == "Callable" else _SpecialGenericAlias
    alias = globals()[name] = kind(origin, count, name, inst=name in ("ChainMap", "Counter", "Deque", "DefaultDict", "OrderedDict"))
    if name in ("Generator", "AsyncGenerator"):
        alias._defaults = (type(None),) * (count - 1)
    elif name in ("ContextManager", "AsyncContextManager"):
        alias._defaults = (bool | None,)
    return alias
