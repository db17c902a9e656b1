# Runs in a guest of the page's own, beside the one that runs programs. Says what names have, and whether a text is Python.
import inspect


def signature(function):
    try:
        return str(inspect.signature(function))
    except (TypeError, ValueError):
        return ""


def kind(value):
    if isinstance(value, type):
        return "class"
    if type(value) is type(inspect):
        return "module"
    return "function" if callable(value) else "value"


def look(value, name):
    raw = None
    for base in getattr(value, "__mro__", ()):
        if name in base.__dict__:
            raw = base.__dict__[name]
            break
    if isinstance(raw, property):
        return (name, "property", "")
    found = getattr(value, name)
    what = kind(found)
    return (name, what, signature(found) if what == "function" else "")


def find(path):
    parts = path.split(".")
    value = __import__(parts[0])
    for i, part in enumerate(parts[1:]):
        try:
            value = getattr(value, part)
        except AttributeError:
            __import__(".".join(parts[:i + 2]))
            value = getattr(value, part)
    return value


def describe(path):
    # (kind, signature, type, members), or None for what is not there.
    try:
        value = find(path)
    except (ImportError, AttributeError):
        return None
    members = []
    for name in sorted(set(dir(value))):
        try:
            members.append(look(value, name))
        except Exception:
            pass  # a descriptor that wants an instance, say
    what = kind(value)
    of = type(value)
    return (what, signature(value) if what in ("class", "function") else "", of.__module__ + "." + of.__qualname__, members)


def check(source, name):
    # Compiles and runs nothing. (line, column, end line, end column, message), from 1; None for what is Python.
    try:
        compile(source, name, "exec")
    except SyntaxError as e:
        return (e.lineno or 1, e.offset or 0, e.end_lineno or 0, e.end_offset or 0, e.msg)
    except (MemoryError, RecursionError, ValueError):
        return None


def same(one, other):
    import ast
    return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
