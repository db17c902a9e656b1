# Classes that are made of their annotated fields.

import sys
from types import GenericAlias, MappingProxyType

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple", "make_dataclass",
    "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_EMPTY_METADATA = MappingProxyType({})


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            return "dataclasses.InitVar[%s]" % self.type.__name__
        return "dataclasses.InitVar[%r]" % (self.type,)

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return ("Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,compare=%r,metadata=%r,kw_only=%r,_field_type=%r)"
                % (self.name, self.type, self.default, self.default_factory, self.init, self.repr, self.hash, self.compare, self.metadata,
                   self.kw_only, self._field_type))

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return "_DataclassParams(%s)" % ",".join(["%s=%r" % (name, getattr(self, name)) for name in self.__slots__])


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# --- Fields of a class -------------------------------------------------------------------------------


def _names_type(annotation, cls, module_name, names):
    # Whether an annotation that is text names a type of a module, by whichever prefix the class's module has imported it.
    head = annotation.split("[")[0].strip()
    prefix, dot, name = head.rpartition(".")
    module = sys.modules.get(module_name)
    if name not in names or module is None:
        return False
    namespace = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    if dot:
        return namespace.get(prefix) is module
    return namespace.get(name) is getattr(module, name)


def _is_classvar(annotation, cls):
    if isinstance(annotation, str):
        return _names_type(annotation, cls, "typing", ("ClassVar",))
    typing = sys.modules.get("typing")
    return typing is not None and (annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar)


def _is_initvar(annotation, cls):
    if isinstance(annotation, str):
        return _names_type(annotation, cls, "dataclasses", ("InitVar",))
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        return _names_type(annotation, cls, "dataclasses", ("KW_ONLY",))
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING  # a slot
        f = field(default=default)
    f.name = name
    f.type = annotation
    if _is_classvar(annotation, cls):
        f._field_type = _FIELD_CLASSVAR
    else:
        f._field_type = _FIELD_INITVAR if _is_initvar(annotation, cls) else _FIELD
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError("field %s cannot have a default factory" % f.name)
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError("field %s is a ClassVar but specifies kw_only" % f.name)
    elif f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError("mutable default %s for field %s is not allowed: use default_factory" % (type(f.default), f.name))
    return f


def _collect_fields(cls, kw_only):
    # All fields: those of bases first, as they were last declared.
    fields = {}
    any_frozen = False
    all_frozen = None
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            for f in base_fields.values():
                fields[f.name] = f
            frozen = base.__dict__[_PARAMS].frozen
            all_frozen = frozen if all_frozen is None else all_frozen and frozen
            any_frozen = any_frozen or frozen
    own = []
    seen_marker = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _is_kw_only(annotation, cls):
            if seen_marker:
                raise TypeError("%r is KW_ONLY, but KW_ONLY has already been specified" % name)
            seen_marker = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    annotations = cls.__dict__.get("__annotations__", {})
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError("%r is a field but has no type annotation" % name)
    return fields, any_frozen, all_frozen


# --- Methods -----------------------------------------------------------------------------------------


def _compile(cls, name, args, body, namespace):
    # Within a class of the same name, so that errors name the function as if it stood there.
    text = "class %s:\n def %s(%s):\n%s" % (cls.__name__, name, ", ".join(args), "\n".join(["  " + line for line in body]))
    exec(text, namespace)
    return namespace[cls.__name__].__dict__[name]


def _init_parameter(f):
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    if f.default is not MISSING:
        return "%s=_default_%s" % (f.name, f.name)
    return "%s=_factory_mark" % f.name


def _init_lines(f, frozen, self_name, namespace):
    value = f.name
    if f.default_factory is not MISSING:
        namespace["_factory_" + f.name] = f.default_factory
        if f.init:
            value = "_factory_%s() if %s is _factory_mark else %s" % (f.name, f.name, f.name)
        else:
            value = "_factory_%s()" % f.name
    elif f.init:
        if f.default is not MISSING:
            namespace["_default_" + f.name] = f.default
    elif f.default is not MISSING and _slots_hold(namespace, f):
        namespace["_default_" + f.name] = f.default
        value = "_default_" + f.name
    else:
        return []
    if f._field_type is _FIELD_INITVAR:
        return []
    if frozen:
        return ["_setattr(%s, %r, %s)" % (self_name, f.name, value)]
    return ["%s.%s = %s" % (self_name, f.name, value)]


