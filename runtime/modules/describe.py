# Says what a module has, as a list of (name, kind, signature, bases, members). Runs in the guest. Of known, the names that CPython's
# module has, also those that the module gives only when they are asked for.
import inspect
import sys

def kind(value):
    if isinstance(value, type):
        return "class"
    if type(value) is type(sys):
        return "module"
    return "function" if callable(value) else type(value).__name__

def default(value):
    return repr(value) if value is None or type(value) in (bool, int) or type(value) is str and len(value) < 30 and value.isprintable() else "..."

def signature(function):
    # As a stub writes it, without the parentheses; "" if the guest does not know.
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return ""
    parts, star, slash = [], False, False
    for p in parameters:
        if slash and p.kind != p.POSITIONAL_ONLY:
            parts.append("/")
        slash = p.kind == p.POSITIONAL_ONLY
        if p.kind == p.KEYWORD_ONLY and not star:
            parts.append("*")
        star = star or p.kind in (p.VAR_POSITIONAL, p.KEYWORD_ONLY)
        if not p.name.isidentifier():
            return ""
        text = {p.VAR_POSITIONAL: "*", p.VAR_KEYWORD: "**"}.get(p.kind, "") + p.name
        parts.append(text if p.default is p.empty else text + ": Any = " + default(p.default))
    if slash:
        parts.append("/")
    return ", ".join(parts) or "()"

def member(cls, name):
    # None for what the bases say, in the stub of this module or to every type checker.
    for base in cls.__mro__:
        if name in base.__dict__:
            if base is not cls and (base is object or getattr(module, base.__name__, None) is base):
                return None
            raw = base.__dict__[name]
            if isinstance(raw, (staticmethod, classmethod)):
                function = raw.__func__
                return (name, type(raw).__name__, signature(function), [], [])
            if isinstance(raw, property):
                return (name, "property", "", [], [])
            break
    value = getattr(cls, name)
    what = kind(value)
    return (name, what, signature(value) if what == "function" else "", [], [])

def members(cls):
    found = []
    for name in sorted(set(dir(cls))):
        try:
            one = member(cls, name)
            if one:
                found.append(one)
        except Exception:
            found.append((name, "", "", [], [])) # such as a descriptor that wants an instance
    return found

def describe(module):
    found = []
    for name in sorted(set(dir(module)).union(known)):
        try:
            value = getattr(module, name)
        except AttributeError:
            continue
        what = kind(value)
        if what == "class":
            bases = [base.__name__ for base in getattr(value, "__bases__", ())]
            found.append((name, what, "", [base for base in bases if base != "object"], members(value)))
        else:
            found.append((name, what, signature(value) if what == "function" else "", [], []))
    return found

module = __import__(target)
for part in target.split(".")[1:]:
    module = getattr(module, part)
describe(module)
