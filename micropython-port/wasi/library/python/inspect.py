"""What live objects are: kinds, members, signatures, sources."""

import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


# Kinds

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return hasattr(types, "FrameType") and isinstance(object, types.FrameType)


def istraceback(object):
    return hasattr(types, "TracebackType") and isinstance(object, types.TracebackType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType) and not ismemberdescriptor(object)


def _has_flag(object, flag):
    from functools import partial, partialmethod
    while isinstance(object, partialmethod):
        object = object.func
    object = getattr(object, "__func__", object) if ismethod(object) else object
    while isinstance(object, partial):
        object = object.func
    object = getattr(object, "__func__", object) if ismethod(object) else object
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutinefunction(obj):
    if getattr(getattr(obj, "__func__", obj), "_is_coroutine_mark", None) is _mark:
        return True
    return _has_flag(obj, CO_COROUTINE)


_mark = object()


def markcoroutinefunction(func):
    getattr(func, "__func__", func)._is_coroutine_mark = _mark
    return func


def isawaitable(object):
    return iscoroutine(object) or (isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)) or hasattr(type(object), "__await__")


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__") and not isbuiltin(object)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


# Members

def _members(object, predicate, get):
    found, seen = [], set()
    names = dir(object)
    if isclass(object):
        for base in object.__bases__:
            names += [name for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)]
    mro = getmro(object) if isclass(object) else ()
    for name in names:
        try:
            value = get(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
        seen.add(name)
    return sorted(found, key=lambda pair: pair[0])


def getmembers(object, predicate=None):
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


def getmro(cls):
    return cls.__mro__


_missing = object()


def _in_classes(mro, name):
    for entry in mro:
        namespace = type.__dict__["__dict__"].__get__(entry) if "__dict__" in type.__dict__ else entry.__dict__
        if name in namespace:
            return namespace[name]
    return _missing


def getattr_static(obj, attr, default=_missing):
    """An attribute as it is kept, without calling descriptors, __getattr__ or __getattribute__."""
    if issubclass(type(obj), type):  # isinstance() would ask obj.__getattribute__
        found = _in_classes(obj.__mro__, attr)
        if found is _missing:
            found = _in_classes(type(obj).__mro__, attr)
    else:
        try:
            own = object.__getattribute__(obj, "__dict__")
        except AttributeError:
            own = {}
        found = _in_classes(type(obj).__mro__, attr)
        if isinstance(own, dict) and attr in own and (found is _missing or not isdatadescriptor(found)):
            found = own[attr]
    if found is not _missing:
        return found
    if default is _missing:
        raise AttributeError(attr)
    return default


class Attribute:
    def __new__(cls, *args):
        from collections import namedtuple
        global Attribute
        Attribute = namedtuple("Attribute", "name kind defining_class object")
        return Attribute(*args)


def classify_class_attrs(cls):
    """(name, kind, class, object) for each attribute."""
    found = []
    for name in dir(cls):
        for home in cls.__mro__ + type(cls).__mro__:
            if name in home.__dict__:
                value = home.__dict__[name]
                break
        else:
            home, value = None, getattr(cls, name, None)
        if isinstance(value, staticmethod) or name == "__new__":
            kind = "static method"
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        else:
            kind = "method" if isroutine(value) else "data"
        found.append(Attribute(name, kind, home, value))
    return found


def unwrap(func, *, stop=None):
    """Follow __wrapped__."""
    first, seen = func, {id(func)}
    while not isclass(func) and hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError("wrapper loop when unwrapping %r" % (first,))
        seen.add(id(func))
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module, which texts among them evaluated if that is asked for."""
    if isclass(obj):
        found = obj.__dict__.get("__annotations__", None)
        module = sys.modules.get(obj.__module__)
        scope, inner = getattr(module, "__dict__", None), dict(obj.__dict__)
    elif callable(obj) or ismodule(obj):
        found = getattr(obj, "__annotations__", None)
        scope, inner = obj.__dict__ if ismodule(obj) else getattr(unwrap(obj), "__globals__", None), None
    else:
        raise TypeError("%r is not a module, class, or callable." % (obj,))
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError("%r.__annotations__ is neither a dict nor None" % (obj,))
    if not eval_str:
        return dict(found)
    return {key: eval(value, scope if globals is None else globals, inner if locals is None else locals) if isinstance(value, str) else value for key, value in found.items()}


# Texts

def cleandoc(doc):
    """A docstring without the indentation of its lines."""
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip(" ")], default=0)
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _inherited_doc(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        name, cls = obj.__func__.__name__, obj.__self__ if isclass(obj.__self__) else type(obj.__self__)
    elif isinstance(obj, property):
        name, cls = obj.fget.__name__, _class_of(obj.fget)
    else:
        name, cls = getattr(obj, "__name__", None), _class_of(obj)
    for base in getattr(cls, "__mro__", ()):
        doc = getattr(getattr(base, name, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def _class_of(func):
    found = sys.modules.get(getattr(func, "__module__", None))
    for part in getattr(func, "__qualname__", "").split(".")[:-1]:
        found = getattr(found, part, None)
    return found if isclass(found) else None


def getdoc(object):
    """The docstring of an object, or of what it overrides."""
    doc = getattr(object, "__doc__", None)
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getabsfile(object, _filename=None):
    import os
    return os.path.normcase(os.path.abspath(getsourcefile(object) or getfile(object) if _filename is None else _filename))


def getcomments(object):
    """The comments right before an object's source, or at the beginning of a module's."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == "#":
            end += 1
        return "".join([line.expandtabs() for line in lines[start:end]]) or None
    line = lines[number]
    indent = len(line) - len(line.lstrip())
    start = number
    while start > 0:
        before = lines[start - 1].expandtabs()
        if before.lstrip()[:1] != "#" or len(before) - len(before.lstrip()) != indent:
            break
        start -= 1
    return "".join([line.expandtabs().lstrip() for line in lines[start:number]]) or None


def walktree(classes, children, parent):
    found = []
    for cls in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        found.append((cls, cls.__bases__))
        if cls in children:
            found.append(walktree(children[cls], children, cls))
    return found


def getclasstree(classes, unique=False):
    """Classes as nested lists: after each, those below it."""
    children, roots = {}, []
    for cls in classes:
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
        if not cls.__bases__ and cls not in roots:
            roots.append(cls)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


def getmodulename(path):
    name = path.rsplit("/", 1)[-1]
    return name[:-3] if name.endswith(".py") else None


def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object if iscode(object) else None


def getfile(object):
    if ismodule(object) or isclass(object):
        module = object if ismodule(object) else sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if isclass(object) and object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError("%r is a built-in %s" % (object, "module" if ismodule(object) else "class"))
    code = _code_of(object)
    if code is None:
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got %s" % type(object).__name__)
    return code.co_filename


def getsourcefile(object):
    return getfile(object)


def _lines(object):
    import linecache
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    return lines


def findsource(object):
    """All lines of an object's file, and where it begins, counted from 0."""
    lines = _lines(object)
    if ismodule(object):
        return lines, 0
    code = _code_of(object)
    if code is not None:  # its first line may be that of the body
        start = min(code.co_firstlineno, len(lines)) - 1
        while start > 0 and not (lines[start].lstrip().startswith(("def ", "async def ", "@")) or "lambda" in lines[start]):
            start -= 1
        while start > 0 and lines[start - 1].lstrip().startswith("@"):
            start -= 1
        return lines, start
    name = object.__qualname__.split(".")[-1]
    for i, line in enumerate(lines):
        if line.split("#")[0].strip().startswith(("class " + name + "(", "class " + name + ":", "class " + name + "[")):
            while i > 0 and lines[i - 1].lstrip().startswith("@"):
                i -= 1
            return lines, i
    raise OSError("could not find class definition")


def getblock(lines):
    """The lines of a definition that begins with the first one."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    end, in_header, depth, quote = 1, True, 0, None
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if number > 1 and not depth and not quote and not in_header and text and len(line) - len(line.lstrip()) <= margin and not text.startswith("#"):
            break
        i = 0
        while i < len(line):
            if quote:
                if line.startswith(quote, i):
                    i += len(quote) - 1
                    quote = None
                elif line[i] == "\\":
                    i += 1
            elif line[i] == "#":
                break
            elif line[i] in "\"'":
                quote = line[i] * 3 if line.startswith(line[i] * 3, i) else line[i]
                i += len(quote) - 1
            elif line[i] in "([{":
                depth += 1
            elif line[i] in ")]}":
                depth -= 1
            i += 1
        if quote and len(quote) == 1:
            quote = None
        if in_header and not depth and not text.startswith("@"):
            in_header = False
            if not line.split("#")[0].rstrip().endswith(":") and not text.startswith(("def ", "async def ", "class ")):
                return lines[:number]  # a lambda
        if text and (depth or quote or not text.startswith("#") or len(line) - len(line.lstrip()) > margin):
            end = number
    return lines[:end]


def getsourcelines(object):
    object = unwrap(object)
    lines, start = findsource(object)
    if ismodule(object):
        return lines, 0
    return getblock(lines[start:]), start + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


# Frames

def currentframe():
    get = getattr(sys, "_getframe", None)
    return get(1) if get is not None else None


class FrameInfo:
    def __new__(cls, *args):
        _make_frame_types()
        return FrameInfo(*args)


class Traceback:
    def __new__(cls, *args):
        _make_frame_types()
        return Traceback(*args)


def _make_frame_types():
    # Neither knows the columns of what is running.
    from collections import namedtuple
    global FrameInfo, Traceback
    FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")
    Traceback = namedtuple("Traceback", "filename lineno function code_context index")
    FrameInfo.positions = Traceback.positions = None


def getframeinfo(frame, context=1):
    if istraceback(frame):
        line, frame = frame.tb_lineno, frame.tb_frame
    else:
        line = frame.f_lineno
    return Traceback(*_info(frame, line, context)[1:])


def _info(frame, line, context):
    import linecache
    lines = linecache.getlines(frame.f_code.co_filename) if context else []
    if not lines:
        return FrameInfo(frame, frame.f_code.co_filename, line, frame.f_code.co_name, None, None)
    start = max(0, min(line - 1 - context // 2, len(lines) - context))
    return FrameInfo(frame, frame.f_code.co_filename, line, frame.f_code.co_name, lines[start:start + context], line - 1 - start)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(_info(frame, frame.f_lineno, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(_info(tb.tb_frame, tb.tb_lineno, context))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)


# Generators

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"


def _state(object, prefix, word):
    if getattr(object, prefix + "_running"):
        return word + "_RUNNING"
    if getattr(object, prefix + "_suspended"):
        return word + "_SUSPENDED"
    return word + ("_CLOSED" if getattr(object, prefix + "_frame", object) is None else "_CREATED")


def getgeneratorstate(generator):
    return _state(generator, "gi", "GEN")


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr", "CORO")


def _locals_of(object, prefix):
    frame = getattr(object, prefix + "_frame", None)
    return frame.f_locals if frame is not None else {}


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError("%r is not a Python generator" % generator)
    return _locals_of(generator, "gi")


def getcoroutinelocals(coroutine):
    return _locals_of(coroutine, "cr")


def getasyncgenstate(agen):
    return _state(agen, "ag", "AGEN")


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError("%r is not a Python async generator" % agen)
    return _locals_of(agen, "ag")


AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


# Signatures

class _empty:
    """Stands for what is not there."""


class _void:
    pass


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name, self.value, self.description = name, value, description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, self)


_KINDS = [_ParameterKind(i, text.upper().replace("-", "_").replace(" ", "_"), text) for i, text in enumerate(
    ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword"))]
_KINDS[2].name, _KINDS[4].name = "VAR_POSITIONAL", "VAR_KEYWORD"
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _KINDS


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """A parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _KINDS[kind]
        except (IndexError, TypeError):
            raise ValueError("value %r is not a valid Parameter.kind" % (kind,)) from None
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError("%s parameters cannot have default values" % kind.description)
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a %s" % type(name).__name__)
        import keyword
        if not name.isidentifier() or (keyword.iskeyword(name) and kind is not _POSITIONAL_ONLY):
            raise ValueError("%r is not a valid parameter name" % name)
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default, annotation=self._annotation if annotation is _void else annotation)

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = %r" if self._annotation is not _empty else "=%r") % (self._default,)
        return "*" * {_VAR_POSITIONAL: 1, _VAR_KEYWORD: 2}.get(self._kind, 0) + text

    def __repr__(self):
        return '<%s "%s">' % (type(self).__name__, self)

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or (self._name == other._name and self._kind == other._kind and self._default == other._default and self._annotation == other._annotation)


