# Enumerations.

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property", "verify",
    "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr", "global_str",
    "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name",
]

from builtins import property as _property

Enum = _ReprEnum = _Flag = _making = None


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _format(self, spec, /):
    # As the types in C do for classes over them: without a specification, what str() says.
    return self._member_type_.__format__(self, spec) if spec else str(self)


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    pattern = "_%s__" % cls_name.lstrip("_")
    return len(name) > len(pattern) and name.startswith(pattern) and (name[-1:] != "_" or name[-2:-1] != "_")


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


_auto_null = object()
_plain = (int, str, float)  # types whose values are those of members, and nothing else


class _Later:
    # What a body computes of auto(): the values are known when the body ends.
    def __init__(self, op, *args):
        self.op, self.args = op, args

    def resolve(self):
        return self.op(*[arg.resolve() if isinstance(arg, _Later) else arg for arg in self.args])

    def __or__(self, other):
        return _Later(lambda a, b: a | b, self, other)

    def __and__(self, other):
        return _Later(lambda a, b: a & b, self, other)

    def __xor__(self, other):
        return _Later(lambda a, b: a ^ b, self, other)

    def __invert__(self):
        return _Later(lambda a: ~a, self)

    def __ror__(self, other):
        return _Later(lambda a, b: b | a, self, other)

    __rand__, __rxor__ = __and__, __xor__


class auto(_Later):
    def __init__(self, value=_auto_null):
        self.value = value

    def resolve(self):
        return self.value

    def __repr__(self):
        return "auto(%r)" % self.value


class property(_property):
    # An attribute of members that may share its name with a member.
    member = None
    _attr_type = None
    name = clsname = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self.member is not None:
            return self.member
        try:
            return instance.__dict__[self.name]
        except KeyError:
            raise AttributeError("%r member has no attribute %r" % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


_reserved_sunders = (
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
    "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
)


class EnumDict(dict):
    # The namespace of an enumeration's body: notes what becomes a member.
    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name
        self._generate_next_value = None

    def __setitem__(self, key, value):
        marked = key[:1] == "_"
        if marked and self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif marked and _is_sunder(key):
            value = self._sunder(key, value)
        elif marked and _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif type(value) in _plain or isinstance(value, member) or not (_is_descriptor(value) or self._is_internal_class(value)):
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value = self._auto_values(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _is_internal_class(self, obj):
        return isinstance(obj, type) and self._cls_name is not None and getattr(obj, "__qualname__", "").endswith("%s.%s" % (self._cls_name, obj.__name__))

    def _sunder(self, key, value):
        if key not in _reserved_sunders:
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % key)
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = getattr(value, "__func__", value)
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        return value

    def _auto_values(self, key, value):
        # Replaces auto() by values, also within a tuple.
        if type(value) in _plain:
            return value
        if isinstance(value, _Later) and not isinstance(value, auto):
            return value.resolve()
        single = isinstance(value, auto)
        if not single and not (type(value) is tuple and any([isinstance(v, auto) for v in value])):
            return value
        values = []
        for v in (value,) if single else value:
            if isinstance(v, auto):
                if v.value is _auto_null:
                    self._auto_called = True
                    v.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                v = v.value
            values.append(v)
        return values[0] if single else tuple(values)

    @_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, *more, **more_members):
        for other in (members,) + more + (more_members,):
            for key, value in other.items() if hasattr(other, "items") else other:
                self[key] = value


