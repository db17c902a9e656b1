# Lines of source files, kept. Those of the program that runs are known to the interpreter, also where its file cannot be read.

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}  # by name: size, time, lines and path; or a function that gives the text, alone in a tuple


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    entry = cache.get(filename, ())
    if len(entry) > 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    import os

    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name, ())
        if len(entry) < 2 or entry[1] is None:  # not read from a file
            continue
        try:
            stat = os.stat(entry[3])
            same = entry[:2] == (stat.st_size, stat.st_mtime)
        except (OSError, ValueError):
            same = False
        if not same:
            cache.pop(name, None)


def _is_no_file(filename):
    return not filename or (filename.startswith("<") and filename.endswith(">"))


def updatecache(filename, module_globals=None):
    if len(cache.get(filename, ())) > 1:
        del cache[filename]
    if _is_no_file(filename):
        return []
    try:
        stat, path = _find(filename)
    except ValueError:
        return []
    except OSError:
        lines = _program_lines(filename)
        if not lines:
            return _loaded_lines(filename, module_globals)
        size, time, path = sum(map(len, lines)), None, filename
    else:
        lines = _file_lines(path)
        size, time = stat.st_size, stat.st_mtime
    if lines:
        cache[filename] = size, time, lines, path
    return lines


def _find(filename):
    import os
    import sys

    for path in [filename] if os.path.isabs(filename) else [filename, *[os.path.join(folder, filename) for folder in sys.path if isinstance(folder, str)]]:
        try:
            return os.stat(path), path
        except OSError as e:
            error = e
    raise error


def _file_lines(path):
    import tokenize

    try:
        with tokenize.open(path) as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if not lines or not lines[-1].endswith("\n"):
        lines[-1:] = [(lines[-1] if lines else "") + "\n"]
    return lines


def _program_lines(filename):
    from _traceback import line

    lines = []
    if len(filename) > 250:  # no program has such a name, and names that are asked for are kept
        return lines
    while text := line(filename, len(lines) + 1):
        lines.append(text)
    return lines


def _loaded_lines(filename, module_globals):
    if not lazycache(filename, module_globals):
        return []
    try:
        text = cache[filename][0]()
    except (ImportError, OSError):
        return []
    if text is None:
        return []
    lines = [line + "\n" for line in text.splitlines()]
    cache[filename] = len(text), None, lines, filename
    return lines


def lazycache(filename, module_globals):
    if filename in cache:
        return len(cache[filename]) == 1
    if _is_no_file(filename) or not module_globals or "__name__" not in module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals["__name__"]
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not (name and get_source):
        return False
    cache[filename] = (lambda: get_source(name),)
    return True
