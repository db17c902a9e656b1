# Files and what else belongs to a system, as far as a sandbox has it. Paths are in posixpath.

import posix
import sys

if "genericpath" in sys.modules and not hasattr(sys.modules["genericpath"], "exists"):
    del sys.modules["genericpath"]  # which is being imported, and waits for this module: posixpath needs a whole one
import posixpath
import posixpath as path
from posix import getcwd, ilistdir, strerror, urandom

sys.modules["os.path"] = path

name = "posix"
curdir, pardir, sep, altsep, extsep, pathsep, linesep, defpath, devnull = ".", "..", "/", None, ".", ":", "\n", "/bin:/usr/bin", "/dev/null"
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_CLOEXEC, O_NONBLOCK, O_NOFOLLOW = 0, 1, 2, 64, 128, 512, 1024, 0o2000000, 2048, 0o400000
EX_OK = 0
(EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL,
 EX_PROTOCOL, EX_NOPERM, EX_CONFIG) = range(64, 79)
O_ACCMODE, O_NDELAY, O_DIRECTORY, O_DSYNC, O_SYNC = 3, 2048, 0o200000, 0o10000, 0o4010000
error = OSError
supports_dir_fd = supports_fd = supports_effective_ids = supports_follow_symlinks = frozenset()
supports_bytes_environ = False


def __getattr__(name):
    # MicroPython's own, and what needs other modules.
    if name == "PathLike":
        import _os_pathlike

        return _os_pathlike.PathLike
    if hasattr(posix, name) and name[:1] != "_":
        return getattr(posix, name)
    raise AttributeError(f"module 'os' has no attribute '{name}'", name=name, obj=sys.modules["os"])


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    text = method(path)
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(text).__name__}")
    return text


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def _text(path):
    path = fspath(path)
    if isinstance(path, bytes):
        path = fsdecode(path)
    if "\0" in path:
        raise ValueError("embedded null character")
    if not path:
        raise FileNotFoundError(2, "No such file or directory")
    return path


def _call(function, *paths):
    # Errors have the names of what they are about.
    paths = [fspath(path) for path in paths]
    try:
        return function(*[_text(path) for path in paths])
    except OSError as error:
        text = getattr(error, "strerror", None) or str(error).partition("] ")[2]
        named = type(error)(error.errno, text, paths[0], None, paths[-1])
        if len(paths) == 1 or not hasattr(named, "filename2"):
            named = type(error)(error.errno, text, paths[0])
        raise named from None


def getcwdb():
    return fsencode(getcwd())


def chdir(path):
    _call(posix.chdir, path)


def mkdir(path, mode=0o777, *, dir_fd=None):
    _call(posix.mkdir, path)


def rmdir(path, *, dir_fd=None):
    _call(posix.rmdir, path)


def remove(path, *, dir_fd=None):
    _call(posix.remove, path)


unlink = remove


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _call(posix.rename, src, dst)


replace = rename


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail in (curdir, b"."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


_STAT = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")


class stat_result(tuple):
    n_fields = n_sequence_fields = 10

    def __new__(cls, values):
        return super().__new__(cls, values)

    def __getattr__(self, name):
        if name in _STAT:
            n = _STAT.index(name)
            return self[n] if n < 7 else float(self[n])
        if name in ("st_atime_ns", "st_mtime_ns", "st_ctime_ns"):
            return self[_STAT.index(name[:-3])] * 1000000000
        if name == "st_blksize":
            return 4096
        if name == "st_blocks":
            return (self[6] + 511) // 512
        raise AttributeError(f"'os.stat_result' object has no attribute '{name}'")

    def __repr__(self):
        return "os.stat_result(" + ", ".join(f"{name}={value!r}" for name, value in zip(_STAT, self)) + ")"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        return fstat(path)
    found = _call(posix.stat, path)
    # There are no permissions: what is there can be read. Hosts give all files one number; here each path has its own.
    mode = found[0] | (0o755 if found[0] & 0o170000 == 0o40000 else 0o644)
    place = fsdecode(path)
    if place[:1] != "/" or "//" in place or "/." in place or place[-1:] == "/":
        place = posixpath.abspath(place)
    return stat_result((mode, (hash(place) & 0x7FFFFFFF) << 21 | hash(place[::-1]) & 0x1FFFFF) + found[2:])


def lstat(path, *, dir_fd=None):
    return stat(path)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    try:
        found = stat(path)
        if found[0] & 0o170000 == 0o40000:
            return True
        if mode & W_OK:
            from io import _io

            _io.open(_text(path), "r+b").close()
        return not mode & X_OK
    except OSError:
        return False


def listdir(path="."):
    path = "." if path is None else path
    names = [entry[0] for entry in _entries(path)]
    return [fsencode(name) for name in names] if isinstance(path, bytes) else names


def _entries(path):
    return ilistdir() if path == "." else _call(ilistdir, path)


class DirEntry:
    def __init__(self, folder, name, kind):
        self.name = name
        self.path = path.join(folder, name)
        self._kind = kind

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return self._kind == 0x4000

    def is_file(self, *, follow_symlinks=True):
        return self._kind == 0x8000

    def is_symlink(self):
        return False

    def is_junction(self):
        return False

    def inode(self):
        return stat(self.path).st_ino

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)