def _slots_hold(namespace, f):
    # With slots, the class holds no defaults, so that instances must.
    return namespace["_slots"]


def _make_init(cls, fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    seen_default = None
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError("non-default argument %r follows default argument %r" % (f.name, seen_default.name))
    namespace = {"_setattr": object.__setattr__, "_factory_mark": _HAS_DEFAULT_FACTORY, "_slots": slots}
    body = []
    for f in fields:
        body.extend(_init_lines(f, frozen, self_name, namespace))
    if has_post_init:
        params = ", ".join([f.name for f in fields if f._field_type is _FIELD_INITVAR])
        body.append("%s.%s(%s)" % (self_name, _POST_INIT_NAME, params))
    args = [self_name] + [_init_parameter(f) for f in std_fields if f.init]
    keywords = [_init_parameter(f) for f in kw_only_fields if f.init]
    if keywords:
        args += ["*"] + keywords
    function = _compile(cls, "__init__", args, body or ["pass"], namespace)
    try:
        annotations = {f.name: f.type for f in std_fields + kw_only_fields if f.init}
        annotations["return"] = None
        function.__annotations__ = annotations
    except AttributeError:
        pass
    return function


_busy = set()


def _make_repr(fields):
    names = [f.name for f in fields if f.repr]

    def __create_fn__(self):  # pprint knows it by this name
        return "%s(%s)" % (self.__class__.__qualname__, ", ".join(["%s=%r" % (name, getattr(self, name)) for name in names]))

    def __repr__(self):
        key = id(self)
        if key in _busy:
            return "..."
        _busy.add(key)
        try:
            return __create_fn__(self)
        finally:
            _busy.discard(key)

    __repr__.__wrapped__ = __create_fn__
    return __repr__


def _tuple_text(name, fields):
    return "(%s)" % "".join(["%s.%s," % (name, f.name) for f in fields])


def _make_eq(cls, fields):
    terms = " and ".join(["self.%s==other.%s" % (f.name, f.name) for f in fields if f.compare]) or "True"
    return _compile(cls, "__eq__", ["self", "other"], [
        "if self is other:", " return True",
        "if other.__class__ is self.__class__:", " return " + terms,
        "return NotImplemented",
    ], {})


def _make_order(cls, name, op, fields):
    fields = [f for f in fields if f.compare]
    return _compile(cls, name, ["self", "other"], [
        "if other.__class__ is self.__class__:", " return %s %s %s" % (_tuple_text("self", fields), op, _tuple_text("other", fields)),
        "return NotImplemented",
    ], {})


def _make_hash(cls, fields):
    fields = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    return _compile(cls, "__hash__", ["self"], ["return hash(%s)" % _tuple_text("self", fields)], {})


def _freeze(cls, fields):
    names = frozenset([f.name for f in fields])

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot assign to field %r" % name)
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot delete field %r" % name)
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if not _set_new_attribute(cls, function.__name__, function):
            raise TypeError("Cannot overwrite attribute %s in class %s" % (function.__name__, cls.__name__))


def _set_new_attribute(cls, name, value):
    # Sets what the class does not define itself. Returns whether it was set.
    if name in cls.__dict__:
        return False
    try:
        value.__qualname__ = "%s.%s" % (cls.__qualname__, name)
    except AttributeError:
        pass
    setattr(cls, name, value)
    return True


def _hash_action(cls, unsafe_hash, eq, frozen, has_explicit_hash, fields):
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError("Cannot overwrite attribute __hash__ in class %s" % cls.__name__)
        cls.__hash__ = _make_hash(cls, fields)
    elif eq and not has_explicit_hash:
        cls.__hash__ = _make_hash(cls, fields) if frozen else None


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields, any_frozen_base, all_frozen_bases = _collect_fields(cls, kw_only)
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
    if any_frozen_base and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if all_frozen_bases is False and frozen:
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    init_fields = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_fields = [f for f in init_fields if f.init and not f.kw_only]
    kw_fields = [f for f in init_fields if f.init and f.kw_only]
    if init:
        self_name = "__dataclass_self__" if "self" in fields else "self"
        _set_new_attribute(cls, "__init__", _make_init(cls, init_fields, std_fields, kw_fields, frozen, hasattr(cls, _POST_INIT_NAME), self_name, slots))
    _set_new_attribute(cls, "__replace__", _replace)
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        _set_new_attribute(cls, "__repr__", _make_repr(field_list))
    if eq:
        _set_new_attribute(cls, "__eq__", _make_eq(cls, field_list))
    if order:
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if not _set_new_attribute(cls, name, _make_order(cls, name, op, field_list)):
                raise TypeError("Cannot overwrite attribute %s in class %s Consider using functools.total_ordering" % (name, cls.__name__))
    if frozen:
        _freeze(cls, field_list)
    _hash_action(cls, unsafe_hash, eq, frozen, has_explicit_hash, field_list)
    if not getattr(cls, "__doc__", None):
        cls.__doc__ = _doc(cls, std_fields, [f for f in field_list if f.kw_only]) if init else cls.__name__ + "()"
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple([f.name for f in std_fields]))
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc = sys.modules.get("abc")
    if abc is not None:
        abc.update_abstractmethods(cls)
    return cls


