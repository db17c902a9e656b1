# Paths as objects. There is one flavour of them, POSIX's; a PureWindowsPath is refused.

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

import io
import os
import posixpath


class UnsupportedOperation(NotImplementedError):
    pass


def _split(path):
    # The root and the parts of a path, without empty ones and "."; two slashes at the start are a root of their own.
    root = "/" if path[:1] == "/" else ""
    if path[:2] == "//" and path[2:3] != "/":
        root = "//"
    return root, [part for part in path.split("/") if part and part != "."]


class PurePath:
    parser = posixpath
    drive = ""

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                texts.append(arg._str)
                continue
            text = arg
            if not isinstance(arg, str):
                text = os.fspath(arg) if hasattr(type(arg), "__fspath__") else arg
            if not isinstance(text, str):
                raise TypeError(
                    "argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                    f"not {type(text).__name__!r}"
                )
            texts.append(text)
        self._set(*_split(posixpath.join(*texts) if texts else ""))

    def _set(self, root, parts):
        self.root, self._tail = root, parts
        self._str = root + "/".join(parts) or "."
        return self

    def _made(self, root, parts):
        path = self.with_segments(root + "/".join(parts))
        return path

    def with_segments(self, *segments):
        return type(self)(*segments)

    def __reduce__(self):
        return self.__class__, self.parts

    def __str__(self):
        return self._str

    __fspath__ = as_posix = __str__

    def __repr__(self):
        return f"{type(self).__name__}({self._str!r})"

    def __bytes__(self):
        return os.fsencode(self._str)

    def __hash__(self):
        return hash(self._str)

    def __eq__(self, other):
        return self._str == other._str if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def _key(self):
        return self._str.split("/")

    def __truediv__(self, other):
        try:
            return self.with_segments(self, other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return self.with_segments(other, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *others):
        return self.with_segments(self, *others)

    @property
    def anchor(self):
        return self.root

    @property
    def parts(self):
        return ((self.root,) if self.root else ()) + tuple(self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        return self._made(self.root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self.root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not suffix.startswith(".") or suffix == "." or "/" in suffix:
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def relative_to(self, other, *_deprecated, walk_up=False):
        other = self.with_segments(other, *_deprecated)
        tail, base = self._tail, other._tail
        n = 0
        while n < min(len(tail), len(base)) and tail[n] == base[n]:
            n += 1
        if self.root != other.root or n < len(base) and not walk_up:
            kind = "" if self.root == other.root else " have different anchors"
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}" if not kind or not walk_up else f"{str(self)!r} and {str(other)!r}{kind}")
        if ".." in base[n:]:
            raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        return self._made("", [".."] * (len(base) - n) + tail[n:])

    def is_relative_to(self, other, *_deprecated):
        other = self.with_segments(other, *_deprecated)
        return self.root == other.root and self._tail[: len(other._tail)] == other._tail

    def is_absolute(self):
        return self.root != ""

    def is_reserved(self):
        return False

    def as_uri(self):
        if not self.root:
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes

        return "file://" + quote_from_bytes(bytes(self))

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
        parts, wanted = self.parts[::-1], pattern.parts[::-1]
        if not wanted:
            raise ValueError("empty pattern")
        if len(parts) < len(wanted) or len(parts) > len(wanted) and pattern.root:
            return False
        match = _matcher(case_sensitive)
        return all(match("*" if want == "**" else want, part) for part, want in zip(parts, wanted))

    def full_match(self, pattern, *, case_sensitive=None):
        pattern = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
        return _match_all(self.parts, pattern.parts, _matcher(case_sensitive))


def _matcher(case_sensitive):
    import fnmatch

    if case_sensitive is False:
        return lambda pattern, name: fnmatch.fnmatchcase(name.lower(), pattern.lower())
    return lambda pattern, name: fnmatch.fnmatchcase(name, pattern)


def _match_all(parts, wanted, match):
    if not wanted:
        return not parts
    if wanted[0] == "**":
        return any(_match_all(parts[i:], wanted[1:], match) for i in range(len(parts) + 1))
    return bool(parts) and match(wanted[0], parts[0]) and _match_all(parts[1:], wanted[1:], match)


class _Parents:
    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, index):
        n = len(self)
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(n)))
        if index >= n or index < -n:
            raise IndexError(index)
        return self._path._made(self._path.root, self._path._tail[: n - 1 - index if index >= 0 else -index - 1])

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePosixPath(PurePath):
    pass


class PureWindowsPath(PurePath):
    def __init__(self, *args):
        raise UnsupportedOperation("this sandbox has no Windows paths")