class _Scan:
    def __init__(self, folder):
        self._folder, self._bytes = fspath(folder), isinstance(folder, bytes)
        self._entries = iter(_entries(folder))

    def __iter__(self):
        return self

    def __next__(self):
        entry = next(self._entries)
        return DirEntry(self._folder, fsencode(entry[0]) if self._bytes else entry[0], entry[1])

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path="."):
    return _Scan("." if path is None else path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        folders, files = [], []
        try:
            entries = list(scandir(top))
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        for entry in entries:
            (folders if entry.is_dir() else files).append(entry.name)
        if topdown:
            yield top, folders, files
            stack += [path.join(top, name) for name in reversed(folders)]
        else:
            stack.append((top, folders, files))
            stack += [path.join(top, name) for name in reversed(folders)]


class _Environ(dict):
    def __setitem__(self, key, value):
        for text in (key, value):
            if not isinstance(text, str):
                raise TypeError(f"str expected, not {type(text).__name__}")
        putenv(key, value)
        super().__setitem__(key, value)

    def __repr__(self):
        return f"environ({dict(self)!r})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, *args, **kw):
        for key, value in dict(*args, **kw).items():
            self[key] = value


environ = _Environ(posix.environ())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    if not key or "=" in key:
        raise ValueError("illegal environment variable name")
    posix.putenv(key, value)


def unsetenv(key):
    posix.unsetenv(key)


def get_exec_path(env=None):
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


def getpid():
    return 1


def getppid():
    return 0


def getuid():
    return 0


getgid = geteuid = getegid = getuid


def getpgid(pid, /):
    return 1


def getgroups():
    return [0]


def getlogin():
    raise OSError(6, "No such device or address")


def getloadavg():
    raise OSError("Load averages are unobtainable")


def uname():
    import platform

    return platform.uname()


def sync():
    pass  # what is written is there


def truncate(path, length):
    import io

    with io.open(path, "r+b") as file:
        file.truncate(length)


def getrandom(size, flags=0):
    return urandom(size)


def cpu_count():
    return 1


process_cpu_count = cpu_count


def isatty(fd):
    return False


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    raise OSError(25, "Inappropriate ioctl for device")


def umask(mask):
    return 0o22


def abort():
    raise SystemExit(134)


def _exit(status):
    raise SystemExit(status)


# --- Descriptors: each stands for a file that open() of C has made ---


def open(path, flags, mode=0o777, *, dir_fd=None):
    from io import _io

    how = "r" if flags & 3 == O_RDONLY else "a" if flags & O_APPEND else "r+"
    if flags & 3:
        there = _exists(path)
        if not there and not flags & O_CREAT:
            raise FileNotFoundError(2, "No such file or directory", path)
        if flags & O_EXCL and flags & O_CREAT:
            how = "wx"
        elif flags & O_TRUNC or not there and how != "a":
            how = "w"
        if flags & 3 == O_RDWR and "+" not in how:
            how += "+"
    elif flags & O_CREAT and not _exists(path):
        _call(lambda path: _io.open(path, "wb"), path).close()
    file = _call(lambda path: _io.open(path, how + "b"), path)
    _descriptors()[file.fileno()] = file
    return file.fileno()


def _exists(name):
    try:
        stat(name)
    except OSError:
        return False
    return True


def _descriptors():
    import _io_files

    return _io_files.descriptors


def _file(fd):
    try:
        return _descriptors()[fd]
    except KeyError:
        raise OSError(9, "Bad file descriptor") from None


def close(fd):
    _file(fd).close()
    del _descriptors()[fd]


def read(fd, n, /):
    if fd == 0:
        return sys.__stdin__.buffer.read(n)
    return _file(fd).read(n)


def write(fd, data, /):
    if fd in (1, 2):
        return (sys.__stdout__ if fd == 1 else sys.__stderr__).buffer.write(bytes(data))
    return _file(fd).write(data)


def lseek(fd, position, whence, /):
    return _file(fd).seek(position, whence)


def fsync(fd):
    fstat(fd if isinstance(fd, int) else fd.fileno())


def fstat(fd):
    return stat_result((0o100644, 1, 0, 1, 0, 0, posix._size(fd), 0, 0, 0))


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    import io

    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


# --- What a sandbox has not ---


def _refuse(name):
    def refuse(*args, **kwargs):
        raise OSError(95, f"Operation not supported: os.{name}")

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


chmod, chown, link, symlink, system, popen, kill = map(_refuse, ("chmod", "chown", "link", "symlink", "system", "popen", "kill"))


_walk_symlinks_as_files = object()  # what pathlib gives walk(); there are no links


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    # Files have no times, so that none need be set to this moment; others are refused.
    stat(path)
    if times is not None or ns is not None:
        raise OSError(95, "Operation not supported: os.utime")


def readlink(path, *, dir_fd=None):
    stat(path)
    raise OSError(22, "Invalid argument", path)