# What CPython takes from the signature
def _doc(cls, fields, kw_fields):
    shown = []
    for f in fields + (["*"] + kw_fields if kw_fields else []):
        if f == "*":
            shown.append(f)
        elif f.init:
            hint = f.type
            if isinstance(hint, type) and not hasattr(hint, "__origin__"):
                hint = hint.__qualname__ if hint.__module__ == "builtins" else hint.__module__ + "." + hint.__qualname__
            else:
                hint = repr(hint).replace("typing.", "")
            default = " = %r" % (f.default,) if f.default is not MISSING else " = <factory>" if f.default_factory is not MISSING else ""
            shown.append(f.name + ": " + hint + default)
    return "%s(%s)" % (cls.__name__, ", ".join(shown))


def _add_slots(cls, is_frozen, weakref_slot):
    # Slots are fixed when a class is made, so it is made again.
    if "__slots__" in cls.__dict__:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    namespace = dict(cls.__dict__)
    names = tuple([f.name for f in fields(cls)])
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    slots = [name for name in names if name not in inherited]
    if weakref_slot and "__weakref__" not in inherited:
        slots.append("__weakref__")
    namespace["__slots__"] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    if is_frozen:
        for name in ("__setattr__", "__delattr__"):
            if name in new.__dict__:
                delattr(new, name)
        _freeze(new, fields(new))
        if "__getstate__" not in namespace:
            new.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            new.__setstate__ = _dataclass_setstate
    return new


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


# --- Functions ---------------------------------------------------------------------------------------


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _convert(obj, on_instance, dict_factory):
    if _is_dataclass_instance(obj):
        return on_instance(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_convert(v, on_instance, dict_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_convert(v, on_instance, dict_factory) for v in obj])
    if isinstance(obj, dict):
        items = [(_convert(k, on_instance, dict_factory), _convert(v, on_instance, dict_factory)) for k, v in obj.items()]
        if hasattr(type(obj), "default_factory") or hasattr(obj, "default_factory"):
            result = type(obj)(obj.default_factory)
            for key, value in items:
                result[key] = value
            return result
        return type(obj)(items)
    import copy

    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def convert(obj):
        return dict_factory([(f.name, _convert(getattr(obj, f.name), convert, dict_factory)) for f in fields(obj)])

    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def convert(obj):
        return tuple_factory([_convert(getattr(obj, f.name), convert, None) for f in fields(obj)])

    return convert(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
                   frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None):
    from keyword import iskeyword
    import types

    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, "typing.Any"
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, defaults[item[0]] = item
        else:
            raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if iskeyword(name):
            raise TypeError("Field names must not be keywords: %r" % name)
        if name in annotations:
            raise TypeError("Field name duplicated: %r" % name)
        annotations[name] = tp

    def exec_body(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, exec_body)
    if module is None and hasattr(sys, "_getframe"):
        module = sys._getframe(1).f_globals.get("__name__", "__main__")
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                     kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError("field %s is declared with init=False, it cannot be specified with replace()" % f.name)
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