_EnumDict = EnumDict


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        if Enum is None:
            return {}
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        classdict.setdefault("_ignore_", []).append("_ignore_")
        for key in classdict["_ignore_"]:
            classdict.pop(key, None)
        names = list(classdict._member_names)
        invalid = [name for name in names if name in ("mro", "")]
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join([repr(name) for name in invalid]))
        order = classdict.pop("_order_", None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        namespace = {key: value for key, value in classdict.items() if key not in classdict._member_names}
        values = [(name, classdict[name]) for name in names]
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        boundary = boundary or getattr(first_enum, "_boundary_", None)
        namespace["_new_member_"] = new
        namespace["_use_args_"] = use_args
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = member_type
        namespace["_value_repr_"] = metacls._find_data_repr_(cls, bases)
        namespace["_boundary_"] = boundary
        namespace["_flag_mask_"] = namespace["_singles_mask_"] = namespace["_all_bits_"] = 0
        namespace["_inverted_"] = None
        generate = namespace.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            namespace["_generate_next_value_"] = staticmethod(generate)
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        metacls._choose_data_methods(enum_class, namespace, member_type, first_enum)
        is_flag = _is_flag(enum_class)
        if values:
            global _making
            _making = enum_class
            # Looked up once: what a metaclass's classes have costs more than other attributes.
            has_init = enum_class.__init__ not in (object.__init__, Enum.__init__) and _has_below(enum_class, "__init__")
            dicts = [base.__dict__ for base in enum_class.__mro__[1:] if base.__module__ != "builtins"]
            for name, value in values:
                enum_class._make_member(name, value, new, use_args, member_type, is_flag, has_init, dicts)
            _making = None
        if is_flag:
            enum_class._finish_flag(boundary)
        enum_class.__new__ = Enum.__new__
        if save_new:
            enum_class.__new_member__ = new
        if order is not None:
            enum_class._check_order(order)
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def _choose_data_methods(enum_class, namespace, member_type, first_enum):
        # A mixed-in type's own __repr__ and so on do not hide those of enumerations, but its __format__ and __str__ win for ReprEnum.
        if _ReprEnum is not None and _ReprEnum in enum_class.__bases__:
            if member_type is object:
                raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
            if "__format__" not in namespace:
                enum_class.__format__ = _format
            if "__str__" not in namespace:
                method = member_type.__str__
                enum_class.__str__ = member_type.__repr__ if method is object.__str__ else method
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name in namespace or member_type is object:
                continue
            enum_method = getattr(first_enum, name, None)
            found = getattr(enum_class, name, None)
            if enum_method is not None and found in (getattr(member_type, name, None), getattr(object, name, None)):
                if not (name in ("__format__", "__str__") and _ReprEnum is not None and issubclass(enum_class, _ReprEnum)):
                    setattr(enum_class, name, enum_method)
        if _is_flag(enum_class):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in namespace and getattr(enum_class, name) is not getattr(_Flag, name):
                    setattr(enum_class, name, getattr(_Flag, name))

    def _make_member(enum_class, name, value, new, use_args, member_type, is_flag, has_init, dicts):
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        enum_member = new(enum_class, *args) if use_args else new(enum_class)
        if not hasattr(enum_member, "_value_"):
            if member_type is object:
                enum_member._value_ = value
            else:
                try:
                    enum_member._value_ = member_type(*args)
                except Exception as exc:
                    raise TypeError("_value_ not set in __new__, unable to create it") from exc
        value = enum_member._value_
        enum_member._name_ = name
        enum_member.__objclass__ = enum_class
        if has_init:
            enum_member.__init__(*args)
        names = enum_class._member_names_
        enum_member._sort_order_ = len(names)
        canonical = enum_class._find_by_value(enum_member._value_)
        if canonical is not None:
            enum_member = canonical
        elif not is_flag or not isinstance(value, int) or _is_single_bit(value):
            names.append(name)
        if is_flag and isinstance(value, int):
            enum_class._flag_mask_ |= value
            if _is_single_bit(value):
                enum_class._singles_mask_ |= value
            enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1
        enum_class._add_member_(name, enum_member, dicts)
        try:
            enum_class._value2member_map_.setdefault(enum_member._value_, enum_member)
        except TypeError:
            enum_class._unhashable_values_.append(enum_member._value_)

    def _find_by_value(enum_class, value):
        try:
            return enum_class._value2member_map_.get(value)
        except TypeError:
            for enum_member in enum_class._member_map_.values():
                if enum_member._value_ == value:
                    return enum_member
            return None

    def _add_member_(cls, name, enum_member, dicts=None):
        members = cls._member_map_
        if name in members:
            if members[name] is not enum_member:
                raise NameError("%r is already bound: %r" % (name, members[name]))
            return
        redirect = enum_member
        for base in dicts or [base.__dict__ for base in cls.__mro__[1:]]:
            attr = base.get(name)
            if isinstance(attr, _property):
                redirect = property(attr.fget, attr.fset, attr.fdel)
                redirect.member = enum_member
                redirect.name, redirect.clsname = name, cls.__name__
                break
        else:
            if cls._member_type_ in _plain and hasattr(cls._member_type_(), name):
                redirect = property(lambda self: getattr(super(cls, self), name))
                redirect.member = enum_member
        type.__setattr__(cls, name, redirect)
        members[name] = enum_member

    def _finish_flag(enum_class, boundary):
        members = [enum_class._member_map_[name] for name in enum_class._member_names_]
        if [m._value_ for m in members] != sorted([m._value_ for m in members]):
            enum_class._iter_member_ = enum_class._iter_member_by_def_

    def _check_order(cls, order):
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        given = [name for name in order if name not in cls._member_map_ or name in cls._member_names_]
        if given != cls._member_names_:
            raise TypeError("member order does not match _order_:\n  %r\n  %r" % (cls._member_names_, given))

    def __bool__(cls):
        return True

    def __call__(cls, value=_auto_null, names=_auto_null, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _auto_null:
                value = (value, names) + values
            elif value is _auto_null:
                raise TypeError("%s.__call__() missing 1 required positional argument: 'value'" % cls.__class__.__name__)
            return cls.__new__(cls, value)
        if names is _auto_null and type is None:
            if value is _auto_null:
                raise TypeError("%s.__call__() missing 1 required positional argument: 'value'" % cls.__class__.__name__)
            return cls.__new__(cls, value)
        return cls._create_(value, None if names is _auto_null else names, module=module, qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if _is_flag(cls):
            try:
                return isinstance(cls._missing_(value), cls) if cls._find_by_value(value) is None else True
            except ValueError:
                return False
        return cls._find_by_value(value) is not None or value in cls._unhashable_values_

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("cannot reassign member %r" % name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))
        super().__delattr__(name)

    def __dir__(cls):
        names = set(["__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__"])
        names.update(cls._member_names_)
        for name in ("__new__", "__init_subclass__"):
            if (cls._new_member_ if name == "__new__" else cls.__init_subclass__) is not getattr(object, name):
                names.add(name)
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        from types import MappingProxyType

        try:
            return MappingProxyType(cls._member_map_)
        except TypeError:
            return dict(cls._member_map_)

    def __repr__(cls):
        return "<%s %r>" % ("flag" if _is_flag(cls) else "enum", cls.__name__)

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last = names, [], []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is not None:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        # An enumeration of names that a module has as globals.
        import sys
        from enum import KEEP

        names = sys.modules[module].__dict__
        members = [item for item in (source.__dict__ if source else names).items() if filter(item[0])]
        try:
            members.sort(key=lambda item: (item[1], item[0]))
        except TypeError:
            members.sort()
        body = dict(members)
        body["__module__"] = module
        made = _simple_enum(cls, boundary=boundary or KEEP)(type(name, (object,), body))
        if as_global:
            global_enum(made)
        else:
            sys.modules[made.__module__].__dict__.update(made.__members__)
        names[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and getattr(base, "_member_names_", None):
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        data_types.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or base.__module__ == "builtins":
                    data_types.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        data_types = list(dict.fromkeys(data_types))
        if len(data_types) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, set(data_types)))
        return data_types[0] if data_types else None

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__ or base.__module__ == "builtins":
                    return base.__repr__
        return None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        new = classdict.get("__new__")
        save_new = first_enum is not None and new is not None
        if new is not None:
            new = getattr(new, "__func__", new)
        else:
            new = (getattr(member_type, "__new_member__", None) or getattr(first_enum, "__new_member__", None) or _own_new(member_type)
                   or _own_new(first_enum) or object.__new__)
        use_args = not (first_enum is None or new is object.__new__ or (member_type is object and not save_new and not _has_below(first_enum, "__new_member__")))
        return new, save_new, use_args


EnumMeta = EnumType


def _is_flag(cls):
    return _Flag is not None and issubclass(cls, _Flag)


def _own_new(cls):
    # The __new__ of a class, unless it is object's or Enum's.
    if cls is object or cls is None:
        return None
    if isinstance(cls, EnumType):
        return None
    return cls.__new__


def _has_below(cls, name):
    # Whether a class below object has the name.
    for base in cls.__mro__:
        if base is not object and name in base.__dict__:
            return True
    return False


def _next_value(last_values, start):
    if not last_values:
        return start
    try:
        last = sorted(last_values)[-1]
    except TypeError:
        raise TypeError("unable to sort non-numeric values") from None
    try:
        return last + 1
    except TypeError:
        raise TypeError("unable to increment %r" % (last,)) from None


class Enum(metaclass=EnumType):
    _member_type_ = object
    _new_member_ = object.__new__
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _value_repr_ = None
    _boundary_ = None
    _use_args_ = False

    @classmethod
    def __signature__(cls):
        return "(value)" if cls._member_names_ else "(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)"

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = cls._find_by_value(value)
        if found is not None:
            return found
        if not cls._member_map_:
            if cls is _making:
                raise TypeError("do not use `super().__new__; call the appropriate __new__ directly")
            raise TypeError("%r has no members defined" % cls)
        try:
            result, exc = cls._missing_(value), None
        except Exception as e:
            result, exc = None, e
        if isinstance(result, cls) or (_is_flag(cls) and cls._boundary_ is EJECT and isinstance(result, int)):
            return result
        error = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if result is None and exc is None:
            raise error
        if exc is None:
            exc = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
        if not isinstance(exc, ValueError):
            exc.__context__ = error
        raise exc

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _next_value(last_values, start)

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        found = cls._find_by_value(value)
        if found is not None and found is not self:
            raise ValueError("%r is already bound: %r" % (value, found))
        cls._value2member_map_.setdefault(value, self)

    def __repr__(self):
        v_repr = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, v_repr(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = set(["__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"])
        members = self._member_map_
        if self.__class__._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update([name for name in getattr(self, "__dict__", ()) if name[0] != "_" and name not in members])
        for base in self.__class__.__mro__:
            for name, obj in base.__dict__.items():
                if name[0] == "_":
                    continue
                if name not in members or isinstance(obj, property) and obj.fget is not None:
                    names.add(name)
                elif isinstance(obj, property):
                    names.discard(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


_reduce_ex_by_global_name = pickle_by_global_name


def _break_on_call_reduce(self, proto):
    raise TypeError("%r cannot be pickled" % self)


def _make_class_unpicklable(obj):
    if isinstance(obj, dict):
        obj["__reduce_ex__"] = _break_on_call_reduce
        obj["__module__"] = "<unknown>"
    else:
        setattr(obj, "__reduce_ex__", _break_on_call_reduce)
        setattr(obj, "__module__", "<unknown>")


# --- Checks ------------------------------------------------------------------------------------------


def unique(enumeration):
    duplicates = ["%s -> %s" % (name, m._name_) for name, m in enumeration.__members__.items() if name != m._name_]
    if duplicates:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join(duplicates)))
    return enumeration


_parts = {
    "_enum_data": ("ReprEnum", "IntEnum", "StrEnum"),
    "_enum_flags": ("Flag", "IntFlag", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP"),
}


def __getattr__(name):
    # Most kinds of enumerations, and what verify takes, are made when they are asked for: each takes a tenth of a millisecond and more.
    for part, names in _parts.items():
        if name in names:
            __import__(part)  # which puts them here
            return globals()[name]
    if name not in ("EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE"):
        raise AttributeError("module 'enum' has no attribute %r" % name)

    from enum import StrEnum

    class EnumCheck(StrEnum):
        CONTINUOUS = "no skipped integer values"
        NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
        UNIQUE = "one name per value"

    EnumCheck.__qualname__ = "EnumCheck"
    globals().update(EnumCheck.__members__, EnumCheck=EnumCheck)
    return globals()[name]


class verify:
    def __init__(self, *checks):
        if "EnumCheck" not in globals():
            __getattr__("EnumCheck")
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = ["%s -> %s" % (name, m._name_) for name, m in enumeration.__members__.items() if name != m._name_]
                if duplicates:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join(duplicates)))
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            else:
                self._named_flags(enumeration)
        return enumeration

    def _continuous(self, enumeration):
        values = set([m._value_ for m in enumeration])
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if _is_flag(enumeration):
            missing = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1) if 2 ** i not in values]
        elif issubclass(enumeration, Enum):
            missing = [i for i in range(low + 1, high) if i not in values]
        else:
            raise Exception("verify: unknown type %r" % enumeration.__class__)
        if missing:
            raise ValueError("invalid %s %r: missing values %s" % ("Flag" if _is_flag(enumeration) else "enum", enumeration.__name__,
                                                                   ", ".join([str(m) for m in missing])))

    def _named_flags(self, enumeration):
        member_values = [m._value_ for m in enumeration]
        missing_names, missing_value = [], 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias._value_ < 0:
                continue
            values = list(_iter_bits_lsb(alias._value_))
            missed = [v for v in values if v not in member_values]
            if missed:
                missing_names.append(name)
                for v in missed:
                    missing_value |= v
        if missing_names:
            alias = "alias %s is" % missing_names[0] if len(missing_names) == 1 else "aliases %s and %s are" % (", ".join(missing_names[:-1]), missing_names[-1])
            value = "value 0x%x" % missing_value if _is_single_bit(missing_value) else "combined values of 0x%x" % missing_value
            raise ValueError("invalid Flag %r: %s missing %s [use enum.show_flag_values(value) for details]" % (enumeration.__name__, alias, value))


