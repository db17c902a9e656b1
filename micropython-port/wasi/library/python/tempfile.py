# Files and folders for a while. Their names come from the seed of the session.

__all__ = [
    "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp", "TMP_MAX",
    "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb",
]

import io
import os

TMP_MAX = 10000
template = "tmp"
tempdir = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def gettempprefix():
    return template


def gettempprefixb():
    return os.fsencode(template)


def gettempdir():
    global tempdir
    if tempdir is None:
        for name in (os.getenv("TMPDIR"), os.getenv("TEMP"), os.getenv("TMP"), "/tmp", os.getcwd()):
            if name and os.path.isdir(name):
                tempdir = os.path.abspath(name)
                break
        else:
            raise FileNotFoundError(2, "No usable temporary directory found")
    return os.fsdecode(tempdir)


def gettempdirb():
    return os.fsencode(gettempdir())


def _make(suffix, prefix, dir, make):
    # Calls make with names until one is free. Returns the path and what make gave.
    is_bytes = {type(part) for part in (suffix, prefix, dir) if isinstance(part, (str, bytes))}
    if len(is_bytes) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    suffix = "" if suffix is None else os.fsdecode(suffix)
    prefix = template if prefix is None else os.fsdecode(prefix)
    folder = gettempdir() if dir is None else os.fsdecode(dir)
    for _ in range(TMP_MAX):
        name = "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(8))
        path = os.path.join(os.path.abspath(folder), prefix + name + suffix)
        try:
            made = make(path)
        except FileExistsError:
            continue
        return os.fsencode(path) if bytes in is_bytes else path, made
    raise FileExistsError(17, "No usable temporary file name found")


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _make(suffix, prefix, dir, os.mkdir)[0]


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    path, fd = _make(suffix, prefix, dir, lambda path: os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL))
    return fd, path


def mktemp(suffix="", prefix=template, dir=None):
    def free(path):
        if os.path.lexists(path):
            raise FileExistsError

    return _make(suffix, prefix, dir, free)[0]


class _TemporaryFile:
    # A file that is removed when it is closed.
    def __init__(self, file, name, delete, delete_on_close):
        self.file, self.name, self._delete, self._delete_on_close = file, name, delete, delete_on_close

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __repr__(self):
        return f"<tempfile._TemporaryFileWrapper object, name={self.name!r}>"

    def _remove(self):
        if self._delete:
            self._delete = False
            try:
                os.unlink(self.name)
            except FileNotFoundError:
                pass

    def close(self):
        self.file.close()
        if self._delete_on_close:
            self._remove()

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *args):
        self.file.close()
        self._remove()

    def __iter__(self):
        return iter(self.file)


_TemporaryFileWrapper = _TemporaryFile


def NamedTemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None, delete_on_close=True
):
    how = mode.replace("w", "x")

    def make(path):
        return io.open(path, how, buffering, encoding, errors, newline)

    path, file = _make(suffix, prefix, dir, make)
    return _TemporaryFile(file, path, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    file = NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)
    return file


class SpooledTemporaryFile(io.IOBase):
    # In memory, and in a file when it has grown.
    def __init__(
        self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None
    ):
        self._max_size, self._rolled = max_size, False
        self._args = (mode, buffering, encoding, newline, suffix, prefix, dir)
        self._errors = errors
        file = io.BytesIO()
        self._file = file if "b" in mode else io.TextIOWrapper(file, encoding=encoding or "utf-8", errors=errors, newline=newline)

    def rollover(self):
        if not self._rolled:
            old = self._file
            old.flush()
            position = old.tell()
            file = self._file = TemporaryFile(*self._args, errors=self._errors)
            data = (old if "b" in self._args[0] else old.buffer).getvalue()
            (file if "b" in self._args[0] else file.buffer).write(data)
            file.seek(position)
            self._rolled = True

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def write(self, data):
        n = self._file.write(data)
        self._check()
        return n

    def writelines(self, lines):
        self._file.writelines(lines)
        self._check()

    def truncate(self, size=None):
        if size is not None and size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def close(self):
        self._file.close()

    closed = property(lambda self: self._file.closed)
    encoding = property(lambda self: self._file.encoding)
    errors = property(lambda self: self._file.errors)
    newlines = property(lambda self: self._file.newlines)
    mode = property(lambda self: self._args[0])
    name = property(lambda self: getattr(self._file, "name", None))

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def __iter__(self):
        return iter(self._file)


def _forward(name):
    def call(self, *args):
        return getattr(self._file, name)(*args)

    call.__name__ = name
    return call


for _name in ("read", "read1", "readinto", "readline", "readlines", "seek", "tell", "flush", "isatty", "readable", "writable", "seekable", "detach"):
    setattr(SpooledTemporaryFile, _name, _forward(_name))


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore, self._delete = ignore_cleanup_errors, delete

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        import shutil

        if os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore)
