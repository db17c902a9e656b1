# Files by pattern.

__all__ = ["escape", "glob", "iglob", "translate"]

import os
import posixpath

_MAGIC = "*?["


def has_magic(pattern):
    return any(c in pattern for c in (_MAGIC if isinstance(pattern, str) else b"*?["))


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if isinstance(pathname, bytes):
        root_dir = None if root_dir is None else os.fsdecode(root_dir)
        found = iglob(os.fsdecode(pathname), root_dir=root_dir, recursive=recursive, include_hidden=include_hidden)
        return (os.fsencode(path) for path in found)
    root = "" if root_dir is None else os.fspath(root_dir)
    found = _iglob(os.fspath(pathname), root, recursive, False, include_hidden)
    if not pathname or recursive and pathname[:2] == "**":
        found = (path for path in found if path)
    return found


def _iglob(pathname, root, recursive, only_folders, hidden):
    folder, base = posixpath.split(pathname)
    deep = recursive and base == "**"
    if not has_magic(pathname):
        path = posixpath.join(root, pathname)
        if posixpath.lexists(path) if base else posixpath.isdir(path):
            yield pathname
        return
    if not folder:
        yield from (_deep(root, "", only_folders, hidden) if deep else _matching(root, base, only_folders, hidden))
        return
    if folder != pathname and has_magic(folder):
        folders = _iglob(folder, root, recursive, True, hidden)
    else:
        folders = [folder]
    for folder in folders:
        inner = posixpath.join(root, folder)
        if deep:
            names = _deep(inner, "", only_folders, hidden)
        elif has_magic(base):
            names = _matching(inner, base, only_folders, hidden)
        elif base:
            names = [base] if posixpath.lexists(posixpath.join(inner, base)) else []
        else:
            names = [base] if posixpath.isdir(inner) else []
        for name in names:
            yield posixpath.join(folder, name)


def _entries(folder, only_folders):
    try:
        return [entry.name for entry in os.scandir(folder or ".") if not only_folders or entry.is_dir()]
    except OSError:
        return []


def _matching(folder, pattern, only_folders, hidden):
    import fnmatch

    names = _entries(folder, only_folders)
    if not hidden and pattern[:1] != ".":
        names = [name for name in names if name[:1] != "."]
    return fnmatch.filter(names, pattern)


def _deep(folder, prefix, only_folders, hidden):
    if not prefix and posixpath.isdir(folder or "."):
        yield ""
    for name in _entries(folder, only_folders):
        if hidden or name[:1] != ".":
            path = posixpath.join(prefix, name) if prefix else name
            yield path
            yield from _deep(posixpath.join(folder, name) if folder else name, path, only_folders, hidden)


def escape(pathname):
    if isinstance(pathname, bytes):
        return os.fsencode(escape(os.fsdecode(pathname)))
    return "".join(f"[{c}]" if c in _MAGIC else c for c in pathname)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    import fnmatch
    import re

    seps = tuple(seps) if seps else ("/",)
    any_sep = "[" + "".join(map(re.escape, seps)) + "]" if len(seps) > 1 else re.escape(seps[0])
    not_sep = "[^" + "".join(map(re.escape, seps)) + "]"
    one = f"{not_sep}+" if include_hidden else f"(?!\\.){not_sep}+"
    some = f"(?:.+{any_sep})?" if include_hidden else f"(?:{one}{any_sep})*"
    last = ".*" if include_hidden else f"(?:{one}(?:{any_sep}{one})*)?"
    parts = re.split(any_sep, pat)
    text = ""
    for i, part in enumerate(parts):
        end = any_sep if i < len(parts) - 1 else ""
        if part == "*":
            text += one + end
        elif recursive and part == "**":
            if i + 1 < len(parts) and parts[i + 1] == "**":
                continue
            text += some if end else last
        else:
            if part and not include_hidden and part[0] in "*?":
                text += r"(?!\.)"
            if part:
                piece = fnmatch.translate(part)[4:-3]
                text += piece.replace("(?>.*?", f"(?>{not_sep}*?").replace(".*", f"{not_sep}*")
            text += end
    return rf"(?s:{text})\Z"
