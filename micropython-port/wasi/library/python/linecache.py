"""Lines of files, and of the program that runs."""

from _traceback import line as _line

cache = {}


def getlines(filename, module_globals=None):
    lines = cache.get(filename)
    if lines is None:
        lines = updatecache(filename, module_globals)
    return lines


def getline(filename, lineno, module_globals=None):
    if filename in cache:
        lines = cache[filename]
        return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""
    try:
        return _line(filename, lineno)
    except (OSError, UnicodeError, MemoryError):
        return ""


def updatecache(filename, module_globals=None):
    lines = []
    try:
        if filename and filename[0] != "<":
            with open(filename, encoding="utf-8") as file:
                lines = file.readlines()
    except (OSError, UnicodeError):
        lines = []
    if not lines and filename:
        while text := _line(filename, len(lines) + 1):
            lines.append(text)
    elif lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if lines:
        cache[filename] = lines
    return lines


def checkcache(filename=None):
    if filename is None:
        cache.clear()
    else:
        cache.pop(filename, None)


def clearcache():
    cache.clear()


def lazycache(filename, module_globals):
    return False