class BoundArguments:
    """What a call's arguments are bound to."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind is _VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found, by_name = {}, False
        for name, parameter in self._signature.parameters.items():
            if not by_name:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                    by_name = True
                else:
                    continue
            if name not in self.arguments:
                continue
            if parameter.kind is _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        found = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                found[name] = self.arguments[name]
            elif parameter.default is not _empty:
                found[name] = parameter.default
            elif parameter.kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
                found[name] = () if parameter.kind is _VAR_POSITIONAL else {}
        self.arguments = found

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self is other or (self._signature == other._signature and self.arguments == other.arguments)

    def __repr__(self):
        return "<%s (%s)>" % (type(self).__name__, ", ".join("%s=%r" % item for item in self.arguments.items()))


class Signature:
    """The parameters of a callable, and what it returns."""

    __slots__ = ("_return_annotation", "_parameters")
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found, kind, defaults = {}, _POSITIONAL_ONLY, False
        for parameter in parameters or ():
            if __validate_parameters__:
                if parameter.kind < kind:
                    raise ValueError("wrong parameter order: %s parameter before %s parameter" % (kind.description, parameter.kind.description))
                if parameter.kind > kind:
                    kind = parameter.kind
                if kind <= _POSITIONAL_OR_KEYWORD:
                    if parameter.default is not _empty:
                        defaults = True
                    elif defaults:
                        raise ValueError("non-default argument follows default argument")
                if parameter.name in found:
                    raise ValueError("duplicate parameter name: %r" % parameter.name)
            found[parameter.name] = parameter
        self._parameters, self._return_annotation = types.MappingProxyType(found), return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, cls, follow_wrapped, True, globals, locals, eval_str)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self._parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    __replace__ = replace

    def _parts(self):
        by_name = {p.name: p for p in self._parameters.values() if p.kind is _KEYWORD_ONLY}
        return tuple(p for p in self._parameters.values() if p.kind is not _KEYWORD_ONLY), by_name, self._return_annotation

    def __hash__(self):
        positional, by_name, returned = self._parts()
        return hash((positional, frozenset(by_name.values()), returned))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self is other or self._parts() == other._parts()

    def _bind(self, args, kwargs, partial=False):
        arguments, kwargs, left = {}, dict(kwargs), list(args)
        unnamed_only = []
        variadic, by_name = None, False  # whether what follows is looked for by its name alone
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind is _VAR_POSITIONAL:
                by_name = True
                if left:
                    arguments[name] = tuple(left)
                    left = []
            elif kind is _VAR_KEYWORD:
                variadic = name
            elif left and kind is not _KEYWORD_ONLY:
                if name in kwargs and kind is not _POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument %r" % name)
                arguments[name] = left.pop(0)
            elif name in kwargs and kind is not _POSITIONAL_ONLY:
                arguments[name], by_name = kwargs.pop(name), True
            else:
                if name in kwargs:
                    unnamed_only.append(name)
                if parameter.default is _empty and not partial:
                    if left:
                        raise TypeError("too many positional arguments")
                    tells = name in kwargs or (kind is _KEYWORD_ONLY and not by_name)
                    raise TypeError("missing a required%s argument: %r" % (" " + kind.description if tells else "", name))
                by_name = True
        if left:
            raise TypeError("too many positional arguments")
        if kwargs:
            if variadic is None:
                if unnamed_only:
                    raise TypeError("got some positional-only arguments passed as keyword arguments: %r" % ", ".join(unnamed_only))
                raise TypeError("got an unexpected keyword argument %r" % next(iter(kwargs)))
            arguments[variadic] = kwargs
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self)

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        texts, slash, star = [], False, True
        for parameter in self._parameters.values():
            if parameter.kind is _POSITIONAL_ONLY:
                slash = True
            elif slash:
                texts.append("/")
                slash = False
            if parameter.kind is _VAR_POSITIONAL:
                star = False
            elif parameter.kind is _KEYWORD_ONLY and star:
                texts.append("*")
                star = False
            texts.append(str(parameter))
        if slash:
            texts.append("/")
        text = "(%s)" % ", ".join(texts)
        if max_width is not None and len(text) > max_width:
            text = "(\n    %s\n)" % ",\n    ".join(texts)
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text


def _of_function(func, cls, globals=None, locals=None, eval_str=False):
    code = func.__code__
    names, positional = code.co_varnames, code.co_argcount
    defaults, by_name = func.__defaults__ or (), func.__kwdefaults__ or {}
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    make = cls._parameter_cls
    found = []

    def add(name, kind, default=_empty):
        found.append(make(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for i, name in enumerate(names[:positional]):
        j = i - (positional - len(defaults))
        add(name, _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD, defaults[j] if j >= 0 else _empty)
    end = positional + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[end], _VAR_POSITIONAL)
    for name in names[positional:end]:
        add(name, _KEYWORD_ONLY, by_name.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[end + bool(code.co_flags & CO_VARARGS)], _VAR_KEYWORD)
    return cls(found, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not _VAR_POSITIONAL:
        del parameters[0]
    return signature.replace(parameters=parameters)


def _of_partial(signature, partial):
    parameters = dict(signature.parameters)
    try:
        bound = signature.bind_partial(*partial.args, **(partial.keywords or {}))
    except TypeError as e:
        raise ValueError("partial object %r has incorrect arguments" % (partial,)) from e
    by_name = False
    for name, parameter in signature.parameters.items():
        value = bound.arguments.get(name, _void)
        if value is not _void:
            if parameter.kind is _POSITIONAL_ONLY:
                del parameters[name]
                continue
            if parameter.kind is _POSITIONAL_OR_KEYWORD:
                if name not in (partial.keywords or {}):
                    del parameters[name]
                    continue
                by_name = True
                parameters[name] = parameter.replace(default=value)
            elif parameter.kind is _KEYWORD_ONLY:
                parameters[name] = parameter.replace(default=value)
        if by_name:
            if parameter.kind is _POSITIONAL_OR_KEYWORD:
                parameters[name] = parameters.pop(name).replace(kind=_KEYWORD_ONLY)
            elif parameter.kind is _KEYWORD_ONLY:
                parameters[name] = parameters.pop(name)
            elif parameter.kind is _VAR_POSITIONAL:
                del parameters[name]
            elif parameter.kind is _VAR_KEYWORD:
                parameters[name] = parameters.pop(name)
    return signature.replace(parameters=parameters.values())


def _user_defined(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            method = base.__dict__[name]
            method = method.__func__ if isinstance(method, (staticmethod, classmethod)) else method
            return None if isinstance(method, (types.WrapperDescriptorType, types.MethodWrapperType, types.BuiltinFunctionType, types.MethodDescriptorType)) else method
    return None


def _of_class(obj, cls, again):
    call = _user_defined(type(obj), "__call__")
    if call is not None and type(obj) is not type:
        return _without_first(again(call))
    new, init = _user_defined(obj, "__new__"), _user_defined(obj, "__init__")
    if new is not None and init is not None:
        order = obj.__mro__
        homes = [next(i for i, base in enumerate(order) if name in base.__dict__) for name in ("__new__", "__init__")]
        if homes[1] < homes[0]:
            new = None
    for method in (new, init):
        if method is not None:
            return _without_first(again(method))
    native = [base for base in obj.__mro__[:-1] if base.__module__ == "builtins"]
    if native:
        if any(issubclass(base, BaseException) for base in native):
            return cls([Parameter("args", _VAR_POSITIONAL), Parameter("kwargs", _VAR_KEYWORD)])
        raise ValueError("no signature found for builtin type %r" % obj)
    return cls([])


def _signature_of(obj, cls, follow_wrapped, skip_bound, globals, locals, eval_str):
    def again(other):
        return _signature_of(other, cls, follow_wrapped, skip_bound, globals, locals, eval_str)

    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if ismethod(obj):
        signature = again(obj.__func__)
        return _without_first(signature) if skip_bound else signature
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return again(obj)
    signature = getattr(obj, "__signature__", None)
    if signature is not None:
        if not isinstance(signature, Signature):
            raise TypeError("unexpected object %r in __signature__ attribute" % (signature,))
        return signature
    if isfunction(obj):
        return _of_function(obj, cls, globals, locals, eval_str)
    from functools import partial
    if isinstance(obj, partial):
        return _of_partial(again(obj.func), obj)
    if isbuiltin(obj) or isinstance(obj, (types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType)):
        raise ValueError("no signature found for builtin %r" % (obj,))
    if isclass(obj):
        return _of_class(obj, cls, again)
    call = getattr(type(obj), "__call__", None)
    if call is None or isbuiltin(call) or isinstance(call, (types.MethodDescriptorType, types.WrapperDescriptorType)):
        raise ValueError("callable %r is not supported by signature" % (obj,))
    return _without_first(again(call))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


class FullArgSpec:
    def __new__(cls, *args):
        from collections import namedtuple
        global FullArgSpec
        FullArgSpec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
        return FullArgSpec(*args)


def getfullargspec(func):
    """The parameters of a function by kind; bound methods keep their first."""
    try:
        found = _signature_of(func, Signature, False, False, None, None, False)
    except Exception as e:
        raise TypeError("unsupported callable") from e
    args, defaults, by_name, by_name_defaults, annotations = [], (), [], {}, {}
    variadic = [None, None]
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    for name, parameter in found.parameters.items():
        if parameter.kind <= _POSITIONAL_OR_KEYWORD:
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind is _KEYWORD_ONLY:
            by_name.append(name)
            if parameter.default is not _empty:
                by_name_defaults[name] = parameter.default
        else:
            variadic[parameter.kind is _VAR_KEYWORD] = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, variadic[0], variadic[1], defaults or None, by_name, by_name_defaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """What the parameters of a function would be bound to by a call."""
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
        func = func.__func__
    try:
        bound = signature(func).bind(*positional, **named)
    except TypeError:
        func(*positional, **named)  # says what is wrong
        raise
    bound.apply_defaults()
    return dict(bound.arguments)