class Path(PurePath):
    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        from urllib.parse import unquote_to_bytes

        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path[:3] == "///":
            path = path[2:]
        elif path[:12] == "//localhost/":
            path = path[11:]
        path = cls(os.fsdecode(unquote_to_bytes(path)))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    def expanduser(self):
        if self.root or not self._tail or self._tail[0][:1] != "~":
            return self
        home = posixpath.expanduser(self._tail[0])
        if home[:1] == "~":
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *self._tail[1:])

    def absolute(self):
        return self if self.root else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(posixpath.realpath(self._str, strict=strict))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self._str)

    def lstat(self):
        return os.stat(self._str)

    def _is(self, kind):
        try:
            return kind(self._str)
        except ValueError:
            return False

    def exists(self, *, follow_symlinks=True):
        return self._is(posixpath.exists)

    def is_dir(self, *, follow_symlinks=True):
        return self._is(posixpath.isdir)

    def is_file(self, *, follow_symlinks=True):
        return self._is(posixpath.isfile)

    def is_symlink(self):
        return False

    is_mount = is_socket = is_fifo = is_block_device = is_char_device = is_junction = is_symlink

    def samefile(self, other):
        return self.resolve() == self.with_segments(other).resolve() and bool(self.stat())

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self._str, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", -1, encoding, errors, newline) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb", 0) as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open("wb") as file:
            return file.write(view)

    def touch(self, mode=0o666, exist_ok=True):
        if not self.exists():
            self.open("x").close()
        elif not exist_ok:
            raise FileExistsError(17, "File exists", self._str)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    replace = rename

    def readlink(self):
        return self.with_segments(os.readlink(self))

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)

    def owner(self, *, follow_symlinks=True):
        raise UnsupportedOperation("Path.owner() is unsupported on this system")

    def group(self, *, follow_symlinks=True):
        raise UnsupportedOperation("Path.group() is unsupported on this system")

    def iterdir(self):
        names = os.listdir(self)
        return (self._child(name) for name in names)

    def _child(self, name):
        path = self._made(self.root, self._tail + [name])
        return path

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, folders, files in os.walk(self._str, top_down, on_error):
            yield self.with_segments(folder), folders, files

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if not isinstance(pattern, PurePath):
            text = os.fspath(pattern)
            pattern = self.with_segments(text)
            only_folders = text.endswith("/")
        else:
            only_folders = False
        if pattern.root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = list(pattern._tail)
        if not parts:
            raise ValueError(f"Unacceptable pattern: {str(pattern)!r}")
        return self._select(parts, only_folders, _matcher(case_sensitive))

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if not isinstance(pattern, PurePath):
            pattern = os.fspath(pattern)
            if not pattern:
                return self.glob("**/", case_sensitive=case_sensitive)
        if os.fspath(pattern)[:1] == "/":
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self.glob("**/" + os.fspath(pattern), case_sensitive=case_sensitive)

    def _select(self, parts, only_folders, match):
        # What lies below and matches the parts, folder by folder.
        if not parts:
            if not only_folders or self.is_dir():
                yield self
            return
        part, rest = parts[0], parts[1:]
        if part == "**":
            while rest[:1] == ["**"]:
                rest = rest[1:]
            if not rest:
                for folder in self._folders():
                    yield folder
                    if not only_folders:
                        yield from (folder._child(entry.name) for entry in folder._entries() if not entry.is_dir())
                return
            seen = set() if "**" in rest else None
            for folder in self._folders():
                for path in folder._select(rest, only_folders, match):
                    if seen is None or path not in seen:
                        yield path
                        if seen is not None:
                            seen.add(path)
        elif part == "..":
            yield from self._child(part)._select(rest, only_folders, match)
        elif any(c in part for c in "*?["):
            for entry in self._entries():
                if match(part, entry.name) and (not rest and not only_folders or entry.is_dir()):
                    yield from self._child(entry.name)._select(rest, only_folders, match)
        else:
            path = self._child(part)
            if path.exists():
                yield from path._select(rest, only_folders, match)

    def _entries(self):
        try:
            return list(os.scandir(self))
        except OSError:
            return []

    def _folders(self):
        if self.is_dir():
            stack = [self]
            while stack:
                folder = stack.pop()
                yield folder
                stack += [folder._child(entry.name) for entry in reversed(folder._entries()) if entry.is_dir()]


class PosixPath(Path, PurePosixPath):
    pass


class WindowsPath(Path):
    def __init__(self, *args):
        raise UnsupportedOperation("cannot instantiate 'WindowsPath' on your system")