def _iter_bits_lsb(num):
    if isinstance(num, Enum):
        num = num.value
    original = num
    if num < 0:
        raise ValueError("%r is not a positive integer" % original)
    while num:
        bit = num & -num
        yield bit
        num ^= bit


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


# --- Enumerations whose members are names of their module --------------------------------------------


def global_enum_repr(self):
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    return "|".join(["%s.%s" % (module, name) if not name[0].isdigit() else name for name in self._name_.split("|")])


def global_str(self):
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    import sys

    cls.__repr__ = global_flag_repr if _is_flag(cls) else global_enum_repr
    if update_str or _ReprEnum is None or not issubclass(cls, _ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    # Makes an enumeration of a plain class.
    def convert(cls):
        metacls = type(etype)
        bases = (etype,) if cls.__bases__ == (object,) else cls.__bases__ + (etype,)
        namespace = metacls.__prepare__(cls.__name__, bases)
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                namespace[name] = value
        namespace["__qualname__"], namespace["__module__"] = cls.__qualname__, cls.__module__
        return metacls(cls.__name__, bases, namespace, boundary=boundary)

    return convert


def _test_simple_enum(checked_enum, simple_enum):
    for name, m in checked_enum.__members__.items():
        if name not in simple_enum.__members__ or simple_enum.__members__[name]._value_ != m._value_:
            raise TypeError("enum mismatch:\n   member %r" % name)
    if len(checked_enum.__members__) != len(simple_enum.__members__):
        raise TypeError("enum mismatch:\n   other members")
